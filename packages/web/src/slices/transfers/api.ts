/** How transfers are asked, by each side. */
import { caseTransfers, getOffer, listOffers, transferPlaces } from '@kerege/contract/transfers/routes'
import { send, useGet } from '../../api.ts'
import type { ListQuery } from '../../ui/list/types.ts'

// Values of a filter are words of the address; the contract's schema reads them on the other side.
const asQuery = (query: ListQuery) => query as never

export const useCaseTransfers = (id: string) => useGet(caseTransfers, { params: { id } })
export const usePlaces = () => useGet(transferPlaces, {})
export const loadOffers = async (query: ListQuery, signal: AbortSignal) =>
  (await send(listOffers, { query: asQuery(query) }, { signal })).body
export const useOffer = (id: string) => useGet(getOffer, { params: { id } })
