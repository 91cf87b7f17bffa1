/**
 * The whole cycle of the Council, by clicks, with seven accounts: a session in Astana is planned and invited to, statements
 * are filed, a decision is amended, broken by one state, revised and adopted by the clock; what was taken on comes late and
 * is flagged at the next session, which approves the record of this one; and anybody reads what became of it. A few
 * weeks pass, so it plays at a hub of its own whose clock is turned.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import JSZip from 'jszip'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Language, languages } from '../../packages/contract/src/common.ts'
import { getDecision } from '../../packages/contract/src/council/decisionRoutes.ts'
import { publicAddress } from '../../packages/contract/src/council/publicAddress.ts'
import { registerParticipant } from '../../packages/contract/src/council/routes.ts'
import { listNotices } from '../../packages/contract/src/notifications/routes.ts'
import { newId } from '../../packages/server/src/platform/ids.ts'
import { openAknSchema } from '../../packages/server/src/slices/council/documents/testing/aknSchema.ts'
import { paperText } from '../../packages/server/src/slices/repatriation/testing/paper.ts'
import { devicesOf } from '../support/devices.ts'
import { type Colleague, withDoor } from '../support/door.ts'
import { journey } from '../support/journey.ts'
import { type TurnedHub, turnedHub } from '../support/turnedHub.ts'
import { phone, type VisitOptions } from '../support/visit.ts'
import { wordsIn } from '../support/words.ts'

const hour = 3_600_000
const day = 24 * hour
const [en, ru, kk] = [wordsIn('en'), wordsIn('ru'), wordsIn('kk')]
type Words = typeof en

const sessionTitle = 'Astana session of the Council'
const decisionTitle: Record<Language, string> = {
  en: 'A school place within a month',
  ru: 'Место в школе в течение месяца',
  kk: 'Бір ай ішінде мектептен орын',
  ky: 'Бир ай ичинде мектептен орун',
  tg: 'Ҷой дар мактаб дар давоми як моҳ',
  tk: 'Bir aýyň dowamynda mekdepden orun',
  uz: 'Bir oy ichida maktabdan oʻrin',
}
const revised: Record<Language, string> = {
  en: 'Each child who came home has a place at school within a month, in the language of the family.',
  ru: 'Каждый ребёнок, вернувшийся домой, получает место в школе в течение месяца, на языке семьи.',
  kk: 'Үйге оралған әр бала бір ай ішінде отбасының тілінде мектептен орын алады.',
  ky: 'Үйгө кайткан ар бир бала бир ай ичинде үй-бүлөсүнүн тилинде мектептен орун алат.',
  tg: 'Ҳар кӯдаке, ки ба хона баргашт, дар давоми як моҳ бо забони оила ҷойи мактаб мегирад.',
  tk: 'Öýüne dolanan her çaga bir aýyň dowamynda maşgalasynyň dilinde mekdepden orun alýar.',
  uz: 'Uyga qaytgan har bir bola bir oy ichida oilasi tilida maktabdan oʻrin oladi.',
}
const names: Record<Language, string> = {
  en: 'English',
  ru: 'Русский',
  kk: 'Қазақша',
  ky: 'Кыргызча',
  tg: 'Тоҷикӣ',
  tk: 'Türkmençe',
  uz: 'Oʻzbekcha',
}

/** As a day is typed: 24.11.2026. */
const typed = (at: Date) => at.toISOString().slice(0, 10).split('-').reverse().join('.')

/** Says of every language that was not changed that it still says the same. */
async function allStillRight(group: Locator) {
  await group.waitFor()
  for (const box of await group.getByRole('checkbox').all()) await box.check()
}
const press = (where: Page | Locator, name: string | RegExp) =>
  where.getByRole('button', { name, exact: true }).first().click()
const follow = (where: Page | Locator, name: string | RegExp) =>
  where.getByRole('link', { name, exact: true }).first().click()
/** A field whose choices are found by typing. */
async function choose(where: Page | Locator, label: string | RegExp, text: string) {
  const field = where.getByRole('textbox', { name: label }).or(where.getByRole('combobox', { name: label }))
  await field.first().fill(text)
  await where.getByRole('option').filter({ hasText: text }).first().click()
}
const group = (where: Page | Locator, name: string | RegExp) =>
  where.getByRole('group', { name, exact: true })
/** Words in some languages, each of them said to be checked where the form asks. */
async function write(where: Locator, texts: Partial<Record<Language, string>>, checked = false) {
  for (const language of languages) {
    const text = texts[language]
    if (text === undefined) continue
    // One language stands open at a time.
    await where.getByRole('button', { name: new RegExp(`^${names[language]}`) }).click()
    const field = where.getByRole('textbox', { name: new RegExp(`^${names[language]}`) })
    await field.fill(text)
    // The state of a text is the choice below it.
    if (checked) await field.locator('xpath=ancestor::div[.//select][1]//select').selectOption('checked')
  }
}

journey('the Council', open => {
  let hub: TurnedHub
  let secretariat: Colleague
  let chair: Colleague
  let kz: Colleague
  let kg: Colleague
  let tj: Colleague
  let partner: Colleague
  let observer: Colleague
  const symbols = { session: '', next: '', decision: '' }
  const at = { session: '', next: '', decision: '', action: '', record: '' }

  beforeAll(async () => {
    hub = await turnedHub()
    const [forKz, forKg, forTj, forPartner, forObserver] = [
      await hub.delegate('KZ'),
      await hub.delegate('KG'),
      await hub.delegate('TJ'),
      await hub.delegate('UNICEF'),
      await hub.delegate('ICRC'),
    ]
    secretariat = await withDoor(hub.w, hub.secretariat)
    chair = await withDoor(hub.w, hub.chair)
    kz = await withDoor(hub.w, forKz)
    kg = await withDoor(hub.w, forKg)
    tj = await withDoor(hub.w, forTj)
    partner = await withDoor(hub.w, forPartner)
    observer = await withDoor(hub.w, forObserver)
  })
  afterAll(() => hub?.w.close())

  const devices = devicesOf(open, () => hub)
  /** Sits down before a page as somebody, and tells it; whoever is nobody opens a browser of their own. */
  async function as(
    who: Colleague | null,
    path: string,
    tell: (page: Page, faults: () => Promise<string[]>) => Promise<void>,
    { language = 'en', ...options }: VisitOptions & { language?: Language } = {},
  ) {
    const spoken = { ...options, language }
    const visit = who ? await devices.take(who, spoken, path) : await open(spoken)
    if (!who) await visit.page.goto(hub.url + path, { waitUntil: 'networkidle' })
    try {
      await tell(visit.page, visit.accessibilityFaults)
    } catch (error) {
      await look(visit.page, 'broken')
      throw error
    }
    await look(visit.page)
    await visit.close()
  }
  let looks = 0
  async function look(page: Page, name = '') {
    looks += 1
    const folder = process.env['KEREGE_LOOKS']
    if (folder) await page.screenshot({ path: join(folder, `${looks}${name}.png`), fullPage: true })
  }
  const pathOf = (page: Page) => new URL(page.url()).pathname
  const symbolOn = async (page: Page, pattern: RegExp) =>
    pattern.exec(await page.locator('main').innerText())?.[0] ?? ''

  test('a session in Astana is planned, gets its symbol, is invited to, and its agenda is given out', async () => {
    const begins = new Date(hub.now().getTime() + 9 * day)
    await as(secretariat, '/sessions', async (page, faults) => {
      await follow(page, en('council.session.new'))
      await write(group(page, en('council.title')), {
        en: sessionTitle,
        ru: 'Астанинское заседание Совета',
      })
      await choose(page, new RegExp(`^${en('council.body')}`), 'Regional Expert Council')
      await page.getByRole('radio', { name: en('council.format.hybrid') }).check()
      await page.getByLabel(new RegExp(`^${en('council.starts')}`)).fill(typed(begins))
      await page
        .getByLabel(new RegExp(`^${en('council.ends')}`))
        .fill(typed(new Date(begins.getTime() + day)))
      await page.getByLabel(new RegExp(`^${en('council.city')}`)).fill('Astana')
      await choose(page, new RegExp(`^${en('council.country')}`), 'Kazakhstan')
      await choose(page, new RegExp(`^${en('council.host')}`), 'Kazakhstan')
      await page.getByLabel(en('council.publicTick')).check()
      await press(page, en('council.session.plan'))
      await page.getByRole('heading', { level: 1, name: sessionTitle }).waitFor()
      at.session = pathOf(page)
      await press(page, en('council.giveSymbol'))
      await page.getByRole('button', { name: en('council.giveSymbol') }).waitFor({ state: 'detached' })
      symbols.session = await symbolOn(page, /REC\/\d{4}\/SES\.\d+/)
      for (const code of ['KZ', 'KG', 'TJ', 'UNICEF', 'ICRC']) {
        await page.getByLabel(en('council.invite'), { exact: true }).selectOption(hub.party(code))
        await page
          .getByLabel(/^Answer of /)
          .nth(['KZ', 'KG', 'TJ', 'UNICEF', 'ICRC'].indexOf(code))
          .waitFor()
      }
      for (const [title, minutes] of [
        ['Children at school', '60'],
        ['Other matters', '30'],
      ] as const) {
        await press(page, en('council.item.add'))
        const drawer = page.getByRole('dialog')
        await write(group(drawer, en('council.title')), { en: title, ru: `${title} (рус.)` })
        await drawer.getByLabel(new RegExp(`^${en('council.item.minutes')}`)).fill(minutes)
        await press(drawer, en('council.item.add'))
        await page.locator('main li strong').filter({ hasText: title }).waitFor()
      }
      await press(page, en('council.agenda.give.provisional'))
      await page.getByText(/Provisional, rev\. 1/).waitFor()
      expect(await faults()).toEqual([])
    })
    expect(symbols.session).toMatch(/SES/)
  })

  test('two delegations file statements, in Russian on a phone and in English, under the item', async () => {
    const file = (words: Words, title: string, text: string, language: string) => async (page: Page) => {
      await follow(page, words('council.sta.file'))
      await page.getByLabel(words('council.title'), { exact: true }).fill(title)
      await choose(page, new RegExp(`^${words('council.sta.item')}`), '1. ')
      expect(await page.getByLabel(words('council.sta.language')).inputValue()).toBe(language)
      await page.locator('[role="textbox"][contenteditable="true"]').click()
      await page.keyboard.type(text)
      await press(page, words('council.sta.file'))
      await page.getByRole('link', { name: title, exact: true }).first().waitFor()
    }
    await as(kg, at.session, file(ru, 'Слово Кыргызстана', 'Школа начинается дома.', 'ru'), {
      ...phone,
      language: 'ru',
    })
    await as(tj, at.session, async page => {
      await file(en, 'Word of Tajikistan', 'Teachers come first.', 'en')(page)
      const item = page.locator('main li').filter({ hasText: 'Children at school' }).first()
      for (const one of [1, 2]) await item.getByText(`${symbols.session}/STA.${one}`).waitFor()
    })
  })

  test('a decision is drafted in seven languages, amended, put under silence, amended again; the observer can only read', async () => {
    await as(secretariat, at.session, async (page, faults) => {
      await follow(page, en('council.decision.new'))
      await write(group(page, en('council.title')), decisionTitle)
      await write(
        group(page, en('council.decision.text')),
        { ...revised, en: 'Each child has a place.' },
        true,
      )
      expect(await faults()).toEqual([])
      await press(page, en('council.decision.draftIt'))
      await page.getByRole('heading', { level: 1, name: decisionTitle.en }).waitFor()
      at.decision = pathOf(page)
      await page.getByText(en('council.chairPuts')).waitFor()
      // A delegation asked for a word before it was put to anybody.
      await follow(page, en('council.decision.edit'))
      await write(group(page, en('council.decision.text')), { en: 'Each child soon has a place.' }, true)
      await allStillRight(group(page, en('council.stillRight')))
      await press(page, en('council.save'))
      await page.waitForURL(`**${at.decision}`)
      await page.getByText('Each child soon has a place.').first().waitFor()
    })
    await as(
      chair,
      at.decision,
      async page => {
        await press(page, kk('council.put.silence'))
        await press(page.getByRole('dialog'), kk('council.put.silence'))
        await page.getByText(kk('council.clock.unless')).first().waitFor()
        await press(page, kk('council.amend'))
        const drawer = page.getByRole('dialog')
        await drawer.getByLabel(kk('ui.reason')).fill('Екі мемлекет өтінді')
        await write(group(drawer, kk('council.decision.text')), { en: 'Each child has a place at school.' })
        await allStillRight(group(drawer, kk('council.stillRight')))
        await press(drawer, kk('council.amend'))
        await page.getByText(kk('council.step.restarted')).first().waitFor()
      },
      { ...phone, language: 'kk' },
    )
    for (const who of [observer, partner])
      await as(who, at.decision, async page => {
        await page.getByText(en('council.hindrance.not-counted')).waitFor()
        expect(await page.getByRole('button', { name: en('council.object'), exact: true }).count()).toBe(0)
      })
  })

  test('one state breaks the silence in two taps; the text is revised and asked again', async () => {
    await as(
      kg,
      at.decision,
      async page => {
        await press(page, ru('council.object'))
        const dialog = page.getByRole('dialog')
        await dialog.getByRole('textbox').fill('Не сказано, на каком языке')
        await press(dialog, ru('council.object'))
        await page.getByText(ru('council.decision.broken')).first().waitFor()
      },
      { ...phone, language: 'ru' },
    )
    await as(secretariat, at.decision, async page => {
      await page.getByText('Не сказано, на каком языке').first().waitFor()
      await press(page, en('council.revise'))
      await follow(page, en('council.decision.edit'))
      await write(group(page, en('council.decision.text')), revised, true)
      await allStillRight(group(page, en('council.stillRight')))
      await press(page, en('council.save'))
      await page.waitForURL(`**${at.decision}`)
      await page.getByText(revised.en).first().waitFor()
    })
    await as(chair, at.decision, async page => {
      await press(page, en('council.put.silence'))
      await press(page.getByRole('dialog'), en('council.put.silence'))
      await page.getByText(en('council.clock.unless')).first().waitFor()
    })
    await as(
      kz,
      at.decision,
      async page => {
        await press(page, kk('council.interpret'))
        const dialog = page.getByRole('dialog')
        await dialog.getByRole('textbox').fill('Бір ай келген күннен есептеледі')
        await press(dialog, kk('council.statement.act'))
        await page.getByText('Бір ай келген күннен есептеледі').first().waitFor()
      },
      { ...phone, language: 'kk' },
    )
  })

  test('the clock passes the end: it is adopted and numbered, and everybody is told', async () => {
    const id = at.decision.split('/').at(-1) ?? ''
    hub.turn(74 * hour)
    const read = async () => (await hub.w.as(tj)(getDecision, { params: { id } })).body
    await expect.poll(async () => (await read()).state, { timeout: 30_000 }).toBe('adopted')
    symbols.decision = (await read()).symbol ?? ''
    expect(symbols.decision).toMatch(/^REC\/\d{4}\/DEC\.1$/)
    for (const who of [secretariat, chair, kz, kg, tj, partner, observer])
      await expect
        .poll(
          async () =>
            (await hub.w.as(who)(listNotices, { query: { limit: 50 } })).body.rows.filter(
              ({ params }) => params['decisionId'] === id && params['state'] === 'adopted',
            ).length,
          { timeout: 30_000 },
        )
        .toBe(1)
    await as(
      tj,
      '/notifications',
      async page => {
        await follow(page, ru('notifications.says.decision.adopted'))
        await page.getByText(symbols.decision).first().waitFor()
      },
      { ...phone, language: 'ru' },
    )
  })

  test('an action is made from it; the session is held and closed', async () => {
    await as(secretariat, at.decision, async page => {
      await press(page, en('council.action.new'))
      const drawer = page.getByRole('dialog')
      await write(group(drawer, en('council.action.what')), {
        en: 'Train teachers in Osh',
        ru: 'Обучить учителей в Оше',
      })
      await choose(drawer, en('council.action.owner'), 'Kyrgyzstan')
      await drawer.getByLabel(en('council.action.due')).fill(typed(new Date(hub.now().getTime() + 10 * day)))
      await press(drawer, en('council.action.make'))
      await follow(page, 'Train teachers in Osh')
      await page.getByRole('heading', { level: 1, name: 'Train teachers in Osh' }).waitFor()
      at.action = pathOf(page)
    })
    const id = at.session.split('/').at(-1) ?? ''
    for (const code of ['KZ', 'KG', 'TJ'])
      await hub.w.as(secretariat)(registerParticipant, {
        params: { id },
        body: { id: newId(), partyId: hub.party(code), name: `Invented ${code}`, way: 'in-person' },
      })
    hub.turn(6 * day)
    await as(secretariat, at.session, async page => {
      await press(page, 'Change item 1')
      const drawer = page.getByRole('dialog')
      await press(drawer, en('council.item.decisionAdd'))
      await choose(drawer, new RegExp(`^${en('council.item.decision')}`), symbols.decision)
      await press(drawer, en('council.save'))
      await page.getByRole('link', { name: `${symbols.decision} · ${decisionTitle.en}` }).waitFor()
      await press(page, en('council.move.under-way'))
      await page.getByRole('button', { name: en('council.move.closed') }).waitFor()
      await press(page, en('council.agenda.give.adopted'))
      await page
        .getByText(/Adopted, rev\. 2/)
        .first()
        .waitFor()
      for (const one of [0, 1, 2]) {
        const tick = page.getByLabel(en('council.attended'), { exact: true }).nth(one)
        await tick.click()
        await expect.poll(() => tick.isChecked(), { timeout: 20_000 }).toBe(true)
      }
      await press(page, en('council.move.closed'))
      await page.getByText(en('council.state.closed'), { exact: true }).first().waitFor()
    })
  })

  test('its record is drafted, circulated, and leaves as Word, PDF and Akoma Ntoso', async () => {
    await as(secretariat, at.session, async page => {
      await press(page, en('council.rec.draft'))
      await press(page.getByRole('dialog'), en('council.rec.draft'))
      await page.waitForURL('**/documents/**')
      at.record = pathOf(page)
      await page.getByText('Word of Tajikistan').first().waitFor()
      for (const language of ['English', 'Russian']) {
        const button = page.getByRole('button', {
          name: new RegExp(`^${en('council.doc.markChecked')}.*${language}`),
        })
        await button.click()
        await button.waitFor({ state: 'detached' })
      }
      await follow(page, en('council.rec.toSession'))
      await press(page, en('council.rec.circulate'))
      await page.getByText(en('council.rec.waits')).waitFor()
    })
    await as(tj, at.record, async page => {
      const folder = await mkdtemp(join(tmpdir(), 'kerege-council-'))
      try {
        const take = async (name: string) => {
          const [download] = await Promise.all([page.waitForEvent('download'), follow(page, name)])
          const file = join(folder, download.suggestedFilename())
          await download.saveAs(file)
          return readFile(file)
        }
        const word = await JSZip.loadAsync(await take('DOCX'))
        const paragraphs = (await word.file('word/document.xml')?.async('string')) ?? ''
        for (const said of ['Children at school', `${symbols.session}/STA.1`, symbols.decision, revised.en])
          expect(paragraphs).toContain(said)
        // Where a line ends is the page's affair.
        const pdf = (await paperText(new Uint8Array(await take('PDF')), 'pdf')).replace(/\s+/g, ' ')
        for (const said of ['Children at school', 'Word of Tajikistan', symbols.decision, revised.en])
          expect(pdf).toContain(said)
        const akn = (await take('Akoma Ntoso')).toString('utf8')
        const schema = openAknSchema()
        expect(schema.faultsOf(akn)).toEqual([])
        schema.close()
        expect(akn).toContain(symbols.decision)
        expect(akn).toContain(revised.en)
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
    })
  })

  test('a form that nobody of this role may send is not there for them', async () => {
    for (const path of ['/sessions/new', `${at.session}/edit`, '/decisions/new', '/figures/new']) {
      await as(tj, path, async page => {
        await page.getByRole('heading', { level: 1, name: en('ui.notHere.title') }).waitFor()
        expect(await page.locator('main input').count()).toBe(0)
      })
    }
    await as(tj, '/requests/new', async page => {
      await page.getByText(en('council.request.hindrance.no-focal-point')).waitFor()
      expect(await page.locator('main input').count()).toBe(0)
    })
  })

  test('weeks later the owner reports, late; the digest of the next session flags it', async () => {
    hub.turn(20 * day)
    await as(secretariat, '/sessions/new', async page => {
      await write(group(page, en('council.title')), { en: 'Session after Astana' })
      await choose(page, new RegExp(`^${en('council.body')}`), 'Regional Expert Council')
      await page
        .getByLabel(new RegExp(`^${en('council.starts')}`))
        .fill(typed(new Date(hub.now().getTime() + 5 * day)))
      await press(page, en('council.session.plan'))
      await page.getByRole('heading', { level: 1, name: 'Session after Astana' }).waitFor()
      at.next = pathOf(page)
      await press(page, en('council.giveSymbol'))
      await page.getByRole('button', { name: en('council.giveSymbol') }).waitFor({ state: 'detached' })
      symbols.next = await symbolOn(page, /REC\/\d{4}\/SES\.\d+/)
    })
    await as(
      kg,
      at.action,
      async page => {
        await page.getByText(ru('council.action.late')).first().waitFor()
        await press(page, ru('council.action.report'))
        const drawer = page.getByRole('dialog')
        await drawer.getByRole('radio', { name: ru('council.action.under-way') }).check()
        await drawer.getByLabel(new RegExp(`^${ru('council.action.words')}`)).fill('Учителя начнут весной')
        await press(drawer, ru('council.action.report'))
        await drawer.waitFor({ state: 'detached' })
        await page.getByText('Учителя начнут весной').first().waitFor()
      },
      { ...phone, language: 'ru' },
    )
    await as(tj, `${at.next}/digest`, async (page, faults) => {
      await page.getByRole('heading', { name: en('council.digest.late') }).waitFor()
      await page.getByRole('link', { name: 'Train teachers in Osh' }).waitFor()
      await page.getByText(symbols.decision).first().waitFor()
      expect(await faults()).toEqual([])
    })
    await as(tj, '/actions?late=true', async page => {
      await page.getByRole('link', { name: 'Train teachers in Osh' }).first().waitFor()
    })
  })

  test('the record is approved from inside the agenda of the next session', async () => {
    await as(secretariat, at.next, async page => {
      await press(page, en('council.item.add'))
      const drawer = page.getByRole('dialog')
      await write(group(drawer, en('council.title')), { en: 'Approval of the record' })
      await choose(drawer, new RegExp(`^${en('council.rec.approves')}`), symbols.session)
      await press(drawer, en('council.item.add'))
      await page.getByRole('link', { name: `${symbols.session}/SR` }).waitFor()
      await press(page, en('council.agenda.give.provisional'))
      await press(page, en('council.move.under-way'))
      await press(page, en('council.agenda.give.adopted'))
      await page
        .getByText(/Adopted, rev\. 2/)
        .first()
        .waitFor()
    })
    await as(
      chair,
      at.next,
      async page => {
        await press(page, kk('council.rec.approve'))
        await page.getByText(kk('council.rec.approved')).first().waitFor()
      },
      { ...phone, language: 'kk' },
    )
  })

  test('anybody reads it without script: the decision in seven languages, the session, the record', async () => {
    const address = publicAddress('decisions', { symbol: symbols.decision })
    for (const language of languages)
      await as(
        null,
        `${address}?lang=${language}`,
        async page => {
          expect(await page.locator('html').getAttribute('lang')).toBe(language)
          expect(await page.locator('h1').innerText()).toBe(decisionTitle[language])
          await page.getByText(revised[language]).first().waitFor()
          await page.getByText('Учителя начнут весной').first().waitFor()
        },
        { ...phone, noScript: true },
      )
    await as(
      null,
      '/',
      async page => {
        await page.waitForURL('**/public')
        await follow(page.locator('main'), 'Sessions')
        await follow(page, sessionTitle)
        for (const said of [symbols.decision, `${symbols.session}/STA.1`, `${symbols.session}/SR`])
          await page.getByText(said).first().waitFor()
        await follow(page, `${symbols.session}/SR`)
        await page.getByText('Word of Tajikistan').first().waitFor()
      },
      { noScript: true },
    )
  })
})
