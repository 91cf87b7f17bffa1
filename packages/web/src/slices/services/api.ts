/** How the directory is asked. */
import { getService, listOrganisations, listServices } from '@kerege/contract/services/routes'
import type { Organisation } from '@kerege/contract/services/schema'
import { useQuery } from '@tanstack/react-query'
import { keyOf, send, useGet } from '../../api.ts'
import type { ListQuery } from '../../ui/list/types.ts'

// Values of a filter are words of the address; the contract's schema reads them on the other side.
const asQuery = (query: ListQuery) => query as never

export const loadServices = async (query: ListQuery, signal: AbortSignal) =>
  (await send(listServices, { query: asQuery(query) }, { signal })).body
export const useService = (id: string) => useGet(getService, { params: { id } })

/** All of them: a choice that stops at its first page would hide one that is there. */
export const useOrganisations = () =>
  useQuery({
    queryKey: keyOf(listOrganisations),
    queryFn: async ({ signal }) => {
      const rows: Organisation[] = []
      let cursor: string | undefined
      do {
        const query = { limit: 200, ...(cursor ? { cursor } : {}) }
        const { body } = await send(listOrganisations, { query }, { signal })
        rows.push(...body.rows)
        cursor = body.next
      } while (cursor !== undefined)
      return rows
    },
  })
