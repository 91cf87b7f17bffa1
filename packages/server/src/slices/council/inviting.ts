/** Whom a session is for: those who prepare it invite, and each party answers for itself. */
import type { Session } from '@kerege/contract/council/schema'
import { hasBegun, type SessionState } from '@kerege/contract/council/sessions'
import { DomainError, notFound } from '@kerege/contract/errors'
import type { Context } from '../../platform/context.ts'
import { partyNames } from './parties.ts'
import { lock, move } from './sessionActions.ts'
import { tell } from './sessionNews.ts'
import { get, myParties, whole } from './sessionStore.ts'

/** The first invitation makes a planned session an invited one. */
export async function invite(
  ctx: Context,
  id: string,
  partyId: string,
  state: 'invited' | 'confirmed' | 'declined',
): Promise<Session> {
  const row = await lock(ctx, id)
  if (!(await partyNames(ctx.tx)).has(partyId)) throw notFound()
  if (row.state === 'called-off') throw new DomainError('conflict', 'session-state', { state: row.state })
  const before = await invitationState(ctx, id, partyId)
  if (state === 'declined') await requireNobody(ctx, id, partyId)
  await ctx.tx
    .insertInto('council.invitations')
    .values({ session_id: id, party_id: partyId, state, at: ctx.now })
    .onConflict(conflict => conflict.columns(['session_id', 'party_id']).doUpdateSet({ state, at: ctx.now }))
    .execute()
  ctx.trail.touched(id, ['invitations'])
  ctx.trail.shown([partyId])
  // What is written down long after a meeting invites nobody.
  if (before === undefined && state === 'invited' && !hasBegun(row.state as SessionState)) {
    await tell(ctx, 'session.invited', [partyId], { sessionId: id })
  }
  if (row.state !== 'planned') return whole(ctx, id)
  return move({ ...ctx, basedOn: null }, id, { to: 'invited' })
}

async function invitationState(ctx: Context, id: string, partyId: string): Promise<string | undefined> {
  const row = await ctx.tx
    .selectFrom('council.invitations')
    .select('state')
    .where('session_id', '=', id)
    .where('party_id', '=', partyId)
    .executeTakeFirst()
  return row?.state
}

/** @throws DomainError `people-registered`: nobody is struck off a list by an answer about something else */
async function requireNobody(ctx: Context, id: string, partyId: string) {
  const found = await ctx.tx
    .selectFrom('council.participants')
    .select('id')
    .where('session_id', '=', id)
    .where('party_id', '=', partyId)
    .executeTakeFirst()
  if (found) throw new DomainError('conflict', 'people-registered')
}

/** A party says itself whether it comes; which one is asked before anything is told of the invitation. */
export async function answer(
  ctx: Context,
  id: string,
  partyId: string,
  state: 'confirmed' | 'declined',
): Promise<Session> {
  const row = await get(ctx.tx, id)
  if (!(await myParties(ctx.tx)).includes(partyId)) throw notFound()
  if ((await invitationState(ctx, id, partyId)) === undefined) throw notFound()
  if (row.state !== 'planned' && row.state !== 'invited') {
    throw new DomainError('conflict', 'session-state', { state: row.state })
  }
  if (state === 'declined') await requireNobody(ctx, id, partyId)
  await ctx.tx
    .updateTable('council.invitations')
    .set({ state, at: ctx.now })
    .where('session_id', '=', id)
    .where('party_id', '=', partyId)
    .where('state', '<>', state)
    .execute()
  ctx.trail.touched(id, ['invitations'])
  ctx.trail.shown([partyId])
  return whole(ctx, id)
}
