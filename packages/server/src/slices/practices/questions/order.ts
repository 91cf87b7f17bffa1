/**
 * Keeping order: anybody reports, a moderator leaves or hides with a reason, the author reads it and may ask once that somebody else
 * looks. Nobody decides about a text of their own, nor about an appeal against their own decision.
 */
import { DomainError, notFound } from '@kerege/contract/errors'
import type { TextKind } from '@kerege/contract/practices/questions/rules'
import type * as routes from '@kerege/contract/practices/questions/routes'
import type { Hiding } from '@kerege/contract/practices/questions/hiding'
import type { OrderItem } from '@kerege/contract/practices/questions/schema'
import type { Parsed } from '@kerege/contract/route'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { emit, emitToAll } from '../../../platform/outbox.ts'
import { authorsOf } from './authors.ts'
import { type FoundHiding, selectHidings, toHiding } from './hidings.ts'
import { textsOf } from './texts.ts'

async function authorOf(ctx: Context, kind: TextKind, targetId: string): Promise<string> {
  const { rows } = await sql<{ author: string | null }>`
    select practices.author_of(${kind}, ${targetId}::uuid) as author`.execute(ctx.tx)
  const author = rows[0]?.author
  if (!author) throw notFound()
  return author
}

/** @throws DomainError `own-text`, `reported-already` */
export async function report(ctx: Context, body: Parsed<typeof routes.reportText>['body']) {
  const { id, kind, targetId, reason } = body
  if ((await authorOf(ctx, kind, targetId)) === ctx.actor.account) {
    throw new DomainError('forbidden', 'own-text')
  }
  const made = await ctx.tx
    .insertInto('practices.reports')
    .values({
      id,
      kind,
      target_id: targetId,
      account_id: ctx.actor.account,
      reason,
      at: ctx.now,
      state: 'open',
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  if (!made.numInsertedOrUpdatedRows) {
    const known = await ctx.tx
      .selectFrom('practices.reports')
      .select('id')
      .where('id', '=', id)
      .where('account_id', '=', ctx.actor.account)
      .executeTakeFirst()
    if (!known) throw new DomainError('conflict', 'reported-already')
    return { id }
  }
  await tellModerators(ctx)
  ctx.trail.touched(targetId)
  ctx.trail.because(reason)
  return { id }
}

async function tellModerators(ctx: Context) {
  const { rows } = await sql<{ id: string }>`select practices.confirmers(null) as id`.execute(ctx.tx)
  const others = rows.map(row => row.id).filter(account => account !== ctx.actor.account)
  await emitToAll(ctx.tx, 'report.came', others, {})
}

interface Waiting {
  kind: TextKind
  target_id: string
  since: string
  hiding?: FoundHiding
}

async function waitingTexts(ctx: Context): Promise<Waiting[]> {
  const reported = await ctx.tx
    .selectFrom('practices.reports')
    .select(['kind', 'target_id'])
    .select(eb => eb.fn.min('at').as('since'))
    .where('state', '=', 'open')
    .groupBy(['kind', 'target_id'])
    .execute()
  const appeals = await selectHidings(ctx)
    .where('appeal', 'is not', null)
    .where('verdict', 'is', null)
    .execute()
  return [
    ...reported.map(row => ({ kind: row.kind as TextKind, target_id: row.target_id, since: row.since })),
    ...appeals.map(row => ({
      kind: row.kind as TextKind,
      target_id: row.target_id,
      since: row.appealed_at ?? row.at,
      hiding: row,
    })),
  ].toSorted((one, other) => (one.since < other.since ? -1 : 1))
}

/** The longest wait first. */
export async function queue(ctx: Context) {
  const waiting = await waitingTexts(ctx)
  const texts = await textsOf(ctx, waiting)
  const authors = await authorsOf(ctx, [...texts.values()])
  const reports = await ctx.tx
    .selectFrom('practices.reports')
    .select(['target_id', 'at', 'reason'])
    .where('state', '=', 'open')
    .orderBy('at')
    .execute()
  ctx.trail.shown(texts.keys())
  return {
    rows: waiting.flatMap((one): OrderItem[] => {
      const text = texts.get(one.target_id)
      if (!text) return []
      const own = text.account_id === ctx.actor.account
      return [
        {
          kind: one.kind,
          targetId: one.target_id,
          ...(text.placeId ? { placeId: text.placeId } : {}),
          ...(text.language ? { language: text.language } : {}),
          words: text.words,
          by: authors(text),
          reports: reports
            .filter(report => report.target_id === one.target_id)
            .map(({ at, reason }) => ({ at, reason })),
          ...(one.hiding ? { hiding: toHiding(ctx, one.hiding) } : {}),
          since: one.since,
          mayDecide: !own && one.hiding?.account_id !== ctx.actor.account,
        },
      ]
    }),
  }
}

export async function countOrder(ctx: Context): Promise<{ order: number; orderSince?: string }> {
  if (!ctx.actor.verbs.includes('practices.moderate')) return { order: 0 }
  const waiting = await waitingTexts(ctx)
  const [first] = waiting
  return { order: waiting.length, ...(first ? { orderSince: first.since } : {}) }
}

const setHidden = (ctx: Context, kind: TextKind, targetId: string, hidden: boolean) =>
  sql`select practices.set_hidden(${kind}, ${targetId}::uuid, ${hidden ? ctx.now.toISOString() : null}::timestamptz)`.execute(
    ctx.tx,
  )

const tellAuthor = (ctx: Context, accountId: string, state: string, kind: TextKind, questionId?: string) =>
  emit(ctx.tx, 'text.moderated', { accountId, state, kind, ...(questionId ? { questionId } : {}) })

/** @throws DomainError `own-text`, `hidden-already` */
export async function decide(ctx: Context, body: Parsed<typeof routes.decideText>['body']) {
  const { id, kind, targetId, hide, reason } = body
  const author = await authorOf(ctx, kind, targetId)
  if (author === ctx.actor.account) throw new DomainError('forbidden', 'own-text')
  if (hide) {
    const made = await ctx.tx
      .insertInto('practices.hidings')
      .values({
        id,
        kind,
        target_id: targetId,
        author_id: author,
        account_id: ctx.actor.account,
        at: ctx.now,
        reason,
      })
      .onConflict(conflict => conflict.doNothing())
      .executeTakeFirst()
    if (!made.numInsertedOrUpdatedRows) {
      const known = await selectHidings(ctx).where('id', '=', id).executeTakeFirst()
      if (!known) throw new DomainError('conflict', 'hidden-already')
      return queue(ctx)
    }
    await setHidden(ctx, kind, targetId, true)
    await tellAuthor(ctx, author, 'hidden', kind, await placeOf(ctx, kind, targetId))
  }
  await ctx.tx
    .updateTable('practices.reports')
    .set({
      state: hide ? 'hidden' : 'kept',
      decided_by: ctx.actor.account,
      decided_at: ctx.now,
      words: reason,
    })
    .where('target_id', '=', targetId)
    .where('state', '=', 'open')
    .execute()
  ctx.trail.touched(targetId, [hide ? 'hidden' : 'kept'])
  ctx.trail.because(reason)
  return queue(ctx)
}

async function placeOf(ctx: Context, kind: TextKind, targetId: string): Promise<string | undefined> {
  if (kind !== 'question' && kind !== 'answer') return undefined
  return (await textsOf(ctx, [{ kind, target_id: targetId }])).get(targetId)?.placeId
}

async function lockHiding(ctx: Context, id: string): Promise<FoundHiding> {
  const row = await selectHidings(ctx).where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw notFound()
  return row
}

/** Once. @throws DomainError `appealed-already` */
export async function appeal(ctx: Context, id: string, words: string): Promise<Hiding> {
  const row = await lockHiding(ctx, id)
  if (row.author_id !== ctx.actor.account) throw notFound()
  if (row.appeal !== null || row.verdict !== null) throw new DomainError('conflict', 'appealed-already')
  await ctx.tx
    .updateTable('practices.hidings')
    .set({ appeal: words, appealed_at: ctx.now })
    .where('id', '=', id)
    .execute()
  await tellModerators(ctx)
  ctx.trail.touched(row.target_id, ['appeal'])
  return toHiding(ctx, await lockHiding(ctx, id))
}

/** @throws DomainError `own-text`, `own-decision` for an appeal against oneself, `decided-before`, `no-appeal` */
export async function decideHiding(
  ctx: Context,
  id: string,
  { verdict, words }: { verdict: 'stays' | 'restored'; words: string },
) {
  const row = await lockHiding(ctx, id)
  if (row.author_id === ctx.actor.account) throw new DomainError('forbidden', 'own-text')
  if (row.verdict !== null) throw new DomainError('conflict', 'decided-before')
  if (row.appeal === null && verdict === 'stays') throw new DomainError('conflict', 'no-appeal')
  if (row.appeal !== null && row.account_id === ctx.actor.account) {
    throw new DomainError('forbidden', 'own-decision')
  }
  await ctx.tx
    .updateTable('practices.hidings')
    .set({ verdict, words, decided_by: ctx.actor.account, decided_at: ctx.now })
    .where('id', '=', id)
    .execute()
  const kind = row.kind as TextKind
  if (verdict === 'restored') await setHidden(ctx, kind, row.target_id, false)
  await tellAuthor(ctx, row.author_id, verdict, kind, await placeOf(ctx, kind, row.target_id))
  ctx.trail.touched(row.target_id, [verdict])
  ctx.trail.because(words)
  return queue(ctx)
}
