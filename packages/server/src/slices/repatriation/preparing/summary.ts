/** What is left of an operation: numbers by sex and age, what was said in public beside them, and lessons. */
import { invalid, notFound } from '@kerege/contract/errors'
import type { Reported } from '@kerege/contract/figures/reported'
import type {
  AddLesson,
  AddPublished,
  Carried,
  PublishedFigure,
  Summary,
} from '@kerege/contract/repatriation/operations/preparing'
import { type AgeGroup, ageGroups } from '@kerege/contract/repatriation/operations/rules'
import { isOnList, type LineState, lineStates } from '@kerege/contract/repatriation/operations/states'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { wholeList } from '../operations/wholeList.ts'
import { type FoundOperation, get, totalsOf } from '../operations/store.ts'
import { legsOf } from '../operations/whole.ts'
import { today } from '../../../platform/localDay.ts'

interface Counted {
  state: LineState
  sex: string
  age_group: AgeGroup
  people: number
}

export async function summary(ctx: Context, operationId: string): Promise<Summary> {
  const operation = await get(ctx, operationId)
  const { rows } = await sql<Counted>`
    select state, sex, age_group, people from repatriation.counted(${operationId}::uuid, ${today(ctx)}::date)`.execute(
    ctx.tx,
  )
  const sum = (which: (row: Counted) => boolean) =>
    rows.filter(which).reduce((all, row) => all + row.people, 0)
  const totals = (await totalsOf(ctx, [operationId])).get(operationId)
  ctx.trail.shown([operationId])
  return {
    totals: totals ?? { people: 0, families: 0, men: 0, women: 0, children: 0, notKnown: 0 },
    countedHere: rows.length > 0 || !(operation.state === 'completed'),
    byAge: ageGroups.flatMap(group => {
      const here = (which: (row: Counted) => boolean) =>
        sum(row => row.age_group === group && isOnList(row.state) && which(row))
      const row = {
        group,
        female: here(({ sex }) => sex === 'female'),
        male: here(({ sex }) => sex === 'male'),
        notKnown: here(({ sex }) => sex !== 'female' && sex !== 'male'),
      }
      return row.female + row.male + row.notKnown > 0 ? [row] : []
    }),
    byState: lineStates.flatMap(state => {
      const people = sum(row => row.state === state)
      return people > 0 ? [{ state, people }] : []
    }),
    published: await publishedOf(ctx, operationId),
    lessons: await lessonsOf(ctx, operationId),
    mayPublish: mayPublish(ctx, operation),
  }
}

/** Whoever leads it, and who answers for figures that leave the node. */
const mayPublish = (ctx: Context, operation: FoundOperation): boolean =>
  (operation.kept && ctx.actor.verbs.includes('repatriation.lead')) || ctx.actor.verbs.includes('release')

async function publishedOf(ctx: Context, operationId: string): Promise<PublishedFigure[]> {
  const rows = await ctx.tx
    .selectFrom('repatriation.published as p')
    .leftJoin('access.accounts as a', 'a.id', 'p.entered_by')
    .selectAll('p')
    .select('a.name')
    .where('p.operation_id', '=', operationId)
    .where('p.withdrawn_at', 'is', null)
    .orderBy('p.what')
    .orderBy('p.at')
    .orderBy('p.id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    what: row.what as PublishedFigure['what'],
    value: row.value as Reported,
    source: row.source,
    url: row.url,
    ...(row.said_on === null ? {} : { saidOn: row.said_on }),
    ...(row.note === null ? {} : { note: row.note }),
    ...(row.entered_by === null ? {} : { enteredBy: { id: row.entered_by, name: row.name ?? '' } }),
    at: row.at,
  }))
}

async function lessonsOf(ctx: Context, operationId: string): Promise<Summary['lessons']> {
  const rows = await ctx.tx
    .selectFrom('repatriation.lessons as l')
    .leftJoin('access.accounts as a', 'a.id', 'l.account_id')
    .selectAll('l')
    .select('a.name')
    .where('l.operation_id', '=', operationId)
    .orderBy('l.at')
    .orderBy('l.id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    step: row.step as Summary['lessons'][number]['step'],
    text: row.text,
    ...(row.account_id === null ? {} : { by: { id: row.account_id, name: row.name ?? '' } }),
    at: row.at,
  }))
}

export async function publish(ctx: Context, operationId: string, body: AddPublished): Promise<void> {
  const operation = await get(ctx, operationId)
  if (!mayPublish(ctx, operation)) throw notFound()
  await ctx.tx
    .insertInto('repatriation.published')
    .values({
      id: body.id,
      operation_id: operationId,
      what: body.what,
      value: JSON.stringify(body.value),
      source: body.source,
      url: body.url,
      said_on: body.saidOn ?? null,
      note: body.note ?? null,
      entered_by: ctx.actor.account,
      at: ctx.now,
    })
    .onConflict(conflict => conflict.column('id').doNothing())
    .execute()
  ctx.trail.touched(operationId, ['published'])
}

export async function withdraw(ctx: Context, operationId: string, id: string): Promise<void> {
  const operation = await get(ctx, operationId)
  if (!mayPublish(ctx, operation)) throw notFound()
  const gone = await ctx.tx
    .updateTable('repatriation.published')
    .set({ withdrawn_at: ctx.now })
    .where('id', '=', id)
    .where('operation_id', '=', operationId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (gone.numUpdatedRows === 0n) throw notFound()
  ctx.trail.touched(operationId, ['published'])
}

export async function learn(
  ctx: Context,
  operationId: string,
  body: z.infer<typeof AddLesson>,
): Promise<void> {
  const operation = await get(ctx, operationId)
  if (!operation.kept) throw notFound()
  await ctx.tx
    .insertInto('repatriation.lessons')
    .values({
      id: body.id,
      operation_id: operationId,
      step: body.step,
      text: body.text,
      account_id: ctx.actor.account,
      at: ctx.now,
    })
    .onConflict(conflict => conflict.column('id').doNothing())
    .execute()
  ctx.trail.touched(operationId, ['lessons'])
}

/** Nationals of that state whom we carry, and ours whom it carries: the least that its officers need to receive them. */
export async function carried(
  ctx: Context,
  operationId: string,
  country: string,
): Promise<z.infer<typeof Carried>> {
  const operation = await get(ctx, operationId)
  if (!operation.kept) throw notFound()
  if (country === ctx.node.info.country) throw invalid([{ pointer: '/country', code: 'own-country' }])
  const theirs = new Set(
    (await legsOf(ctx, operationId)).filter(leg => leg.ofCountry === country).map(leg => leg.id),
  )
  const { families, lines } = await wholeList(ctx, operationId)
  return {
    country,
    rows: lines
      .filter(line => isOnList(line.state))
      .filter(line => line.forCountry === country || line.legs.some(leg => theirs.has(leg.legId)))
      .map(line => {
        const family = families.find(one => one.id === line.familyId)?.name
        return {
          name: line.name,
          otherNames: line.otherNames,
          sex: line.sex,
          birth: line.birth,
          ...(family ? { family } : {}),
          head: line.head,
          state: line.state,
        }
      }),
  }
}
