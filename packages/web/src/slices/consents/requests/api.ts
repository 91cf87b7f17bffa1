/** How requests by authorities are asked. */
import { getRequest, listRequests } from '@kerege/contract/consents/requestRoutes'
import { send, useGet } from '../../../api.ts'
import type { ListQuery } from '../../../ui/list/types.ts'

// Values of a filter are words of the address; the contract's schema reads them on the other side.
export const loadRequests = async (query: ListQuery, signal: AbortSignal) =>
  (await send(listRequests, { query: query as never }, { signal })).body

export const useRequest = (id: string) => useGet(getRequest, { params: { id } })
export const useRequestsOf = (personId: string) => useGet(listRequests, { query: { personId, limit: 100 } })
