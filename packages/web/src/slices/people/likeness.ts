/**
 * How alike a query and a person of the register are, in five grades with reasons, and what a half-filled form
 * resembles. The library of names compares; people decide. Loaded only with the pages that need it.
 */
import { comparePersons, type Comparison, compareNames, type Reason } from '@kerege/contract/names/index'
import type { BirthDate, FoundPerson, PersonRow, Sex } from '@kerege/contract/people/schema'

export type Grade = 1 | 2 | 3 | 4 | 5

export interface Likeness {
  grade: Grade
  reasons: Reason[]
  score: number
}

const most = 4
const kinds = { for: 0, against: 1, none: 2 }
// A reason that only repeats another in other words says nothing more.
const silent = new Set(['order-differs', 'no-given-name'])

const gradeOf = (score: number): Grade =>
  score >= 0.93 ? 5 : score >= 0.7 ? 4 : score >= 0.5 ? 3 : score >= 0.25 ? 2 : 1

const words = (name: string) => name.trim().split(/\s+/).length

/** All spellings; one of a single word says too little against a whole name, and would look alike to many. */
function namesOf(row: Pick<PersonRow, 'label' | 'otherNames'>, asked: string): string[] {
  const least = Math.min(2, words(asked))
  return [row.label, ...row.otherNames.filter(name => words(name) >= least)]
}

const better = (a: Comparison, b: Comparison) => (b.score > a.score ? b : a)

export function likenessOf(q: string, row: FoundPerson): Likeness {
  // A number is the same or is not: there is no other spelling of it.
  if (row.matched !== 'name') {
    return { grade: 5, score: 1, reasons: [{ code: `${row.matched}-same`, kind: 'for' }] }
  }
  return graded(
    namesOf(row, q)
      .map(name => compareNames(q, name))
      .reduce(better),
  )
}

export interface Sketch {
  names: string[]
  birth?: BirthDate | undefined
  sex?: Sex | undefined
}

export function resemblance(sketch: Sketch, row: PersonRow): Likeness {
  const fields = (names: readonly string[], birth: BirthDate | undefined, sex: Sex | undefined) => ({
    names,
    birthDate: birth && birthWords(birth),
    sex: sex === 'female' || sex === 'male' ? sex : undefined,
  })
  const mine = fields(sketch.names, sketch.birth, sketch.sex)
  return graded(
    namesOf(row, sketch.names[0] ?? '')
      .map(name => comparePersons(mine, fields([name], row.birth, row.sex)))
      .reduce(better),
  )
}

function graded({ score, reasons }: Comparison): Likeness {
  const shown = reasons
    .filter(reason => !silent.has(reason.code))
    .toSorted((a, b) => kinds[a.kind] - kinds[b.kind])
    .slice(0, most)
  return { grade: gradeOf(score), reasons: shown, score }
}

/** A birth date as the library of names reads it. */
function birthWords(birth: BirthDate): string | undefined {
  switch (birth.precision) {
    case 'day':
      return birth.date
    case 'month':
      return birth.month
    case 'year':
      return String(birth.year)
    case 'estimated':
      return `~${Number(birth.asOf.slice(0, 4)) - birth.age}`
    default:
      return undefined
  }
}
