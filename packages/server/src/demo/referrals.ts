/**
 * Invented referrals of families that agreed: some wait, one past its day, one came back with a no, one was delivered and the family not asked
 * yet. Each rests on an answer of the family and stands in the register of who was told, as a real one does.
 */
import type pg from 'pg'
import { newId } from '../platform/ids.ts'
import { copyRows, type Value } from './copy.ts'
import { addDays, momentOf } from './days.ts'
import { offerNames, type OfferKey } from './serviceTexts.ts'
import { states } from './states.ts'
import type { DemoNode, DemoState } from './types.ts'

type Task = 'place' | 'lessons' | 'doctor' | 'vaccination' | 'allowance'
const texts: Readonly<Record<DemoState, Readonly<Record<Task | 'full' | 'went' | 'thanks', string>>>> = {
  kz: {
    place: 'Шағын сыныптан орын керек. Қазақша оқиды, екі жыл өткізіп алған.',
    lessons: 'Математика мен оқуға көмек, аптасына үш рет.',
    doctor: 'Алғашқы тексеру. Анасы бірге келеді.',
    vaccination: 'Екпе картасы жоқ. Қай екпелер керек екенін анықтап, күнін айтыңыз.',
    allowance: 'Жәрдемақыға өтініш. Қандай қағаз жетпейтінін айтыңыз.',
    full: 'Шағын сынып толы. Қаңтарда орын босайды.',
    went: 'Екі екпе салынды, келесісі бір айдан кейін.',
    thanks: 'Анасы риза, балаға ұнады.',
  },
  kg: {
    place: 'Чакан класстан орун керек. Кыргызча окуйт, эки жыл өткөрүп жиберген.',
    lessons: 'Математика менен окууга жардам, жумасына үч жолу.',
    doctor: 'Алгачкы кароо. Апасы чогуу келет.',
    vaccination: 'Эмдөө картасы жок. Кайсы эмдөөлөр керек экенин аныктап, күнүн айтыңыз.',
    allowance: 'Жөлөкпулга арыз. Кайсы кагаз жетпегенин айтыңыз.',
    full: 'Чакан класс толук. Январда орун бошойт.',
    went: 'Эки эмдөө жасалды, кийинкиси бир айдан кийин.',
    thanks: 'Апасы ыраазы, балага жакты.',
  },
  tj: {
    place: 'Ҷой дар синфи хурд лозим. Тоҷикӣ мехонад, ду сол аз даст рафтааст.',
    lessons: 'Кумак дар математика ва хониш, ҳафтае се бор.',
    doctor: 'Муоинаи аввал. Модараш ҳамроҳ меояд.',
    vaccination: 'Корти эмкунӣ нест. Муайян кунед, ки кадом эмкуниҳо лозиманд, ва рӯзро гӯед.',
    allowance: 'Ариза барои кумакпулӣ. Гӯед, ки кадом ҳуҷҷат намерасад.',
    full: 'Синфи хурд пур аст. Дар январ ҷой холӣ мешавад.',
    went: 'Ду эмкунӣ шуд, навбатӣ баъди як моҳ.',
    thanks: 'Модараш розӣ аст, ба кӯдак писанд омад.',
  },
  uz: {
    place: 'Kichik sinfdan joy kerak. Oʻzbekcha oʻqiydi, ikki yilni oʻtkazib yuborgan.',
    lessons: 'Matematika va oʻqishga yordam, haftada uch marta.',
    doctor: 'Birinchi koʻrik. Onasi birga keladi.',
    vaccination: 'Emlash kartasi yoʻq. Qaysi emlashlar kerakligini aniqlab, kunini ayting.',
    allowance: 'Nafaqaga ariza. Qaysi qogʻoz yetishmasligini ayting.',
    full: 'Kichik sinf toʻla. Yanvarda joy boʻshaydi.',
    went: 'Ikkita emlash qilindi, keyingisi bir oydan soʻng.',
    thanks: 'Onasi mamnun, bolaga yoqdi.',
  },
}

interface Case {
  readonly offer: OfferKey
  readonly task: Task
  readonly purpose: 'school' | 'health' | 'livelihood'
  /** Steps after it was sent, each a day later. */
  readonly way: readonly (readonly [state: string, words?: 'full' | 'went' | 'thanks'])[]
  /** Sent so many days ago. */
  readonly ago: number
}
/** Of children, in turns: what a school and a clinic are asked. */
const ofChildren: readonly Case[] = [
  { offer: 'lessons', task: 'lessons', purpose: 'school', way: [], ago: 1 },
  { offer: 'place', task: 'place', purpose: 'school', way: [['seen'], ['declined', 'full']], ago: 5 },
  { offer: 'children-doctor', task: 'doctor', purpose: 'health', way: [['seen']], ago: 12 },
  {
    ...{ offer: 'vaccination', task: 'vaccination', purpose: 'health', ago: 9 },
    way: [['seen'], ['accepted'], ['delivered', 'went']],
  },
  { offer: 'place', task: 'place', purpose: 'school', way: [['seen'], ['accepted']], ago: 3 },
  {
    ...{ offer: 'lessons', task: 'lessons', purpose: 'school', ago: 40 },
    way: [['seen'], ['accepted'], ['under-way'], ['delivered'], ['confirmed', 'thanks']],
  },
]
/** Of grown-ups: an office outside is asked by link and code, another centre here by its own people. */
const ofAdults: readonly Case[] = [
  { offer: 'allowance', task: 'allowance', purpose: 'livelihood', way: [], ago: 2 },
  {
    offer: 'allowance',
    task: 'allowance',
    purpose: 'livelihood',
    way: [['accepted'], ['under-way']],
    ago: 15,
  },
  // Another agency of the same node, inside.
  { offer: 'families', task: 'allowance', purpose: 'livelihood', way: [], ago: 1 },
]

interface Agreed {
  consent: string
  person: string
  label: string
  case_id: string
  worker: string
}

export async function fillReferrals(client: pg.ClientBase, demo: DemoNode, state: DemoState, today: string) {
  const { language } = states[state]
  const door = demo.accounts.find(one => one.key === 'case-manager')?.id
  const agreed = async (kind: string, most: number) =>
    (
      await client.query<Agreed>(
        `select c.id as consent, c.person_id as person, p.label, k.id as case_id, k.worker_id as worker
           from consents.consents c
           join people.persons p on p.id = c.person_id
           join cases.cases k on k.person_id = c.person_id and k.worker_id is not null and k.state not in ('ended', 'transferred', 'merged')
          where c.kind = 'consent' and c.withdrawn_at is null and c.custody_ended_at is null and $1 = any (c.recipients)
            and c.since <= $2::date - 45 and c.until > $2::date + 10
          order by k.worker_id = $3 desc, c.id limit $4`,
        [kind, today, door, most],
      )
    ).rows
  const services = await client.query<{
    id: string
    body: string
    kind: string
    agency: string | null
    en: string
  }>(
    `select s.id, o.id as body, o.kind, o.agency_id as agency, s.name #>> '{en,text}' as en
       from services.services s join services.organisations o on o.id = s.organisation_id`,
  )
  const made: Made = { disclosures: [], told: [], referrals: [], steps: [] }
  const all = [
    ...(await agreed('school', 12)).map((one, n) => [one, ofChildren[n % ofChildren.length]] as const),
    ...(await agreed('social-service', 3)).map((one, n) => [one, ofAdults[n % ofAdults.length]] as const),
  ]
  for (const [one, planned] of all) {
    const service = services.rows.find(row => planned && row.en === offerNames[planned.offer].en)
    if (!planned || !service) continue
    const receiver = demo.accounts.find(account => account.agencyId === service.agency)?.id
    put(made, one, planned, { service, receiver, say: texts[state], language, today })
  }
  const into = (table: string, columns: string, rows: Value[][]) =>
    copyRows(client, table, columns.split(' '), rows)
  await into(
    'consents.disclosures',
    'id person_id contact_id recipient purpose consent_id told_on how language account_id at',
    made.disclosures,
  )
  await into('consents.told', 'disclosure_id person_id recipient field compartment value', made.told)
  await into(
    'referrals.referrals',
    `id person_id version case_id service_id purpose language task answer_by state account_id agency_id receiver_id disclosure_id sent_at seen_at
      created_at updated_at`.replace(/\s+/g, ' '),
    made.referrals,
  )
  await into('referrals.steps', 'referral_id number person_id at account_id what state words', made.steps)
}

interface Made {
  disclosures: Value[][]
  told: Value[][]
  referrals: Value[][]
  steps: Value[][]
}
interface At {
  service: { id: string; body: string; kind: string; agency: string | null }
  receiver: string | undefined
  say: (typeof texts)[DemoState]
  language: string
  today: string
}

function put(made: Made, one: Agreed, planned: Case, { service, receiver, say, language, today }: At) {
  const { person, worker } = one
  const sentOn = addDays(today, -planned.ago)
  const at = (day: number) => momentOf(addDays(sentOn, day), 36_000)
  const id = newId(Date.parse(at(-1)))
  const disclosure = newId(Date.parse(at(0)))
  made.disclosures.push([
    ...[disclosure, person, service.body, service.kind, planned.purpose, one.consent, sentOn],
    ...['referral', language, worker, at(0)],
  ])
  made.told.push([disclosure, person, service.kind, 'name', 'contact', one.label])
  const own = (state: string) => state === 'confirmed'
  const answered = planned.way.some(([state]) => state !== 'seen')
  const last = planned.way.at(-1)?.[0] ?? 'sent'
  made.referrals.push([
    ...[id, person, planned.way.length + 2, one.case_id, service.id, planned.purpose, language],
    ...[say[planned.task], addDays(sentOn, 7), last, worker, service.agency],
    ...[service.agency && answered ? receiver : null, disclosure, at(0)],
    ...[planned.way.length > 0 ? at(1) : null, at(-1), at(planned.way.length)],
  ])
  const steps = [['draft'] as const, ['sent'] as const, ...planned.way]
  for (const [n, [state, words]] of steps.entries()) {
    const by = n < 2 || own(state) || !service.agency ? worker : receiver
    made.steps.push([id, n + 1, person, at(n - 1), by, state, state, words ? say[words] : null])
  }
}
