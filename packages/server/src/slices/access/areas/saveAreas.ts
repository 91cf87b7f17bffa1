/** Saves imported districts: new ones are added, known ones take the new name, none is ever removed. */
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { readDistricts } from './importAreas.ts'

export async function importAreas(ctx: Context, csv: string): Promise<{ added: number; changed: number }> {
  const regions = await ctx.tx
    .selectFrom('access.areas')
    .select('code')
    .where('parent', 'is', null)
    .where('code', 'not like', '%.%')
    .execute()
  const districts = readDistricts(csv, new Set(regions.map(region => region.code)))
  let [added, changed] = [0, 0]
  for (const { code, parent, name } of districts) {
    const saved = await sql<{ fresh: boolean }>`
      insert into access.areas (code, parent, name, invented) values (${code}, ${parent}, ${JSON.stringify(name)}, false)
      on conflict (code) do update set name = excluded.name
        where access.areas.name is distinct from excluded.name
      returning xmax = 0 as fresh`.execute(ctx.tx)
    const [row] = saved.rows
    if (row?.fresh) added += 1
    else if (row) changed += 1
  }
  ctx.trail.counted('added', added)
  ctx.trail.counted('changed', changed)
  return { added, changed }
}
