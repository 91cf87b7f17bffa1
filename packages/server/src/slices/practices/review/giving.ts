/** A reviewer's part: to say yes without a conflict of interest or to step aside, and to grade with reasons. */
import { DomainError, notFound } from '@kerege/contract/errors'
import type { AnswerInvitation, GiveReview, Review } from '@kerege/contract/practices/review/schema'
import type { Context } from '../../../platform/context.ts'
import * as record from '../record/store.ts'
import { tellModerators } from '../telling.ts'
import { open, reviewOf } from './reading.ts'
import { type FoundReview, hold, reviews, standing } from './store.ts'

/** The actor's own seat in the round that runs, with the record held. */
async function mySeat(ctx: Context, id: string): Promise<{ row: record.Found; seat: FoundReview }> {
  const row = await record.get(ctx.tx, id)
  await hold(ctx.tx, id).catch(() => {
    throw notFound()
  })
  const seat = (await reviews(ctx.tx, id).execute()).find(
    one => one.account_id === ctx.actor.account && one.round === row.round,
  )
  if (!seat) throw notFound()
  if (!open(row.state)) throw new DomainError('conflict', 'review-closed')
  return { row, seat }
}

/** @throws DomainError `review-closed`, `review-answered` */
export async function answer(ctx: Context, id: string, said: AnswerInvitation): Promise<Review | undefined> {
  const { seat } = await mySeat(ctx, id)
  const leaves = said.answer !== 'accept'
  // Who finds a conflict while reading says so too; a second yes changes nothing.
  if (seat.state !== 'invited' && !(seat.state === 'accepted' && leaves)) {
    throw new DomainError('conflict', 'review-answered')
  }
  await ctx.tx
    .updateTable('practices.reviews')
    .set({
      state: said.answer === 'accept' ? 'accepted' : said.answer === 'decline' ? 'declined' : 'conflict',
      conflict: said.answer === 'conflict' ? said.conflict : null,
      answered_at: ctx.now,
      version: seat.version + 1,
    })
    .where('id', '=', seat.id)
    .execute()
  ctx.trail.touched(id, ['review'])
  if (!leaves) return reviewOf(ctx, id)
  await tellModerators(ctx.tx, 'practice.waits', id)
  return undefined
}

/** @throws DomainError `review-closed`, `review-not-accepted`, `review-answered` */
export async function give(ctx: Context, id: string, given: GiveReview): Promise<Review> {
  const { row, seat } = await mySeat(ctx, id)
  if (seat.state === 'given') throw new DomainError('conflict', 'review-answered')
  if (seat.state !== 'accepted') throw new DomainError('conflict', 'review-not-accepted')
  await ctx.tx
    .updateTable('practices.reviews')
    .set({
      state: 'given',
      grades: JSON.stringify(given.grades),
      words_author: given.wordsAuthor ? JSON.stringify(given.wordsAuthor) : null,
      words_published: given.wordsPublished ? JSON.stringify(given.wordsPublished) : null,
      recommendation: given.recommendation,
      given_at: ctx.now,
      read_version: row.version,
      version: seat.version + 1,
    })
    .where('id', '=', seat.id)
    .execute()
  ctx.trail.touched(id, ['review'])
  const stands = await standing(ctx.tx, id)
  const busy = stands?.seats.some(one => one !== 'given')
  if (stands?.settled || !busy) await tellModerators(ctx.tx, 'practice.waits', id)
  return reviewOf(ctx, id)
}
