/**
 * How a task ends, alone or with others, comes back, and is taken back. Every action reads the same way: lock,
 * check, apply the rule, save, leave a trail.
 */
import { DomainError } from '@kerege/contract/errors'
import { canBecome, nextDue, type Recurrence, type TaskState } from '@kerege/contract/tasks/rules'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { insert, leave, type NewTask, record } from './records.ts'
import { type FoundTask, lock } from './store.ts'
import { today } from '../../platform/localDay.ts'

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
