/** How entitlements are asked: the check-list of a person, and what waits for offices. */
import { countClaims, listClaims, personEntitlements } from '@kerege/contract/entitlements/routes'
import { send, useGet } from '../../api.ts'
import type { ListQuery } from '../../ui/list/types.ts'

// Values of a filter are words of the address; the contract's schema reads them on the other side.
const asQuery = (query: ListQuery) => query as never

export const useCheckList = (personId: string) => useGet(personEntitlements, { params: { id: personId } })
export const loadClaims = async (query: ListQuery, signal: AbortSignal) =>
  (await send(listClaims, { query: asQuery(query) }, { signal })).body
export const countFor = async (query: ListQuery, signal: AbortSignal): Promise<number> =>
  (await send(countClaims, { query: asQuery(query) }, { signal })).body.total
