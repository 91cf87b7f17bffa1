/**
 * A list of names as families of persons, with every doubt said by row and column. Pure: the same file and the same mapping
 * give the same reading, on a desk, in the command and on a node.
 */
import { DomainError } from '../../errors.ts'
import { alikeRows } from './alike.ts'
import { type Grid, gridOf } from './cells.ts'
import { orderShown, readBirth } from './dates.ts'
import { type FamilyWay, groupFamilies } from './families.ts'
import { folded, shownText } from './fold.ts'
import { letterOf, placeOf, type RawBook, type RawSheet } from './grid.ts'
import { findHead, type Head } from './head.ts'
import { type Columns, type Line, linesOf } from './lines.ts'
import { readPerson, type Reading, type ReadPerson } from './person.ts'
import {
  levelOf,
  type ManifestMap,
  type ManifestReading,
  type ManifestRow,
  mostRows,
  type Problem,
  type ProblemCode,
} from './schema.ts'
import { totalProblems } from './totals.ts'
import type { Field } from './words.ts'

/** @throws DomainError `manifest-empty`, `manifest-too-long`, `manifest-no-names` */
export function readManifest(book: RawBook, today: string, given: ManifestMap = {}): ManifestReading {
  const steps = reading(book, today, given)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** The same for a node that answers others meanwhile. @param turn awaited between two rows, and between what is done for all of them */
export async function readInTurns(
  book: RawBook,
  today: string,
  given: ManifestMap,
  turn: () => Promise<void>,
): Promise<ManifestReading> {
  const steps = reading(book, today, given)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
    await turn()
  }
}

function* reading(book: RawBook, today: string, given: ManifestMap): Generator<undefined, ManifestReading> {
  const { sheet, grid, head } = chosen(book, given)
  yield
  if (grid.rows.length > mostRows + 50)
    throw new DomainError('invalid', 'manifest-too-long', { most: mostRows })
  const columns = columnsOf(head, given)
  if (!['name', 'surname', 'given', 'otherName'].some(field => columns.has(field as Field)))
    throw new DomainError('invalid', 'manifest-no-names')
  const lines = linesOf(grid, head, columns)
  yield
  const asOf = given.asOf ?? dayAbove(grid, head, today) ?? today
  const how = readingOf(sheet, grid, lines, columns, head, given, asOf)
  yield
  const people = new Map<number, ReadPerson>()
  for (const { row, kind } of lines) {
    if (kind !== 'person') continue
    people.set(row, readPerson(how, row))
    yield
  }
  const grouped = groupFamilies(grid, lines, columns, people)
  yield
  const alike = yield* alikeRows(
    [...people].map(([row, { person }]) => ({ row, person, family: grouped.of.get(row) ?? 0 })),
  )
  const said = Map.groupBy(
    [...grouped.problems, ...alike.problems, ...hiddenRows(sheet, people), ...guessed(book, people)],
    problem => problem.row,
  )
  const rows: ManifestRow[] = []
  for (const [row, one] of people) {
    rows.push({
      row,
      cells: cellsOf(grid, row),
      family: grouped.of.get(row) ?? 0,
      person: one.person,
      problems: [...one.problems, ...(said.get(row) ?? [])].toSorted(byColumn),
      lookalikes: alike.byRow.get(row) ?? [],
    })
    yield
  }
  const totals = totalProblems(grid, lines, grouped, people)
  yield
  return {
    map: {
      sheet: sheet.name,
      head: { from: head.from, to: head.to },
      columns: Object.fromEntries(
        Array.from({ length: grid.width }, (_, at) => [letterOf(at), fieldAt(columns, at) ?? 'skip']),
      ),
      dates: how.dates.order,
      asOf,
    },
    columns: shownColumns(how, head, lines, given),
    sheets: book.sheets.filter(one => !one.hidden).map(one => one.name),
    familiesBy: grouped.by,
    families: grouped.families,
    rows,
    leftOut: leftOut(grid, head, lines),
    problems: [
      ...ofFile(book, sheet, head, columns, grouped.by),
      ...totals,
      ...lines.filter(line => line.kind === 'remark').map(line => problemOf('row-not-read', line.row)),
      ...book.faults
        .filter(fault => fault.code === 'row-broken')
        .map(fault => problemOf('row-broken', fault.row)),
    ],
  }
}

const problemOf = (code: ProblemCode, row = 0, params?: Problem['params'], column?: string): Problem => ({
  row,
  ...(column ? { column } : {}),
  code,
  level: levelOf[code],
  ...(params ? { params } : {}),
})

/** As the sheet reads; what is of the whole row comes last. */
const byColumn = (a: Problem, b: Problem) => (a.column ?? 'ZZZ').localeCompare(b.column ?? 'ZZZ', 'en')

/** The sheet that was named, else the visible one with the best heading, else the longest. */
function chosen(book: RawBook, given: ManifestMap): { sheet: RawSheet; grid: Grid; head: Head } {
  const named = given.sheet === undefined ? undefined : book.sheets.find(sheet => sheet.name === given.sheet)
  const open = named ? [named] : book.sheets.filter(sheet => !sheet.hidden && sheet.rows.length > 0)
  const read = open.map(sheet => {
    const grid = gridOf(sheet)
    return { sheet, grid, head: findHead(grid, given.head) }
  })
  const best = read.toSorted(
    (a, b) => b.head.score - a.head.score || b.grid.rows.length - a.grid.rows.length,
  )[0]
  if (!best) throw new DomainError('invalid', 'manifest-empty')
  return best
}

function columnsOf(head: Head, given: ManifestMap): Columns {
  const columns = new Map<Field, number>()
  if (given.columns) {
    const byHeading = new Map(head.columns.map(({ at, heading }) => [folded(heading), at]))
    for (const [key, field] of Object.entries(given.columns)) {
      const at = byHeading.get(folded(key)) ?? placeOf(key)
      if (field !== 'skip' && at !== undefined && !columns.has(field)) columns.set(field, at)
    }
    return columns
  }
  for (const { at, field } of head.columns) if (field) columns.set(field, at)
  return columns
}

const fieldAt = (columns: Columns, at: number): Field | undefined =>
  [...columns].find(([, place]) => place === at)?.[0]

/** A day in the title: `Список на 12.05.2026`. Of several the last; nothing that has yet to come. */
function dayAbove(grid: Grid, head: Head, today: string): string | undefined {
  const days: string[] = []
  for (const { row } of grid.rows.filter(one => one.row < head.from)) {
    for (let at = 0; at < grid.width; at++) {
      const cell = grid.cell(row, at)
      const words =
        cell?.number === undefined ? (cell?.text ?? '').match(/[\d٠-٩۰-۹][\d٠-٩۰-۹./-]{7,9}/g) : undefined
      const cells = words
        ? words.map(text => ({ text: text.replace(/[./-]$/, '') }))
        : cell?.number && cell.number > 36_000
          ? [cell]
          : []
      for (const one of cells) {
        const { birth } = readBirth(one, { order: 'day-first', from1904: false, asOf: today })
        if (birth.precision === 'day' && birth.date <= today && birth.date > '2010-01-01')
          days.push(birth.date)
      }
    }
  }
  return days.at(-1)
}

function readingOf(
  sheet: RawSheet,
  grid: Grid,
  lines: readonly Line[],
  columns: Columns,
  head: Head,
  given: ManifestMap,
  asOf: string,
): Reading {
  const at = columns.get('birth')
  const cells =
    at === undefined ? [] : lines.flatMap(line => (line.kind === 'person' ? [grid.cell(line.row, at)] : []))
  const shown = orderShown(cells, { from1904: sheet.from1904, asOf })
  return {
    grid,
    columns,
    headings: new Map(head.columns.map(column => [column.at, column.heading])),
    dates: {
      order: given.dates ?? shown.order,
      certain: given.dates !== undefined || shown.certain,
      both: given.dates === undefined && shown.both,
      from1904: sheet.from1904,
      asOf,
    },
  }
}

const hiddenRows = (sheet: RawSheet, people: ReadonlyMap<number, ReadPerson>): Problem[] =>
  sheet.rows.filter(row => row.hidden && people.has(row.row)).map(row => problemOf('row-hidden', row.row))

/** A line whose letters had to be guessed says so beside the person; of nobody, it says so of the file. */
const guessed = (book: RawBook, people: ReadonlyMap<number, ReadPerson>): Problem[] =>
  book.faults
    .filter(fault => fault.code === 'encoding-guessed' && people.has(fault.row))
    .map(fault =>
      problemOf('encoding-guessed', fault.row, undefined, letterOf(Math.max(0, fault.column - 1))),
    )

function ofFile(book: RawBook, sheet: RawSheet, head: Head, columns: Columns, by: FamilyWay): Problem[] {
  const others = book.sheets.filter(one => one !== sheet && one.rows.length > 0)
  return [
    ...(book.macros ? [problemOf('macros')] : []),
    ...others.map(one => problemOf(one.hidden ? 'sheet-hidden' : 'sheet-not-read', 0, { name: one.name })),
    ...sheet.hiddenColumns.slice(0, 60).map(at => problemOf('column-hidden', 0, undefined, letterOf(at))),
    ...head.columns
      .filter(({ at, heading }) => heading !== '' && fieldAt(columns, at) === undefined)
      .map(({ at, heading }) =>
        problemOf('heading-not-read', head.to, { heading: heading.slice(0, 80) }, letterOf(at)),
      ),
    ...(columns.has('relation') ? [] : [problemOf('heads-assumed')]),
    ...(by === 'alone' ? [problemOf('families-assumed')] : []),
  ]
}

/** The file's own text, untouched but for the marks that no database takes. */
function cellsOf(grid: Grid, row: number): string[] {
  const own = grid.own(row)
  const last = Math.max(-1, ...(own?.keys() ?? []))
  return Array.from({ length: Math.min(last + 1, grid.width) }, (_, at) =>
    (own?.get(at)?.text ?? '').replaceAll('\0', '').toWellFormed().slice(0, 2_000),
  )
}

function leftOut(grid: Grid, head: Head, lines: readonly Line[]): ManifestReading['leftOut'] {
  const above = grid.rows
    .filter(({ row }) => head.to > 0 && row <= head.to)
    .map(({ row }) => ({ row, cells: cellsOf(grid, row), why: row < head.from ? 'title' : 'head' }))
  const below = lines
    .filter(line => line.kind !== 'person')
    .map(line => ({ row: line.row, cells: cellsOf(grid, line.row), why: line.kind }))
  return [...above, ...below]
}

function shownColumns(
  reading: Reading,
  head: Head,
  lines: readonly Line[],
  given: ManifestMap,
): ManifestReading['columns'] {
  const { columns } = reading
  const persons = lines.filter(line => line.kind === 'person').slice(0, 3)
  return head.columns.map(({ at, heading, confidence }) => {
    const field = fieldAt(columns, at)
    return {
      column: letterOf(at),
      heading: shownText(heading),
      ...(field ? { field } : {}),
      confidence: field ? (given.columns ? 1 : confidence) : 0,
      samples: persons.map(({ row }) => sampleOf(reading, row, at, field)),
    }
  })
}

/** A day as the sheet shows it, and not as the number that it stores. */
function sampleOf({ grid, dates }: Reading, row: number, at: number, field: Field | undefined): string {
  const cell = grid.cell(row, at)
  if (field === 'birth' && cell?.number !== undefined) {
    const { birth } = readBirth(cell, dates)
    if (birth.precision === 'day') return birth.date
  }
  return grid.text(row, at).slice(0, 60)
}
