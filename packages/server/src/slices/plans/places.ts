/** The plan of a place, shared by the agency that works there: whoever works with a family of it adds, and answers. */
import type { AddPlaceStep, PlacePlan, ReportIncident } from '@kerege/contract/plans/community'
import { DomainError, invalid, notFound } from '@kerege/contract/errors'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { today } from '../../platform/localDay.ts'
import { findCase } from '../cases/index.ts'

async function areaOf(ctx: Context, caseId: string): Promise<string> {
  const row = await findCase(ctx, caseId)
  if (!row) throw notFound()
  return row.area_code
}

const placeAt = (ctx: Context, area: string) =>
  ctx.tx.selectFrom('plans.places').select('id').where('area_code', '=', area).executeTakeFirst()

async function placeFor(ctx: Context, area: string): Promise<string> {
  await ctx.tx
    .insertInto('plans.places')
    .values({
      id: newId(ctx.now.getTime()),
      area_code: area,
      agency_id: ctx.actor.agency,
      made_by: ctx.actor.account,
      made_at: ctx.now,
    })
    .onConflict(conflict => conflict.columns(['area_code', 'agency_id']).doNothing())
    .execute()
  const place = await placeAt(ctx, area)
  if (!place) throw notFound()
  return place.id
}

export const ofCase = async (ctx: Context, caseId: string) => wholePlace(ctx, await areaOf(ctx, caseId))

async function wholePlace(ctx: Context, area: string): Promise<PlacePlan> {
  const place = await placeAt(ctx, area)
  if (!place) return { area, steps: [], incidents: [] }
  const steps = await ctx.tx
    .selectFrom('plans.place_steps as s')
    .innerJoin('access.accounts as a', 'a.id', 's.owner_id')
    .selectAll('s')
    .select('a.name')
    .where('s.place_id', '=', place.id)
    .orderBy('s.due', 'desc')
    .orderBy('s.id')
    .limit(100)
    .execute()
  const incidents = await ctx.tx
    .selectFrom('plans.incidents as s')
    .innerJoin('access.accounts as a', 'a.id', 's.made_by')
    .selectAll('s')
    .select('a.name')
    .where('s.place_id', '=', place.id)
    .orderBy('s.happened_on', 'desc')
    .orderBy('s.id')
    .limit(100)
    .execute()
  ctx.trail.shown([place.id])
  return {
    area,
    steps: steps.map(row => ({
      id: row.id,
      kind: row.kind as PlacePlan['steps'][number]['kind'],
      words: row.words,
      owner: { id: row.owner_id, name: row.name },
      due: row.due,
      ...(row.done_on === null ? {} : { doneOn: row.done_on }),
      ...(row.went === null ? {} : { went: row.went }),
    })),
    incidents: incidents.map(row => ({
      id: row.id,
      kind: row.kind as PlacePlan['incidents'][number]['kind'],
      where: row.whereabouts as PlacePlan['incidents'][number]['where'],
      on: row.happened_on,
      words: row.words,
      by: { id: row.made_by, name: row.name },
      ...(row.answered_on === null ? {} : { answeredOn: row.answered_on }),
      ...(row.answer === null ? {} : { answer: row.answer }),
    })),
  }
}

/** Sent again it is added once: the id was made by the device. */
export async function addStep(ctx: Context, caseId: string, body: AddPlaceStep): Promise<PlacePlan> {
  const area = await areaOf(ctx, caseId)
  const placeId = await placeFor(ctx, area)
  await ctx.tx
    .insertInto('plans.place_steps')
    .values({
      id: body.id,
      place_id: placeId,
      kind: body.kind,
      words: body.words,
      owner_id: ctx.actor.account,
      due: body.due,
      made_by: ctx.actor.account,
      made_at: ctx.now,
    })
    .onConflict(conflict => conflict.column('id').doNothing())
    .execute()
  ctx.trail.touched(placeId, ['steps'])
  return wholePlace(ctx, area)
}

export async function report(ctx: Context, caseId: string, body: ReportIncident): Promise<PlacePlan> {
  const area = await areaOf(ctx, caseId)
  if (body.on > today(ctx)) throw invalid([{ pointer: '/on', code: 'in-the-future' }])
  const placeId = await placeFor(ctx, area)
  await ctx.tx
    .insertInto('plans.incidents')
    .values({
      id: body.id,
      place_id: placeId,
      kind: body.kind,
      whereabouts: body.where,
      happened_on: body.on,
      words: body.words,
      made_by: ctx.actor.account,
      made_at: ctx.now,
    })
    .onConflict(conflict => conflict.column('id').doNothing())
    .execute()
  ctx.trail.touched(placeId, ['incidents'])
  return wholePlace(ctx, area)
}

/** Said once; who says it later is told that it was. */
export async function sayStep(ctx: Context, id: string, went: string): Promise<PlacePlan> {
  const place = await placeOf(ctx, 'plans.place_steps', id)
  const changed = await ctx.tx
    .updateTable('plans.place_steps')
    .set({ done_on: today(ctx), done_by: ctx.actor.account, went })
    .where('id', '=', id)
    .where('done_on', 'is', null)
    .executeTakeFirst()
  return answered(ctx, place, changed.numUpdatedRows, 'steps')
}

export async function answer(ctx: Context, id: string, words: string): Promise<PlacePlan> {
  const place = await placeOf(ctx, 'plans.incidents', id)
  const changed = await ctx.tx
    .updateTable('plans.incidents')
    .set({ answered_on: today(ctx), answered_by: ctx.actor.account, answer: words })
    .where('id', '=', id)
    .where('answered_on', 'is', null)
    .executeTakeFirst()
  return answered(ctx, place, changed.numUpdatedRows, 'incidents')
}

async function placeOf(ctx: Context, table: 'plans.place_steps' | 'plans.incidents', id: string) {
  const row = await ctx.tx
    .selectFrom(table)
    .innerJoin('plans.places as p', 'p.id', `${table}.place_id`)
    .select(['p.id', 'p.area_code'])
    .where(`${table}.id`, '=', id)
    .executeTakeFirst()
  if (!row) throw notFound()
  return row
}

function answered(ctx: Context, place: { id: string; area_code: string }, rows: bigint, field: string) {
  if (!rows) throw new DomainError('conflict', 'plan-closed')
  ctx.trail.touched(place.id, [field])
  return wholePlace(ctx, place.area_code)
}
