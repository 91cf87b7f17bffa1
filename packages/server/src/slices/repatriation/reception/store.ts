/** Reception in SQL: houses, rooms, beds, belongings, needs. Policies filter underneath; rows in, parsed shapes out. */
import { notFound } from '@kerege/contract/errors'
import type { BirthDate, Sex } from '@kerege/contract/people/schema'
import type { Guest, Room, Site } from '@kerege/contract/repatriation/reception/schema'
import type { DivisionPlace } from '@kerege/contract/repatriation/unity'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'

const sites = (ctx: Context) =>
  ctx.tx
    .selectFrom('repatriation.sites as s')
    .select(['s.id', 's.version', 's.name', 's.kind', 's.area_code', 's.closed_at'])
    .select(sql<boolean>`s.id in (select repatriation.kept_houses())`.as('kept'))
export type FoundSite = Awaited<ReturnType<ReturnType<typeof sites>['execute']>>[number]

export const allSites = (ctx: Context): Promise<FoundSite[]> =>
  sites(ctx).orderBy('s.name').orderBy('s.id').execute()

/** @throws DomainError `not-found`, for a house that is not open and for none alike */
export async function getSite(ctx: Context, id: string): Promise<FoundSite> {
  const row = await sites(ctx).where('s.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return row
}

/** Takes the house for this transaction. @throws DomainError `not-found` where the actor does not work in it */
export async function lockSite(ctx: Context, id: string): Promise<FoundSite> {
  const seen = await getSite(ctx, id)
  if (!seen.kept) throw notFound()
  await sql`select repatriation.lock_house(${id}::uuid)`.execute(ctx.tx)
  return getSite(ctx, id)
}

export const roomsOf = (ctx: Context, siteIds: readonly string[]) =>
  ctx.tx
    .selectFrom('repatriation.rooms as r')
    .select(['r.id', 'r.site_id', 'r.name', 'r.kind', 'r.places', 'r.closed_at'])
    .where(sql<boolean>`r.site_id = any (${[...siteIds]}::uuid[])`)
    .orderBy('r.name')
    .orderBy('r.id')
    .execute()
export type FoundRoom = Awaited<ReturnType<typeof roomsOf>>[number]

/** How many sleep in each room, whoever sees them; `null` is the house without a room. */
export async function takenIn(
  ctx: Context,
  siteIds: readonly string[],
): Promise<{ site_id: string; room_id: string | null; people: number }[]> {
  const found = await sql<{ site_id: string; room_id: string | null; people: number }>`
    select * from repatriation.taken(${[...siteIds]}::uuid[])`.execute(ctx.tx)
  return found.rows
}

export const toRoom = (row: FoundRoom, taken: number): Room => ({
  id: row.id,
  name: row.name,
  kind: row.kind as Room['kind'],
  places: row.places,
  taken,
  closed: row.closed_at !== null,
})

export const toSite = (row: FoundSite, rooms: readonly Room[], taken: number): Site => ({
  id: row.id,
  version: row.version,
  name: row.name,
  kind: row.kind as Site['kind'],
  area: row.area_code,
  closed: row.closed_at !== null,
  places: rooms.filter(room => !room.closed).reduce((sum, room) => sum + room.places, 0),
  taken,
})

const stays = (ctx: Context) =>
  ctx.tx
    .selectFrom('repatriation.stays as s')
    .innerJoin('people.persons as p', 'p.id', 's.person_id')
    .leftJoin('repatriation.lines as l', 'l.id', 's.line_id')
    .leftJoin('repatriation.families as f', 'f.id', 'l.family_id')
    .leftJoin('people.household_members as m', join =>
      join.onRef('m.person_id', '=', 's.person_id').on('m.valid_to', 'is', null),
    )
    .leftJoin('people.households as h', 'h.id', 'm.household_id')
    .leftJoin('access.accounts as i', 'i.id', 's.interpreter_id')
    .select([
      's.id',
      's.version',
      's.site_id',
      's.room_id',
      's.person_id',
      's.line_id',
      's.since',
      's.from_at',
      's.to_at',
      's.ended',
      's.language',
      's.interpreter_id',
      's.interpreter',
      'i.name as interpreter_name',
      'p.label',
      'p.sort_key',
      'p.sex',
      'p.birth',
      'p.languages',
      'f.id as family_id',
      'f.name as family',
      'h.id as household_id',
      'h.name as household',
    ])
    .where('p.merged_into', 'is', null)
export type FoundStay = Awaited<ReturnType<ReturnType<typeof stays>['execute']>>[number]

export const guestsOf = (ctx: Context, siteId: string): Promise<FoundStay[]> =>
  stays(ctx)
    .where('s.site_id', '=', siteId)
    .where('s.to_at', 'is', null)
    .orderBy('p.birth_to')
    .orderBy('p.sort_key')
    .orderBy('s.id')
    .execute()

/** @throws DomainError `not-found` */
export async function getStay(ctx: Context, id: string): Promise<FoundStay> {
  const row = await stays(ctx).where('s.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return row
}

export const openStaysOf = (ctx: Context, personIds: readonly string[]): Promise<FoundStay[]> =>
  stays(ctx)
    .where(sql<boolean>`s.person_id = any (${[...personIds]}::uuid[])`)
    .where('s.to_at', 'is', null)
    .execute()

/** Everybody of these families or homes who has a bed, wherever it is. */
export const bedsOfParties = (ctx: Context, parties: readonly string[]): Promise<FoundStay[]> =>
  stays(ctx)
    .where('s.to_at', 'is', null)
    .where(sql<boolean>`coalesce(f.id, h.id) = any (${[...parties]}::uuid[])`)
    .execute()

const partyOf = (row: {
  family_id: string | null
  family: string | null
  household_id: string | null
  household: string | null
}): Guest['party'] => {
  const id = row.family_id ?? row.household_id
  return id === null ? undefined : { id, name: row.family ?? row.household ?? '' }
}

export const toGuest = (row: {
  person_id: string
  label: string
  sex: string
  birth: unknown
  languages: unknown
  family_id: string | null
  family: string | null
  household_id: string | null
  household: string | null
}): Guest => {
  const party = partyOf(row)
  return {
    personId: row.person_id,
    name: row.label,
    sex: row.sex as Sex,
    birth: row.birth as BirthDate,
    ...(party ? { party } : {}),
    // The shape of the register, checked by its own schema when it was written.
    languages: (row.languages as { tag: string }[]).map(language => language.tag),
  }
}

/** People of operations that the actor works in, who came and have no bed. */
export const arrived = (ctx: Context) =>
  ctx.tx
    .selectFrom('repatriation.lines as l')
    .innerJoin('repatriation.operations as o', 'o.id', 'l.operation_id')
    .innerJoin('people.persons as p', 'p.id', 'l.person_id')
    .leftJoin('repatriation.families as f', 'f.id', 'l.family_id')
    .leftJoin('people.household_members as m', join =>
      join.onRef('m.person_id', '=', 'l.person_id').on('m.valid_to', 'is', null),
    )
    .leftJoin('people.households as h', 'h.id', 'm.household_id')
    .select([
      'l.id as line_id',
      'o.id as operation_id',
      'o.name as operation',
      'l.person_id',
      'p.label',
      'p.sex',
      'p.birth',
      'p.languages',
      'f.id as family_id',
      'f.name as family',
      'h.id as household_id',
      'h.name as household',
    ])
    .where('l.state', '=', 'arrived')
    .where('p.merged_into', 'is', null)
    .where(sql<boolean>`not exists (
      select 1 from repatriation.stays s where s.person_id = l.person_id and s.to_at is null)`)
    .orderBy('f.name')
    .orderBy('p.birth_to')
    .orderBy('l.id')
    .execute()

/** The latest medical needs of each, where the health section is open. */
export async function needsOf(
  ctx: Context,
  personIds: readonly string[],
): Promise<Map<string, { urgency: string; needs: string[] }>> {
  const found = await ctx.tx
    .selectFrom('repatriation.triage')
    .distinctOn('person_id')
    .select(['person_id', 'urgency', 'needs'])
    .where('kind', '=', 'medical')
    .where(sql<boolean>`person_id = any (${[...personIds]}::uuid[])`)
    .orderBy('person_id')
    .orderBy('at', 'desc')
    .execute()
  return new Map(found.map(row => [row.person_id, row]))
}

export async function keptOf(ctx: Context, personIds: readonly string[]): Promise<Map<string, number>> {
  const found = await ctx.tx
    .selectFrom('repatriation.belongings')
    .select(['person_id', sql<number>`count(*)::int`.as('n')])
    .where('given_back_on', 'is', null)
    .where(sql<boolean>`person_id = any (${[...personIds]}::uuid[])`)
    .groupBy('person_id')
    .execute()
  return new Map(found.map(row => [row.person_id, row.n]))
}

/** Families and homes that two people let be apart at one of these places, as long as it holds. */
export async function agreedApart(ctx: Context, parties: readonly string[], at: readonly DivisionPlace[]) {
  const rows = await ctx.tx
    .selectFrom('repatriation.divisions')
    .select([sql<string>`coalesce(family_id, household_id)`.as('party_id'), 'ends_at'])
    .where('agreed_by', 'is not', null)
    .where('ends_at', '>', ctx.now.toISOString())
    .where(sql<boolean>`at = any (${[...at]}::text[])`)
    .where(sql<boolean>`coalesce(family_id, household_id) = any (${[...parties]}::uuid[])`)
    .execute()
  return rows.map(row => ({ partyId: row.party_id, endsAt: row.ends_at }))
}
