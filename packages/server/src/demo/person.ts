/** Fills the sections of a file for one invented person: what was written down, what was not, and how surely. */
import type {
  BirthDate,
  ContactSection,
  HealthSection,
  IdentitySection,
  JourneySection,
  PersonName,
} from '@kerege/contract/people/schema'
import { addDays, daysBetween } from './days.ts'
import type { Family, Member } from './families.ts'
import { arabicName, cyrillicUzbekName, manifestName, ownName, russianName } from './names/compose.ts'
import { pools } from './names/forms.ts'
import { russian } from './names/spell.ts'
import type { Random } from './random.ts'
import type { StateFacts } from './states.ts'

export interface Sections {
  contact: ContactSection
  identity: IdentitySection
  journey: JourneySection
  health: HealthSection
}

/** What the members of one family share. */
export interface Home {
  readonly phone: string
  readonly address: string
  /** Did anybody keep papers through the years abroad? */
  readonly papers: boolean
}

const abroad = [
  ['SY', 70],
  ['IQ', 18],
  ['TR', 8],
  ['AF', 4],
] as const

export function inventHome(random: Random, facts: StateFacts): Home {
  const pool = pools[facts.mainTradition]
  return {
    phone: facts.phone(random),
    address: facts.address(random.pick(pool.stems), random.pick(pool.stems), random.int(1, 60)),
    papers: random.chance(0.7),
  }
}

export function inventSections(
  random: Random,
  facts: StateFacts,
  family: Family,
  member: Member,
  home: Home,
  today: string,
): Sections {
  const age = Math.floor(daysBetween(member.born, today) / 365.25)
  // Guardians at home were never without papers.
  const papers = !member.travelled || (home.papers && random.chance(0.85))
  return {
    contact: {
      names: dailyNames(random, member, age),
      sex: random.chance(0.004) ? 'unknown' : member.sex,
      birth: knownBirth(random, member, today),
      languages: spoken(random, facts, member, age),
      contacts: contactPoints(random, facts, family, home, age),
    },
    identity: {
      names: papers ? documentNames(random, member, age) : [],
      citizenships: citizenships(random, facts, papers),
      identifiers: papers ? identifiers(random, facts, member, age, today) : [],
    },
    journey: member.travelled ? journey(random, facts, member, today) : { names: [] },
    health: health(random, age, today),
  }
}

function dailyNames(random: Random, member: Member, age: number): PersonName[] {
  const source = age < 12 ? 'relative' : 'self'
  const names = [ownName(member, { use: 'usual', source }, random.chance(0.35))]
  if (random.chance(0.1)) names.push(russianName(member, { use: 'other', source }, true))
  if (age < 18 && random.chance(0.06)) {
    // A second name, given on the way and still used at home.
    const { script, language, ...pool } = pools[member.surname.tradition]
    names.push({ given: random.pick(pool[member.sex]), script, language, use: 'other', source: 'relative' })
  }
  return names
}

/** The register knows what papers, mothers or doctors knew. */
function knownBirth(random: Random, { born, travelled }: Member, today: string): BirthDate {
  const precision = travelled
    ? random.weighted([
        ['day', 76],
        ['month', 7],
        ['year', 7],
        ['estimated', 6],
        ['unknown', 3],
        ['withheld', 1],
      ] as const)
    : 'day'
  switch (precision) {
    case 'day':
      return { precision, date: born }
    case 'month':
      return { precision, month: born.slice(0, 7) }
    case 'year':
      return { precision, year: Number(born.slice(0, 4)) }
    case 'estimated': {
      const asOf = addDays(today, -random.int(20, 200))
      return { precision, age: Math.max(0, Math.floor(daysBetween(born, asOf) / 365.25)), asOf }
    }
    case 'unknown':
    case 'withheld':
      return { precision }
  }
}

function spoken(
  random: Random,
  facts: StateFacts,
  member: Member,
  age: number,
): Sections['contact']['languages'] {
  const own = pools[member.surname.tradition].language
  const levels = new Map<string, 'mother-tongue' | 'good' | 'some'>([[own, 'mother-tongue']])
  const add = (tag: string, share: number, level: 'good' | 'some') => {
    if (age >= 3 && random.chance(share) && !levels.has(tag)) levels.set(tag, level)
  }
  add(facts.language, 0.8, 'good')
  add('ru', age > 20 ? 0.8 : 0.3, age > 20 ? 'good' : 'some')
  if (member.travelled) {
    add('ar', age < 16 ? 0.55 : 0.4, age < 16 ? 'good' : 'some')
    add('tr', 0.18, 'some')
  }
  // Some children speak the language of the camp better than their mother's.
  const preferred = levels.get('ar') === 'good' && age < 14 && random.chance(0.2) ? 'ar' : own
  return [...levels].map(([tag, level]) => ({ tag, level, preferred: tag === preferred }))
}

function contactPoints(
  random: Random,
  facts: StateFacts,
  family: Family,
  home: Home,
  age: number,
): Sections['contact']['contacts'] {
  const discretion = () =>
    random.weighted([
      ['open', 50],
      ['ask-first', 42],
      ['never-mention', 8],
    ] as const)
  const address = { system: 'address' as const, value: home.address, discretion: discretion() }
  if (age >= 14) {
    const own = random.chance(0.85) ? home.phone : facts.phone(random)
    return [{ system: 'phone', value: own, discretion: discretion() }, address]
  }
  const belongsTo = family.shape === 'guardian' ? facts.whose.guardian : facts.whose.mother
  return [{ system: 'phone', value: home.phone, belongsTo, discretion: discretion() }, address]
}

function documentNames(random: Random, member: Member, age: number): PersonName[] {
  const source = age < 16 ? 'birth-certificate' : random.chance(0.7) ? 'identity-card' : 'passport'
  const names = [ownName(member, { use: 'official', source }, true)]
  const { tradition } = member.surname
  if (tradition === 'slavic') return names
  if (tradition === 'uzbek' && random.chance(0.3)) {
    names.push(cyrillicUzbekName(member, { use: 'former', source: 'birth-certificate' }))
  }
  if (tradition === 'kazakh' || tradition === 'kyrgyz' ? random.chance(0.8) : random.chance(0.35)) {
    names.push(russianName(member, { use: 'official', source }, random.chance(0.6)))
  }
  return names
}

function citizenships(random: Random, facts: StateFacts, papers: boolean): IdentitySection['citizenships'] {
  const own = { country: facts.country, standing: papers ? ('proved' as const) : ('claimed' as const) }
  if (!papers && random.chance(0.1)) return [{ country: 'XX', standing: 'unknown' }]
  const other = ['KZ', 'UZ', 'KG', 'TJ'].filter(code => code !== facts.country)
  // The father came from a neighbour: a second claim that somebody has to settle.
  return random.chance(0.04) ? [own, { country: random.pick(other), standing: 'claimed' }] : [own]
}

function identifiers(
  random: Random,
  facts: StateFacts,
  member: Member,
  age: number,
  today: string,
): IdentitySection['identifiers'] {
  const { system, make } = facts.personalNumber
  const list: IdentitySection['identifiers'] = [{ system, value: make(random, member.born) }]
  if (age < 16) list.push({ system: 'birth-certificate', value: `000-${random.int(1000, 9999)}` })
  if (age >= 16 && random.chance(0.6)) {
    const validFrom = addDays(today, -random.int(30, 2000))
    list.push({
      system: 'passport',
      value: facts.passport(random),
      validFrom,
      validTo: addDays(validFrom, 3650),
    })
  }
  return list
}

function journey(random: Random, facts: StateFacts, member: Member, today: string): JourneySection {
  const names: PersonName[] = []
  if (random.chance(0.7)) names.push(manifestName(member, random))
  if (random.chance(0.55)) names.push(arabicName(member, random))
  const years = daysBetween(member.born, today) / 365.25
  // The younger the child, the likelier it was born on the way.
  const bornAbroad = years < 14 && random.chance(0.75)
  if (!bornAbroad && random.chance(0.3)) return { names }
  const country = bornAbroad ? random.weighted(abroad) : facts.country
  const pool = pools[member.surname.tradition]
  const place = !bornAbroad && random.chance(0.5) ? random.pick(pool.stems) : undefined
  const certainty = bornAbroad
    ? random.weighted([
        ['stated', 7],
        ['proved', 2],
        ['unknown', 1],
      ] as const)
    : 'proved'
  return { names, birthPlace: { country, ...(place && { place: russian(place, pool.language) }), certainty } }
}

function health(random: Random, age: number, today: string): HealthSection {
  // The six questions are for those who are five or older; few have been asked so far.
  if (age < 5 || !random.chance(0.3)) return {}
  const answer = () =>
    random.weighted([
      ['none', 91],
      ['some', 6],
      ['a-lot', 2],
      ['cannot', 0.3],
      ['unknown', 0.7],
    ] as const)
  return {
    disability: {
      seeing: answer(),
      hearing: answer(),
      walking: answer(),
      remembering: answer(),
      selfCare: answer(),
      communicating: answer(),
      askedOn: addDays(today, -random.int(10, 400)),
      answeredBy: age < 16 ? 'carer' : 'self',
    },
  }
}
