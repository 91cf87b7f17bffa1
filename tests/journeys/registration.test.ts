/**
 * A case manager with a phone, in Kazakh: looks whether the child is known, registers her, loses the page on the way,
 * presses twice, and puts a mistake right while a colleague changes the same section.
 */
import { getPerson, listPeople } from '@kerege/contract/people/routes'
import { call } from '@kerege/contract/client'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { go } from '../support/going.ts'
import { journey, theRegion } from '../support/journey.ts'
import { chooseLanguage, enter, nodeOf, type Region } from '../support/region.ts'
import { phone } from '../support/visit.ts'
import { wordsIn } from '../support/words.ts'

const words = wordsIn('kk')
// Letters only, other ones each run: the register of one run must not know them yet.
const invented = `Жаңбыр${[...String(Date.now() % 100_000)].map(digit => 'абвгдежзик'[Number(digit)]).join('')}ова`

journey('registration', open => {
  let region: Region
  beforeAll(async () => {
    region = await theRegion()
  })

  const submit = (page: Page) => page.locator('main form button[type=submit]')

  test('survives a lost page and a double click, and makes one person', async () => {
    const visit = await open({ ...phone, language: 'kk' })
    const { page, context } = visit
    await chooseLanguage(context, 'kk')
    await enter(region, page, 'kz', 'caseManager', words, '/people/new')
    await page.locator('#fpeople-register-contact-names-0-family').fill(invented)
    await page.locator('#fpeople-register-contact-names-0-given').fill('Нұрсұлу')
    await page.locator('#fpeople-register-contact-birth').fill('9 жас шамасында')
    await submit(page).click()
    // All faults at once: what is missing is said beside the field.
    await page
      .getByText(words('people.sex') as string)
      .first()
      .waitFor()
    await page.locator('main [role=alert], main [aria-labelledby]').first().waitFor()

    // The page says when the draft is kept; from then on it may be lost.
    await page.locator('main').getByText(words('ui.form.saved')).first().waitFor()
    await page.reload({ waitUntil: 'networkidle' })
    expect(await page.locator('#fpeople-register-contact-names-0-family').inputValue()).toBe(invented)
    await page.getByLabel(words('people.sex.female') as string, { exact: true }).check()
    // What is known of the family goes along, and stands among the relatives afterwards.
    await page.locator('#fpeople-register-parents-mother').fill('Қарлығашова Зере')
    await submit(page).click()

    const area = page.locator('#fpeople-register-area')
    await area.click()
    await page.getByRole('option').first().click()
    await submit(page).click()
    await page.waitForURL(/step=family/)
    await page.getByLabel(words('people.family.later') as string).check()
    await submit(page).dblclick()
    await page.waitForURL(/\/people\/0[0-9a-f-]{35}$/)
    await page.getByRole('heading', { level: 1, name: new RegExp(invented) }).waitFor()
    expect(await visit.accessibilityFaults()).toEqual([])

    const found = await page.evaluate(async (q: string) => {
      const answer = await fetch('/api/people/search', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-kerege': '1' },
        body: JSON.stringify({ q }),
      })
      return ((await answer.json()) as { rows: { label: string }[] }).rows.map(row => row.label)
    }, invented)
    expect(found.filter(label => label.includes(invented))).toHaveLength(1)
    await go(page, `${page.url()}/kinship`)
    await page.getByText('Қарлығашова Зере').first().waitFor()
    await visit.close()
  })

  test('of a change that crosses another shows both values and loses neither', async () => {
    const visit = await open({ language: 'kk', expects: [/412/] })
    const { page, context } = visit
    const { url } = nodeOf(region, 'kz')
    await chooseLanguage(context, 'kk')
    await enter(region, page, 'kz', 'caseManager', words, '/today')
    const fetcher = (path: string, init: RequestInit) =>
      page
        .evaluate(
          async ([at, given]) => {
            const answer = await fetch(at, given)
            return {
              status: answer.status,
              text: await answer.text(),
              etag: answer.headers.get('etag') ?? '',
            }
          },
          [
            path,
            {
              method: init.method ?? 'GET',
              headers: init.headers as Record<string, string>,
              ...(init.body ? { body: init.body as string } : {}),
            },
          ] as const,
        )
        .then(
          ({ status, text, etag }) =>
            new Response(text, { status, headers: { 'content-type': 'application/json', etag } }),
        )
    const mine = await call(fetcher, listPeople, { query: { mine: 'true', limit: 1 } })
    const id = mine.body.rows[0]?.id ?? ''
    const before = await call(fetcher, getPerson, { params: { id } })

    await go(page, `${url}/people/${id}/edit/contact`)
    // Meanwhile a colleague writes down another phone.
    const contact = before.body.contact
    if (!contact) throw new Error('A person of the caseload is open.')
    const theirs = {
      ...contact,
      contacts: [{ system: 'phone', value: '+7 700 000 11 11', discretion: 'open' }],
    }
    const written = await fetcher(`/api/people/${id}/sections/contact`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', 'x-kerege': '1', 'if-match': before.etag ?? '' },
      body: JSON.stringify({ section: theirs, kind: 'update' }),
    })
    expect(written.status).toBe(200)

    const family = page.locator('input[id$="names-0-family"]').first()
    await family.fill('Самалова')
    await submit(page).click()
    await page
      .getByText(words('people.conflict') as string)
      .first()
      .waitFor()
    expect(await visit.accessibilityFaults()).toEqual([])
    await visit.close()
  })
})
