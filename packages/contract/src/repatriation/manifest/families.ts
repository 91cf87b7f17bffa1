/**
 * Who belongs together, as the list itself says it: a column with a number, a title above a block, a head who begins it, names
 * set in below a name, an empty row between. One way for a whole list; it is said which.
 */
import { nameText } from '../../people/rules.ts'
import type { Grid } from './cells.ts'
import { folded } from './fold.ts'
import { letterOf } from './grid.ts'
import type { Columns, Line } from './lines.ts'
import type { ReadPerson } from './person.ts'
import { familyWords, headings } from './words.ts'
import { type familyWays, levelOf, type Problem, type ProblemCode } from './schema.ts'

export type FamilyWay = (typeof familyWays)[number]
export interface Family {
  name: string
  rows: number[]
}
export interface Grouped {
  by: FamilyWay
  families: Family[]
  /** Place of the family by row. */
  of: ReadonlyMap<number, number>
  problems: Problem[]
}

type People = ReadonlyMap<number, ReadPerson>

export function groupFamilies(grid: Grid, lines: readonly Line[], columns: Columns, people: People): Grouped {
  const by = wayOf(grid, lines, columns, people)
  const families: Family[] = []
  const of = new Map<number, number>()
  const byKey = new Map<string, number>()
  const problems: Problem[] = []
  const starts = startsOf(by, grid, columns, people)
  let title: string | undefined
  let fresh = true
  let key = ''
  for (const line of lines) {
    if (line.kind === 'block') {
      title = line.title
      fresh = true
    }
    if (line.kind !== 'person') continue
    if (by === 'column') {
      const stated = keyOf(grid, line.row, columns)
      const again = stated !== '' && stated !== key && byKey.has(stated)
      if (again) problems.push(problem(line.row, 'family-split', columns.get('family')))
      key = stated || key || `row ${line.row}`
      fresh = !byKey.has(key)
    } else if (by === 'blocks') fresh ||= false
    else fresh = fresh || starts(line)
    let place = by === 'column' ? byKey.get(key) : families.length - 1
    if (fresh || place === undefined || place < 0) {
      place = families.push({ name: title ?? '', rows: [] }) - 1
      if (by === 'column') byKey.set(key, place)
    }
    families[place]?.rows.push(line.row)
    of.set(line.row, place)
    fresh = by === 'alone'
  }
  for (const [at, family] of families.entries()) {
    problems.push(...headOf(family, people, columns))
    family.name = nameOf(
      family,
      people,
      by === 'column' ? [...byKey].find(([, place]) => place === at)?.[0] : undefined,
    )
  }
  return { by, families, of, problems }
}

function wayOf(grid: Grid, lines: readonly Line[], columns: Columns, people: People): FamilyWay {
  const persons = lines.filter(line => line.kind === 'person')
  const at = columns.get('family')
  const marked = at === undefined ? [] : persons.filter(line => grid.text(line.row, at) !== '')
  if (marked.length > 0) return 'column'
  if (lines.some(line => line.kind === 'block')) return 'blocks'
  const heads = persons.filter(line => people.get(line.row)?.saysHead)
  if (heads.length > 0) return 'heads'
  const indents = persons.filter(line => indentOf(grid, line.row, columns) > 0)
  if (indents.length > 0 && indents.length < persons.length) return 'indents'
  const gaps = persons.slice(1).filter(line => line.gap)
  if (gaps.length > 0) return 'blank-rows'
  return 'alone'
}

function startsOf(by: FamilyWay, grid: Grid, columns: Columns, people: People): (line: Line) => boolean {
  switch (by) {
    case 'heads':
      return line => people.get(line.row)?.saysHead === true
    case 'indents':
      return line => indentOf(grid, line.row, columns) === 0
    case 'blank-rows':
      return line => line.gap
    default:
      return () => false
  }
}

function indentOf(grid: Grid, row: number, columns: Columns): number {
  const at = columns.get('name') ?? columns.get('surname') ?? columns.get('given')
  const cell = at === undefined ? undefined : grid.cell(row, at)
  return (cell?.indent ?? 0) + Number(/^(\s{2,}|\t|[-–—•]\s)/.test(cell?.text ?? ''))
}

const keyOf = (grid: Grid, row: number, columns: Columns) =>
  folded(grid.text(row, columns.get('family') ?? -1))

const problem = (row: number, code: ProblemCode, at: number | undefined): Problem => ({
  row,
  ...(at === undefined ? {} : { column: letterOf(at) }),
  code,
  level: levelOf[code],
})

/** One head a family: as the list says, else the first grown-up, else the first. Only the list's own word is questioned. */
function headOf({ rows }: Family, people: People, columns: Columns): Problem[] {
  const all = rows.flatMap(row => {
    const one = people.get(row)
    return one ? [{ row, one }] : []
  })
  const problems: Problem[] = []
  const said = all.filter(({ one }) => one.saysHead)
  const relation = columns.get('relation')
  for (const { row } of said.slice(1)) problems.push(problem(row, 'two-heads', relation))
  for (const { row, one } of said) if (isChild(one)) problems.push(problem(row, 'child-as-head', relation))
  const head =
    said[0] ?? all.find(({ one }) => isGrown(one)) ?? all.find(({ one }) => !isChild(one)) ?? all[0]
  for (const { one } of all) one.person.head = one === head?.one
  const first = all[0]
  if (first && said.length === 0 && relation !== undefined && all.length > 1)
    problems.push(problem(first.row, 'head-missing', relation))
  if (first && all.every(({ one }) => isChild(one))) problems.push(problem(first.row, 'no-adult', undefined))
  return problems
}

const isChild = (one: ReadPerson) =>
  one.person.relation !== 'mother' && one.person.relation !== 'father' && (one.oldest ?? 99) < 18
const isGrown = (one: ReadPerson) => (one.youngest ?? 0) >= 18

const plainTitle: ReadonlySet<string> = new Set(
  [...familyWords, ...headings.family, ...headings.number].flatMap(word => folded(word).split(' ')),
)
const isTelling = (title: string) =>
  folded(title)
    .split(' ')
    .some(word => /\p{L}/u.test(word) && !plainTitle.has(word))

function nameOf({ name, rows }: Family, people: People, key: string | undefined): string {
  // `Family no. 3` names nobody; `Family 3: Karimov` does.
  if (isTelling(name)) return name.slice(0, 160)
  const head = rows.map(row => people.get(row)?.person).find(person => person?.head)
  const first = head?.names[0]
  const called = first ? (first.family ?? nameText(first)) : ''
  return (called || key || String(rows[0] ?? '')).slice(0, 160)
}
