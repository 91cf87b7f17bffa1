/** The log as people read it: who saw or did what, when, and whether it was refused. Never what a record says. */
import { z } from 'zod'
import { RoleName } from '../access/roles.ts'
import { Id, Instant, page, pageQuery, PlainDate } from '../common.ts'

export const outcomes = ['done', 'refused', 'failed'] as const

export const AuditEntry = z.strictObject({
  id: Id,
  at: Instant,
  accountId: Id.optional(),
  /** Name of the account, as it is now. */
  who: z.string().optional(),
  role: RoleName.optional(),
  action: z.string(),
  outcome: z.enum(outcomes),
  code: z.string().optional(),
  subjects: z.array(Id),
  fields: z.array(z.string()),
  counts: z.record(z.string(), z.number()),
  /** Number in the log; absent for the second that numbering takes. */
  number: z.number().int().optional(),
  /** Why, in the words of who did it, where it was asked for and may be read. */
  reason: z.string().optional(),
})
export type AuditEntry = z.infer<typeof AuditEntry>

export const AuditFilter = z.strictObject({
  ...pageQuery,
  accountId: Id.optional(),
  subjectId: Id.optional(),
  action: z
    .string()
    .regex(/^[a-z][a-z0-9.-]{1,60}$/, 'not-valid')
    .optional(),
  outcome: z.enum(outcomes).optional(),
  from: PlainDate.optional(),
  to: PlainDate.optional(),
})
export type AuditFilter = z.infer<typeof AuditFilter>

/** A line of "who saw this". */
export const Sighting = z.strictObject({
  id: Id,
  at: Instant,
  who: z.string(),
  role: RoleName.optional(),
  action: z.string(),
  outcome: z.enum(outcomes),
  fields: z.array(z.string()),
})
export type Sighting = z.infer<typeof Sighting>

export const AuditPage = page(AuditEntry)
export const SightingPage = page(Sighting)
export const LogState = z.strictObject({
  /** Name and key of the log as one word (C2SP signed-note). */
  key: z.string(),
  /** The newest checkpoint as it is signed; absent while nothing is. */
  note: z.string().optional(),
  size: z.number().int(),
  root: z.string(),
  at: Instant.optional(),
  waiting: z.number().int(),
})
