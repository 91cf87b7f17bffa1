/**
 * The frame of a journey: one browser for its file, closed at the end. Where no browser starts, the whole file
 * is skipped, and so reported as not run.
 */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, inject } from 'vitest'
import { openBrowser } from './browser.ts'
import type {} from './provided.ts'
import type { Region } from './region.ts'
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

/** The region of this run, filled; the first journey to ask waits some seconds. */
export async function theRegion(): Promise<Region> {
  const response = await fetch(inject('region'))
  const text = await response.text()
  if (!response.ok) throw new Error(`No region for this journey: ${text}`)
  return JSON.parse(text) as Region // made by region-setup.ts in this very run
}
