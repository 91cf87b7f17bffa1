/** Routes of tasks: parse, call one action, answer. */
import * as routes from '@kerege/contract/tasks/routes'
import type { Context } from '../../platform/context.ts'
import { type AnyHandler, handler } from '../../platform/handler.ts'
import type { Labels } from '../../platform/labels.ts'
import * as actions from './actions.ts'
import * as endings from './endings.ts'
import * as store from './store.ts'

/** @param labels how the records are called that tasks are about */
export function taskHandlers(labels: Labels): AnyHandler[] {
  const answer = (ctx: Context, id: string) => store.whole(ctx, id, labels)
  return [
    handler(routes.listTasks, async (ctx, { query }) => {
      const page = await store.list(ctx, query, labels)
      ctx.trail.shown(page.rows.flatMap(row => (row.subjectId ? [row.id, row.subjectId] : [row.id])))
      return page
    }),
    handler(routes.taskSummary, ctx => store.summary(ctx)),
    handler(routes.makeTask, async (ctx, { body }) => {
      await actions.make(ctx, body)
      return answer(ctx, body.id)
    }),
    handler(routes.finishTasks, (ctx, { body }) => endings.finishMany(ctx, body.ids, body.note)),
    handler(routes.getTask, async (ctx, { params }) => {
      const task = await answer(ctx, params.id)
      ctx.trail.shown(task.subjectId ? [task.id, task.subjectId] : [task.id])
      return task
    }),
    handler(routes.changeTask, async (ctx, { params, body }) => {
      await actions.change(ctx, params.id, body)
      return answer(ctx, params.id)
    }),
    handler(routes.finishTask, async (ctx, { params, body }) => {
      await endings.finish(ctx, params.id, body.note)
      return answer(ctx, params.id)
    }),
    handler(routes.reopenTask, async (ctx, { params, body }) => {
      await endings.reopen(ctx, params.id, body.reason)
      return answer(ctx, params.id)
    }),
    handler(routes.cancelTask, async (ctx, { params, body }) => {
      await endings.cancel(ctx, params.id, body.reason)
      return answer(ctx, params.id)
    }),
    handler(routes.handOverTask, async (ctx, { params, body }) => {
      await actions.handOver(ctx, params.id, body)
      return answer(ctx, params.id)
    }),
  ]
}
