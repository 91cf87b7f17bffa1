/**
 * The way of one version of a plan, as data. The family says yes before anybody else does; what a supervisor sends back is
 * a draft again, and the family hears of what was changed. A version that was in force is replaced and never rewritten.
 */
export const planStates = ['draft', 'agreed', 'current', 'replaced', 'dropped'] as const
export type PlanState = (typeof planStates)[number]

export const planKinds = ['individual', 'family'] as const
export type PlanKind = (typeof planKinds)[number]

/** `agreement`: follows from what the family said. `approval`: from the decision of a second person. */
export type PlanTaker = 'worker' | 'agreement' | 'approval'

export interface PlanStep {
  readonly from: PlanState
  readonly to: PlanState
  readonly by: PlanTaker
  readonly reason: boolean
}

const step = (from: PlanState, to: PlanState, by: PlanTaker, reason = false): PlanStep => ({
  from,
  to,
  by,
  reason,
})

export const planSteps: readonly PlanStep[] = [
  step('draft', 'agreed', 'agreement'),
  step('agreed', 'current', 'approval'),
  // Sent back, with the words of who sent it.
  step('agreed', 'draft', 'approval', true),
  // Something is to be changed after all: the family says yes anew.
  step('agreed', 'draft', 'worker', true),
  step('draft', 'dropped', 'worker', true),
  step('current', 'replaced', 'approval'),
]

export const planStepOf = (from: PlanState, to: PlanState, by: PlanTaker): PlanStep | undefined =>
  planSteps.find(one => one.from === from && one.to === to && one.by === by)

/** Can be written in. */
export const isOpen = (state: PlanState): boolean => state === 'draft'

export const progresses = ['reached', 'further', 'as-before', 'harder'] as const
export type Progress = (typeof progresses)[number]

/** At the end, by the worker and by the family, each for themselves. */
export const goalOutcomes = ['reached', 'partly', 'not-reached', 'let-go'] as const
export type GoalOutcome = (typeof goalOutcomes)[number]

export const wentStates = ['well', 'partly', 'not'] as const
export type Went = (typeof wentStates)[number]
