/** Lending an expert: asked, offered, agreed by their state, under way, ended with a short report. Who did each step stays. */
import type { MultiText } from '@kerege/contract/common'
import { DomainError, invalid, notFound } from '@kerege/contract/errors'
import type * as routes from '@kerege/contract/practices/roster/routes'
import {
  type DeploymentSide,
  type DeploymentState,
  deploymentMayBecome,
  isFree,
  isOpenDeployment,
  needsWords,
  nextOf,
} from '@kerege/contract/practices/roster/rules'
import type { Clash, Deployment } from '@kerege/contract/practices/roster/schema'
import type { Parsed } from '@kerege/contract/route'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/database.ts'
import { newId } from '../../../platform/ids.ts'
import { emitToAll } from '../../../platform/outbox.ts'
import { accountNames, agencyNames, agencyOf } from '../agencies.ts'
import * as store from './store.ts'

const selected = (tx: Tx) =>
  tx
    .selectFrom('practices.deployments as d')
    .leftJoin('access.accounts as a', 'a.id', 'd.account_id')
    .leftJoin('practices.roster as r', 'r.account_id', 'd.account_id')
    .selectAll('d')
    .select(['a.name as expert', 'r.id as entry_id'])
type Found = Awaited<ReturnType<ReturnType<typeof selected>['executeTakeFirstOrThrow']>>

/** On which sides the reader stands: the expert may speak for their state too, and then agrees with themselves about nothing. */
async function sidesOf(ctx: Context, row: Pick<Found, 'account_id' | 'agency_id' | 'country'>) {
  const sides: DeploymentSide[] = []
  if (row.account_id === ctx.actor.account) sides.push('expert')
  if (row.agency_id === ctx.actor.agency && ctx.actor.verbs.includes('trainings.run')) sides.push('asker')
  if (row.account_id !== ctx.actor.account && (await store.mayConfirm(ctx, row.country))) sides.push('state')
  return sides
}

export async function deploymentsWhere(
  ctx: Context,
  { accountId, id }: { accountId?: string; id?: string } = {},
): Promise<Deployment[]> {
  let query = selected(ctx.tx)
  if (accountId) query = query.where('d.account_id', '=', accountId)
  if (id) query = query.where('d.id', '=', id)
  const rows = await query.orderBy('d.from_day', 'desc').orderBy('d.id').limit(200).execute()
  if (rows.length === 0) return []
  const steps = await ctx.tx
    .selectFrom('practices.deployment_steps')
    .selectAll()
    .where(
      'deployment_id',
      'in',
      rows.map(row => row.id),
    )
    .orderBy('number')
    .execute()
  const names = await accountNames(
    ctx.tx,
    steps.map(one => one.account_id),
  )
  const agencies = await agencyNames(ctx.tx)
  const all: Deployment[] = []
  for (const row of rows) {
    const state = row.state as DeploymentState
    all.push({
      id: row.id,
      version: row.version,
      ...(row.account_id === null
        ? {}
        : {
            expert: { name: row.expert ?? '', ...(row.entry_id === null ? {} : { entryId: row.entry_id }) },
          }),
      ...(row.country === null ? {} : { country: row.country }),
      agency: agencyOf(agencies, row.agency_id),
      gives: row.gives as Deployment['gives'],
      title: row.title as MultiText,
      place: row.place,
      from: row.from_day,
      until: row.until_day,
      state,
      steps: steps
        .filter(one => one.deployment_id === row.id)
        .map(one => ({
          state: one.state as DeploymentState,
          ...(one.account_id === null ? {} : { by: names.get(one.account_id) ?? '' }),
          at: one.at,
          ...(one.words === null ? {} : { words: one.words }),
        })),
      clashes: isOpenDeployment(state) ? await clashesOf(ctx, row) : [],
      may: nextOf(state, await sidesOf(ctx, row)),
    })
  }
  return all
}

/** What else lies on these days. The titles of other deployments are told to those who may open them; the days to all. */
async function clashesOf(ctx: Context, row: Found): Promise<Clash[]> {
  if (row.account_id === null) return []
  const { rows } = await sql<{
    kind: Clash['kind']
    id: string
    title: MultiText
    from: string
    until: string
  }>`
    select * from practices.clashes(${row.account_id}::uuid, ${row.id}::uuid, ${row.from_day}::date, ${row.until_day}::date)`.execute(
    ctx.tx,
  )
  const mine = await ctx.tx
    .selectFrom('practices.deployments')
    .select('id')
    .where('id', 'in', [row.id, ...rows.map(one => one.id)])
    .execute()
  const open = new Set(mine.map(one => one.id))
  const periods = row.entry_id === null ? [] : await store.periodsOf(ctx.tx, row.entry_id)
  const days = { from: row.from_day, until: row.until_day }
  return [
    ...rows.map(one => ({
      kind: one.kind,
      ...(one.kind === 'training' || open.has(one.id) ? { id: one.id, title: one.title } : {}),
      from: one.from,
      until: one.until,
    })),
    ...(isFree(periods, days) ? [] : [{ kind: 'not-free' as const, ...days }]),
  ]
}

export async function listed(ctx: Context) {
  const rows = await deploymentsWhere(ctx)
  ctx.trail.shown(rows.map(row => row.id))
  return { rows }
}

async function one(ctx: Context, id: string): Promise<Deployment> {
  const [found] = await deploymentsWhere(ctx, { id })
  if (!found) throw notFound()
  ctx.trail.shown([id])
  return found
}

/** @throws DomainError `not-confirmed` for somebody whose state has not confirmed them, `own-entry` */
export async function ask(
  ctx: Context,
  entryId: string,
  body: Parsed<typeof routes.askDeployment>['body'],
): Promise<Deployment> {
  const entry = await store.get(ctx, entryId)
  if (entry.account_id === ctx.actor.account) throw new DomainError('conflict', 'own-entry')
  if (entry.confirmed_at === null) throw new DomainError('conflict', 'not-confirmed')
  if (!entry.gives.includes(body.gives)) throw invalid([{ pointer: '/gives', code: 'not-given' }])
  const made = await ctx.tx
    .insertInto('practices.deployments')
    .values({
      id: body.id,
      account_id: entry.account_id,
      country: entry.country,
      agency_id: ctx.actor.agency,
      asked_by: ctx.actor.account,
      gives: body.gives,
      title: JSON.stringify(body.title),
      place: body.place,
      from_day: body.from,
      until_day: body.until,
      state: 'asked',
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .onConflict(conflict => conflict.column('id').doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows) {
    await step(ctx, body.id, 'asked', body.words)
    await emitToAll(ctx.tx, 'roster.moved', [entry.account_id], { entryId })
  }
  ctx.trail.touched(body.id)
  return one(ctx, body.id)
}

/** Under the lock of the deployment. @param by nobody for a step that follows from somebody's leaving */
export const step = (
  ctx: Context,
  id: string,
  state: DeploymentState,
  words: string | undefined,
  by: string | null = ctx.actor.account,
) =>
  ctx.tx
    .insertInto('practices.deployment_steps')
    .values({
      id: newId(ctx.now.getTime()),
      deployment_id: id,
      number: sql<number>`(select count(*) + 1 from practices.deployment_steps s where s.deployment_id = ${id}::uuid)`,
      state,
      account_id: by,
      words: words ?? null,
      at: ctx.now,
    })
    .execute()

/** @throws DomainError `deployment-state` where this does not follow, or is for others to do */
export async function move(
  ctx: Context,
  id: string,
  { to, words }: Parsed<typeof routes.moveDeployment>['body'],
): Promise<Deployment> {
  await sql`select 1 from practices.deployments where id = ${id}::uuid for update`.execute(ctx.tx)
  const row = await selected(ctx.tx).where('d.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  const state = row.state as DeploymentState
  if (!deploymentMayBecome(state, to, await sidesOf(ctx, row))) {
    throw new DomainError('conflict', 'deployment-state', { state })
  }
  if (needsWords(to) && !words) throw invalid([{ pointer: '/words', code: 'required' }])
  await ctx.tx
    .updateTable('practices.deployments')
    .set({ state: to, version: row.version + 1, updated_at: ctx.now })
    .where('id', '=', id)
    .execute()
  await step(ctx, id, to, words)
  if (row.entry_id !== null) await tellSides(ctx, row, row.entry_id)
  ctx.trail.touched(id, ['state'])
  return one(ctx, id)
}

/** Expert, asker and the state that lends hear of it, but for whoever did it. */
export async function tellSides(
  ctx: Context,
  row: Pick<Found, 'account_id' | 'asked_by' | 'country'>,
  entryId: string,
) {
  const { rows } = await sql<{ id: string }>`select practices.focal_accounts(${row.country}) as id`.execute(
    ctx.tx,
  )
  const all = new Set([row.asked_by, ...(row.account_id ? [row.account_id] : []), ...rows.map(one => one.id)])
  all.delete(ctx.actor.account)
  await emitToAll(ctx.tx, 'roster.moved', [...all], { entryId })
}
