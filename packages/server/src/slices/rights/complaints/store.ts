/** Complaints in SQL, for who handles them. The database leaves out what is about themselves and their own line. */
import type {
  Complaint,
  ComplaintCounts,
  ComplaintFilter,
  ComplaintRow,
} from '@kerege/contract/rights/complaints'
import { actsAfter, type ComplaintState } from '@kerege/contract/rights/states'
import { type Language, type Page, textIn, type MultiText } from '@kerege/contract/common'
import { notFound } from '@kerege/contract/errors'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { openCursor, sealCursor } from '../../../platform/cursor.ts'
import { today } from '../../../platform/localDay.ts'

const selected = (ctx: Context) =>
  ctx.tx
    .selectFrom('rights.complaints as c')
    .leftJoin('access.accounts as a', 'a.id', 'c.about_id')
    .leftJoin('access.agencies as g', 'g.id', 'c.about_agency_id')
    .leftJoin('access.accounts as r', 'r.id', 'c.recorded_by')
    .selectAll('c')
    .select(['a.name as about_name', 'g.name as agency', 'r.name as recorder'])
export type Found = Awaited<ReturnType<ReturnType<typeof selected>['execute']>>[number]

/** The nearest term first; what is closed after all others. */
export async function list(ctx: Context, filter: ComplaintFilter): Promise<Page<ComplaintRow>> {
  const after = openCursor(ctx.node.keys.cursors, 'complaints', filter.cursor)
  let query = selected(ctx)
  if (filter.state) query = query.where('c.state', '=', filter.state)
  else if (filter.of === 'open') query = query.where('c.state', '<>', 'closed')
  if (filter.kind) query = query.where('c.kind', '=', filter.kind)
  const order = sql<string>`coalesce(c.due, 'infinity'::date)`
  if (after) query = query.where(sql<boolean>`(${order}, c.id) > (${after[0]}::date, ${after[1]}::uuid)`)
  const found = await query
    .orderBy(order)
    .orderBy('c.id')
    .limit(filter.limit + 1)
    .execute()
  const shown = found.slice(0, filter.limit)
  const last = shown.at(-1)
  const rows = shown.map(row => toRow(ctx, row))
  return found.length > filter.limit && last
    ? { rows, next: sealCursor(ctx.node.keys.cursors, 'complaints', [last.due ?? 'infinity', last.id]) }
    : { rows }
}

export const find = (ctx: Context, id: string): Promise<Found | undefined> =>
  selected(ctx).where('c.id', '=', id).executeTakeFirst()

/** Past its term now, or answered after it. */
const isLate = (ctx: Context, row: Found) =>
  row.late || (row.due !== null && row.state !== 'answered' && row.due < today(ctx))

// Words of state, kind and way are constraints of the table.
const toRow = (ctx: Context, row: Found): ComplaintRow => ({
  id: row.id,
  version: row.version,
  kind: row.kind as ComplaintRow['kind'],
  way: row.way as ComplaintRow['way'],
  who: row.who as ComplaintRow['who'],
  ...(row.name === null ? {} : { name: row.name }),
  state: row.state as ComplaintState,
  receivedOn: row.received_on,
  ...(row.due ? { due: row.due } : {}),
  late: isLate(ctx, row),
  ...(row.about_id && row.about_name !== null ? { about: { id: row.about_id, name: row.about_name } } : {}),
})

/** @throws DomainError `not-found`, for what is not open and for what is not there alike */
export async function whole(ctx: Context, id: string): Promise<Complaint> {
  const row = await find(ctx, id)
  if (!row) throw notFound()
  const steps = await ctx.tx
    .selectFrom('rights.complaint_steps as s')
    .leftJoin('access.accounts as a', 'a.id', 's.account_id')
    .select(['s.what', 's.words', 's.outcome', 's.account_id', 'a.name', 's.at'])
    .where('s.complaint_id', '=', id)
    .orderBy('s.number', 'desc')
    .execute()
  ctx.trail.shown([id])
  const needsOther = otherAnswers(ctx, row)
  const acts = actsAfter(row.state as ComplaintState)
  return {
    ...toRow(ctx, row),
    ...(row.words === null ? {} : { words: row.words }),
    ...(row.reach === null ? {} : { reach: row.reach }),
    language: row.language as Language,
    ...(row.agency ? { agency: textIn(row.agency as MultiText, ctx.actor.language).text } : {}),
    ...(row.recorded_by && row.recorder !== null
      ? { recordedBy: { id: row.recorded_by, name: row.recorder } }
      : {}),
    ...(row.outcome ? { outcome: row.outcome as NonNullable<Complaint['outcome']> } : {}),
    ...(row.answer === null ? {} : { answer: row.answer }),
    ...(row.answered_on ? { answeredOn: row.answered_on } : {}),
    steps: steps.map(step => ({
      what: step.what as Complaint['steps'][number]['what'],
      ...(step.words === null ? {} : { words: step.words }),
      ...(step.outcome ? { outcome: step.outcome as NonNullable<Complaint['outcome']> } : {}),
      ...(step.account_id && step.name !== null ? { by: { id: step.account_id, name: step.name } } : {}),
      at: step.at,
    })),
    acts: needsOther ? acts.filter(act => act === 'noted') : [...acts],
    needsOther,
  }
}

/** An answer that was not enough is looked at again by somebody else. */
export const otherAnswers = (
  ctx: Context,
  row: Pick<Found, 'appealed_on' | 'answered_by' | 'state'>,
): boolean => row.appealed_on !== null && row.state !== 'closed' && row.answered_by === ctx.actor.account

export async function counts(ctx: Context, year: number): Promise<ComplaintCounts> {
  const day = today(ctx)
  const rows = await ctx.tx
    .selectFrom('rights.complaints as c')
    .select([
      'c.kind',
      sql<number>`count(*)::int`.as('received'),
      sql<number>`count(*) filter (where c.answered_on is null)::int`.as('open'),
      sql<number>`count(*) filter (where c.answered_on is not null)::int`.as('answered'),
      sql<number>`count(*) filter (where c.outcome in ('right', 'partly'))::int`.as('right'),
      sql<number>`count(*) filter (where c.late or (c.due < ${day}::date and c.state <> 'answered'))::int`.as(
        'late',
      ),
    ])
    .where('c.received_on', '>=', `${year}-01-01`)
    .where('c.received_on', '<=', `${year}-12-31`)
    .groupBy('c.kind')
    .orderBy(sql`count(*)`, 'desc')
    .orderBy('c.kind')
    .execute()
  ctx.trail.counted('complaints', rows.length)
  return { year, rows: rows.map(row => ({ ...row, kind: row.kind as ComplaintRow['kind'] })) }
}
