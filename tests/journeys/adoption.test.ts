/**
 * What becomes of a practice, by clicks: a colleague in Tashkent tries it on a phone and says how it went, its author in
 * Tajikistan is told and answers, the Council cites it, and its page shows both. How it came into the library is told in
 * practices.test.ts; here it stands there from the beginning.
 */
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Language } from '../../packages/contract/src/common.ts'
import {
  adoptDecision,
  draftDecision,
  putDecision,
} from '../../packages/contract/src/council/decisionRoutes.ts'
import { newId } from '../../packages/server/src/platform/ids.ts'
import { said } from '../../packages/server/src/slices/council/testing/hub.ts'
import { library, practiceContent } from '../../packages/server/src/slices/practices/testing/library.ts'
import type { Somebody } from '../../packages/server/src/testing/world.ts'
import { journey } from '../support/journey.ts'
import { chooseLanguage } from '../support/region.ts'
import { signedIn, type TurnedHub, turnedHub } from '../support/turnedHub.ts'
import { phone, type VisitOptions } from '../support/visit.ts'
import { wordsIn } from '../support/words.ts'

const words = { en: wordsIn('en'), tg: wordsIn('tg'), kk: wordsIn('kk'), uz: wordsIn('uz') }
type Spoken = keyof typeof words
const title = 'Оила кӯдакро пеш аз муассиса мегирад'

const press = (where: Page | Locator, name: string | RegExp) =>
  where.getByRole('button', { name, exact: true }).first().click()

journey('what becomes of a practice', open => {
  let hub: TurnedHub
  let author: Somebody
  let kz: Somebody
  let reader: Somebody
  let path = ''

  beforeAll(async () => {
    hub = await turnedHub(4860)
    const shelf = await library({}, hub.w)
    const speaks = (who: Somebody, language: Language) =>
      hub.w.admin.query('update access.accounts set language = $2 where id = $1', [who.accountId, language])
    author = await shelf.of('TJ')
    kz = await shelf.of('KZ', 'expert')
    reader = await shelf.of('UZ')
    await speaks(author, 'tg')
    await speaks(reader, 'uz')
    const content = practiceContent('', { texts: { title: { tg: { text: title, state: 'checked' } } } })
    path = `/practices/${(await shelf.published(author, { content })).id}`
  })
  afterAll(() => hub?.w.close())

  async function as(
    who: Somebody,
    at: string,
    language: Spoken,
    tell: (page: Page, say: (key: string) => string | RegExp) => Promise<void>,
    options: VisitOptions = {},
  ) {
    const visit = await open({ ...options, language })
    await signedIn(visit.context, hub.url, who)
    await chooseLanguage(visit.context, language)
    await visit.page.goto(hub.url + at, { waitUntil: 'networkidle' })
    await tell(visit.page, words[language])
    expect(await visit.accessibilityFaults()).toEqual([])
    await visit.close()
  }

  test('is tried in Tashkent, and works there, shortened to one hour', async () => {
    await as(
      reader,
      path,
      'uz',
      async (page, t) => {
        await press(page, t('practices.adoption.try'))
        const drawer = page.getByRole('dialog')
        await drawer.getByRole('radio', { name: t('practices.adoption.by.organisation') }).check()
        await drawer.getByRole('textbox', { name: t('practices.adoption.place') }).fill('Toshkent')
        await drawer
          .getByRole('textbox', { name: t('practices.adoption.words') })
          .fill('Ikki maktabda boshladik')
        await press(drawer, t('practices.adoption.say'))
        await page.getByRole('heading', { level: 1, name: 'Toshkent' }).waitFor()
        await press(page, t('practices.adoption.report'))
        await page
          .getByRole('dialog')
          .getByRole('radio', { name: t('practices.adoption.worked'), exact: true })
          .check()
        await page
          .getByRole('dialog')
          .getByRole('textbox', { name: t('practices.adoption.resultWords') })
          .fill('Ishlaydi, bir soatga qisqartirildi')
        await press(page.getByRole('dialog'), t('practices.adoption.say'))
        await page.getByText('Ishlaydi, bir soatga qisqartirildi').waitFor()
      },
      phone,
    )
  })

  test('its author is told, reads how it went, and answers', async () => {
    await as(author, '/notifications', 'tg', async (page, t) => {
      // Notices come some seconds after what happened.
      const news = page.getByText(t('notifications.says.adoption.reported'))
      await expect
        .poll(
          async () => {
            await page.reload({ waitUntil: 'networkidle' })
            return news.count()
          },
          { timeout: 30_000, interval: 1500 },
        )
        .toBeGreaterThan(0)
      expect(await page.locator('main').innerText()).not.toContain('Toshkent')
      await news.first().click()
      await page.getByRole('heading', { level: 1, name: 'Toshkent' }).waitFor()
      await press(page, t('practices.adoption.answer'))
      const drawer = page.getByRole('dialog')
      await drawer
        .getByRole('textbox', { name: t('practices.adoption.answerWords') })
        .fill('Кадом қисми сӯҳбат партофта шуд?')
      await press(drawer, t('practices.adoption.answer'))
      await page.getByText('Кадом қисми сӯҳбат партофта шуд?').waitFor()
    })
  })

  test('is cited in a recommendation of the Council', async () => {
    const id = newId()
    const decision = 'Relatives before institutions'
    const body = {
      id,
      bodyId: hub.council,
      title: said(decision),
      texts: said('States may prepare relatives'),
    }
    await hub.w.as(hub.secretariat)(draftDecision, { body })
    await hub.w.as(hub.chair)(putDecision, { params: { id }, body: { way: 'room', basedOn: 1 } })
    await hub.w.as(hub.chair)(adoptDecision, { params: { id }, body: { basedOn: 2 } })
    await as(hub.secretariat, `/decisions/${id}`, 'en', async (page, t) => {
      await press(page, t('council.cite.add'))
      const drawer = page.getByRole('dialog')
      await drawer.getByRole('combobox', { name: t('practices.adoption.practice') }).click()
      await page.getByRole('option', { name: new RegExp(title) }).click()
      await drawer.getByRole('textbox', { name: t('council.cite.part') }).fill('paragraph 1')
      await press(drawer, t('council.cite.add'))
      await page.getByRole('link', { name: new RegExp(title) }).waitFor()
    })
  })

  test('shows where it is used and where it is cited', async () => {
    await as(kz, path, 'kk', async (page, t) => {
      const used = page.getByRole('region', { name: t('practices.adoption.where') })
      await used.getByRole('link', { name: 'Toshkent' }).waitFor()
      expect(await used.innerText()).toContain(String(t('practices.adoption.worked')))
      const cited = page.getByRole('region', { name: t('council.cite.citedIn') })
      await cited.getByRole('link', { name: /DEC\.1, paragraph 1/ }).waitFor()
    })
  })
})
