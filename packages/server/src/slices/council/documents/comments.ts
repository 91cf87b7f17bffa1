/** Comments on a document and its paragraphs, with replies; dealt with, they stay readable. */
import type { Language } from '@kerege/contract/common'
import type * as routes from '@kerege/contract/council/documents/routes'
import type { Comment } from '@kerege/contract/council/documents/schema'
import { type DocumentState, isOpen } from '@kerege/contract/council/documents/states'
import { voiceHindrance } from '@kerege/contract/council/silence'
import { DomainError, invalid, notFound } from '@kerege/contract/errors'
import type { Parsed } from '@kerege/contract/route'
import type { Context } from '../../../platform/context.ts'
import { partyNames } from '../parties.ts'
import { voiceOf } from '../voices.ts'
import * as store from './store.ts'

export async function list(ctx: Context, id: string): Promise<{ rows: Comment[] }> {
  await store.get(ctx.tx, id)
  const names = await partyNames(ctx.tx)
  const rows = await ctx.tx
    .selectFrom('council.document_comments as c')
    .innerJoin('access.accounts as a', 'a.id', 'c.account_id')
    .selectAll('c')
    .select('a.name')
    .where('c.document_id', '=', id)
    .orderBy('c.at')
    .orderBy('c.id')
    .execute()
  ctx.trail.shown([id])
  const prepares = ctx.actor.verbs.includes('council.prepare')
  return {
    rows: rows.map(row => {
      const party = row.party_id === null ? undefined : names.get(row.party_id)
      return {
        id: row.id,
        ...(row.block_id === null ? {} : { blockId: row.block_id }),
        language: row.language as Language,
        ...(row.reply_to === null ? {} : { replyTo: row.reply_to }),
        words: row.words,
        by: row.name,
        ...(party ? { party } : {}),
        at: row.at,
        ...(row.resolved_at === null ? {} : { resolvedAt: row.resolved_at }),
        mayResolve: row.resolved_at === null && (prepares || row.account_id === ctx.actor.account),
      }
    }),
  }
}

/** For whom somebody speaks here; nobody for the secretariat. @throws DomainError `no-delegation` and its kin */
export async function partyOf(ctx: Context): Promise<string | null> {
  const voice = ctx.actor.verbs.includes('council.speak') ? await voiceOf(ctx) : undefined
  const hindrance = voiceHindrance(voice?.standing, ctx.now.toISOString().slice(0, 10))
  if (hindrance === null) return voice?.party.id ?? null
  if (ctx.actor.verbs.includes('council.prepare')) return null
  throw new DomainError('forbidden', hindrance)
}

export async function add(ctx: Context, id: string, body: Parsed<typeof routes.addComment>['body']) {
  const row = await store.get(ctx.tx, id)
  const partyId = await partyOf(ctx)
  if (!isOpen(row.state as DocumentState))
    throw new DomainError('conflict', 'document-state', { state: row.state })
  if (body.replyTo) {
    const first = await ctx.tx
      .selectFrom('council.document_comments')
      .select('reply_to')
      .where('id', '=', body.replyTo)
      .where('document_id', '=', id)
      .executeTakeFirst()
    // One level: a reply to a reply belongs to the same comment.
    if (!first || first.reply_to !== null) throw invalid([{ pointer: '/replyTo', code: 'not-found' }])
  }
  await ctx.tx
    .insertInto('council.document_comments')
    .values({
      id: body.id,
      document_id: id,
      block_id: body.blockId ?? null,
      language: body.language,
      reply_to: body.replyTo ?? null,
      words: body.words,
      account_id: ctx.actor.account,
      party_id: partyId,
      at: ctx.now,
    })
    .onConflict(conflict => conflict.column('id').doNothing())
    .execute()
  ctx.trail.touched(id, ['comment'])
  return list(ctx, id)
}

export async function resolve(ctx: Context, id: string, commentId: string) {
  await store.get(ctx.tx, id)
  const row = await ctx.tx
    .selectFrom('council.document_comments')
    .select(['account_id', 'resolved_at'])
    .where('id', '=', commentId)
    .where('document_id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound()
  if (!ctx.actor.verbs.includes('council.prepare') && row.account_id !== ctx.actor.account) {
    throw new DomainError('forbidden', 'not-yours')
  }
  if (row.resolved_at === null) {
    await ctx.tx
      .updateTable('council.document_comments')
      .set({ resolved_at: ctx.now, resolved_by: ctx.actor.account })
      .where('id', '=', commentId)
      .execute()
  }
  ctx.trail.touched(id, ['comment'])
  return list(ctx, id)
}
