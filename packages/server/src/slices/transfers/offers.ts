/**
 * What is offered to one's agency. Who is asked reads why, what they need to know and what was told: no person, no case, no id of either,
 * unless the register is open to them anyhow. With the answer the question is gone; with a yes the case is theirs.
 */
import type { Page } from '@kerege/contract/common'
import { notFound } from '@kerege/contract/errors'
import type {
  AcceptOffer,
  DeclineOffer,
  Offer,
  OfferFilter,
  OfferRow,
} from '@kerege/contract/transfers/schema'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { openCursor, pageOf } from '../../platform/cursor.ts'
import { newId } from '../../platform/ids.ts'
import { today } from '../../platform/localDay.ts'
import { requireRoom } from '../cases/index.ts'
import { toldInOrder } from '../consents/index.ts'
import { refuse } from './asking.ts'
import * as store from './store.ts'

const selected = (ctx: Context) =>
  store
    .selectedTransfers(ctx)
    .leftJoin('people.persons as p', 'p.id', 'x.person_id')
    .select(['p.label as person'])
    .select(
      sql<
        string | null
      >`(select t.value from transfers.told_to_me(x.id) t where t.field in ('name', 'official-name') order by t.field limit 1)`.as(
        'told_name',
      ),
    )
    // Somebody may also read the case: here is only what they are asked.
    .where(sql<boolean>`transfers.asks_me(x.state, x.agency_id, x.team_id)`)
type Found = Awaited<ReturnType<ReturnType<typeof selected>['execute']>>[number]

function toRow(ctx: Context, row: Found): OfferRow {
  const person = row.told_name ?? row.person
  return {
    id: row.id,
    version: row.version,
    from: store.placeOf(row.from_agency_id, row.from_agency, row.from_team_id, row.from_team),
    by: { id: row.account_id, name: row.sender },
    ...(row.team_id && row.team ? { team: { id: row.team_id, name: row.team } } : {}),
    ...(row.receiver_id && row.receiver ? { receiver: { id: row.receiver_id, name: row.receiver } } : {}),
    ...(person ? { person } : {}),
    askedAt: row.asked_at,
    answerBy: row.answer_by,
    late: store.isLate(ctx, row),
  }
}

export async function list(ctx: Context, filter: OfferFilter): Promise<Page<OfferRow>> {
  const { cursors } = ctx.node.keys
  const after = openCursor(cursors, 'offered', filter.cursor)
  let query = selected(ctx)
  if (after) query = query.where(sql<boolean>`(x.answer_by, x.id) > (${after[0]}::date, ${after[1]}::uuid)`)
  const found = await query
    .orderBy('x.answer_by')
    .orderBy('x.id')
    .limit(filter.limit + 1)
    .execute()
  const { shown, next } = pageOf(cursors, 'offered', { found, limit: filter.limit }, last => [
    last.answer_by,
    last.id,
  ])
  ctx.trail.shown(shown.map(row => row.id))
  return { rows: shown.map(row => toRow(ctx, row)), ...next }
}

export async function whole(ctx: Context, id: string): Promise<Offer> {
  const row = await selected(ctx).where('x.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  const words = await ctx.tx
    .selectFrom('transfers.words')
    .select(['what', 'words'])
    .where('transfer_id', '=', id)
    .execute()
  const told = await sql<{ field: string; value: string }>`
    select * from transfers.told_to_me(${id}::uuid)`.execute(ctx.tx)
  const said = (what: string) => words.find(one => one.what === what)?.words ?? ''
  ctx.trail.shown([id])
  return {
    ...toRow(ctx, row),
    reason: said('asked'),
    brief: said('brief'),
    told: toldInOrder(told.rows),
  }
}

/** @throws DomainError `transfer-cannot`, `consent-missing`, `stale-version`; faults at the worker and at the reason */
export async function accept(ctx: Context, id: string, body: AcceptOffer): Promise<{ caseId: string }> {
  const row = await selected(ctx).where('x.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  await requireRoom(ctx, body)
  const fresh = () => newId(ctx.now.getTime())
  const team = body.workerId ? await teamOf(ctx, body.workerId, row.agency_id) : null
  const said = await sql<{ said: string }>`
    select transfers.accept(${id}::uuid, ${body.seen}::int, ${body.workerId ?? null}::uuid, ${team}::uuid, ${fresh()}::uuid,
      ${fresh()}::uuid, ${body.reason ?? null}, ${today(ctx)}::date, ${ctx.now.toISOString()}::timestamptz) as said`.execute(
    ctx.tx,
  )
  refuse(said.rows[0]?.said)
  ctx.trail.touched(id, ['accepted'])
  ctx.trail.touched(row.case_id, ['worker'])
  ctx.trail.touched(row.person_id, ['grants'])
  if (body.workerId) ctx.trail.touched(body.workerId)
  if (body.reason) ctx.trail.because(body.reason, row.person_id)
  return { caseId: row.case_id }
}

/** The team in which whoever takes the family works: the case stands there from then on. */
async function teamOf(ctx: Context, workerId: string, agencyId: string): Promise<string | null> {
  const hat = await ctx.tx
    .selectFrom('access.hats')
    .select('team_id')
    .where('account_id', '=', workerId)
    .where('agency_id', '=', agencyId)
    .where('ended_at', 'is', null)
    .where(sql<boolean>`cases.works_at(account_id, agency_id, team_id)`)
    .orderBy('created_at')
    .executeTakeFirst()
  return hat?.team_id ?? null
}

export async function decline(
  ctx: Context,
  id: string,
  { seen, reason }: DeclineOffer,
): Promise<{ id: string }> {
  const row = await selected(ctx).where('x.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  const said = await sql<{ said: string }>`
    select transfers.end_it(${id}::uuid, ${seen}::int, 'declined', ${reason}, ${ctx.now.toISOString()}::timestamptz) as said`.execute(
    ctx.tx,
  )
  refuse(said.rows[0]?.said)
  ctx.trail.touched(id, ['declined'])
  ctx.trail.because(reason, row.person_id)
  return { id }
}
