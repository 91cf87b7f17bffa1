/** The list of speakers: who asks, who waits, who has the floor. What everybody sees is one and the same for all. */
import type * as routes from '@kerege/contract/council/agendaRoutes'
import { Floor, type FloorEntry, type FloorOfMine, inOrder } from '@kerege/contract/council/floor'
import { voiceHindrance } from '@kerege/contract/council/silence'
import { DomainError, invalid, notFound } from '@kerege/contract/errors'
import type { Parsed } from '@kerege/contract/route'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/database.ts'
import { partyNames } from './parties.ts'
import { get } from './sessionStore.ts'
import { voiceOf } from './voices.ts'

const closed = (now: string): Floor => ({
  version: 0,
  now,
  open: false,
  seconds: 180,
  waiting: [],
  spoken: [],
})

/** For a request, or for nobody: the function itself says to whom it answers. */
export async function stateOf(tx: Tx, sessionId: string, now: string): Promise<Floor> {
  const { rows } = await sql<{ state: Record<string, unknown> | null }>`
    select council.floor_state(${sessionId}::uuid) as state`.execute(tx)
  const state = rows[0]?.state
  if (!state) return closed(now)
  const entries = (state.entries as Record<string, unknown>[]).map(
    entry =>
      withoutNulls({
        ...entry,
        askedAt: instant(entry.askedAt),
        startedAt: instant(entry.startedAt),
      }) as FloorEntry,
  )
  return Floor.parse(
    withoutNulls({
      ...state,
      entries: undefined,
      now,
      speaking: entries.find(one => one.state === 'speaking'),
      waiting: inOrder(entries.filter(one => one.state === 'waiting')),
      spoken: entries.filter(one => one.state === 'spoken'),
    }),
  )
}

const instant = (value: unknown) => (typeof value === 'string' ? new Date(value).toISOString() : undefined)
const withoutNulls = (value: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== null && one !== undefined))

export async function read(ctx: Context, sessionId: string): Promise<FloorOfMine> {
  await get(ctx.tx, sessionId)
  const voice = await voiceOf(ctx)
  const speaks = voice && voiceHindrance(voice.standing, ctx.now.toISOString().slice(0, 10)) === null
  ctx.trail.shown([sessionId])
  return {
    ...(await stateOf(ctx.tx, sessionId, ctx.now.toISOString())),
    ...(speaks && ctx.actor.verbs.includes('council.speak') ? { mine: voice.party } : {}),
  }
}

export async function set(ctx: Context, sessionId: string, body: Parsed<typeof routes.setFloor>['body']) {
  const session = await get(ctx.tx, sessionId)
  if (session.state === 'closed' || session.state === 'called-off') {
    throw new DomainError('conflict', 'session-state', { state: session.state })
  }
  if (body.itemId) {
    const item = await ctx.tx
      .selectFrom('council.agenda_items')
      .select('id')
      .where('id', '=', body.itemId)
      .where('session_id', '=', sessionId)
      .executeTakeFirst()
    if (!item) throw invalid([{ pointer: '/itemId', code: 'not-found' }])
  }
  const fresh = {
    open: body.open,
    seconds: body.seconds,
    item_id: body.itemId ?? null,
    channel_note: body.channelNote ?? null,
  }
  await ctx.tx
    .insertInto('council.floors')
    .values({ session_id: sessionId, ...fresh })
    .onConflict(conflict =>
      conflict.column('session_id').doUpdateSet({ ...fresh, version: sql`council.floors.version + 1` }),
    )
    .execute()
  ctx.trail.touched(sessionId, ['floor'])
  return read(ctx, sessionId)
}

async function requireOpen(ctx: Context, sessionId: string) {
  await get(ctx.tx, sessionId)
  const floor = await ctx.tx
    .selectFrom('council.floors')
    .select('open')
    .where('session_id', '=', sessionId)
    .executeTakeFirst()
  if (!floor?.open) throw new DomainError('conflict', 'floor-closed')
}

/** For the own party, or written down by who prepares the session. @throws DomainError `floor-closed`, `floor-asked` */
export async function ask(ctx: Context, sessionId: string, body: Parsed<typeof routes.askFloor>['body']) {
  await requireOpen(ctx, sessionId)
  const partyId = await speaksFor(ctx, body.partyId)
  const made = await ctx.tx
    .insertInto('council.floor_entries')
    .values({
      id: body.id,
      session_id: sessionId,
      party_id: partyId,
      account_id: ctx.actor.account,
      kind: body.kind,
      state: 'waiting',
      asked_at: ctx.now,
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  if (!made.numInsertedOrUpdatedRows) {
    const same = await ctx.tx
      .selectFrom('council.floor_entries')
      .select('party_id')
      .where('id', '=', body.id)
      .executeTakeFirst()
    // The same command again is answered; another wish while one waits is not.
    if (same?.party_id !== partyId) throw new DomainError('conflict', 'floor-asked')
  }
  ctx.trail.touched(sessionId, ['floor'])
  ctx.trail.shown([partyId])
  return read(ctx, sessionId)
}

async function speaksFor(ctx: Context, wanted: string | undefined): Promise<string> {
  if (wanted && ctx.actor.verbs.includes('council.prepare')) {
    if (!(await partyNames(ctx.tx)).has(wanted)) throw invalid([{ pointer: '/partyId', code: 'not-found' }])
    return wanted
  }
  const voice = await voiceOf(ctx)
  const code = voiceHindrance(voice?.standing, ctx.now.toISOString().slice(0, 10))
  if (code || !voice) throw new DomainError('forbidden', code ?? 'no-delegation')
  if (wanted && wanted !== voice.party.id) throw invalid([{ pointer: '/partyId', code: 'not-found' }])
  return voice.party.id
}

export async function leave(ctx: Context, sessionId: string, entryId: string) {
  await get(ctx.tx, sessionId)
  const entry = await ctx.tx
    .selectFrom('council.floor_entries')
    .select(['party_id', 'state'])
    .where('id', '=', entryId)
    .where('session_id', '=', sessionId)
    .executeTakeFirst()
  const own =
    ctx.actor.verbs.includes('council.prepare') || (await voiceOf(ctx))?.party.id === entry?.party_id
  if (!entry || !own) throw notFound()
  await ctx.tx
    .updateTable('council.floor_entries')
    .set({ state: 'withdrawn', ended_at: ctx.now })
    .where('id', '=', entryId)
    .where('state', '=', 'waiting')
    .execute()
  ctx.trail.touched(sessionId, ['floor'])
  return read(ctx, sessionId)
}

/** @throws DomainError `stale-version` when the list moved since the chair looked: nobody is passed over by a double click */
export async function next(ctx: Context, sessionId: string, version: number) {
  await get(ctx.tx, sessionId)
  await sql`select 1 from council.floors where session_id = ${sessionId}::uuid for update`.execute(ctx.tx)
  const floor = await stateOf(ctx.tx, sessionId, ctx.now.toISOString())
  if (floor.version !== version)
    throw new DomainError('conflict', 'stale-version', { version: floor.version })
  if (floor.speaking) await become(ctx, floor.speaking.id, { state: 'spoken', ended_at: ctx.now })
  const [following] = floor.waiting
  if (following) await become(ctx, following.id, { state: 'speaking', started_at: ctx.now })
  ctx.trail.touched(sessionId, ['floor'])
  return read(ctx, sessionId)
}

const become = (ctx: Context, id: string, set: { state: string; started_at?: Date; ended_at?: Date }) =>
  ctx.tx.updateTable('council.floor_entries').set(set).where('id', '=', id).execute()
