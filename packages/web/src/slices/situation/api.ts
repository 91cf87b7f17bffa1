/** How the situation of a person is asked, and the days that lie ahead of many. */
import { notePeople } from '@kerege/contract/casework/routes'
import {
  countWaiting as countRoute,
  daysAhead,
  entryHistory,
  listWaiting,
  personSituation,
} from '@kerege/contract/situation/routes'
import { send, useGet } from '../../api.ts'
import type { ListQuery } from '../../ui/list/types.ts'

// Values of a filter are words of the address; the contract's schema reads them on the other side.
const asQuery = (query: ListQuery) => query as never

export const useSituation = (id: string) => useGet(personSituation, { params: { id } })
export const useEntryHistory = (id: string) => useGet(entryHistory, { params: { id } })
export const useDaysAhead = (of: 'mine' | 'team', from: string, to: string) =>
  useGet(daysAhead, { query: { of, from, to } })
/** Who of the household can be named. */
export const useHousehold = (id: string) => useGet(notePeople, { params: { id } })
export const loadWaiting = async (query: ListQuery, signal: AbortSignal) =>
  (await send(listWaiting, { query: asQuery(query) }, { signal })).body
export const countWaiting = async (query: ListQuery, signal: AbortSignal): Promise<number> =>
  (await send(countRoute, { query: asQuery(query) }, { signal })).body.total
