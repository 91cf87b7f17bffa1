/** A request that others decide, step by step. What is asked is a code and ids; words are sealed like audit reasons. */
import { z } from 'zod'
import { Compartment } from '../access/compartments.ts'
import { RoleName, Verb } from '../access/roles.ts'
import { Id, Instant, line, page, pageQuery } from '../common.ts'
import { approvalStates, verdicts } from './rules.ts'

const Somebody = z.strictObject({ id: Id, name: z.string() })

export const ApprovalDecision = z.strictObject({
  by: Somebody,
  /** Whose voice it was, where it had been handed over. */
  standingFor: Somebody.optional(),
  verdict: z.enum(verdicts),
  at: Instant,
  /** Gone once the person was erased. */
  comment: z.string().optional(),
})

/** Who decides: everybody with a verb, everybody in a role, or the named ones. */
export const ApprovalStep = z.strictObject({
  verb: Verb.optional(),
  role: RoleName.optional(),
  accounts: z.array(Somebody).optional(),
  quorum: z.number().int(),
  dueInDays: z.number().int().optional(),
  decisions: z.array(ApprovalDecision),
})

export const ApprovalRow = z.strictObject({
  id: Id,
  version: z.number().int(),
  /** What is asked, `person-erasure`. */
  kind: z.string(),
  subjectKind: z.string(),
  subjectId: Id,
  /** How the record is called, for those to whom it is open. */
  subject: z.string().optional(),
  /** Ids, numbers and codes that belong to the question. */
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  state: z.enum(approvalStates),
  askedBy: Somebody,
  askedAt: Instant,
  /** Number of the open step, from 0, and how many there are. */
  step: z.number().int(),
  steps: z.number().int(),
  deadline: Instant.optional(),
  closedAt: Instant.optional(),
  mayDecide: z.boolean(),
})
export type ApprovalRow = z.infer<typeof ApprovalRow>

export const Approval = ApprovalRow.omit({ steps: true }).extend({
  compartment: Compartment,
  reason: z.string().optional(),
  steps: z.array(ApprovalStep),
  /** Why the reader may not decide, where the open step would name them. */
  hindrance: z.string().optional(),
  mayWithdraw: z.boolean(),
})
export type Approval = z.infer<typeof Approval>

export const ApprovalFilter = z.strictObject({
  ...pageQuery,
  /** Those that wait for me, those that I asked for, or what was decided where I may look. */
  view: z.enum(['waiting', 'mine', 'history']).default('waiting'),
})
export type ApprovalFilter = z.infer<typeof ApprovalFilter>

export const Decide = z
  .strictObject({ verdict: z.enum(verdicts), comment: line(500).optional() })
  .refine(decision => decision.verdict === 'approved' || (decision.comment?.length ?? 0) >= 3, {
    path: ['comment'],
    message: 'required',
  })
export type Decide = z.infer<typeof Decide>

export const ApprovalCount = z.strictObject({ waiting: z.number().int(), mine: z.number().int() })
export const ApprovalPage = page(ApprovalRow)
