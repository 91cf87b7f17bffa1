/** Rows about one record that become rows about another, and the way back: the one pattern for every slice. */
import { sql } from 'kysely'
import type { Tx } from './database.ts'

/** A row that moved, and what a later move back has to know. */
export interface Moved {
  id: string
  before?: Readonly<Record<string, unknown>>
}

/**
 * Calls `<schema>.move_subject` of the database, or another function of that shape, which works below the policies and asks first whether the actor may
 * join the two.
 * @param only the rows to move; all of them when absent
 * @returns ids of the rows that moved
 */
export const rowsMover =
  (schema: string, name = 'move_subject') =>
  async (tx: Tx, source: string, target: string, only?: readonly string[]): Promise<string[]> => {
    const found = await sql<{ id: string }>`
      select m as id from ${sql.id(schema, name)}(${source}::uuid, ${target}::uuid, ${only ?? null}::uuid[]) m`.execute(
      tx,
    )
    return found.rows.map(row => row.id)
  }
