/** People of this node by name, for fields and filters that ask for one of them. */
import { listColleagues } from '@kerege/contract/access/routes'
import type { Output } from '@kerege/contract/route'
import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { keyOf, send } from '../../api.ts'
import { useT } from '../../i18n/useT.tsx'
import type { Option } from './ChoiceField.tsx'

export type Colleague = Output<typeof listColleagues>['rows'][number]

export interface Colleagues {
  query: UseQueryResult<readonly Colleague[], Error>
  /** "Aigerim Koktem · case manager · North team". Empty until they are known. */
  options: readonly Option[]
}

const everybody: readonly Colleague[] = []

/** @param only whom the question can mean; everybody when absent. Keep it the same function between renderings. */
export function useColleagues(only?: (one: Colleague) => boolean): Colleagues {
  const t = useT()
  const query = useQuery({
    queryKey: keyOf(listColleagues),
    queryFn: ({ signal }) => readAll(signal),
    staleTime: 300_000,
  })
  const rows = query.data ?? everybody
  const options = useMemo(
    () =>
      (only ? rows.filter(only) : rows).map(
        ({ accountId, name, roles, team, agency }): Option => ({
          value: accountId,
          label: [name, ...roles.map(role => t(`access.role.${role}`)), team ?? agency].join(' · '),
        }),
      ),
    [rows, only, t],
  )
  return { query, options }
}

/** A list that stops at its first page would hide people who are really there. */
async function readAll(signal: AbortSignal): Promise<readonly Colleague[]> {
  const rows: Colleague[] = []
  let cursor: string | undefined
  do {
    const { body } = await send(
      listColleagues,
      { query: { limit: 200, ...(cursor ? { cursor } : {}) } },
      { signal },
    )
    rows.push(...body.rows)
    cursor = body.next
  } while (cursor !== undefined)
  return rows
}
