/**
 * Opens, one after the other, everything that a page can open over itself: menus and choice fields by what they say
 * of themselves, drawers and dialogs by the words one presses. Whoever looks finds it open, and it is closed again.
 */
import type { ElementHandle, Locator, Page } from 'playwright-core'
import { settled } from './going.ts'
import type { PageOfApp } from './pages.ts'

type Words = (key: string) => string | RegExp

const menus = 'main [aria-expanded="false"][aria-controls]:not(input)'
const choices = 'input[aria-haspopup="listbox"]'

/** What is open now, in words for a fault; and where it stands, when the page behind it cannot be reached meanwhile. */
export interface Opening {
  readonly said: string
  readonly within?: string | undefined
}

const sheet = 'dialog[open]'

/** How often what is called so was opened. */
export type Opened = Map<string, number>

/** Each row of a list has its menu, and each list asks for the area: what is called alike is drawn by the same lines. */
const mostOfAName = 1

/**
 * Yields each thing while it is open. The page behind a sheet was looked at before, so whoever looks may look into it only.
 * @param opened so far
 * @param onThePage its menus and choice fields too, and not only what is named
 */
export async function* openings(
  page: Page,
  { name, opens = [] }: PageOfApp,
  words: Words,
  opened: Opened,
  onThePage: boolean,
): AsyncGenerator<Opening> {
  if (onThePage) {
    yield* each(page, page.locator(menus), { kind: 'menu', of: name, opened })
    yield* choicesIn(page, page.locator('main'), opened)
  }
  for (const keys of opens) {
    let pressed = true
    for (const key of keys) pressed &&= await press(page, words(key))
    // Some of it stands on a desk only, or on a phone only.
    if (!pressed) continue
    await settled(page)
    const isSheet = (await page.locator(sheet).count()) > 0
    yield { said: keys.join(' > '), ...(isSheet ? { within: sheet } : {}) }
    if (isSheet) yield* choicesIn(page, page.locator(sheet), opened, sheet)
    await closeAll(page)
  }
}

async function* choicesIn(page: Page, where: Locator, opened: Opened, within?: string) {
  const sheets = await page.locator(sheet).count()
  // A choice field is one part of the house wherever it stands; a menu belongs to its page.
  yield* each(page, where.locator(choices), { kind: 'choice', of: 'any page', opened }, within)
  if ((await page.locator(sheet).count()) !== sheets) {
    throw new Error('Escape in a choice field closed the drawer around it, and what was typed in it.')
  }
}

async function* each(
  page: Page,
  found: Locator,
  { kind, of, opened }: { kind: string; of: string; opened: Opened },
  within?: string,
): AsyncGenerator<Opening> {
  const names = await found.evaluateAll(all =>
    all.map(one => {
      if (!one.checkVisibility()) return false
      const label = one instanceof HTMLInputElement ? one.labels?.[0]?.textContent : one.textContent
      return one.getAttribute('aria-label') ?? label ?? ''
    }),
  )
  for (const [at, name] of names.entries()) {
    const times = opened.get(`${kind} ${name} of ${of}`) ?? 0
    const one = found.nth(at)
    if (name === false || times >= mostOfAName || !(await one.isVisible())) continue
    opened.set(`${kind} ${name} of ${of}`, times + 1)
    // Once open, it may not be found in the same place any more.
    const by = await one.elementHandle()
    await one.click()
    yield { said: `${kind} ${at + 1}`, within: (await openedBy(page, by)) ?? within }
    await page.keyboard.press('Escape')
  }
}

/** What stands open now and what opened it: the page around them was looked at before. */
async function openedBy(page: Page, by: ElementHandle | null): Promise<string | undefined> {
  const id = await by?.getAttribute('aria-controls')
  if (!id || (await page.locator(`[id="${id}"]`).count()) === 0) return undefined
  return `[id="${id}"], [aria-controls="${id}"]`
}

/** @returns whether there was something to press */
async function press(page: Page, name: string | RegExp): Promise<boolean> {
  const within = (await page.locator(sheet).count()) > 0 ? page.locator(sheet) : page
  // A key that may be pressed instead stands after the words.
  const named = {
    name: typeof name === 'string' ? new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`) : name,
  }
  const one = within.getByRole('button', named).or(within.getByRole('tab', named)).filter({ visible: true })
  if ((await one.count()) === 0) return false
  await one.first().click()
  return true
}

async function closeAll(page: Page): Promise<void> {
  for (let times = 0; times < 3; times += 1) {
    const open = page.locator('dialog[open], header [aria-expanded="true"]')
    if ((await open.count()) === 0) return
    await page.keyboard.press('Escape')
  }
  throw new Error('What was opened does not close on Escape.')
}
