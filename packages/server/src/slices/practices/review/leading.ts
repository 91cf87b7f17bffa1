/** On from a review, and the life of a practice after it: published, sent back, confirmed, archived, retracted. */
import { DomainError, notFound } from '@kerege/contract/errors'
import { publishedReview } from '@kerege/contract/practices/review/rules'
import type { Practice } from '@kerege/contract/practices/record/schema'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { localDay } from '../../../platform/localDay.ts'
import { emit } from '../../../platform/outbox.ts'
import { stepFault } from '../record/policy.ts'
import { step } from '../record/steps.ts'
import * as record from '../record/store.ts'
import { whole } from '../record/whole.ts'
import { tell } from '../telling.ts'
import { hold, outcomeIn, reviews, toGiven } from './store.ts'
import { confirmYears } from './settings.ts'

/** Where the reviewers' word leads; before they spoke, to its author with a reason. */
export async function sendBack(ctx: Context, id: string, reason: string): Promise<Practice> {
  const row = await record.get(ctx.tx, id)
  const ofRound = (await reviews(ctx.tx, id).execute()).filter(one => one.round === row.round)
  const declined = row.state === 'review' && outcomeIn(ofRound) === 'decline'
  await step(ctx, id, declined ? (row.edition_id === null ? 'draft' : 'published') : 'revise', reason)
  await tell(ctx.tx, 'practice.sent-back', id, [row.author_id])
  return whole(ctx, id)
}

/** Published with the review of this round. Numbered by the database, once, however many press at once. */
export async function publish(ctx: Context, id: string): Promise<Practice> {
  await hold(ctx.tx, id).catch(() => {
    throw notFound()
  })
  const row = await record.get(ctx.tx, id)
  const given = (await reviews(ctx.tx, id).execute())
    .filter(one => one.round === row.round && one.state === 'given')
    .map(toGiven)
  if (given.length < 2) throw new DomainError('conflict', 'step-refused')
  const at = ctx.now.getTime()
  await sql`select practices.publish(${id}::uuid, ${newId(at)}::uuid, ${newId(at)}::uuid,
    ${JSON.stringify(publishedReview(given))}::jsonb, ${await nextConfirm(ctx)}::date, ${ctx.now}::timestamptz)`
    .execute(ctx.tx)
    .catch(stepFault)
  ctx.trail.touched(id, ['state'])
  await tell(ctx.tx, 'practice.published', id, [row.author_id])
  return whole(ctx, id)
}

/** Today in some years. */
async function nextConfirm(ctx: Context): Promise<string> {
  const today = localDay(ctx.now, ctx.node.info.timeZone)
  const year = Number(today.slice(0, 4)) + (await confirmYears(ctx))
  // There is no 29 February in most years.
  return `${year}${today.slice(4)}`.replace(/-02-29$/, '-02-28')
}

export async function takeBack(ctx: Context, id: string): Promise<Practice> {
  const row = await record.get(ctx.tx, id)
  if (row.author_id !== ctx.actor.account) throw new DomainError('forbidden', 'not-yours')
  await step(ctx, id, row.edition_id === null ? 'draft' : 'published')
  return whole(ctx, id)
}

export async function confirm(ctx: Context, id: string): Promise<Practice> {
  await record.get(ctx.tx, id)
  await sql`select practices.reconfirm(${id}::uuid, ${newId(ctx.now.getTime())}::uuid, ${await nextConfirm(ctx)}::date,
    ${ctx.now}::timestamptz)`
    .execute(ctx.tx)
    .catch(stepFault)
  ctx.trail.touched(id, ['confirmBy'])
  return whole(ctx, id)
}

export async function archive(ctx: Context, id: string, reason: string): Promise<Practice> {
  await record.get(ctx.tx, id)
  await step(ctx, id, 'archived', reason)
  return whole(ctx, id)
}

/** It stays readable with the reason. Who took it up is told by whoever keeps that: the event names the practice alone. */
export async function retract(ctx: Context, id: string, reason: string): Promise<Practice> {
  const row = await record.get(ctx.tx, id)
  await step(ctx, id, 'retracted', reason)
  await emit(ctx.tx, 'practices.retracted', { practiceId: id })
  if (row.author_id !== ctx.actor.account) await tell(ctx.tx, 'practice.sent-back', id, [row.author_id])
  return whole(ctx, id)
}

export async function takeOver(ctx: Context, id: string): Promise<Practice> {
  await record.get(ctx.tx, id)
  await sql`select practices.take_over(${id}::uuid, ${newId(ctx.now.getTime())}::uuid, ${ctx.now}::timestamptz)`
    .execute(ctx.tx)
    .catch(stepFault)
  ctx.trail.touched(id, ['author'])
  return whole(ctx, id)
}
