/**
 * What waits in the lives of many, as one list: children who are at no school, or at one where nobody has looked yet where they can begin; days
 * in court that come, and until when something has to be handed in. Each row lies in the section of its record; nothing is counted up over a person.
 */
import { z } from 'zod'
import { Id, page, pageQuery, PlainDate } from '../common.ts'
import { Colleague } from '../tasks/schema.ts'

export const waitingKinds = ['no-school', 'no-placement', 'hearing', 'deadline'] as const
const WaitingKind = z.enum(waitingKinds)
export type WaitingKind = z.infer<typeof WaitingKind>

/** Whoever is surely of that age, whatever is unknown of the day of birth: six years at least, and not eighteen yet. */
export const schoolYears = { from: 6, until: 18 } as const

export const WaitingFilter = z.strictObject({
  ...pageQuery,
  of: z.enum(['mine', 'team']).default('mine'),
  what: WaitingKind.optional(),
})
export type WaitingFilter = z.infer<typeof WaitingFilter>

export const WaitingRow = z.strictObject({
  /** Of the record, or of the person where there is none: with `what` it names the row. */
  id: Id,
  what: WaitingKind,
  personId: Id,
  person: z.string(),
  /** Of a court, or until when. */
  day: PlainDate.optional(),
  /** Which school, which court, or what has to be handed in. */
  words: z.string().optional(),
  worker: Colleague.optional(),
})
export type WaitingRow = z.infer<typeof WaitingRow>
export const WaitingPage = page(WaitingRow)
