/** The obstacle log in SQL: the list and its numbers. Policies filter underneath; a place is said once more for the planner. */
import type { Scope } from '@kerege/contract/access/roles'
import {
  ageDays,
  carryRule,
  type ObstacleFilter,
  obstacleKinds,
  type ObstacleRow,
  type ObstacleState,
  stepsFrom,
} from '@kerege/contract/casework/obstacles'
import { notFound } from '@kerege/contract/errors'
import { addDays } from '@kerege/contract/tasks/rules'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { openCursor, pageOf } from '../../../platform/cursor.ts'
import { today } from '../../../platform/localDay.ts'

/** Of a person one case is open at a time: an obstacle goes on with the next one. */
const from = (ctx: Context) =>
  ctx.tx
    .selectFrom('casework.obstacles as o')
    .innerJoin('people.persons as p', 'p.id', 'o.person_id')
    .leftJoin('cases.cases as c', join =>
      join
        .onRef('c.person_id', '=', 'o.person_id')
        .on(sql<boolean>`c.state not in ('ended', 'transferred', 'merged')`),
    )
    .leftJoin('access.accounts as w', 'w.id', 'c.worker_id')
    .leftJoin('people.household_members as m', join =>
      join.onRef('m.person_id', '=', 'o.person_id').on('m.valid_to', 'is', null),
    )

const selected = (ctx: Context) =>
  from(ctx)
    .leftJoin('people.households as h', 'h.id', 'm.household_id')
    .selectAll('o')
    .select(['p.label as person', 'p.area_code', 'h.name as household'])
    .select(['c.id as open_case', 'c.worker_id', 'w.name as worker'])
export type FoundObstacle = Awaited<ReturnType<ReturnType<typeof selected>['execute']>>[number]

type Filter = Omit<ObstacleFilter, 'limit' | 'cursor'>

export function filtered(ctx: Context, filter: Filter) {
  return conditions(ctx, filter).reduce((query, one) => query.where(one), selected(ctx))
}

const day = (text: string): RawBuilder<string> => sql<string>`${text}::date`

function conditions(ctx: Context, { of, kind, desk, age, state, late }: Filter) {
  const now = today(ctx)
  const [least, most] = age ? ageDays[age] : [null, null]
  return [
    state === 'solved' ? sql<boolean>`o.solved_on is not null` : sql<boolean>`o.solved_on is null`,
    ...(state && state !== 'solved' ? [sql<boolean>`o.state = ${state}`] : []),
    ...(kind ? [sql<boolean>`o.kind = ${kind}`] : []),
    ...(desk ? [sql<boolean>`o.desk = ${desk}`] : []),
    ...(least === null ? [] : [sql<boolean>`o.since <= ${day(addDays(now, -least))}`]),
    ...(most === null ? [] : [sql<boolean>`o.since >= ${day(addDays(now, -most))}`]),
    ...(late ? [lateSql(ctx)] : []),
    ...(of === 'mine' ? [sql<boolean>`c.worker_id = ${ctx.actor.account}::uuid`] : []),
    ...(of === 'team' ? [sql<boolean>`c.team_id = ${ctx.actor.team}::uuid`] : []),
    ...(of === 'all' ? reached(ctx) : []),
  ]
}

/** Past the day on which the rule carries it to the supervisors. The rule is part of the statement, which is then planned once. */
function lateSql(ctx: Context): RawBuilder<boolean> {
  const days = sql.join(
    obstacleKinds.map(
      kind =>
        sql`when ${sql.lit(kind)} then ${sql.lit(carryRule(kind, ctx.node.profile.obstacleDays?.value ?? {}).supervisor)}`,
    ),
    sql` `,
  )
  return sql<boolean>`(o.carried_to is not null or o.since + (case o.kind ${days} end) <= ${day(today(ctx))})`
}

/** The policy decides what is seen; so that the planner begins with the cases of that place. */
function reached(ctx: Context) {
  const scopes = new Set<Scope>(ctx.actor.rights.read?.contact ?? [])
  if (scopes.has('node')) return []
  const ways = [
    ...(scopes.has('agency') ? [sql`p.agency_id = ${ctx.actor.agency}::uuid`] : []),
    ...(scopes.has('team') && !scopes.has('agency') ? [sql`p.team_id = ${ctx.actor.team}::uuid`] : []),
    ...(scopes.has('own') || scopes.has('task')
      ? [sql`o.person_id = any (array(select access.my_grants('read', 'contact')))`]
      : []),
  ]
  return ways.length === 0 ? [sql<boolean>`false`] : [sql<boolean>`(${sql.join(ways, sql` or `)})`]
}

/** The longest first; of the solved the latest. */
export async function list(ctx: Context, filter: ObstacleFilter) {
  const solved = filter.state === 'solved'
  const name = solved ? 'obstacles.solved' : 'obstacles'
  const after = openCursor(ctx.node.keys.cursors, name, filter.cursor)
  let query = filtered(ctx, filter)
  if (solved) {
    if (after) query = query.where(sql<boolean>`(o.solved_on, o.id) < (${after[0]}::date, ${after[1]}::uuid)`)
    query = query.orderBy('o.solved_on', 'desc').orderBy('o.id', 'desc')
  } else {
    if (after) query = query.where(sql<boolean>`(o.since, o.id) > (${after[0]}::date, ${after[1]}::uuid)`)
    query = query.orderBy('o.since').orderBy('o.id')
  }
  const found = await query.limit(filter.limit + 1).execute()
  const { shown, next } = pageOf(ctx.node.keys.cursors, name, { found, limit: filter.limit }, last => [
    (solved ? last.solved_on : null) ?? last.since,
    last.id,
  ])
  return { rows: shown, ...next }
}

export async function count(ctx: Context, filter: Filter): Promise<number> {
  const query = conditions(ctx, filter).reduce((so, one) => so.where(one), from(ctx))
  return (await query.select(eb => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()).total
}

/** One walk over what is not solved. */
export async function byDesk(ctx: Context, of: 'team' | 'all') {
  const now = today(ctx)
  const family = sql`coalesce(m.household_id, o.person_id)`
  const inAge = (age: keyof typeof ageDays) => {
    const [least, most] = ageDays[age]
    const until = day(addDays(now, -least))
    const since = most === null ? sql`true` : sql`o.since >= ${day(addDays(now, -most))}`
    return sql<number>`count(distinct ${family}) filter (where o.since <= ${until} and ${since})::int`
  }
  const query = conditions(ctx, { of }).reduce((so, one) => so.where(one), from(ctx))
  return query
    .select(['o.kind', 'o.desk'])
    .select(sql<number>`count(distinct ${family})::int`.as('families'))
    .select(sql<number>`max(${day(now)} - o.since)::int`.as('longest'))
    .select(sql<number>`count(distinct ${family}) filter (where ${lateSql(ctx)})::int`.as('late'))
    .select([
      inAge('week').as('week'),
      inAge('month').as('month'),
      inAge('quarter').as('quarter'),
      inAge('longer').as('longer'),
    ])
    .groupBy(['o.kind', 'o.desk'])
    .orderBy('families', 'desc')
    .orderBy('o.kind')
    .orderBy('o.desk')
    .execute()
}

export const ofPerson = (ctx: Context, personId: string): Promise<FoundObstacle[]> =>
  selected(ctx)
    .where('o.person_id', '=', personId)
    .orderBy(sql`o.solved_on is not null`)
    .orderBy('o.since')
    .orderBy('o.id')
    .limit(200)
    .execute()

/** @throws DomainError `not-found`, for what is not open and for what is not there alike */
export async function get(ctx: Context, id: string): Promise<FoundObstacle> {
  const row = await selected(ctx).where('o.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return row
}

/** Who works with the family, who writes for the whole team, or who reads the whole node and gives cases out. */
export function movesIt({ actor }: Context, open: boolean): boolean {
  const everywhere = actor.rights.read?.contact?.includes('node') ?? false
  return open || (everywhere && actor.verbs.includes('cases.assign'))
}

/** @param writes of each person whose contact and social sections the actor writes */
export function toRow(ctx: Context, row: FoundObstacle, writes: ReadonlySet<string>): ObstacleRow {
  // Constraints of the table, and the shapes that wrote it.
  const { kind, domain, desk, state } = row as unknown as ObstacleRow
  const lateOn = addDays(row.since, carryRule(kind, ctx.node.profile.obstacleDays?.value ?? {}).supervisor)
  return {
    id: row.id,
    version: row.version,
    personId: row.person_id,
    person: row.person,
    ...(row.household ? { household: row.household } : {}),
    area: row.area_code,
    ...(row.open_case ? { caseId: row.open_case } : {}),
    ...(row.worker_id && row.worker ? { worker: { id: row.worker_id, name: row.worker } } : {}),
    kind,
    domain,
    desk,
    ...(row.desk_name === null ? {} : { deskName: row.desk_name }),
    since: row.since,
    state,
    ...(row.asked_on ? { askedOn: row.asked_on } : {}),
    ...(row.answered_on ? { answeredOn: row.answered_on } : {}),
    ...(row.solved_on ? { solvedOn: row.solved_on } : {}),
    ...(row.carried_to && row.carried_on
      ? { carriedTo: row.carried_to as 'supervisor', carriedOn: row.carried_on }
      : {}),
    late: row.solved_on === null && (row.carried_to !== null || lateOn <= today(ctx)),
    may: movesIt(ctx, writes.has(row.person_id)) ? [...stepsFrom(state as ObstacleState)] : [],
  }
}

/** Of these persons, those whose contact and social sections the actor writes. */
export async function writtenBy(ctx: Context, personIds: readonly string[]): Promise<Set<string>> {
  if (!ctx.actor.verbs.includes('casework.write') || personIds.length === 0) return new Set()
  const found = await sql<{ id: string }>`
    select id from unnest(${[...new Set(personIds)]}::uuid[]) as asked (id)
    where access.covers('write', 'contact', id) and access.covers('write', 'social', id)`.execute(ctx.tx)
  return new Set(found.rows.map(one => one.id))
}
