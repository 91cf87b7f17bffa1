/** What a summary record is drafted from: attendance, agenda, speakers, statements and decisions of one session, in SQL. */
import type { MultiText } from '@kerege/contract/common'
import type { PartyName } from '@kerege/contract/council/schema'
import type { StepKind } from '@kerege/contract/council/silence'
import { tally, votesOn } from '@kerege/contract/council/voting'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/database.ts'
import { localDay } from '../../../platform/localDay.ts'
import { selected as decisionsSelected } from '../decisionStore.ts'
import { partyNames } from '../parties.ts'
import type { FoundSession } from '../sessionStore.ts'
import type { RecordSources } from './sourceTypes.ts'
import { statementsOf } from './statementStore.ts'

type Names = ReadonlyMap<string, PartyName>

export async function sourcesOf(ctx: Context, session: FoundSession): Promise<RecordSources> {
  const { tx } = ctx
  const names = await partyNames(tx)
  return {
    session: {
      title: session.title as MultiText,
      from: session.from_day,
      to: session.to_day,
      city: session.city,
      country: session.country,
      format: session.format,
      closedOn: await closedOn(ctx, session.id),
    },
    chair: await chairOf(tx, session, names),
    attendance: await attendanceOf(tx, session.id, names),
    agenda: await agendaOf(tx, session),
    speeches: await speechesOf(tx, session.id, names),
    statements: (await statementsOf(tx, session.id)).flatMap(row => {
      const party = names.get(row.party_id)
      if (!party || row.withdrawn_at !== null) return []
      return [
        {
          id: row.id,
          itemId: row.item_id,
          party,
          symbol: row.symbol ?? '',
          title: row.title as MultiText,
          forRecord: row.for_record,
          withheld: row.withheld,
        },
      ]
    }),
    decisions: await decisionsOf(tx, session.id, names),
    approvals: await approvalsOf(tx, session.id),
  }
}

async function approvalsOf(tx: Tx, sessionId: string): Promise<RecordSources['approvals']> {
  const rows = await tx
    .selectFrom('council.records as r')
    .innerJoin('council.documents as d', 'd.id', 'r.document_id')
    .select(['r.session_id', 'r.approved_item', 'd.symbol'])
    .where('r.approved_in', '=', sessionId)
    .orderBy('r.approved_at')
    .execute()
  return rows.map(row => ({
    itemId: row.approved_item ?? '',
    sessionId: row.session_id,
    symbol: row.symbol ?? '',
  }))
}

async function closedOn(ctx: Context, sessionId: string): Promise<string | null> {
  const row = await ctx.tx
    .selectFrom('council.session_steps')
    .select('at')
    .where('session_id', '=', sessionId)
    .where('to_state', '=', 'closed')
    .orderBy('at', 'desc')
    .executeTakeFirst()
  return row ? localDay(new Date(row.at), ctx.node.info.timeZone) : null
}

/** Who had the chair on the day on which the session began. */
async function chairOf(tx: Tx, session: FoundSession, names: Names): Promise<PartyName | undefined> {
  if (session.body_id === null) return undefined
  const row = await tx
    .selectFrom('council.chair_terms')
    .select('party_id')
    .where('body_id', '=', session.body_id)
    .where('from_day', '<=', session.from_day ?? session.sorts_on)
    .orderBy('from_day', 'desc')
    .executeTakeFirst()
  return row && names.get(row.party_id)
}

async function attendanceOf(tx: Tx, sessionId: string, names: Names) {
  const { rows } = await sql<{ party_id: string; attended: number }>`
    select party_id, attended from council.attendance(${sessionId}::uuid) where attended > 0`.execute(tx)
  const there = rows.flatMap(row => {
    const party = names.get(row.party_id)
    return party ? [{ party, people: row.attended }] : []
  })
  return there.toSorted((one, other) => (one.party.code < other.party.code ? -1 : 1))
}

/** As it was adopted; where nobody adopted it, as it stands. */
async function agendaOf(tx: Tx, session: FoundSession): Promise<RecordSources['agenda']> {
  const adopted = session.agenda_state === 'adopted'
  const rows = await tx
    .selectFrom('council.agenda_items')
    .select(['id', 'title', 'decisions'])
    .where('session_id', '=', session.id)
    .where('removed', '=', false)
    .orderBy('ordinal')
    .orderBy('id')
    .execute()
  return { adopted, items: rows.map(row => ({ ...row, title: row.title as MultiText })) }
}

async function speechesOf(tx: Tx, sessionId: string, names: Names): Promise<RecordSources['speeches']> {
  const rows = await tx
    .selectFrom('council.floor_entries')
    .select(['id', 'item_id', 'party_id', 'kind'])
    .where('session_id', '=', sessionId)
    .where('state', '=', 'spoken')
    .orderBy('started_at')
    .orderBy('id')
    .execute()
  return rows.flatMap(row => {
    const party = names.get(row.party_id)
    return party ? [{ id: row.id, itemId: row.item_id, party, kind: row.kind as 'speech' | 'reply' }] : []
  })
}

const voiceKinds: ReadonlySet<string> = new Set(['objected', 'reserved', 'interpreted'])

const asVote = (step: { kind: string; party_id: string | null; text_number: number }) => ({
  kind: step.kind as StepKind,
  text: step.text_number,
  partyId: step.party_id ?? undefined,
})

async function decisionsOf(tx: Tx, sessionId: string, names: Names): Promise<RecordSources['decisions']> {
  const rows = await decisionsSelected(tx)
    .where('d.session_id', '=', sessionId)
    .orderBy(sql`d.closed_at nulls last`)
    .orderBy('d.id')
    .execute()
  if (rows.length === 0) return []
  const steps = await tx
    .selectFrom('council.decision_steps')
    .select(['id', 'decision_id', 'kind', 'party_id', 'words', 'text_number'])
    .where(
      'decision_id',
      'in',
      rows.map(row => row.id),
    )
    .orderBy('ordinal')
    .execute()
  const stepsOf = Map.groupBy(steps, step => step.decision_id)
  return rows.map(row => ({
    id: row.id,
    symbol: row.symbol,
    state: row.state,
    way: row.way,
    restricted: row.restricted,
    title: row.title as MultiText,
    texts: row.texts as MultiText,
    expiresAt: row.expires_at,
    tally: tally(votesOn((stepsOf.get(row.id) ?? []).map(asVote), row.text_number)),
    voices: (stepsOf.get(row.id) ?? []).flatMap(step => {
      const party = step.party_id === null ? undefined : names.get(step.party_id)
      // What was said of an earlier text was said of another text.
      if (!party || step.text_number !== row.text_number || !voiceKinds.has(step.kind)) return []
      return [{ id: step.id, kind: step.kind, party, words: step.words }]
    }),
  }))
}
