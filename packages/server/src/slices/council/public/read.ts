/** What anybody may read of the Council, in SQL. Policies decide underneath: nobody in particular is asking. */
import type { MultiText, PlainDate } from '@kerege/contract/common'
import { type ActionState, isLate } from '@kerege/contract/council/actions'
import type { DecisionRow } from '@kerege/contract/council/decisions'
import type { CapitalTime, PartyName, SessionReport, SessionRow } from '@kerege/contract/council/schema'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import { capitalTimes } from '../../../platform/capitalTimes.ts'
import * as decisionStore from '../decisionStore.ts'
import { partyNames } from '../parties.ts'
import { findRecord } from '../record/recordStore.ts'
import { statementsOf } from '../record/statementStore.ts'
import * as sessionStore from '../sessionStore.ts'

/** So many stand on a page: whole pages stay small on a slow line. */
const perPage = 25
const comingAtMost = 30

export interface Listed {
  row: SessionRow
  reports: readonly SessionReport[]
  host: PartyName | undefined
  starts: readonly CapitalTime[]
}
export interface Paged {
  year: number | undefined
  page: number
}

/** The last day on which it may still be: a month without a day lasts until its end. */
const ends = sql<string>`coalesce(s.to_day, case when s.month is null then s.sorts_on
  else ((s.month || '-01')::date + interval '1 month - 1 day')::date end)`
const coming = (today: string) => sql<boolean>`(${ends} >= ${today}::date and s.state <> 'closed')`

async function listed(tx: Tx, found: readonly sessionStore.FoundSession[]): Promise<Listed[]> {
  const reports = await sessionStore.reportsOf(
    tx,
    found.map(row => row.id),
  )
  const names = await partyNames(tx)
  return found.map(row => {
    const own = reports.get(row.id) ?? []
    return {
      row: sessionStore.toRow(row, own),
      reports: own,
      host: row.host_id === null ? undefined : names.get(row.host_id),
      starts: row.starts_at === null ? [] : capitalTimes(row.starts_at),
    }
  })
}

export async function comingSessions(tx: Tx, today: string): Promise<Listed[]> {
  const rows = await sessionStore
    .selected(tx)
    .where(coming(today))
    .orderBy('s.sorts_on')
    .orderBy('s.id')
    .limit(comingAtMost)
    .execute()
  return listed(tx, rows)
}

export async function pastSessions(tx: Tx, today: string, { year, page }: Paged) {
  const rows = await sessionStore
    .selected(tx)
    .where(sql<boolean>`not ${coming(today)}`)
    .$if(year !== undefined, query => query.where(sql<boolean>`extract(year from s.sorts_on) = ${year}`))
    .orderBy('s.sorts_on', 'desc')
    .orderBy('s.id', 'desc')
    .limit(perPage + 1)
    .offset((page - 1) * perPage)
    .execute()
  return { rows: await listed(tx, rows.slice(0, perPage)), last: rows.length <= perPage }
}

export async function sessionYears(tx: Tx, today: string): Promise<{ year: number; n: number }[]> {
  const { rows } = await sql<{ year: number; n: number }>`
    select extract(year from s.sorts_on)::int as year, count(*)::int as n from council.sessions s
    where not ${coming(today)} group by 1 order by 1 desc`.execute(tx)
  return rows
}

/** What no symbol and no id is made of is asked of nobody. */
const nameable = /^[\w./-]{1,80}$/
const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

/** @param name its symbol, or its id where it has none yet */
export async function session(tx: Tx, name: string) {
  if (!nameable.test(name)) return null
  const found = await sessionStore
    .selected(tx)
    .where(uuid.test(name) ? 's.id' : 's.symbol', '=', name)
    .executeTakeFirst()
  const [first] = found ? await listed(tx, [found]) : []
  if (!found || !first) return null
  return {
    ...first,
    venue: found.venue,
    organisers: found.organisers,
    externalPlan: found.external_plan,
    summary: found.summary as MultiText | null,
    agenda: await adoptedAgenda(tx, found.id),
    decisions: await decisionsOf(tx, found.id),
    statements: await publicStatements(tx, found.id),
    record: await publicRecord(tx, found.id),
  }
}

/** Statements that stand and are open to everybody; the policies leave nothing else to nobody in particular. */
async function publicStatements(tx: Tx, sessionId: string) {
  const names = await partyNames(tx)
  return (await statementsOf(tx, sessionId)).flatMap(row => {
    const party = names.get(row.party_id)
    if (!party || !row.is_public || row.symbol === null) return []
    return [
      {
        symbol: row.symbol,
        title: row.title as MultiText,
        itemId: row.item_id,
        forRecord: row.for_record,
        party,
      },
    ]
  })
}
export type PublicStatement = Awaited<ReturnType<typeof publicStatements>>[number]

/** The symbol of the record once it is approved. */
async function publicRecord(tx: Tx, sessionId: string): Promise<string | null> {
  const row = await findRecord(tx, sessionId)
  return row?.state === 'issued' ? row.symbol : null
}

interface GivenItem {
  id: string
  title: MultiText
  note?: MultiText
  papers: string[]
  decisions: string[]
}
async function adoptedAgenda(tx: Tx, id: string): Promise<GivenItem[]> {
  const row = await tx
    .selectFrom('council.agenda_revisions')
    .select('items')
    .where('session_id', '=', id)
    .where('state', '=', 'adopted')
    .orderBy('revision', 'desc')
    .executeTakeFirst()
  return (row?.items ?? []) as unknown as GivenItem[]
}

/** Which of these symbols have a page that anybody can open. */
export async function issuedAmong(tx: Tx, symbols: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('council.documents')
    .select('symbol')
    .where('is_public', '=', true)
    .where(sql<boolean>`symbol = any (${symbols}::text[])`)
    .execute()
  return new Set(rows.map(row => row.symbol ?? ''))
}

async function decisionsOf(tx: Tx, sessionId: string): Promise<DecisionRow[]> {
  const rows = await decisionStore
    .listed(tx)
    .where('d.session_id', '=', sessionId)
    .orderBy('d.closed_at')
    .orderBy('d.id')
    .limit(100)
    .execute()
  return rows.map(decisionStore.toRow)
}

export async function decisions(tx: Tx, { year, page }: Paged) {
  const rows = await decisionStore
    .listed(tx)
    .$if(year !== undefined, query => query.where('d.year', '=', year ?? 0))
    .orderBy('d.closed_at', 'desc')
    .orderBy('d.id', 'desc')
    .limit(perPage + 1)
    .offset((page - 1) * perPage)
    .execute()
  return { rows: rows.slice(0, perPage), last: rows.length <= perPage }
}

export async function decisionYears(tx: Tx): Promise<{ year: number; n: number }[]> {
  const { rows } = await sql<{ year: number; n: number }>`
    select d.year, count(*)::int as n from council.decisions d group by 1 order by 1 desc`.execute(tx)
  return rows
}

export async function decision(tx: Tx, name: string): Promise<decisionStore.FoundDecision | null> {
  if (!nameable.test(name)) return null
  const found = await decisionStore
    .selected(tx)
    .where(uuid.test(name) ? 'd.id' : 'd.symbol', '=', name)
    .executeTakeFirst()
  return found ?? null
}

export interface Promised {
  id: string
  title: MultiText
  measure: MultiText | null
  /** A party, or a body of the Council. */
  owner: Omit<PartyName, 'id'> | { name: MultiText }
  due: PlainDate
  state: ActionState
  late: boolean
  decision: { title: MultiText; symbol: string }
  /** What its owner said last. */
  said: { words: string; at: string; evidence: string | null } | undefined
}

/** Of one decision, or of all: what is past its day first, then by day. */
export async function promised(tx: Tx, today: string, ids?: readonly string[]): Promise<Promised[]> {
  if (ids?.length === 0) return []
  const rows = await tx
    .selectFrom('council.actions as a')
    .innerJoin('council.decisions as d', 'd.id', 'a.decision_id')
    .innerJoin('council.decision_texts as x', join =>
      join.onRef('x.decision_id', '=', 'd.id').onRef('x.number', '=', 'd.text_number'),
    )
    .leftJoin('council.parties as p', 'p.id', 'a.owner_id')
    .leftJoin('council.bodies as b', 'b.id', 'a.body_id')
    .select(['a.id', 'a.title', 'a.measure', 'a.due', 'a.state', 'd.symbol', 'x.title as decision_title'])
    .select(['p.name as party', 'p.code', 'p.classification', 'b.name as body'])
    .$if(ids !== undefined, query => query.where('a.decision_id', 'in', [...(ids ?? [])]))
    .orderBy('a.due')
    .orderBy('a.id')
    .limit(500)
    .execute()
  const last = await lastReports(
    tx,
    rows.map(row => row.id),
  )
  return rows.map(row => {
    const state = row.state as ActionState
    return {
      id: row.id,
      title: row.title as MultiText,
      measure: row.measure as MultiText | null,
      owner: ownerOf(row),
      due: row.due,
      state,
      late: isLate({ state, due: row.due }, today),
      decision: { title: row.decision_title as MultiText, symbol: row.symbol ?? '' },
      said: last.get(row.id),
    }
  })
}

function ownerOf(row: {
  party: unknown
  code: string | null
  classification: string | null
  body: unknown
}): Promised['owner'] {
  if (row.code === null) return { name: (row.body ?? {}) as MultiText }
  return {
    code: row.code,
    name: row.party as MultiText,
    classification: row.classification as PartyName['classification'],
  }
}

async function lastReports(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Promised['said']>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('council.action_reports')
    .distinctOn('action_id')
    .select(['action_id', 'words', 'at', 'evidence'])
    .where('action_id', 'in', [...ids])
    .orderBy('action_id')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return new Map(rows.map(row => [row.action_id, { words: row.words, at: row.at, evidence: row.evidence }]))
}
