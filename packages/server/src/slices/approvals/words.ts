/** What people write into a request: sealed under the key of the person meant, so that it goes when the person goes. */
import type { Context } from '../../platform/context.ts'
import { openValue, personKey, sealValue } from '../audit/index.ts'

export async function sealWords(
  ctx: Context,
  personId: string | null,
  purpose: string,
  words: string,
): Promise<Buffer> {
  const key = personId ? await personKey(ctx.tx, ctx.node.keys.persons, personId, true) : ctx.node.keys.node
  if (!key) throw new Error('Words about an erased person cannot be kept.')
  return sealValue(key, purpose, words).sealed
}

/** @returns a reader of one request's words; it answers `undefined` for what was erased. */
export async function wordsReader(ctx: Context, personId: string | null) {
  const key = personId ? await personKey(ctx.tx, ctx.node.keys.persons, personId) : ctx.node.keys.node
  return (purpose: string, sealed: Buffer | null): string | undefined => {
    if (!key || !sealed) return undefined
    const words = openValue(key, purpose, sealed)
    return typeof words === 'string' ? words : undefined
  }
}
