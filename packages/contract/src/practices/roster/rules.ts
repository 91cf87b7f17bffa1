/** What becomes of a deployment, by whom, and what it would clash with. Pure; days come from the caller. */
import type { PlainDate } from '../../common.ts'

/** What somebody on the roster can give: hold a training, stand beside a colleague, look at work, go somewhere for weeks. */
export const gives = ['train', 'mentor', 'review', 'deploy'] as const
export type Gives = (typeof gives)[number]

/**
 * asked: a state or organisation would like them. offered: the expert says yes. agreed: the expert's state lends them.
 * under-way, ended: with a short report. declined and withdrawn are ends too, each with a reason.
 */
export const deploymentStates = [
  'asked',
  'offered',
  'agreed',
  'under-way',
  'ended',
  'declined',
  'withdrawn',
] as const
export type DeploymentState = (typeof deploymentStates)[number]

/** The expert, the state that lends them (for those of no state whoever keeps the library in order), and who asked. */
export type DeploymentSide = 'expert' | 'state' | 'asker'

type Moves = Readonly<Partial<Record<DeploymentState, readonly DeploymentSide[]>>>
const next: Readonly<Record<DeploymentState, Moves>> = {
  asked: { offered: ['expert'], declined: ['expert'], withdrawn: ['asker'] },
  offered: { agreed: ['state'], declined: ['state'], withdrawn: ['asker', 'expert'] },
  agreed: { 'under-way': ['expert', 'asker'], withdrawn: ['asker', 'expert', 'state'] },
  'under-way': { ended: ['expert', 'asker'] },
  ended: {},
  declined: {},
  withdrawn: {},
}

export const deploymentMayBecome = (
  from: DeploymentState,
  to: DeploymentState,
  sides: readonly DeploymentSide[],
): boolean => next[from][to]?.some(side => sides.includes(side)) ?? false

/** What somebody who stands on these sides can do with it now. */
export const nextOf = (from: DeploymentState, sides: readonly DeploymentSide[]): DeploymentState[] =>
  deploymentStates.filter(to => deploymentMayBecome(from, to, sides))

/** A reason, or the report at the end. */
export const needsWords = (to: DeploymentState): boolean =>
  to === 'declined' || to === 'withdrawn' || to === 'ended'

export const isOpenDeployment = (state: DeploymentState): boolean =>
  state === 'asked' || state === 'offered' || state === 'agreed' || state === 'under-way'

export interface Days {
  from: PlainDate
  until: PlainDate
}

/** Both ends count. */
export const overlaps = (one: Days, other: Days): boolean =>
  one.from <= other.until && other.from <= one.until

/** Says somebody who gives periods at all that these days are free, from the first to the last? */
export const isFree = (periods: readonly Days[], days: Days): boolean =>
  periods.some(period => period.from <= days.from && period.until >= days.until)
