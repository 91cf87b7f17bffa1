/**
 * How a practice comes into the library, by clicks: somebody in Tajikistan writes it in Tajik and hands it in, reviewers from
 * Kyrgyzstan and Kazakhstan read it on a phone and differ, a third from Uzbekistan decides, it is published with its review,
 * and a colleague elsewhere reads it. Each step is a test of its own, so that the story can be told on behind the last one.
 */
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Language } from '../../packages/contract/src/common.ts'
import { getPractice } from '../../packages/contract/src/practices/record/routes.ts'
import { criteria } from '../../packages/contract/src/practices/rules.ts'
import { newId } from '../../packages/server/src/platform/ids.ts'
import type { Somebody } from '../../packages/server/src/testing/world.ts'
import type { RoleName } from '../../packages/contract/src/access/roles.ts'
import { journey } from '../support/journey.ts'
import { chooseLanguage } from '../support/region.ts'
import { signedIn, type TurnedHub, turnedHub } from '../support/turnedHub.ts'
import { phone, type VisitOptions } from '../support/visit.ts'
import { wordsIn } from '../support/words.ts'

const words = {
  en: wordsIn('en'),
  tg: wordsIn('tg'),
  ky: wordsIn('ky'),
  kk: wordsIn('kk'),
  uz: wordsIn('uz'),
}
type Spoken = keyof typeof words

const title = 'Оила кӯдакро пеш аз муассиса мегирад'
const texts: Readonly<Record<string, string>> = {
  title,
  summary: 'Хешовандон пешакӣ омода мешаванд, то кӯдак аз роҳ ба хона равад.',
  problem: 'Кӯдакон моҳҳо дар муассиса мемонданд, дар ҳоле ки хешовандон интизор буданд.',
  forWhom: 'Кӯдакони синни мактабӣ ва хешовандони онҳо.',
  steps: 'Хешовандонро ёбед ва пурсед\nСанадҳоро пешакӣ омода кунед\nДар моҳи аввал ҳар ҳафта хабар гиред',
  results: 'Кӯдакон дар оила зиндагӣ мекунанд ва ба мактаб мераванд.',
  safeguards: 'Мактаб танҳо ном ва синфро медонад.',
  limits: 'Дар ҷое, ки хешовандон нестанд, кӯмак намекунад.',
}
const names: Record<Spoken, string> = {
  en: 'English',
  tg: 'Тоҷикӣ',
  ky: 'Кыргызча',
  kk: 'Қазақша',
  uz: 'Oʻzbekcha',
}

const press = (where: Page | Locator, name: string | RegExp) =>
  where.getByRole('button', { name, exact: true }).first().click()
const group = (where: Page | Locator, name: string | RegExp) =>
  where.getByRole('group', { name, exact: true })

journey('the library', open => {
  let hub: TurnedHub
  let author: Somebody
  let kg: Somebody
  let kz: Somebody
  let uz: Somebody
  let reader: Somebody
  let path = ''

  /** Somebody with an agency of their own in a state. */
  async function of(country: string, role: RoleName, language: Language, name: string): Promise<Somebody> {
    const { w } = hub
    const { agencyId } = await w.agency()
    await w.admin.query('update access.agencies set country = $2 where id = $1', [agencyId, country])
    const who = await w.somebody(role, { agencyId, name })
    await w.admin.query('update access.accounts set language = $2 where id = $1', [who.accountId, language])
    return who
  }

  beforeAll(async () => {
    hub = await turnedHub(4830)
    author = await of('TJ', 'practitioner', 'tg', 'Зарина С.')
    kg = await of('KG', 'expert', 'ky', 'Айгүл Т.')
    kz = await of('KZ', 'expert', 'kk', 'Дана Б.')
    uz = await of('UZ', 'expert', 'uz', 'Nodira K.')
    reader = await of('UZ', 'practitioner', 'uz', 'Bahodir M.')
  })
  afterAll(() => hub?.w.close())

  let looks = 0
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
    const folder = process.env['KEREGE_LOOKS']
    const look = async (mark = '') => {
      looks += 1
      if (folder)
        await visit.page.screenshot({ path: join(folder, `practice-${looks}${mark}.png`), fullPage: true })
    }
    try {
      await tell(visit.page, words[language])
      expect(await visit.accessibilityFaults()).toEqual([])
    } catch (error) {
      await look('broken')
      throw error
    }
    await look()
    await visit.close()
  }
  const stateNow = async () =>
    (await hub.w.as(hub.secretariat)(getPractice, { params: { id: path.split('/')[2] ?? newId() } })).body

  test('is written in Tajik and kept as a draft, which a reload does not lose', async () => {
    await as(author, '/practices', 'tg', async (page, t) => {
      await page
        .getByRole('link', { name: t('practices.new'), exact: true })
        .first()
        .click()
      for (const [field, text] of Object.entries(texts)) {
        await group(page, t(`practices.text.${field}`))
          .getByRole('textbox', { name: names.tg })
          .fill(text)
      }
      await page.waitForFunction(
        last => JSON.stringify({ ...sessionStorage }).includes(last),
        texts.limits ?? '',
      )
      await page.reload({ waitUntil: 'networkidle' })
      const box = group(page, t('practices.text.title')).getByRole('textbox', { name: names.tg })
      expect(await box.inputValue()).toBe(title)
      const country = page.getByRole('textbox', { name: t('practices.fact.country') })
      await country
        .or(page.getByRole('combobox', { name: t('practices.fact.country') }))
        .first()
        .fill('Тоҷикистон')
      await page.getByRole('option', { name: 'Тоҷикистон' }).first().click()
      await press(page, t('practices.save'))
      await page.getByRole('heading', { level: 1, name: title }).waitFor()
      path = new URL(page.url()).pathname
    })
    expect(
      (await hub.w.as(author)(getPractice, { params: { id: path.split('/')[2] ?? '' } })).body,
    ).toMatchObject({
      state: 'draft',
      sourceLanguage: 'tg',
      languages: ['tg'],
    })
  })

  test('is handed in', async () => {
    await as(author, path, 'tg', async (page, t) => {
      await press(page, t('practices.handIn'))
      await press(page.getByRole('dialog'), t('practices.handIn'))
      await page.getByText(t('practices.turn.moderators')).first().waitFor()
    })
    expect((await stateNow()).state).toBe('submitted')
  })

  /** The secretariat asks somebody who is proposed. */
  const ask = (who: Somebody) =>
    as(hub.secretariat, '/today', 'en', async page => {
      await page.locator(`main a[href="${path}/review"]`).first().click()
      await page.getByRole('button', { name: `Ask ${who.name}` }).click()
      await page.getByText(words.en('practices.seat.invited')).first().waitFor()
    })

  test('goes to reviewers from Kyrgyzstan and Kazakhstan', async () => {
    await ask(kg)
    await ask(kz)
    expect((await stateNow()).state).toBe('review')
  })

  /** On a phone: says that no interest conflicts, grades with reasons, and says what should come of it. */
  const review = (who: Somebody, language: Spoken, recommend: string, evidence: string) =>
    as(
      who,
      '/today',
      language,
      async (page, t) => {
        await page.locator(`main a[href="${path}/review"]`).first().click()
        await page.getByLabel(t('practices.review.noConflict')).check()
        await press(page, t('practices.review.accept'))
        for (const one of criteria) {
          const box = group(page, t(`practices.criterion.${one}`))
          const wanted = one === 'evidence' ? evidence : '3'
          await box.getByRole('radio', { name: t(`practices.grade.${wanted}`) }).check()
          await box
            .getByRole('textbox', { name: t('practices.review.reason') })
            .fill(`${names[language]}: ${one}`)
        }
        await page.getByRole('radio', { name: t(`practices.recommend.${recommend}`) }).check()
        await press(page, t('practices.review.give'))
        await page.getByRole('heading', { name: t('practices.review.mine') }).waitFor()
      },
      phone,
    )

  test('is read by both, who differ', async () => {
    await review(kg, 'ky', 'publish', '4')
    await review(kz, 'kk', 'revise', '1')
    await as(hub.secretariat, `${path}/review`, 'en', async page => {
      await page.getByText(words.en('practices.outcome.third')).waitFor()
    })
  })

  test('is decided by a third from Uzbekistan, and published with its review', async () => {
    await ask(uz)
    await review(uz, 'uz', 'publish', '3')
    await as(hub.secretariat, `${path}/review`, 'en', async (page, t) => {
      await page.getByText(t('practices.outcome.publish')).waitFor()
      await press(page, t('practices.review.publish'))
      await page.getByText(t('practices.review.published')).first().waitFor()
    })
    expect(await stateNow()).toMatchObject({
      state: 'published',
      number: 1,
      edition: { review: { differed: true } },
    })
  })

  test('is read by a colleague elsewhere, with every reason and no reviewer’s name', async () => {
    await as(
      reader,
      '/practices',
      'uz',
      async (page, t) => {
        await page.getByRole('link', { name: title }).first().click()
        await page.getByText(t('practices.review.byThree')).waitFor()
        const said = await page.locator('main').innerText()
        for (const language of ['ky', 'kk', 'uz'] as const)
          expect(said).toContain(`${names[language]}: effect`)
        for (const who of [kg, kz, uz]) expect(said).not.toContain(who.name)
        expect(said).toContain('PR-0001')
      },
      phone,
    )
  })
})
