/** Offering, taking up, answering, and saying how it went. Each party acts for itself; nobody is pressed. */
import type * as routes from '@kerege/contract/council/offers/routes'
import { placesFit, type TakingState, takingMayBecome } from '@kerege/contract/council/offers/rules'
import type { Offer } from '@kerege/contract/council/offers/schema'
import { DomainError, invalid, notFound } from '@kerege/contract/errors'
import type { Parsed } from '@kerege/contract/route'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { emitToAll } from '../../../platform/outbox.ts'
import { requireVersion } from '../parties.ts'
import type { Voice } from '../voices.ts'
import { type FoundOffer, get, giver, whole } from './store.ts'
import { today } from '../../../platform/localDay.ts'

/** @throws DomainError with the hindrance as its code */
async function requireGiver(ctx: Context): Promise<Voice> {
  const { voice, hindrance } = await giver(ctx)
  if (hindrance || !voice) throw new DomainError('forbidden', hindrance ?? 'no-delegation')
  return voice
}

async function requireLinks(ctx: Context, body: Parsed<typeof routes.changeOffer>['body']) {
  if (body.sessionId) {
    const session = await ctx.tx
      .selectFrom('council.sessions')
      .select('id')
      .where('id', '=', body.sessionId)
      .executeTakeFirst()
    if (!session) throw invalid([{ pointer: '/sessionId', code: 'not-found' }])
  }
  if (body.actionIds.length === 0) return
  const found = await ctx.tx
    .selectFrom('council.actions')
    .select('id')
    .where('id', 'in', body.actionIds)
    .execute()
  const missing = body.actionIds.findIndex(id => found.every(one => one.id !== id))
  if (missing >= 0) throw invalid([{ pointer: `/actionIds/${missing}`, code: 'not-found' }])
}

const columns = (body: Parsed<typeof routes.changeOffer>['body']) => ({
  kind: body.kind,
  title: JSON.stringify(body.title),
  words: body.words ? JSON.stringify(body.words) : null,
  conditions: body.conditions ? JSON.stringify(body.conditions) : null,
  domains: body.domains,
  from_day: body.from,
  until_day: body.until,
  places: body.places ?? null,
  session_id: body.sessionId ?? null,
})

async function writeActions(ctx: Context, id: string, actionIds: readonly string[]) {
  await ctx.tx.deleteFrom('council.offer_actions').where('offer_id', '=', id).execute()
  const all = [...new Set(actionIds)]
  if (all.length === 0) return
  await ctx.tx
    .insertInto('council.offer_actions')
    .values(all.map(actionId => ({ offer_id: id, action_id: actionId })))
    .execute()
}

/** @throws DomainError `in-the-past` for an offer that is over before it begins */
export async function make(ctx: Context, body: Parsed<typeof routes.makeOffer>['body']): Promise<Offer> {
  const { party } = await requireGiver(ctx)
  if (body.until < today(ctx)) throw invalid([{ pointer: '/until', code: 'in-the-past' }])
  await requireLinks(ctx, body)
  const made = await ctx.tx
    .insertInto('council.offers')
    .values({
      id: body.id,
      party_id: party.id,
      ...columns(body),
      state: 'open',
      created_by: ctx.actor.account,
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .onConflict(conflict => conflict.column('id').doNothing())
    .executeTakeFirst()
  // Sent again: it is there already.
  if (made.numInsertedOrUpdatedRows) await writeActions(ctx, body.id, body.actionIds)
  ctx.trail.touched(body.id)
  return whole(ctx, body.id)
}

/** The offer under its lock, for whoever made it. @throws DomainError `not-yours`, `offer-withdrawn` */
async function lockMine(ctx: Context, id: string): Promise<FoundOffer> {
  const seen = await get(ctx.tx, id)
  const { party } = await requireGiver(ctx)
  if (seen.party_id !== party.id) throw new DomainError('forbidden', 'not-yours')
  await sql`select 1 from council.offers where id = ${id}::uuid for update`.execute(ctx.tx)
  const row = await get(ctx.tx, id)
  if (row.state === 'withdrawn') throw new DomainError('conflict', 'offer-withdrawn')
  return row
}

/** @throws DomainError `too-few-places` where more are confirmed already */
export async function change(
  ctx: Context,
  id: string,
  body: Parsed<typeof routes.changeOffer>['body'],
): Promise<Offer> {
  const row = await lockMine(ctx, id)
  requireVersion(ctx, row.version)
  await requireLinks(ctx, body)
  if (body.places !== undefined && body.places < row.taken) {
    throw invalid([{ pointer: '/places', code: 'too-small', params: { minimum: row.taken } }])
  }
  await ctx.tx
    .updateTable('council.offers')
    .set({ ...columns(body), version: row.version + 1, updated_at: ctx.now })
    .where('id', '=', id)
    .execute()
  await writeActions(ctx, id, body.actionIds)
  ctx.trail.touched(id, ['offer'])
  return whole(ctx, id)
}

export async function withdraw(ctx: Context, id: string, reason: string): Promise<Offer> {
  const row = await lockMine(ctx, id)
  await ctx.tx
    .updateTable('council.offers')
    .set({ state: 'withdrawn', reason, version: row.version + 1, updated_at: ctx.now })
    .where('id', '=', id)
    .execute()
  const takers = await ctx.tx
    .selectFrom('council.takings')
    .select('party_id')
    .where('offer_id', '=', id)
    .where('state', 'in', ['asked', 'confirmed'])
    .execute()
  await tell(
    ctx,
    id,
    takers.map(one => one.party_id),
  )
  ctx.trail.touched(id, ['state'])
  ctx.trail.because(reason)
  return whole(ctx, id)
}

/** Delegates who speak for these parties today hear that something has changed. */
async function tell(ctx: Context, offerId: string, parties: readonly string[]) {
  if (parties.length === 0) return
  const day = ctx.now.toISOString().slice(0, 10)
  const rows = await ctx.tx
    .selectFrom('council.delegates')
    .select('account_id')
    .distinct()
    .where('party_id', 'in', [...parties])
    .where('credentials', '=', 'accepted')
    .where('account_id', 'is not', null)
    .where('from_day', '<=', day)
    .where(eb => eb.or([eb('to_day', 'is', null), eb('to_day', '>=', day)]))
    .execute()
  await emitToAll(
    ctx.tx,
    'offer.moved',
    rows.flatMap(row => row.account_id ?? []),
    { offerId },
  )
}

/** @throws DomainError `own-offer`, `offer-closed` with its standing, `taken-already`, `no-places` */
export async function takeUp(
  ctx: Context,
  id: string,
  body: Parsed<typeof routes.takeUpOffer>['body'],
): Promise<Offer> {
  const offer = await get(ctx.tx, id)
  const { party } = await requireGiver(ctx)
  if (offer.party_id === party.id) throw new DomainError('conflict', 'own-offer')
  const { standing } = await whole(ctx, id)
  const known = await ctx.tx
    .selectFrom('council.takings')
    .select('id')
    .where('id', '=', body.id)
    .executeTakeFirst()
  if (known) return whole(ctx, id)
  if (standing !== 'open') throw new DomainError('conflict', 'offer-closed', { standing })
  if (!placesFit({ places: offer.places ?? undefined, taken: offer.taken }, body.places)) {
    const left = (offer.places ?? 0) - offer.taken
    throw invalid([{ pointer: '/places', code: 'too-big', params: { maximum: left } }])
  }
  const made = await ctx.tx
    .insertInto('council.takings')
    .values({
      id: body.id,
      offer_id: id,
      party_id: party.id,
      account_id: ctx.actor.account,
      at: ctx.now,
      words: body.words,
      places: body.places ?? null,
      state: 'asked',
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  if (!made.numInsertedOrUpdatedRows) throw new DomainError('conflict', 'taken-already')
  await tell(ctx, id, [offer.party_id])
  ctx.trail.touched(id, ['takings'])
  return whole(ctx, id)
}

async function taking(ctx: Context, id: string) {
  const row = await ctx.tx.selectFrom('council.takings').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return row
}

/** @throws DomainError `taking-state` where it stands otherwise meanwhile, `no-places` where others were confirmed first */
export async function decide(
  ctx: Context,
  takingId: string,
  body: Parsed<typeof routes.decideTaking>['body'],
): Promise<Offer> {
  const { offer_id: offerId } = await taking(ctx, takingId)
  // Under the lock of the offer: two confirmations do not share one place.
  const offer = await lockMine(ctx, offerId)
  const row = await taking(ctx, takingId)
  const to: TakingState = body.confirm ? 'confirmed' : 'declined'
  if (!takingMayBecome(row.state as TakingState, to, 'offerer')) {
    throw new DomainError('conflict', 'taking-state', { state: row.state })
  }
  if (
    body.confirm &&
    !placesFit({ places: offer.places ?? undefined, taken: offer.taken }, row.places ?? undefined)
  ) {
    throw new DomainError('conflict', 'no-places', { left: (offer.places ?? 0) - offer.taken })
  }
  await move(ctx, row, to, body.reason)
  await tell(ctx, offerId, [row.party_id])
  return whole(ctx, offerId)
}

type FoundTaking = Awaited<ReturnType<typeof taking>>

async function move(ctx: Context, row: FoundTaking, to: TakingState, reason: string | undefined) {
  const done = await ctx.tx
    .updateTable('council.takings')
    .set({
      state: to,
      reason: reason ?? null,
      decided_by: ctx.actor.account,
      decided_at: ctx.now,
      version: row.version + 1,
    })
    .where('id', '=', row.id)
    .where('version', '=', row.version)
    .executeTakeFirst()
  if (!done.numUpdatedRows) throw new DomainError('conflict', 'taking-state', { state: row.state })
  ctx.trail.touched(row.offer_id, ['takings'])
  if (reason) ctx.trail.because(reason)
}

export async function withdrawTaking(ctx: Context, takingId: string, reason: string): Promise<Offer> {
  const row = await taking(ctx, takingId)
  const { party } = await requireGiver(ctx)
  if (row.party_id !== party.id) throw new DomainError('forbidden', 'not-yours')
  if (!takingMayBecome(row.state as TakingState, 'withdrawn', 'taker')) {
    throw new DomainError('conflict', 'taking-state', { state: row.state })
  }
  await move(ctx, row, 'withdrawn', reason)
  const offer = await get(ctx.tx, row.offer_id)
  await tell(ctx, offer.id, [offer.party_id])
  return whole(ctx, offer.id)
}

/** Both sides say it, in their own words. @throws DomainError `not-yours`, `taking-state` for what was not confirmed */
export async function report(
  ctx: Context,
  takingId: string,
  body: Parsed<typeof routes.reportTaking>['body'],
): Promise<Offer> {
  const row = await taking(ctx, takingId)
  const offer = await get(ctx.tx, row.offer_id)
  const { party } = await requireGiver(ctx)
  if (party.id !== row.party_id && party.id !== offer.party_id)
    throw new DomainError('forbidden', 'not-yours')
  if (row.state !== 'confirmed') throw new DomainError('conflict', 'taking-state', { state: row.state })
  await ctx.tx
    .insertInto('council.taking_reports')
    .values({
      id: body.id,
      taking_id: takingId,
      party_id: party.id,
      account_id: ctx.actor.account,
      at: ctx.now,
      outcome: body.outcome,
      words: body.words,
    })
    .onConflict(conflict => conflict.column('id').doNothing())
    .execute()
  ctx.trail.touched(offer.id, ['reports'])
  await tell(ctx, offer.id, [party.id === offer.party_id ? row.party_id : offer.party_id])
  return whole(ctx, offer.id)
}
