/**
 * Opens every page of the app, on a desk by day and on a phone by night, and looks for what nobody should meet:
 * errors, requests that leave the machine, anything that axe finds against WCAG 2.2 AA, and a page wider than its
 * screen.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { journey, theRegion } from '../support/journey.ts'
import { pages, show } from '../support/pages.ts'
import { chooseLanguage, enter, nodeOf, type Region } from '../support/region.ts'
import { desk, phone } from '../support/visit.ts'

const looks = [
  { look: 'on a desk, light, in Russian', size: desk, scheme: 'light', language: 'ru' },
  { look: 'on a phone, dark, in Kazakh', size: phone, scheme: 'dark', language: 'kk' },
] as const

/** What the app says where there is nothing: met on one page of the list only. */
function wordsOfNothing(language: string): string {
  const file = join(import.meta.dirname, `../../packages/web/src/ui/messages/${language}.json`)
  return JSON.parse(readFileSync(file, 'utf8'))['ui.notHere.title']
}

journey('every page', open => {
  let region: Region
  beforeAll(async () => {
    region = await theRegion()
  })

  describe.each(looks)('$look', ({ size, scheme, language }) => {
    test.each(pages)('$name', async one => {
      const { role, node = 'kz' } = one
      const visit = await open({ ...size, scheme, language })
      if (role) await enter(region, visit.context, node, role)
      await chooseLanguage(visit.context, language)
      await show(visit.page, nodeOf(region, node).url, one)
      const heading = await visit.page.locator('h1').first().innerText()
      expect(heading === wordsOfNothing(language)).toBe(one.name === 'not-here')
      expect(await visit.accessibilityFaults()).toEqual([])
      expect(await visit.page.locator('html').getAttribute('lang')).toBe(language)
      expect(await visit.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        size.width,
      )
      await visit.close()
    })
  })
})
