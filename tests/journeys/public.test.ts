/** The public pages as anybody opens them: by day and by night, on desks and phones, in three languages, by keyboard. */
import { beforeAll, expect, test } from 'vitest'
import { journey, theRegion } from '../support/journey.ts'
import { nodeOf, type Region } from '../support/region.ts'
import { desk, phone } from '../support/visit.ts'

// Each size with each scheme; in Russian by day and in Kazakh by night the walk through all pages reads them too.
const looks = (
  [
    { size: desk, scheme: 'light', language: 'en' },
    { size: desk, scheme: 'dark', language: 'kk' },
    { size: phone, scheme: 'light', language: 'uz' },
    { size: phone, scheme: 'dark', language: 'en' },
  ] as const
).map(look => ({ ...look, width: look.size.width }))

journey('anybody', open => {
  let region: Region
  beforeAll(async () => {
    region = await theRegion()
  })

  const read = ['', '/sessions', '/decisions', '/progress', '/documents', '/figures', '/search?q=astana']

  test.each(looks)(
    'reads every page at $width, $scheme, in $language',
    async ({ size, scheme, language }) => {
      const { page, accessibilityFaults, close } = await open({ ...size, scheme, language })
      const isWhole = async (path: string) => {
        expect(await page.locator('html').getAttribute('lang'), path).toBe(language)
        expect(await accessibilityFaults(), path).toEqual([])
        const width = await page.evaluate(() => document.documentElement.scrollWidth)
        expect(width, path).toBeLessThanOrEqual(size.width)
        expect(await page.evaluate(() => document.scripts.length), path).toBe(0)
      }
      // Pages without script are whole once they are loaded.
      const { url } = nodeOf(region, 'hub')
      for (const path of read) {
        await page.goto(`${url}/public${path}`)
        await isWhole(path)
      }
      for (const path of language === 'en' ? [] : ['/sessions', '/decisions']) {
        await page.goto(`${url}/public${path}`)
        await page.locator('.entries a').first().click()
        await page.waitForURL(`**/public${path}/**`)
        await isWhole(`the first of ${path}`)
      }
      await close()
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
