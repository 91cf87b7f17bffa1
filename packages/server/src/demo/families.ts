/**
 * Who lives together: mostly a mother with one to seven children; often grandparents or an aunt with children who
 * came without parents; few fathers. Shapes follow the public figures (DOMAIN words: GLOSSARY.md), persons do not.
 */
import { addDays } from './days.ts'
import { pools, type Sex, type Surname, surnameForms } from './names/forms.ts'
import type { Named } from './names/compose.ts'
import type { Tradition } from './names/pool.ts'
import type { Random } from './random.ts'
import type { HouseholdRole } from './types.ts'

export interface Member extends Named {
  readonly role: HouseholdRole
  /** The true day, which the register does not always know. */
  readonly born: string
  /** Came back from abroad; guardians at home did not. */
  readonly travelled: boolean
}

export type Shape = 'mother' | 'guardian' | 'grandmother' | 'father' | 'parents' | 'single'

export interface Family {
  readonly shape: Shape
  readonly tradition: Tradition
  readonly members: readonly Member[]
}

const shapes: readonly (readonly [Shape, number])[] = [
  ...([
    ['mother', 60],
    ['guardian', 22],
    ['grandmother', 8],
    ['father', 3],
    ['parents', 3],
    ['single', 4],
  ] as const),
]
const childCounts: readonly (readonly [number, number])[] = [
  ...([
    [1, 10],
    [2, 19],
    [3, 25],
    [4, 22],
    [5, 13],
    [6, 7],
    [7, 4],
  ] as const),
]

const yearDays = 365.25
const years = (count: number) => Math.round(count * yearDays)

/** How names are chosen; the default is evenly, so that few in a small demo share one. */
export interface Choice {
  given(random: Random, tradition: Tradition, sex: Sex): string
  surname(random: Random, tradition: Tradition): Surname
}
const evenly: Choice = {
  given: (random, tradition, sex) => random.pick(pools[tradition][sex]),
  surname: (random, tradition) => ({
    tradition,
    stem: random.pick(pools[tradition].stems),
    form: random.weighted(surnameForms[tradition]),
  }),
}

export function inventFamily(
  random: Random,
  today: string,
  traditions: readonly (readonly [Tradition, number])[],
  choice: Choice = evenly,
): Family {
  const tradition = random.weighted(traditions)
  const shape = random.weighted(shapes)
  const given = (sex: Sex) => choice.given(random, tradition, sex)
  const surname = choice.surname(random, tradition)
  // Where the father is dead or unknown, his name is mostly still carried.
  const father = given('male')
  const ages = shape === 'single' ? [] : childAges(random, random.weighted(childCounts))
  const [youngest, oldest] = [Math.min(...ages, 99_999), Math.max(...ages, years(5))]

  const person = (
    role: HouseholdRole,
    sex: Sex,
    ageDays: number,
    of: Partial<Named>,
    travelled: boolean,
  ): Member => ({
    role,
    sex,
    surname: of.surname ?? choice.surname(random, tradition),
    given: of.given ?? given(sex),
    ...(of.father !== undefined && { father: of.father }),
    born: addDays(today, -ageDays),
    travelled,
  })
  const grown = (role: HouseholdRole, sex: Sex, ageDays: number, of: Partial<Named>, travelled: boolean) =>
    person(role, sex, ageDays, { father: given('male'), ...of }, travelled)

  const fatherKnown = random.chance(0.94)
  const taken = new Set([father])
  const children = ages.map(age => {
    const sex: Sex = random.chance(0.5) ? 'female' : 'male'
    // Two children of one family do not bear the same name, nor a son his father's.
    let own = given(sex)
    while (taken.has(own)) own = given(sex)
    taken.add(own)
    return person('child', sex, age, { surname, given: own, ...(fatherKnown && { father }) }, true)
  })

  // A mother was 17 to 30 at her first birth and under 45 at her last.
  const motherAge = () =>
    oldest + years(17) + random.int(0, Math.min(years(13), years(27) - (oldest - youngest)))
  const mother = () => grown('mother', 'female', motherAge(), random.chance(0.6) ? { surname } : {}, true)
  const elder = (role: HouseholdRole, sex: Sex, of: Partial<Named> = {}) =>
    grown(role, sex, oldest + years(38) + random.int(0, years(16)), of, false)

  switch (shape) {
    case 'mother':
      return { shape, tradition, members: [mother(), ...children] }
    case 'single':
      return {
        shape,
        tradition,
        members: [grown('head', 'female', random.int(years(19), years(52)), { surname }, true)],
      }
    case 'father':
      return { shape, tradition, members: [fatherOf(oldest), ...children] }
    case 'parents':
      return { shape, tradition, members: [mother(), fatherOf(oldest), ...children] }
    case 'grandmother':
      return { shape, tradition, members: [mother(), ...children, elder('grandparent', 'female')] }
    case 'guardian':
      return { shape, tradition, members: [...guardians(), ...children] }
  }

  function fatherOf(oldestChild: number): Member {
    return grown(
      'father',
      'male',
      oldestChild + random.int(years(20), years(36)),
      { surname, given: father },
      random.chance(0.4),
    )
  }
  function guardians(): Member[] {
    const paternal = random.chance(0.5) ? { surname } : {}
    if (random.chance(0.3)) {
      // An aunt or a grown sister: old enough to care, young enough to be one.
      return [
        grown('guardian', 'female', oldest + random.int(years(8), years(26)) + years(4), paternal, false),
      ]
    }
    const both = random.chance(0.5)
    return [elder('guardian', 'female', paternal), ...(both ? [elder('grandparent', 'male', paternal)] : [])]
  }
}

/** Ages in days, oldest first: most are under sixteen, and brothers and sisters are at least eleven months apart. */
function childAges(random: Random, count: number): number[] {
  const ages = [random.int(years(1.2), years(count > 4 ? 7 : 12))]
  while (ages.length < count) {
    const last = ages[0] ?? 0
    ages.unshift(random.chance(0.02) ? last : last + random.int(335, years(3.4)))
  }
  return ages
}
