/** What every action on a task writes: the task itself, what became of it, and the trail in the log. */
import type { TaskState } from '@kerege/contract/tasks/rules'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { type FoundTask, get } from './store.ts'

/** The log names the task and the record that it is about. */
export function leave(
  ctx: Context,
  task: { id: string; subject_id: string | null },
  fields: readonly string[] = [],
) {
  ctx.trail.touched(task.id, fields)
  if (task.subject_id) ctx.trail.shown([task.subject_id])
}

export type NewTask = Pick<
  FoundTask,
  'id' | 'owner_id' | 'team_id' | 'created_by' | 'title' | 'note' | 'subject_id' | 'compartment' | 'due'
> &
  Pick<FoundTask, 'recurrence' | 'anchor'> &
  Partial<Pick<FoundTask, 'depends_on' | 'repeats_id' | 'kind' | 'origin' | 'origin_id'>>

export async function insert(ctx: Context, task: NewTask) {
  await ctx.tx
    .insertInto('tasks.tasks')
    .values({ ...task, state: 'open', created_at: ctx.now, updated_at: ctx.now })
    // Somebody else's task with this id: the answer is the one for what cannot be seen.
    .onConflict(conflict => conflict.column('id').doNothing())
    .execute()
  await get(ctx.tx, task.id)
  await record(ctx, task.id, null, 'open', { owner_id: task.owner_id })
}

/** The team of the first of the account's hats; one's own is that of the hat one wears. */
export async function teamOf(ctx: Context, accountId: string): Promise<string | null> {
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

export async function record(
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
