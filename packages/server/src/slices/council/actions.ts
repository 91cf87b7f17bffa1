/** Actions: made from a decision, reported by their owner, carried from session to session until they are done or dropped. */
import type { MultiText } from '@kerege/contract/common'
import type * as routes from '@kerege/contract/council/actionRoutes'
import {
  type Action,
  type ActionFilter,
  actionMayBecome,
  type ActionRow,
  type ActionState,
  isLate,
} from '@kerege/contract/council/actions'
import { voiceHindrance } from '@kerege/contract/council/silence'
import { DomainError, invalid, notFound } from '@kerege/contract/errors'
import type { Parsed } from '@kerege/contract/route'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { openCursor, pageOf } from '../../platform/cursor.ts'
import type { Tx } from '../../platform/database.ts'
import { today } from '../../platform/localDay.ts'
import { partyNames } from './parties.ts'
import { namesOf, spelled } from './planNames.ts'
import { voiceOf } from './voices.ts'

const selected = (tx: Tx) =>
  tx
    .selectFrom('council.actions as a')
    .leftJoin('council.bodies as b', 'b.id', 'a.body_id')
    .leftJoin('council.decisions as d', 'd.id', 'a.decision_id')
    .leftJoin('council.decision_texts as x', join =>
      join.onRef('x.decision_id', '=', 'd.id').onRef('x.number', '=', 'd.text_number'),
    )
    .selectAll('a')
    .select([
      'b.code as body_code',
      'b.name as body_name',
      'd.symbol',
      'x.title as decision_title',
      sql<number>`(select count(distinct r.session_id) from council.action_reports r where r.action_id = a.id)`.as(
        'seen',
      ),
    ])
type Found = Awaited<ReturnType<ReturnType<typeof selected>['executeTakeFirstOrThrow']>>
type Names = Awaited<ReturnType<typeof partyNames>>

function toRow(ctx: Context, row: Found, names: Names): ActionRow {
  const party = row.owner_id === null ? undefined : names.get(row.owner_id)
  const state = row.state as ActionState
  return {
    id: row.id,
    version: row.version,
    title: row.title as MultiText,
    ...(party ? { party } : {}),
    ...(row.body_id === null
      ? {}
      : { body: { id: row.body_id, code: row.body_code ?? '', name: row.body_name as MultiText } }),
    due: row.due,
    state,
    late: isLate({ state, due: row.due }, today(ctx)),
    seen: Number(row.seen),
    ...(row.decision_id === null || row.decision_title === null
      ? {}
      : {
          decision: {
            id: row.decision_id,
            title: row.decision_title as MultiText,
            ...(row.symbol === null ? {} : { symbol: row.symbol }),
          },
        }),
  }
}

export async function list(ctx: Context, filter: ActionFilter) {
  const after = openCursor(ctx.node.keys.cursors, 'actions', filter.cursor)
  let query = selected(ctx.tx)
  if (filter.state) query = query.where('a.state', '=', filter.state)
  if (filter.decisionId) query = query.where('a.decision_id', '=', filter.decisionId)
  if (filter.plan) {
    const names = await namesOf(ctx.tx, filter.plan)
    query = query.where(sql<boolean>`a.external_plan = any (${names}::text[])`)
  }
  if (filter.late) query = query.where('a.state', 'in', ['open', 'under-way']).where('a.due', '<', today(ctx))
  if (filter.mine) query = query.where('a.owner_id', '=', await ownParty(ctx))
  if (after) query = query.where(sql<boolean>`(a.due, a.id) > (${after[0]}::date, ${after[1]}::uuid)`)
  const found = await query
    .orderBy('a.due')
    .orderBy('a.id')
    .limit(filter.limit + 1)
    .execute()
  const { shown, next } = pageOf(ctx.node.keys.cursors, 'actions', { found, limit: filter.limit }, last => [
    last.due,
    last.id,
  ])
  const names = await partyNames(ctx.tx)
  ctx.trail.shown(shown.map(row => row.id))
  return {
    rows: shown.map(row => toRow(ctx, row, names)),
    ...next,
  }
}

/** What is promised by decisions of a body, or to it; what belongs to no decision concerns every one of them. */
export async function ofBody(ctx: Context, bodyId: string): Promise<ActionRow[]> {
  const rows = await selected(ctx.tx)
    .where(sql<boolean>`(d.body_id = ${bodyId}::uuid or a.body_id = ${bodyId}::uuid or d.id is null)`)
    .where('a.state', '<>', 'dropped')
    .orderBy('a.due')
    .orderBy('a.id')
    .limit(500)
    .execute()
  const names = await partyNames(ctx.tx)
  return rows.map(row => toRow(ctx, row, names))
}

/** What serves a plan of others, under any of its names; what was dropped serves none. */
export async function ofPlan(ctx: Context, plans: readonly string[]): Promise<ActionRow[]> {
  const rows = await selected(ctx.tx)
    .where('a.external_plan', 'in', [...plans])
    .where('a.state', '<>', 'dropped')
    .orderBy('a.due')
    .orderBy('a.id')
    .limit(500)
    .execute()
  const names = await partyNames(ctx.tx)
  return rows.map(row => toRow(ctx, row, names))
}

export const count = (ctx: Context) =>
  ctx.tx
    .selectFrom('council.actions')
    .select(eb => eb.fn.countAll<number>().as('late'))
    .where('state', 'in', ['open', 'under-way'])
    .where('due', '<', today(ctx))
    .executeTakeFirstOrThrow()

async function get(tx: Tx, id: string): Promise<Found> {
  const row = await selected(tx).where('a.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return row
}

/** The owner through a running delegation, or whoever prepares the Council's work and writes it down. */
async function mayReport(ctx: Context, row: Found): Promise<boolean> {
  if (ctx.actor.verbs.includes('council.prepare')) return true
  return row.owner_id !== null && row.owner_id === (await ownParty(ctx))
}

/** Whose promises the reader reports on, through a delegation that runs today. */
async function ownParty(ctx: Context): Promise<string | null> {
  if (!ctx.actor.verbs.includes('council.speak')) return null
  const voice = await voiceOf(ctx)
  const runs = voiceHindrance(voice?.standing, ctx.now.toISOString().slice(0, 10)) === null
  return runs ? (voice?.party.id ?? null) : null
}

export async function whole(ctx: Context, id: string): Promise<Action> {
  const row = await get(ctx.tx, id)
  const names = await partyNames(ctx.tx)
  const linked = await ctx.tx
    .selectFrom('council.actions')
    .select(['id', 'title', 'carries_on'])
    .where(eb => eb.or([eb('carries_on', '=', id), eb('id', '=', row.carries_on)]))
    .execute()
  const before = linked.find(one => one.id === row.carries_on)
  ctx.trail.shown([id])
  return {
    ...toRow(ctx, row, names),
    ...(row.measure === null ? {} : { measure: row.measure as MultiText }),
    ...(row.external_plan === null ? {} : { externalPlan: row.external_plan }),
    ...(before ? { carriesOn: { id: before.id, title: before.title as MultiText } } : {}),
    carriedOnBy: linked
      .filter(one => one.carries_on === id)
      .map(one => ({ id: one.id, title: one.title as MultiText })),
    reports: await reportsOf(ctx, id, names),
    mayReport: await mayReport(ctx, row),
  }
}

async function reportsOf(ctx: Context, id: string, names: Names): Promise<Action['reports']> {
  const rows = await ctx.tx
    .selectFrom('council.action_reports as r')
    .innerJoin('access.accounts as a', 'a.id', 'r.account_id')
    .leftJoin('council.sessions as s', 's.id', 'r.session_id')
    .selectAll('r')
    .select(['a.name', 's.title as session_title'])
    .where('r.action_id', '=', id)
    .orderBy('r.at', 'desc')
    .orderBy('r.id', 'desc')
    .execute()
  return rows.map(row => {
    const party = row.party_id === null ? undefined : names.get(row.party_id)
    return {
      id: row.id,
      at: row.at,
      by: row.name,
      ...(party ? { party } : {}),
      state: row.state as ActionState,
      ...(row.session_id === null || row.session_title === null
        ? {}
        : { session: { id: row.session_id, title: row.session_title as MultiText } }),
      words: row.words,
      ...(row.evidence === null ? {} : { evidence: row.evidence }),
    }
  })
}

async function requireThere(
  ctx: Context,
  table: 'council.decisions' | 'council.sessions' | 'council.parties' | 'council.bodies' | 'council.actions',
  id: string | undefined,
  pointer: string,
) {
  if (!id) return
  const found = await ctx.tx.selectFrom(table).select('id').where('id', '=', id).executeTakeFirst()
  if (!found) throw invalid([{ pointer, code: 'not-found' }])
}

export async function make(ctx: Context, body: Parsed<typeof routes.makeAction>['body']): Promise<Action> {
  await requireThere(ctx, 'council.decisions', body.decisionId, '/decisionId')
  await requireThere(ctx, 'council.actions', body.carriesOn, '/carriesOn')
  await requireThere(ctx, 'council.parties', body.ownerId, '/ownerId')
  await requireThere(ctx, 'council.bodies', body.bodyId, '/bodyId')
  await ctx.tx
    .insertInto('council.actions')
    .values({
      id: body.id,
      decision_id: body.decisionId ?? null,
      carries_on: body.carriesOn ?? null,
      owner_id: body.ownerId ?? null,
      body_id: body.bodyId ?? null,
      title: JSON.stringify(body.title),
      measure: body.measure ? JSON.stringify(body.measure) : null,
      external_plan: await spelled(ctx.tx, body.externalPlan),
      due: body.due,
      state: 'open',
      created_by: ctx.actor.account,
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .onConflict(conflict => conflict.column('id').doNothing())
    .execute()
  ctx.trail.touched(body.id)
  return whole(ctx, body.id)
}

/** @throws DomainError `not-yours` for who is not its owner, `action-state` for a state that does not follow */
export async function report(
  ctx: Context,
  id: string,
  body: Parsed<typeof routes.reportAction>['body'],
): Promise<Action> {
  const seen = await get(ctx.tx, id)
  if (!(await mayReport(ctx, seen))) throw new DomainError('forbidden', 'not-yours')
  await requireThere(ctx, 'council.sessions', body.sessionId, '/sessionId')
  await sql`select 1 from council.actions where id = ${id}::uuid for update`.execute(ctx.tx)
  const row = await get(ctx.tx, id)
  const known = await ctx.tx
    .selectFrom('council.action_reports')
    .select('id')
    .where('id', '=', body.id)
    .executeTakeFirst()
  // Sent again: it is written already.
  if (known) return whole(ctx, id)
  if (!actionMayBecome(row.state as ActionState, body.state)) {
    throw new DomainError('conflict', 'action-state', { state: row.state })
  }
  await ctx.tx
    .insertInto('council.action_reports')
    .values({
      id: body.id,
      action_id: id,
      at: ctx.now,
      account_id: ctx.actor.account,
      party_id: row.owner_id,
      state: body.state,
      session_id: body.sessionId ?? null,
      words: body.words,
      evidence: body.evidence ?? null,
    })
    .execute()
  await ctx.tx
    .updateTable('council.actions')
    .set({ state: body.state, version: row.version + 1, updated_at: ctx.now })
    .where('id', '=', id)
    .execute()
  ctx.trail.touched(id, ['state'])
  return whole(ctx, id)
}
