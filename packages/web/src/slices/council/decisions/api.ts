/** How decisions are asked for, and how many wait. */
import { countDecisions, getDecision, listDecisions } from '@kerege/contract/council/decisionRoutes'
import { send, useGet } from '../../../api.ts'
import type { ListQuery } from '../../../ui/list/types.ts'

export const loadDecisions = async (query: ListQuery, signal: AbortSignal) =>
  // Values of a filter are words of the address; the contract's schema reads them on the other side.
  (await send(listDecisions, { query: query as never }, { signal })).body

export const useDecision = (id: string) => useGet(getDecision, { params: { id } }, { freshFor: 10_000 })

/** How many are open, under silence or in the room: the number beside the entry. */
export function useOpenDecisions(): number | undefined {
  const counts = useGet(countDecisions, {}).data?.body
  return counts && counts.silence + counts.room
}
