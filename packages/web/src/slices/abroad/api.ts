/** How the register of people abroad is asked. */
import {
  abroadCounts,
  countAbroad,
  getAbroad,
  listAbroad,
  personAbroad,
} from '@kerege/contract/repatriation/register/routes'
import { send, useGet } from '../../api.ts'
import type { ListQuery } from '../../ui/list/types.ts'

// Values of a filter are words of the address; the contract's schema reads them on the other side.
const asQuery = (query: ListQuery) => query as never

export const loadAbroad = async (query: ListQuery, signal: AbortSignal) =>
  (await send(listAbroad, { query: asQuery(query) }, { signal })).body
export const countFor = async (query: ListQuery, signal: AbortSignal): Promise<number> =>
  (await send(countAbroad, { query: asQuery(query) }, { signal })).body.total

export const useAbroad = (id: string) => useGet(getAbroad, { params: { id } })
export const useCounts = () => useGet(abroadCounts, {})
export const usePersonAbroad = (id: string, enabled: boolean) =>
  useGet(personAbroad, { params: { id } }, { enabled })
export const useReady = (enabled: boolean) =>
  useGet(listAbroad, { query: { state: 'ready', limit: 200 } }, { enabled })
