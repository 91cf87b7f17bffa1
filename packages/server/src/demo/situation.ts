/**
 * Invented lives of families whose cases are worked: a school with its months, a home, a matter with a day in court, letters of a father.
 * Nobody in it is real; it is written in the language of the state, with numbers in place of names.
 */
import { type Content, contentVersion } from '@kerege/contract/situation/content'
import { sectionOf } from '@kerege/contract/situation/kinds'
import { aheadOn, deadlineOn } from '@kerege/contract/situation/rules'
import type pg from 'pg'
import { copyRows, type Value } from './copy.ts'
import { addDays, idTime, momentOf, timeOf } from './days.ts'
import { type Random, random } from './random.ts'
import type { DemoNode, DemoPerson, DemoState } from './types.ts'

interface Texts {
  school: string
  plan: string
  home: string
  grandmother: string
  court: string
  letter: string
  father: string
  child: string
  institution: string
  clinic: string
}

const texts: Readonly<Record<DemoState, Texts>> = {
  kz: {
    school: '№ 12 мектеп',
    plan: 'Күн сайын оқу, аптасына үш рет тіл сабағы',
    home: 'Алты адамға бір бөлме',
    grandmother: 'Әжесі',
    court: 'Аудандық сот',
    letter: 'Мектептің хаты',
    father: 'Әкесі',
    child: 'Хат келгеніне қуандым',
    institution: '4-мекеме',
    clinic: '№ 3 емхана',
  },
  kg: {
    school: '№ 12 мектеп',
    plan: 'Күн сайын окуу, жумасына үч жолу тил сабагы',
    home: 'Алты адамга бир бөлмө',
    grandmother: 'Чоң энеси',
    court: 'Райондук сот',
    letter: 'Мектептин каты',
    father: 'Атасы',
    child: 'Кат келгенине кубандым',
    institution: '4-мекеме',
    clinic: '№ 3 бейтапкана',
  },
  tj: {
    school: 'Мактаби № 12',
    plan: 'Ҳар рӯз хониш, дар як ҳафта се бор дарси забон',
    home: 'Барои шаш нафар як утоқ',
    grandmother: 'Модаркалон',
    court: 'Суди ноҳия',
    letter: 'Номаи мактаб',
    father: 'Падар',
    child: 'Аз нома шод шудам',
    institution: 'Муассисаи 4',
    clinic: 'Дармонгоҳи № 3',
  },
  uz: {
    school: '12-maktab',
    plan: 'Har kuni oʻqish, haftada uch marta til darsi',
    home: 'Olti kishiga bitta xona',
    grandmother: 'Buvisi',
    court: 'Tuman sudi',
    letter: 'Maktabning xati',
    father: 'Otasi',
    child: 'Xat kelganidan xursand boʻldim',
    institution: '4-muassasa',
    clinic: '3-poliklinika',
  },
}

interface Made {
  entries: Value[][]
  versions: Value[][]
}

export async function fillSituation(
  client: pg.ClientBase,
  demo: DemoNode,
  state: DemoState,
  seed: string,
  today: string,
): Promise<void> {
  const chance = random(`${seed}/${state}/situation`)
  const made: Made = { entries: [], versions: [] }
  const people = new Map(demo.people.map(person => [person.id, person]))
  const workers = new Set(demo.accounts.filter(one => one.role === 'caseManager').map(one => one.id))
  /** How many families of each worker have somebody in court or in prison: enough to be seen, and few. */
  const rare = new Map<string, number>()
  for (const grant of demo.grants.filter(one => one.kind === 'own' && workers.has(one.accountId))) {
    const person = people.get(grant.subjectId)
    if (!person) continue
    const write = writer(made, chance, { person, by: grant.accountId, today })
    const its = texts[state]
    if (isPupil(person, today)) inventSchool(write, chance, its, today)
    if (chance.chance(0.5)) {
      write(
        {
          kind: 'housing',
          of: 'with-family',
          withWhom: its.grandmother,
          ...(chance.chance(0.5) ? { wrong: its.home } : {}),
        },
        40,
      )
    }
    const nth = rare.get(grant.accountId) ?? 0
    if (nth < 3 && isPupil(person, today)) {
      rare.set(grant.accountId, nth + 1)
      inventRare(write, its, today, nth)
    }
  }
  await copy(client, made)
}

type Write = (content: Content, daysAgo: number, parentId?: string) => string

function writer(made: Made, chance: Random, about: { person: DemoPerson; by: string; today: string }): Write {
  const { person, by, today } = about
  return (content, daysAgo, parentId) => {
    const on = addDays(today, -daysAgo)
    const [id, version] = [chance.id(idTime(timeOf(on), today)), chance.id(idTime(timeOf(on), today))]
    const at = momentOf(on, 43_200)
    const section = sectionOf[content.kind]
    const text = JSON.stringify(content)
    const day =
      content.kind === 'attendance'
        ? `${content.month}-01`
        : content.kind === 'hearing' || content.kind === 'contact'
          ? content.day
          : null
    made.entries.push([
      id,
      person.id,
      parentId ?? null,
      content.kind,
      section,
      'family',
      text,
      contentVersion,
      day,
      aheadOn(content) ?? null,
      deadlineOn(content) ?? null,
      by,
      at,
      at,
    ])
    made.versions.push([version, id, person.id, section, 1, 'made', text, contentVersion, by, at])
    return id
  }
}

function isPupil(person: DemoPerson, today: string): boolean {
  const { birth } = person.contact
  const year = birth.precision === 'day' ? Number(birth.date.slice(0, 4)) : undefined
  const age = year === undefined ? 0 : Number(today.slice(0, 4)) - year
  return age >= 7 && age <= 16
}

function inventSchool(write: Write, chance: Random, its: Texts, today: string) {
  const school = write(
    {
      kind: 'schooling',
      school: its.school,
      grade: String(chance.int(1, 7)),
      plan: its.plan,
      placedOn: addDays(today, -150),
    },
    140,
  )
  for (const monthsAgo of [2, 1]) {
    const month = addDays(`${today.slice(0, 7)}-01`, -15 - (monthsAgo - 1) * 30).slice(0, 7)
    const held = chance.int(18, 22)
    write({ kind: 'attendance', month, held, present: held - chance.int(0, 5) }, 3 + monthsAgo, school)
  }
}

/** A day in court, letters of a father in prison, a release that comes near: one each. */
function inventRare(write: Write, its: Texts, today: string, nth: number) {
  if (nth === 0) {
    write({ kind: 'health', registered: 'yes', clinic: its.clinic, vaccinations: 'some' }, 60)
    const matter = write({ kind: 'legal', matter: 'guardianship' }, 50)
    const court = { day: addDays(today, 4), time: '10:00', place: its.court }
    write({ kind: 'hearing', ...court, deadline: addDays(today, 1), toHandIn: its.letter }, 20, matter)
    return
  }
  const prison = write(
    {
      kind: 'detention',
      place: its.institution,
      ready: ['papers'],
      ...(nth === 1 ? { release: addDays(today, 25) } : {}),
    },
    90,
  )
  write(
    {
      kind: 'contact',
      withWhom: its.father,
      way: 'letter',
      day: addDays(today, -12),
      through: 'red-crescent',
      child: its.child,
      next: addDays(today, 3),
    },
    12,
    prison,
  )
}

async function copy(client: pg.ClientBase, made: Made): Promise<void> {
  await copyRows(
    client,
    'situation.entries',
    'id person_id parent_id kind compartment source content content_version on_day ahead_on deadline_on account_id made_at updated_at'.split(
      ' ',
    ),
    made.entries,
  )
  await copyRows(
    client,
    'situation.versions',
    'id entry_id person_id compartment number what content content_version account_id at'.split(' '),
    made.versions,
  )
  await client.query(
    'update situation.entries t set case_id = c.id from cases.cases c where c.person_id = t.person_id',
  )
}
