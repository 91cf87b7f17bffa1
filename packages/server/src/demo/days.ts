/** Arithmetic on plain days. Takes `today` from the caller and never asks a clock. */
const dayMs = 86_400_000

export const timeOf = (day: string): number => Date.parse(`${day}T00:00:00Z`)
export const addDays = (day: string, days: number): string =>
  new Date(timeOf(day) + days * dayMs).toISOString().slice(0, 10)
export const daysBetween = (from: string, to: string): number =>
  Math.round((timeOf(to) - timeOf(from)) / dayMs)
/** A moment of that day in UTC, `seconds` after its midnight. */
export const momentOf = (day: string, seconds: number): string =>
  new Date(timeOf(day) + seconds * 1000).toISOString()

const anchor = Date.UTC(2025, 0, 1)
/**
 * The time that an id carries: as far from a fixed day as the moment is from today. So the same seed gives the same
 * ids tomorrow, and a node that is filled already knows its own people again.
 */
export const idTime = (moment: number, today: string): number => anchor + moment - timeOf(today)
