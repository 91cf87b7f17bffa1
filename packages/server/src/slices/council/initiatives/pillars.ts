/** Pillars: a setting of the hub. The default are those of the Joint Plan of Action; one is never taken away, only retired. */
import type { MultiText } from '@kerege/contract/common'
import type * as routes from '@kerege/contract/council/initiatives/routes'
import type { Pillar } from '@kerege/contract/council/initiatives/schema'
import { invalid, notFound } from '@kerege/contract/errors'
import type { Parsed } from '@kerege/contract/route'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/database.ts'
import { requireVersion } from '../parties.ts'

const selected = (tx: Tx) => tx.selectFrom('council.pillars').selectAll()
type Found = Awaited<ReturnType<ReturnType<typeof selected>['executeTakeFirstOrThrow']>>

const toPillar = (row: Found): Pillar => ({
  id: row.id,
  version: row.version,
  code: row.code,
  name: row.name as MultiText,
  ...(row.source === null ? {} : { source: row.source }),
  ...(row.source_url === null ? {} : { sourceUrl: row.source_url }),
  ordinal: row.ordinal,
  retired: row.retired,
})

export async function pillars(tx: Tx): Promise<Pillar[]> {
  return (await selected(tx).orderBy('ordinal').orderBy('code').execute()).map(toPillar)
}

const columns = (draft: Parsed<typeof routes.changePillar>['body']) => ({
  code: draft.code,
  name: JSON.stringify(draft.name),
  source: draft.source ?? null,
  source_url: draft.sourceUrl ?? null,
  ordinal: draft.ordinal,
  retired: draft.retired,
})

async function requireFreeCode(ctx: Context, code: string, id: string) {
  const other = await selected(ctx.tx).where('code', '=', code).where('id', '<>', id).executeTakeFirst()
  if (other) throw invalid([{ pointer: '/code', code: 'code-taken' }])
}

export async function addPillar(
  ctx: Context,
  { id, ...draft }: Parsed<typeof routes.addPillar>['body'],
): Promise<Pillar> {
  await requireFreeCode(ctx, draft.code, id)
  await ctx.tx
    .insertInto('council.pillars')
    .values({ id, ...columns(draft), updated_at: ctx.now })
    .onConflict(conflict => conflict.column('id').doNothing())
    .execute()
  ctx.trail.touched(id)
  return toPillar(await selected(ctx.tx).where('id', '=', id).executeTakeFirstOrThrow())
}

export async function changePillar(
  ctx: Context,
  id: string,
  draft: Parsed<typeof routes.changePillar>['body'],
): Promise<Pillar> {
  const row = await selected(ctx.tx).where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw notFound()
  requireVersion(ctx, row.version)
  await requireFreeCode(ctx, draft.code, id)
  await ctx.tx
    .updateTable('council.pillars')
    .set({ ...columns(draft), version: row.version + 1, updated_at: ctx.now })
    .where('id', '=', id)
    .execute()
  ctx.trail.touched(id, Object.keys(draft))
  return { id, version: row.version + 1, ...draft }
}
