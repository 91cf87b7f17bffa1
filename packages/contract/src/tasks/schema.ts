/** A task: something to be done by somebody until a day, about a record or about none. */
import { z } from 'zod'
import { Compartment } from '../access/compartments.ts'
import { Id, Instant, line, page, pageQuery, paragraph, PlainDate, Reason } from '../common.ts'
import { recurrences, taskStates } from './rules.ts'

/** Somebody of this node by account, with the name that colleagues know. */
export const Colleague = z.strictObject({ id: Id, name: z.string() })

export const TaskRow = z.strictObject({
  id: Id,
  version: z.number().int(),
  /** Absent where the program made the task: then `kind` says in a code what it is. */
  title: z.string().optional(),
  kind: z.string().optional(),
  owner: Colleague,
  createdBy: Colleague,
  teamId: Id.optional(),
  subjectId: Id.optional(),
  /** How the record is called, for those to whom it is open. */
  subject: z.string().optional(),
  compartment: Compartment,
  due: PlainDate,
  state: z.enum(taskStates),
  recurrence: z.enum(recurrences),
  dependsOn: Id.optional(),
  /** The task that this one depends on is still open. */
  waiting: z.boolean(),
  doneAt: Instant.optional(),
  updatedAt: Instant,
  mayChange: z.boolean(),
})
export type TaskRow = z.infer<typeof TaskRow>

/** What became of a task, and who said so. */
export const TaskTransition = z.strictObject({
  at: Instant,
  by: Colleague,
  from: z.enum(taskStates).optional(),
  to: z.enum(taskStates),
  /** Whose task it was from then on, where it was handed over. */
  owner: Colleague.optional(),
  reason: z.string().optional(),
})

export const Task = TaskRow.extend({
  note: z.string().optional(),
  createdAt: Instant,
  /** What made it, where the program did: a code and the id of the record. */
  origin: z.string().optional(),
  originId: Id.optional(),
  transitions: z.array(TaskTransition),
})
export type Task = z.infer<typeof Task>

export const taskViews = ['mine', 'given', 'team', 'anyone'] as const
export const taskTimes = ['overdue', 'today', 'week', 'later', 'ahead', 'done-today'] as const

export const TaskFilter = z.strictObject({
  ...pageQuery,
  /** One's own, those given to others, those of one's team, or every one that is open to the asker. */
  of: z.enum(taskViews).default('mine'),
  /** Counted from today in the node's time zone. `ahead` is `week` and `later` together. */
  when: z.enum(taskTimes).optional(),
  state: z.enum(taskStates).optional(),
  subjectId: Id.optional(),
  /** Whose, within the view. */
  ownerId: Id.optional(),
})
export type TaskFilter = z.infer<typeof TaskFilter>

/** Numbers of the landing page; each opens the list of one's own tasks with the filter of that name. */
export const TaskSummary = z.strictObject({
  today: PlainDate,
  counts: z.strictObject({
    overdue: z.number().int(),
    today: z.number().int(),
    week: z.number().int(),
    later: z.number().int(),
    'done-today': z.number().int(),
  }),
})
export type TaskSummary = z.infer<typeof TaskSummary>

const content = {
  title: line(200),
  note: paragraph(4000).optional(),
  due: PlainDate,
  recurrence: z.enum(recurrences).default('none'),
}

export const MakeTask = z.strictObject({
  /** Made by the device, so that a repeated command makes one task. */
  id: Id,
  ...content,
  /** One's own where nobody is named. */
  ownerId: Id.optional(),
  subjectId: Id.optional(),
  compartment: Compartment.default('contact'),
  dependsOn: Id.optional(),
})
export type MakeTask = z.infer<typeof MakeTask>

export const ChangeTask = z.strictObject({
  ...content,
  /** A task made by the program keeps its code and needs no words. */
  title: line(200).optional(),
  /** Does not have to wait any longer. */
  free: z.boolean().default(false),
})
export type ChangeTask = z.infer<typeof ChangeTask>

export const FinishTask = z.strictObject({ note: line(500).optional() })
export const CancelTask = z.strictObject({ reason: Reason })
export const HandOver = z.strictObject({ ownerId: Id, note: line(500).optional() })
export const FinishMany = z.strictObject({ ids: z.array(Id).min(1).max(100), note: line(500).optional() })
export const Finished = z.strictObject({
  done: z.array(Id),
  /** Those that stay open, each with the code that the task alone would have answered. */
  refused: z.array(z.strictObject({ id: Id, code: z.string() })),
})

export const TaskPage = page(TaskRow)
