/**
 * Practices in SQL. The content as it is being written comes through `practices.working`, which says nothing to those who
 * only read: a plain select cannot reach it.
 */
import type { MultiText } from '@kerege/contract/common'
import type { PracticeContent } from '@kerege/contract/practices/content'
import { notFound } from '@kerege/contract/errors'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'

/** The columns that the serving role may read. */
const columns = [
  ...(['p.id', 'p.number', 'p.state', 'p.audience', 'p.licence', 'p.country', 'p.organisation'] as const),
  ...([
    'p.author_id',
    'p.agency_id',
    'p.source_language',
    'p.papers',
    'p.kept',
    'p.edition_id',
    'p.confirm_by',
  ] as const),
  ...(['p.awaits_state', 'p.origin', 'p.round', 'p.version', 'p.created_at', 'p.updated_at'] as const),
  ...(['p.published_at', 'p.retracted_reason'] as const),
]

export const selected = (tx: Tx) =>
  tx
    .selectFrom('practices.practices as p')
    .innerJoin('access.accounts as a', 'a.id', 'p.author_id')
    .leftJoin('practices.editions as e', 'e.id', 'p.edition_id')
    .select(columns)
    .select(['a.name as author_name', 'e.number as edition_number', 'e.published_at as edition_at'])
    .select(['e.content as edition_content'])
export type Found = Awaited<ReturnType<ReturnType<typeof selected>['executeTakeFirstOrThrow']>>

export async function find(tx: Tx, id: string): Promise<Found | undefined> {
  return selected(tx).where('p.id', '=', id).executeTakeFirst()
}

export async function get(tx: Tx, id: string): Promise<Found> {
  const row = await find(tx, id)
  if (!row) throw notFound()
  return row
}

export async function lock(tx: Tx, id: string): Promise<Found> {
  await sql`select id from practices.practices where id = ${id}::uuid for update`.execute(tx)
  return get(tx, id)
}

export async function working(tx: Tx, id: string): Promise<PracticeContent | undefined> {
  const { rows } = await sql<{ content: PracticeContent | null }>`
    select practices.working(${id}::uuid) as content`.execute(tx)
  return rows[0]?.content ?? undefined
}

export interface Frame {
  audience: string
  licence: string
  organisation?: MultiText | undefined
  sourceLanguage: string
  papers: readonly string[]
  content: PracticeContent
}

export const columnsOf = (frame: Frame) => ({
  audience: frame.audience,
  licence: frame.licence,
  country: frame.content.facts.country,
  organisation: frame.organisation ? JSON.stringify(frame.organisation) : null,
  source_language: frame.sourceLanguage,
  papers: JSON.stringify(frame.papers),
  content: JSON.stringify(frame.content),
})
