/** Where a list goes on. Sealed, since the sort key of a list of people is a name, and a cursor stands in addresses. */
import { DomainError } from '@kerege/contract/errors'
import { seal, unseal } from './keys.ts'

export const sealCursor = (key: Buffer, list: string, after: readonly [string, string]): string =>
  seal(key, list, Buffer.from(JSON.stringify(after))).toString('base64url')

/** @throws DomainError `cursor-refused` when it was not made by this node for this list */
export function openCursor(key: Buffer, list: string, cursor: string | undefined): [string, string] | null {
  if (cursor === undefined) return null
  try {
    const [first, second] = JSON.parse(
      unseal(key, list, Buffer.from(cursor, 'base64url')).toString(),
    ) as unknown[]
    if (typeof first === 'string' && typeof second === 'string') return [first, second]
  } catch {
    // Said below, for a broken cursor and a foreign one alike.
  }
  throw new DomainError('invalid', 'cursor-refused')
}
