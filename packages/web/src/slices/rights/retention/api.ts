/** How retention is asked. */
import { listResting, personHold, retentionRules } from '@kerege/contract/rights/retentionRoutes'
import { send, useGet } from '../../../api.ts'
import type { ListQuery } from '../../../ui/list/types.ts'

// Values of a filter are words of the address; the contract's schema reads them on the other side.
export const loadResting = async (query: ListQuery, signal: AbortSignal) =>
  (await send(listResting, { query: query as never }, { signal })).body

export const useRules = () => useGet(retentionRules, {})
export const useHold = (id: string) => useGet(personHold, { params: { id } })
