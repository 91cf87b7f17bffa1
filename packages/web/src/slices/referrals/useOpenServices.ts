/** Services that somebody can be sent to now, by organisation: found by any of their names. */
import { listServices } from '@kerege/contract/services/routes'
import type { ServiceRow } from '@kerege/contract/services/schema'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { keyOf, send } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import type { Option } from '../../ui/form/ChoiceField.tsx'

const none: readonly ServiceRow[] = []

export function useOpenServices(): readonly Option[] {
  const format = useFormat()
  const query = useQuery({
    queryKey: keyOf(listServices, { state: 'open' }),
    queryFn: async ({ signal }) => {
      const rows: ServiceRow[] = []
      let cursor: string | undefined
      do {
        const asked = { state: 'open' as const, limit: 200, ...(cursor ? { cursor } : {}) }
        const { body } = await send(listServices, { query: asked }, { signal })
        rows.push(...body.rows)
        cursor = body.next
      } while (cursor !== undefined)
      return rows
    },
    staleTime: 300_000,
  })
  const rows = query.data ?? none
  return useMemo(
    () =>
      rows
        .filter(row => !row.organisation.closed)
        .map(
          (row): Option => ({
            value: row.id,
            label: format.text(row.name).text,
            words: [row.name, row.organisation.name].flatMap(map => Object.values(map).map(one => one.text)),
            group: format.text(row.organisation.name).text,
          }),
        ),
    [rows, format],
  )
}
