/**
 * The way of an assessment of a child's best interests, and of the panel that decides on it, as data. Nothing follows by itself: a second person
 * says that an assessment stands, and a panel decides by the voices of its members. What comes back keeps its words in the history.
 *
 * Source: UNHCR, Best Interests Procedure Guidelines (2021): an assessment for decisions that touch a child, a determination by a panel of
 * several disciplines and agencies for separation from parents, durable placement and contested care.
 */
export const interestStates = ['draft', 'review', 'reviewed', 'dropped'] as const
export type InterestState = (typeof interestStates)[number]
export const panelStates = ['called', 'proposed', 'decided', 'dropped'] as const
export type PanelState = (typeof panelStates)[number]

/** `worker`: who works with the child or leads them. `second`: follows from the decision of others. */
export interface Step<State> {
  readonly from: State
  readonly to: State
  readonly by: 'worker' | 'second'
  readonly reason: boolean
}
const step = <State>(from: State, to: State, by: Step<State>['by'], reason = false): Step<State> => ({
  from,
  to,
  by,
  reason,
})

export const interestSteps: readonly Step<InterestState>[] = [
  step('draft', 'review', 'worker'),
  step('review', 'reviewed', 'second'),
  // Sent back with words, or taken back to change something.
  step('review', 'draft', 'second', true),
  step('review', 'draft', 'worker', true),
  step('draft', 'dropped', 'worker', true),
]
export const panelSteps: readonly Step<PanelState>[] = [
  step('called', 'proposed', 'worker'),
  step('proposed', 'decided', 'second'),
  step('proposed', 'called', 'second', true),
  step('proposed', 'called', 'worker', true),
  step('called', 'dropped', 'worker', true),
]

const has = <State>(steps: readonly Step<State>[], from: State, to: State, by: Step<State>['by']) =>
  steps.some(one => one.from === from && one.to === to && one.by === by)
export const mayMove = (from: InterestState, to: InterestState, by: 'worker' | 'second'): boolean =>
  has(interestSteps, from, to, by)
export const panelMoves = (from: PanelState, to: PanelState, by: 'worker' | 'second'): boolean =>
  has(panelSteps, from, to, by)
