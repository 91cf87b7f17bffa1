/** How openings in an emergency are asked. */
import { getOpening, listOpenings, myOpenings, openingCounts } from '@kerege/contract/glass/routes'
import { send, useGet } from '../../api.ts'
import type { ListQuery } from '../../ui/list/types.ts'

// Values of a filter are words of the address; the contract's schema reads them on the other side.
export const loadOpenings = async (query: ListQuery, signal: AbortSignal) =>
  (await send(listOpenings, { query: query as never }, { signal })).body

export const useOpening = (id: string) => useGet(getOpening, { params: { id } })
export const useOpeningCounts = () => useGet(openingCounts, {})
export const useWaitingOpenings = () => useGet(listOpenings, { query: { limit: 30 } })
export const useMyOpenings = () => useGet(myOpenings, {}, { freshFor: 30_000 })
