/**
 * What somebody takes home to prove that an entry is in the log: the entry with its salt, its leaf, the path to the root
 * of the first signed checkpoint that covers it (RFC 9162, section 2.1.3), and that checkpoint.
 */
import type { Context } from '../../platform/context.ts'
import { type Entry, entryLeaf } from './entry.ts'
import { inclusionPath, type Known } from './inclusion.ts'
import { logKey } from './note.ts'

export async function entryReceipt(ctx: Context, entry: Entry) {
  const key = logKey(`kerege.${ctx.node.info.id}`, ctx.node.keys.log)
  const proof = await proofOf(ctx, entry.id)
  return {
    log: key.name,
    key: key.public.toString('base64'),
    entry: {
      id: entry.id,
      at: entry.at,
      requestId: entry.request_id,
      accountId: entry.account_id,
      role: entry.role,
      action: entry.action,
      outcome: entry.outcome,
      code: entry.code,
      subjects: entry.subjects,
      fields: entry.fields,
      counts: entry.counts,
      seals: entry.seals.map(seal => seal.toString('hex')),
      salt: entry.salt.toString('hex'),
    },
    leaf: entryLeaf(entry).toString('base64'),
    ...(proof ? { proof } : {}),
  }
}

/** @returns `undefined` for the second that numbering takes */
async function proofOf(ctx: Context, entryId: string) {
  const leaf = await ctx.tx
    .selectFrom('audit.leaves')
    .select('number')
    .where('entry_id', '=', entryId)
    .executeTakeFirst()
  if (!leaf) return undefined
  const after = await ctx.tx
    .selectFrom('audit.checkpoints')
    .select(['size', 'note'])
    .where('size', '>', leaf.number)
    .orderBy('size')
    .limit(1)
    .executeTakeFirst()
  if (!after) return undefined
  const before = await ctx.tx
    .selectFrom('audit.checkpoints')
    .select(['size', 'frontier'])
    .where('size', '<=', leaf.number)
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst()
  // Between two checkpoints lies a batch at most: the rest of the tree is in the frontier of the earlier one.
  const leaves = await ctx.tx
    .selectFrom('audit.leaves')
    .select(['number', 'hash'])
    .where('number', '>=', before?.size ?? 0)
    .where('number', '<', after.size)
    .orderBy('number')
    .execute()
  const known: Known = {
    frontier: { size: before?.size ?? 0, hashes: before?.frontier ?? [] },
    leaves: leaves.map(one => one.hash),
  }
  return {
    number: leaf.number,
    size: after.size,
    path: inclusionPath(known, leaf.number).map(hash => hash.toString('base64')),
    checkpoint: after.note,
  }
}
