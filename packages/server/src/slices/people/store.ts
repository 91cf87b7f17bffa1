/** The register in SQL: lists, counts, search, one person. Rows in, parsed shapes out; policies filter underneath. */
import type { Compartment } from '@kerege/contract/access/compartments'

import { nameText } from '@kerege/contract/people/rules'
import type { BirthDate, ContactSection, PersonFilter, PersonRow, Sex } from '@kerege/contract/people/schema'
import { DomainError, notFound } from '@kerege/contract/errors'
import { type RawBuilder, sql } from 'kysely'

import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/database.ts'
import { openCursor, sealCursor } from '../../platform/cursor.ts'
import { kinNamesOf, withKin } from './kinship/names.ts'

type Filter = PersonFilter

export const rowColumns = ['p.id', 'p.label', 'p.sex', 'p.birth', 'p.area_code', 'p.updated_at'] as const

/**
 * The policy decides what is seen. Saying the narrowest scope once more, in the query itself, lets the planner use
 * the index of that scope instead of walking the whole register behind the policy.
 */
export function scoped(
  ctx: Context,
  compartment: Compartment,
  table: string,
  id: string,
): RawBuilder<boolean> {
  const scopes = new Set(ctx.actor.rights.read?.[compartment] ?? [])
  if (scopes.has('node')) return sql<boolean>`true`
  const column = (name: string) => sql.ref(`${table}.${name}`)
  const { agency, team, areas } = ctx.actor
  const granted = (['own', 'task', 'sitting'] as const).some(scope => scopes.has(scope))
  const ways = [
    ...(scopes.has('agency') ? [sql`${column('agency_id')} = ${agency}::uuid`] : []),
    ...(scopes.has('team') && team ? [sql`${column('team_id')} = ${team}::uuid`] : []),
    ...(scopes.has('area') ? [sql`${column('area_code')} = any (${areas}::text[])`] : []),
    ...(granted ? [sql`${column(id)} in (select access.my_grants('read', ${compartment}))`] : []),
  ]
  return ways.length > 0 ? sql<boolean>`(${sql.join(ways, sql` or `)})` : sql<boolean>`false`
}

type Narrowing = Omit<Filter, 'limit' | 'cursor' | 'sort'>

/** What the filter says of a person `p`. */
export function narrowed(ctx: Context, filter: Narrowing): RawBuilder<boolean> {
  const today = ctx.now.toISOString().slice(0, 10)
  const { area, sex, minAge, maxAge, mine } = filter
  const all = [
    ...(area
      ? [sql`(p.area_code = ${area} or p.area_code > ${`${area}.`} and p.area_code < ${`${area}/`})`]
      : []),
    ...(sex ? [sql`p.sex = ${sex}`] : []),
    // Somebody whose age is not certain is shown when they may be of that age.
    ...(minAge === undefined ? [] : [sql`p.birth_from <= ${yearsBefore(today, minAge)}`]),
    ...(maxAge === undefined ? [] : [sql`p.birth_to > ${yearsBefore(today, maxAge + 1)}`]),
    ...(mine ? [sql`p.id in (select access.my_grants('read', 'contact'))`] : []),
  ]
  return all.length > 0 ? sql<boolean>`(${sql.join(all, sql` and `)})` : sql<boolean>`true`
}

export const filtered = (ctx: Context, filter: Narrowing) =>
  ctx.tx
    .selectFrom('people.persons as p')
    .where(scoped(ctx, 'contact', 'p', 'id'))
    .where(narrowed(ctx, filter))

const yearsBefore = (day: string, years: number) =>
  `${String(Number(day.slice(0, 4)) - years).padStart(4, '0')}${day.slice(4) === '-02-29' ? '-03-01' : day.slice(4)}`

/** By name or by the last change; by families: familyOrder.ts. */
export async function list(ctx: Context, filter: Filter): Promise<{ rows: PersonRow[]; next?: string }> {
  let query = filtered(ctx, filter).select([...rowColumns, 'p.sort_key'])
  const after = openCursor(ctx.node.keys.cursors, `people.${filter.sort}`, filter.cursor)
  if (filter.sort === 'name') {
    if (after) query = query.where(sql<boolean>`(p.sort_key, p.id) > (${after[0]}, ${after[1]}::uuid)`)
    query = query.orderBy('p.sort_key').orderBy('p.id')
  } else {
    if (after)
      query = query.where(sql<boolean>`(p.updated_at, p.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
    query = query.orderBy('p.updated_at', 'desc').orderBy('p.id', 'desc')
  }
  const found = await query.limit(filter.limit + 1).execute()
  const shown = found.slice(0, filter.limit)
  const last = shown.at(-1)
  const more = found.length > filter.limit && last
  return {
    rows: await complete(ctx.tx, shown),
    ...(more
      ? {
          next: sealCursor(ctx.node.keys.cursors, `people.${filter.sort}`, [
            filter.sort === 'name' ? last.sort_key : last.updated_at,
            last.id,
          ]),
        }
      : {}),
  }
}

export async function count(ctx: Context, filter: Narrowing): Promise<number> {
  const found = await filtered(ctx, filter)
    .select(eb => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return found.total
}

export interface RawRow {
  id: string
  label: string
  sex: string
  birth: unknown
  area_code: string
  updated_at: string
}

/** Adds other spellings and the household, as far as they are open, in one query each. */
export async function complete(tx: Tx, rows: readonly RawRow[]): Promise<PersonRow[]> {
  if (rows.length === 0) return []
  const ids = rows.map(row => row.id)
  const names = await tx
    .selectFrom('people.names')
    .select(['person_id', sql<string>`concat_ws(' ', family, given, patronymic)`.as('text')])
    .where(sql<boolean>`person_id = any (${ids}::uuid[])`)
    .orderBy('compartment')
    .orderBy('ordinal')
    .execute()
  const spellings = new Map<string, string[]>()
  for (const { person_id, text } of names) {
    const known = spellings.get(person_id)
    if (known) known.push(text)
    else spellings.set(person_id, [text])
  }
  return withHomes(tx, rows, row => spellings.get(row.id) ?? [])
}

async function withHomes<Row extends RawRow>(
  tx: Tx,
  rows: readonly Row[],
  spellingsOf: (row: Row) => readonly string[],
): Promise<PersonRow[]> {
  if (rows.length === 0) return []
  const ids = rows.map(row => row.id)
  const homes = await tx
    .selectFrom('people.household_members as m')
    .innerJoin('people.households as h', 'h.id', 'm.household_id')
    .select(['m.person_id', 'h.id', 'h.name'])
    .where(sql<boolean>`m.person_id = any (${ids}::uuid[])`)
    .where('m.valid_to', 'is', null)
    .execute()
  const homeOf = new Map(homes.map(home => [home.person_id, home]))
  return rows.map(row => {
    const home = homeOf.get(row.id)
    return {
      id: row.id,
      label: row.label,
      otherNames: [...new Set(spellingsOf(row))].filter(text => text !== row.label),
      sex: row.sex as Sex,
      birth: row.birth as BirthDate,
      area: row.area_code,
      ...(home ? { householdId: home.id, household: home.name } : {}),
      updatedAt: row.updated_at,
    }
  })
}

export type NameParts = Partial<Record<'family' | 'given' | 'patronymic', string>>

/** What is open of somebody who may be the one who is looked for. */
export interface LikenessRow extends RawRow {
  names: NameParts[]
  kin: { relation: string; name: string }[]
}

/**
 * Joined back to the protected tables, in the order of the ids: what the search below the policies let through by
 * mistake is not shown, and no spelling or relative that is shut is compared.
 */
export async function likenessRows(tx: Tx, ids: readonly string[]): Promise<LikenessRow[]> {
  if (ids.length === 0) return []
  const persons = await tx
    .selectFrom('people.persons as p')
    .select(rowColumns)
    .where(sql<boolean>`p.id = any (${ids}::uuid[])`)
    .execute()
  const names = await tx
    .selectFrom('people.names')
    .select(['person_id', 'family', 'given', 'patronymic'])
    .where(sql<boolean>`person_id = any (${ids}::uuid[])`)
    .orderBy('compartment')
    .orderBy('ordinal')
    .execute()
  const byId = new Map(persons.map(row => [row.id, { ...row, names: [], kin: [] } as LikenessRow]))
  for (const { person_id, ...parts } of names) byId.get(person_id)?.names.push(given(parts))
  return ids.flatMap(id => byId.get(id) ?? [])
}

/** The same with their families, as far as they are open: for comparing records, which a search need not. */
export async function withKinNames(tx: Tx, rows: readonly LikenessRow[]): Promise<LikenessRow[]> {
  const ids = rows.map(row => row.id)
  const homes = await sql<{ person_id: string; relation: string; name: string }>`
    select m.person_id, o.role as relation, p.label as name
      from people.household_members m
      join people.household_members o on o.household_id = m.household_id and o.valid_to is null
       and ((m.role = 'child' and o.role in ('mother', 'father')) or (m.role in ('mother', 'father') and o.role = 'child'))
      join people.persons p on p.id = o.person_id
     where m.person_id = any (${ids}::uuid[]) and m.valid_to is null`.execute(tx)
  const kin = await kinNamesOf(tx, ids)
  return rows.map(row => {
    const known = homes.rows.filter(one => one.person_id === row.id)
    return {
      ...row,
      kin: withKin(
        known.map(({ relation, name }) => ({ relation, name })),
        kin.get(row.id),
      ),
    }
  })
}

/** Mother and father of a household by name, as far as they are open. */
export async function parentsIn(tx: Tx, householdId: string): Promise<{ relation: string; name: string }[]> {
  const found = await sql<{ relation: string; name: string }>`
    select m.role as relation, p.label as name
      from people.household_members m join people.persons p on p.id = m.person_id
     where m.household_id = ${householdId}::uuid and m.valid_to is null and m.role in ('mother', 'father')
     order by m.role, m.id`.execute(tx)
  return found.rows
}

const given = (parts: Record<keyof NameParts, string | null>): NameParts =>
  Object.fromEntries(Object.entries(parts).filter(([, text]) => text !== null))

/** Rows as a list shows them, in the order given; their spellings were read already. */
export const rowsOf = (tx: Tx, rows: readonly LikenessRow[]): Promise<PersonRow[]> =>
  withHomes(tx, rows, ({ names }) => names.map(nameText))

export type StoredPerson = Awaited<ReturnType<typeof get>>

export async function get(tx: Tx, id: string) {
  const row = await tx.selectFrom('people.persons').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw await absent(tx, id)
  return row
}

/** A record that joined another says which, to whom that one is open; for everybody else there is none. */
async function absent(tx: Tx, id: string): Promise<DomainError> {
  const found = await sql<{ id: string | null }>`select people.joined_to(${id}::uuid) as id`.execute(tx)
  const personId = found.rows[0]?.id
  return personId ? new DomainError('conflict', 'person-merged', { personId }) : notFound()
}

/** Locks the person for this transaction. @throws DomainError `stale-version` when it was changed meanwhile */
export async function lock(tx: Tx, id: string, basedOn: number | null) {
  const row = await tx
    .selectFrom('people.persons')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw await absent(tx, id)
  if (basedOn !== null && row.version !== basedOn) {
    throw new DomainError('conflict', 'stale-version', { version: row.version })
  }
  return row
}

export const contactOf = (
  row: { sex: string; birth: unknown; languages: unknown; contacts: unknown },
  names: ContactSection['names'],
): ContactSection => ({
  names,
  sex: row.sex as Sex,
  birth: row.birth as BirthDate,
  languages: row.languages as ContactSection['languages'],
  contacts: row.contacts as ContactSection['contacts'],
})

export async function openCompartments(
  tx: Tx,
  id: string,
): Promise<{ open: Compartment[]; writable: Compartment[] }> {
  const found = await sql<{ open: Compartment[]; writable: Compartment[] }>`
    select access.open_compartments('read', ${id}::uuid) as open, access.open_compartments('write', ${id}::uuid) as writable`.execute(
    tx,
  )
  const row = found.rows[0]
  return { open: row?.open ?? [], writable: row?.writable ?? [] }
}
