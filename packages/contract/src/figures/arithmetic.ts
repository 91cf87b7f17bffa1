/**
 * What can be reckoned from published numbers, and where they do not fit. Pure. A finding says "parts give 454, the
 * total says 460" and leaves both as they are: which one is right is nobody's to guess here.
 */
import { added, apart, type Bounds, boundsOf, hull } from './reported.ts'
import type { Part, Series, Statement } from './schema.ts'
import { endOf, startOf } from './when.ts'

/** As much of a statement as arithmetic needs. */
export type Stated = Pick<Statement, 'id' | 'values' | 'sumOf' | 'operation' | 'when' | 'preferred'> & {
  series: Pick<Series, 'code' | 'kind' | 'state' | 'unit'>
}

export const findingRules = [
  'parts-differ',
  'parts-exceed',
  'sum-differs',
  'sum-exceeds',
  'running-falls',
  'running-differs',
  'percent-differs',
] as const
export type FindingRule = (typeof findingRules)[number]

export interface Finding {
  rule: FindingRule
  /** Whose number does not fit. */
  statementId: string
  part: Part
  /** What our own arithmetic gives: a sum, or the total before. */
  ours: Bounds
  /** What was stated. */
  said: Bounds
  /** Names of what was added up; the numbers themselves stand in their statements. */
  terms: string[]
}

const people = ['men', 'women', 'children'] as const

export function findings(all: readonly Stated[]): Finding[] {
  return all.flatMap(one => [...partFindings(one), ...sumFindings(one, all)]).concat(runningFindings(all))
}

function partFindings({ id, values, series }: Stated): Finding[] {
  const given = [...people, 'unknown' as const].filter(part => values[part])
  const bounds = given.flatMap(part => boundsIn(values, part) ?? [])
  if (given.length === 0 || bounds.length < given.length) return []
  const ours = added(bounds)
  const percent = series.unit === 'percent'
  const whole = values.total ? boundsIn(values, 'total') : percent ? { low: 100, high: 100 } : null
  if (!whole) return []
  // Each share was rounded by somebody: half a point each is no contradiction.
  const slack = percent ? given.length / 2 : 0
  const said = { low: whole.low - slack, high: whole.high + slack }
  const finding = { statementId: id, part: 'total' as const, ours, said: whole, terms: given }
  if (people.every(part => values[part])) {
    return apart(ours, said) ? [{ rule: percent ? 'percent-differs' : 'parts-differ', ...finding }] : []
  }
  return ours.low > said.high ? [{ rule: 'parts-exceed', ...finding }] : []
}

function boundsIn(values: Stated['values'], part: Part): Bounds | null {
  const reported = values[part]
  return reported ? boundsOf(reported) : null
}

const summed: readonly Part[] = ['total', ...people]

function sumFindings(one: Stated, all: readonly Stated[]): Finding[] {
  if (one.sumOf.length === 0) return []
  return summed.flatMap((part): Finding[] => {
    const said = boundsIn(one.values, part)
    const sum = sumOf(one, all, part)
    if (!said || !sum || sum.terms.length === 0) return []
    const finding = { statementId: one.id, part, ours: sum.bounds, said, terms: sum.terms }
    if (sum.missing.length > 0) {
      return sum.bounds.low > said.high ? [{ rule: 'sum-exceeds', ...finding }] : []
    }
    return apart(sum.bounds, said) ? [{ rule: 'sum-differs', ...finding }] : []
  })
}

export interface Sum {
  bounds: Bounds
  terms: string[]
  /** Operations that have no number for this part. */
  missing: string[]
}

/** Adds up the operations that a number takes together. */
export function sumOf(one: Stated, all: readonly Stated[], part: Part): Sum | null {
  if (one.sumOf.length === 0) return null
  return sumUp(
    one.sumOf.map(name => [name, operationsOf(all, one.series.state).filter(it => it.operation === name)]),
    part,
  )
}

const operationsOf = (all: readonly Stated[], state: Series['state']) =>
  all.filter(it => it.series.kind === 'operations' && it.series.state === state && it.sumOf.length === 0)

function sumUp(groups: readonly (readonly [string, readonly Stated[]])[], part: Part): Sum {
  const terms: string[] = []
  const missing: string[] = []
  const bounds: Bounds[] = []
  for (const [name, group] of groups) {
    const one = agreed(group, part)
    if (one) {
      terms.push(name)
      bounds.push(one)
    } else missing.push(name)
  }
  return { bounds: added(bounds), terms, missing }
}

/** The preferred value, or everything from the least to the most that was said: never a middle. */
export function agreed(group: readonly Stated[], part: Part): Bounds | null {
  const preferred = group.filter(one => one.preferred)
  const bounds = (preferred.length > 0 ? preferred : group).flatMap(one => {
    const found = boundsIn(one.values, part)
    if (found) return [found]
    return part === 'total' ? (derivedTotal(one) ?? []) : []
  })
  return bounds.length > 0 ? hull(bounds) : null
}

/** Women and children without a total: at least so many came. */
function derivedTotal({ values }: Stated): Bounds[] | null {
  if (values.total) return null
  const bounds = people.flatMap(part => boundsIn(values, part) ?? [])
  return bounds.length > 0 ? [added(bounds)] : null
}

/** All that a state's operations give together. */
export function stateSum(all: readonly Stated[], state: Series['state']): Sum | null {
  const groups = Map.groupBy(operationsOf(all, state), one => one.operation ?? one.id)
  return groups.size > 0 ? sumUp([...groups], 'total') : null
}

/** Totals of the same thing on one day after another, from the oldest. */
function runningFindings(all: readonly Stated[]): Finding[] {
  const dated = all.filter(one => one.series.kind === 'running-total' && one.when)
  const lines = Map.groupBy(dated, one => `${one.series.code} ${one.operation ?? ''}`)
  return [...lines.values()].flatMap(line =>
    summed.flatMap(part => {
      const days = [...Map.groupBy(line, one => endOf(one.when ?? ''))].sort(([a], [b]) => (a < b ? -1 : 1))
      const steps = days.flatMap(([day, group]) => {
        const stated = group.filter(one => one.values[part])
        const bounds = agreed(stated, part)
        const first = stated.find(one => one.preferred) ?? stated[0]
        return bounds && first ? [{ day, bounds, first }] : []
      })
      return steps.slice(1).flatMap((step, at) => {
        const before = steps[at]
        return before ? stepFinding(all, part, before, step) : []
      })
    }),
  )
}

interface Step {
  day: string
  bounds: Bounds
  first: Stated
}

function stepFinding(all: readonly Stated[], part: Part, before: Step, step: Step): Finding[] {
  const finding = { statementId: step.first.id, part, said: step.bounds }
  if (step.bounds.high < before.bounds.low) {
    return [{ rule: 'running-falls', ...finding, ours: before.bounds, terms: [] }]
  }
  // A total of some operations only does not grow by the others.
  if (step.first.operation) return []
  const between = operationsOf(all, step.first.series.state).filter(
    one => one.when && startOf(one.when) > before.day && endOf(one.when) <= step.day,
  )
  const sum = sumUp([...Map.groupBy(between, one => one.operation ?? one.id)], part)
  if (sum.terms.length === 0 || sum.missing.length > 0) return []
  const ours = added([before.bounds, sum.bounds])
  return apart(ours, step.bounds) ? [{ rule: 'running-differs', ...finding, ours, terms: sum.terms }] : []
}
