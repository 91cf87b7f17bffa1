/** Invented claims of the families of some workers: some given, some asked, one too long ago, one refused; and what was handed over. */
import type { ClaimState } from '@kerege/contract/entitlements/rules'
import type pg from 'pg'
import { newId } from '../platform/ids.ts'
import { copyRows, type Value } from './copy.ts'
import { addDays, momentOf } from './days.ts'
import type { DemoNode, DemoState } from './types.ts'

interface Texts {
  refused: string
  not: string
  things: readonly (readonly [what: string, amount: string])[]
  byWhom: string
  receivedBy: string
}
const texts: Readonly<Record<DemoState, Texts>> = {
  kz: {
    refused: 'Тіркелген мекенжайы жоқ',
    not: 'Отбасында керек емес',
    things: [
      ['Қысқы киім', '2 жиынтық'],
      ['Мектеп сөмкесі мен дәптерлер', '1'],
      ['Азық-түлік', '2 қап'],
    ],
    byWhom: 'Қоғамдық ұйым (ойдан шығарылған)',
    receivedBy: 'Анасы',
  },
  kg: {
    refused: 'Катталган дареги жок',
    not: 'Үй-бүлөгө кереги жок',
    things: [
      ['Кышкы кийим', '2 топтом'],
      ['Мектеп баштыгы жана дептерлер', '1'],
      ['Азык-түлүк', '2 кап'],
    ],
    byWhom: 'Коомдук уюм (ойдон чыгарылган)',
    receivedBy: 'Апасы',
  },
  tj: {
    refused: 'Суроғаи бақайдгирифташуда нест',
    not: 'Ба оила лозим нест',
    things: [
      ['Либоси зимистона', '2 маҷмӯъ'],
      ['Сумкаи мактабӣ ва дафтарҳо', '1'],
      ['Маводи хӯрока', '2 халта'],
    ],
    byWhom: 'Ташкилоти ҷамъиятӣ (бофта)',
    receivedBy: 'Модар',
  },
  uz: {
    refused: 'Roʻyxatdan oʻtgan manzili yoʻq',
    not: 'Oilaga kerak emas',
    things: [
      ['Qishki kiyim', '2 toʻplam'],
      ['Maktab sumkasi va daftarlar', '1'],
      ['Oziq-ovqat', '2 qop'],
    ],
    byWhom: 'Jamoat tashkiloti (oʻylab topilgan)',
    receivedBy: 'Onasi',
  },
}

/** Of one person: a code of the profile, its steps, and how many days ago each was. */
type Way = readonly [code: string, ...steps: (readonly [ClaimState, number])[]]
const ofChildren: readonly (readonly Way[])[] = [
  [
    ['birth-record', ['given', 200]],
    ['school-place', ['applies', 60], ['asked', 48]],
    ['clinic', ['asked', 90], ['given', 80]],
    ['nursery-place', ['not', 60]],
  ],
  [
    ['birth-record', ['asked', 20]],
    ['vaccination', ['given', 30]],
    ['school-things', ['applies', 4]],
  ],
]
const ofAdults: readonly (readonly Way[])[] = [
  [
    ['identity-paper', ['given', 300]],
    ['child-allowance', ['asked', 70], ['refused', 12]],
    ['housing-help', ['asked', 41]],
  ],
  [
    ['child-allowance', ['asked', 9]],
    ['employment-service', ['asked', 30], ['given', 22]],
  ],
]

interface Known {
  person: string
  case_id: string
  worker: string
  child: boolean
}

export async function fillEntitlements(
  client: pg.ClientBase,
  demo: DemoNode,
  state: DemoState,
  today: string,
) {
  const door = demo.accounts.find(one => one.key === 'case-manager')?.id
  const { rows } = await client.query<Known>(
    `select c.person_id as person, c.id as case_id, c.worker_id as worker, p.birth_from > $1::date - 6570 as child
       from cases.cases c join people.persons p on p.id = c.person_id
      where c.worker_id is not null and c.state in ('assessment', 'planning', 'active', 'review-due')
      order by c.worker_id = $2 desc, c.id limit 14`,
    [today, door],
  )
  const say = texts[state]
  const made: Record<'claims' | 'steps' | 'deliveries', Value[][]> = { claims: [], steps: [], deliveries: [] }
  for (const [n, one] of rows.entries()) {
    const ways = (one.child ? ofChildren : ofAdults)[n % 2] ?? []
    for (const [code, ...steps] of ways) {
      // With each family later, so that most offices are still within what is usual.
      const since = steps.map(([what, ago]) => [what, Math.max(2, ago - 7 * n)] as const)
      claim(made, one, { code, steps: since, say, today })
    }
    const thing = say.things[n % say.things.length]
    if (!thing || n % 2) continue
    const on = addDays(today, -3 * n - 2)
    const at = momentOf(on, 50_000)
    made.deliveries.push([
      ...[
        newId(Date.parse(at)),
        one.person,
        one.case_id,
        ...thing,
        on,
        say.byWhom,
        say.receivedBy,
        one.worker,
        at,
      ],
    ])
  }
  await copyRows(
    client,
    'entitlements.claims',
    'id person_id case_id code state asked_on given_on appeal_by version opened_by opened_at updated_at'.split(
      ' ',
    ),
    made.claims,
  )
  await copyRows(
    client,
    'entitlements.steps',
    'id claim_id person_id number what on_day words account_id at'.split(' '),
    made.steps,
  )
  await copyRows(
    client,
    'entitlements.deliveries',
    'id person_id case_id what amount given_on by_whom received_by account_id at'.split(' '),
    made.deliveries,
  )
}

function claim(
  made: { claims: Value[][]; steps: Value[][] },
  { person, case_id, worker }: Known,
  {
    code,
    steps,
    say,
    today,
  }: { code: string; steps: readonly (readonly [ClaimState, number])[]; say: Texts; today: string },
) {
  const dayOf = (state: ClaimState) => {
    const found = steps.find(([what]) => what === state)
    return found ? addDays(today, -found[1]) : null
  }
  const moments = steps.map(([, ago]) => momentOf(addDays(today, -ago), 45_000))
  const [first = momentOf(today, 0)] = moments
  const last = steps.at(-1)?.[0] ?? 'applies'
  const id = newId(Date.parse(first))
  made.claims.push([
    ...[id, person, case_id, code, last, dayOf('asked'), last === 'given' ? dayOf('given') : null],
    ...[last === 'refused' ? addDays(today, 18) : null, steps.length, worker, first, moments.at(-1) ?? first],
  ])
  for (const [n, [what, ago]] of steps.entries()) {
    const words = what === 'refused' ? say.refused : what === 'not' ? say.not : null
    const at = moments[n] ?? first
    made.steps.push([newId(Date.parse(at)), id, person, n + 1, what, addDays(today, -ago), words, worker, at])
  }
}
