/**
 * Invented assessments: needs of the families at intake, looked at twice, the second time a little easier; and what
 * the psychologist asked of those whom they see, counted by the program's own engine. No answer of it is about safety.
 */
import { findInstrument } from '@kerege/contract/assessments/instruments'
import { domainsFor, needs, type NeedLevel } from '@kerege/contract/assessments/needs'
import { score } from '@kerege/contract/assessments/score'
import { scopesFor } from '@kerege/contract/access/roles'
import { ageOn } from '@kerege/contract/people/rules'
import type pg from 'pg'
import { copyRows, type Value } from './copy.ts'
import { addDays, idTime, momentOf, timeOf } from './days.ts'
import { type Random, random } from './random.ts'
import type { DemoNode, DemoPerson, DemoState } from './types.ts'

/** Why this level, for a level from 1 to 4. */
const reasons: Readonly<Record<DemoState, readonly [string, string, string, string]>> = {
  kz: [
    'Үйде болдық, отбасымен сөйлестік: қазір бәрі дұрыс',
    'Анасы айтып берді, бір айдан кейін қайта қараймыз',
    'Барғанда көрдік, көмек іздеуге келістік',
    'Бүгін белгілі болды, жетекшіге хабарладық',
  ],
  kg: [
    'Үйүндө болдук, үй-бүлө менен сүйлөштүк: азыр баары жакшы',
    'Энеси айтып берди, бир айдан кийин кайра карайбыз',
    'Барганда көрдүк, жардам издөөгө макулдаштык',
    'Бүгүн белгилүү болду, жетекчиге кабарладык',
  ],
  tj: [
    'Дар хона будем, бо оила суҳбат кардем: ҳоло ҳама хуб аст',
    'Модар нақл кард, баъди як моҳ боз мебинем',
    'Ҳангоми боздид дидем, розӣ шудем, ки кумак меҷӯем',
    'Имрӯз маълум шуд, ба роҳбар хабар додем',
  ],
  uz: [
    'Uyida boʻldik, oila bilan gaplashdik: hozir hammasi joyida',
    'Onasi aytib berdi, bir oydan keyin yana koʻramiz',
    'Borganda koʻrdik, yordam izlashga kelishdik',
    'Bugun maʼlum boʻldi, rahbarga xabar berdik',
  ],
}

interface Made {
  assessments: Value[][]
  levels: Value[][]
}

/** @param workers whose families were looked at; those who have a door, where nothing is said */
export async function fillAssessments(
  client: pg.ClientBase,
  demo: Pick<DemoNode, 'accounts' | 'people' | 'grants'>,
  state: DemoState,
  seed: string,
  today: string,
  workers: ReadonlySet<string> = new Set(demo.accounts.filter(one => one.door).map(one => one.id)),
): Promise<void> {
  const chance = random(`${seed}/${state}/assessments`)
  const made: Made = { assessments: [], levels: [] }
  const people = new Map(demo.people.map(person => [person.id, person]))
  const grantsOf = (role: string, kind: string) => {
    const accounts = new Set(demo.accounts.filter(one => one.role === role).map(one => one.id))
    return demo.grants.filter(grant => accounts.has(grant.accountId) && grant.kind === kind)
  }
  // At the first few a supervisor of the team looked, too.
  let seconds = 3
  for (const grant of grantsOf('caseManager', 'own').filter(one => workers.has(one.accountId))) {
    const person = people.get(grant.subjectId)
    if (!person) continue
    const supervisor = demo.accounts.find(one => one.role === 'supervisor' && one.teamId === person.teamId)
    const second = seconds-- > 0 ? supervisor?.id : undefined
    inventNeeds(made, chance, { person, by: grant.accountId, second, today, words: reasons[state] })
  }
  for (const grant of grantsOf('psychologist', 'task')) {
    const person = people.get(grant.subjectId)
    if (person) inventScreening(made, chance, { person, by: grant.accountId, today })
  }
  await copyRows(
    client,
    'assessments.assessments',
    'id person_id instrument instrument_version compartment about agreed taken_on account_id beside_id state answers outcome version started_at updated_at finished_at'.split(
      ' ',
    ),
    made.assessments,
  )
  await copyRows(
    client,
    'assessments.levels',
    'assessment_id person_id domain compartment level reason'.split(' '),
    made.levels,
  )
}

interface About {
  person: DemoPerson
  by: string
  today: string
}

function inventNeeds(
  made: Made,
  chance: Random,
  { person, by, second, today, words }: About & { second: string | undefined; words: readonly string[] },
) {
  const age = ageOn(person.contact.birth, today)?.min
  const about = age !== undefined && age < 18 ? 'child' : 'adult'
  const domains = domainsFor(needs, about, age).filter(one =>
    scopesFor('caseManager', 'write', one.compartment).includes('own'),
  )
  const at = domains.map(() =>
    chance.weighted<NeedLevel>([
      [1, 4],
      [2, 3],
      [3, 3],
      [4, 1],
    ]),
  )
  const looked = { person, by, about, instrument: 'needs', version: needs.version }
  for (const days of [-chance.int(90, 120), -chance.int(5, 30)]) {
    const day = addDays(today, days)
    const id = chance.id(idTime(timeOf(day), today))
    made.assessments.push(row(id, { ...looked, day }))
    const twice = second && days > -60 ? chance.id(idTime(timeOf(day), today)) : undefined
    if (twice && second) made.assessments.push(row(twice, { ...looked, day, by: second, beside: id }))
    domains.forEach((domain, nth) => {
      const level = at[nth] ?? 1
      made.levels.push([id, person.id, domain.id, domain.compartment, level, words[level - 1]])
      // A supervisor sees one thing a little otherwise.
      const seen = nth === 0 ? (((level % 4) + 1) as NeedLevel) : level
      if (twice && scopesFor('supervisor', 'write', domain.compartment).includes('team'))
        made.levels.push([twice, person.id, domain.id, domain.compartment, seen, words[seen - 1]])
      // What is done helps, now and then.
      if (level > 1 && chance.chance(0.5)) at[nth] = (level - 1) as NeedLevel
    })
  }
}

function inventScreening(made: Made, chance: Random, { person, by, today }: About) {
  const age = ageOn(person.contact.birth, today)?.min
  const id = age === undefined || age >= 18 ? 'phq-9' : age >= 9 ? 'who-5' : age === 8 ? 'cries-8' : undefined
  const instrument = id && findInstrument(id)
  if (!instrument) return
  const about = id === 'phq-9' ? 'adult' : 'child'
  for (const days of [-chance.int(70, 90), -chance.int(35, 50), -chance.int(3, 14)]) {
    const day = addDays(today, days)
    const answers = Object.fromEntries(
      instrument.items
        .filter(item => !item.optional)
        .map(item => {
          const values = instrument.responses[item.responses]?.values ?? []
          const safe = id === 'phq-9' && item.id === '9'
          return [item.id, safe ? 0 : chance.pick(values.slice(0, days < -60 ? undefined : 3))]
        }),
    )
    made.assessments.push(
      row(chance.id(idTime(timeOf(day), today)), {
        ...{ person, by, day, about, instrument: instrument.id, version: instrument.version },
        answers,
        outcome: score(instrument, answers),
        agreed: about === 'adult' ? 'self' : 'guardian',
        compartment: instrument.compartment,
      }),
    )
  }
}

interface Row {
  person: DemoPerson
  by: string
  day: string
  about: string
  instrument: string
  version: string
  compartment?: string
  agreed?: string
  answers?: object
  outcome?: object
  /** The look of somebody else that this one stands beside. */
  beside?: string
}

const row = (id: string, one: Row): Value[] => {
  const at = momentOf(one.day, 36_000)
  return [
    ...[id, one.person.id, one.instrument, one.version, one.compartment ?? 'contact', one.about, one.agreed],
    ...[one.day, one.by, one.beside, 'finished', one.answers ?? {}, one.outcome, 2, at, at, at],
  ]
}
