/** What is counted, for whom: begun and changed by whoever holds the verb. A series is never taken away. */
import { DomainError } from '@kerege/contract/errors'
import type { AddSeries, ChangeSeries, Series } from '@kerege/contract/figures/schema'
import type { Context } from '../../platform/context.ts'
import * as store from './store.ts'

const columnsOf = (content: ChangeSeries) => ({
  kind: content.kind,
  state: content.state ?? null,
  unit: content.unit,
  title: JSON.stringify(content.title),
  definition: JSON.stringify(content.definition),
  nothing_published: content.nothingPublished,
  is_public: content.isPublic,
})

/** @throws DomainError `figure-code-taken` */
export async function addSeries(ctx: Context, { id, code, ...content }: AddSeries): Promise<Series> {
  const known = await store.findSeries(ctx.tx, id)
  if (known) return known
  const made = await ctx.tx
    .insertInto('figures.series')
    .values({ id, code, ...columnsOf(content), created_at: ctx.now, updated_at: ctx.now })
    .onConflict(conflict => conflict.column('code').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) throw new DomainError('conflict', 'figure-code-taken')
  ctx.trail.touched(id, ['code', ...Object.keys(content)])
  return { id, version: 1, code, ...content }
}

export async function changeSeries(ctx: Context, id: string, content: ChangeSeries): Promise<Series> {
  const { version, code } = await store.lockSeries(ctx, id)
  await ctx.tx
    .updateTable('figures.series')
    .set({ ...columnsOf(content), version: version + 1, updated_at: ctx.now })
    .where('id', '=', id)
    .execute()
  ctx.trail.touched(id, Object.keys(content))
  return { id, version: version + 1, code, ...content }
}
