/**
 * Opens every page of the app, on a desk by day and on a phone by night, in Russian or in Kazakh, and looks for what nobody should meet:
 * errors, requests that leave the machine, anything that axe finds against WCAG 2.2 AA, and a page wider than its
 * screen. Then the same with everything open that the page can open: menus, choices, drawers, dialogs.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { knock } from '../support/door.ts'
import { go, settled } from '../support/going.ts'
import { journey, theRegion } from '../support/journey.ts'
import { type Opened, openings } from '../support/openings.ts'
import { type PageOfApp, pages, show } from '../support/pages.ts'
import { chooseLanguage, nodeOf, type Region } from '../support/region.ts'
import { desk, phone, type Visit } from '../support/visit.ts'
import { wordsIn } from '../support/words.ts'

const onADesk = { look: 'on a desk by day', size: desk, scheme: 'light' } as const
const onAPhone = { look: 'on a phone by night', size: phone, scheme: 'dark' } as const
const looks = [onADesk, onAPhone] as const
type Look = (typeof looks)[number]

/** One of them for each role: a page asks for its data once, and is turned to the other look as it stands. */
const languages = ['ru', 'kk'] as const
type Spoken = (typeof languages)[number]

const languageNames = new Intl.DisplayNames('en', { type: 'language' })

const widthOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth)

/** What the app says where there is nothing: met on one page of the list only. */
function wordsOfNothing(language: string): string {
  const file = join(import.meta.dirname, `../../packages/web/src/ui/messages/${language}.json`)
  return JSON.parse(readFileSync(file, 'utf8'))['ui.notHere.title']
}

interface Lane {
  readonly language: Spoken
  /** Those of a role stand together: whoever has come in goes through all of them. */
  readonly pages: PageOfApp[]
}

const lanesInAll = 6
const whoOpens = ({ node = 'kz', role }: PageOfApp) => `${node} ${role}`

/** Who goes through pages beside one another: about as many pages in each lane, and each role in one. */
function lanesOf(all: readonly PageOfApp[]): Lane[] {
  const lanes = Array.from({ length: lanesInAll }, (_, at): Lane => {
    return { language: languages[at % 2] ?? 'ru', pages: [] }
  })
  const ofRoles = [...Map.groupBy(all, whoOpens).values()].sort((a, b) => b.length - a.length)
  for (const pagesOfRole of ofRoles) {
    const shortest = lanes.reduce((one, other) => (other.pages.length < one.pages.length ? other : one))
    shortest.pages.push(...pagesOfRole)
  }
  return lanes
}

/** Pages of all lanes woven together, so that they end at about the same time and none waits for the others. */
const woven = (lanes: readonly Lane[]) =>
  lanes
    .flatMap(lane => lane.pages.map((one, at) => ({ one, lane, at, share: (at + 0.5) / lane.pages.length })))
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

  // One visit for all that a lane goes through; as on a shared device, one signs out and the next comes in by the door, within the app.
  // Loading everything into a browser of its own takes most of the time.
  interface Going {
    readonly visit: Visit
    readonly turnTo: (look: Look) => Promise<void>
    look: Look
    /** Who is signed in. */
    who?: string | undefined
  }
  const begin = async (language: Spoken): Promise<Going> => {
    const [look] = looks
    const visit = await open({ ...look.size, scheme: look.scheme, language })
    await chooseLanguage(visit.context, language)
    const tools = await visit.context.newCDPSession(visit.page)
    const turnTo = async ({ size, scheme }: Look) => {
      await visit.page.setViewportSize(size)
      await visit.page.emulateMedia({ colorScheme: scheme })
      await tools.send('Emulation.setTouchEmulationEnabled', { enabled: size === phone })
    }
    return { visit, turnTo, look }
  }
  const begun = new Map<Lane, Promise<Going>>()
  const goingIn = async (lane: Lane, one: PageOfApp) => {
    const beginning = begun.get(lane) ?? begin(lane.language)
    begun.set(lane, beginning)
    const going = await beginning
    const who = one.role && whoOpens(one)
    if (going.who === who) return going
    const { page } = going.visit
    const words = wordsIn(lane.language)
    if (going.who) {
      await go(page, '/more')
      await page.getByRole('button', { name: words('shell.signOut') }).click()
      await page.waitForURL(/\/sign-in$/)
    }
    if (one.role) {
      const node = nodeOf(region, one.node ?? 'kz')
      await go(page, `${node.url}/sign-in?return=${encodeURIComponent(one.path)}`)
      await knock(page, await region.owner(node.node.id, one.role), words)
      await page.waitForURL(({ pathname }) => pathname !== '/sign-in')
      await settled(page)
    }
    going.who = who
    return going
  }
  afterAll(async () => {
    for (const going of begun.values()) await (await going).visit.context.close()
  })

  // The lanes side by side; each of them one page after the other.
  const turns = new Map<Lane, Promise<void>>()
  const inTurn = (lane: Lane, work: () => Promise<void>) => {
    const turn = (turns.get(lane) ?? Promise.resolve()).catch(() => undefined).then(work)
    turns.set(lane, turn)
    return turn
  }

  /** By look: a menu is a sheet of its own on a phone. */
  const opened = new Map<Look, Opened>(looks.map(one => [one, new Map()]))

  const all = woven(lanesOf(pages)).map(({ one, lane, at }) => {
    return { one, lane, at, called: `${one.name} in ${languageNames.of(lane.language)}` }
  })
  test.concurrent.each(all)('$called', ({ one, lane, at }) =>
    inTurn(lane, async () => {
      const { language } = lane
      const going = await goingIn(lane, one)
      const { visit } = going
      const before = visit.faults().length
      seen.add(one.name)
      await show(visit.page, nodeOf(region, one.node ?? 'kz').url, one)
      expect(await visit.page.locator('html').getAttribute('lang')).toBe(language)
      // The next page comes in the look in which this one is left.
      const second = going.look === onAPhone ? onADesk : onAPhone
      // What is named opens on the phone, where there is least room; on the desk what the phone has not.
      const left = new Set(one.opens)
      const openThem = (named: boolean) => {
        const opens = named ? [...left] : []
        // Menus and choices are opened once a page, on the desk and on the phone in turns.
        return lookInto({ ...one, opens }, going, language, left, going.look === looks[at % 2])
      }
      await lookAt(one, going, language)
      await openThem(going.look === onAPhone)
      await turn(going, second)
      await lookAt(one, going, language)
      await openThem(true)
      if (left.size > 0 && going.look === onAPhone) {
        await turn(going, onADesk)
        await lookInto({ ...one, opens: [...left] }, going, language, left, false)
      }
      expect(visit.faults().slice(before)).toEqual([])
    }),
  )

  async function turn(going: Going, look: Look) {
    going.look = look
    await going.turnTo(look)
    await settled(going.visit.page)
  }

  async function lookAt({ name }: PageOfApp, { visit, look }: Going, language: Spoken) {
    const heading = await visit.page.locator('h1').first().innerText()
    expect(heading === wordsOfNothing(language)).toBe(name === 'not-here')
    expect(await visit.accessibilityFaults(), look.look).toEqual([])
    expect(await widthOf(visit.page), look.look).toBeLessThanOrEqual(look.size.width)
  }

  /** @param left what is named and was not open yet */
  async function lookInto(
    one: PageOfApp,
    { visit, look }: Going,
    language: Spoken,
    left: Set<readonly string[]>,
    onThePage: boolean,
  ) {
    const { page } = visit
    const before = opened.get(look) ?? new Map()
    for await (const { said, within } of openings(page, one, wordsIn(language), before, onThePage)) {
      expect(await visit.accessibilityFaults(within), `${said}, ${look.look}`).toEqual([])
      expect(await widthOf(page), `${said}, ${look.look}`).toBeLessThanOrEqual(look.size.width)
      seen.add(said)
      for (const keys of left) if (keys.join(' > ') === said) left.delete(keys)
    }
  }
})
