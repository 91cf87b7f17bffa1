/**
 * What may become of an operation, and of one person's line on its list: pure, for server, browser and device alike.
 * A state is never typed; it follows from steps that somebody recorded. Nothing here decides about a person.
 */
import type { Verb } from '../../access/roles.ts'

export const operationStates = ['planned', 'prepared', 'under-way', 'completed', 'called-off'] as const
export type OperationState = (typeof operationStates)[number]

/** What has to be true first; each has words in every language. */
export const operationGuards = ['has-legs', 'has-people', 'list-frozen', 'nobody-waits'] as const
export type OperationGuard = (typeof operationGuards)[number]

interface Way {
  readonly guards?: readonly OperationGuard[]
  readonly reason?: true
}

const operationWays: Readonly<Record<OperationState, Readonly<Partial<Record<OperationState, Way>>>>> = {
  planned: {
    prepared: { guards: ['has-legs', 'has-people'] },
    'called-off': { reason: true },
  },
  prepared: {
    'under-way': { guards: ['list-frozen'] },
    planned: { reason: true },
    'called-off': { reason: true },
  },
  'under-way': {
    completed: { guards: ['nobody-waits'] },
    // It did not leave after all.
    prepared: { reason: true },
    'called-off': { reason: true },
  },
  completed: {},
  'called-off': { planned: { reason: true } },
}

export const mayOperationBecome = (from: OperationState, to: OperationState): boolean =>
  operationWays[from][to] !== undefined
export const operationNeedsReason = (from: OperationState, to: OperationState): boolean =>
  operationWays[from][to]?.reason === true
export const guardsOf = (from: OperationState, to: OperationState): readonly OperationGuard[] =>
  operationWays[from][to]?.guards ?? []
/** Those that an operation can go on to, steps on before steps back. */
export const nextOperationStates = (from: OperationState): OperationState[] =>
  Object.keys(operationWays[from]) as OperationState[]
export const isOver = (state: OperationState): boolean => state === 'completed' || state === 'called-off'

export const lineStates = [
  'identified',
  'verified',
  'consented',
  'other-basis',
  'boarding',
  'boarded',
  'not-boarded',
  'refused',
  'added-at-door',
  'arrived',
  'handed-over',
  'taken-off',
] as const
export type LineState = (typeof lineStates)[number]

/** Where a line begins: on the list, or at the door. */
export const firstStates: readonly LineState[] = ['identified', 'added-at-door']

/**
 * `free`: a step on. `reason`: a refusal, a step back, giving up: the next colleague reads why. `proof`: held evidence,
 * or a reason. `consent`: a consent that was given, or a reason. `basis`: says on what else the travel rests.
 */
export type LineGuard = 'free' | 'reason' | 'proof' | 'consent' | 'basis'

const lineWays: Readonly<Record<LineState, Readonly<Partial<Record<LineState, LineGuard>>>>> = {
  identified: { verified: 'proof', 'other-basis': 'basis', refused: 'reason', 'taken-off': 'reason' },
  verified: {
    consented: 'consent',
    'other-basis': 'basis',
    refused: 'reason',
    identified: 'reason',
    'taken-off': 'reason',
  },
  consented: { boarding: 'free', refused: 'reason', verified: 'reason', 'taken-off': 'reason' },
  'other-basis': {
    boarding: 'free',
    consented: 'consent',
    refused: 'reason',
    verified: 'reason',
    'taken-off': 'reason',
  },
  // A tick by mistake is taken back without a word.
  boarding: { boarded: 'free', 'not-boarded': 'reason', refused: 'reason', consented: 'reason' },
  boarded: { arrived: 'free', boarding: 'free', 'not-boarded': 'reason' },
  'not-boarded': { boarding: 'free', 'taken-off': 'reason' },
  // Asked again, at a time of their own choosing.
  refused: { identified: 'reason' },
  'added-at-door': { boarded: 'free', arrived: 'free', 'taken-off': 'reason' },
  arrived: { 'handed-over': 'free', boarded: 'free' },
  'handed-over': { arrived: 'reason' },
  'taken-off': { identified: 'reason' },
}

export const mayLineBecome = (from: LineState, to: LineState): boolean => lineWays[from][to] !== undefined
export const lineGuard = (from: LineState, to: LineState): LineGuard | undefined => lineWays[from][to]
export const nextLineStates = (from: LineState): LineState[] => Object.keys(lineWays[from]) as LineState[]

const byBoard: readonly LineState[] = ['boarding', 'boarded', 'not-boarded', 'added-at-door', 'arrived']

/** Who records such a step. */
export const verbFor = (to: LineState): Verb =>
  to === 'handed-over'
    ? 'reception.work'
    : byBoard.includes(to)
      ? 'repatriation.board'
      : 'repatriation.register'

/** Waits for nothing any more. The same as `repatriation.line_ends` in the database; a test compares them. */
export const lineEnds = (state: LineState): boolean =>
  ['refused', 'not-boarded', 'handed-over', 'taken-off'].includes(state)

/** Travels, will travel or has travelled: counts among the people of the operation. */
export const isOnList = (state: LineState): boolean =>
  !['refused', 'not-boarded', 'taken-off'].includes(state)
