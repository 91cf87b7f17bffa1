/** Where a review stands, whose turn it is, and as much of it as the actor may read. */
import { notFound } from '@kerege/contract/errors'
import { freeSeat, turnOf } from '@kerege/contract/practices/review/rules'
import type { Review } from '@kerege/contract/practices/review/schema'
import type { PracticeState } from '@kerege/contract/practices/rules'
import type { Context } from '../../../platform/context.ts'
import { get } from '../record/store.ts'
import { outcomeIn, reviews, standing, toSeat } from './store.ts'

export async function reviewOf(ctx: Context, id: string): Promise<Review> {
  const row = await get(ctx.tx, id)
  const stands = await standing(ctx.tx, id)
  if (!stands) throw notFound()
  const all = await reviews(ctx.tx, id).execute()
  const mayModerate = ctx.actor.verbs.includes('practices.moderate') && row.author_id !== ctx.actor.account
  const ofRound = all.filter(review => review.round === row.round)
  const outcome = outcomeIn(ofRound)
  const free = mayModerate && open(row.state) ? freeSeat(ofRound, outcome) : undefined
  const count = (...states: string[]) => stands.seats.filter(one => states.includes(one)).length
  ctx.trail.shown([id])
  return {
    practiceId: id,
    round: row.round,
    turn: turnOf(row.state as PracticeState, stands.seats, stands.settled),
    ...(mayModerate && row.state === 'review' ? { outcome } : {}),
    asked: stands.seats.length,
    accepted: count('accepted', 'given'),
    given: count('given'),
    seats: all.map(review => toSeat(ctx, review)),
    mayModerate,
    ...(free === undefined ? {} : { freeSeat: free }),
  }
}

export const open = (state: string) => state === 'submitted' || state === 'review'
