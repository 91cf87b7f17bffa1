/** Citing a practice and taking that back, by those who prepare the Council's work. */
import type * as routes from '@kerege/contract/council/citations/routes'
import type { Citing, CitingKind } from '@kerege/contract/council/citations/schema'
import { DomainError, invalid, notFound } from '@kerege/contract/errors'
import type { Parsed } from '@kerege/contract/route'
import type { Context } from '../../../platform/context.ts'
import { practiceRefs } from '../../practices/index.ts'
import * as store from './store.ts'

const tableOf = {
  decision: 'council.decisions',
  action: 'council.actions',
  document: 'council.documents',
  session: 'council.sessions',
  indicator: 'council.indicators',
} as const satisfies Record<CitingKind, string>

const mayCite = (ctx: Context) => ctx.actor.verbs.includes('council.prepare')

export async function list(ctx: Context, filter: Parsed<typeof routes.listCitations>['query']) {
  const { practiceId, kind, id } = filter
  const rows =
    kind !== undefined && id !== undefined
      ? await store.inSource(ctx.tx, { kind, id })
      : await store.ofPractice(ctx.tx, practiceId ?? '')
  ctx.trail.shown(rows.map(row => row.source.id))
  return { rows, mayCite: mayCite(ctx) }
}

async function ofSource(ctx: Context, source: Citing) {
  return { rows: await store.inSource(ctx.tx, source), mayCite: mayCite(ctx) }
}

/** @throws DomainError `cited-already`, `practice-retracted` */
export async function cite(ctx: Context, body: Parsed<typeof routes.citePractice>['body']) {
  const { practiceId, source } = body
  const there = await ctx.tx
    .selectFrom(tableOf[source.kind])
    .select('id')
    .where('id', '=', source.id)
    .executeTakeFirst()
  if (!there) throw invalid([{ pointer: '/source/id', code: 'not-found' }])
  const practice = (await practiceRefs(ctx.tx, [practiceId])).get(practiceId)
  if (!practice) throw invalid([{ pointer: '/practiceId', code: 'not-found' }])
  if (practice.state === 'retracted') throw new DomainError('conflict', 'practice-retracted')
  const before = await store.inSource(ctx.tx, source)
  // Sent again: it is there already.
  if (before.some(one => one.id === body.id)) return { rows: before, mayCite: true }
  const made = await ctx.tx
    .insertInto('council.practice_links')
    .values({
      id: body.id,
      practice_id: practiceId,
      [store.columnOf[source.kind]]: source.id,
      part: body.part ?? null,
      account_id: ctx.actor.account,
      at: ctx.now,
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  if (!made.numInsertedOrUpdatedRows) throw new DomainError('conflict', 'cited-already')
  ctx.trail.touched(source.id, ['practices'])
  ctx.trail.touched(practiceId, ['citations'])
  return ofSource(ctx, source)
}

export async function drop(ctx: Context, id: string) {
  const row = await ctx.tx
    .selectFrom('council.practice_links')
    .selectAll()
    .where('id', '=', id)
    .where('removed', '=', false)
    .executeTakeFirst()
  if (!row) throw notFound()
  await ctx.tx.updateTable('council.practice_links').set({ removed: true }).where('id', '=', id).execute()
  const kind = (Object.keys(store.columnOf) as CitingKind[]).find(one => row[store.columnOf[one]] !== null)
  const source: Citing = { kind: kind ?? 'decision', id: row[store.columnOf[kind ?? 'decision']] ?? id }
  ctx.trail.touched(source.id, ['practices'])
  ctx.trail.touched(row.practice_id, ['citations'])
  return ofSource(ctx, source)
}
