/** Practices as other records name them. What the reader may not read is absent, as it is where it stands. */
import type { MultiText } from '@kerege/contract/common'
import type { PracticeRef } from '@kerege/contract/practices/adoption/schema'
import { type PracticeState, practiceSymbol } from '@kerege/contract/practices/rules'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'

/** Columns of a reference, where `p` is the practice and `e` its edition. */
export const refColumns = [
  'p.id as practice_id',
  'p.number as practice_number',
  'p.state as practice_state',
  'p.country as practice_country',
  sql<MultiText>`e.content #> '{texts,title}'`.as('practice_title'),
] as const

interface FoundRef {
  practice_id: string
  practice_number: number | null
  practice_state: string
  practice_country: string
  practice_title: MultiText
}

export const toRef = (row: FoundRef): PracticeRef => ({
  id: row.practice_id,
  symbol: practiceSymbol(row.practice_number ?? 0),
  title: row.practice_title,
  state: row.practice_state as PracticeState,
  country: row.practice_country,
})

/** Those that have an edition and are open to the reader. */
export async function practiceRefs(tx: Tx, ids: readonly string[]): Promise<Map<string, PracticeRef>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('practices.practices as p')
    .innerJoin('practices.editions as e', 'e.id', 'p.edition_id')
    .select(refColumns)
    .where('p.id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(row => [row.practice_id, toRef(row)]))
}
