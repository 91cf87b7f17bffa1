/**
 * The clock of retention. It is judged by its day each time somebody looks, never by whether a job has run, and it only proposes: a
 * second person decides each erasure, and a hold stops all of them.
 */
import {
  type RetentionFilter,
  type RetentionRow,
  retentionSubjects,
  type SetHold,
} from '@kerege/contract/rights/retention'
import type { Page } from '@kerege/contract/common'
import { DomainError, notFound } from '@kerege/contract/errors'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { openCursor, sealCursor } from '../../../platform/cursor.ts'
import { today } from '../../../platform/localDay.ts'

interface Found {
  person_id: string
  label: string
  subject: RetentionRow['subject']
  since: string
  until: string
  proposed: boolean
  approval_id: string | null
}

export async function rules(ctx: Context) {
  const held = await sql<{ n: number }>`select count(*)::int as n from rights.holds`.execute(ctx.tx)
  return {
    rows: ctx.node.profile.retention.map(({ subject, years, needsReview, proposed }) => ({
      subject,
      years,
      needsReview,
      ...(years === null && proposed !== undefined ? { proposed } : {}),
    })),
    held: held.rows[0]?.n ?? 0,
  }
}

/** Classes for which the state has said nothing have no clock; a proposal shows what would be past it. */
export async function list(ctx: Context, filter: RetentionFilter): Promise<Page<RetentionRow>> {
  const after = openCursor(ctx.node.keys.cursors, 'retention', filter.cursor)
  const terms = ctx.node.profile.retention.flatMap(({ subject, years: said, proposed }) => {
    const years = said ?? proposed
    return years !== undefined && retentionSubjects.some(one => one === subject)
      ? [{ subject, years, proposed: said === null }]
      : []
  })
  if (terms.length === 0) return { rows: [] }
  const { rows: found } = await sql<Found>`
    select r.person_id, r.label, r.subject, r.since, (r.since + make_interval(years => t.years))::date as until, t.proposed,
      (select v.id from approvals.approvals v where v.kind = 'person-erasure' and v.subject_id = r.person_id and v.state = 'pending') as approval_id
    from rights.resting() r
    join jsonb_to_recordset(${JSON.stringify(terms)}::jsonb) as t (subject text, years int, proposed boolean) on t.subject = r.subject
    where (r.since + make_interval(years => t.years))::date <= ${today(ctx)}::date
      and (${after?.[0] ?? null}::date is null
        or ((r.since + make_interval(years => t.years))::date, r.person_id) > (${after?.[0] ?? null}::date, ${after?.[1] ?? null}::uuid))
    order by until, r.person_id limit ${filter.limit + 1}`.execute(ctx.tx)
  const shown = found.slice(0, filter.limit)
  const holds = await holdsOf(
    ctx,
    shown.map(row => row.person_id),
  )
  const last = shown.at(-1)
  const rows = shown.map((row): RetentionRow => {
    const hold = holds.get(row.person_id)
    return {
      personId: row.person_id,
      person: row.label,
      subject: row.subject,
      since: row.since,
      until: row.until,
      proposed: row.proposed,
      ...(hold ? { hold } : {}),
      ...(row.approval_id ? { approvalId: row.approval_id } : {}),
    }
  })
  ctx.trail.shown(rows.map(row => row.personId))
  return found.length > filter.limit && last
    ? { rows, next: sealCursor(ctx.node.keys.cursors, 'retention', [last.until, last.person_id]) }
    : { rows }
}

async function holdsOf(
  ctx: Context,
  persons: readonly string[],
): Promise<Map<string, NonNullable<RetentionRow['hold']>>> {
  const rows = await ctx.tx
    .selectFrom('rights.holds as h')
    .innerJoin('access.accounts as a', 'a.id', 'h.account_id')
    .select(['h.person_id', 'h.why', 'h.paper', 'h.until', 'h.account_id', 'a.name', 'h.set_at'])
    .where(sql<boolean>`h.person_id = any (${persons}::uuid[])`)
    .execute()
  return new Map(
    rows.map(row => [
      row.person_id,
      {
        why: row.why as NonNullable<RetentionRow['hold']>['why'], // a constraint of the table
        paper: row.paper,
        ...(row.until ? { until: row.until } : {}),
        by: { id: row.account_id, name: row.name },
        at: row.set_at,
      },
    ]),
  )
}

const stateOf = async (ctx: Context, personId: string) => {
  const hold = (await holdsOf(ctx, [personId])).get(personId)
  return hold ? { hold } : {}
}

async function requireOpen(ctx: Context, personId: string): Promise<void> {
  const found = await ctx.tx
    .selectFrom('people.persons')
    .select('id')
    .where('id', '=', personId)
    .where('merged_into', 'is', null)
    .executeTakeFirst()
  if (!found) throw notFound()
}

export async function ofPerson(ctx: Context, personId: string) {
  await requireOpen(ctx, personId)
  ctx.trail.shown([personId])
  return stateOf(ctx, personId)
}

/** @throws DomainError `held-already` */
export async function hold(ctx: Context, personId: string, draft: SetHold) {
  await requireOpen(ctx, personId)
  const made = await ctx.tx
    .insertInto('rights.holds')
    .values({
      person_id: personId,
      why: draft.why,
      paper: draft.paper,
      until: draft.until ?? null,
      account_id: ctx.actor.account,
      set_at: ctx.now,
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  if (!made.numInsertedOrUpdatedRows) throw new DomainError('conflict', 'held-already')
  ctx.trail.touched(personId, ['hold'])
  ctx.trail.because(draft.paper, personId)
  return stateOf(ctx, personId)
}

/** Lifted twice is lifted once; the reason stays with the log. */
export async function lift(ctx: Context, personId: string, reason: string) {
  await requireOpen(ctx, personId)
  await ctx.tx.deleteFrom('rights.holds').where('person_id', '=', personId).execute()
  ctx.trail.touched(personId, ['hold'])
  ctx.trail.because(reason, personId)
  return {}
}
