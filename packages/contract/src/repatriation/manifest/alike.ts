/**
 * Rows of one list that may be one person: written twice, on two legs, or with one number between them. Two persons stay two until
 * somebody says so. And rows that want one seat.
 */
import {
  comparePersons,
  foldName,
  nameCache,
  type PreparedPerson,
  preparePerson,
  searchKeys,
} from '../../names/index.ts'
import { birthText, nameText } from '../../people/rules.ts'
import type { PersonFields } from '../../names/index.ts'
import { folded } from './fold.ts'
import { seatsTwice } from './seats.ts'
import { levelOf, type ManifestPerson, type Problem, type ProblemCode, type RowLikeness } from './schema.ts'

interface Row {
  row: number
  family: number
  person: ManifestPerson
}

/** As the library of names compares persons. */
export const fieldsOf = ({ names, birth, sex, birthPlace }: ManifestPerson): PersonFields => {
  const [first, ...others] = names
  return {
    family: first?.family,
    given: first?.given,
    patronymic: first?.patronymic,
    names: others.map(nameText),
    birthDate: birthText(birth),
    sex: sex === 'female' || sex === 'male' ? sex : undefined,
    place: birthPlace,
  }
}

/** A name that very many bear tells nobody apart: of more rows with one key none is compared by it. */
const largestBlock = 60
const mostAlike = 5

export interface Likenesses {
  byRow: ReadonlyMap<number, RowLikeness[]>
  problems: Problem[]
}

/** Between two comparisons whoever reads may do something else. */
export function* alikeRows(rows: readonly Row[]): Generator<undefined, Likenesses> {
  const byRow = new Map<number, RowLikeness[]>()
  const problems: Problem[] = []
  const cache = nameCache()
  const prepared: PreparedPerson[][] = []
  for (const { person } of rows) {
    prepared.push(
      person.names.map(name =>
        preparePerson({ ...fieldsOf({ ...person, names: [name] }) }, undefined, cache),
      ),
    )
    yield
  }
  const say = (row: number, code: ProblemCode, other: number) =>
    problems.push({ row, code, level: levelOf[code], params: { other } })
  const blocks = yield* blocksOf(rows)
  for (const [one, other] of pairsOf(rows, blocks)) {
    yield
    const [a, b] = [rows[one], rows[other]]
    if (!a || !b) continue
    const best = likest(prepared[one] ?? [], prepared[other] ?? [])
    if (!best) continue
    note(byRow, a.row, { row: b.row, ...best })
    note(byRow, b.row, { row: a.row, ...best })
    if (!best.match) continue
    const legs = a.person.leg && b.person.leg && folded(a.person.leg) !== folded(b.person.leg)
    if (legs) say(b.row, 'on-two-legs', a.row)
    else if (isSame(a.person, b.person)) say(b.row, 'duplicate-row', a.row)
  }
  sayOfPapers(rows, say)
  for (const { row, ...params } of seatsTwice(rows))
    problems.push({ row, code: 'seat-twice', level: levelOf['seat-twice'], params })
  return { byRow, problems }
}

function likest(
  one: readonly PreparedPerson[],
  other: readonly PreparedPerson[],
): Omit<RowLikeness, 'row'> | undefined {
  let best: Omit<RowLikeness, 'row'> | undefined
  for (const a of one)
    for (const b of other) {
      const { score, match, reasons } = comparePersons(a, b)
      if (score > (best?.score ?? 0))
        best = { score: Math.round(Math.min(1, score) * 10_000) / 10_000, match, reasons }
    }
  return best && best.score >= 0.5 ? best : undefined
}

function* blocksOf(rows: readonly Row[]): Generator<undefined, Map<string, number[]>> {
  const blocks = new Map<string, number[]>()
  for (const [at, { person }] of rows.entries()) {
    for (const key of new Set(searchKeys(fieldsOf(person)))) {
      const block = blocks.get(key)
      if (block) block.push(at)
      else blocks.set(key, [at])
    }
    yield
  }
  return blocks
}

/** Pairs that share a key of a name; each once. */
function* pairsOf(rows: readonly Row[], blocks: ReadonlyMap<string, number[]>): Generator<[number, number]> {
  const seen = new Set<number>()
  for (const block of blocks.values()) {
    if (block.length > largestBlock) continue
    for (const [at, one] of block.entries())
      for (const other of block.slice(at + 1)) {
        const pair = one * rows.length + other
        if (seen.has(pair)) continue
        seen.add(pair)
        yield [one, other]
      }
  }
}

function note(byRow: Map<number, RowLikeness[]>, row: number, found: RowLikeness) {
  const all = [...(byRow.get(row) ?? []), found].toSorted((a, b) => b.score - a.score || a.row - b.row)
  byRow.set(row, all.slice(0, mostAlike))
}

/** The same words of a name in whatever order, and no other birth. */
function isSame(a: ManifestPerson, b: ManifestPerson): boolean {
  const spelled = (person: ManifestPerson) =>
    person.names.map(name => foldName(nameText(name)).split(' ').toSorted().join(' '))
  const common = spelled(a).some(one => one !== '' && spelled(b).includes(one))
  return common && JSON.stringify(a.birth) === JSON.stringify(b.birth)
}

/** One number under two names is a slip of the list, or one person. */
function sayOfPapers(rows: readonly Row[], say: (row: number, code: ProblemCode, other: number) => void) {
  const first = new Map<string, number>()
  for (const { row, person } of rows) {
    for (const { system, value } of person.papers) {
      const key = `${system} ${folded(value).replaceAll(' ', '')}`
      const other = first.get(key)
      if (other === undefined) first.set(key, row)
      else if (other !== row) say(row, 'paper-shared', other)
    }
  }
}
