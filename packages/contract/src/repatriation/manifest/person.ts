/** One row as a person, with all that is to be said of it. What cannot be read is told and left unknown, never guessed. */
import { ageOn, impossibleBirth } from '../../people/rules.ts'
import type { BirthDate, PersonName } from '../../people/schema.ts'
import { readAge } from './ages.ts'
import type { Grid } from './cells.ts'
import { type DateContext, readBirth } from './dates.ts'
import { folded, shownText } from './fold.ts'
import { letterOf } from './grid.ts'
import type { Columns } from './lines.ts'
import { nameFrom, nameOf } from './personName.ts'
import { levelOf, type ManifestPerson, type Problem, type ProblemCode } from './schema.ts'
import { countryOf, type Field, relationOf, type RelationWord, sexOf, unknownWords } from './words.ts'

export interface Reading {
  grid: Grid
  columns: Columns
  dates: DateContext & { certain: boolean; both: boolean }
  /** Headings by column: which office a number is from, they say. */
  headings: ReadonlyMap<number, string>
}

type Say = (code: ProblemCode, field?: Field, params?: Problem['params']) => void

export interface ReadPerson {
  person: ManifestPerson
  /** The list says itself who is head. */
  saysHead: boolean
  /** Whole years on the day of the list, as far as they are known. */
  youngest: number | undefined
  oldest: number | undefined
  problems: Problem[]
}

export function readPerson(reading: Reading, row: number): ReadPerson {
  const { grid, columns } = reading
  const problems: Problem[] = []
  const say: Say = (code, field, params) => {
    const at = field === undefined ? undefined : columns.get(field)
    problems.push({
      row,
      ...(at === undefined ? {} : { column: letterOf(at) }),
      code,
      level: levelOf[code],
      ...(params ? { params } : {}),
    })
  }
  sayOfCells(reading, row, problems)
  const text = (field: Field) => {
    const at = columns.get(field)
    return at === undefined ? '' : grid.text(row, at)
  }
  const relation = relationIn(text('relation'), say)
  const birth = birthIn(reading, row, say)
  const person: ManifestPerson = {
    names: namesIn(text, columns.has('name') ? 'name' : columns.has('surname') ? 'surname' : 'given', say),
    sex: sexIn(text('sex'), relation, say),
    birth,
    relation: relation?.relation ?? 'other',
    head: relation?.relation === 'head',
    ...citizenshipIn(text('citizenship'), say),
    papers: papersIn(reading, row),
    ...cut('birthPlace', text('birthPlace'), 200, say),
    ...cut('leg', text('leg'), 120, say),
    ...cut('seat', text('seat'), 12, say),
    ...cut('bracelet', text('bracelet'), 24, say),
    ...cut('notes', text('notes'), 500, say),
  }
  const age = ageOn(birth, reading.dates.asOf)
  return { person, saysHead: person.head, youngest: age?.min, oldest: age?.max, problems }
}

function sayOfCells({ grid, columns }: Reading, row: number, problems: Problem[]) {
  for (const at of columns.values()) {
    const cell = grid.cell(row, at)
    const code = cell?.error ? 'cell-error' : cell?.formula ? 'formula' : undefined
    if (code) problems.push({ row, column: letterOf(at), code, level: levelOf[code] })
  }
}

function namesIn(text: (field: Field) => string, naming: Field, say: Say): PersonName[] {
  const parts = { family: text('surname'), given: text('given'), patronymic: text('patronymic') }
  const written = text('name')
  const inParts = nameFrom(parts)
  const whole = nameOf(written)
  const other = nameOf(text('otherName'))
  const found = [inParts, whole, other].filter(name => name !== undefined)
  if (found.length === 0) {
    const stands = `${Object.values(parts).join('')}${written}${text('otherName')}` !== ''
    say(stands ? 'name-unreadable' : 'name-missing', naming)
  }
  if (written.length > 200) say('text-cut', 'name')
  // A name in the letters of the country is the usual one; the list's other writing is kept beside it.
  const ordered = found.toSorted((a, b) => Number(a.script === 'Arab') - Number(b.script === 'Arab'))
  return ordered.map((name, at) => (at === 0 ? name : { ...name, use: 'other' as const }))
}

function relationIn(text: string, say: Say): RelationWord | undefined {
  const plain = folded(text)
  if (plain === '' || unknownWords.has(plain)) return undefined
  const found =
    relationOf.get(plain) ??
    plain
      .split(' ')
      .map(word => relationOf.get(word))
      .find(Boolean)
  if (!found) say('relation-unreadable', 'relation')
  return found
}

function sexIn(text: string, relation: RelationWord | undefined, say: Say): ManifestPerson['sex'] {
  const plain = folded(text)
  const said = sexOf.get(plain) ?? sexOf.get(plain.split(' ')[0] ?? '')
  if (said) {
    if (relation?.sex && relation.sex !== said) say('sex-relation-differ', 'sex')
    return said
  }
  if (plain !== '' && !unknownWords.has(plain)) say('sex-unreadable', 'sex')
  if (!relation?.sex) return 'unknown'
  say('sex-from-relation', 'relation')
  return relation.sex
}

function birthIn({ grid, columns, dates }: Reading, row: number, say: Say): BirthDate {
  const at = columns.get('birth')
  const read = readBirth(at === undefined ? undefined : grid.cell(row, at), dates)
  for (const code of read.codes) say(code as ProblemCode, 'birth') // the reader of dates says codes of the table only
  if (read.ambiguous && !dates.certain) say(dates.both ? 'date-order-unclear' : 'date-order-assumed', 'birth')
  const ageAt = columns.get('age')
  const age = readAge(ageAt === undefined ? undefined : grid.cell(row, ageAt))
  for (const code of age.codes) say(code as ProblemCode, 'age')
  const birth = joined(read.birth, age, dates.asOf, say)
  const fault = impossibleBirth(birth, dates.asOf)
  if (fault) say(fault, at === undefined ? 'age' : 'birth')
  return birth
}

function joined(birth: BirthDate, age: ReturnType<typeof readAge>, asOf: string, say: Say): BirthDate {
  if (birth.precision === 'unknown') {
    if (age.age !== undefined) return { precision: 'estimated', age: age.age, asOf }
    return age.year === undefined ? birth : { precision: 'year', year: age.year }
  }
  const counted = ageOn(birth, asOf)
  // Lists are months old when they are sent, and an age is counted by whoever wrote it.
  if (age.age !== undefined && counted && (age.age < counted.min - 1 || age.age > counted.max + 1))
    say('birth-age-differ', 'age', { said: age.age, counted: counted.min })
  return birth
}

function citizenshipIn(text: string, say: Say): { citizenship?: string } {
  const plain = folded(text)
  if (plain === '' || unknownWords.has(plain)) return {}
  if (/^[a-z]{2}$/.test(plain) && !countryOf.has(plain)) return { citizenship: plain.toUpperCase() }
  const found =
    countryOf.get(plain) ??
    plain
      .split(' ')
      .map(word => countryOf.get(word))
      .find(Boolean)
  if (found) return { citizenship: found }
  say('citizenship-unreadable', 'citizenship')
  return {}
}

/** By the heading, whose number it is; a column of papers mixes all of them. */
const systems: readonly [string, readonly string[]][] = [
  ['iin', ['иин', 'жсн', 'iin']],
  ['pinfl', ['пинфл', 'жшшир', 'pinfl', 'jshshir']],
  ['pin', ['пин', 'инн', 'pin']],
  [
    'passport',
    [
      'passport',
      'паспорт',
      'паспорта',
      'паспорту',
      'төлқұжат',
      'шиноснома',
      'pasport',
      'pasaport',
      'جواز',
      'الجواز',
    ],
  ],
  ['birth-certificate', ['свидетельство', 'certificate']],
]
const systemWords = systems.map(([system, words]): [string, string[]] => [system, words.map(folded)])

function papersIn({ grid, columns, headings }: Reading, row: number): ManifestPerson['papers'] {
  return (['paper', 'nationalNumber'] as const).flatMap(field => {
    const at = columns.get(field)
    if (at === undefined || grid.continued(row, at)) return []
    const value = shownText(grid.text(row, at)).slice(0, 64)
    if (value === '' || !/\d/.test(value) || unknownWords.has(folded(value))) return []
    const words = folded(`${headings.get(at) ?? ''} ${value}`).split(' ')
    const system = systemWords.find(([, all]) => all.some(word => words.includes(word)))?.[0]
    return [{ system: system ?? (field === 'paper' ? 'document' : 'national-number'), value }]
  })
}

function cut<Key extends 'birthPlace' | 'leg' | 'seat' | 'bracelet' | 'notes'>(
  field: Key,
  text: string,
  most: number,
  say: Say,
): { [K in Key]?: string } {
  // Marks that no text of the register may hold; the row keeps the file's own text.
  const plain = text.replace(/\p{Cc}/gu, ' ').trim()
  if (plain.length > most) say('text-cut', field, { most })
  const value = plain.slice(0, most).trim()
  return value === '' ? {} : ({ [field]: value } as { [K in Key]?: string }) // one key, as given
}
