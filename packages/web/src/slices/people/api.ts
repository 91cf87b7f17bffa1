/** How the register is asked: one person, a search, the list, and files taken out of it. Draws nothing. */
import { countPeople, getPerson, listPeople, searchPeople } from '@kerege/contract/people/routes'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { send, useGet } from '../../api.ts'
import type { ListQuery } from '../../ui/list/types.ts'

// Values of a filter are words of the address; the contract's own schema reads them on the other side.
const asQuery = (query: ListQuery) => query as never

export const usePerson = (id: string) => useGet(getPerson, { params: { id } })

/** Rows a page: two or three dozen families, so that most teams see theirs at once. */
const rowsAtOnce = '100'

export async function loadPeople(query: ListQuery, signal: AbortSignal) {
  return (await send(listPeople, { query: asQuery({ ...query, limit: rowsAtOnce }) }, { signal })).body
}

export const countFor = async (query: ListQuery, signal: AbortSignal): Promise<number> =>
  (await send(countPeople, { query: asQuery(query) }, { signal })).body.total

/** A search needs two letters; what was found last stays in sight while the next is asked. */
export function useSearch(q: string, limit = 20) {
  return useQuery({
    queryKey: ['people.search', q, limit],
    queryFn: ({ signal }) => send(searchPeople, { body: { q, limit } }, { signal }),
    enabled: q.length >= 2,
    placeholderData: keepPreviousData,
  })
}
