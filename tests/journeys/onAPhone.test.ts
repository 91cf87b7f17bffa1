/** In one hand: a case page that folds what is not for now, and a map of services without a map. */
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { journey, theRegion } from '../support/journey.ts'
import { chooseLanguage, enter, type Region } from '../support/region.ts'
import { phone } from '../support/visit.ts'
import { wordsIn } from '../support/words.ts'

journey('on a phone', open => {
  let region: Region
  beforeAll(async () => {
    region = await theRegion()
  })
  const come = async (path: string): Promise<Page> => {
    const { page, context } = await open({ ...phone, language: 'uz' })
    await chooseLanguage(context, 'uz')
    await enter(region, page, 'kz', 'caseManager', wordsIn('uz'), path)
    return page
  }

  test('what is not for now lies under a heading that counts it, opens by keyboard, stays open, and is on paper', async () => {
    const page = await come('/cases?state=active')
    await page.locator('main a[href^="/cases/0"]').first().click()
    await page.waitForURL(/\/cases\/0/)
    const past = page.locator('#past')
    const inside = past.locator('section').first()
    const heading = past.getByRole('button').first()
    await heading.waitFor()
    await expect.poll(() => heading.textContent()).toMatch(/\d/)
    expect(await heading.getAttribute('aria-expanded')).toBe('false')
    expect(await inside.isVisible()).toBe(false)
    // Due now: that stands open, and has nothing to fold.
    expect(await page.locator('#now section').first().isVisible()).toBe(true)
    await page.emulateMedia({ media: 'print' })
    expect(await inside.isVisible()).toBe(true)
    await page.emulateMedia({ media: 'screen' })
    await heading.focus()
    await page.keyboard.press('Enter')
    await inside.waitFor()
    await page.reload()
    await inside.waitFor()
    expect(await page.locator('#help section').first().isVisible()).toBe(false)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(phone.width)
  })

  describe('the map of services', () => {
    const pins = (page: Page) =>
      page.locator('main ul[aria-label] :is(a, button)').filter({ hasText: /^\d+$/ })

    test('has a numbered pin for each spot, and the list says the same', async () => {
      const page = await come('/services/map')
      await pins(page).first().waitFor()
      const numbers = await pins(page).allTextContents()
      expect(numbers.length).toBeGreaterThan(1)
      expect(numbers).toEqual(numbers.map((_, at) => String(at + 1)))
      const listed = page.locator('main ol > li')
      expect(await listed.count()).toBe(numbers.length)
      for (const [at, pin] of (await pins(page).all()).entries()) {
        const said = (await pin.getAttribute('aria-label')) ?? ''
        const names = await listed.nth(at).locator('a').allTextContents()
        expect(said.startsWith(`${at + 1}. `)).toBe(true)
        // One by its name, several by how many they are.
        expect(said).toContain(names.length === 1 ? names[0] : String(names.length))
      }
    })

    test('looks closer at several by keyboard, comes back, and opens one', async () => {
      const page = await come('/services/map')
      const many = page.locator('main ul[aria-label] button').filter({ hasText: /^\d+$/ }).first()
      await many.focus()
      const before = await page.locator('main ol > li li').count()
      await page.keyboard.press('Enter')
      await expect.poll(() => page.locator('main ol > li li').count()).toBeLessThan(before)
      await page.locator('main section').first().getByRole('button').first().click()
      await expect.poll(() => page.locator('main ol > li li').count()).toBe(before)
      await page.locator('main ol a').first().click()
      await page.waitForURL(/\/services\/0/)
    })
  })
})
