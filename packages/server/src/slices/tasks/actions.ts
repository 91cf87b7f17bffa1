/**
 * What can be done with a task. Every action reads the same way: lock, check, apply the rule, save, leave a trail.
 * A task knows that it is about a record and in which compartment, never what the record is.
 */
import { DomainError, invalid } from '@kerege/contract/errors'
import type { Parsed } from '@kerege/contract/route'
import { canBecome, nextDue, type Recurrence, type TaskState } from '@kerege/contract/tasks/rules'
import type * as routes from '@kerege/contract/tasks/routes'
import type { MakeTask } from '@kerege/contract/tasks/schema'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { emit } from '../../platform/outbox.ts'
import * as policy from './policy.ts'
import { type FoundTask, get, lock, today } from './store.ts'

/** The log names the task and the record that it is about. */
function leave(
  ctx: Context,
  task: { id: string; subject_id: string | null },
  fields: readonly string[] = [],
) {
  ctx.trail.touched(task.id, fields)
  if (task.subject_id) ctx.trail.shown([task.subject_id])
}

/** A command that is sent again makes nothing new: the id was made by the device. */
export async function make(ctx: Context, draft: MakeTask): Promise<void> {
  const known = await ctx.tx
    .selectFrom('tasks.tasks')
    .select('id')
    .where('id', '=', draft.id)
    .executeTakeFirst()
  if (known) return leave(ctx, { id: draft.id, subject_id: draft.subjectId ?? null })
  const ownerId = draft.ownerId ?? ctx.actor.account
  const subjectId = draft.subjectId ?? null
  if (subjectId) await policy.requireSubject(ctx, subjectId, draft.compartment)
  await policy.requireOwner(ctx, ownerId, { subjectId, compartment: draft.compartment })
  if (draft.dependsOn) await requireDependency(ctx, draft.dependsOn)
  await insert(ctx, {
    id: draft.id,
    owner_id: ownerId,
    team_id: await teamOf(ctx, ownerId),
    created_by: ctx.actor.account,
    title: draft.title,
    note: draft.note ?? null,
    subject_id: subjectId,
    compartment: draft.compartment,
    due: draft.due,
    recurrence: draft.recurrence,
    anchor: draft.due,
    depends_on: draft.dependsOn ?? null,
  })
  if (ownerId !== ctx.actor.account) await tellOwner(ctx, draft.id, ownerId)
  leave(ctx, { id: draft.id, subject_id: subjectId })
}

type NewTask = Pick<
  FoundTask,
  'id' | 'owner_id' | 'team_id' | 'created_by' | 'title' | 'note' | 'subject_id' | 'compartment' | 'due'
> &
  Pick<FoundTask, 'recurrence' | 'anchor'> &
  Partial<Pick<FoundTask, 'depends_on' | 'repeats_id' | 'kind' | 'origin' | 'origin_id'>>

async function insert(ctx: Context, task: NewTask) {
  await ctx.tx
    .insertInto('tasks.tasks')
    .values({ ...task, state: 'open', created_at: ctx.now, updated_at: ctx.now })
    // Somebody else's task with this id: the answer is the one for what cannot be seen.
    .onConflict(conflict => conflict.column('id').doNothing())
    .execute()
  await get(ctx.tx, task.id)
  await record(ctx, task.id, null, 'open', { owner_id: task.owner_id })
}

/** What has to be done first exists already, so that tasks never wait for each other in a ring. */
async function requireDependency(ctx: Context, id: string) {
  const found = await ctx.tx.selectFrom('tasks.tasks').select('id').where('id', '=', id).executeTakeFirst()
  if (!found) throw invalid([{ pointer: '/dependsOn', code: 'not-found' }])
}

async function teamOf(ctx: Context, accountId: string): Promise<string | null> {
  if (accountId === ctx.actor.account) return ctx.actor.team
  const hat = await ctx.tx
    .selectFrom('access.hats')
    .select('team_id')
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .executeTakeFirst()
  return hat?.team_id ?? null
}

const tellOwner = (ctx: Context, taskId: string, accountId: string) =>
  emit(ctx.tx, 'task.handed-over', { accountId, taskId })

async function record(
  ctx: Context,
  taskId: string,
  from: string | null,
  to: TaskState,
  more: { owner_id?: string; reason?: string | undefined } = {},
) {
  await ctx.tx
    .insertInto('tasks.transitions')
    .values({
      id: newId(ctx.now.getTime()),
      task_id: taskId,
      at: ctx.now,
      account_id: ctx.actor.account,
      from_state: from,
      to_state: to,
      owner_id: more.owner_id ?? null,
      reason: more.reason ?? null,
    })
    .execute()
}

export async function change(ctx: Context, id: string, draft: Parsed<typeof routes.changeTask>['body']) {
  const task = await lock(ctx, id, ctx.basedOn)
  if (task.state !== 'open') throw new DomainError('conflict', 'task-closed', { state: task.state })
  if (!draft.title && task.kind === null) throw invalid([{ pointer: '/title', code: 'required' }])
  const fresh = {
    title: draft.title ?? null,
    note: draft.note ?? null,
    due: draft.due,
    recurrence: draft.recurrence,
    depends_on: draft.free ? null : task.depends_on,
  }
  const changed = Object.entries(fresh).filter(([name, value]) => task[name as keyof typeof fresh] !== value)
  if (changed.length > 0) {
    await ctx.tx
      .updateTable('tasks.tasks')
      .set({
        ...fresh,
        // The rhythm starts anew from a day that somebody chose.
        anchor: draft.due === task.due ? task.anchor : draft.due,
        version: task.version + 1,
        updated_at: ctx.now,
      })
      .where('id', '=', id)
      .execute()
  }
  leave(
    ctx,
    task,
    changed.map(([name]) => name),
  )
}

async function become(ctx: Context, task: FoundTask, to: TaskState, reason: string | undefined) {
  if (!canBecome(task.state as TaskState, to)) {
    throw new DomainError('conflict', 'task-closed', { state: task.state })
  }
  await ctx.tx
    .updateTable('tasks.tasks')
    .set({
      state: to,
      done_at: to === 'done' ? ctx.now : null,
      version: task.version + 1,
      updated_at: ctx.now,
    })
    .where('id', '=', task.id)
    .execute()
  await record(ctx, task.id, task.state, to, { reason })
  leave(ctx, task, ['state'])
}

/** Done twice is done once. @throws DomainError `task-waits` while what comes first is open */
export async function finish(ctx: Context, id: string, note: string | undefined): Promise<void> {
  const task = await lock(ctx, id, null)
  if (task.state === 'done') return leave(ctx, task)
  if (task.state === 'open' && task.dependency === 'open') throw new DomainError('conflict', 'task-waits')
  await become(ctx, task, 'done', note)
  const after = [task.due, today(ctx)].sort().at(-1) ?? task.due
  const due = nextDue(task.anchor, task.recurrence as Recurrence, after)
  if (due) await insert(ctx, { ...comesBack(task), id: newId(ctx.now.getTime()), due, repeats_id: task.id })
}

const comesBack = (task: FoundTask): NewTask => ({
  id: task.id,
  owner_id: task.owner_id,
  team_id: task.team_id,
  created_by: task.created_by,
  kind: task.kind,
  title: task.title,
  note: task.note,
  subject_id: task.subject_id,
  compartment: task.compartment,
  due: task.due,
  recurrence: task.recurrence,
  anchor: task.anchor,
  origin: task.origin,
  origin_id: task.origin_id,
})

/** Each task for itself: what cannot be done stays open and is told with its code. */
export async function finishMany(ctx: Context, ids: readonly string[], note: string | undefined) {
  const done: string[] = []
  // In one order for everybody, so that two such commands never wait for each other.
  let left = [...new Set(ids)].sort().map(id => ({ id, code: '' }))
  // What waited for one of them may be done after it.
  for (let before = Number.POSITIVE_INFINITY; left.length > 0 && left.length < before; ) {
    before = left.length
    const refused: typeof left = []
    for (const { id } of left) {
      const code = await tried(() => finish(ctx, id, note))
      if (code === null) done.push(id)
      else refused.push({ id, code })
    }
    left = refused
  }
  ctx.trail.counted('done', done.length)
  ctx.trail.counted('refused', left.length)
  return { done, refused: left }
}

/** Code of a refusal, which is thrown before anything was written, so that the transaction is whole. */
async function tried(work: () => Promise<void>): Promise<string | null> {
  try {
    await work()
    return null
  } catch (error) {
    if (error instanceof DomainError) return error.code
    throw error
  }
}

/** Takes back the end, and the next one with it, as long as nobody has touched that. */
export async function reopen(ctx: Context, id: string, reason: string | undefined): Promise<void> {
  const task = await lock(ctx, id, null)
  if (task.state === 'open') return leave(ctx, task)
  await become(ctx, task, 'open', reason)
  const next = await ctx.tx
    .selectFrom('tasks.tasks')
    .select(['id', 'version', 'state'])
    .where('repeats_id', '=', id)
    .where('state', '=', 'open')
    .where('version', '=', 1)
    .executeTakeFirst()
  if (next) await become(ctx, await lock(ctx, next.id, null), 'cancelled', undefined)
}

export async function cancel(ctx: Context, id: string, reason: string): Promise<void> {
  const task = await lock(ctx, id, null)
  await become(ctx, task, 'cancelled', reason)
}

/** @throws DomainError `owner-cannot-see` when the record is shut to the colleague */
export async function handOver(
  ctx: Context,
  id: string,
  { ownerId, note }: Parsed<typeof routes.handOverTask>['body'],
): Promise<void> {
  const task = await lock(ctx, id, null)
  if (task.state !== 'open') throw new DomainError('conflict', 'task-closed', { state: task.state })
  if (task.owner_id === ownerId) return leave(ctx, task)
  await policy.requireOwner(ctx, ownerId, { subjectId: task.subject_id, compartment: task.compartment })
  await ctx.tx
    .updateTable('tasks.tasks')
    .set({
      owner_id: ownerId,
      team_id: await teamOf(ctx, ownerId),
      handed_by: ctx.actor.account,
      version: task.version + 1,
      updated_at: ctx.now,
    })
    .where('id', '=', id)
    .execute()
  await record(ctx, id, task.state, 'open', { owner_id: ownerId, reason: note })
  if (ownerId !== ctx.actor.account) await tellOwner(ctx, id, ownerId)
  leave(ctx, task, ['owner'])
  ctx.trail.shown([ownerId])
}
