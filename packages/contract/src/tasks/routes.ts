/** Ways in to tasks. */
import { z } from 'zod'
import { Id, Reason } from '../common.ts'
import { route } from '../route.ts'
import {
  CancelTask,
  ChangeTask,
  FinishMany,
  Finished,
  FinishTask,
  HandOver,
  MakeTask,
  Task,
  TaskFilter,
  TaskPage,
  TaskSummary,
} from './schema.ts'

const byId = z.strictObject({ id: Id })

export const listTasks = route({
  method: 'GET',
  path: '/tasks',
  summary: 'Tasks that are open to the asker, by owner, time and record',
  access: 'tasks.work',
  audit: 'tasks.listed',
  query: TaskFilter,
  response: TaskPage,
  offline: 'keep',
})
export const taskSummary = route({
  method: 'GET',
  path: '/tasks/summary',
  summary: 'How many of my tasks are overdue, due today, ahead and done today',
  access: 'tasks.work',
  audit: null,
  response: TaskSummary,
  offline: 'keep',
})
export const makeTask = route({
  method: 'POST',
  path: '/tasks',
  summary: 'Make a task for oneself or for a colleague',
  access: 'tasks.work',
  audit: 'task.made',
  body: MakeTask,
  response: Task,
  status: 201,
  versioned: true,
  offline: 'queue',
})
export const finishTasks = route({
  method: 'POST',
  path: '/tasks/done',
  summary: 'Say of several tasks that they are done',
  access: 'tasks.work',
  audit: 'tasks.done',
  body: FinishMany,
  response: Finished,
  offline: 'queue',
})
export const getTask = route({
  method: 'GET',
  path: '/tasks/:id',
  summary: 'One task with what became of it',
  access: 'tasks.work',
  audit: 'task.read',
  params: byId,
  response: Task,
  versioned: true,
  offline: 'keep',
})
export const changeTask = route({
  method: 'PUT',
  path: '/tasks/:id',
  summary: 'Change words, day or rhythm of a task',
  access: 'tasks.work',
  audit: 'task.changed',
  params: byId,
  body: ChangeTask,
  response: Task,
  versioned: true,
  offline: 'queue',
})
/** Safe to repeat: what is done is answered as it is. */
export const finishTask = route({
  method: 'POST',
  path: '/tasks/:id/done',
  summary: 'A task is done; the next one is made where it comes back',
  access: 'tasks.work',
  audit: 'task.done',
  params: byId,
  body: FinishTask,
  response: Task,
  versioned: true,
  offline: 'queue',
})
export const reopenTask = route({
  method: 'POST',
  path: '/tasks/:id/reopen',
  summary: 'Take back that a task was done or given up',
  access: 'tasks.work',
  audit: 'task.reopened',
  params: byId,
  body: z.strictObject({ reason: Reason.optional() }),
  response: Task,
  versioned: true,
  offline: 'queue',
})
export const cancelTask = route({
  method: 'POST',
  path: '/tasks/:id/cancel',
  summary: 'Give a task up, with the reason',
  access: 'tasks.work',
  audit: 'task.cancelled',
  params: byId,
  body: CancelTask,
  response: Task,
  versioned: true,
  offline: 'queue',
})
export const handOverTask = route({
  method: 'POST',
  path: '/tasks/:id/hand-over',
  summary: 'Hand a task to a colleague, who must be able to see what it is about',
  access: 'tasks.work',
  audit: 'task.handed-over',
  params: byId,
  body: HandOver,
  response: Task,
  versioned: true,
})
