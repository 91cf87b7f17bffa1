/** Who comes to a session, and who was there: a delegation registers its own, and does not attest to itself. */
import type * as routes from '@kerege/contract/council/routes'
import type { Session } from '@kerege/contract/council/schema'
import { hasBegun, type SessionState } from '@kerege/contract/council/sessions'
import { DomainError, invalid, notFound } from '@kerege/contract/errors'
import type { Parsed } from '@kerege/contract/route'
import type { Context } from '../../platform/context.ts'
import { requireVersion } from './parties.ts'
import { get, myParties, participant, whole } from './sessionStore.ts'

/** Who prepares the session registers anybody; a delegation registers its own. */
async function requireParty(ctx: Context, partyId: string) {
  if (ctx.actor.verbs.includes('council.prepare')) return
  if (!(await myParties(ctx.tx)).includes(partyId)) throw notFound()
}

export async function register(
  ctx: Context,
  id: string,
  draft: Parsed<typeof routes.registerParticipant>['body'],
): Promise<Session> {
  const row = await get(ctx.tx, id)
  await requireParty(ctx, draft.partyId)
  if (row.state === 'closed' || row.state === 'called-off') {
    throw new DomainError('conflict', 'session-state', { state: row.state })
  }
  const invited = await ctx.tx
    .selectFrom('council.invitations')
    .select('state')
    .where('session_id', '=', id)
    .where('party_id', '=', draft.partyId)
    .executeTakeFirst()
  if (!invited || invited.state === 'declined') throw invalid([{ pointer: '/partyId', code: 'not-invited' }])
  const { id: participantId, partyId, ...content } = draft
  await ctx.tx
    .insertInto('council.participants')
    .values({
      id: participantId,
      session_id: id,
      party_id: partyId,
      ...content,
      function: content.function ?? null,
    })
    .onConflict(conflict => conflict.column('id').doNothing())
    .execute()
  ctx.trail.touched(participantId)
  return whole(ctx, id)
}

/** @throws DomainError `session-state` before a session begins, or when it was called off */
async function requireBegun(ctx: Context, participantId: string) {
  const { state } = await ctx.tx
    .selectFrom('council.participants as p')
    .innerJoin('council.sessions as s', 's.id', 'p.session_id')
    .select('s.state')
    .where('p.id', '=', participantId)
    .executeTakeFirstOrThrow()
  if (!hasBegun(state as SessionState)) throw new DomainError('conflict', 'session-state', { state })
}

/** Who was there is written down by those who prepare the session: a delegation does not attest to itself. */
export async function changeParticipant(
  ctx: Context,
  id: string,
  draft: Parsed<typeof routes.changeParticipant>['body'],
) {
  const row = await participant(ctx.tx, id)
  requireVersion(ctx, row.version)
  const { attended, ...content } = draft
  if (attended !== row.attended) {
    if (!ctx.actor.verbs.includes('council.prepare')) throw new DomainError('forbidden', 'not-allowed')
    await requireBegun(ctx, id)
  }
  await ctx.tx
    .updateTable('council.participants')
    .set({
      ...content,
      function: content.function ?? null,
      attended: attended ?? null,
      attended_at: attended === undefined ? null : ctx.now,
      version: row.version + 1,
    })
    .where('id', '=', id)
    .where('version', '=', row.version)
    .execute()
  ctx.trail.touched(id, attended === row.attended ? [] : ['attended'])
  return participant(ctx.tx, id)
}

/** @throws DomainError `session-state` once the session has begun: then it is said who was not there */
export async function remove(ctx: Context, id: string): Promise<Session> {
  const row = await ctx.tx
    .selectFrom('council.participants as p')
    .innerJoin('council.sessions as s', 's.id', 'p.session_id')
    .select(['p.session_id', 's.state'])
    .where('p.id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound()
  if (hasBegun(row.state as SessionState)) {
    throw new DomainError('conflict', 'session-state', { state: row.state })
  }
  await ctx.tx.deleteFrom('council.participants').where('id', '=', id).execute()
  ctx.trail.touched(id)
  return whole(ctx, row.session_id)
}
