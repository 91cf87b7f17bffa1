/**
 * The directory by place: how many services reach people of a region or a district, by kind of help. Counted as the list finds them, so
 * that each number opens what it counts: those of the whole state, of the region, of its districts, and those that have a door there.
 */
import type { MultiText } from '@kerege/contract/common'
import type { ServicesByArea } from '@kerege/contract/services/schema'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'

type Row = ServicesByArea['rows'][number]

export async function byArea(ctx: Context, within: string | undefined): Promise<ServicesByArea> {
  const own = `${ctx.node.info.country ?? ''}-%`
  const found = await sql<{
    area: string
    name: MultiText
    parts: boolean
    all: number
    counts: Row['counts']
  }>`
    with asked as (
      select a.code, a.name, services.around(a.code) as around from access.areas a
       where a.code like ${own} and a.parent is not distinct from ${within ?? null}),
    reaching as (
      select a.code, s.domains from asked a
      join services.services s on s.state <> 'closed' and (cardinality(s.areas) = 0 or s.areas && a.around
        or exists (select 1 from services.places p where p.service_id = s.id and p.area = any (a.around)))
      join services.organisations o on o.id = s.organisation_id and o.closed_at is null)
    select a.code as area, a.name, exists (select 1 from access.areas b where b.parent = a.code) as parts,
      (select count(*)::int from reaching r where r.code = a.code) as all,
      coalesce((select jsonb_object_agg(c.domain, c.n) from (
        select d as domain, count(*)::int as n from reaching r, unnest(r.domains) d where r.code = a.code group by d) c), '{}') as counts
    from asked a order by a.code`.execute(ctx.tx)
  return { ...(within ? { within } : {}), rows: found.rows }
}
