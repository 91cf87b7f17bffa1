/** The public pages as anybody opens them: by day and by night, on desks and phones, in three languages, by keyboard. */
import { beforeAll, describe, expect, test } from 'vitest'
import { journey, theRegion } from '../support/journey.ts'
import { nodeOf, type Region } from '../support/region.ts'
import { desk, phone } from '../support/visit.ts'

const looks = [desk, phone].flatMap(size =>
  (['light', 'dark'] as const).flatMap(scheme =>
    (['en', 'kk', 'uz'] as const).map(language => ({ size, scheme, language, width: size.width })),
  ),
)

journey('anybody', open => {
  let region: Region
  beforeAll(async () => {
    region = await theRegion()
  })

  describe.each(looks)('at $width, $scheme, in $language', ({ size, scheme, language }) => {
    test.each([
      '/public',
      '/public/sessions',
      '/public/decisions',
      '/public/progress',
      '/public/figures',
      '/public/search?q=astana',
    ])('reads %s', async path => {
      const { page, accessibilityFaults, close } = await open({ ...size, scheme, language })
      await page.goto(nodeOf(region, 'hub').url + path, { waitUntil: 'networkidle' })
      expect(await page.locator('html').getAttribute('lang')).toBe(language)
      expect(await accessibilityFaults()).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(size.width)
      expect(await page.evaluate(() => document.scripts.length)).toBe(0)
      await close()
    })
  })

  describe.each(looks.filter(one => one.language !== 'en'))(
    'at $width, $scheme, in $language',
    ({ size, scheme, language }) => {
      test.each(['/public/sessions', '/public/decisions'])('opens the first of %s', async path => {
        const { page, accessibilityFaults, close } = await open({ ...size, scheme, language })
        await page.goto(nodeOf(region, 'hub').url + path, { waitUntil: 'networkidle' })
        await page.locator('.entries a').first().click()
        await page.waitForURL(`**${path}/**`)
        expect(await page.locator('html').getAttribute('lang')).toBe(language)
        expect(await accessibilityFaults()).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
          size.width,
        )
        await close()
      })
    },
  )

  test('searches by a form without script, and keeps the words when the language changes', async () => {
    const { page, close } = await open({ ...phone, language: 'en' })
    await page.goto(`${nodeOf(region, 'hub').url}/public/search`, { waitUntil: 'networkidle' })
    await page.getByLabel('Words or a symbol').fill('пробы')
    await page.keyboard.press('Enter')
    await page.waitForURL('**q=**')
    expect(await page.locator('.entries').innerText()).toContain('Session for trying out')
    await page.getByRole('link', { name: 'Қазақша' }).click()
    expect(await page.locator('#q').inputValue()).toBe('пробы')
    await close()
  })

  test('goes by keyboard from the skip link to the content, and changes the language by a link', async () => {
    const { page, close } = await open({ ...phone, language: 'en' })
    await page.goto(`${nodeOf(region, 'hub').url}/public`, { waitUntil: 'networkidle' })
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#content')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content')
    await page.getByRole('link', { name: 'Oʻzbekcha' }).click()
    expect(await page.locator('html').getAttribute('lang')).toBe('uz')
    await page.getByRole('link', { name: 'Koʻrsatkichlar' }).first().click()
    expect(page.url()).toContain('/public/figures?lang=uz')
    expect(await page.locator('h1').innerText()).toBe('Vatanga qancha odam qaytdi?')
    await close()
  })
})
