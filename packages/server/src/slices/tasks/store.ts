/** Tasks in SQL: lists, numbers, one task. Policies filter underneath; the queries name the index that serves them. */
import type { Compartment } from '@kerege/contract/access/compartments'
import { DomainError, notFound } from '@kerege/contract/errors'
import { addDays, type Recurrence, type TaskState } from '@kerege/contract/tasks/rules'
import type { Task, TaskFilter, TaskRow, TaskSummary } from '@kerege/contract/tasks/schema'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { openCursor, pageOf } from '../../platform/cursor.ts'
import type { Tx } from '../../platform/database.ts'
import type { Labels } from '../../platform/labels.ts'
import { today } from '../../platform/localDay.ts'
import { mayChange } from './policy.ts'

function selected(tx: Tx) {
  return tx
    .selectFrom('tasks.tasks as t')
    .innerJoin('access.accounts as o', 'o.id', 't.owner_id')
    .innerJoin('access.accounts as c', 'c.id', 't.created_by')
    .leftJoin('tasks.tasks as d', 'd.id', 't.depends_on')
    .selectAll('t')
    .select(['o.name as owner_name', 'c.name as creator_name', 'd.state as dependency'])
}
export type FoundTask = Awaited<ReturnType<ReturnType<typeof selected>['execute']>>[number]

function filtered(ctx: Context, filter: TaskFilter) {
  const day = today(ctx)
  const state = filter.state ?? (filter.when === 'done-today' ? 'done' : 'open')
  let query = selected(ctx.tx).where('t.state', '=', state)
  if (filter.of === 'mine') query = query.where('t.owner_id', '=', ctx.actor.account)
  if (filter.of === 'given') {
    query = query.where('t.created_by', '=', ctx.actor.account).where('t.owner_id', '<>', ctx.actor.account)
  }
  if (filter.of === 'team') query = query.where('t.team_id', '=', ctx.actor.team)
  if (filter.ownerId) query = query.where('t.owner_id', '=', filter.ownerId)
  if (filter.subjectId) query = query.where('t.subject_id', '=', filter.subjectId)
  switch (filter.when) {
    case 'overdue':
      return query.where('t.due', '<', day)
    case 'today':
      return query.where('t.due', '=', day)
    case 'week':
      return query.where('t.due', '>', day).where('t.due', '<=', addDays(day, 7))
    case 'later':
      return query.where('t.due', '>', addDays(day, 7))
    case 'ahead':
      return query.where('t.due', '>', day)
    case 'done-today':
      return query.where(doneOn(ctx, day))
    case undefined:
      return query
  }
}

const doneOn = (ctx: Context, day: string) =>
  sql<boolean>`t.done_at >= (${day}::date::timestamp at time zone ${ctx.node.info.timeZone})
    and t.done_at < ((${day}::date + 1)::timestamp at time zone ${ctx.node.info.timeZone})`

/** Open tasks by due date, closed ones by when they changed, the newest first. */
export async function list(ctx: Context, filter: TaskFilter, labels: Labels) {
  const closed = filter.when === 'done-today' || (filter.state ?? 'open') !== 'open'
  const name = closed ? 'tasks.closed' : 'tasks.open'
  const after = openCursor(ctx.node.keys.cursors, name, filter.cursor)
  let query = filtered(ctx, filter)
  if (closed) {
    if (after)
      query = query.where(sql<boolean>`(t.updated_at, t.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
    query = query.orderBy('t.updated_at', 'desc').orderBy('t.id', 'desc')
  } else {
    if (after) query = query.where(sql<boolean>`(t.due, t.id) > (${after[0]}::date, ${after[1]}::uuid)`)
    query = query.orderBy('t.due').orderBy('t.id')
  }
  const found = await query.limit(filter.limit + 1).execute()
  const { shown, next } = pageOf(ctx.node.keys.cursors, name, { found, limit: filter.limit }, last => [
    closed ? last.updated_at : last.due,
    last.id,
  ])
  const names = await labels(ctx, subjectsOf(shown))
  return { rows: shown.map(row => toRow(ctx, row, names)), ...next }
}

/** One walk over one's own open tasks, one over today's done ones. */
export async function summary(ctx: Context): Promise<TaskSummary> {
  const day = today(ctx)
  const counts = await ctx.tx
    .selectFrom('tasks.tasks as t')
    .select(eb => [
      eb.fn.countAll<number>().filterWhere('t.due', '<', day).as('overdue'),
      eb.fn.countAll<number>().filterWhere('t.due', '=', day).as('today'),
      eb.fn
        .countAll<number>()
        .filterWhere('t.due', '>', day)
        .filterWhere('t.due', '<=', addDays(day, 7))
        .as('week'),
      eb.fn.countAll<number>().filterWhere('t.due', '>', addDays(day, 7)).as('later'),
    ])
    .where('t.owner_id', '=', ctx.actor.account)
    .where('t.state', '=', 'open')
    .executeTakeFirstOrThrow()
  const done = await ctx.tx
    .selectFrom('tasks.tasks as t')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('t.owner_id', '=', ctx.actor.account)
    .where('t.state', '=', 'done')
    .where(doneOn(ctx, day))
    .executeTakeFirstOrThrow()
  return { today: day, counts: { ...counts, 'done-today': done.count } }
}

const subjectsOf = (rows: readonly FoundTask[]) => [
  ...new Set(rows.flatMap(row => (row.subject_id ? [row.subject_id] : []))),
]

function toRow(ctx: Context, row: FoundTask, names: ReadonlyMap<string, string>): TaskRow {
  const subject = row.subject_id ? names.get(row.subject_id) : undefined
  return {
    id: row.id,
    version: row.version,
    ...(row.title === null ? {} : { title: row.title }),
    ...(row.kind === null ? {} : { kind: row.kind }),
    owner: { id: row.owner_id, name: row.owner_name },
    createdBy: { id: row.created_by, name: row.creator_name },
    ...(row.team_id === null ? {} : { teamId: row.team_id }),
    ...(row.subject_id === null ? {} : { subjectId: row.subject_id }),
    ...(subject === undefined ? {} : { subject }),
    compartment: row.compartment as Compartment,
    due: row.due,
    state: row.state as TaskState,
    recurrence: row.recurrence as Recurrence,
    ...(row.depends_on === null ? {} : { dependsOn: row.depends_on }),
    waiting: row.dependency === 'open',
    ...(row.done_at === null ? {} : { doneAt: row.done_at }),
    updatedAt: row.updated_at,
    mayChange: mayChange(ctx.actor, row),
  }
}

/** @throws DomainError `not-found`, for a stranger's task and for none alike */
export async function get(tx: Tx, id: string): Promise<FoundTask> {
  const row = await selected(tx).where('t.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return row
}

export async function whole(ctx: Context, id: string, labels: Labels): Promise<Task> {
  const row = await get(ctx.tx, id)
  const transitions = await ctx.tx
    .selectFrom('tasks.transitions as s')
    .innerJoin('access.accounts as a', 'a.id', 's.account_id')
    .leftJoin('access.accounts as o', 'o.id', 's.owner_id')
    .select([
      's.at',
      's.account_id',
      'a.name',
      's.from_state',
      's.to_state',
      's.owner_id',
      'o.name as owner',
      's.reason',
    ])
    .where('s.task_id', '=', id)
    .orderBy('s.at')
    .orderBy('s.id')
    .execute()
  return {
    ...toRow(ctx, row, await labels(ctx, subjectsOf([row]))),
    ...(row.note === null ? {} : { note: row.note }),
    createdAt: row.created_at,
    ...(row.origin === null ? {} : { origin: row.origin }),
    ...(row.origin_id === null ? {} : { originId: row.origin_id }),
    transitions: transitions.map(one => ({
      at: one.at,
      by: { id: one.account_id, name: one.name },
      ...(one.from_state === null ? {} : { from: one.from_state as TaskState }),
      to: one.to_state as TaskState,
      ...(one.owner_id === null || one.owner === null
        ? {}
        : { owner: { id: one.owner_id, name: one.owner } }),
      ...(one.reason === null ? {} : { reason: one.reason }),
    })),
  }
}

/**
 * Locks the task for this transaction.
 * @throws DomainError `not-yours` when it may be seen and not changed, `stale-version` when it was changed meanwhile
 */
export async function lock(ctx: Context, id: string, basedOn: number | null): Promise<FoundTask> {
  const seen = await get(ctx.tx, id)
  if (!mayChange(ctx.actor, seen)) throw new DomainError('forbidden', 'not-yours')
  await sql`select 1 from tasks.tasks where id = ${id}::uuid for update`.execute(ctx.tx)
  const row = await get(ctx.tx, id)
  if (basedOn !== null && row.version !== basedOn) {
    throw new DomainError('conflict', 'stale-version', { version: row.version })
  }
  return row
}
