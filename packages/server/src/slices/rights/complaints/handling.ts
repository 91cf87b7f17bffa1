/** What is done about a complaint, step by step. The first answer can be appealed; the second one comes from somebody else. */
import type { Complaint, ComplaintAct } from '@kerege/contract/rights/complaints'
import { type ComplaintState, dueIn, stateAfter } from '@kerege/contract/rights/states'
import { DomainError, invalid, notFound } from '@kerege/contract/errors'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { today } from '../../../platform/localDay.ts'
import { daysOf } from './days.ts'
import { find, type Found, otherAnswers, whole } from './store.ts'

/** @throws DomainError `not-found`, `stale-version`, `complaint-moved`, `not-yours` for who gave the answer that was not enough */
export async function act(ctx: Context, id: string, draft: ComplaintAct): Promise<Complaint> {
  if (!(await find(ctx, id))) throw notFound()
  await sql`select 1 from rights.complaints where id = ${id}::uuid for update`.execute(ctx.tx)
  const row = await find(ctx, id)
  if (!row) throw notFound()
  if (await isKnown(ctx, id, draft.id)) return whole(ctx, id)
  if (row.version !== draft.seen) throw new DomainError('conflict', 'stale-version', { version: row.version })
  if (draft.act !== 'noted' && otherAnswers(ctx, row)) throw new DomainError('forbidden', 'not-yours')
  const to = stateAfter(row.state as ComplaintState, draft.act, row.appealed_on !== null)
  if (!to) throw new DomainError('conflict', 'complaint-moved', { state: row.state })
  await step(ctx, row, draft)
  await change(ctx, row, draft, to)
  ctx.trail.touched(id, ['state'])
  return whole(ctx, id)
}

const isKnown = async (ctx: Context, complaintId: string, id: string): Promise<boolean> =>
  (await ctx.tx
    .selectFrom('rights.complaint_steps')
    .select('id')
    .where('id', '=', id)
    .where('complaint_id', '=', complaintId)
    .executeTakeFirst()) !== undefined

async function step(ctx: Context, row: Found, draft: ComplaintAct): Promise<void> {
  const last = await ctx.tx
    .selectFrom('rights.complaint_steps')
    .select(sql<number>`max(number)`.as('number'))
    .where('complaint_id', '=', row.id)
    .executeTakeFirst()
  const made = await ctx.tx
    .insertInto('rights.complaint_steps')
    .values({
      id: draft.id,
      complaint_id: row.id,
      number: (last?.number ?? 0) + 1,
      what: draft.act,
      words: draft.words ?? null,
      outcome: draft.act === 'answered' ? (draft.outcome ?? null) : null,
      account_id: ctx.actor.account,
      at: ctx.now,
    })
    .onConflict(conflict => conflict.column('id').doNothing())
    .executeTakeFirst()
  // Somebody else's with this id: the answer is the one for what cannot be seen.
  if (!made.numInsertedOrUpdatedRows) throw notFound()
}

async function change(ctx: Context, row: Found, draft: ComplaintAct, to: ComplaintState): Promise<void> {
  const day = today(ctx)
  const due = dueIn(to, daysOf(ctx.node), {
    receivedOn: row.received_on,
    answeredOn: draft.act === 'answered' ? day : (row.answered_on ?? undefined),
    appealedOn: row.appealed_on ?? undefined,
  })
  const moved = to !== row.state
  const late = row.late || (moved && row.due !== null && row.due < day)
  await ctx.tx
    .updateTable('rights.complaints')
    .set({
      state: to,
      due,
      late,
      ...(moved ? { reminded: 0 } : {}),
      ...(draft.act === 'answered' && draft.outcome
        ? {
            outcome: draft.outcome,
            answer: draft.words ?? null,
            answered_on: day,
            answered_by: ctx.actor.account,
          }
        : {}),
      ...(draft.act === 'sorted' ? await sorted(ctx, draft) : {}),
      version: row.version + 1,
      updated_at: ctx.now,
    })
    .where('id', '=', row.id)
    .execute()
}

/** Whom it is about, and so whose line does not see it. @throws DomainError with a fault for oneself, and for who is not there */
async function sorted(ctx: Context, { kind, aboutId }: ComplaintAct) {
  if (!aboutId) return { ...(kind ? { kind } : {}), about_id: null, about_agency_id: null }
  const about = await ctx.tx
    .selectFrom('access.accounts as a')
    .leftJoin('access.hats as h', join =>
      join.onRef('h.account_id', '=', 'a.id').on('h.ended_at', 'is', null),
    )
    .select('h.agency_id')
    .where('a.id', '=', aboutId)
    .orderBy('h.created_at')
    .orderBy('h.id')
    .executeTakeFirst()
  if (!about) throw invalid([{ pointer: '/aboutId', code: 'not-found' }])
  const mine = await sql<{ mine: boolean }>`
    select rights.of_my_line(${aboutId}::uuid, ${about.agency_id}::uuid) as mine`.execute(ctx.tx)
  if (mine.rows[0]?.mine) throw invalid([{ pointer: '/aboutId', code: 'own-line' }])
  return { ...(kind ? { kind } : {}), about_id: aboutId, about_agency_id: about.agency_id }
}
