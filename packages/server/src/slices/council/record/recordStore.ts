/** The summary record of a session in SQL: how it stands, and the lock under which it is drafted and approved. */
import type { Language, MultiText } from '@kerege/contract/common'
import type { DocumentState } from '@kerege/contract/council/documents/states'
import { DocumentText } from '@kerege/contract/council/documents/text'
import type { RecordOfSession, SessionRecord } from '@kerege/contract/council/record/schema'
import { correctionsOver } from '@kerege/contract/council/record/term'
import { notFound } from '@kerege/contract/errors'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/database.ts'
import { rulesOf } from '../bodies.ts'
import { find as findSession, type FoundSession, get as getSession } from '../sessionStore.ts'

const selected = (tx: Tx) =>
  tx
    .selectFrom('council.records as r')
    .innerJoin('council.documents as d', 'd.id', 'r.document_id')
    .selectAll('r')
    .select(['d.symbol', 'd.state', 'd.source_language', 'd.version'])
export type FoundRecord = Awaited<ReturnType<ReturnType<typeof selected>['executeTakeFirstOrThrow']>>

export const findRecord = (tx: Tx, sessionId: string): Promise<FoundRecord | undefined> =>
  selected(tx).where('r.session_id', '=', sessionId).executeTakeFirst()

/** @throws DomainError `not-found` */
export async function getRecord(tx: Tx, sessionId: string): Promise<FoundRecord> {
  const row = await findRecord(tx, sessionId)
  if (!row) throw notFound()
  return row
}

export async function isApproved(tx: Tx, sessionId: string): Promise<boolean> {
  const row = await findRecord(tx, sessionId)
  return row !== undefined && row.approved_at !== null
}

/** Of two who draft or approve at once, one waits and sees what the other did. */
export async function lockSession(ctx: Context, sessionId: string): Promise<FoundSession> {
  await getSession(ctx.tx, sessionId)
  await sql`select 1 from council.sessions where id = ${sessionId}::uuid for update`.execute(ctx.tx)
  return getSession(ctx.tx, sessionId)
}

/** What the program drafted last, by language. */
export const draftedTexts = (row: FoundRecord): ReadonlyMap<Language, DocumentText> =>
  new Map(
    Object.entries(row.drafted as Record<Language, unknown>).map(([language, text]) => [
      language as Language,
      DocumentText.parse(text),
    ]),
  )

export async function read(ctx: Context, sessionId: string): Promise<SessionRecord> {
  const session = await getSession(ctx.tx, sessionId)
  if (session.body_id === null) throw notFound()
  const { rules } = await rulesOf(ctx.tx, session.body_id)
  const row = await findRecord(ctx.tx, sessionId)
  ctx.trail.shown([sessionId, ...(row ? [row.document_id] : [])])
  return {
    ...(row ? { record: await toRecord(ctx, row) } : {}),
    correctionDays: rules.correctionDays,
    languages: rules.languages,
  }
}

async function toRecord(ctx: Context, row: FoundRecord): Promise<RecordOfSession> {
  const { n } = await ctx.tx
    .selectFrom('council.document_amendments')
    .select(eb => eb.fn.countAll<number>().as('n'))
    .where('document_id', '=', row.document_id)
    .where('state', '=', 'proposed')
    .executeTakeFirstOrThrow()
  const approvedIn = row.approved_in === null ? undefined : await findSession(ctx.tx, row.approved_in)
  const until = row.corrections_until
  return {
    documentId: row.document_id,
    version: row.version,
    symbol: row.symbol ?? '',
    state: row.state as DocumentState,
    language: row.source_language as Language,
    draftedAt: row.drafted_at,
    ...(row.circulated_at === null ? {} : { circulatedAt: row.circulated_at }),
    ...(until === null ? {} : { correctionsUntil: until }),
    correctionsOver: until !== null && correctionsOver(until, ctx.now.toISOString()),
    openCorrections: n,
    ...(row.approved_at === null ? {} : { approvedAt: row.approved_at }),
    ...(approvedIn
      ? {
          approvedIn: {
            id: approvedIn.id,
            title: approvedIn.title as MultiText,
            ...(approvedIn.symbol === null ? {} : { symbol: approvedIn.symbol }),
          },
        }
      : {}),
  }
}
