/** When a task is due, what may become of it, and when it comes back: pure, for server, browser and device alike. */
import type { PlainDate } from '../common.ts'

export const taskStates = ['open', 'done', 'cancelled'] as const
export type TaskState = (typeof taskStates)[number]

const next: Readonly<Record<TaskState, readonly TaskState[]>> = {
  open: ['done', 'cancelled'],
  // Somebody pressed the wrong line: both ends can be taken back.
  done: ['open'],
  cancelled: ['open'],
}

export const canBecome = (from: TaskState, to: TaskState): boolean => next[from].includes(to)

export const recurrences = ['none', 'weekly', 'fortnightly', 'monthly', 'quarterly', 'yearly'] as const
export type Recurrence = (typeof recurrences)[number]

const days: Partial<Record<Recurrence, number>> = { weekly: 7, fortnightly: 14 }
const months: Partial<Record<Recurrence, number>> = { monthly: 1, quarterly: 3, yearly: 12 }

/**
 * The first day of the rhythm that lies after `after`; `null` when the task does not come back.
 * @param anchor the day that the rhythm started from. Counting from it keeps the 31st alive through February.
 */
export function nextDue(anchor: PlainDate, recurrence: Recurrence, after: PlainDate): PlainDate | null {
  const step = days[recurrence]
  if (step !== undefined) {
    const passed = Math.max(0, daysBetween(anchor, after))
    return addDays(anchor, (Math.floor(passed / step) + 1) * step)
  }
  const stride = months[recurrence]
  if (stride === undefined) return null
  const apart = Math.max(0, monthOf(after) - monthOf(anchor))
  // The month that `after` lies in may still have its day ahead.
  let count = Math.max(1, Math.floor(apart / stride))
  while (addMonths(anchor, count * stride) <= after) count += 1
  return addMonths(anchor, count * stride)
}

export const dueGroups = ['overdue', 'today', 'week', 'later'] as const
export type DueGroup = (typeof dueGroups)[number]

/** Where an open task stands on a day; `week` is the seven days after it. */
export function dueGroup(due: PlainDate, today: PlainDate): DueGroup {
  if (due < today) return 'overdue'
  if (due === today) return 'today'
  return due <= addDays(today, 7) ? 'week' : 'later'
}

export function addDays(day: PlainDate, count: number): PlainDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10)
}

const daysBetween = (from: PlainDate, to: PlainDate) =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)

const monthOf = (day: PlainDate) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1

/** The same day of the month, or its last one where the month is shorter. */
export function addMonths(day: PlainDate, count: number): PlainDate {
  const month = monthOf(day) + count
  const [year, index] = [Math.floor(month / 12), month % 12]
  const last = new Date(Date.UTC(year, index + 1, 0)).getUTCDate()
  const date = Math.min(Number(day.slice(8)), last)
  return new Date(Date.UTC(year, index, date)).toISOString().slice(0, 10)
}
