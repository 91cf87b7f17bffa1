/** Cases in SQL: the queue and its numbers. Policies filter underneath; the queries name the index that serves them. */
import type { Scope } from '@kerege/contract/access/roles'
import type { CaseFilter, CaseOrigin, CaseRow } from '@kerege/contract/cases/schema'
import {
  advice,
  answers,
  type CaseState,
  isOver,
  type Known,
  nextOf,
  type Outcome,
  type StatedGuard,
  turnOf,
} from '@kerege/contract/cases/states'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { openCursor, sealCursor } from '../../platform/cursor.ts'
import { localDay } from '../../platform/localDay.ts'

/** As the indexes say it, to the letter: the planner takes them for what is not over only then. */
const notOver = sql<boolean>`c.state not in ('ended', 'transferred', 'merged')`

const over = sql<boolean>`c.state in ('ended', 'transferred', 'merged')`

const from = (ctx: Context) =>
  ctx.tx
    .selectFrom('cases.cases as c')
    .innerJoin('people.persons as p', 'p.id', 'c.person_id')
    .leftJoin('access.accounts as w', 'w.id', 'c.worker_id')
    .leftJoin('access.teams as t', 't.id', 'c.team_id')
    .leftJoin('people.household_members as m', join =>
      join.onRef('m.person_id', '=', 'c.person_id').on('m.valid_to', 'is', null),
    )
    .leftJoin('people.households as h', 'h.id', 'm.household_id')

const selected = (ctx: Context) =>
  from(ctx)
    .select([
      'c.id',
      'c.version',
      'c.number',
      'c.episode',
      'c.person_id',
      'p.label as person',
      'p.area_code',
      'c.state',
      'c.state_since',
      'c.opened_at',
      'c.agency_id',
      'c.team_id',
      't.name as team',
      'c.worker_id',
      'w.name as worker',
      'w.state as worker_state',
      'c.merged_into',
      'c.look_on',
      'm.household_id',
      'h.name as household',
    ])
    .select([
      sql<boolean>`jsonb_array_length(p.contacts) > 0`.as('reachable'),
      sql<boolean>`p.birth ->> 'precision' <> 'unknown'`.as('birth_asked'),
      sql<boolean>`m.household_id is not null or access.covers('read', 'kinship', c.person_id)`.as(
        'home_open',
      ),
      // Where a paused case stood.
      sql<
        string | null
      >`case when c.state = 'paused' then (select s.from_state from cases.steps s where s.case_id = c.id order by s.number desc limit 1) end`.as(
        'before',
      ),
      // Days after closing: `null` where the section is shut.
      sql<
        boolean | null
      >`case when c.state in ('closed', 'follow-up') and access.covers('read', 'social', c.person_id) then exists (select 1 from cases.looks l where l.case_id = c.id and l.done_at is null) end`.as(
        'looks_open',
      ),
    ])
type Selected = Awaited<ReturnType<ReturnType<typeof selected>['execute']>>[number]
/** With what other slices know of its guards. */
export type FoundCase = Selected & { filled?: Known }

type Filter = Omit<CaseFilter, 'limit' | 'cursor'>

export function filtered(ctx: Context, filter: Filter) {
  return conditions(ctx, filter).reduce((query, one) => query.where(one), selected(ctx))
}

function conditions(ctx: Context, { of, state, workerId, due, back, need, level }: Filter) {
  return [
    state && isOver(state) ? over : notOver,
    ...(state ? [sql<boolean>`c.state = ${state}`] : []),
    ...(workerId ? [sql<boolean>`c.worker_id = ${workerId}::uuid`] : []),
    ...(due
      ? [
          sql<boolean>`c.look_on <= ${localDay(ctx.now, ctx.node.info.timeZone)}::date`,
          sql<boolean>`c.state in ('review-due', 'follow-up')`,
        ]
      : []),
    // Its last step: from closing back to work, by who refused.
    ...(back
      ? [
          sql<boolean>`c.state = 'active' and (select s.from_state = 'closing' and s.actor_id is distinct from c.worker_id
            from cases.steps s where s.case_id = c.id order by s.number desc limit 1)`,
        ]
      : []),
    // As the landing page counts them (assessments/today.ts): the latest level of the domain, where its section is open to the actor.
    ...(need
      ? [
          sql<boolean>`(select l.level from assessments.levels l join assessments.assessments s on s.id = l.assessment_id
            where l.person_id = c.person_id and l.domain = ${need} and s.state = 'finished'
            order by s.taken_on desc, s.finished_at desc, s.id desc limit 1) = any (${level ? [Number(level)] : [3, 4]}::int[])`,
        ]
      : []),
    ...(of === 'mine' ? [sql<boolean>`c.worker_id = ${ctx.actor.account}::uuid`] : []),
    ...(of === 'team' ? [sql<boolean>`c.team_id = ${ctx.actor.team}::uuid`] : []),
    ...(of === 'unassigned' ? [sql<boolean>`c.worker_id is null`] : []),
    ...(of === 'unassigned' || of === 'all' ? reached(ctx) : []),
  ]
}

/**
 * The policy decides what is seen. The place is said once more here, so that the planner begins with the cases of that
 * place instead of walking all of the node behind the policy.
 */
function reached(ctx: Context) {
  const scopes = new Set<Scope>(ctx.actor.rights.read?.contact ?? [])
  if (scopes.has('node')) return []
  const ways = [
    ...(scopes.has('agency') ? [sql`c.agency_id = ${ctx.actor.agency}::uuid`] : []),
    ...(scopes.has('team') && !scopes.has('agency') ? [sql`c.team_id = ${ctx.actor.team}::uuid`] : []),
    ...(scopes.has('own') || scopes.has('task')
      ? [sql`c.person_id = any (array(select access.my_grants('read', 'contact')))`]
      : []),
  ]
  return ways.length === 0 ? [sql<boolean>`false`] : [sql<boolean>`(${sql.join(ways, sql` or `)})`]
}

/** The longest in its state first. */
export async function list(ctx: Context, filter: CaseFilter): Promise<{ rows: FoundCase[]; next?: string }> {
  const after = openCursor(ctx.node.keys.cursors, 'cases', filter.cursor)
  let query = filtered(ctx, filter)
  if (after)
    query = query.where(sql<boolean>`(c.state_since, c.id) > (${after[0]}::timestamptz, ${after[1]}::uuid)`)
  // Where it is all that is asked, the number is part of the statement: for any number the planner would look for a plan each time anew.
  const rows = filter.of === 'unassigned' ? sql.lit(filter.limit + 1) : filter.limit + 1
  const found = await query.orderBy('c.state_since').orderBy('c.id').limit(rows).execute()
  const shown = found.slice(0, filter.limit)
  const last = shown.at(-1)
  return found.length > filter.limit && last
    ? { rows: shown, next: sealCursor(ctx.node.keys.cursors, 'cases', [last.state_since, last.id]) }
    : { rows: shown }
}

export async function count(ctx: Context, filter: Filter): Promise<number> {
  const query = conditions(ctx, filter).reduce(
    (so, one) => so.where(one),
    ctx.tx.selectFrom('cases.cases as c'),
  )
  const found = await query.select(eb => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return found.total
}

/** How many stand where, of one's own or of the team. */
export async function states(ctx: Context, of: 'mine' | 'team') {
  const query = conditions(ctx, { of }).reduce(
    (so, one) => so.where(one),
    ctx.tx.selectFrom('cases.cases as c'),
  )
  const found = await query
    .select(['c.state', eb => eb.fn.countAll<number>().as('count')])
    .groupBy('c.state')
    .execute()
  return found.map(row => ({ state: row.state as CaseState, count: row.count }))
}

export const find = (ctx: Context, id: string): Promise<FoundCase | undefined> =>
  selected(ctx).where('c.id', '=', id).executeTakeFirst()

export const ofPerson = (ctx: Context, personId: string): Promise<FoundCase[]> =>
  selected(ctx)
    .where('c.person_id', '=', personId)
    .orderBy('c.opened_at', 'desc')
    .orderBy('c.id', 'desc')
    .execute()

/** What the program knows of the guards of a case, as far as the sections are open to the reader. */
export const knownOf = (row: FoundCase): Known => ({
  worker: row.worker_id !== null,
  reachable: row.reachable,
  birth: row.birth_asked,
  home: row.home_open ? row.household_id !== null : undefined,
  'follow-up': row.looks_open ?? undefined,
  'last-look': row.looks_open === null ? undefined : !row.looks_open,
  ...row.filled,
})

export function toRow(row: FoundCase): CaseRow {
  const state = row.state as CaseState // a constraint of the table
  const next = nextOf(state, (row.before as CaseState | null) ?? undefined)
  const known = knownOf(row)
  return {
    id: row.id,
    version: row.version,
    number: row.number,
    episode: row.episode,
    personId: row.person_id,
    person: row.person,
    area: row.area_code,
    state,
    since: row.state_since,
    openedAt: row.opened_at,
    ...(row.household_id && row.household ? { householdId: row.household_id, household: row.household } : {}),
    ...(row.team_id && row.team ? { team: { id: row.team_id, name: row.team } } : {}),
    ...(row.worker_id && row.worker ? { worker: { id: row.worker_id, name: row.worker } } : {}),
    workerGone: row.worker_state === 'blocked',
    ...(row.look_on && !isOver(state) ? { lookOn: row.look_on } : {}),
    ...(next && !isOver(state)
      ? {
          next: {
            to: next.to,
            turn: turnOf(next, known),
            guards: answers(next, known),
            advised: advice(next, known),
          },
        }
      : {}),
  }
}

/** Where a case came from, as far as the sections are open; who took its steps; whose it was. */
export async function pastOf(ctx: Context, id: string) {
  const origins = await ctx.tx
    .selectFrom('cases.origins as o')
    .innerJoin('access.accounts as a', 'a.id', 'o.actor_id')
    .select(['o.origin', 'o.at', 'o.actor_id', 'a.name', 'o.operation_id', 'o.sent_by'])
    .where('o.case_id', '=', id)
    .orderBy('o.at')
    .orderBy('o.id')
    .execute()
  const steps = await ctx.tx
    .selectFrom('cases.steps as s')
    .leftJoin('access.accounts as a', 'a.id', 's.actor_id')
    .select([
      's.number',
      's.from_state',
      's.to_state',
      's.at',
      's.actor_id',
      'a.name',
      's.reason',
      's.outcome',
    ])
    .where('s.case_id', '=', id)
    .orderBy('s.number')
    .execute()
  const said = await ctx.tx
    .selectFrom('cases.statements')
    .select(['step', 'guard', 'words'])
    .where('case_id', '=', id)
    .orderBy('guard')
    .execute()
  const assigned = await ctx.tx
    .selectFrom('cases.assignments as s')
    .innerJoin('access.accounts as a', 'a.id', 's.actor_id')
    .leftJoin('access.accounts as w', 'w.id', 's.worker_id')
    .leftJoin('access.teams as t', 't.id', 's.team_id')
    .select([
      's.at',
      's.ended_at',
      's.actor_id',
      'a.name',
      's.worker_id',
      'w.name as worker',
      's.team_id',
      't.name as team',
      's.reason',
    ])
    .where('s.case_id', '=', id)
    .orderBy('s.at')
    .orderBy('s.id')
    .execute()
  return {
    origins: origins.map(row => ({
      origin: row.origin as CaseOrigin,
      at: row.at,
      by: { id: row.actor_id, name: row.name },
      ...(row.operation_id ? { operationId: row.operation_id } : {}),
      ...(row.sent_by ? { sentBy: row.sent_by } : {}),
    })),
    steps: steps.map(row => ({
      ...(row.from_state ? { from: row.from_state as CaseState } : {}),
      to: row.to_state as CaseState,
      at: row.at,
      ...(row.actor_id && row.name !== null ? { by: { id: row.actor_id, name: row.name } } : {}),
      ...(row.reason ? { reason: row.reason } : {}),
      ...(row.outcome ? { outcome: row.outcome as Outcome } : {}),
      said: said
        .filter(one => one.step === row.number)
        .map(({ guard, words }) => ({ guard: guard as StatedGuard, words })),
    })),
    assigned: assigned.map(row => ({
      at: row.at,
      ...(row.ended_at ? { until: row.ended_at } : {}),
      by: { id: row.actor_id, name: row.name },
      ...(row.worker_id && row.worker ? { worker: { id: row.worker_id, name: row.worker } } : {}),
      ...(row.team_id && row.team ? { team: { id: row.team_id, name: row.team } } : {}),
      ...(row.reason ? { reason: row.reason } : {}),
    })),
  }
}
