/**
 * What chair and secretariat do with a decision: put it to the members, extend, amend, adopt in the room, withdraw, take
 * up again. Every action reads the same way: lock, check, apply the rule, save, leave a step, tell everybody.
 */
import type { Parsed } from '@kerege/contract/route'
import type * as routes from '@kerege/contract/council/decisionRoutes'
import type { MultiText } from '@kerege/contract/common'
import {
  type DecisionState,
  expiryFault,
  isOver,
  isQuorate,
  mayBecome,
  missingLanguages,
  withStale,
} from '@kerege/contract/council/silence'
import { DomainError, invalid } from '@kerege/contract/errors'
import type { Topic } from '@kerege/contract/notifications/topics'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { emitToAll } from '../../platform/outbox.ts'
import { rulesOf } from './bodies.ts'
import { digestField, type FoundDecision, get, lock, record } from './decisionStore.ts'
import { languagesMissing, reminderAt, restart, textOf } from './drafting.ts'
import { isCarried, requireVoting } from './voting.ts'

/** Ids and a state only: what it says is opened, and filtered, where it lives. */
export async function tellEverybody(
  tx: Tx,
  topic: Topic & `${'decision' | 'record' | 'session'}.${string}`,
  payload: { decisionId: string; state?: string } | { documentId: string } | { sessionId: string },
): Promise<void> {
  const { rows } = await sql<{ id: string }>`select a as id from council.audience() a`.execute(tx)
  await emitToAll(
    tx,
    topic,
    rows.map(row => row.id),
    payload,
  )
}

function requireMove(row: FoundDecision, to: DecisionState) {
  if (!mayBecome(row.state as DecisionState, to)) {
    throw new DomainError('conflict', 'decision-closed', { state: row.state })
  }
}

/** Silence that has ended is not the chair's any more: the clock decides it. */
function requireRunning(ctx: Context, row: FoundDecision) {
  if (row.state !== 'silence' || row.expires_at === null) {
    throw new DomainError('conflict', 'decision-closed', { state: row.state })
  }
  if (isOver(row.expires_at, ctx.now.toISOString())) throw new DomainError('conflict', 'silence-over')
}

async function requireExpiry(ctx: Context, row: FoundDecision, expiresAt: string, before?: string) {
  const { rules } = await rulesOf(ctx.tx, row.body_id)
  const code = expiryFault(rules, ctx.now.toISOString(), expiresAt, before)
  if (code) throw invalid([{ pointer: '/expiresAt', code }])
  return rules
}

async function save(ctx: Context, row: FoundDecision, set: Record<string, unknown>) {
  await ctx.tx
    .updateTable('council.decisions')
    .set({ ...set, version: row.version + 1, updated_at: ctx.now })
    .where('id', '=', row.id)
    .execute()
}

/** @throws DomainError `languages-missing` while a text that the rules ask for is not checked */
export async function put(ctx: Context, id: string, body: Parsed<typeof routes.putDecision>['body']) {
  const row = await lock(ctx, id, body.basedOn)
  requireMove(row, body.way === 'silence' ? 'silence' : 'room')
  if (body.way === 'vote') await requireVoting(ctx, row)
  const { version, rules } = await rulesOf(ctx.tx, row.body_id)
  const state = body.way === 'silence' ? 'silence' : 'room'
  const common = { state, way: body.way, rules_version: version, put_at: ctx.now }
  if (body.way !== 'silence') {
    await save(ctx, row, { ...common, expires_at: null })
    return record(ctx, id, body.way === 'vote' ? 'put-to-vote' : 'put-in-room')
  }
  const missing = missingLanguages(row.texts as MultiText, rules.languages)
  if (missing.length > 0) throw languagesMissing(missing)
  await requireExpiry(ctx, row, body.expiresAt)
  await save(ctx, row, {
    ...common,
    expires_at: body.expiresAt,
    remind_at: reminderAt(rules.reminderHours, body.expiresAt),
  })
  await record(ctx, id, 'put-under-silence', { expiresAt: body.expiresAt })
  await tellEverybody(ctx.tx, 'decision.silence', { decisionId: id })
}

export async function extend(ctx: Context, id: string, body: Parsed<typeof routes.extendSilence>['body']) {
  const row = await lock(ctx, id, body.basedOn)
  requireRunning(ctx, row)
  const rules = await requireExpiry(ctx, row, body.expiresAt, row.expires_at ?? undefined)
  await save(ctx, row, {
    expires_at: body.expiresAt,
    remind_at: reminderAt(rules.reminderHours, body.expiresAt),
  })
  await record(ctx, id, 'extended', { expiresAt: body.expiresAt, words: body.reason })
  await tellEverybody(ctx.tx, 'decision.silence', { decisionId: id })
}

export async function amend(ctx: Context, id: string, body: Parsed<typeof routes.amendDecision>['body']) {
  const row = await lock(ctx, id, body.basedOn)
  requireRunning(ctx, row)
  const rules = await requireExpiry(ctx, row, body.expiresAt)
  const text = withStale(textOf(row), body, body.stillRight)
  const missing = missingLanguages(text.texts, rules.languages)
  if (missing.length > 0) throw languagesMissing(missing)
  await restart(ctx, row, text, body.expiresAt, body.reason)
}

/** @throws DomainError `no-quorum` where attendance was taken and too few are there */
export async function adopt(ctx: Context, id: string, basedOn: number) {
  const row = await lock(ctx, id, basedOn)
  if (row.state !== 'room') throw new DomainError('conflict', 'decision-closed', { state: row.state })
  await requireQuorum(ctx, row)
  // A vote that is lost ends the matter as a broken consensus does.
  if (row.way === 'vote' && !(await isCarried(ctx, row))) return breakIt(ctx, id, undefined)
  const { rows } = await sql<{ symbol: string | null }>`
    select council.adopt(${id}::uuid, ${ctx.now.toISOString()}::timestamptz,
      ${newId(ctx.now.getTime())}::uuid, ${ctx.requestId}) as symbol`.execute(ctx.tx)
  if (!rows[0]?.symbol) throw new DomainError('conflict', 'decision-closed', { state: row.state })
  ctx.trail.touched(id, ['state', digestField(row.digest)])
  await tellEverybody(ctx.tx, 'decision.closed', { decisionId: id, state: 'adopted' })
}

async function requireQuorum(ctx: Context, row: FoundDecision) {
  if (row.session_id === null) return
  const { rules } = await rulesOf(ctx.tx, row.body_id)
  const found = await sql<{ taken: boolean; present: number }>`
    select coalesce(sum(a.attended), 0) > 0 as taken,
           count(*) filter (where a.attended > 0 and p.classification = any (${[...rules.counted]}))::int as present
      from council.attendance(${row.session_id}::uuid) a join council.parties p on p.id = a.party_id`.execute(
    ctx.tx,
  )
  const { taken = false, present = 0 } = found.rows[0] ?? {}
  if (taken && !isQuorate(present, rules)) {
    throw new DomainError('conflict', 'no-quorum', { present, needed: rules.quorum })
  }
}

export async function withdraw(
  ctx: Context,
  id: string,
  body: Parsed<typeof routes.withdrawDecision>['body'],
) {
  const row = await lock(ctx, id, body.basedOn)
  requireMove(row, 'withdrawn')
  if (row.state === 'silence') requireRunning(ctx, row)
  await save(ctx, row, { state: 'withdrawn', closed_at: ctx.now, remind_at: null })
  await record(ctx, id, 'withdrawn', { words: body.reason })
  if (row.state !== 'draft') {
    await tellEverybody(ctx.tx, 'decision.closed', { decisionId: id, state: 'withdrawn' })
  }
}

export async function revise(ctx: Context, id: string, basedOn: number) {
  const row = await lock(ctx, id, basedOn)
  if (row.state !== 'broken') throw new DomainError('conflict', 'decision-closed', { state: row.state })
  await save(ctx, row, { state: 'draft', expires_at: null, closed_at: null, way: null })
  await record(ctx, id, 'revised')
}

/** No consensus: the first objection ends it, and everybody is told at once. @param partyId whose objection it was */
export async function breakIt(ctx: Context, id: string, partyId: string | undefined): Promise<void> {
  const row = await get(ctx.tx, id)
  await save(ctx, row, { state: 'broken', closed_at: ctx.now, remind_at: null })
  await record(ctx, id, 'broken', { partyId })
  await tellEverybody(ctx.tx, 'decision.closed', { decisionId: id, state: 'broken' })
}
