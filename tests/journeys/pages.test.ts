/**
 * Opens every page of the app, on a desk by day and on a phone by night, in Russian or in Kazakh, and looks for what nobody should meet:
 * errors, requests that leave the machine, anything that axe finds against WCAG 2.2 AA, and a page wider than its
 * screen. Then the same with everything open that the page can open: menus, choices, drawers, dialogs.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { journey, theRegion } from '../support/journey.ts'
import { settled } from '../support/going.ts'
import { type Opened, openings } from '../support/openings.ts'
import { type PageOfApp, pages, show } from '../support/pages.ts'
import { chooseLanguage, enter, nodeOf, type Region } from '../support/region.ts'
import { desk, phone, type Visit } from '../support/visit.ts'
import { wordsIn } from '../support/words.ts'

const looks = [
  { look: 'on a desk by day', size: desk, scheme: 'light' },
  { look: 'on a phone by night', size: phone, scheme: 'dark' },
] as const
type Look = (typeof looks)[number]

/** Every second page of a company in each: a page asks for its data once, and is turned to the other look as it stands. */
const languages = ['ru', 'kk'] as const
type Spoken = (typeof languages)[number]

const languageNames = new Intl.DisplayNames('en', { type: 'language' })

const widthOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth)

/** What the app says where there is nothing: met on one page of the list only. */
function wordsOfNothing(language: string): string {
  const file = join(import.meta.dirname, `../../packages/web/src/ui/messages/${language}.json`)
  return JSON.parse(readFileSync(file, 'utf8'))['ui.notHere.title']
}

/** Who goes through pages beside one another: at the hub, and at the nodes two companies of about as many pages, each role in one. */
function companiesOf(all: readonly PageOfApp[]): PageOfApp[][] {
  const [hub, one, other]: [PageOfApp[], PageOfApp[], PageOfApp[]] = [[], [], []]
  const byRole = Map.groupBy(all, ({ node, role }) => (node === 'hub' ? 'hub' : `${node} ${role}`))
  const largestFirst = [...byRole].sort(([, a], [, b]) => b.length - a.length)
  for (const [who, pagesOfRole] of largestFirst) {
    if (who === 'hub') hub.push(...pagesOfRole)
    else (one.length <= other.length ? one : other).push(...pagesOfRole)
  }
  return [hub, one, other]
}

/** Pages of all companies woven together, so that they end at about the same time and none waits for the others. */
const woven = (companies: readonly PageOfApp[][]) =>
  companies
    .flatMap((of, company) => of.map((one, at) => ({ one, company, at, share: (at + 0.5) / of.length })))
    .sort((a, b) => a.share - b.share)

journey('every page', open => {
  let region: Region
  beforeAll(async () => {
    region = await theRegion()
  })

  const seen = new Set<string>()
  afterAll(() => {
    // What is named to be opened is there to be opened, on the desk or on the phone.
    const looked = pages.filter(({ name }) => seen.has(name))
    const named = looked.flatMap(({ opens = [] }) => opens.map(keys => keys.join(' > ')))
    expect(named.filter(keys => !seen.has(keys))).toEqual([])
  })

  // One visit for all that a company goes through in one language; as on a shared device, whoever comes next signs in
  // after the other. Loading everything into a browser of its own takes most of the time.
  interface Company {
    readonly visit: Visit
    readonly turnTo: (look: Look) => Promise<void>
    /** By look: a menu is a sheet of its own on a phone. */
    readonly opened: ReadonlyMap<Look, Opened>
    look: Look
    who?: string
  }
  const visits = new Map<string, Promise<Company>>()
  const begin = async (language: Spoken): Promise<Company> => {
    const [look] = looks
    const visit = await open({ ...look.size, scheme: look.scheme, language })
    await chooseLanguage(visit.context, language)
    const tools = await visit.context.newCDPSession(visit.page)
    const turnTo = async ({ size, scheme }: Look) => {
      await visit.page.setViewportSize(size)
      await visit.page.emulateMedia({ colorScheme: scheme })
      await tools.send('Emulation.setTouchEmulationEnabled', { enabled: size === phone })
    }
    return { visit, turnTo, look, opened: new Map(looks.map(one => [one, new Map()])) }
  }
  const companyOf = async (lane: string, language: Spoken, { node = 'kz', role }: PageOfApp) => {
    const begun = visits.get(lane) ?? begin(language)
    visits.set(lane, begun)
    const going = await begun
    const { visit } = going
    const who = `${node} ${role}`
    if (going.who !== who) {
      await visit.page.goto('about:blank')
      await visit.context.clearCookies()
      if (role) await enter(region, visit.context, node, role)
      going.who = who
    }
    return going
  }
  afterAll(async () => {
    for (const going of visits.values()) await (await going).visit.context.close()
  })

  // Every company, in each language, goes through its pages side by side with the others; each of them one page after the other.
  const turns = new Map<string, Promise<void>>()
  const inTurn = (lane: string, work: () => Promise<void>) => {
    const turn = (turns.get(lane) ?? Promise.resolve()).catch(() => undefined).then(work)
    turns.set(lane, turn)
    return turn
  }

  const all = woven(companiesOf(pages)).map(({ one, company, at }) => {
    const language = languages[at % 2] ?? 'ru'
    return { one, company, language, at, called: `${one.name} in ${languageNames.of(language)}` }
  })
  test.concurrent.each(all)('$called', ({ one, company, language, at }) => {
    const lane = `${company} ${language}`
    return inTurn(lane, async () => {
      const going = await companyOf(lane, language, one)
      const { visit } = going
      const before = visit.faults().length
      seen.add(one.name)
      await show(visit.page, nodeOf(region, one.node ?? 'kz').url, one)
      expect(await visit.page.locator('html').getAttribute('lang')).toBe(language)
      // Menus and choices are opened once a page, on the desk and on the phone in turns; whatever is named, on both.
      const withChoices = looks[(at >> 1) % 2]
      // The next page comes in the look in which this one is left.
      const first = going.look
      await lookAt(one, going, language, first === withChoices)
      going.look = looks.find(look => look !== first) ?? first
      await going.turnTo(going.look)
      await settled(visit.page)
      await lookAt(one, going, language, going.look === withChoices)
      expect(visit.faults().slice(before)).toEqual([])
    })
  })

  async function lookAt(
    one: PageOfApp,
    { visit, look, opened }: Company,
    language: Spoken,
    withChoices: boolean,
  ) {
    const { page } = visit
    const { width } = look.size
    const heading = await page.locator('h1').first().innerText()
    expect(heading === wordsOfNothing(language)).toBe(one.name === 'not-here')
    expect(await visit.accessibilityFaults(), look.look).toEqual([])
    expect(await widthOf(page), look.look).toBeLessThanOrEqual(width)
    for await (const { said, within } of openings(
      page,
      one,
      wordsIn(language),
      withChoices ? opened.get(look) : undefined,
    )) {
      expect(await visit.accessibilityFaults(within), `${said}, ${look.look}`).toEqual([])
      expect(await widthOf(page), `${said}, ${look.look}`).toBeLessThanOrEqual(width)
      seen.add(said)
    }
  }
})
