/** When what the directory says is too old to send a family by it. */
import type { PlainDate } from '../common.ts'
import { addMonths } from '../tasks/rules.ts'

/** What was checked before this day is too old. @param months for how long it is relied on, by the profile of the state */
export const oldestReliable = (today: PlainDate, months: number): PlainDate => addMonths(today, -months)

export const isStale = (verifiedOn: PlainDate | undefined, today: PlainDate, months: number): boolean =>
  verifiedOn === undefined || verifiedOn < oldestReliable(today, months)
