/** Seals anew, in portions, what an older key has sealed. What is done already is told by its seal, so one may stop and begin again anywhere. */
import type pg from 'pg'
import type { Keys } from '../../platform/masterKey.ts'
import { seal, unseal } from '../../platform/keys.ts'
import type { SealedColumn } from './sealed.ts'

export interface Resealed {
  /** Sealed anew now. */
  anew: number
  /** Opened by no key of this node: of an erased person, or damaged. Left as it is. */
  left: number
}

const atOnce = 500

interface Row {
  id: string
  purpose: string
  sealed: Buffer
}

/** @param portion is told after each portion that was written */
export async function reseal(
  client: pg.ClientBase,
  keys: Keys,
  column: SealedColumn,
  portion: (done: number) => void,
): Promise<Resealed> {
  const { table, column: name, id, type, purpose, only } = column
  const next = `select ${id}::text as id, ${purpose} as purpose, t.${name} as sealed from ${table} t
    where t.${name} is not null ${only ? `and ${only}` : ''} and ($1::${type} is null or ${id} > $1) order by ${id} limit ${atOnce}`
  const found: Resealed = { anew: 0, left: 0 }
  for (let last: string | null = null; ; ) {
    const { rows } = (await client.query<Row>(next, [last])) as { rows: Row[] }
    const end = rows.at(-1)
    if (!end) return found
    last = end.id
    const stale = rows.flatMap(row => anew(keys[column.key], row, found))
    if (stale.length === 0) continue
    found.anew += await write(client, column, stale)
    portion(found.anew)
  }
}

type Fresh = Row & { fresh: Buffer }

function anew(ring: Keys['node'], row: Row, found: Resealed): Fresh[] {
  const [newest] = ring.keys()
  try {
    unseal(newest, row.purpose, row.sealed)
    return []
  } catch {
    // Another key has sealed it, then.
  }
  try {
    return [{ ...row, fresh: seal(newest, row.purpose, unseal(ring, row.purpose, row.sealed)) }]
  } catch {
    found.left += 1
    return []
  }
}

/** Whoever has changed the value meanwhile has sealed it by themselves. */
async function write(client: pg.ClientBase, { table, column, id, type }: SealedColumn, rows: Fresh[]) {
  const hex = (bytes: Buffer) => bytes.toString('hex')
  const list = rows.map(row => ({ id: row.id, was: hex(row.sealed), fresh: hex(row.fresh) }))
  const written = await client.query(
    `update ${table} t set ${column} = decode(n.fresh, 'hex')
       from jsonb_to_recordset($1::jsonb) as n (id text, was text, fresh text)
      where ${id} = n.id::${type} and t.${column} = decode(n.was, 'hex')`,
    [JSON.stringify(list)],
  )
  return written.rowCount ?? 0
}
