/**
 * Every page of the app, once: pictures are taken of each, and a journey looks at each for faults. A new page adds
 * its line.
 */
import type { Page } from 'playwright-core'

export interface PageOfApp {
  /** Kebab-case, unique: the name of its pictures. */
  readonly name: string
  /** Who opens it, by the demo door of this role; nobody in particular when absent. */
  readonly role?: string
  /** Id of the node; `kz` when absent. */
  readonly node?: string
  readonly path: string
  /** What to do before one looks: open the first row, a menu, a dialog. */
  readonly then?: (page: Page) => Promise<void>
}

export const pages: readonly PageOfApp[] = [
  { name: 'start', node: 'hub', path: '/' },
  { name: 'sign-in', path: '/sign-in' },
]

/** Opens a page and waits until it has settled. */
export async function show(page: Page, origin: string, { path, then }: PageOfApp): Promise<void> {
  await page.goto(origin + path, { waitUntil: 'networkidle' })
  if (!then) return
  await then(page)
  await page.waitForLoadState('networkidle')
}
