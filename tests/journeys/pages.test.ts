/**
 * Opens every page of the app, on a desk by day and on a phone by night, and looks for what nobody should meet:
 * errors, requests that leave the machine, anything that axe finds against WCAG 2.2 AA, and a page wider than its
 * screen. Then the same with everything open that the page can open: menus, choices, drawers, dialogs.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { journey, theRegion } from '../support/journey.ts'
import { openings } from '../support/openings.ts'
import { type PageOfApp, pages, show } from '../support/pages.ts'
import { chooseLanguage, enter, nodeOf, type Region } from '../support/region.ts'
import { desk, phone, type Visit } from '../support/visit.ts'
import { wordsIn } from '../support/words.ts'

const looks = [
  { look: 'on a desk, light, in Russian', size: desk, scheme: 'light', language: 'ru' },
  { look: 'on a phone, dark, in Kazakh', size: phone, scheme: 'dark', language: 'kk' },
] as const
type Look = (typeof looks)[number]

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
    .flatMap((of, company) => of.map((one, at) => ({ one, company, share: (at + 0.5) / of.length })))
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

  // One visit for all that a company goes through on a desk, and one on a phone; as on a shared device, whoever comes next
  // signs in after the other. Loading everything into a browser of its own takes most of the time.
  interface Company {
    readonly visit: Visit
    who?: string
  }
  const visits = new Map<string, Promise<Company>>()
  const begin = async ({ size, scheme, language }: Look): Promise<Company> => {
    const visit = await open({ ...size, scheme, language })
    await chooseLanguage(visit.context, language)
    return { visit }
  }
  const visitOf = async (look: Look, company: number, { node = 'kz', role }: PageOfApp) => {
    const key = `${look.look} ${company}`
    const begun = visits.get(key) ?? begin(look)
    visits.set(key, begun)
    const going = await begun
    const { visit } = going
    const who = `${node} ${role}`
    if (going.who !== who) {
      await visit.page.goto('about:blank')
      await visit.context.clearCookies()
      if (role) await enter(region, visit.context, node, role)
      going.who = who
    }
    return visit
  }
  afterAll(async () => {
    for (const going of visits.values()) await (await going).visit.context.close()
  })

  // Desk and phone, and every company, go through their pages side by side; each of them one page after the other.
  const turns = new Map<string, Promise<void>>()
  const inTurn = (lane: string, work: () => Promise<void>) => {
    const turn = (turns.get(lane) ?? Promise.resolve()).catch(() => undefined).then(work)
    turns.set(lane, turn)
    return turn
  }

  // Menus and choices are opened once a page, on the desk and on the phone in turns; whatever is named, on both.
  const all = woven(companiesOf(pages)).flatMap(({ one, company }, at) =>
    looks.map((look, way) => ({
      one,
      company,
      look,
      withChoices: (at >> 1) % 2 === way,
      called: `${one.name} ${look.look}`,
    })),
  )
  test.concurrent.each(all)('$called', ({ one, company, look, withChoices }) =>
    inTurn(`${look.look} ${company}`, () => lookAt(one, look, company, withChoices)),
  )

  async function lookAt(one: PageOfApp, look: Look, company: number, withChoices: boolean) {
    const { size, language } = look
    const visit = await visitOf(look, company, one)
    const before = visit.faults().length
    seen.add(one.name)
    await show(visit.page, nodeOf(region, one.node ?? 'kz').url, one)
    const heading = await visit.page.locator('h1').first().innerText()
    expect(heading === wordsOfNothing(language)).toBe(one.name === 'not-here')
    expect(await visit.accessibilityFaults()).toEqual([])
    expect(await visit.page.locator('html').getAttribute('lang')).toBe(language)
    expect(await widthOf(visit.page)).toBeLessThanOrEqual(size.width)
    for await (const opened of openings(visit.page, one, wordsIn(language), withChoices)) {
      const { said, within } = opened
      expect(await visit.accessibilityFaults(within), said).toEqual([])
      expect(await widthOf(visit.page), said).toBeLessThanOrEqual(size.width)
      seen.add(said)
    }
    expect(visit.faults().slice(before)).toEqual([])
  }
})
