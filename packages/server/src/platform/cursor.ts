/** Where a list goes on. Sealed, since the sort key of a list of people is a name, and a cursor stands in addresses. */
import { DomainError } from '@kerege/contract/errors'
import { seal, type SealingKey, unseal } from './keys.ts'

export const sealCursor = (key: SealingKey, list: string, after: readonly [string, string]): string =>
  seal(key, list, Buffer.from(JSON.stringify(after))).toString('base64url')

/** @throws DomainError `cursor-refused` when it was not made by this node for this list */
export function openCursor(
  key: SealingKey,
  list: string,
  cursor: string | undefined,
): [string, string] | null {
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

/**
 * One page of a list that was read with one row more than its limit.
 * @param after where the list goes on behind a row
 * @returns the rows to show, and `next` as an answer carries it: empty on the last page
 */
export function pageOf<Row>(
  key: SealingKey,
  list: string,
  { found, limit }: { found: readonly Row[]; limit: number },
  after: (last: Row) => readonly [string, string],
): { shown: Row[]; next: { next?: string } } {
  const shown = found.slice(0, limit)
  const last = shown.at(-1)
  return { shown, next: found.length > limit && last ? { next: sealCursor(key, list, after(last)) } : {} }
}
