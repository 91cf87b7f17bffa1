/**
 * Invented answers about sharing: whoever is past the intake was asked, most said yes to school, clinic or office, a few said no, a
 * few answers run out soon. Some were told already, with exactly what they needed; one authority has asked in writing.
 */
import { ageOn, shownName } from '@kerege/contract/people/rules'
import { addMonths } from '@kerege/contract/tasks/rules'
import type pg from 'pg'
import { newId } from '../platform/ids.ts'
import { copyRows, type Value } from './copy.ts'
import { addDays, momentOf } from './days.ts'
import type { DemoCase } from './cases.ts'
import type { DemoNode, DemoState } from './types.ts'

/** School, clinic, social service, ministry; then who is there, what a school was told of learning, what the ministry asks. */
const texts: Readonly<
  Record<
    DemoState,
    Record<
      'school' | 'clinic' | 'office' | 'ministry' | 'who' | 'learning' | 'view' | 'asks' | 'basis',
      string
    >
  >
> = {
  kz: {
    school: '12-мектеп (ойдан шығарылған)',
    clinic: 'Көктем емханасы (ойдан шығарылған)',
    office: 'Жайлау әлеуметтік қызметі (ойдан шығарылған)',
    ministry: 'Облыстық басқарма (ойдан шығарылған)',
    who: 'Оқу ісінің меңгерушісі',
    learning: 'Қазақша оқиды, математикадан көмек керек',
    view: 'Мектепке барғым келеді',
    asks: 'Кәмелетке толмағанның тіркелген жері мен заңды өкілі',
    basis: 'Ойдан шығарылған заң, 3-бап',
  },
  kg: {
    school: '12-мектеп (ойдон чыгарылган)',
    clinic: 'Жаз бейтапканасы (ойдон чыгарылган)',
    office: 'Жайлоо социалдык кызматы (ойдон чыгарылган)',
    ministry: 'Облустук башкармалык (ойдон чыгарылган)',
    who: 'Окуу бөлүмүнүн башчысы',
    learning: 'Кыргызча окуйт, математикадан жардам керек',
    view: 'Мектепке баргым келет',
    asks: 'Жашы жете элек баланын катталган жери жана мыйзамдуу өкүлү',
    basis: 'Ойдон чыгарылган мыйзам, 3-берене',
  },
  tj: {
    school: 'Мактаби 12 (хаёлӣ)',
    clinic: 'Дармонгоҳи Баҳор (хаёлӣ)',
    office: 'Хадамоти иҷтимоии Навбаҳор (хаёлӣ)',
    ministry: 'Раёсати вилоятӣ (хаёлӣ)',
    who: 'Мудири таълим',
    learning: 'Тоҷикӣ мехонад, дар математика кӯмак лозим',
    view: 'Мехоҳам ба мактаб равам',
    asks: 'Ҷойи қайд ва намояндаи қонунии ноболиғ',
    basis: 'Қонуни хаёлӣ, моддаи 3',
  },
  uz: {
    school: '12-maktab (oʻylab topilgan)',
    clinic: 'Bahor shifoxonasi (oʻylab topilgan)',
    office: 'Navbahor ijtimoiy xizmati (oʻylab topilgan)',
    ministry: 'Viloyat boshqarmasi (oʻylab topilgan)',
    who: 'Oʻquv ishlari mudiri',
    learning: 'Oʻzbekcha oʻqiydi, matematikadan yordam kerak',
    view: 'Maktabga borgim keladi',
    asks: 'Voyaga yetmaganning roʻyxatdan oʻtgan joyi va qonuniy vakili',
    basis: 'Oʻylab topilgan qonun, 3-modda',
  },
}

interface Made {
  consents: Value[][]
  words: Value[][]
  disclosures: Value[][]
  told: Value[][]
}

/** Whoever is past the intake was asked. */
const askedOf = (cases: readonly DemoCase[]) =>
  cases.flatMap(one => {
    const at = one.further.find(step => step.to === 'assessment')?.at
    return at && one.worker ? [{ ...one, by: one.worker.id, at }] : []
  })

/** Of families that came to a node which has a register of contacts already. */
export async function copyMoreConsents(
  client: pg.ClientBase,
  cases: readonly DemoCase[],
  state: DemoState,
  today: string,
): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    `select id from consents.contacts where kind = 'school' and organisation = $1 limit 1`,
    [texts[state].school],
  )
  const [school] = rows
  if (school) await copyAnswers(client, askedOf(cases), { today, say: texts[state], school: school.id })
}

/** Once, with the cases. */
export async function copyConsents(
  client: pg.ClientBase,
  cases: readonly DemoCase[],
  { id: state, accounts }: DemoNode & { id: DemoState },
  today: string,
): Promise<void> {
  const asked = askedOf(cases)
  // Behind a door, so that it is seen.
  const doors = accounts.filter(account => account.door)
  const first = doors.flatMap(door => asked.find(one => one.by === door.id) ?? [])[0] ?? asked[0]
  if (!first) return
  const say = texts[state]
  const [school, clinic, office, ministry] = [newId(), newId(), newId(), newId()]
  const begun = momentOf(addDays(today, -300), 32_400)
  const contact = (id: string, kind: string, organisation: string, who?: string) => [
    id,
    kind,
    organisation,
    who,
    first.by,
    begun,
    begun,
  ]
  await copyRows(
    client,
    'consents.contacts',
    'id kind organisation person created_by created_at updated_at'.split(' '),
    [
      contact(school, 'school', say.school, say.who),
      contact(clinic, 'clinic', say.clinic),
      contact(office, 'social-service', say.office),
      contact(ministry, 'authority', say.ministry),
    ],
  )
  await copyAnswers(client, asked, { today, say, school })
  await copyRows(
    client,
    'consents.requests',
    'id person_id contact_id paper paper_on legal_basis asks due account_id recorded_at'.split(' '),
    [
      [
        ...[newId(), first.person.id, ministry, '17-04/112', addDays(today, -4), say.basis, say.asks],
        ...[addDays(today, 6), first.by, momentOf(addDays(today, -2), 36_000)],
      ],
    ],
  )
}

async function copyAnswers(
  client: pg.ClientBase,
  asked: readonly (DemoCase & { by: string; at: string })[],
  place: Pick<One, 'today' | 'say' | 'school'>,
) {
  const made: Made = { consents: [], words: [], disclosures: [], told: [] }
  for (const [n, one] of asked.entries()) invent(made, { ...one, ...place, n })
  await copyRows(
    client,
    'consents.consents',
    'id person_id kind given_by capacity language explained interpreter purposes recipients contacts classes since until evidence account_id recorded_at'.split(
      ' ',
    ),
    made.consents,
  )
  await copyRows(
    client,
    'consents.words',
    'consent_id person_id part compartment words'.split(' '),
    made.words,
  )
  await copyRows(
    client,
    'consents.disclosures',
    'id person_id contact_id recipient purpose consent_id told_on how language account_id at'.split(' '),
    made.disclosures,
  )
  await copyRows(
    client,
    'consents.told',
    'disclosure_id person_id recipient field compartment value'.split(' '),
    made.told,
  )
}

interface One extends DemoCase {
  n: number
  by: string
  at: string
  today: string
  say: (typeof texts)[DemoState]
  school: string
}

function invent(made: Made, one: One) {
  const { n, by, today, person } = one
  const child = (ageOn(person.contact.birth, today)?.max ?? 0) < 18
  // An answer lasts a year at most: those who were asked before that were asked again.
  const day = one.at.slice(0, 10)
  const since = day > addDays(today, -330) ? day : addDays(today, -20 - ((n * 37) % 300))
  const until = n % 11 === 10 ? addDays(today, 9) : addDays(addMonths(since, 12), -1)
  const at = momentOf(since, 36_000)
  const id = newId(Date.parse(at))
  const no = n % 13 === 12
  const language =
    person.contact.languages.find(spoken => spoken.preferred)?.tag ?? person.contact.languages[0]?.tag
  const scope = child
    ? [
        ['school', 'health'],
        ['school', 'clinic'],
        ['contact', 'kinship', 'health', 'education'],
      ]
    : [
        ['papers', 'livelihood'],
        ['social-service', 'legal-aid'],
        ['contact', 'identity', 'kinship', 'social'],
      ]
  const [purposes, recipients, classes] = no ? [[], [], []] : scope
  made.consents.push([
    ...[
      id,
      person.id,
      no ? 'refusal' : 'consent',
      child ? 'parent' : 'self',
      child ? 'with-support' : 'alone',
    ],
    ...[language, 'talk', 'none', purposes, recipients, [], classes],
    ...[since, no ? null : until, n % 3 === 0 ? 'spoken' : 'signed', by, at],
  ])
  if (child && !no && n % 4 === 0) made.words.push([id, person.id, 'view', 'protection', one.say.view])
  if (child && !no && n % 3 === 1) tell(made, one, id, addDays(since, 2))
}

/** The school, with what a school needs and nothing else. */
function tell(made: Made, { person, by, today, say, school }: One, consentId: string, day: string) {
  const name = shownName(person.contact.names)
  if (day > today || !name) return
  const at = momentOf(day, 39_600)
  const id = newId(Date.parse(at))
  made.disclosures.push([id, person.id, school, 'school', 'school', consentId, day, 'sheet', 'en', by, at])
  made.told.push(
    [id, person.id, 'school', 'name', 'contact', [name.family, name.given].filter(Boolean).join(' ')],
    [id, person.id, 'school', 'learning', 'education', say.learning],
  )
}
