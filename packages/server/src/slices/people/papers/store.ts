/** Papers in SQL: lists, numbers, one paper, those of a person. Policies filter underneath; states come from transitions. */
import type { Scope } from '@kerege/contract/access/roles'
import { DomainError, notFound } from '@kerege/contract/errors'
import {
  type Blocked,
  type Fact,
  isOpen,
  type PaperState,
  type Pathway,
  waitingDays,
} from '@kerege/contract/people/papers/rules'
import type { Office, PaperFilter, PaperRow, PaperStep } from '@kerege/contract/people/papers/schema'
import { addDays } from '@kerege/contract/tasks/rules'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { openCursor, sealCursor } from '../../../platform/cursor.ts'
import { today } from '../../../platform/localDay.ts'

type Filter = Omit<PaperFilter, 'limit' | 'cursor'>

/**
 * The policy decides what is seen. The narrowest scope is said once more here, so that the planner begins with the
 * few people of that scope instead of walking all papers of the node behind the policy.
 */
function scoped(ctx: Context) {
  const query = ctx.tx
    .selectFrom('people.papers as p')
    .innerJoin('people.persons as s', 's.id', 'p.person_id')
    .innerJoin('access.accounts as r', 'r.id', 'p.responsible_id')
  const scopes = scopesOf(ctx)
  if (scopes.has('node')) return query
  // Most people who work with papers reach them by grants alone.
  if (!byPlace(ctx)) return query.where(grantedTo('p.person_id'))
  return query.where(eb =>
    eb.or([
      ...(scopes.has('agency') ? [eb('s.agency_id', '=', ctx.actor.agency)] : []),
      ...(scopes.has('team') && ctx.actor.team ? [eb('s.team_id', '=', ctx.actor.team)] : []),
      ...(scopes.has('area')
        ? [eb('s.area_code', 'in', ctx.actor.areas.length > 0 ? ctx.actor.areas : [''])]
        : []),
      ...(byGrant.some(scope => scopes.has(scope)) ? [grantedTo('s.id')] : []),
    ]),
  )
}

const scopesOf = (ctx: Context): ReadonlySet<Scope> => new Set(ctx.actor.rights.read?.identity ?? [])
const byPlace = (ctx: Context) =>
  (['agency', 'team', 'area'] as const).some(scope => scopesOf(ctx).has(scope))
const byGrant: readonly Scope[] = ['own', 'task', 'sitting']

/**
 * As an array that is made once: the planner then looks its few ids up in an index. Of a set that a function returns
 * it expects a thousand, and would rather walk all papers of the node (500 ms instead of 5 with 36,000 of them).
 */
const grantedTo = (column: 'p.person_id' | 's.id') =>
  sql<boolean>`${sql.ref(column)} = any (array(select access.my_grants('read', 'identity')))`

export function filtered(ctx: Context, filter: Filter) {
  const query = conditions(ctx, filter).reduce((so, one) => so.where(one), scoped(ctx))
  const { area } = filter
  if (!area) return query
  return query.where(eb =>
    eb.or([
      eb('s.area_code', '=', area),
      eb.and([eb('s.area_code', '>', `${area}.`), eb('s.area_code', '<', `${area}/`)]),
    ]),
  )
}

/** What a filter asks of the paper itself; where the person lives is asked of the person. */
function conditions(ctx: Context, filter: Filter): RawBuilder<boolean>[] {
  const day = today(ctx)
  const { state, fact, blocks, over, mine, due } = filter
  const waits = sql<boolean>`p.closed_on is null`
  return [
    state ? sql<boolean>`p.state = ${state}` : waits,
    ...(fact ? [sql<boolean>`p.fact = ${fact}`] : []),
    ...(blocks ? [waits] : []),
    ...(blocks === 'any' ? [sql<boolean>`cardinality(p.blocks) > 0`] : []),
    ...(blocks && blocks !== 'any' ? [sql<boolean>`${blocks} = any (p.blocks)`] : []),
    ...(over === undefined ? [] : [waits, sql<boolean>`p.waiting_since < ${addDays(day, -over)}::date`]),
    ...(mine ? [grantedTo('p.person_id')] : []),
    ...(due ? [waits, sql<boolean>`p.due_on <= ${day}::date`] : []),
  ]
}

const columns = [
  'p.id',
  'p.version',
  'p.person_id',
  's.label as person',
  's.area_code',
  'p.fact',
  'p.paper',
  'p.pathway',
  'p.office',
  'p.steps',
  'p.blocks',
  'p.state',
  'p.state_since',
  'p.waiting_since',
  'p.filed_on',
  'p.closed_on',
  'p.due_on',
  'p.responsible_id',
  'r.name as responsible',
] as const

export const selected = (query: ReturnType<typeof scoped>) => query.select([...columns])
type Found = Awaited<ReturnType<ReturnType<typeof selected>['execute']>>[number]

/** The longest wait first. */
export async function list(ctx: Context, filter: PaperFilter): Promise<{ rows: PaperRow[]; next?: string }> {
  const after = openCursor(ctx.node.keys.cursors, 'papers', filter.cursor)
  let query = selected(filtered(ctx, filter))
  if (after)
    query = query.where(sql<boolean>`(p.waiting_since, p.id) > (${after[0]}::date, ${after[1]}::uuid)`)
  const found = await query
    .orderBy('p.waiting_since')
    .orderBy('p.id')
    .limit(filter.limit + 1)
    .execute()
  const shown = found.slice(0, filter.limit)
  const last = shown.at(-1)
  const rows = shown.map(row => toRow(row, today(ctx)))
  return found.length > filter.limit && last
    ? { rows, next: sealCursor(ctx.node.keys.cursors, 'papers', [last.waiting_since ?? '', last.id]) }
    : { rows }
}

export async function count(ctx: Context, filter: Filter): Promise<number> {
  // Who reads a paper may read who it is about, so that the whole node is counted without its people.
  const bare = scopesOf(ctx).has('node') && !filter.area && !byPlace(ctx)
  const query = bare
    ? conditions(ctx, filter).reduce((so, one) => so.where(one), ctx.tx.selectFrom('people.papers as p'))
    : filtered(ctx, filter)
  const found = await query.select(eb => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return found.total
}

export async function summary(ctx: Context): Promise<{ blocking: number; due: number }> {
  const day = today(ctx)
  return filtered(ctx, { mine: true })
    .select([
      sql<number>`count(*) filter (where cardinality(p.blocks) > 0)`.as('blocking'),
      sql<number>`count(*) filter (where p.due_on <= ${day}::date)`.as('due'),
    ])
    .executeTakeFirstOrThrow()
}

export function toRow(row: Found, day: string): PaperRow {
  const state = row.state as PaperState
  const since = row.waiting_since ?? day
  const closedOn = row.closed_on ?? undefined
  return {
    id: row.id,
    version: row.version,
    personId: row.person_id,
    person: row.person,
    area: row.area_code,
    fact: row.fact as Fact,
    ...(row.paper === null ? {} : { paper: row.paper }),
    pathway: row.pathway as Pathway,
    // The shapes of this slice, checked by these very schemas when they were written.
    ...(row.office === null ? {} : { office: row.office as Office }),
    state,
    stateSince: row.state_since ?? day,
    waitingSince: since,
    ...(row.filed_on === null ? {} : { filedOn: row.filed_on }),
    ...(closedOn === undefined ? {} : { closedOn }),
    days: waitingDays({ waitingSince: since, closedOn }, day),
    blocks: isOpen(state) ? (row.blocks as Blocked[]) : [],
    steps: row.steps as PaperStep[],
    ...(row.due_on === null || !isOpen(state) ? {} : { dueOn: row.due_on }),
    responsible: { id: row.responsible_id, name: row.responsible },
  }
}

const wholeRow = (ctx: Context) =>
  ctx.tx
    .selectFrom('people.papers as p')
    .innerJoin('people.persons as s', 's.id', 'p.person_id')
    .innerJoin('access.accounts as r', 'r.id', 'p.responsible_id')
    .select([...columns, 'p.evidence', 'p.obstacle', 'p.next_on', 'p.created_at', 'p.updated_at'])
    .select([
      sql<boolean>`access.covers('write', 'identity', p.person_id)`.as('writable'),
      sql<number>`(select count(*) from people.papers o where o.person_id = p.person_id and o.fact = p.fact
        and o.id <> p.id and o.closed_on is null)`.as('twins'),
    ])
export type FoundPaper = Awaited<ReturnType<ReturnType<typeof wholeRow>['execute']>>[number]

/** @throws DomainError `not-found`, for a stranger's paper and for none alike */
export async function get(ctx: Context, id: string): Promise<FoundPaper> {
  const row = await wholeRow(ctx).where('p.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return row
}

export const ofPerson = (ctx: Context, personId: string): Promise<FoundPaper[]> =>
  wholeRow(ctx).where('p.person_id', '=', personId).orderBy('p.waiting_since').orderBy('p.id').execute()

/**
 * Locks the paper for this transaction.
 * @throws DomainError `not-found` where it may not be changed, `stale-version` when it was changed meanwhile
 */
export async function lock(ctx: Context, id: string, basedOn: number | null): Promise<FoundPaper> {
  const seen = await get(ctx, id)
  if (!seen.writable) throw notFound()
  await sql`select 1 from people.papers where id = ${id}::uuid for update`.execute(ctx.tx)
  const row = await get(ctx, id)
  if (basedOn !== null && row.version !== basedOn) {
    throw new DomainError('conflict', 'stale-version', { version: row.version })
  }
  return row
}

export const transitionsOf = (ctx: Context, ids: readonly string[]) =>
  ctx.tx
    .selectFrom('people.paper_transitions as t')
    .innerJoin('access.accounts as a', 'a.id', 't.account_id')
    .select([
      't.id',
      't.paper_id',
      't.number',
      't.from_state',
      't.to_state',
      't.on_day',
      't.at',
      't.account_id',
      'a.name',
      't.reason',
      't.undone_at',
    ])
    .where(sql<boolean>`t.paper_id = any (${[...ids]}::uuid[])`)
    .orderBy('t.paper_id')
    .orderBy('t.number')
    .execute()
export type FoundTransition = Awaited<ReturnType<typeof transitionsOf>>[number]
