/**
 * One family from the handover to the end of looking in, by clicks: reception, the team's supervisor and a psychologist in Russian at a desk,
 * a case manager and a teacher in Uzbek, a foundation by a link without an account. More than three years pass, so it plays at a node of its
 * own whose clock is turned. All names are invented.
 */
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { needDomains } from '../../packages/contract/src/assessments/needs.ts'
import { getCase, lookIn } from '../../packages/contract/src/cases/routes.ts'
import { makeHousehold, registerPerson } from '../../packages/contract/src/people/routes.ts'
import { addOrganisation, addService } from '../../packages/contract/src/services/routes.ts'
import { addEntry } from '../../packages/contract/src/situation/routes.ts'
import { addDays, addMonths } from '../../packages/contract/src/tasks/rules.ts'
import type { Mail } from '../../packages/server/src/platform/context.ts'
import { newId } from '../../packages/server/src/platform/ids.ts'
import { localDay } from '../../packages/server/src/platform/localDay.ts'
import { sendLetters } from '../../packages/server/src/slices/referrals/letters.ts'
import { contact, cyrillicName, draft } from '../../packages/server/src/testing/people.ts'
import { testZone } from '../../packages/server/src/testing/world.ts'
import { must } from '../support/crowd.ts'
import { devicesOf } from '../support/devices.ts'
import { type Colleague, withDoor } from '../support/door.ts'
import { go, settled } from '../support/going.ts'
import { journey } from '../support/journey.ts'
import { chooseLanguage } from '../support/region.ts'
import { standAt } from '../support/turned.ts'
import { type TurnedNode, turnedNode } from '../support/turnedNode.ts'
import { desk, phone, type Visit, type VisitOptions } from '../support/visit.ts'
import { wordsIn } from '../support/words.ts'

const day = 86_400_000
const soon = { timeout: 20_000 } as const
const [ru, uz] = [wordsIn('ru'), wordsIn('uz')]
type Words = typeof ru

const mother = born('Бұлақова', 'Арайлым', 31, 'female')
const daughter = born('Бұлақова', 'Нұрай', 9, 'female')
const son = born('Бұлақов', 'Ерасыл', 6, 'male')
const names = ['Бұлақова Арайлым', 'Бұлақова Нұрай', 'Бұлақов Ерасыл']
const confided = 'Yaxshi uxlay boshladi'
const prison = 'Сары құм мекемесі'
const wish = 'Qizim har kuni maktabga borsin'

/** So many years old when the story begins. */
function born(family: string, given: string, years: number, sex: 'female' | 'male') {
  const year = new Date().getFullYear() - 4 - years
  const birth = { precision: 'year', year } as const
  const contacts = [{ system: 'phone', value: '+7 700 000 04 17', discretion: 'ask-first' } as const]
  return draft({ contact: contact({ names: [cyrillicName(family, given)], birth, sex, contacts }) })
}

const press = (within: Page | Locator, name: string | RegExp) =>
  within.getByRole('button', { name, exact: true }).first().click()
const pick = (within: Page | Locator, name: string | RegExp) =>
  within.getByRole('radio', { name, exact: true }).first().check()
const fill = (within: Page | Locator, label: string | RegExp, text: string) =>
  within.getByRole('textbox', { name: label }).first().fill(text)
/** Of many, found by typing. */
async function choose(within: Page | Locator, label: string | RegExp, text: string) {
  const field = within.getByRole('combobox', { name: label }).or(within.getByRole('textbox', { name: label }))
  await field.first().fill(text)
  await within.getByRole('option').filter({ hasText: text }).first().click()
}
const typed = (date: string) => date.split('-').reverse().join('.')
const pathOf = (page: Page) => new URL(page.url()).pathname

let node: TurnedNode
let reception: Colleague
let lead: Colleague
let worker: Colleague
let psychologist: Colleague
let teacher: Colleague
let caseId = ''
let referralId = ''
let code = ''
const mails: Mail[] = []
const today = () => localDay(node.now(), testZone)

beforeAll(async () => {
  // Three years of looking in, and the months before them.
  node = await turnedNode(1300)
  const { w } = node
  const house = await w.agency()
  const colleague = async (...who: Parameters<typeof w.somebody>) => withDoor(w, await w.somebody(...who))
  reception = await colleague('receptionOfficer', { name: 'Мадина Раҳимова', ...house })
  lead = await colleague('supervisor', { name: 'Асем Жақыпова' })
  worker = await colleague('caseManager', { name: 'Дилноза Каримова' })
  psychologist = await colleague('psychologist', { name: 'Салтанат Оразова', ...(await w.agency()) })
  teacher = await colleague('teacher', { name: 'Гулноза Юсупова', ...(await w.agency()) })
  for (const body of [mother, daughter, son]) await must(w.as(reception)(registerPerson, { body }))
  const members = [
    { personId: mother.id, role: 'mother' as const },
    { personId: daughter.id, role: 'child' as const },
    { personId: son.id, role: 'child' as const },
  ]
  await must(w.as(reception)(makeHousehold, { body: { id: newId(), name: 'Бұлақовтар', members } }))
  const name = (text: string) => ({ uz: { text, state: 'checked' as const } })
  const organisationId = newId()
  const fund = { id: organisationId, name: name('Buloq jamgʻarmasi'), email: 'buloq@kz.example' }
  await must(w.as(lead)(addOrganisation, { body: { ...fund, kind: 'ngo' } }))
  const offer = {
    id: newId(),
    organisationId,
    name: name('Dars tayyorlash toʻgaragi'),
    languages: [],
    areas: [],
  }
  const open = { domains: ['education' as const], cost: 'free' as const, state: 'open' as const, places: [] }
  await must(w.as(lead)(addService, { body: { ...offer, ...open } }))
}, 180_000)
afterAll(() => node?.w.close())

journey('one family', open => {
  const devices = devicesOf(open, () => node)
  let looks = 0
  const pictures = process.env['KEREGE_LOOKS']
  const look = async (page: Page, name: string) => {
    looks += 1
    if (pictures)
      await page.screenshot({
        path: join(pictures, `${String(looks).padStart(2, '0')}-${name}.png`),
        fullPage: true,
      })
  }

  /** What somebody does at one sitting. */
  async function as(
    who: Colleague,
    language: 'ru' | 'uz',
    size: VisitOptions,
    tell: (page: Page, words: Words, visit: Visit) => Promise<void>,
  ) {
    const visit = await devices.take(who, { ...size, language })
    const words = language === 'ru' ? ru : uz
    try {
      await tell(visit.page, words, visit)
    } catch (error) {
      await look(visit.page, 'broken')
      if (visit.faults().length > 0) throw new Error(visit.faults().join('\n'), { cause: error })
      throw error
    }
    await visit.close()
  }
  const goTo = (page: Page, path: string) => go(page, node.url + path)
  /** The page as it stands: for everybody's eyes and hands, and within the screen. */
  const stands = async ({ page, ...visit }: Visit, name: string) => {
    await settled(page)
    await look(page, name)
    expect(await visit.accessibilityFaults()).toEqual([])
    const [whole, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth])
    expect(whole).toBeLessThanOrEqual(screen ?? 0)
  }
  const onPhone = (tell: Parameters<typeof as>[3]) => as(worker, 'uz', phone, tell)

  test('reception hands the family over to the team that will work with them', async () => {
    await as(reception, 'ru', desk, async (page, words, visit) => {
      await goTo(page, `/people/${mother.id}`)
      await page.locator(`a[href="/handovers/new?person=${mother.id}"]`).click()
      await pick(page, words('handovers.to.relative'))
      await fill(page, words('handovers.receiver'), 'Бұлақова Зейнеп, әжесі')
      await fill(page, words('handovers.reach'), '+7 700 000 00 21')
      await choose(page, words('handovers.team'), 'North team')
      await fill(page, words('handovers.signedBy'), 'З. Бұлақова')
      await stands(visit, 'handover-new')
      await press(page, words('handovers.make'))
      await page.waitForURL(/\/handovers\/0[0-9a-f-]{35}$/)
      await page.getByText('З. Бұлақова').first().waitFor()
      await look(page, 'handover')
      // Whoever handed them over works with them no longer: the sheet stays, without names.
      for (const name of names) expect(await page.getByRole('main').getByText(name).count()).toBe(0)
    })
  })

  test('the supervisor gives the three of them to one worker', async () => {
    await as(lead, 'ru', desk, async (page, words, visit) => {
      await page.getByText(words('cases.need.unassigned')).first().waitFor()
      await stands(visit, 'today-supervisor')
      await goTo(page, '/cases?of=unassigned')
      const ticks = page.getByRole('checkbox', { name: words('cases.tick') })
      await expect.poll(() => ticks.count(), soon).toBe(3)
      for (const tick of await ticks.all()) await tick.check()
      await press(page.getByRole('toolbar'), words('cases.give'))
      const dialog = page.getByRole('dialog')
      await choose(dialog, words('cases.worker'), worker.name)
      await press(dialog, words('cases.give'))
      await expect.poll(() => ticks.count(), soon).toBe(0)
    })
  })

  test('the case manager begins: what the family lets others hear, and what it needs', async () => {
    await onPhone(async (page, words, visit) => {
      await page.getByText(words('cases.need.given')).first().waitFor()
      await stands(visit, 'today-worker')
      await goTo(page, '/cases')
      await page
        .getByRole('link', { name: names[1] ?? '' })
        .first()
        .click()
      await page.waitForURL(/\/cases\/0/)
      caseId = pathOf(page).split('/')[2] ?? ''
      await press(page, words('cases.do.intake'))
      const consent = page.getByRole('link', {
        name: `${words('cases.guard.write')}: ${words('cases.guard.consent')}`,
      })
      await consent.click()
      await page.waitForURL(/\/sharing\/of\//)
      await press(page, words('consents.record'))
      const dialog = page.getByRole('dialog')
      await pick(dialog, words('consents.givenBy.parent'))
      await pick(dialog, words('consents.capacity.with-support'))
      await dialog.getByLabel(words('consents.explained'), { exact: true }).selectOption('talk')
      await choose(dialog, words('consents.purposes'), words('consents.purpose.school') as string)
      await choose(dialog, words('consents.recipients'), words('consents.to.ngo') as string)
      await choose(dialog, words('consents.classes'), words('consents.class.contact') as string)
      await choose(dialog, words('consents.classes'), words('consents.class.education') as string)
      await dialog.getByLabel(words('consents.evidence'), { exact: true }).selectOption('spoken')
      await look(page, 'consent')
      await press(dialog, words('consents.record'))
      await page.getByText(words('consents.recorded')).first().waitFor()

      await goTo(page, `/cases/${caseId}`)
      await press(page, words('cases.do.assessment'))
      await page
        .getByRole('link', { name: `${words('cases.guard.write')}: ${words('cases.guard.needs')}` })
        .click()
      await page.waitForURL(/\/assessments\/of\//)
      await press(page, words('assessments.take'))
      await page.locator('dialog[open] button[type=submit]').click()
      await page.waitForURL(/\/assessments\/0/)
      await page.getByRole('group', { name: words('needs.safety') }).waitFor()
      for (const domain of needDomains) {
        const group = page.getByRole('group', { name: words(`needs.${domain}`), exact: true })
        if ((await group.count()) === 0) continue
        const level = domain === 'education' ? 3 : 1
        await group.getByLabel(words(`needs.level.${level}`)).check({ force: true })
      }
      for (const reason of await page.locator('main textarea').all()) await reason.fill('Uyda gaplashdik')
      await stands(visit, 'needs')
      await press(page, words('assessments.finish'))
      await page.getByRole('heading', { name: words('assessments.result') }).waitFor()
      await goTo(page, `/cases/${caseId}`)
      await press(page, words('cases.do.planning'))
      await page.getByText(words('cases.guard.plan-agreed')).first().waitFor()
      await stands(visit, 'case-planning')
    })
  })

  test('a plan in the words of the mother, to which she says yes', async () => {
    await onPhone(async (page, words, visit) => {
      await goTo(page, `/cases/${caseId}/plan`)
      const dialog = page.getByRole('dialog')
      await press(page, words('plans.begin'))
      await press(page, words('plans.goal.add'))
      await fill(dialog, words('plans.field.words'), wish)
      await fill(dialog, words('plans.field.target'), 'Har kuni darsda')
      await fill(dialog, words('plans.field.due'), typed(addDays(today(), 60)))
      await press(dialog, words('plans.action.add'))
      await dialog.getByLabel(words('plans.action.kind'), { exact: true }).selectOption('referral')
      await fill(dialog, words('plans.action.words'), 'Dars tayyorlashga yordam')
      await press(dialog, words('plans.goal.keep'))
      await page.getByText(wish).first().waitFor()
      await press(page, words('plans.agree'))
      await pick(dialog, words('plans.by.guardian'))
      await fill(dialog, words('plans.who'), 'Onasi')
      await pick(dialog, words('plans.child.agrees'))
      await press(dialog, words('plans.agree.keep'))
      await press(page, words('plans.ask'))
      await fill(dialog, words('ui.reason'), 'Oila bilan uyda kelishildi')
      await press(dialog, words('plans.ask'))
      await page.getByRole('link', { name: words('plans.openApproval') }).waitFor()
      await stands(visit, 'plan')
    })
  })

  test('the supervisor lets it come into force, and brings a psychologist and a teacher to the child', async () => {
    await as(lead, 'ru', desk, async (page, words, visit) => {
      await goTo(page, `/cases/${caseId}/plan`)
      await page.getByText(wish).first().waitFor()
      await stands(visit, 'plan-supervisor')
      await page.getByRole('link', { name: words('plans.openApproval') }).click()
      await press(page, words('approvals.approve.plan'))
      const dialog = page.getByRole('dialog')
      await fill(dialog, words('ui.reason'), 'Шаги по силам')
      await press(dialog, words('approvals.approve.plan'))
      await page.waitForURL(/\/approvals$/)

      await goTo(page, `/people/${daughter.id}`)
      for (const who of [psychologist, teacher]) {
        await press(page, words('people.beside.add'))
        await choose(dialog, words('people.colleague'), who.name)
        await pick(dialog, words('people.grant.task'))
        await fill(
          dialog,
          words('people.lastDay'),
          typed(localDay(new Date(Date.now() + 30 * day), testZone)),
        )
        await fill(dialog, words('ui.reason'), 'По плану семьи')
        await press(dialog, words('people.beside.act'))
        await page.getByRole('complementary').getByText(who.name).waitFor()
      }
      await stands(visit, 'person-supervisor')
    })
    // That a parent is in prison is known to the case's own workers alone.
    const content = { kind: 'detention' as const, place: prison, ready: [] }
    const params = { id: daughter.id }
    await must(node.w.as(worker)(addEntry, { params, body: { id: newId(), source: 'family', content } }))
  })

  test('the psychologist writes in the section that nobody else reads', async () => {
    await as(psychologist, 'ru', desk, async (page, words, visit) => {
      await goTo(page, `/people/${daughter.id}`)
      await press(page, words('casework.notes.write'))
      const dialog = page.getByRole('dialog')
      await fill(dialog, words('casework.note.words'), confided)
      await press(dialog, words('casework.notes.save'))
      await page.getByText(confided).waitFor()
      await absent(page, words, ['protection', 'education', 'health', 'journey'])
      await stands(visit, 'person-psychologist')
    })
  })

  test('the teacher writes down the school, and hears of nothing else', async () => {
    await as(teacher, 'uz', desk, async (page, words, visit) => {
      // Of those with whom the teacher works, the one who is at no school yet.
      await goTo(page, '/situation')
      await page.getByText(words('situation.waits.no-school')).first().waitFor()
      await stands(visit, 'waiting')
      await page
        .getByRole('link', { name: names[1] ?? '' })
        .first()
        .click()
      await page.waitForURL(/\/people\/.*\/situation$/)
      await press(page, words('situation.add.schooling'))
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('textbox', { name: words('situation.school'), exact: true }).fill('12-maktab')
      await fill(dialog, words('situation.grade'), '3')
      await press(dialog, words('situation.save'))
      await page.getByText('12-maktab').first().waitFor()
      await press(page, words('situation.add.bullied'))
      await pick(dialog, words('needs.level.2'))
      await press(dialog, words('casework.concerns.save'))
      await page.getByText(words('situation.bullied')).first().waitFor()
      await absent(page, words, ['protection', 'mhpss', 'health', 'journey', 'legal'])
      for (const section of ['protection', 'health', 'legal', 'social'])
        expect(await page.getByRole('heading', { name: words(`situation.section.${section}`) }).count()).toBe(
          0,
        )
      await stands(visit, 'school')
      await goTo(page, `/people/${daughter.id}`)
      for (const text of [prison, confided]) expect(await page.getByText(text).count()).toBe(0)
      // Of the plan the goals of school alone; that there is a case is not said.
      expect(await page.locator('a[href^="/cases/"]:not([href$="/plan"])').count()).toBe(0)
      await look(page, 'person-teacher')
    })
  })

  test('a foundation is asked for help, and answers by a link and a code', async () => {
    await onPhone(async (page, words, visit) => {
      await goTo(page, `/cases/${caseId}`)
      await press(page, words('cases.do.active'))
      // On a phone what is not for now lies folded under its heading.
      await page.locator('#needs').getByRole('button', { expanded: false }).click()
      await page.getByText('12-maktab').first().waitFor()
      expect(await page.getByText(confided).count()).toBe(0)
      await stands(visit, 'case-active')
      await goTo(page, `/cases/${caseId}/plan`)
      await page.getByRole('link', { name: words('referrals.fromPlan') }).click()
      await page.waitForURL(/\/referrals\/new\//)
      await page.getByLabel(words('referrals.purpose'), { exact: true }).selectOption('school')
      await choose(page, words('referrals.service'), 'Dars tayyorlash')
      await fill(page, words('referrals.task'), 'Haftasiga ikki marta matematika')
      await press(page, words('referrals.draft.save'))
      await page.waitForURL(/\/referrals\/0/)
      referralId = pathOf(page).split('/')[2] ?? ''
      await stands(visit, 'referral-draft')
      // What is told is ticked once the register has answered.
      await page.locator('main input[type=checkbox]:checked').first().waitFor()
      await press(page, words('referrals.send'))
      code =
        (await page
          .getByText(/^\d{4} \d{4}$/)
          .first()
          .textContent()) ?? ''
      await look(page, 'referral-sent')
    })
    await sendLetters({ ...node.w.running.node, sendMail: async mail => void mails.push(mail) })
    const link = /\S+\/answer#\S+/.exec(mails.at(-1)?.text ?? '')?.[0] ?? ''
    await outside(link, async (page, words, visit) => {
      await page.getByText('Haftasiga ikki marta matematika').waitFor()
      await stands(visit, 'foundation')
      await pick(page, words('outside.becomes.accepted'))
    })
    await outside(link, (page, words) => pick(page, words('outside.becomes.under-way')))
    await outside(link, (page, words) => pick(page, words('outside.becomes.delivered')))
  })

  test('three months on the goal is reached, and the case manager asks to close', async () => {
    node.turn(90 * day)
    await onPhone(async (page, words, visit) => {
      const dialog = page.getByRole('dialog')
      await goTo(page, `/referrals/${referralId}`)
      await stands(visit, 'referral-delivered')
      await press(page, words('referrals.do.confirmed'))
      await dialog.locator('button[type=submit]').click()
      await page.getByText(words('referrals.state.confirmed')).first().waitFor()

      await goTo(page, `/cases/${caseId}/plan`)
      await press(page, words('plans.outcome'))
      // The step for which the foundation was asked is done with the word of the family.
      expect(await page.getByRole('link', { name: words('referrals.fromPlan') }).count()).toBe(0)
      for (const side of ['worker', 'family']) {
        const group = dialog.getByRole('group', { name: words(`plans.outcome.${side}`) })
        await pick(group, words('plans.came.reached'))
        await group.locator('textarea').fill('Har kuni boradi')
      }
      await press(dialog, words('plans.outcome.keep'))
      await page.getByText('Har kuni boradi').first().waitFor()
      await goTo(page, `/cases/${caseId}`)
      await press(page, words('cases.do.closing'))
      await pick(dialog, words('cases.outcome.stands-alone'))
      await fill(dialog, words('ui.reason'), 'Oila oʻzi uddalayapti')
      await press(dialog, words('cases.do.closing'))
      await page.getByRole('link', { name: words('cases.closing.open') }).waitFor()
      await stands(visit, 'case-closing')
    })
  })

  test('the supervisor agrees', async () => {
    await as(lead, 'ru', desk, async (page, words, visit) => {
      await goTo(page, `/cases/${caseId}`)
      await stands(visit, 'case-supervisor')
      await page.getByRole('link', { name: words('cases.closing.open') }).click()
      await press(page, words('approvals.approve.case-closure'))
      const dialog = page.getByRole('dialog')
      await fill(dialog, words('ui.reason'), 'Цель достигнута')
      await press(dialog, words('approvals.approve.case-closure'))
      await page.waitForURL(/\/approvals$/)
    })
  })

  test('after one, three and six months somebody looks in', async () => {
    const closed = today()
    for (const [at, months] of [1, 3, 6].entries()) {
      const ahead = Date.parse(addMonths(closed, months)) - Date.parse(today())
      node.turn(ahead)
      await onPhone(async (page, words, visit) => {
        if (at === 0) {
          await goTo(page, `/cases/${caseId}`)
          await press(page, words('cases.do.follow-up'))
        }
        await goTo(page, '/today')
        await page.getByText(words('cases.need.due')).first().waitFor()
        await goTo(page, `/cases/${caseId}`)
        await press(page, words('cases.looks.say'))
        const dialog = page.getByRole('dialog')
        await pick(dialog, words(at === 1 ? 'cases.looks.how.call' : 'cases.looks.how.visit'))
        await pick(dialog, words('cases.looks.going.well'))
        await fill(dialog, words('cases.looks.words'), `${at + 1}-marta: hammasi joyida`)
        await press(dialog, words('cases.looks.say'))
        await page
          .getByText(`${at + 1}-marta: hammasi joyida`)
          .first()
          .waitFor()
        if (at < 2) return
        for (const before of [1, 2]) await page.getByText(`${before}-marta: hammasi joyida`).first().waitFor()
        await stands(visit, 'case-looks')
      })
    }
  })

  test('after three years the supervisor ends it', async () => {
    const params = { id: caseId }
    const { looks } = await must(node.w.as(worker)(getCase, { params }))
    expect(looks.map(one => one.doneAt !== undefined)).toEqual([true, true, true, false, false, false])
    for (const { id, due } of looks.filter(one => !one.doneAt)) {
      node.turn(Date.parse(due) - Date.parse(today()))
      const body = { how: 'call', going: 'well', words: 'Hammasi joyida' } as const
      await must(node.w.as(worker)(lookIn, { params: { ...params, lookId: id }, body }))
    }
    await as(lead, 'ru', desk, async (page, words, visit) => {
      await goTo(page, `/cases/${caseId}`)
      await press(page, words('cases.do.ended'))
      const dialog = page.getByRole('dialog')
      await fill(dialog, words('ui.reason'), 'Три спокойных года')
      await press(dialog, words('cases.do.ended'))
      await page.getByText(words('cases.over')).waitFor()
      await stands(visit, 'case-ended')
    })
  })

  /** Somebody with a telephone and no account: the link from the mail, the code by voice, an answer. */
  async function outside(link: string, answer: (page: Page, words: Words, visit: Visit) => Promise<void>) {
    const visit = await open({ ...phone, language: 'uz' })
    await chooseLanguage(visit.context, 'uz')
    await standAt(visit.context, node.now().getTime() - Date.now())
    const { page } = visit
    await page.goto(link, { waitUntil: 'networkidle' })
    await fill(page, uz('outside.code'), code)
    await press(page, uz('outside.open'))
    await answer(page, uz, visit)
    await press(page, uz('outside.send'))
    await page.getByText(uz('outside.sent')).waitFor()
    await visit.close()
  }

  /** No tab, no card and no word of a section that is not theirs. */
  async function absent(page: Page, words: Words, sections: readonly string[]) {
    for (const section of sections) {
      const named = page.getByRole('link', { name: words(`access.compartment.${section}`), exact: true })
      expect(await named.count(), section).toBe(0)
    }
  }
})
