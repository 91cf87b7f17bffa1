/** What a task is called, and in what state it stands, in words. */
import type { PlainDate } from '@kerege/contract/common'
import { type DueGroup, dueGroup } from '@kerege/contract/tasks/rules'
import type { TaskRow } from '@kerege/contract/tasks/schema'
import { known, type Translate } from '../../i18n/useT.tsx'
import type { StateKind } from '../../ui/StatePill.tsx'

/** Words of those who made it, else what the program's code says. */
export function titleText({ title, kind }: Pick<TaskRow, 'title' | 'kind'>, t: Translate): string {
  if (title) return title
  return t(known(`tasks.kind.${kind}`) ?? 'tasks.kind.other')
}

const daysBetween = (from: PlainDate, to: PlainDate) =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)

export interface TaskStateWords {
  kind: StateKind
  text: string
}

/** @param today by the clocks of the node */
export function stateText(
  task: Pick<TaskRow, 'state' | 'due' | 'waiting'>,
  today: PlainDate,
  t: Translate,
): TaskStateWords {
  if (task.state === 'done') return { kind: 'ok', text: t('tasks.state.done') }
  if (task.state === 'cancelled') return { kind: 'mute', text: t('tasks.state.cancelled') }
  const days = daysBetween(task.due, today)
  if (days > 0) return { kind: 'stop', text: t('tasks.state.overdue', { n: days }) }
  if (task.waiting) return { kind: 'mute', text: t('tasks.state.waiting') }
  if (days === 0) return { kind: 'wait', text: t('tasks.state.today') }
  return { kind: 'mute', text: t('tasks.state.ahead', { n: -days }) }
}

/** The heading that an open task stands under; closed ones have none. */
export const groupOf = (task: Pick<TaskRow, 'state' | 'due'>, today: PlainDate): DueGroup | undefined =>
  task.state === 'open' ? dueGroup(task.due, today) : undefined
