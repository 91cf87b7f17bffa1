/** Keeping the directory: added, changed, and checked again. Who signs for it is whoever looked. */
import type { MultiText } from '@kerege/contract/common'
import { DomainError, type Fault, invalid } from '@kerege/contract/errors'
import type { AddService, Place, SaveService, Service } from '@kerege/contract/services/schema'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { today } from '../../platform/localDay.ts'
import { findOrganisation } from './organisations.ts'
import * as store from './store.ts'
import { wordsOf } from './words.ts'

/** A command that is sent again makes nothing new: the id was made by the device. */
export async function add(ctx: Context, draft: AddService): Promise<Service> {
  const known = await store.findService(ctx, draft.id)
  if (known) return known
  const organisation = await requireSound(ctx, draft)
  await insert(ctx, draft, organisation, { on: today(ctx), by: ctx.actor.account })
  return store.whole(ctx, draft.id)
}

/** @throws DomainError `stale-version` when somebody changed it meanwhile */
export async function change(ctx: Context, id: string, draft: SaveService): Promise<Service> {
  const seen = await store.whole(ctx, id)
  if (seen.version !== ctx.basedOn)
    throw new DomainError('conflict', 'stale-version', { version: seen.version })
  const organisation = await requireSound(ctx, draft)
  await update(ctx, seen, draft, organisation)
  return store.whole(ctx, id)
}

/** Once a day is enough: a second time changes nothing. */
export async function verify(ctx: Context, id: string, version: number): Promise<Service> {
  const seen = await store.whole(ctx, id)
  const day = today(ctx)
  if (seen.verifiedOn === day && seen.verifiedBy?.id === ctx.actor.account) return seen
  const saved =
    seen.version === version
      ? await ctx.tx
          .updateTable('services.services')
          .set({ verified_on: day, verified_by: ctx.actor.account, version: version + 1 })
          .where('id', '=', id)
          .where('version', '=', version)
          .executeTakeFirst()
      : undefined
  if (!saved?.numUpdatedRows) throw new DomainError('conflict', 'stale-version', { version: seen.version })
  ctx.trail.touched(id, ['verified'])
  return store.whole(ctx, id)
}

/** All that cannot be, at once. @returns the name of the organisation */
async function requireSound(ctx: Context, draft: SaveService): Promise<MultiText> {
  const faults: Fault[] = []
  const organisation = await findOrganisation(ctx, draft.organisationId)
  if (!organisation) faults.push({ pointer: '/organisationId', code: 'not-found' })
  const known = await knownAreas(ctx)
  draft.areas.forEach((code, at) => {
    if (!known.has(code)) faults.push({ pointer: `/areas/${at}`, code: 'area-unknown' })
  })
  draft.places.forEach(({ area }, at) => {
    if (!known.has(area)) faults.push({ pointer: `/places/${at}/area`, code: 'area-unknown' })
  })
  if (faults.length > 0 || !organisation) throw invalid(faults)
  return organisation.name
}

export async function knownAreas(ctx: Context): Promise<Map<string, MultiText>> {
  const rows = await ctx.tx.selectFrom('access.areas').select(['code', 'name']).execute()
  return new Map(rows.map(row => [row.code, row.name as MultiText])) // saved by the schema of areas
}

const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value))

const columns = (ctx: Context, draft: SaveService, organisation: MultiText) => ({
  organisation_id: draft.organisationId,
  name: JSON.stringify(draft.name),
  description: json(draft.description),
  eligibility: json(draft.eligibility),
  apply: json(draft.apply),
  min_age: draft.minAge ?? null,
  max_age: draft.maxAge ?? null,
  languages: draft.languages,
  domains: draft.domains,
  areas: draft.areas,
  cost: draft.cost,
  cost_note: draft.costNote ?? null,
  capacity: draft.capacity ?? null,
  phone: draft.phone ?? null,
  email: draft.email ?? null,
  website: draft.website ?? null,
  state: draft.state,
  words: wordsOf([draft.name, organisation, draft.description, draft.eligibility, draft.apply]),
  updated_at: ctx.now,
})

interface Checked {
  on: string | null
  by: string | null
}

/** What comes by a file says itself when it was checked, and by nobody of ours. */
export async function insert(
  ctx: Context,
  draft: AddService,
  organisation: MultiText,
  checked: Checked,
): Promise<void> {
  await ctx.tx
    .insertInto('services.services')
    .values({
      ...columns(ctx, draft, organisation),
      id: draft.id,
      verified_on: checked.on,
      verified_by: checked.by,
      created_by: ctx.actor.account,
      created_at: ctx.now,
    })
    .execute()
  await putPlaces(ctx, draft.id, draft.places)
  ctx.trail.touched(draft.id, ['service'])
}

export async function update(
  ctx: Context,
  seen: Service,
  draft: SaveService,
  organisation: MultiText,
  checked?: Checked,
): Promise<void> {
  const saved = await ctx.tx
    .updateTable('services.services')
    .set({
      ...columns(ctx, draft, organisation),
      version: seen.version + 1,
      ...(checked ? { verified_on: checked.on, verified_by: checked.by } : {}),
    })
    .where('id', '=', seen.id)
    .where('version', '=', seen.version)
    .executeTakeFirst()
  if (!saved.numUpdatedRows) throw new DomainError('conflict', 'stale-version')
  await sql`delete from services.places where service_id = ${seen.id}::uuid`.execute(ctx.tx)
  await putPlaces(ctx, seen.id, draft.places)
  ctx.trail.touched(seen.id, ['service'])
}

async function putPlaces(ctx: Context, serviceId: string, places: readonly Place[]): Promise<void> {
  if (places.length === 0) return
  await ctx.tx
    .insertInto('services.places')
    .values(
      places.map((place, ordinal) => ({
        service_id: serviceId,
        id: place.id,
        ordinal,
        name: place.name ?? null,
        area: place.area,
        address: place.address ?? null,
        phone: place.phone ?? null,
        latitude: place.latitude ?? null,
        longitude: place.longitude ?? null,
        hours: JSON.stringify(place.hours),
        hours_note: place.hoursNote ?? null,
      })),
    )
    .execute()
}
