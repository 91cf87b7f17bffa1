/** When what the directory says is too old to send a family by it. */
import type { PlainDate } from '../common.ts'
import { addMonths } from '../tasks/rules.ts'

/** Schools change hours with the half-year, offices their staff. */
export const staleMonths = 6

/** What was checked before this day is too old. */
export const oldestReliable = (today: PlainDate): PlainDate => addMonths(today, -staleMonths)

export const isStale = (verifiedOn: PlainDate | undefined, today: PlainDate): boolean =>
  verifiedOn === undefined || verifiedOn < oldestReliable(today)
