/** One data key per person, wrapped by the node's key: erasing a person destroys it, and the history with it. */
import { createHash, randomBytes } from 'node:crypto'
import { seal, type SealingKey, unseal } from '../../platform/keys.ts'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'

const saltBytes = 32

/** @returns the person's key; made on first use, `null` when it was destroyed and `make` is not given. */
export async function personKey(
  tx: Tx,
  wrappingKey: SealingKey,
  personId: string,
  make = false,
): Promise<Buffer | null> {
  const keys = await personKeys(tx, wrappingKey, [personId], make)
  return keys.get(personId) ?? null
}

/** The keys of several people at once; who has none is missing. */
export async function personKeys(
  tx: Tx,
  wrappingKey: SealingKey,
  personIds: readonly string[],
  make = false,
): Promise<Map<string, Buffer>> {
  const keys = new Map<string, Buffer>()
  const find = async (ids: readonly string[]) => {
    const found = await sql<{ person_id: string; wrapped: Buffer }>`
      select person_id, wrapped from audit.person_keys where person_id = any (${ids}::uuid[])`.execute(tx)
    for (const { person_id, wrapped } of found.rows)
      keys.set(person_id, unseal(wrappingKey, person_id, wrapped))
  }
  await find(personIds)
  const missing = personIds.filter(id => !keys.has(id))
  if (!make || missing.length === 0) return keys
  const fresh = missing.map(id => ({ id, wrapped: seal(wrappingKey, id, randomBytes(32)).toString('hex') }))
  await sql`
    insert into audit.person_keys (person_id, wrapped)
      select n.id, decode(n.wrapped, 'hex') from jsonb_to_recordset(${JSON.stringify(fresh)}::jsonb) as n (id uuid, wrapped text)
      order by n.id on conflict (person_id) do nothing`.execute(tx)
  // Somebody else may have made one meanwhile: the one that is kept counts.
  await find(missing)
  return keys
}

/** Sealed value and the salted hash that the log commits to; the salt lies inside the seal. */
export function sealValue(
  key: SealingKey,
  purpose: string,
  value: unknown,
): { sealed: Buffer; hash: Buffer } {
  const salt = randomBytes(saltBytes)
  const plain = Buffer.concat([salt, Buffer.from(JSON.stringify(value))])
  return { sealed: seal(key, purpose, plain), hash: createHash('sha256').update(plain).digest() }
}

export function openValue(key: SealingKey, purpose: string, sealed: Buffer): unknown {
  return JSON.parse(unseal(key, purpose, sealed).subarray(saltBytes).toString())
}
