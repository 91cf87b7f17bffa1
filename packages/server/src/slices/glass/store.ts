/** Files opened in an emergency, in SQL: one's own, and those that one may review. Policies filter underneath. */
import type {
  MyOpenings,
  Opening,
  OpeningCounts,
  OpeningFilter,
  OpeningRow,
} from '@kerege/contract/glass/schema'
import { stateOf } from '@kerege/contract/glass/rules'
import { type MultiText, type Page, textIn } from '@kerege/contract/common'
import { notFound } from '@kerege/contract/errors'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import { openCursor, sealCursor } from '../../platform/cursor.ts'
import { today } from '../../platform/localDay.ts'
import { readApprovalWords } from '../approvals/index.ts'

const selected = (ctx: Context) =>
  ctx.tx
    .selectFrom('glass.openings as o')
    .innerJoin('access.accounts as a', 'a.id', 'o.account_id')
    .innerJoin('access.agencies as g', 'g.id', 'o.agency_id')
    .leftJoin('access.accounts as r', 'r.id', 'o.reviewed_by')
    // Under its own policy: who may not see the person reads no name.
    .leftJoin('people.persons as p', 'p.id', 'o.person_id')
    .selectAll('o')
    .select(['a.name as opener', 'g.name as agency', 'r.name as reviewer', 'p.label'])
type Found = Awaited<ReturnType<ReturnType<typeof selected>['execute']>>[number]

export const find = (ctx: Context, id: string): Promise<Found | undefined> =>
  selected(ctx).where('o.id', '=', id).executeTakeFirst()

/** The longest waiting first; of all, the newest first. */
export async function list(ctx: Context, filter: OpeningFilter): Promise<Page<OpeningRow>> {
  const name = `glass.${filter.of}`
  const waiting = filter.of === 'waiting'
  const after = openCursor(ctx.node.keys.cursors, name, filter.cursor)
  let query = selected(ctx)
  if (waiting) query = query.where('o.verdict', 'is', null)
  if (after) {
    const [at, id] = after
    query = query.where(
      waiting
        ? sql<boolean>`(o.opened_at, o.id) > (${at}::timestamptz, ${id}::uuid)`
        : sql<boolean>`(o.opened_at, o.id) < (${at}::timestamptz, ${id}::uuid)`,
    )
  }
  const found = await query
    .orderBy('o.opened_at', waiting ? 'asc' : 'desc')
    .orderBy('o.id', waiting ? 'asc' : 'desc')
    .limit(filter.limit + 1)
    .execute()
  const shown = found.slice(0, filter.limit)
  const last = shown.at(-1)
  const rows = shown.map(row => toRow(ctx, row))
  return found.length > filter.limit && last
    ? { rows, next: sealCursor(ctx.node.keys.cursors, name, [last.opened_at, last.id]) }
    : { rows }
}

function toRow(ctx: Context, row: Found): OpeningRow {
  const verdict = (row.verdict ?? undefined) as OpeningRow['verdict'] // a constraint of the table
  const times = {
    endsAt: row.ends_at,
    ...(row.ended_at ? { endedAt: row.ended_at } : {}),
    reviewDue: row.review_due,
    ...(verdict ? { verdict } : {}),
  }
  const state = stateOf(times, ctx.now.toISOString(), today(ctx))
  return {
    id: row.id,
    version: row.version,
    state,
    by: { id: row.account_id, name: row.opener },
    role: row.role as OpeningRow['role'],
    agency: textIn(row.agency as MultiText, ctx.actor.language).text,
    ...(row.person_id && (row.label !== null || row.account_id === ctx.actor.account)
      ? { person: { id: row.person_id, ...(row.label === null ? {} : { name: row.label }) } }
      : {}),
    openedAt: row.opened_at,
    ...times,
    ...(row.reviewed_by && row.reviewer !== null
      ? { reviewedBy: { id: row.reviewed_by, name: row.reviewer } }
      : {}),
    ...(row.reviewed_at ? { reviewedAt: row.reviewed_at } : {}),
    mayReview:
      ctx.actor.verbs.includes('glass.review') &&
      row.account_id !== ctx.actor.account &&
      (state === 'waiting' || state === 'late'),
  }
}

/** @throws DomainError `not-found`, for what is not open and for what is not there alike */
export async function whole(ctx: Context, id: string): Promise<Opening> {
  const row = await find(ctx, id)
  if (!row) throw notFound()
  const words = await readApprovalWords(ctx, row.person_id)
  const { rows } = await sql<{ files: number; looks: number }>`
    select (select count(*)::int from glass.files f where f.opening_id = ${id}::uuid) as files, glass.looks(${id}::uuid) as looks`.execute(
    ctx.tx,
  )
  ctx.trail.shown([id])
  // Without a person their key is gone, and the words with it.
  const reason = row.person_id ? words(id, row.reason) : undefined
  const said = row.person_id ? words(`${id}.words`, row.words) : undefined
  return {
    ...toRow(ctx, row),
    sections: row.sections as Opening['sections'],
    files: rows[0]?.files ?? 0,
    looks: rows[0]?.looks ?? 0,
    ...(reason === undefined ? {} : { reason }),
    ...(said === undefined ? {} : { words: said }),
  }
}

export async function mine(ctx: Context): Promise<z.output<typeof MyOpenings>> {
  const rows = await ctx.tx
    .selectFrom('glass.openings as o')
    .select([
      'o.id',
      'o.person_id',
      'o.ends_at',
      sql<string[]>`array(select f.subject_id::text from glass.files f where f.opening_id = o.id)`.as(
        'files',
      ),
    ])
    .where('o.hat_id', '=', ctx.actor.hat)
    .where('o.ended_at', 'is', null)
    .where('o.ends_at', '>', ctx.now.toISOString())
    .orderBy('o.ends_at')
    .execute()
  return {
    rows: rows.flatMap(row =>
      row.person_id ? [{ id: row.id, personId: row.person_id, files: row.files, endsAt: row.ends_at }] : [],
    ),
  }
}

export async function counts(ctx: Context): Promise<OpeningCounts> {
  const now = ctx.now.toISOString()
  const over = sql`coalesce(o.ended_at, o.ends_at) <= ${now}::timestamptz`
  const { rows } = await sql<OpeningCounts>`
    select count(*) filter (where o.verdict is null and not (${over}))::int as open,
      count(*) filter (where o.verdict is null and ${over})::int as waiting,
      count(*) filter (where o.verdict is null and ${over} and o.review_due < ${today(ctx)}::date)::int as late,
      count(*) filter (where o.verdict = 'justified')::int as justified,
      count(*) filter (where o.verdict = 'not-justified')::int as "notJustified"
    from glass.openings o where glass.reviews(o.agency_id)`.execute(ctx.tx)
  return rows[0] ?? { open: 0, waiting: 0, late: 0, justified: 0, notJustified: 0 }
}
