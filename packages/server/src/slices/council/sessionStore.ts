/** Sessions in SQL: the register, one session with all that hangs on it. Policies filter underneath. */
import type { MultiText } from '@kerege/contract/common'
import type {
  Invitation,
  Participant,
  Session,
  SessionFilter,
  SessionReport,
  SessionRow,
} from '@kerege/contract/council/schema'
import { contradictions } from '@kerege/contract/council/sessions'
import { isQuorate } from '@kerege/contract/council/silence'
import { notFound } from '@kerege/contract/errors'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { openCursor, pageOf } from '../../platform/cursor.ts'
import type { Tx } from '../../platform/database.ts'
import { rulesOf } from './bodies.ts'
import { capitalTimes } from '../../platform/capitalTimes.ts'
import { partyNames } from './parties.ts'

export const selected = (tx: Tx) =>
  tx
    .selectFrom('council.sessions as s')
    .leftJoin('council.bodies as b', 'b.id', 's.body_id')
    .selectAll('s')
    .select(['b.code as body_code', 'b.name as body_name'])
export type FoundSession = Awaited<ReturnType<ReturnType<typeof selected>['executeTakeFirstOrThrow']>>

export async function list(ctx: Context, filter: SessionFilter) {
  const after = openCursor(ctx.node.keys.cursors, 'sessions', filter.cursor)
  let query = selected(ctx.tx)
  if (filter.of === 'council') query = query.where('s.body_id', 'is not', null)
  if (filter.of === 'others') query = query.where('s.body_id', 'is', null)
  if (filter.state) query = query.where('s.state', '=', filter.state)
  if (filter.kind) query = query.where('s.kind', '=', filter.kind)
  if (after) query = query.where(sql<boolean>`(s.sorts_on, s.id) < (${after[0]}::date, ${after[1]}::uuid)`)
  const found = await query
    .orderBy('s.sorts_on', 'desc')
    .orderBy('s.id', 'desc')
    .limit(filter.limit + 1)
    .execute()
  const { shown, next } = pageOf(ctx.node.keys.cursors, 'sessions', { found, limit: filter.limit }, last => [
    last.sorts_on,
    last.id,
  ])
  const reports = await reportsOf(
    ctx.tx,
    shown.map(row => row.id),
  )
  ctx.trail.shown(shown.map(row => row.id))
  return {
    rows: shown.map(row => toRow(row, reports.get(row.id) ?? [])),
    ...next,
  }
}

export async function reportsOf(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, SessionReport[]>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('council.session_reports')
    .selectAll()
    .where('session_id', 'in', [...ids])
    .orderBy('ordinal')
    .execute()
  const grouped = Map.groupBy(rows, row => row.session_id)
  return new Map(
    [...grouped].map(([id, reports]) => [
      id,
      reports.map(row => ({
        id: row.id,
        source: row.source,
        ...(row.source_url === null ? {} : { sourceUrl: row.source_url }),
        ...(row.title === null ? {} : { title: row.title }),
        ...(row.number_said === null ? {} : { numberSaid: row.number_said }),
        ...(row.participants === null ? {} : { participants: row.participants }),
        ...(row.dates === null ? {} : { dates: row.dates }),
        ...(row.note === null ? {} : { note: row.note }),
      })),
    ]),
  )
}

export function toRow(row: FoundSession, reports: readonly SessionReport[]): SessionRow {
  return {
    id: row.id,
    version: row.version,
    // A reader who is nobody in particular sees a public session, and not the bodies behind it.
    ...(row.body_id === null || row.body_name === null
      ? {}
      : { body: { id: row.body_id, code: row.body_code ?? '', name: row.body_name as MultiText } }),
    kind: row.kind as SessionRow['kind'],
    title: row.title as MultiText,
    ...(row.symbol === null ? {} : { symbol: row.symbol }),
    state: row.state as SessionRow['state'],
    format: row.format as SessionRow['format'],
    ...(row.from_day === null ? {} : { from: row.from_day }),
    ...(row.to_day === null ? {} : { to: row.to_day }),
    ...(row.month === null ? {} : { month: row.month }),
    ...(row.starts_at === null ? {} : { startsAt: row.starts_at }),
    ...(row.ends_at === null ? {} : { endsAt: row.ends_at }),
    ...(row.city === null ? {} : { city: row.city }),
    ...(row.country === null ? {} : { country: row.country }),
    differ: contradictions(reports),
    public: row.is_public,
  }
}

export const find = (tx: Tx, id: string): Promise<FoundSession | undefined> =>
  selected(tx).where('s.id', '=', id).executeTakeFirst()

export async function get(tx: Tx, id: string): Promise<FoundSession> {
  const row = await find(tx, id)
  if (!row) throw notFound()
  return row
}

export async function whole(ctx: Context, id: string): Promise<Session> {
  const row = await get(ctx.tx, id)
  const reports = (await reportsOf(ctx.tx, [id])).get(id) ?? []
  const names = await partyNames(ctx.tx)
  const participants = await participantsOf(ctx.tx, id)
  const invitations = await invitationsOf(ctx.tx, id, names)
  const host = row.host_id === null ? undefined : names.get(row.host_id)
  ctx.trail.shown([id])
  return {
    ...toRow(row, reports),
    ...(host ? { host } : {}),
    ...(row.venue === null ? {} : { venue: row.venue }),
    ...(row.organisers === null ? {} : { organisers: row.organisers }),
    ...(row.summary === null ? {} : { summary: row.summary as MultiText }),
    ...(row.practical_note === null ? {} : { practicalNote: row.practical_note as MultiText }),
    ...(row.external_plan === null ? {} : { externalPlan: row.external_plan }),
    starts: row.starts_at === null ? [] : capitalTimes(row.starts_at),
    reports,
    steps: await stepsOf(ctx.tx, id),
    invitations,
    participants,
    mine: await myParties(ctx.tx),
    ...(await quorumOf(ctx, row, invitations)),
  }
}

async function stepsOf(tx: Tx, id: string): Promise<Session['steps']> {
  const steps = await tx
    .selectFrom('council.session_steps as t')
    .leftJoin('access.accounts as a', 'a.id', 't.account_id')
    .select(['t.at', 'a.name', 't.from_state', 't.to_state', 't.reason'])
    .where('t.session_id', '=', id)
    .orderBy('t.at')
    .orderBy('t.id')
    .execute()
  return steps.map(step => ({
    at: step.at,
    ...(step.name === null ? {} : { by: step.name }),
    ...(step.from_state === null ? {} : { from: step.from_state as Session['state'] }),
    to: step.to_state as Session['state'],
    ...(step.reason === null ? {} : { reason: step.reason }),
  }))
}

/** Numbers for everybody; the names behind them have a policy of their own. */
async function invitationsOf(
  tx: Tx,
  id: string,
  names: Awaited<ReturnType<typeof partyNames>>,
): Promise<Invitation[]> {
  const rows = await tx
    .selectFrom('council.invitations as i')
    .select(['i.party_id', 'i.state', 'i.at'])
    .where('i.session_id', '=', id)
    .execute()
  const counts = await sql<{ party_id: string; people: number; attended: number }>`
    select party_id, people, attended from council.attendance(${id}::uuid)`.execute(tx)
  const counted = new Map(counts.rows.map(row => [row.party_id, row]))
  return rows.flatMap(row => {
    const party = names.get(row.party_id)
    if (!party) return []
    const { people = 0, attended = 0 } = counted.get(row.party_id) ?? {}
    return [{ party, state: row.state as Invitation['state'], at: row.at, people, attended }]
  })
}

const participantRows = (tx: Tx) => tx.selectFrom('council.participants as p').selectAll('p')
type FoundParticipant = Awaited<ReturnType<ReturnType<typeof participantRows>['executeTakeFirstOrThrow']>>

const toParticipant = (row: FoundParticipant): Participant => ({
  id: row.id,
  version: row.version,
  partyId: row.party_id,
  name: row.name,
  ...(row.function === null ? {} : { function: row.function }),
  head: row.head,
  way: row.way as Participant['way'],
  visa: row.visa,
  ...(row.attended === null ? {} : { attended: row.attended }),
})

async function participantsOf(tx: Tx, id: string): Promise<Participant[]> {
  const rows = await participantRows(tx)
    .where('p.session_id', '=', id)
    .orderBy('p.party_id')
    .orderBy('p.head', 'desc')
    .orderBy('p.name')
    .execute()
  return rows.map(toParticipant)
}

export async function participant(tx: Tx, id: string): Promise<Participant> {
  const row = await participantRows(tx).where('p.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return toParticipant(row)
}

export async function myParties(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select p as id from council.my_parties() p`.execute(tx)
  return rows.map(row => row.id)
}

/** Parties that count, of whom somebody is written down as present. */
async function quorumOf(
  ctx: Context,
  row: FoundSession,
  invitations: readonly Invitation[],
): Promise<Pick<Session, 'quorum'>> {
  if (row.body_id === null || !invitations.some(one => one.attended > 0)) return {}
  const { rules } = await rulesOf(ctx.tx, row.body_id)
  const present = invitations.filter(
    one => one.attended > 0 && rules.counted.includes(one.party.classification),
  ).length
  return { quorum: { present, needed: rules.quorum, reached: isQuorate(present, rules) } }
}
