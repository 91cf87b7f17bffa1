/** How the registers of sharing and of contacts are asked. */
import {
  countDisclosures,
  getDisclosure,
  listContacts,
  listDisclosures,
} from '@kerege/contract/consents/tellingRoutes'
import { send, useGet } from '../../../api.ts'
import type { ListQuery } from '../../../ui/list/types.ts'

// Values of a filter are words of the address; the contract's schema reads them on the other side.
const asQuery = (query: ListQuery) => query as never

export const loadTold = async (query: ListQuery, signal: AbortSignal) =>
  (await send(listDisclosures, { query: asQuery(query) }, { signal })).body
export const countTold = async (query: ListQuery, signal: AbortSignal): Promise<number> =>
  (await send(countDisclosures, { query: asQuery(query) }, { signal })).body.total
export const loadContacts = async (query: ListQuery, signal: AbortSignal) =>
  (await send(listContacts, { query: asQuery(query) }, { signal })).body

export const useTold = (personId: string) => useGet(listDisclosures, { query: { personId, limit: 100 } })
export const useDisclosure = (id: string) => useGet(getDisclosure, { params: { id } })
/** Those that can be told now. */
export const useContacts = (enabled = true) =>
  useGet(listContacts, { query: { open: 'true', limit: 200 } as never }, { enabled })
