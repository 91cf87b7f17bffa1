/** Periods in which results are reported: a year, a half, a quarter. Pure; the day comes from the node. */
import { z } from 'zod'
import type { PlainDate } from '../../common.ts'

export const frequencies = ['year', 'half-year', 'quarter'] as const
export const Frequency = z.enum(frequencies)
export type Frequency = z.infer<typeof Frequency>

/** `2026`, `2026-H1`, `2026-Q3`. */
export const ResultPeriod = z.string().regex(/^20\d\d(-(H[12]|Q[1-4]))?$/, 'result-period')
export type ResultPeriod = z.infer<typeof ResultPeriod>

export const frequencyOf = (period: ResultPeriod): Frequency =>
  period.includes('-H') ? 'half-year' : period.includes('-Q') ? 'quarter' : 'year'

/** Its first day. */
export function startOfPeriod(period: ResultPeriod): PlainDate {
  const [year = '', part = ''] = period.split('-')
  const month = part.startsWith('H')
    ? (Number(part.slice(1)) - 1) * 6 + 1
    : part.startsWith('Q')
      ? (Number(part.slice(1)) - 1) * 3 + 1
      : 1
  return `${year}-${String(month).padStart(2, '0')}-01`
}

const partsOf: Readonly<Record<Frequency, readonly string[]>> = {
  year: [''],
  'half-year': ['-H1', '-H2'],
  quarter: ['-Q1', '-Q2', '-Q3', '-Q4'],
}

/** All periods that have begun by a day, from a year on, oldest first. */
export function periodsUntil(frequency: Frequency, fromYear: number, today: PlainDate): ResultPeriod[] {
  const last = Number(today.slice(0, 4))
  const years = Array.from({ length: Math.max(0, last - fromYear + 1) }, (_, at) => fromYear + at)
  return years
    .flatMap(year => partsOf[frequency].map(part => `${year}${part}`))
    .filter(period => startOfPeriod(period) <= today)
}

export const aspects = ['baseline', 'target', 'actual'] as const
export const Aspect = z.enum(aspects)
export type Aspect = z.infer<typeof Aspect>

/** Code of what is wrong with a period; null when it fits. What was reached is said in the rhythm of the indicator. */
export function periodFault(
  aspect: Aspect,
  period: ResultPeriod,
  frequency: Frequency,
  today: PlainDate,
): 'result-rhythm' | 'in-the-future' | null {
  if (aspect === 'actual' ? frequencyOf(period) !== frequency : frequencyOf(period) !== 'year')
    return 'result-rhythm'
  return aspect !== 'target' && startOfPeriod(period) > today ? 'in-the-future' : null
}
