/** Services in SQL: found by need, area, language and age; read whole with their places. */
import type { Language, MultiText, Page } from '@kerege/contract/common'
import { notFound } from '@kerege/contract/errors'
import { termsOf } from '@kerege/contract/profile/schema'
import { isStale, oldestReliable } from '@kerege/contract/services/rules'
import type {
  Hours,
  OrganisationKind,
  Place,
  Service,
  ServiceFilter,
  ServiceMapFilter,
  ServiceRow,
} from '@kerege/contract/services/schema'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { openCursor, sealCursor } from '../../platform/cursor.ts'
import { today } from '../../platform/localDay.ts'

/** By the name in the language of whoever reads; where there is none, by the first that there is. */
const sortKey = (language: Language) =>
  sql<string>`lower(coalesce(s.name #>> array[${language}, 'text'], s.words))`

const selected = (ctx: Context, language: Language = ctx.actor.language) =>
  ctx.tx
    .selectFrom('services.services as s')
    .innerJoin('services.organisations as o', 'o.id', 's.organisation_id')
    .leftJoin('access.accounts as v', 'v.id', 's.verified_by')
    .selectAll('s')
    .select([
      'o.name as organisation_name',
      'o.kind',
      'o.phone as organisation_phone',
      'o.email as organisation_email',
      'o.agency_id',
      'o.closed_at as organisation_closed',
      'v.name as verifier',
      sortKey(language).as('sorted'),
      sql<
        string[]
      >`array(select distinct p.area from services.places p where p.service_id = s.id order by p.area)`.as(
        'place_areas',
      ),
    ])
type Found = Awaited<ReturnType<ReturnType<typeof selected>['execute']>>[number]

const conditions = (ctx: Context, filter: ServiceMapFilter) => {
  const { q, domain, area, language, age, kind, cost, state, stale, organisationId } = filter
  return [
    state ? sql<boolean>`s.state = ${state}` : sql<boolean>`s.state <> 'closed' and o.closed_at is null`,
    ...(q ? [sql<boolean>`strpos(s.words, ${q.toLocaleLowerCase()}) > 0`] : []),
    ...(domain ? [sql<boolean>`${domain} = any (s.domains)`] : []),
    ...(area
      ? [
          sql<boolean>`(cardinality(s.areas) = 0 or s.areas && services.around(${area})
            or exists (select 1 from services.places p where p.service_id = s.id and p.area = any (services.around(${area}))))`,
        ]
      : []),
    ...(language ? [sql<boolean>`${language} = any (s.languages)`] : []),
    ...(age === undefined
      ? []
      : [sql<boolean>`coalesce(s.min_age, 0) <= ${age} and coalesce(s.max_age, 200) >= ${age}`]),
    ...(kind ? [sql<boolean>`o.kind = ${kind}`] : []),
    ...(cost ? [sql<boolean>`s.cost = ${cost}`] : []),
    ...(stale
      ? [
          sql<boolean>`(s.verified_on is null or s.verified_on < ${oldestReliable(today(ctx), termsOf(ctx.node.profile).serviceMonths)}::date)`,
        ]
      : []),
    ...(organisationId ? [sql<boolean>`s.organisation_id = ${organisationId}::uuid`] : []),
  ]
}

const matching = (ctx: Context, filter: ServiceMapFilter, language: Language = ctx.actor.language) =>
  conditions(ctx, filter).reduce((query, one) => query.where(one), selected(ctx, language))

/** The same services as the list has, whole, by name. */
export async function narrowed(ctx: Context, filter: ServiceMapFilter, most: number): Promise<Service[]> {
  const found = await matching(ctx, filter)
    .orderBy(sortKey(ctx.actor.language))
    .orderBy('s.id')
    .limit(most)
    .execute()
  return wholes(ctx, found)
}

export async function list(ctx: Context, filter: ServiceFilter): Promise<Page<ServiceRow>> {
  const after = openCursor(ctx.node.keys.cursors, 'services', filter.cursor)
  const language = filter.orderIn ?? ctx.actor.language
  const all = matching(ctx, filter, language)
  const query = after
    ? all.where(sql<boolean>`(${sortKey(language)}, s.id) > (${after[0]}, ${after[1]}::uuid)`)
    : all
  const found = await query
    .orderBy(sortKey(language))
    .orderBy('s.id')
    .limit(filter.limit + 1)
    .execute()
  const shown = found.slice(0, filter.limit)
  const last = shown.at(-1)
  const rows = shown.map(row => toRow(ctx, row))
  return found.length > filter.limit && last
    ? { rows, next: sealCursor(ctx.node.keys.cursors, 'services', [last.sorted, last.id]) }
    : { rows }
}

const checkedOf = (ctx: Context, row: Found) => ({
  ...(row.verified_on ? { verifiedOn: row.verified_on } : {}),
  stale: isStale(row.verified_on ?? undefined, today(ctx), termsOf(ctx.node.profile).serviceMonths),
})
const organisationOf = (row: Found): ServiceRow['organisation'] => ({
  id: row.organisation_id,
  name: row.organisation_name as MultiText, // the schema of the command let it in
  kind: row.kind as OrganisationKind, // a constraint of the table
  ...(row.organisation_phone ? { phone: row.organisation_phone } : {}),
  ...(row.organisation_email ? { email: row.organisation_email } : {}),
  inside: row.agency_id !== null,
  closed: row.organisation_closed !== null,
})

function toRow(ctx: Context, row: Found): ServiceRow {
  const shape = row as unknown as ServiceRow // words that the schema of the command let in
  const phone = row.phone ?? row.organisation_phone
  return {
    id: row.id,
    version: row.version,
    organisation: organisationOf(row),
    name: shape.name,
    domains: shape.domains,
    languages: row.languages,
    areas: row.areas,
    placeAreas: row.place_areas,
    ...(row.min_age === null ? {} : { minAge: row.min_age }),
    ...(row.max_age === null ? {} : { maxAge: row.max_age }),
    cost: shape.cost,
    ...(phone ? { phone } : {}),
    state: shape.state,
    ...checkedOf(ctx, row),
  }
}

const find = (ctx: Context, id: string): Promise<Found | undefined> =>
  selected(ctx).where('s.id', '=', id).executeTakeFirst()

/** @throws DomainError `not-found` */
export async function whole(ctx: Context, id: string): Promise<Service> {
  const row = await find(ctx, id)
  if (!row) throw notFound()
  return (await wholes(ctx, [row]))[0] as Service // one for each row
}

export async function findService(ctx: Context, id: string): Promise<Service | undefined> {
  const row = await find(ctx, id)
  return row && (await wholes(ctx, [row]))[0]
}

/** The whole directory, closed ones too: what leaves as a file is what stands here. */
export async function all(ctx: Context): Promise<Service[]> {
  return wholes(ctx, await selected(ctx).orderBy('s.created_at').orderBy('s.id').execute())
}

async function wholes(ctx: Context, rows: readonly Found[]): Promise<Service[]> {
  const places = await placesOf(
    ctx,
    rows.map(row => row.id),
  )
  return rows.map(row => toService(ctx, row, places.get(row.id) ?? []))
}

function toService(ctx: Context, row: Found, places: Place[]): Service {
  const shape = row as unknown as Service // words that the schema of the command let in
  return {
    id: row.id,
    version: row.version,
    organisationId: row.organisation_id,
    organisation: organisationOf(row),
    name: shape.name,
    ...(row.description ? { description: shape.description } : {}),
    ...(row.eligibility ? { eligibility: shape.eligibility } : {}),
    ...(row.apply ? { apply: shape.apply } : {}),
    ...(row.min_age === null ? {} : { minAge: row.min_age }),
    ...(row.max_age === null ? {} : { maxAge: row.max_age }),
    languages: row.languages,
    domains: shape.domains,
    areas: row.areas,
    cost: shape.cost,
    ...(row.cost_note ? { costNote: row.cost_note } : {}),
    ...(row.capacity ? { capacity: row.capacity } : {}),
    ...(row.phone ? { phone: row.phone } : {}),
    ...(row.email ? { email: row.email } : {}),
    ...(row.website ? { website: row.website } : {}),
    state: shape.state,
    places,
    ...checkedOf(ctx, row),
    ...(row.verified_by && row.verifier !== null
      ? { verifiedBy: { id: row.verified_by, name: row.verifier } }
      : {}),
    updatedAt: row.updated_at,
    mayKeep: ctx.actor.verbs.includes('services.keep'),
  }
}

async function placesOf(ctx: Context, ids: readonly string[]): Promise<Map<string, Place[]>> {
  const rows = await ctx.tx
    .selectFrom('services.places as p')
    .selectAll()
    .where(sql<boolean>`p.service_id = any (${ids}::uuid[])`)
    .orderBy('p.service_id')
    .orderBy('p.ordinal')
    .execute()
  const found = new Map<string, Place[]>(ids.map(id => [id, []]))
  for (const row of rows) {
    found.get(row.service_id)?.push({
      id: row.id,
      ...(row.name ? { name: row.name } : {}),
      area: row.area,
      ...(row.address ? { address: row.address } : {}),
      ...(row.phone ? { phone: row.phone } : {}),
      ...(row.latitude === null ? {} : { latitude: row.latitude }),
      ...(row.longitude === null ? {} : { longitude: row.longitude }),
      hours: row.hours as Hours[], // the schema of the command let it in
      ...(row.hours_note ? { hoursNote: row.hours_note } : {}),
    })
  }
  return found
}
