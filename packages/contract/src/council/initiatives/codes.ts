/** The few words by which initiatives are compared. A code is stored; what it is called stands in the catalogues. */
import { z } from 'zod'
import { AreaCode } from '../../common.ts'

/** Members of the Council, always in this order: an order is no rank. */
export const matrixStates = ['KZ', 'KG', 'TJ', 'TM', 'UZ'] as const
export const MatrixState = z.enum(matrixStates)
export type MatrixState = z.infer<typeof MatrixState>

/** How its owner says that it stands; nothing here is reckoned from days. */
export const initiativeStatuses = ['planned', 'running', 'ended', 'stopped'] as const
export const InitiativeStatus = z.enum(initiativeStatuses)
export type InitiativeStatus = z.infer<typeof InitiativeStatus>

export const activityKinds = [
  ...['training', 'services', 'policy', 'research', 'exchange'],
  ...['coordination', 'awareness', 'equipment', 'grants', 'other'],
] as const
export const ActivityKind = z.enum(activityKinds)
export type ActivityKind = z.infer<typeof ActivityKind>

export const targetGroups = [
  ...['children', 'women', 'families', 'professionals'],
  ...['officials', 'civil-society', 'communities', 'other'],
] as const
export const TargetGroup = z.enum(targetGroups)
export type TargetGroup = z.infer<typeof TargetGroup>

/** In US dollars. A band says enough to see weight, and can be told where a sum cannot. */
export const budgetBands = ['under-50k', '50k-250k', '250k-1m', '1m-5m', 'over-5m'] as const
export const BudgetBand = z.enum(budgetBands)
export type BudgetBand = z.infer<typeof BudgetBand>

/** A state as a whole, or an area of it: `KZ`, `KZ-71`. */
export const Place = AreaCode.refine(
  code => matrixStates.some(state => state === code.slice(0, 2)),
  'matrix-state',
)
export type Place = z.infer<typeof Place>

export const stateOf = (place: Place): MatrixState => place.slice(0, 2) as MatrixState // the schema has seen it

/** Lies there: the same place, or an area of it. `KZ-71.demo` lies in `KZ-71`, and both in `KZ`. */
export const liesIn = (place: Place, around: Place): boolean =>
  place === around || place.startsWith(`${around}-`) || place.startsWith(`${around}.`)
