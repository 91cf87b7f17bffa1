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

/** A choice field is one part of the house: those after the first two of a page are drawn by the same lines. */
const mostChoices = 2

/** Yields each thing while it is open. The page behind a sheet was looked at before, so whoever looks may look into it only. */
export async function* openings(
  page: Page,
  { opens = [] }: PageOfApp,
  words: Words,
  withChoices: boolean,
): AsyncGenerator<Opening> {
  if (withChoices) {
    yield* each(page, page.locator(menus), 'menu')
    yield* choicesIn(page, page.locator('main'))
  }
  for (const keys of opens) {
    let pressed = true
    for (const key of keys) pressed &&= await press(page, words(key))
    // Some of it stands on a desk only, or on a phone only.
    if (!pressed) continue
    await settled(page)
    const isSheet = (await page.locator(sheet).count()) > 0
    yield { said: keys.join(' > '), ...(isSheet ? { within: sheet } : {}) }
    if (isSheet && withChoices) yield* choicesIn(page, page.locator(sheet), sheet)
    await closeAll(page)
  }
}

async function* choicesIn(page: Page, where: Locator, within?: string): AsyncGenerator<Opening> {
  const sheets = await page.locator(sheet).count()
  yield* each(page, where.locator(choices), 'choice', within)
  if ((await page.locator(sheet).count()) !== sheets) {
    throw new Error('Escape in a choice field closed the drawer around it, and what was typed in it.')
  }
}

async function* each(page: Page, found: Locator, kind: string, within?: string): AsyncGenerator<Opening> {
  const count = kind === 'choice' ? Math.min(await found.count(), mostChoices) : await found.count()
  for (let at = 0; at < count; at += 1) {
    const one = found.nth(at)
    if (!(await one.isVisible())) continue
    // Once open, it may not be found in the same place any more.
    const by = await one.elementHandle()
    await one.click()
    yield { said: `${kind} ${at + 1}`, within: (await opened(page, by)) ?? within }
    await page.keyboard.press('Escape')
  }
}

/** What stands open now and what opened it: the page around them was looked at before. */
async function opened(page: Page, by: ElementHandle | null): Promise<string | undefined> {
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
