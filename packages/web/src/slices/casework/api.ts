/** How casework is asked and answered: notes page by page, concerns, obstacles. */
import type { NoteKind } from '@kerege/contract/casework/notes'
import {
  countObstacles,
  findNotes,
  getObstacle,
  listNotes,
  listObstacles,
  obstacleCounts,
  personConcerns,
  personObstacles,
} from '@kerege/contract/casework/routes'
import { useInfiniteQuery } from '@tanstack/react-query'
import { keyOf, send, useGet } from '../../api.ts'
import type { ListQuery } from '../../ui/list/types.ts'

const perPage = 20

/** @param words where some are looked for: these travel in a body, never in an address */
export const useNotes = (personId: string, kind: NoteKind | undefined, words: string) =>
  useInfiniteQuery({
    queryKey: [...keyOf(listNotes, { personId }), kind ?? '', words],
    queryFn: async ({ pageParam, signal }) => {
      const wanted = {
        limit: perPage,
        ...(kind ? { kind } : {}),
        ...(pageParam ? { cursor: pageParam } : {}),
      }
      const params = { id: personId }
      return words
        ? (await send(findNotes, { params, body: { ...wanted, words } }, { signal })).body
        : (await send(listNotes, { params, query: wanted }, { signal })).body
    },
    initialPageParam: '',
    getNextPageParam: last => last.next,
  })

export const useConcerns = (id: string) => useGet(personConcerns, { params: { id } })
export const usePersonObstacles = (id: string) => useGet(personObstacles, { params: { id } })
export const useObstacle = (id: string) => useGet(getObstacle, { params: { id } })
export const useByDesk = () => useGet(obstacleCounts, {})

// Values of a filter are words of the address; the contract's schema reads them on the other side.
const asQuery = (query: ListQuery) => query as never
export const loadObstacles = async (query: ListQuery, signal: AbortSignal) =>
  (await send(listObstacles, { query: asQuery(query) }, { signal })).body
export const countFor = async (query: ListQuery, signal: AbortSignal): Promise<number> =>
  (await send(countObstacles, { query: asQuery(query) }, { signal })).body.total
