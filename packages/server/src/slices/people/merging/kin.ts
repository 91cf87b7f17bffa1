/** Homes and relations: rows that cannot always stand beside those of the other record, and then are kept in the note. */
import { sql } from 'kysely'
import type { Moved } from '../../../platform/moves.ts'
import type { Mover } from './movers.ts'

interface Row {
  id: string
  before: Moved['before'] | null
}

const moved = (rows: readonly Row[]): Moved[] =>
  rows.map(({ id, before }) => ({ id, ...(before ? { before } : {}) }))
const note = (row: Moved) => (row.before ? JSON.stringify(row.before) : null)

export const homeMover: Mover = {
  kind: 'home',
  move: async (tx, { id, home }) => {
    const found = await sql<Row>`
      select row_id as id, before from people.move_homes(${id}::uuid, ${home.current}, ${home.leftOn}::date)`.execute(
      tx,
    )
    return moved(found.rows)
  },
  back: async (tx, { id }, rows) => {
    // The home of today goes first: until then nobody has room for another.
    for (const row of rows.toSorted((a, b) => Number(Boolean(a.before)) - Number(Boolean(b.before)))) {
      await sql`select people.return_home(${id}::uuid, ${row.id}::uuid, ${note(row)}::jsonb)`.execute(tx)
    }
  },
}

export const relationMover: Mover = {
  kind: 'relation',
  move: async (tx, { id }) => {
    const found = await sql<Row>`select row_id as id, before from people.move_relations(${id}::uuid)`.execute(
      tx,
    )
    return moved(found.rows)
  },
  back: async (tx, { id }, rows) => {
    for (const row of rows) {
      await sql`select people.return_relation(${id}::uuid, ${row.id}::uuid, ${note(row)}::jsonb)`.execute(tx)
    }
  },
}
