/** Decisions in SQL: the list, one decision as the reader may see it, texts with their digest, steps. */
import { createHash } from 'node:crypto'
import { languages, type MultiText } from '@kerege/contract/common'
import type { Decision, DecisionFilter, DecisionRow, DecisionStep } from '@kerege/contract/council/decisions'
import {
  type DecisionState,
  earliestExpiry,
  missingLanguages,
  objectionHindrance,
  type StepKind,
} from '@kerege/contract/council/silence'
import { tally, votesOn } from '@kerege/contract/council/voting'
import { DomainError, notFound } from '@kerege/contract/errors'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { openCursor, pageOf } from '../../platform/cursor.ts'
import type { Tx } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { rulesOf } from './bodies.ts'
import { capitalTimes } from '../../platform/capitalTimes.ts'
import { partyNames } from './parties.ts'
import { voiceOf } from './voices.ts'
import { whenceOf } from './whence.ts'

/** As lists read them: the whole texts in all languages stay where they are. */
export const listed = (tx: Tx) =>
  tx
    .selectFrom('council.decisions as d')
    .innerJoin('council.bodies as b', 'b.id', 'd.body_id')
    .innerJoin('council.decision_texts as x', join =>
      join.onRef('x.decision_id', '=', 'd.id').onRef('x.number', '=', 'd.text_number'),
    )
    .leftJoin('council.sessions as s', 's.id', 'd.session_id')
    .selectAll('d')
    .select([
      'b.code as body_code',
      'b.name as body_name',
      's.title as session_title',
      's.symbol as session_symbol',
      'x.title',
    ])
type ListedDecision = Awaited<ReturnType<ReturnType<typeof listed>['executeTakeFirstOrThrow']>>
export const selected = (tx: Tx) => listed(tx).select(['x.texts', 'x.digest', 'x.at as text_at'])
export type FoundDecision = Awaited<ReturnType<ReturnType<typeof selected>['executeTakeFirstOrThrow']>>

export async function list(ctx: Context, filter: DecisionFilter) {
  const after = openCursor(ctx.node.keys.cursors, 'decisions', filter.cursor)
  let query = listed(ctx.tx)
  if (filter.state) query = query.where('d.state', '=', filter.state)
  if (filter.sessionId) query = query.where('d.session_id', '=', filter.sessionId)
  if (after)
    query = query.where(sql<boolean>`(d.updated_at, d.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
  const found = await query
    .orderBy('d.updated_at', 'desc')
    .orderBy('d.id', 'desc')
    .limit(filter.limit + 1)
    .execute()
  const { shown, next } = pageOf(ctx.node.keys.cursors, 'decisions', { found, limit: filter.limit }, last => [
    last.updated_at,
    last.id,
  ])
  ctx.trail.shown(shown.map(row => row.id))
  return {
    rows: shown.map(toRow),
    ...next,
  }
}

export async function count(ctx: Context) {
  return ctx.tx
    .selectFrom('council.decisions')
    .select(eb => [
      eb.fn.countAll<number>().filterWhere('state', '=', 'silence').as('silence'),
      eb.fn.countAll<number>().filterWhere('state', '=', 'room').as('room'),
    ])
    .executeTakeFirstOrThrow()
}

export const toRow = (row: ListedDecision): DecisionRow => ({
  id: row.id,
  version: row.version,
  ...whenceOf(row),
  title: row.title as MultiText,
  state: row.state as DecisionState,
  ...(row.way === null ? {} : { way: row.way as 'room' | 'silence' | 'vote' }),
  ...(row.symbol === null ? {} : { symbol: row.symbol }),
  ...(row.expires_at === null ? {} : { expiresAt: row.expires_at }),
  ...(row.closed_at === null ? {} : { closedAt: row.closed_at }),
  restricted: row.restricted,
  updatedAt: row.updated_at,
})

/** @throws DomainError `not-found`, for what is still a draft of others and for none alike */
export async function get(tx: Tx, id: string): Promise<FoundDecision> {
  const row = await selected(tx).where('d.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return row
}

/**
 * Locks the decision for this transaction: of two chairs, or of an objection and the clock, the second one waits
 * and then sees what the first one did.
 * @throws DomainError `stale-version` when it was changed since it was read
 */
export async function lock(ctx: Context, id: string, basedOn: number | null): Promise<FoundDecision> {
  await get(ctx.tx, id)
  await sql`select 1 from council.decisions where id = ${id}::uuid for update`.execute(ctx.tx)
  const row = await get(ctx.tx, id)
  if (basedOn !== null && row.version !== basedOn) {
    throw new DomainError('conflict', 'stale-version', { version: row.version, state: row.state })
  }
  return row
}

export async function whole(ctx: Context, id: string): Promise<Decision> {
  const row = await get(ctx.tx, id)
  const { rules } = await rulesOf(ctx.tx, row.body_id)
  const now = ctx.now.toISOString()
  const names = await partyNames(ctx.tx)
  const voice = await voiceOf(ctx)
  const state = row.state as DecisionState
  const open = state === 'silence' && row.expires_at !== null
  const hindrance = ctx.actor.verbs.includes('council.speak')
    ? objectionHindrance({ state, expiresAt: row.expires_at ?? undefined }, voice?.standing, rules, now)
    : 'no-delegation'
  const versions = await ctx.tx
    .selectFrom('council.decision_texts as x')
    .innerJoin('access.accounts as a', 'a.id', 'x.account_id')
    .select(['x.number', 'x.at', 'a.name'])
    .where('x.decision_id', '=', id)
    .orderBy('x.number', 'desc')
    .execute()
  ctx.trail.shown([id])
  const steps = await stepsOf(ctx.tx, id, names)
  const votes = votesOn(
    steps.map(step => ({ kind: step.kind, text: step.text, partyId: step.party?.id })),
    row.text_number,
  )
  const own = row.way === 'vote' && voice ? votes.get(voice.party.id) : undefined
  return {
    ...toRow(row),
    now,
    text: {
      number: row.text_number,
      title: row.title as MultiText,
      texts: row.texts as MultiText,
      digest: row.digest.toString('hex'),
      at: row.text_at,
    },
    versions: versions.map(one => ({ number: one.number, at: one.at, by: one.name })),
    ...(row.put_at === null ? {} : { putAt: row.put_at }),
    expires: open && row.expires_at ? capitalTimes(row.expires_at) : [],
    required: rules.languages,
    missing: missingLanguages(row.texts as MultiText, rules.languages),
    earliest: earliestExpiry(rules, now),
    steps,
    counted: [...names.values()].filter(one => rules.counted.includes(one.classification)),
    voting: rules.voting,
    ...(row.way === 'vote' ? { tally: tally(votes) } : {}),
    mine: {
      ...(voice ? { party: voice.party } : {}),
      ...(hindrance === null ? {} : { hindrance }),
      ...(own ? { vote: own } : {}),
    },
  }
}

async function stepsOf(
  tx: Tx,
  id: string,
  names: Awaited<ReturnType<typeof partyNames>>,
): Promise<DecisionStep[]> {
  const rows = await tx
    .selectFrom('council.decision_steps as s')
    .leftJoin('access.accounts as a', 'a.id', 's.account_id')
    .select(['s.id', 's.kind', 's.at', 'a.name', 's.party_id', 's.text_number', 's.expires_at', 's.words'])
    .where('s.decision_id', '=', id)
    .orderBy('s.ordinal')
    .execute()
  return rows.map(row => {
    const party = row.party_id === null ? undefined : names.get(row.party_id)
    return {
      id: row.id,
      kind: row.kind as StepKind,
      at: row.at,
      ...(row.name === null ? {} : { by: row.name }),
      ...(party ? { party } : {}),
      text: row.text_number,
      ...(row.expires_at === null ? {} : { expiresAt: row.expires_at }),
      ...(row.words === null ? {} : { words: row.words }),
    }
  })
}

/** What both sides of a receipt hash: languages in one order, words and states as they stand. */
export function textDigest(text: { number: number; title: MultiText; texts: MultiText }): Buffer {
  const side = (map: MultiText) =>
    languages.flatMap(language => {
      const one = map[language]
      return one ? [[language, one.text, one.state]] : []
    })
  const canonical = JSON.stringify([text.number, side(text.title), side(text.texts)])
  return createHash('sha256').update(canonical).digest()
}

/** The name of a field in the log that commits to the text: a digest says nothing to who has not the text. */
export const digestField = (digest: Buffer) => `sha256:${digest.toString('hex')}`

export async function writeText(
  ctx: Context,
  id: string,
  number: number,
  { title, texts }: { title: MultiText; texts: MultiText },
): Promise<void> {
  await ctx.tx
    .insertInto('council.decision_texts')
    .values({
      decision_id: id,
      number,
      title: JSON.stringify(title),
      texts: JSON.stringify(texts),
      digest: textDigest({ number, title, texts }),
      account_id: ctx.actor.account,
      at: ctx.now,
    })
    .execute()
}

/** Writes a step, and into the log which decision and which text it was about. */
export async function record(
  ctx: Context,
  id: string,
  kind: StepKind,
  more: { partyId?: string | undefined; words?: string | undefined; expiresAt?: string | undefined } = {},
): Promise<void> {
  const row = await get(ctx.tx, id)
  await ctx.tx
    .insertInto('council.decision_steps')
    .values({
      id: newId(ctx.now.getTime()),
      decision_id: id,
      // Under the lock of the decision, so nobody counts beside us.
      ordinal: sql<number>`(select count(*) + 1 from council.decision_steps s where s.decision_id = ${id}::uuid)`,
      kind,
      at: ctx.now,
      account_id: ctx.actor.account,
      party_id: more.partyId ?? null,
      text_number: row.text_number,
      expires_at: more.expiresAt ?? null,
      words: more.words ?? null,
      request_id: ctx.requestId,
    })
    .execute()
  ctx.trail.touched(id, [digestField(row.digest)])
  if (more.partyId) ctx.trail.shown([more.partyId])
  if (more.words) ctx.trail.because(more.words)
}
