/**
 * The frame of a journey: one browser for its file, closed at the end. Where no browser starts, the whole file
 * is skipped, and so reported as not run.
 */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, inject } from 'vitest'
import { openBrowser } from './browser.ts'
import { newPage, type Visit, type VisitOptions } from './visit.ts'

export type Open = (options?: VisitOptions) => Promise<Visit>

/** @param tell declares the tests; `open` gives each a page of its own */
export function journey(name: string, tell: (open: Open) => void): void {
  const spec = inject('browser')
  describe.skipIf(spec === null)(name, () => {
    let browser: Browser
    beforeAll(async () => {
      if (spec) browser = await openBrowser(spec)
    })
    afterAll(async () => {
      await browser.close()
    })
    tell(options => newPage(browser, options))
  })
}
