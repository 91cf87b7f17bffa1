/** Planning a session and what becomes of it. Every action reads the same way: lock, check, apply the rule, save, leave a trail. */
import type { Parsed } from '@kerege/contract/route'
import type * as routes from '@kerege/contract/council/routes'
import type { ChangeSession, Session } from '@kerege/contract/council/schema'
import { sessionMayBecome, type SessionState } from '@kerege/contract/council/sessions'
import { numbered } from '@kerege/contract/council/symbols'
import { DomainError, invalid } from '@kerege/contract/errors'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { localDay } from '../../platform/localDay.ts'
import { get as getBody, rulesOf } from './bodies.ts'
import { partyNames, requireVersion } from './parties.ts'
import { spelled } from './planNames.ts'
import { tellInvited } from './sessionNews.ts'
import { type FoundSession, get, whole } from './sessionStore.ts'

/** Days follow from the times where these are known: one truth, not two. */
function days(ctx: Context, draft: ChangeSession) {
  const day = (at: string) => localDay(new Date(at), ctx.node.info.timeZone)
  const from = draft.startsAt ? day(draft.startsAt) : (draft.from ?? null)
  const to = draft.endsAt ? day(draft.endsAt) : (draft.to ?? null)
  return { from_day: from, to_day: to === from ? null : to, sorts_on: from ?? '2199-12-31' }
}

async function columns(ctx: Context, draft: ChangeSession) {
  if (draft.startsAt && draft.endsAt && draft.endsAt <= draft.startsAt) {
    throw invalid([{ pointer: '/endsAt', code: 'period-reversed' }])
  }
  if (draft.endsAt && !draft.startsAt) throw invalid([{ pointer: '/startsAt', code: 'required' }])
  const when = days(ctx, draft)
  if (when.to_day && (!when.from_day || when.to_day < when.from_day)) {
    throw invalid([{ pointer: '/to', code: 'period-reversed' }])
  }
  if (draft.bodyId) await getBody(ctx.tx, draft.bodyId)
  if (draft.hostId && !(await partyNames(ctx.tx)).has(draft.hostId)) {
    throw invalid([{ pointer: '/hostId', code: 'not-found' }])
  }
  return {
    body_id: draft.bodyId ?? null,
    kind: draft.kind,
    title: JSON.stringify(draft.title),
    format: draft.format,
    ...when,
    starts_at: draft.startsAt ?? null,
    ends_at: draft.endsAt ?? null,
    host_id: draft.hostId ?? null,
    city: draft.city ?? null,
    country: draft.country ?? null,
    venue: draft.venue ?? null,
    organisers: draft.organisers ?? null,
    summary: draft.summary ? JSON.stringify(draft.summary) : null,
    practical_note: draft.practicalNote ? JSON.stringify(draft.practicalNote) : null,
    external_plan: await spelled(ctx.tx, draft.externalPlan),
    is_public: draft.public,
    updated_at: ctx.now,
  }
}

export async function plan(ctx: Context, draft: Parsed<typeof routes.planSession>['body']): Promise<Session> {
  const made = await ctx.tx
    .insertInto('council.sessions')
    .values({ id: draft.id, ...(await columns(ctx, draft)), state: 'planned', created_at: ctx.now })
    .onConflict(conflict => conflict.column('id').doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows) await record(ctx, draft.id, null, 'planned', undefined)
  ctx.trail.touched(draft.id)
  return whole(ctx, draft.id)
}

export async function lock(ctx: Context, id: string): Promise<FoundSession> {
  await sql`select 1 from council.sessions where id = ${id}::uuid for update`.execute(ctx.tx)
  const row = await get(ctx.tx, id)
  requireVersion(ctx, row.version)
  return row
}

export async function change(ctx: Context, id: string, draft: ChangeSession): Promise<Session> {
  const row = await lock(ctx, id)
  const fresh = await columns(ctx, draft)
  if (row.symbol !== null && row.body_id !== fresh.body_id) {
    throw invalid([{ pointer: '/bodyId', code: 'symbol-given' }])
  }
  // A day that a source gives no closer than its month stays so, until somebody writes a day.
  const month = fresh.from_day === null ? row.month : null
  await ctx.tx
    .updateTable('council.sessions')
    .set({
      ...fresh,
      month,
      ...(month === null ? {} : { sorts_on: `${month}-01` }),
      version: row.version + 1,
    })
    .where('id', '=', id)
    .execute()
  ctx.trail.touched(id, ['facts'])
  if (isElsewhere(row, fresh)) await tellInvited(ctx, id, 'changed')
  return whole(ctx, id)
}

/** Whoever booked a journey has to know. */
const isElsewhere = (row: FoundSession, fresh: Awaited<ReturnType<typeof columns>>): boolean =>
  row.from_day !== fresh.from_day ||
  row.to_day !== fresh.to_day ||
  momentOf(row.starts_at) !== momentOf(fresh.starts_at) ||
  row.city !== fresh.city ||
  row.country !== fresh.country ||
  row.venue !== fresh.venue ||
  row.format !== fresh.format
const momentOf = (at: string | null) => (at === null ? null : Date.parse(at))

export async function move(
  ctx: Context,
  id: string,
  { to, reason }: Parsed<typeof routes.moveSession>['body'],
): Promise<Session> {
  const row = await lock(ctx, id)
  const from = row.state as SessionState
  // Said twice is said once.
  if (from === to) return whole(ctx, id)
  if (!sessionMayBecome(from, to)) throw new DomainError('conflict', 'session-state', { state: from })
  if ((to === 'called-off' || from === 'called-off') && !reason) {
    throw invalid([{ pointer: '/reason', code: 'required' }])
  }
  await ctx.tx
    .updateTable('council.sessions')
    .set({ state: to, version: row.version + 1, updated_at: ctx.now })
    .where('id', '=', id)
    .execute()
  await record(ctx, id, from, to, reason)
  if (to === 'called-off' || from === 'called-off') await tellInvited(ctx, id, to)
  ctx.trail.touched(id, ['state'])
  if (reason) ctx.trail.because(reason)
  return whole(ctx, id)
}

const record = (
  ctx: Context,
  id: string,
  from: SessionState | null,
  to: SessionState,
  reason: string | undefined,
) =>
  ctx.tx
    .insertInto('council.session_steps')
    .values({
      id: newId(ctx.now.getTime()),
      session_id: id,
      at: ctx.now,
      account_id: ctx.actor.account,
      from_state: from,
      to_state: to,
      reason: reason ?? null,
    })
    .execute()

/**
 * Sessions of a body count on over the years. The number may be said, since meetings held before this register had
 * theirs already; without one it is the next.
 * @throws DomainError `symbol-given` when it has one, `symbol-taken` when another has it
 */
export async function giveSymbol(ctx: Context, id: string, wanted: number | undefined): Promise<Session> {
  const row = await lock(ctx, id)
  if (row.symbol !== null) throw new DomainError('conflict', 'symbol-given', { symbol: row.symbol })
  if (row.body_id === null) throw new DomainError('conflict', 'symbol-of-no-body')
  if (row.from_day === null) throw new DomainError('conflict', 'symbol-without-day')
  const { rules } = await rulesOf(ctx.tx, row.body_id)
  const number = await sql<{ n: number | null }>`
    select council.session_number(${row.body_id}::uuid, ${wanted ?? null}::int) as n`.execute(ctx.tx)
  const n = number.rows[0]?.n ?? null
  const symbol = n === null ? '' : numbered(rules.sessionPattern, Number(row.from_day.slice(0, 4)), n)
  const taken =
    n === null ||
    (await ctx.tx.selectFrom('council.sessions').select('id').where('symbol', '=', symbol).executeTakeFirst())
  if (taken) throw new DomainError('conflict', 'symbol-taken')
  await ctx.tx
    .updateTable('council.sessions')
    .set({ symbol, version: row.version + 1, updated_at: ctx.now })
    .where('id', '=', id)
    .execute()
  ctx.trail.touched(id, ['symbol'])
  return whole(ctx, id)
}

export async function addReport(
  ctx: Context,
  id: string,
  draft: Parsed<typeof routes.addReport>['body'],
): Promise<Session> {
  const row = await lock(ctx, id)
  const { max } = await ctx.tx
    .selectFrom('council.session_reports')
    .select(eb => eb.fn.max('ordinal').as('max'))
    .where('session_id', '=', id)
    .executeTakeFirstOrThrow()
  await ctx.tx
    .insertInto('council.session_reports')
    .values({
      id: draft.id,
      session_id: id,
      ordinal: (max ?? -1) + 1,
      source: draft.source,
      source_url: draft.sourceUrl ?? null,
      title: draft.title ?? null,
      number_said: draft.numberSaid ?? null,
      participants: draft.participants ?? null,
      dates: draft.dates ?? null,
      note: draft.note ?? null,
    })
    .onConflict(conflict => conflict.column('id').doNothing())
    .execute()
  ctx.trail.touched(row.id, ['reports'])
  return whole(ctx, id)
}
