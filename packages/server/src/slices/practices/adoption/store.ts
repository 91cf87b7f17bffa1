/** Adoptions in the tables: rows in, shapes out. What a reader may see of a practice decides what they see of its uses. */
import type { Language, MultiText } from '@kerege/contract/common'
import { notFound } from '@kerege/contract/errors'
import type { AdopterKind, AdoptionStanding } from '@kerege/contract/practices/adoption/rules'
import type {
  AdoptionFilter,
  AdoptionReport,
  AdoptionRow,
  Uses,
} from '@kerege/contract/practices/adoption/schema'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { openCursor, pageOf } from '../../../platform/cursor.ts'
import type { Tx } from '../../../platform/database.ts'
import { refColumns, toRef } from '../refs.ts'

export const selected = (tx: Tx) =>
  tx
    .selectFrom('practices.adoptions as a')
    .innerJoin('practices.practices as p', 'p.id', 'a.practice_id')
    .innerJoin('practices.editions as e', 'e.id', 'p.edition_id')
    .innerJoin('access.agencies as g', 'g.id', 'a.agency_id')
    .innerJoin('practices.adoption_reports as r', join =>
      join.onRef('r.adoption_id', '=', 'a.id').onRef('r.number', '=', 'a.reports'),
    )
    .selectAll('a')
    .select(refColumns)
    .select(['g.name as agency_name', 'r.words', 'r.language', 'p.author_id'])
export type FoundAdoption = Awaited<ReturnType<ReturnType<typeof selected>['executeTakeFirstOrThrow']>>

export const toRow = (row: FoundAdoption): AdoptionRow => ({
  id: row.id,
  version: row.version,
  practice: toRef(row),
  by: row.by_kind as AdopterKind,
  agency: row.agency_name as MultiText,
  country: row.country,
  place: row.place,
  since: row.since,
  standing: row.standing as AdoptionStanding,
  words: row.words,
  language: row.language as Language,
  updatedAt: row.updated_at,
})

/** What a list and its file show. */
export function filtered(ctx: Context, filter: AdoptionFilter) {
  const { account, agency } = ctx.actor
  let query = selected(ctx.tx)
  if (filter.practiceId) query = query.where('a.practice_id', '=', filter.practiceId)
  if (filter.standing) query = query.where('a.standing', '=', filter.standing)
  if (filter.country) query = query.where('a.country', '=', filter.country)
  if (filter.retracted) query = query.where('p.state', '=', 'retracted')
  return filter.mine
    ? query.where(eb => eb.or([eb('a.agency_id', '=', agency), eb('p.author_id', '=', account)]))
    : query.where('a.standing', '<>', 'withdrawn')
}

export async function list(ctx: Context, filter: AdoptionFilter) {
  const after = openCursor(ctx.node.keys.cursors, 'adoptions', filter.cursor)
  let query = filtered(ctx, filter)
  if (after)
    query = query.where(sql<boolean>`(a.updated_at, a.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
  const found = await query
    .orderBy('a.updated_at', 'desc')
    .orderBy('a.id', 'desc')
    .limit(filter.limit + 1)
    .execute()
  const { shown, next } = pageOf(ctx.node.keys.cursors, 'adoptions', { found, limit: filter.limit }, last => [
    last.updated_at,
    last.id,
  ])
  ctx.trail.shown(shown.map(row => row.id))
  return { rows: shown.map(toRow), ...next }
}

const order = sql`case a.standing when 'worked' then 1 when 'partly' then 2 when 'trying' then 3 else 4 end`

/** So many stand on the page of a practice; the list has them all. */
const shownAtMost = 50

export async function ofPractice(tx: Tx, practiceId: string): Promise<AdoptionRow[]> {
  const rows = await selected(tx)
    .where('a.practice_id', '=', practiceId)
    .where('a.standing', '<>', 'withdrawn')
    .orderBy(order)
    .orderBy('a.updated_at', 'desc')
    .orderBy('a.id')
    .limit(shownAtMost)
    .execute()
  return rows.map(toRow)
}

const none: Uses = { tried: 0, trying: 0, worked: 0, partly: 0, stopped: 0 }

/** What the places say of each practice; what nobody tried is absent. */
export async function usesOf(tx: Tx, practiceIds: readonly string[]): Promise<Map<string, Uses>> {
  if (practiceIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('practices.uses')
    .select(['practice_id', 'tried', 'trying', 'worked', 'partly', 'stopped'])
    .where('practice_id', 'in', [...practiceIds])
    .execute()
  return new Map(rows.map(({ practice_id, ...uses }) => [practice_id, uses]))
}

export const usesOfOne = async (tx: Tx, practiceId: string): Promise<Uses> =>
  (await usesOf(tx, [practiceId])).get(practiceId) ?? none

export async function get(tx: Tx, id: string): Promise<FoundAdoption> {
  const row = await selected(tx).where('a.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return row
}

export async function reportsOf(tx: Tx, id: string): Promise<AdoptionReport[]> {
  const rows = await tx
    .selectFrom('practices.adoption_reports as r')
    .innerJoin('access.accounts as c', 'c.id', 'r.account_id')
    .selectAll('r')
    .select('c.name')
    .where('r.adoption_id', '=', id)
    .orderBy('r.number')
    .execute()
  return rows.map(row => ({
    id: row.id,
    number: row.number,
    standing: row.standing as AdoptionStanding,
    words: row.words,
    ...(row.adaptation === null ? {} : { adaptation: row.adaptation }),
    ...(row.feedback === null ? {} : { feedback: row.feedback }),
    language: row.language as Language,
    at: row.at,
    by: row.name,
  }))
}

export async function answersOf(tx: Tx, id: string, authorId: string) {
  const rows = await tx
    .selectFrom('practices.adoption_answers as s')
    .innerJoin('access.accounts as c', 'c.id', 's.account_id')
    .selectAll('s')
    .select('c.name')
    .where('s.adoption_id', '=', id)
    .orderBy('s.at')
    .orderBy('s.id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    words: row.words,
    language: row.language as Language,
    at: row.at,
    by: row.name,
    author: row.account_id === authorId,
  }))
}
