/**
 * A delegate brings a sheet in, on a desk in Russian: sees what would happen and what is wrong, confirms, finds the row. Then
 * a value is said for the own state, and the indicator shows it.
 */
import { readFile } from 'node:fs/promises'
import { beforeAll, expect, test } from 'vitest'
import { journey, theRegion } from '../support/journey.ts'
import { chooseLanguage, enter, nodeOf, type Region } from '../support/region.ts'
import { wordsIn } from '../support/words.ts'

const words = wordsIn('ru')
const title = `Проба ${Date.now() % 1_000_000}`

const sheet = (rows: readonly (readonly string[])[]) =>
  Buffer.from(
    [
      [
        ...['Компонент', 'Название', 'Ведущая организация', 'Государства и регионы'],
        ...['Состояние', 'Вид деятельности', 'Для кого', 'Начало'],
      ],
      ...rows,
    ]
      .map(row => row.join(';'))
      .join('\r\n'),
  )

journey('the matrix', open => {
  let region: Region
  beforeAll(async () => {
    region = await theRegion()
  })

  test('takes a sheet once it was seen, and tells what is wrong by row and column', async () => {
    const visit = await open({ language: 'ru' })
    const { page } = visit
    await chooseLanguage(visit.context, 'ru')
    const hub = nodeOf(region, 'hub').url
    await enter(region, page, 'hub', 'delegate', words, '/initiatives/import')

    const taking = page.waitForEvent('download')
    await page.getByRole('link', { name: words('initiatives.takeMine') }).click()
    const taken = await readFile(await (await taking).path())
    expect(taken.subarray(0, 2).toString()).toBe('PK')

    const own = ['I', title, 'KG', 'Кыргызстан', 'идёт', 'обучение', 'дети', '01.02.2026']
    const file = sheet([
      own,
      own.with(2, 'UNDP').with(1, `${title} 2`),
      own.with(4, 'спит').with(1, `${title} 3`),
    ])
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: 'sheet.csv', mimeType: 'text/csv', buffer: file })
    const report = page.getByRole('status').filter({ hasText: title })
    await report.waitFor()
    const told = await report.innerText()
    expect(told).toContain(words('initiatives.fault.not-yours'))
    expect(told).toContain(words('initiatives.fault.sheet-unknown-word'))
    expect(told).toContain(words('initiatives.outcome.new'))
    expect(await visit.accessibilityFaults()).toEqual([])

    await page.getByRole('button', { name: words('initiatives.confirm') }).click()
    await page.waitForURL(`${hub}/initiatives`)
    await page.getByLabel(words('initiatives.search')).fill(title)
    const found = page.getByRole('link', { name: title })
    await found.first().waitFor()
    expect(await found.count()).toBe(1)
    await found.click()
    await page.getByRole('link', { name: words('initiatives.change'), exact: true }).waitFor()
    await visit.close()
  })

  test('says a value for the own state', async () => {
    const visit = await open({ language: 'ru' })
    const { page } = visit
    await chooseLanguage(visit.context, 'ru')
    await enter(region, page, 'hub', 'delegate', words, '/results')
    await page.locator('main a[href^="/results/0"]').nth(1).click()
    await page.getByRole('button', { name: words('results.say') }).click()
    const drawer = page.getByRole('dialog')
    await drawer.getByRole('textbox').first().fill('17,5')
    const reason = drawer.getByLabel(words('results.reason'))
    if (await reason.count()) await reason.fill('Уточнено по письму')
    await drawer.getByRole('button', { name: words('results.say') }).click()
    await drawer.waitFor({ state: 'detached' })
    await page.getByRole('cell').filter({ hasText: '17,5' }).waitFor()
    await visit.close()
  })
})
