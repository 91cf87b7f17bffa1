/** Asking for a training or offering one; another agency takes it up, and whoever asked or offered agrees. */
import { DomainError, invalid, notFound } from '@kerege/contract/errors'
import type * as routes from '@kerege/contract/practices/trainings/board/routes'
import { type AnswerState, answerMayBecome } from '@kerege/contract/practices/trainings/board/rules'
import type { Wish } from '@kerege/contract/practices/trainings/board/schema'
import type { Parsed } from '@kerege/contract/route'
import { sql } from 'kysely'
import type { Context } from '../../../../platform/context.ts'
import { emitToAll } from '../../../../platform/outbox.ts'
import { requireVersion } from '../../version.ts'
import { type FoundWish, get, isMine, whole } from './store.ts'
import { today } from '../../../../platform/localDay.ts'

const tell = (ctx: Context, wishId: string, accounts: readonly string[]) =>
  emitToAll(
    ctx.tx,
    'training-wish.moved',
    [...new Set(accounts)].filter(id => id !== ctx.actor.account),
    { wishId },
  )

const columns = (body: Parsed<typeof routes.changeWish>['body']) => ({
  title: JSON.stringify(body.title),
  words: body.words ? JSON.stringify(body.words) : null,
  domains: body.domains,
  professions: body.professions,
  languages: body.languages,
  people: body.people ?? null,
  from_day: body.from,
  until_day: body.until,
  curriculum_id: body.curriculumId ?? null,
})

async function requireCurriculum(ctx: Context, id: string | undefined) {
  if (!id) return
  const found = await ctx.tx
    .selectFrom('practices.curricula')
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst()
  if (!found) throw invalid([{ pointer: '/curriculumId', code: 'not-found' }])
}

/** @throws DomainError `not-allowed` for an offer of somebody who holds no trainings; `in-the-past` */
export async function add(ctx: Context, body: Parsed<typeof routes.addWish>['body']): Promise<Wish> {
  if (body.kind === 'offer' && !ctx.actor.verbs.includes('trainings.run')) {
    throw new DomainError('forbidden', 'not-allowed')
  }
  if (body.until < today(ctx)) throw invalid([{ pointer: '/until', code: 'in-the-past' }])
  await requireCurriculum(ctx, body.curriculumId)
  await ctx.tx
    .insertInto('practices.training_wishes')
    .values({
      id: body.id,
      kind: body.kind,
      agency_id: ctx.actor.agency,
      account_id: ctx.actor.account,
      ...columns(body),
      state: 'open',
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .onConflict(conflict => conflict.column('id').doNothing())
    .execute()
  ctx.trail.touched(body.id)
  return whole(ctx, body.id)
}

/** @throws DomainError `not-yours`, `wish-closed` */
async function lockMine(ctx: Context, id: string): Promise<FoundWish> {
  const seen = await get(ctx.tx, id)
  if (!isMine(ctx, seen)) throw new DomainError('forbidden', 'not-yours')
  await sql`select 1 from practices.training_wishes where id = ${id}::uuid for update`.execute(ctx.tx)
  const row = await get(ctx.tx, id)
  if (row.state === 'withdrawn') throw new DomainError('conflict', 'wish-closed', { state: row.state })
  return row
}

export async function change(
  ctx: Context,
  id: string,
  body: Parsed<typeof routes.changeWish>['body'],
): Promise<Wish> {
  const row = await lockMine(ctx, id)
  requireVersion(ctx, row.version)
  await requireCurriculum(ctx, body.curriculumId)
  await ctx.tx
    .updateTable('practices.training_wishes')
    .set({ ...columns(body), version: row.version + 1, updated_at: ctx.now })
    .where('id', '=', id)
    .execute()
  ctx.trail.touched(id, ['wish'])
  return whole(ctx, id)
}

const answersOf = (ctx: Context, wishId: string) =>
  ctx.tx
    .selectFrom('practices.training_wish_answers')
    .selectAll()
    .where('wish_id', '=', wishId)
    .where('state', 'in', ['asked', 'agreed'])
    .execute()

export async function withdraw(ctx: Context, id: string, reason: string): Promise<Wish> {
  const row = await lockMine(ctx, id)
  await ctx.tx
    .updateTable('practices.training_wishes')
    .set({ state: 'withdrawn', reason, version: row.version + 1, updated_at: ctx.now })
    .where('id', '=', id)
    .execute()
  const all = await answersOf(ctx, id)
  await tell(
    ctx,
    id,
    all.map(one => one.account_id),
  )
  ctx.trail.touched(id, ['state'])
  ctx.trail.because(reason)
  return whole(ctx, id)
}

/** @throws DomainError `wish-closed`, `own-wish`, `answered-already`, `not-allowed` */
export async function answer(
  ctx: Context,
  id: string,
  body: Parsed<typeof routes.answerWish>['body'],
): Promise<Wish> {
  const row = await get(ctx.tx, id)
  const known = await ctx.tx
    .selectFrom('practices.training_wish_answers')
    .select('id')
    .where('id', '=', body.id)
    .executeTakeFirst()
  if (known) return whole(ctx, id)
  if (row.agency_id === ctx.actor.agency) throw new DomainError('conflict', 'own-wish')
  if (row.kind === 'request' && !ctx.actor.verbs.includes('trainings.run')) {
    throw new DomainError('forbidden', 'not-allowed')
  }
  if (row.state !== 'open' || row.until_day < today(ctx)) {
    throw new DomainError('conflict', 'wish-closed', { state: row.state })
  }
  const made = await ctx.tx
    .insertInto('practices.training_wish_answers')
    .values({
      id: body.id,
      wish_id: id,
      agency_id: ctx.actor.agency,
      account_id: ctx.actor.account,
      words: body.words,
      state: 'asked',
      at: ctx.now,
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  if (!made.numInsertedOrUpdatedRows) throw new DomainError('conflict', 'answered-already')
  await tell(ctx, id, [row.account_id])
  ctx.trail.touched(id, ['answers'])
  return whole(ctx, id)
}

async function found(ctx: Context, id: string) {
  const row = await ctx.tx
    .selectFrom('practices.training_wish_answers')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound()
  return row
}
type FoundAnswer = Awaited<ReturnType<typeof found>>

async function move(ctx: Context, row: FoundAnswer, to: AnswerState, reason: string | undefined) {
  const done = await ctx.tx
    .updateTable('practices.training_wish_answers')
    .set({ state: to, reason: reason ?? null, version: row.version + 1 })
    .where('id', '=', row.id)
    .where('version', '=', row.version)
    .executeTakeFirst()
  if (!done.numUpdatedRows) throw new DomainError('conflict', 'answer-state', { state: row.state })
  ctx.trail.touched(row.wish_id, ['answers'])
  if (reason) ctx.trail.because(reason)
}

/** With the first that is agreed it counts as taken up; others can still be agreed with. @throws DomainError `answer-state` */
export async function decide(
  ctx: Context,
  answerId: string,
  { agree, reason }: Parsed<typeof routes.decideAnswer>['body'],
): Promise<Wish> {
  const { wish_id: wishId } = await found(ctx, answerId)
  const wish = await lockMine(ctx, wishId)
  const row = await found(ctx, answerId)
  const to: AnswerState = agree ? 'agreed' : 'declined'
  if (!answerMayBecome(row.state as AnswerState, to, 'wisher')) {
    throw new DomainError('conflict', 'answer-state', { state: row.state })
  }
  await move(ctx, row, to, reason)
  if (agree && wish.state === 'open') await setState(ctx, wish, 'taken-up')
  await tell(ctx, wishId, [row.account_id])
  return whole(ctx, wishId)
}

const setState = (ctx: Context, wish: FoundWish, state: 'open' | 'taken-up') =>
  sql`select practices.mark_wish(${wish.id}::uuid, ${state}, ${ctx.now.toISOString()}::timestamptz)`.execute(
    ctx.tx,
  )

export async function withdrawAnswer(ctx: Context, answerId: string, reason: string): Promise<Wish> {
  const row = await found(ctx, answerId)
  if (!isMine(ctx, row)) throw new DomainError('forbidden', 'not-yours')
  if (!answerMayBecome(row.state as AnswerState, 'withdrawn', 'answerer')) {
    throw new DomainError('conflict', 'answer-state', { state: row.state })
  }
  await move(ctx, row, 'withdrawn', reason)
  const wish = await get(ctx.tx, row.wish_id)
  const left = await answersOf(ctx, row.wish_id)
  // Nobody else has taken it up: it is open again.
  if (wish.state === 'taken-up' && left.every(one => one.state !== 'agreed'))
    await setState(ctx, wish, 'open')
  await tell(ctx, row.wish_id, [wish.account_id])
  return whole(ctx, row.wish_id)
}
