/** Agencies and their teams. Commands that are sent again make nothing new: ids are made by the asker. */
import type { Agency, Area, Team } from '@kerege/contract/access/schema'
import type { MultiText } from '@kerege/contract/common'
import { invalid, notFound } from '@kerege/contract/errors'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Context } from '../../platform/context.ts'

type AgencyRow = z.output<typeof Agency>
type TeamRow = z.output<typeof Team>

export async function listAgencies(ctx: Context): Promise<{ agencies: AgencyRow[]; teams: TeamRow[] }> {
  return { agencies: await agencies(ctx), teams: await teams(ctx) }
}

async function agencies(ctx: Context, id?: string): Promise<AgencyRow[]> {
  let query = ctx.tx.selectFrom('access.agencies').select(['id', 'name', 'kind', 'country'])
  if (id) query = query.where('id', '=', id)
  const rows = await query.orderBy('created_at').orderBy('id').execute()
  return rows.map(row => ({
    id: row.id,
    name: row.name as MultiText,
    kind: row.kind as AgencyRow['kind'],
    ...(row.country === null ? {} : { country: row.country }),
  }))
}

async function teams(ctx: Context, id?: string): Promise<TeamRow[]> {
  let query = ctx.tx.selectFrom('access.teams').select(['id', 'agency_id', 'name'])
  if (id) query = query.where('id', '=', id)
  const rows = await query.orderBy('agency_id').orderBy('name').orderBy('id').execute()
  return rows.map(row => ({ id: row.id, agencyId: row.agency_id, name: row.name }))
}

export async function addAgency(ctx: Context, draft: AgencyRow): Promise<AgencyRow> {
  await ctx.tx
    .insertInto('access.agencies')
    .values({
      id: draft.id,
      name: JSON.stringify(draft.name),
      kind: draft.kind,
      country: draft.country ?? null,
    })
    .onConflict(conflict => conflict.column('id').doNothing())
    .execute()
  ctx.trail.touched(draft.id)
  const [made] = await agencies(ctx, draft.id)
  if (!made) throw notFound()
  return made
}

export async function addTeam(ctx: Context, draft: TeamRow): Promise<TeamRow> {
  const [agency] = await agencies(ctx, draft.agencyId)
  if (!agency) throw invalid([{ pointer: '/agencyId', code: 'not-found' }])
  await ctx.tx
    .insertInto('access.teams')
    .values({ id: draft.id, agency_id: draft.agencyId, name: draft.name })
    .onConflict(conflict => conflict.column('id').doNothing())
    .execute()
  ctx.trail.touched(draft.id)
  const [made] = await teams(ctx, draft.id)
  if (!made) throw notFound()
  return made
}

/** Those of the node's own state first, each district after its region; people come from elsewhere too. */
export async function listAreas(ctx: Context): Promise<{ areas: z.output<typeof Area>[] }> {
  const rows = await ctx.tx
    .selectFrom('access.areas')
    .selectAll()
    .orderBy(sql`code like ${`${ctx.node.info.country ?? ''}-%`}`, 'desc')
    .orderBy(sql`code collate "C"`)
    .execute()
  return {
    areas: rows.map(row => ({
      code: row.code,
      ...(row.parent ? { parent: row.parent } : {}),
      name: row.name as MultiText,
      invented: row.invented,
    })),
  }
}
