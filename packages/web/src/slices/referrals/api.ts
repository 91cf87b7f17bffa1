/** How referrals are asked, by each side. */
import {
  getAsked,
  getReferral,
  listAsked,
  listReferrals,
  personReferrals,
  referralReceivers,
} from '@kerege/contract/referrals/routes'
import { send, useGet } from '../../api.ts'
import type { ListQuery } from '../../ui/list/types.ts'

// Values of a filter are words of the address; the contract's schema reads them on the other side.
const asQuery = (query: ListQuery) => query as never

export const loadReferrals = async (query: ListQuery, signal: AbortSignal) =>
  (await send(listReferrals, { query: asQuery(query) }, { signal })).body
export const useReferral = (id: string) => useGet(getReferral, { params: { id } })
export const usePersonReferrals = (id: string) => useGet(personReferrals, { params: { id } })
export const useReceivers = (serviceId: string, enabled: boolean) =>
  useGet(referralReceivers, { params: { id: serviceId } }, { enabled })

export const loadAsked = async (query: ListQuery, signal: AbortSignal) =>
  (await send(listAsked, { query: asQuery(query) }, { signal })).body
export const useAsked = (id: string) => useGet(getAsked, { params: { id } })
