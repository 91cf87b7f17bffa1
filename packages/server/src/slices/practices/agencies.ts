/** How agencies of the hub are called, and to which state each belongs. They are some dozens. */
import type { MultiText } from '@kerege/contract/common'
import type { AgencyName } from '@kerege/contract/practices/roster/schema'
import type { Tx } from '../../platform/database.ts'

export type AgencyNames = ReadonlyMap<string, AgencyName>

export async function agencyNames(tx: Tx): Promise<AgencyNames> {
  const rows = await tx.selectFrom('access.agencies').select(['id', 'name', 'country']).execute()
  return new Map(
    rows.map(({ id, name, country }) => [
      id,
      { id, name: name as MultiText, ...(country === null ? {} : { country }) },
    ]),
  )
}

/** A row that names an agency always finds it: there is a foreign key. */
export function agencyOf(names: AgencyNames, id: string): AgencyName {
  const found = names.get(id)
  if (!found) throw new Error('An agency that a record names is not there.')
  return found
}

export async function accountNames(tx: Tx, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const asked = [...new Set(ids.filter(id => id !== null))]
  if (asked.length === 0) return new Map()
  const rows = await tx
    .selectFrom('access.accounts')
    .select(['id', 'name'])
    .where('id', 'in', asked)
    .execute()
  return new Map(rows.map(row => [row.id, row.name]))
}
