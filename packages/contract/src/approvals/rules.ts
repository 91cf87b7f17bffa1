/**
 * The one approval engine as pure rules: who may decide, and what a decision makes of the request. Every rule that
 * wants two people stands on it. Knows nothing of what is approved; whether a record is open to somebody is the
 * database's answer.
 */

export const approvalStates = ['pending', 'approved', 'refused', 'expired', 'withdrawn'] as const
export type ApprovalState = (typeof approvalStates)[number]
export const verdicts = ['approved', 'refused'] as const
export type Verdict = (typeof verdicts)[number]

/** Steps are passed in order; `quorum` people approve the open one before the next one opens. */
export interface RuleStep {
  quorum: number
  /** Days from the opening of the step; without it the step waits for ever. */
  dueInDays?: number | undefined
}

export interface RuleDecision {
  step: number
  accountId: string
  verdict: Verdict
}

export interface RuleDelegation {
  from: string
  to: string
}

export interface RuleApproval {
  state: ApprovalState
  askedBy: string
  /** Index of the open step. */
  step: number
  /** When the open step ends, ISO 8601. */
  deadline?: string | undefined
  steps: readonly RuleStep[]
  decisions: readonly RuleDecision[]
  delegations: readonly RuleDelegation[]
}

export type Hindrance =
  | 'approval-closed'
  | 'approval-expired'
  | 'own-request'
  | 'decided-already'
  | 'delegated'

/** Why somebody whom the open step names may not decide it; `null` when they may. */
export function hindrance(approval: RuleApproval, accountId: string, at: string): Hindrance | null {
  if (approval.state !== 'pending') return 'approval-closed'
  if (isOver(approval, at)) return 'approval-expired'
  if (approval.askedBy === accountId) return 'own-request'
  // One person is one voice in the whole request, not one in each step.
  if (approval.decisions.some(decision => decision.accountId === accountId)) return 'decided-already'
  if (approval.delegations.some(delegation => delegation.from === accountId)) return 'delegated'
  return null
}

/** May the voice go to that person? Nobody stands for two people, and a voice is handed on once. */
export function delegationHindrance(
  approval: RuleApproval,
  from: string,
  to: string,
  at: string,
): Hindrance | 'delegate-unfit' | null {
  const own = hindrance(approval, from, at)
  if (own) return own
  const unfit =
    from === to ||
    hindrance(approval, to, at) !== null ||
    approval.delegations.some(delegation => delegation.to === from || delegation.to === to)
  return unfit ? 'delegate-unfit' : null
}

/** The deadline is part of the rule, so that a request is over on time even before the clock job looks. */
export const isOver = (approval: Pick<RuleApproval, 'state' | 'deadline'>, at: string): boolean =>
  approval.state === 'pending' && approval.deadline !== undefined && approval.deadline <= at

export interface AfterDecision {
  state: ApprovalState
  step: number
  deadline?: string | undefined
}

/** What the request becomes by one more decision on its open step. One refusal ends it. */
export function afterDecision(approval: RuleApproval, verdict: Verdict, at: string): AfterDecision {
  if (verdict === 'refused') return { state: 'refused', step: approval.step }
  const voices = 1 + approval.decisions.filter(decision => decision.step === approval.step).length
  const quorum = approval.steps[approval.step]?.quorum ?? 1
  if (voices < quorum) return { state: 'pending', step: approval.step, deadline: approval.deadline }
  const next = approval.step + 1
  return next < approval.steps.length
    ? { state: 'pending', step: next, deadline: deadlineOf(approval.steps[next], at) }
    : { state: 'approved', step: approval.step }
}

export function deadlineOf(step: RuleStep | undefined, openedAt: string): string | undefined {
  if (step?.dueInDays === undefined) return undefined
  return new Date(Date.parse(openedAt) + step.dueInDays * 86_400_000).toISOString()
}
