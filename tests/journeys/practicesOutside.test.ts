/**
 * The library and the world outside, in a browser: the public record as a stranger reads it, without script and with programs' data
 * in its head; and a form that comes back as a draft. On a hub of its own.
 */
import { practiceSymbol } from '@kerege/contract/practices/rules'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { practiceSeeds } from '../../packages/server/src/demo/practiceSeeds/index.ts'
import { freePorts } from '../../packages/server/src/region/ports.ts'
import { builtWeb } from '../../packages/server/src/region/web.ts'
import { type Library, library } from '../../packages/server/src/slices/practices/testing/library.ts'
import { comeIn, withDoor } from '../support/door.ts'
import { journey } from '../support/journey.ts'
import { desk, phone } from '../support/visit.ts'
import { wordsIn } from '../support/words.ts'

journey('the library and the world outside', open => {
  let l: Library
  let url: string
  let symbol: string
  beforeAll(async () => {
    const [port = 4780] = await freePorts(4780, 1)
    l = await library({ listen: { port, webDir: await builtWeb(() => undefined) } })
    url = `http://localhost:${port}`
    const author = await l.of('KG')
    for (const { content } of practiceSeeds.slice(0, 6)) {
      symbol = practiceSymbol((await l.published(author, { audience: 'public', content })).number)
    }
  })
  afterAll(() => l.w.close())

  test('a stranger reads a practice on a phone in Kazakh and on a desk in English', async () => {
    for (const [size, scheme, language] of [
      [phone, 'dark', 'kk'],
      [desk, 'light', 'en'],
    ] as const) {
      const visit = await open({ ...size, scheme, language, noScript: true })
      for (const path of ['/public/practices', `/public/practices/${symbol}`, '/public/practices/themes']) {
        await visit.page.goto(url + path)
        expect(await visit.page.locator('h1').count()).toBe(1)
        if (process.env['PICTURES'])
          await visit.page.screenshot({
            path: `${process.env['PICTURES']}/${path.split('/').join('-')}-${language}.png`,
            fullPage: true,
          })
      }
      await visit.close()
    }
    const visit = await open({ ...phone, scheme: 'dark', language: 'kk' })
    for (const path of ['/public/practices', `/public/practices/${symbol}`]) {
      await visit.page.goto(url + path)
      // The block of data in the head breaks no rule of the page's policy: the console stays silent.
      expect(await visit.accessibilityFaults()).toEqual([])
      expect(await visit.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        phone.width,
      )
    }
    const data = await visit.page.locator('script[type="application/ld+json"]').textContent()
    expect(JSON.parse(data ?? '')).toMatchObject({ '@type': 'Report', identifier: symbol })
    await visit.close()
  })

  test('a practitioner cites a practice, and brings a sheet in', async () => {
    const who = await withDoor(l.w, await l.of('KZ'))
    const visit = await open({ ...phone, scheme: 'light', language: 'en' })
    const { page } = visit
    await comeIn(page, { url }, who, wordsIn('en'), '/practices/import')
    await page.locator('input[type=file]').setInputFiles({
      name: 'practices.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(
        'title_en,summary_en,domains\nMorning walk to school,Two neighbours walk along,Education\nBroken,,Weather\n',
      ),
    })
    await page.getByText('1 draft, already there: 0, left out: 1').waitFor()
    expect(await visit.accessibilityFaults()).toEqual([])
    if (process.env['PICTURES'])
      await page.screenshot({ path: `${process.env['PICTURES']}/import-phone.png`, fullPage: true })
    await page.getByRole('button', { name: 'Make 1 draft' }).click()
    await page.getByText('Morning walk to school').first().waitFor()
    const id = await l.w.admin.query<{ id: string }>(
      'select id from practices.practices where number is not null limit 1',
    )
    await page.goto(`${url}/practices/${id.rows[0]?.id}`)
    await page.getByLabel('Form').selectOption('bibtex')
    await page.getByText('@techreport{PR-').waitFor()
    if (process.env['PICTURES'])
      await page.screenshot({ path: `${process.env['PICTURES']}/record-phone.png`, fullPage: true })
    await visit.close()
  })

  test('who moderates names a library elsewhere', async () => {
    const visit = await open({ ...desk, scheme: 'light', language: 'en' })
    const { page } = visit
    await comeIn(page, { url }, await withDoor(l.w, l.moderator), wordsIn('en'), '/libraries')
    await page.getByRole('button', { name: 'Add a library' }).click()
    await page.getByLabel('Name').fill('Library of others')
    await page.getByLabel('Address where it answers').fill('https://library.example/oai')
    await page.getByRole('dialog').getByRole('button', { name: 'Add a library' }).click()
    await page.getByText('https://library.example/oai').waitFor()
    expect(await visit.accessibilityFaults()).toEqual([])
    if (process.env['PICTURES'])
      await page.screenshot({ path: `${process.env['PICTURES']}/elsewhere-desk.png`, fullPage: true })
    await visit.close()
  })
})
