/**
 * Who said what of the same thing. Where sources differ, every value stands there with its source; one may be
 * preferred, with a reason, and the others stay. Pure.
 */
import { apart, boundsOf, sameReported, type Reported } from './reported.ts'
import { agreed, type Stated, stateSum, type Sum, sumOf } from './arithmetic.ts'
import { type FigureState, type Part, parts, type Statement } from './schema.ts'
import { endOf } from './when.ts'

/** Statements about one thing, in the order in which they came. */
export interface Point<Row extends Stated = Stated> {
  key: string
  series: Row['series']
  operation: string | undefined
  when: string | undefined
  statements: Row[]
}

/** By name where it has one; totals of different days are different things, whatever their name. */
const keyOf = ({ series, operation, when, id }: Stated): string =>
  [
    series.code,
    operation ?? '',
    series.kind === 'operations' ? (operation ? '' : (when ?? id)) : (when ?? ''),
  ].join('\n')

export const points = <Row extends Stated>(all: readonly Row[]): Point<Row>[] =>
  [...Map.groupBy(all, keyOf)].flatMap(([key, statements]) => {
    const [first] = statements
    if (!first) return []
    return [{ key, series: first.series, operation: first.operation, when: first.when, statements }]
  })

export interface Mark<Row extends Stated> {
  reported: Reported
  statements: Row[]
  preferred: boolean
}

export interface Difference<Row extends Stated = Stated> extends Point<Row> {
  part: Part
  marks: Mark<Row>[]
  /** What adding up gives, where the number takes several operations together. */
  ours: Sum | null
}

/** One for each part of a thing about which sources, or a source and our own arithmetic, say different numbers. */
export function differences<Row extends Stated>(all: readonly Row[]): Difference<Row>[] {
  return points(all).flatMap(point =>
    parts.flatMap((part): Difference<Row>[] => {
      const marks = marksOf(point.statements, part)
      const summing = point.statements.find(one => one.sumOf.length > 0)
      const sum = summing ? sumOf(summing, all, part) : null
      const ours = sum && sum.missing.length === 0 ? sum : null
      const first = marks[0] && boundsOf(marks[0].reported)
      const differs =
        marks.length > 1 ||
        (ours !== null && first !== undefined && first !== null && apart(ours.bounds, first))
      return differs ? [{ ...point, part, marks, ours }] : []
    }),
  )
}

function marksOf<Row extends Stated>(statements: readonly Row[], part: Part): Mark<Row>[] {
  const marks: Mark<Row>[] = []
  for (const one of statements) {
    const reported = one.values[part]
    if (!reported) continue
    const known = marks.find(mark => sameReported(mark.reported, reported))
    if (known) known.statements.push(one)
    else marks.push({ reported, statements: [one], preferred: false })
  }
  for (const mark of marks) mark.preferred = mark.statements.some(one => one.preferred)
  return marks.sort((a, b) => a.reported.value - b.reported.value)
}

/** What a map can say of a state, and how it comes to say so. */
export type StateTotal<Row extends Stated = Stated> =
  | { kind: 'said'; low: number; high: number; statements: Row[] }
  | { kind: 'ours'; low: number; high: number; sum: Sum }
  | { kind: 'nothing' }
  | { kind: 'unknown' }

/**
 * The newest total of the state itself; the sum of its operations where it never gave one, as our own arithmetic.
 * @param silent somebody has looked, and nothing is published
 */
export function stateTotal<Row extends Stated>(
  all: readonly Row[],
  state: FigureState,
  silent: boolean,
): StateTotal<Row> {
  const totals = all.filter(
    one =>
      one.series.kind === 'running-total' &&
      one.series.state === state &&
      one.when &&
      !one.operation &&
      one.values.total,
  )
  const newest = totals.reduce((day, one) => (endOf(one.when ?? '') > day ? endOf(one.when ?? '') : day), '')
  const there = totals.filter(one => endOf(one.when ?? '') === newest)
  const said = agreed(there, 'total')
  if (said) return { kind: 'said', ...said, statements: preferredOr(there) }
  const sum = stateSum(all, state)
  if (sum && sum.terms.length > 0) return { kind: 'ours', ...sum.bounds, sum }
  return { kind: silent ? 'nothing' : 'unknown' }
}

const preferredOr = <Row extends Pick<Statement, 'preferred'>>(rows: readonly Row[]): Row[] => {
  const preferred = rows.filter(one => one.preferred)
  return preferred.length > 0 ? preferred : [...rows]
}
