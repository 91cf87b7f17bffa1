/** One data key per person, wrapped by the node's key: erasing a person destroys it, and the history with it. */
import { createHash, randomBytes } from 'node:crypto'
import { seal, unseal } from '../../platform/keys.ts'
import type { Tx } from '../../platform/database.ts'

const saltBytes = 32

/** @returns the person's key; made on first use, `null` when it was destroyed and `make` is not given. */
export async function personKey(
  tx: Tx,
  wrappingKey: Buffer,
  personId: string,
  make = false,
): Promise<Buffer | null> {
  const find = () =>
    tx.selectFrom('audit.person_keys').select('wrapped').where('person_id', '=', personId).executeTakeFirst()
  const found = await find()
  if (found) return unseal(wrappingKey, personId, found.wrapped)
  if (!make) return null
  const key = randomBytes(32)
  await tx
    .insertInto('audit.person_keys')
    .values({ person_id: personId, wrapped: seal(wrappingKey, personId, key) })
    .onConflict(conflict => conflict.column('person_id').doNothing())
    .execute()
  // Somebody else may have made it meanwhile: the one that is kept counts.
  const kept = await find()
  return kept ? unseal(wrappingKey, personId, kept.wrapped) : null
}

/** Sealed value and the salted hash that the log commits to; the salt lies inside the seal. */
export function sealValue(key: Buffer, purpose: string, value: unknown): { sealed: Buffer; hash: Buffer } {
  const salt = randomBytes(saltBytes)
  const plain = Buffer.concat([salt, Buffer.from(JSON.stringify(value))])
  return { sealed: seal(key, purpose, plain), hash: createHash('sha256').update(plain).digest() }
}

export function openValue(key: Buffer, purpose: string, sealed: Buffer): unknown {
  return JSON.parse(unseal(key, purpose, sealed).subarray(saltBytes).toString())
}
