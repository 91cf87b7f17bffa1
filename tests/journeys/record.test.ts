/**
 * What was said at a session: a delegate files a statement on a phone and corrects a paragraph of the provisional record; the
 * secretariat has a record drafted, drafts it anew, circulates it, and answers a correction with a reason.
 */
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { go } from '../support/going.ts'
import { journey, theRegion } from '../support/journey.ts'
import { chooseLanguage, enter, nodeOf, type Region } from '../support/region.ts'
import { phone } from '../support/visit.ts'
import { wordsIn } from '../support/words.ts'

const words = wordsIn('ru')
const english = wordsIn('en')
const title = `Заявление ${Date.now() % 1_000_000}`
const corrected = `Исправлено ${Date.now() % 1_000_000}`

/** A command of the page's own session, as a person without this screen would send it. */
const ask = (page: Page, method: string, path: string, body?: object) =>
  page.evaluate(
    async ([how, where, what]) => {
      const answer = await fetch(`/api${where}`, {
        method: how as string,
        headers: { 'content-type': 'application/json', 'x-kerege': '1' },
        ...(what ? { body: what as string } : {}),
      })
      return (await answer.json()) as Record<string, never>
    },
    [method, path, body && JSON.stringify(body)],
  )
const newId = () => `0190${crypto.randomUUID().slice(4, 14)}7${crypto.randomUUID().slice(15)}`

journey('the record of a session', open => {
  let region: Region
  let url = ''
  beforeAll(async () => {
    region = await theRegion()
    url = nodeOf(region, 'hub').url
  })

  test('a delegate files a statement and corrects the record; the secretariat answers', async () => {
    const visit = await open({ ...phone, language: 'ru' })
    const { page, context } = visit
    await chooseLanguage(context, 'ru')
    await enter(region, page, 'hub', 'delegate', words, '/sessions?state=closed&kind=working-group')
    await page.locator('main a[href^="/sessions/0"]').first().click()
    await page.getByRole('link', { name: words('council.sta.file') }).click()

    // Sent empty it says what is missing, and keeps what was chosen.
    const send = page.getByRole('button', { name: words('council.sta.file') })
    await send.click()
    await page.getByRole('alert').first().waitFor()
    expect(await visit.accessibilityFaults()).toEqual([])

    await page.getByLabel(words('council.title')).fill(title)
    const editor = page.getByRole('textbox', { name: words('council.sta.text') })
    await editor.click()
    await page.keyboard.type('Первый абзац.')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Второй абзац.')
    await page.getByLabel(words('council.sta.forRecord')).check()
    await send.click()
    // It stands among the documents of the session too; here the one that says for what it was filed.
    const filed = page
      .getByRole('listitem')
      .filter({ hasText: title })
      .filter({ hasText: words('council.sta.forRecord') })
    await filed.getByText(/REC\/\d{4}\/WG\.PSS\/\d+\/STA\.\d+/).waitFor()

    await page.getByRole('link', { name: /\/SR$/ }).last().click()
    // It is read in Russian and corrected in the original.
    const term = page.getByText(words('council.rec.inOriginal'))
    await term.getByRole('link').click()
    await term.waitFor({ state: 'hidden' })
    // A button names its paragraph by the first words of it: the first numbered one.
    await page
      .getByRole('button', { name: /«1\. / })
      .filter({ hasText: words('council.rec.correct') })
      .first()
      .click()
    await page.getByLabel(words('council.doc.amendWords')).fill(corrected)
    await page.getByLabel(words('council.doc.why')).fill('Было сказано иначе')
    await page.getByRole('button', { name: words('council.doc.propose') }).click()
    await page.getByRole('heading', { name: words('council.rec.corrections') }).waitFor()
    const own = page.getByRole('listitem').filter({ hasText: corrected.slice(-6) })
    await own.getByText(words('council.doc.amendment.proposed')).waitFor()
    const address = new URL(page.url())
    expect(visit.faults()).toEqual([])
    await visit.close()

    const desk = await open({ language: 'ru' })
    await chooseLanguage(desk.context, 'ru')
    await enter(region, desk.page, 'hub', 'secretariat', words, address.pathname + address.search)
    const theirs = desk.page.getByRole('listitem').filter({ hasText: corrected.slice(-6) })
    await theirs.getByRole('button', { name: words('council.doc.decline') }).click()
    await desk.page.getByRole('dialog').getByRole('textbox').fill('Запись говорит так')
    await desk.page
      .getByRole('dialog')
      .getByRole('button', { name: words('council.doc.decline') })
      .click()
    await theirs.getByText(words('council.doc.amendment.declined')).waitFor()
    await theirs.getByText('Запись говорит так').waitFor()
    expect(desk.faults()).toEqual([])
    await desk.close()
  })

  test('the secretariat has a record drafted, drafts it anew and circulates it', async () => {
    const visit = await open({ language: 'en' })
    const { page, context } = visit
    await chooseLanguage(context, 'en')
    await enter(region, page, 'hub', 'secretariat', english, '/sessions')
    const { rows } = await ask(page, 'GET', '/council/bodies')
    const body = (rows as unknown as { id: string; code: string }[]).find(one => one.code === 'WG.PSS')
    const id = newId()
    const text = { text: `Past meeting ${title.slice(-6)}`, state: 'checked' }
    await ask(page, 'POST', '/council/sessions', {
      id,
      bodyId: body?.id,
      kind: 'working-group',
      title: { en: text, ru: text },
      format: 'online',
      from: '2025-02-03',
    })
    await ask(page, 'POST', `/council/sessions/${id}/symbol`, {})
    await ask(page, 'POST', `/council/sessions/${id}/state`, { to: 'under-way' })
    await ask(page, 'POST', `/council/sessions/${id}/state`, { to: 'closed' })

    await go(page, `${url}/sessions/${id}`)
    await page.getByRole('button', { name: english('council.rec.draft'), exact: true }).click()
    const drawer = page.getByRole('dialog')
    expect(await visit.accessibilityFaults()).toEqual([])
    await drawer.getByRole('button', { name: english('council.rec.draft') }).click()
    await page.getByRole('heading', { level: 1, name: `Summary record: ${text.text}` }).waitFor()
    await page.getByRole('link', { name: english('council.rec.toSession') }).click()

    await page.getByRole('button', { name: english('council.rec.redraft') }).click()
    await page.getByRole('dialog').getByText('The sources say nothing new.').waitFor()
    expect(await visit.accessibilityFaults()).toEqual([])
    await page
      .getByRole('dialog')
      .getByRole('button', { name: english('council.rec.redraft') })
      .click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: english('council.rec.circulate') }).click()
    await page.getByText(english('council.rec.provisional'), { exact: true }).waitFor()
    expect(visit.faults()).toEqual([])
    await visit.close()
  })
})
