/**
 * What was parked when a list came in goes on as a list of its own: with its text, its family and all that was said of it. Of a family
 * that came in without one of its members, the one who comes later belongs to it.
 */
import { DomainError } from '@kerege/contract/errors'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { requireOpenList } from '../operations/list.ts'
import { lock } from '../operations/store.ts'
import { lockImport, moved } from './store.ts'

/** Taken up twice is taken up once. @throws DomainError `import-done` before it came in, `import-nobody` where nothing is parked */
export async function goOn(ctx: Context, importId: string, freshId: string): Promise<void> {
  const known = await ctx.tx
    .selectFrom('repatriation.imports')
    .select('id')
    .where('id', '=', freshId)
    .executeTakeFirst()
  if (known) return
  const list = await lockImport(ctx, importId, 'imported')
  requireOpenList(await lock(ctx, list.operation_id, 'keep'))
  await sql`
    insert into repatriation.imports (id, operation_id, map, about, template, shape, brought_by, brought_at)
      select ${freshId}::uuid, i.operation_id, i.map,
        jsonb_set(i.about || '{"problems": [], "leftOut": []}', '{from}', to_jsonb(i.id)) - 'stayed', i.template, i.shape,
        ${ctx.actor.account}::uuid, ${ctx.now.toISOString()}::timestamptz
      from repatriation.imports i where i.id = ${importId}::uuid`.execute(ctx.tx)
  // Whom the register holds now may be another than when they were parked.
  const taken = await sql`
    update repatriation.import_rows set import_id = ${freshId}::uuid, decision = 'open', look_alikes = null, version = version + 1
     where import_id = ${importId}::uuid and decision = 'park'`.execute(ctx.tx)
  const rows = Number(taken.numAffectedRows ?? 0)
  if (rows === 0) throw new DomainError('conflict', 'import-nobody')
  await moved(ctx, importId)
  ctx.trail.touched(importId)
  ctx.trail.touched(freshId)
  ctx.trail.counted('rows', rows)
}

/** By their place in the list: families of which somebody came in before, with the line of who came alone. */
export async function cameBefore(
  ctx: Context,
  from: string | undefined,
): Promise<Map<number, { familyId: string | null; lineId: string }>> {
  if (from === undefined) return new Map()
  const found = await ctx.tx
    .selectFrom('repatriation.import_rows as r')
    .innerJoin('repatriation.lines as l', 'l.id', 'r.line_id')
    .select(['r.family', 'l.family_id', 'l.id'])
    .where('r.import_id', '=', from)
    .orderBy('r.row')
    .execute()
  return new Map(found.map(row => [row.family, { familyId: row.family_id, lineId: row.id }]))
}
