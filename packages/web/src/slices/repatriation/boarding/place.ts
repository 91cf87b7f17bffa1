/** Where one ticks: on a leg, or at the arrival. */
export interface Place {
  operationId: string
  legId?: string
}

/** Under which name the list of a place lies on the device. */
export const keptName = ({ operationId, legId }: Place): string =>
  `board:${operationId}:${legId ?? 'arrival'}`

export const pathOf = ({ operationId, legId }: Place): string =>
  legId ? `/operations/${operationId}/board/${legId}` : `/arrivals/${operationId}`
