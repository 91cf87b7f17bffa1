/** How the situation of a person is asked, and the days that lie ahead of many. */
import { notePeople } from '@kerege/contract/casework/routes'
import { daysAhead, entryHistory, personSituation } from '@kerege/contract/situation/routes'
import { useGet } from '../../api.ts'

export const useSituation = (id: string) => useGet(personSituation, { params: { id } })
export const useEntryHistory = (id: string) => useGet(entryHistory, { params: { id } })
export const useDaysAhead = (of: 'mine' | 'team', from: string, to: string) =>
  useGet(daysAhead, { query: { of, from, to } })
/** Who of the household can be named. */
export const useHousehold = (id: string) => useGet(notePeople, { params: { id } })
