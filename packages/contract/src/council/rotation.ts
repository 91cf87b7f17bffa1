/** Who chairs: the order of states is a setting, and a term that was recorded stands above what the order would say. */
import type { PlainDate } from '../common.ts'

export interface Term {
  party: string
  from: PlainDate
  /** Until the next one begins where it is open. */
  to?: PlainDate | undefined
}

/** The term of a day; of two that overlap the later one, which is the correction. */
export const termOn = (terms: readonly Term[], day: PlainDate): Term | undefined =>
  terms
    .filter(term => term.from <= day && (term.to === undefined || day <= term.to))
    .toSorted((one, other) => (one.from < other.from ? 1 : -1))[0]

/** Who follows in the order. A chair outside of it (a state that left) is followed by the first. */
export function nextInOrder(order: readonly string[], party: string | undefined): string | undefined {
  if (order.length === 0) return undefined
  const at = party === undefined ? -1 : order.indexOf(party)
  return order[(at + 1) % order.length]
}

/** The chair of a day and who comes next: the term recorded for later, else who follows in the order. */
export function chairs(
  order: readonly string[],
  terms: readonly Term[],
  day: PlainDate,
): { now: Term | undefined; next: string | undefined } {
  const now = termOn(terms, day)
  const planned = terms
    .filter(term => term.from > day)
    .toSorted((one, other) => (one.from < other.from ? -1 : 1))[0]
  const last = now ?? terms.toSorted((one, other) => (one.from < other.from ? 1 : -1))[0]
  return { now, next: planned?.party ?? nextInOrder(order, last?.party) }
}

/** What a chair hands over; the boxes of the check-list. */
export const handoverItems = ['report', 'decisions', 'actions', 'papers', 'contacts', 'calendar'] as const
export type HandoverItem = (typeof handoverItems)[number]
