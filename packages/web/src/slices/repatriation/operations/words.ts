/** States and numbers of an operation as the screen says them. */
import type {
  Leg,
  ListLine,
  Operation,
  OperationRow,
  Totals,
} from '@kerege/contract/repatriation/operations/schema'
import type { LineState, OperationState } from '@kerege/contract/repatriation/operations/states'
import type { Translate } from '../../../i18n/useT.tsx'
import type { StateKind } from '../../../ui/StatePill.tsx'

export const operationKind: Readonly<Record<OperationState, StateKind>> = {
  planned: 'mute',
  prepared: 'wait',
  'under-way': 'info',
  completed: 'ok',
  'called-off': 'mute',
}

export const lineKind: Readonly<Record<LineState, StateKind>> = {
  identified: 'wait',
  verified: 'info',
  consented: 'ok',
  'other-basis': 'ok',
  boarding: 'wait',
  boarded: 'ok',
  'not-boarded': 'mute',
  refused: 'mute',
  'added-at-door': 'info',
  arrived: 'ok',
  'handed-over': 'ok',
  'taken-off': 'mute',
}

/** "Bus 2", or from where to where when it has no name. */
export const legName = (leg: Pick<Leg, 'vehicle' | 'fromPlace' | 'toPlace'>): string =>
  leg.vehicle ?? `${leg.fromPlace} – ${leg.toPlace}`

export const legsText = (line: Pick<ListLine, 'legs'>, legs: readonly Leg[], t: Translate): string => {
  const named = line.legs.flatMap(({ legId, seat }) => {
    const leg = legs.find(one => one.id === legId)
    return leg ? [seat ? t('operations.seatOn', { leg: legName(leg), seat }) : legName(leg)] : []
  })
  return named.join(', ')
}

export const numbersOf = (totals: Totals, t: Translate): readonly (readonly [number, string])[] => [
  [totals.people, t('operations.people')],
  [totals.families, t('operations.families')],
  [totals.women, t('operations.women')],
  [totals.men, t('operations.men')],
  [totals.children, t('operations.children')],
  ...(totals.notKnown > 0 ? [[totals.notKnown, t('operations.notKnown')] as const] : []),
]

/** The steps that an operation goes through when all goes well. */
export const course = ['planned', 'prepared', 'under-way', 'completed'] as const

export const isEnded = ({ state }: Pick<Operation, 'state'>): boolean =>
  state === 'completed' || state === 'called-off'

/** Older than the node: known by public figures only, nobody was ever on a list here. */
export const isHistory = ({ state, totals }: Pick<OperationRow, 'state' | 'totals'>): boolean =>
  state === 'completed' && totals.people === 0
