/** Organisations of the directory: schools, clinics, offices, associations. Closed ones stay, since families were sent there. */
import { type Language, type MultiText, type Page, textIn } from '@kerege/contract/common'
import { DomainError, invalid, notFound } from '@kerege/contract/errors'
import type {
  AddOrganisation,
  Organisation,
  OrganisationFilter,
  OrganisationKind,
  SaveOrganisation,
} from '@kerege/contract/services/schema'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { openCursor, sealCursor } from '../../platform/cursor.ts'
import { wordsOf } from './words.ts'

const selected = (ctx: Context) =>
  ctx.tx
    .selectFrom('services.organisations as o')
    .selectAll('o')
    .select([
      sql<number>`(select count(*)::int from services.services s where s.organisation_id = o.id and s.state <> 'closed')`.as(
        'services',
      ),
      sql<string>`lower(o.label)`.as('sorted'),
    ])
type Found = Awaited<ReturnType<ReturnType<typeof selected>['execute']>>[number]

const toOrganisation = (row: Found): Organisation => ({
  id: row.id,
  version: row.version,
  name: row.name as MultiText, // the schema of the command let it in
  kind: row.kind as OrganisationKind, // a constraint of the table
  ...(row.phone ? { phone: row.phone } : {}),
  ...(row.email ? { email: row.email } : {}),
  ...(row.website ? { website: row.website } : {}),
  ...(row.agency_id ? { agencyId: row.agency_id } : {}),
  closed: row.closed_at !== null,
  services: row.services,
})

export async function list(ctx: Context, filter: OrganisationFilter): Promise<Page<Organisation>> {
  const after = openCursor(ctx.node.keys.cursors, 'organisations', filter.cursor)
  let query = selected(ctx)
  if (filter.kind) query = query.where('o.kind', '=', filter.kind)
  if (after) query = query.where(sql<boolean>`(lower(o.label), o.id) > (${after[0]}, ${after[1]}::uuid)`)
  const found = await query
    .orderBy(sql`lower(o.label)`)
    .orderBy('o.id')
    .limit(filter.limit + 1)
    .execute()
  const shown = found.slice(0, filter.limit)
  const last = shown.at(-1)
  const rows = shown.map(toOrganisation)
  return found.length > filter.limit && last
    ? { rows, next: sealCursor(ctx.node.keys.cursors, 'organisations', [last.sorted, last.id]) }
    : { rows }
}

export async function findOrganisation(ctx: Context, id: string): Promise<Organisation | undefined> {
  const row = await selected(ctx).where('o.id', '=', id).executeTakeFirst()
  return row && toOrganisation(row)
}

async function get(ctx: Context, id: string): Promise<Organisation> {
  const found = await findOrganisation(ctx, id)
  if (!found) throw notFound()
  return found
}

/** As registers write it that know one language: the first of the node's that the name has. */
function labelOf(ctx: Context, name: MultiText): string {
  const ours: readonly Language[] = ctx.node.info.languages
  const own = ours.find(language => language !== 'en' && name[language])
  return textIn(name, own ?? 'en').text
}

const columns = (ctx: Context, draft: Omit<SaveOrganisation, 'closed'>) => ({
  name: JSON.stringify(draft.name),
  label: labelOf(ctx, draft.name),
  kind: draft.kind,
  phone: draft.phone ?? null,
  email: draft.email ?? null,
  website: draft.website ?? null,
  agency_id: draft.agencyId ?? null,
  updated_at: ctx.now,
})

/** A command that is sent again makes nothing new: the id was made by the device. */
export async function add(ctx: Context, draft: AddOrganisation): Promise<Organisation> {
  await requireAgency(ctx, draft.agencyId)
  await ctx.tx
    .insertInto('services.organisations')
    .values({ ...columns(ctx, draft), id: draft.id, created_by: ctx.actor.account, created_at: ctx.now })
    .onConflict(conflict => conflict.column('id').doNothing())
    .execute()
  ctx.trail.touched(draft.id, ['organisation'])
  return get(ctx, draft.id)
}

/** @throws DomainError `stale-version` */
export async function change(ctx: Context, id: string, draft: SaveOrganisation): Promise<Organisation> {
  const seen = await get(ctx, id)
  if (seen.version !== ctx.basedOn)
    throw new DomainError('conflict', 'stale-version', { version: seen.version })
  await requireAgency(ctx, draft.agencyId)
  await write(ctx, seen, draft)
  return get(ctx, id)
}

export async function write(ctx: Context, seen: Organisation, draft: SaveOrganisation): Promise<void> {
  const saved = await ctx.tx
    .updateTable('services.organisations')
    .set({
      ...columns(ctx, draft),
      version: seen.version + 1,
      closed_at: draft.closed ? sql`coalesce(closed_at, ${ctx.now.toISOString()}::timestamptz)` : null,
    })
    .where('id', '=', seen.id)
    .where('version', '=', seen.version)
    .executeTakeFirst()
  if (!saved.numUpdatedRows) throw new DomainError('conflict', 'stale-version')
  await refreshWords(ctx, seen.id, seen.name, draft.name)
  ctx.trail.touched(seen.id, ['organisation'])
}

/** A service is also found by the name of who offers it. */
async function refreshWords(ctx: Context, id: string, before: MultiText, after: MultiText): Promise<void> {
  const [old, fresh] = [wordsOf([before]), wordsOf([after])]
  if (old === fresh) return
  await ctx.tx
    .updateTable('services.services')
    .set({ words: sql`replace(words, ${old}, ${fresh})` })
    .where('organisation_id', '=', id)
    .execute()
}

async function requireAgency(ctx: Context, id: string | undefined): Promise<void> {
  if (id === undefined) return
  const found = await ctx.tx
    .selectFrom('access.agencies')
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst()
  if (!found) throw invalid([{ pointer: '/agencyId', code: 'not-found' }])
}
