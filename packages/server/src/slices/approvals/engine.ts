/**
 * What a later slice says to have something approved: a kind with its executor, and the question itself. The
 * executor runs in the transaction of the last decision, as the one who took it; what it throws takes the decision
 * back with it.
 */
import type { Compartment } from '@kerege/contract/access/compartments'
import type { RoleName, Verb } from '@kerege/contract/access/roles'
import { deadlineOf } from '@kerege/contract/approvals/rules'
import { DomainError } from '@kerege/contract/errors'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { emit } from '../../platform/outbox.ts'
import { sealWords } from './words.ts'

export interface Approved {
  id: string
  subjectId: string
  personId: string | null
  params: Readonly<Record<string, string | number>>
  askedBy: string
}

export interface ApprovalKind {
  readonly kind: string
  /** Letting something out or ending it for good: whoever says yes proves once more who they are. */
  readonly stepUp?: true
  readonly execute: (ctx: Context, approved: Approved) => Promise<void>
  /** What a refusal brings back, in its transaction and with its words. */
  readonly refused?: (ctx: Context, refused: Approved, comment: string) => Promise<void>
  /** What else must be true of who decides, beyond being named by the step and seeing the person. */
  readonly mayDecide?: (ctx: Context, approved: Approved) => Promise<boolean>
}

export const approvalKind = (kind: ApprovalKind): ApprovalKind => kind

/** Who decides a step: everybody with a verb, everybody in a role, or the named accounts. */
export type Step = ({ verb: Verb } | { role: RoleName } | { accounts: readonly string[] }) & {
  quorum?: number
  dueInDays?: number
}

export interface Question {
  kind: string
  subjectKind: string
  subjectId: string
  /** The person meant, where one is: only those to whom this person is open may know of the question. */
  personId?: string
  compartment?: Compartment
  /** Ids, numbers and codes. */
  params?: Readonly<Record<string, string | number>>
  reason: string
  steps: readonly [Step, ...Step[]]
}

/**
 * Asks, and tells those who may decide.
 * @returns id of the request
 * @throws DomainError `approval-pending` while the same thing is being asked already
 */
export async function ask(ctx: Context, question: Question): Promise<string> {
  const id = newId(ctx.now.getTime())
  const personId = question.personId ?? null
  const steps = question.steps.map(step => ({ quorum: 1, ...step }))
  const made = await ctx.tx
    .insertInto('approvals.approvals')
    .values({
      id,
      kind: question.kind,
      subject_kind: question.subjectKind,
      subject_id: question.subjectId,
      person_id: personId,
      compartment: question.compartment ?? 'contact',
      params: JSON.stringify(question.params ?? {}),
      state: 'pending',
      asked_by: ctx.actor.account,
      asked_at: ctx.now,
      reason: await sealWords(ctx, personId, id, question.reason),
      deadline: deadlineOf(steps[0], ctx.now.toISOString()) ?? null,
    })
    // The index approvals_one_pending.
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  if (!made.numInsertedOrUpdatedRows) throw new DomainError('conflict', 'approval-pending')
  await ctx.tx
    .insertInto('approvals.steps')
    .values(
      steps.map((step, ordinal) => ({
        approval_id: id,
        ordinal,
        verb: 'verb' in step ? step.verb : null,
        role: 'role' in step ? step.role : null,
        accounts: 'accounts' in step ? [...step.accounts] : null,
        quorum: step.quorum,
        due_in_days: step.dueInDays ?? null,
      })),
    )
    .execute()
  ctx.trail.touched(question.subjectId)
  ctx.trail.touched(id)
  ctx.trail.because(question.reason, question.personId)
  await emit(ctx.tx, 'approval.waiting', { approvalId: id })
  return id
}
