/** People abroad in SQL: the list, its counts, one record, its entries and steps. Policies filter underneath. */
import type { Scope } from '@kerege/contract/access/roles'
import { DomainError, notFound } from '@kerege/contract/errors'
import { type AgeGroup, ageGroupOf } from '@kerege/contract/repatriation/operations/rules'
import { openAbroad } from '@kerege/contract/repatriation/register/rules'
import type { AbroadFilter, AbroadRow } from '@kerege/contract/repatriation/register/schema'
import type { BirthDate, Sex } from '@kerege/contract/people/schema'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { openCursor, pageOf } from '../../../platform/cursor.ts'
import { today } from '../../../platform/localDay.ts'

type Filter = Omit<AbroadFilter, 'limit' | 'cursor'>

/** Years back from today at which each age group begins and ends; the youngest that a birth date allows counts. */
const bounds: Readonly<Record<Exclude<AgeGroup, 'unknown'>, readonly [from: number, below: number]>> = {
  '0-2': [0, 3],
  '3-6': [3, 7],
  '7-11': [7, 12],
  '12-17': [12, 18],
  '18-59': [18, 60],
  '60+': [60, 200],
}

function ofAge(group: AgeGroup, day: string): RawBuilder<boolean> {
  if (group === 'unknown') return sql<boolean>`p.birth_to is null`
  const [from, below] = bounds[group]
  return sql<boolean>`p.birth_to <= ${day}::date - make_interval(years => ${from}::int)
    and p.birth_to > ${day}::date - make_interval(years => ${below}::int)`
}

const opens: Readonly<Record<NonNullable<Filter['open']>, (day: string) => RawBuilder<boolean>>> = {
  ask: day => sql<boolean>`a.ask_again_on <= ${day}::date`,
  evidence: () => sql<boolean>`a.evidence_open > 0`,
  paper: () => sql<boolean>`a.paper_open`,
  consent: () => sql<boolean>`a.consent_open`,
}

function conditions(ctx: Context, filter: Filter): RawBuilder<boolean>[] {
  const day = today(ctx)
  const { state, country, heldAs, sex, ageGroup: group, open, mine } = filter
  return [
    state ? sql<boolean>`a.state = ${state}` : sql<boolean>`a.state = any (${[...openAbroad]}::text[])`,
    ...(country ? [sql<boolean>`a.country = ${country}`] : []),
    ...(heldAs ? [sql<boolean>`a.held_as = ${heldAs}`] : []),
    ...(sex ? [sql<boolean>`p.sex = ${sex}`] : []),
    ...(group ? [ofAge(group, day)] : []),
    ...(open ? [opens[open](day)] : []),
    ...(mine ? [sql<boolean>`a.responsible_id = ${ctx.actor.account}::uuid`] : []),
  ]
}

/**
 * The policy decides what is seen; the widest scope that everybody here has, the agency, is said once more, so that
 * the planner begins with it instead of asking the policy of every row of the node.
 */
const base = (ctx: Context) => {
  const query = ctx.tx
    .selectFrom('repatriation.abroad as a')
    .innerJoin('people.persons as p', 'p.id', 'a.person_id')
    .innerJoin('access.accounts as r', 'r.id', 'a.responsible_id')
  const scopes = new Set<Scope>(ctx.actor.rights.read?.journey ?? [])
  return scopes.has('agency') || scopes.has('node') || scopes.has('team') || scopes.has('area')
    ? query
    : query.where(sql<boolean>`a.person_id = any (array(select access.my_grants('read', 'journey')))`)
}

export const filtered = (ctx: Context, filter: Filter) =>
  conditions(ctx, filter).reduce((so, one) => so.where(one), base(ctx))

const columns = [
  'a.id',
  'a.version',
  'a.person_id',
  'p.label as person',
  'p.sex',
  'p.birth',
  'a.state',
  'a.since',
  'a.country',
  'a.held_as',
  'a.last_heard_on',
  'a.ask_again_on',
  'a.evidence_open',
  'a.paper_open',
  'a.consent_open',
  'a.responsible_id',
  'r.name as responsible',
] as const

export const selected = (query: ReturnType<typeof base>) => query.select([...columns])
export type FoundRow = Awaited<ReturnType<ReturnType<typeof selected>['execute']>>[number]

/** Who was heard of longest ago comes first; never heard of before all. */
export async function list(
  ctx: Context,
  filter: AbroadFilter,
): Promise<{ rows: AbroadRow[]; next?: string }> {
  const after = openCursor(ctx.node.keys.cursors, 'abroad', filter.cursor)
  const heard = sql`coalesce(a.last_heard_on, '1900-01-01'::date)`
  const query = selected(filtered(ctx, filter))
  const found = await (after
    ? query.where(sql<boolean>`(${heard}, a.id) > (${after[0]}::date, ${after[1]}::uuid)`)
    : query
  )
    .orderBy(heard)
    .orderBy('a.id')
    .limit(filter.limit + 1)
    .execute()
  const { shown, next } = pageOf(ctx.node.keys.cursors, 'abroad', { found, limit: filter.limit }, last => [
    last.last_heard_on ?? '1900-01-01',
    last.id,
  ])
  return { rows: shown.map(row => toRow(row, today(ctx))), ...next }
}

export async function count(ctx: Context, filter: Filter): Promise<number> {
  const found = await filtered(ctx, filter)
    .select(eb => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return found.total
}

/** How many of each state, sex and age group; the group is that of `ageGroupOf`, and a test compares the two. */
export const cells = (ctx: Context) => {
  const day = today(ctx)
  const group = sql<AgeGroup>`case ${sql.join(
    (Object.keys(bounds) as (keyof typeof bounds)[]).map(
      name => sql`when ${ofAge(name, day)} then ${sql.lit(name)}`,
    ),
    sql` `,
  )} else 'unknown' end`
  return base(ctx)
    .select(['a.state', 'p.sex', group.as('group'), sql<number>`count(*)::int`.as('count')])
    .groupBy(['a.state', 'p.sex', sql`3`])
    .execute()
}

export const todo = (ctx: Context) => {
  const day = today(ctx)
  return filtered(ctx, {})
    .select([
      sql<number>`count(*) filter (where ${opens.ask(day)})::int`.as('ask'),
      sql<number>`count(*) filter (where ${opens.evidence(day)})::int`.as('evidence'),
      sql<number>`count(*) filter (where ${opens.paper(day)})::int`.as('paper'),
      sql<number>`count(*) filter (where ${opens.consent(day)})::int`.as('consent'),
    ])
    .executeTakeFirstOrThrow()
}

export const toRow = (row: FoundRow, day: string): AbroadRow => ({
  id: row.id,
  version: row.version,
  personId: row.person_id,
  person: row.person,
  sex: row.sex as Sex,
  ageGroup: ageGroupOf(row.birth as BirthDate, day),
  state: row.state as AbroadRow['state'],
  since: row.since ?? day,
  ...(row.country === null ? {} : { country: row.country }),
  ...(row.held_as === null ? {} : { heldAs: row.held_as as NonNullable<AbroadRow['heldAs']> }),
  ...(row.last_heard_on === null ? {} : { lastHeardOn: row.last_heard_on }),
  ...(row.ask_again_on === null ? {} : { askAgainOn: row.ask_again_on }),
  evidenceOpen: row.evidence_open,
  paperOpen: row.paper_open,
  consentOpen: row.consent_open,
  responsible: { id: row.responsible_id, name: row.responsible },
})

const one = (ctx: Context) =>
  ctx.tx
    .selectFrom('repatriation.abroad as a')
    .innerJoin('people.persons as p', 'p.id', 'a.person_id')
    .innerJoin('access.accounts as r', 'r.id', 'a.responsible_id')
    .select([...columns])
    .select(sql<boolean>`access.covers('write', 'journey', a.person_id)`.as('writable'))
export type FoundAbroad = Awaited<ReturnType<ReturnType<typeof one>['execute']>>[number]

/** @throws DomainError `not-found`, for a stranger's record and for none alike */
export async function get(ctx: Context, id: string): Promise<FoundAbroad> {
  const row = await one(ctx).where('a.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return row
}

export const ofPerson = (ctx: Context, personId: string): Promise<FoundAbroad[]> =>
  one(ctx).where('a.person_id', '=', personId).orderBy('a.id').execute()

/**
 * Locks the record for this transaction.
 * @throws DomainError `not-found` where it may not be changed, `stale-version` when it was changed meanwhile
 */
export async function lock(ctx: Context, id: string, basedOn: number | null): Promise<FoundAbroad> {
  const seen = await get(ctx, id)
  if (!seen.writable) throw notFound()
  await sql`select 1 from repatriation.abroad where id = ${id}::uuid for update`.execute(ctx.tx)
  const row = await get(ctx, id)
  if (basedOn !== null && row.version !== basedOn) {
    throw new DomainError('conflict', 'stale-version', { version: row.version })
  }
  return row
}

export const entriesOf = (ctx: Context, ids: readonly string[]) =>
  ctx.tx
    .selectFrom('repatriation.abroad_entries as e')
    .innerJoin('access.accounts as c', 'c.id', 'e.account_id')
    .select([
      'e.id',
      'e.abroad_id',
      'e.on_day',
      'e.at',
      'e.account_id',
      'c.name',
      'e.content',
      'e.replaced_by',
      'e.taken_back_at',
      'e.taken_back_reason',
    ])
    .where(sql<boolean>`e.abroad_id = any (${[...ids]}::uuid[])`)
    .orderBy('e.on_day')
    .orderBy('e.at')
    .orderBy('e.id')
    .execute()
export type FoundEntry = Awaited<ReturnType<typeof entriesOf>>[number]

export const stepsOf = (ctx: Context, ids: readonly string[]) =>
  ctx.tx
    .selectFrom('repatriation.abroad_steps as s')
    .innerJoin('access.accounts as c', 'c.id', 's.account_id')
    .select([
      's.abroad_id',
      's.number',
      's.from_state',
      's.to_state',
      's.on_day',
      's.at',
      's.account_id',
      'c.name',
      's.reason',
    ])
    .where(sql<boolean>`s.abroad_id = any (${[...ids]}::uuid[])`)
    .orderBy('s.abroad_id')
    .orderBy('s.number')
    .execute()
export type FoundStep = Awaited<ReturnType<typeof stepsOf>>[number]
