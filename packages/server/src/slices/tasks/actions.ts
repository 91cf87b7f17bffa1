/**
 * Making a task, changing it, handing it over; how it ends stands in endings.ts. Every action reads the same way:
 * lock, check, apply the rule, save, leave a trail. A task knows that it is about a record and in which compartment,
 * never what the record is.
 */
import type { Compartment } from '@kerege/contract/access/compartments'
import { DomainError, invalid } from '@kerege/contract/errors'
import type { Parsed } from '@kerege/contract/route'
import type * as routes from '@kerege/contract/tasks/routes'
import type { MakeTask } from '@kerege/contract/tasks/schema'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { emit } from '../../platform/outbox.ts'
import * as policy from './policy.ts'
import { insert, leave, record, teamOf } from './records.ts'
import { lock } from './store.ts'

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

/** Work that another slice asks for, named by a code. The actor sees what it is about; the owner must, too. */
export async function makeByProgram(
  ctx: Context,
  work: { kind: string; ownerId: string; subjectId: string; compartment: Compartment; due: string } & {
    origin: string
    originId: string
  },
): Promise<void> {
  const { ownerId, subjectId, compartment } = work
  await policy.requireOwner(ctx, ownerId, { subjectId, compartment })
  const id = newId(ctx.now.getTime())
  await insert(ctx, {
    id,
    owner_id: ownerId,
    team_id: await teamOf(ctx, ownerId),
    created_by: ctx.actor.account,
    kind: work.kind,
    title: null,
    note: null,
    subject_id: subjectId,
    compartment,
    due: work.due,
    recurrence: 'none',
    anchor: work.due,
    origin: work.origin,
    origin_id: work.originId,
  })
  if (ownerId !== ctx.actor.account) await tellOwner(ctx, id, ownerId)
  leave(ctx, { id, subject_id: subjectId })
}

/** What has to be done first exists already, so that tasks never wait for each other in a ring. */
async function requireDependency(ctx: Context, id: string) {
  const found = await ctx.tx.selectFrom('tasks.tasks').select('id').where('id', '=', id).executeTakeFirst()
  if (!found) throw invalid([{ pointer: '/dependsOn', code: 'not-found' }])
}

const tellOwner = (ctx: Context, taskId: string, accountId: string) =>
  emit(ctx.tx, 'task.handed-over', { accountId, taskId })

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
