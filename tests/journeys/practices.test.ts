/**
 * The life of a practice, by clicks: somebody in Tajikistan writes it in Tajik and hands it in, reviewers from Kyrgyzstan and
 * Kazakhstan read it on a phone and differ, a third from Uzbekistan decides, and it is published with its review. A colleague in
 * Tashkent finds it by Latin letters, tries it and says how it went; its author is told and answers; the Council cites it; a
 * national node reads it while the hub is switched off. Each step is a test of its own and goes on where the last one ended.
 */
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Language } from '../../packages/contract/src/common.ts'
import {
  adoptDecision,
  draftDecision,
  putDecision,
} from '../../packages/contract/src/council/decisionRoutes.ts'
import { getPractice } from '../../packages/contract/src/practices/record/routes.ts'
import { criteria } from '../../packages/contract/src/practices/rules.ts'
import { newId } from '../../packages/server/src/platform/ids.ts'
import { freePorts } from '../../packages/server/src/region/ports.ts'
import { builtWeb } from '../../packages/server/src/region/web.ts'
import { keyText, logKey } from '../../packages/server/src/slices/audit/index.ts'
import { said } from '../../packages/server/src/slices/council/testing/hub.ts'
import { publish, pull } from '../../packages/server/src/slices/exchange/index.ts'
import { type Library, library } from '../../packages/server/src/slices/practices/testing/library.ts'
import { type World, world } from '../../packages/server/src/testing/world.ts'
import { devicesOf } from '../support/devices.ts'
import { type Colleague, comeIn, withDoor } from '../support/door.ts'
import { journey } from '../support/journey.ts'
import { chooseLanguage } from '../support/region.ts'
import { type TurnedHub, turnedHub } from '../support/turnedHub.ts'
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

journey('the life of a practice', open => {
  let hub: TurnedHub
  let secretariat: Colleague
  let author: Colleague
  let kg: Colleague
  let kz: Colleague
  let uz: Colleague
  let reader: Colleague
  let node: World | undefined
  let hubIsOff = false
  let path = ''

  beforeAll(async () => {
    hub = await turnedHub(4830)
    const shelf = await library({}, hub.w)
    const of = async (...[country, role, name, language]: [...Parameters<Library['of']>, Language]) => {
      const who = await shelf.of(country, role, name)
      await hub.w.admin.query('update access.accounts set language = $2 where id = $1', [
        who.accountId,
        language,
      ])
      return withDoor(hub.w, who)
    }
    secretariat = await withDoor(hub.w, hub.secretariat)
    author = await of('TJ', 'practitioner', 'Зарина С.', 'tg')
    kg = await of('KG', 'expert', 'Айгүл Т.', 'ky')
    kz = await of('KZ', 'expert', 'Дана Б.', 'kk')
    uz = await of('UZ', 'expert', 'Nodira K.', 'uz')
    reader = await of('UZ', 'practitioner', 'Bahodir M.', 'uz')
  })
  afterAll(() => Promise.all([hubIsOff || hub?.w.close(), node?.close()]))

  const devices = devicesOf(open, () => hub)
  let looks = 0
  async function as(
    who: Colleague,
    at: string,
    language: Spoken,
    tell: (page: Page, say: (key: string) => string | RegExp) => Promise<void>,
    options: VisitOptions = {},
  ) {
    const visit = await devices.take(who, { ...options, language }, at)
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
    (await hub.w.as(secretariat)(getPractice, { params: { id: path.split('/')[2] ?? newId() } })).body

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
      await page
        .getByRole('radiogroup', { name: t('practices.audienceOf') })
        .getByRole('radio', { name: t('practices.audience.public'), exact: true })
        .check()
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
  const ask = (who: Colleague) =>
    as(secretariat, '/today', 'en', async page => {
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
  const review = (who: Colleague, language: Spoken, recommend: string, evidence: string) =>
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
    await as(secretariat, `${path}/review`, 'en', async page => {
      await page.getByText(words.en('practices.outcome.third')).waitFor()
    })
  })

  test('is decided by a third from Uzbekistan, and published with its review', async () => {
    await ask(uz)
    await review(uz, 'uz', 'publish', '3')
    await as(secretariat, `${path}/review`, 'en', async (page, t) => {
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

  test('is found by a colleague in Latin letters, and read with every reason and no reviewer’s name', async () => {
    await as(
      reader,
      '/practices/search',
      'uz',
      async (page, t) => {
        const box = page.getByRole('textbox', { name: t('practices.find.label') })
        const found = page.getByRole('link', { name: title })
        // Found some seconds after it was published.
        await expect
          .poll(
            async () => {
              await page.reload({ waitUntil: 'networkidle' })
              await box.fill('oilada bola, muassasa')
              await page.waitForLoadState('networkidle')
              return found.count()
            },
            { timeout: 20_000, interval: 1000 },
          )
          .toBe(1)
        await found.click()
        await page.getByText(t('practices.review.byThree')).waitFor()
        const shown = await page.locator('main').innerText()
        for (const language of ['ky', 'kk', 'uz'] as const)
          expect(shown).toContain(`${names[language]}: effect`)
        for (const who of [kg, kz, uz]) expect(shown).not.toContain(who.name)
        expect(shown).toContain('PR-0001')
      },
      phone,
    )
  })

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
      const told = await page.locator('main').innerText()
      expect(told).toContain(String(t('notifications.says.practice.published')))
      expect(told).toContain(String(t('notifications.says.adoption.made')))
      expect(told).not.toContain('Toshkent')
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
    await hub.w.as(secretariat)(draftDecision, { body })
    await hub.w.as(hub.chair)(putDecision, { params: { id }, body: { way: 'room', basedOn: 1 } })
    await hub.w.as(hub.chair)(adoptDecision, { params: { id }, body: { basedOn: 2 } })
    await as(secretariat, `/decisions/${id}`, 'en', async (page, t) => {
      await press(page, t('council.cite.add'))
      const drawer = page.getByRole('dialog')
      await drawer.getByRole('combobox', { name: t('practices.adoption.practice') }).click()
      await page.getByRole('option', { name: new RegExp(title) }).click()
      await drawer.getByRole('textbox', { name: t('council.cite.part') }).fill('paragraph 1')
      await press(drawer, t('council.cite.add'))
      await page.getByRole('link', { name: new RegExp(title) }).waitFor()
    })
  })

  test('its author is told that the Council cites it, and reads where', async () => {
    await as(author, '/notifications', 'tg', async (page, t) => {
      const news = page.getByText(t('notifications.says.practice.cited'))
      await expect
        .poll(
          async () => {
            await page.reload({ waitUntil: 'networkidle' })
            return news.count()
          },
          { timeout: 30_000, interval: 1500 },
        )
        .toBe(1)
      await news.click()
      const cited = page.getByRole('region', { name: t('council.cite.citedIn') })
      await cited.getByRole('link', { name: /DEC\.1/ }).waitFor()
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

  test('is read with its review at a national node while the hub is switched off', async () => {
    const [port = 0] = await freePorts(24_880, 1)
    const url = `http://localhost:${port}`
    node = await world({
      listen: { port, webDir: await builtWeb(() => undefined) },
      hub: { url: hub.url, key: keyText(logKey('kerege.kz', hub.w.running.node.keys.log)) },
    })
    const link = node.running.node.hub
    if (!link) throw new Error('the node knows no hub')
    await publish(hub.w.running.node)
    expect(await pull(node.running.node, link, true)).toBe('taken')
    await devices.away()
    await hub.w.close()
    hubIsOff = true
    expect(await pull(node.running.node, link, true)).toBe('hub-away')
    const visit = await open({ language: 'kk', ...phone })
    await chooseLanguage(visit.context, 'kk')
    const worker = await withDoor(node, await node.somebody('caseManager'))
    await comeIn(visit.page, { url }, worker, words.kk, '/exchange/practices')
    await visit.page.getByText(words.kk('exchange.fault.hub-away')).waitFor()
    await visit.page.getByRole('searchbox').fill('oila muassisa')
    await visit.page.getByRole('link', { name: title }).click()
    await visit.page.getByRole('heading', { name: words.kk('practices.review.published') }).waitFor()
    for (const language of ['ky', 'kk', 'uz'] as const)
      await visit.page.getByText(`${names[language]}: effect`).waitFor()
    expect(await visit.accessibilityFaults()).toEqual([])
    await visit.close()
  })
})
