/** The state of a task as a pill: how long past due, due today, how long ahead, or what became of it. */
import type { TaskRow } from '@kerege/contract/tasks/schema'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { StatePill } from '../../ui/StatePill.tsx'
import { stateText } from './words.ts'

export function TaskState({ task }: { task: Pick<TaskRow, 'state' | 'due' | 'waiting'> }) {
  const t = useT()
  const { today } = useFormat()
  const { kind, text } = stateText(task, today, t)
  return <StatePill kind={kind}>{text}</StatePill>
}
