/** Pure rules of an operation: legs in a row, numbers by age, what a list says of itself. */
import type { Birth } from './schema.ts'
import { ageOn } from '../../people/rules.ts'

export const ageGroups = ['0-2', '3-6', '7-11', '12-17', '18-59', '60+', 'unknown'] as const
export type AgeGroup = (typeof ageGroups)[number]
export const people = ['men', 'women', 'children', 'not-known'] as const
export type Kind = (typeof people)[number]

/** Who may be a child counts as one. The same as `repatriation.counted` in the database; a test compares them. */
export function ageGroupOf(birth: Birth | undefined, today: string): AgeGroup {
  const years = birth && ageOn(birth, today)?.min
  if (years === undefined) return 'unknown'
  if (years < 3) return '0-2'
  if (years < 7) return '3-6'
  if (years < 12) return '7-11'
  if (years < 18) return '12-17'
  return years < 60 ? '18-59' : '60+'
}

export const isChildGroup = (group: AgeGroup): boolean =>
  group === '0-2' || group === '3-6' || group === '7-11' || group === '12-17'

export function kindOf(sex: string | undefined, group: AgeGroup): Kind {
  if (isChildGroup(group)) return 'children'
  if (group === 'unknown' || (sex !== 'male' && sex !== 'female')) return 'not-known'
  return sex === 'male' ? 'men' : 'women'
}

export interface LegTimes {
  readonly id: string
  /** Legs of the same ordinal go at the same time: two buses. */
  readonly ordinal: number
  readonly departsAt?: string | undefined
  readonly arrivesAt?: string | undefined
}

/** Nobody sits in both: they go side by side, or one leaves before the other is there. */
export function atOnce(one: LegTimes, other: LegTimes): boolean {
  if (one.id === other.id) return false
  if (one.ordinal === other.ordinal) return true
  if (!one.departsAt || !one.arrivesAt || !other.departsAt || !other.arrivesAt) return false
  return one.departsAt < other.arrivesAt && other.departsAt < one.arrivesAt
}
