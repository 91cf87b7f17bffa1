/** Tasks on the landing page: past due and due today with a button, what I handed to others without one. */
import { dueGroup } from '@kerege/contract/tasks/rules'
import { listTasks } from '@kerege/contract/tasks/routes'
import type { TaskRow } from '@kerege/contract/tasks/schema'
import { IconCalendarEvent, IconCalendarTime, IconClockExclamation } from '@tabler/icons-react'
import { useGet } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { type Translate, useT } from '../../i18n/useT.tsx'
import type { Need, Needs, Tally } from '../../shell/slice.ts'
import { StatePill } from '../../ui/StatePill.tsx'
import { useSummary } from './api.ts'
import { TaskState } from './TaskState.tsx'
import { stateText, titleText } from './words.ts'

export function useTaskNeeds(): Needs {
  const t = useT()
  const { today } = useFormat()
  const own = useGet(listTasks, { query: { of: 'mine', limit: 50 } })
  const given = useGet(listTasks, { query: { of: 'given', limit: 10 } })
  const summary = useSummary()
  const counts = summary.data?.body.counts
  const due = (own.data?.body.rows ?? []).filter(
    row => !row.waiting && ['overdue', 'today'].includes(dueGroup(row.due, today)),
  )
  const tallies: Tally[] = counts
    ? [
        {
          id: 'tasks.overdue',
          count: counts.overdue,
          label: t('tasks.group.overdue'),
          icon: IconClockExclamation,
          href: '/tasks?when=overdue',
          tone: 'stop',
        },
        {
          id: 'tasks.today',
          count: counts.today,
          label: t('tasks.group.today'),
          icon: IconCalendarEvent,
          href: '/tasks?when=today',
          tone: 'wait',
        },
        {
          id: 'tasks.week',
          count: counts.week,
          label: t('tasks.group.week'),
          icon: IconCalendarTime,
          href: '/tasks?when=week',
        },
      ]
    : []
  return {
    pending: own.isPending || given.isPending || summary.isPending,
    error: own.error ?? given.error ?? summary.error ?? undefined,
    mine: due.map(row => ({
      ...needOf(row, t),
      act: { href: `/tasks/${row.id}`, label: t('tasks.open') },
    })),
    others: (given.data?.body.rows ?? []).map(row => ({
      ...needOf(row, t),
      why: row.subject ? `${row.owner.name} · ${titleText(row, t)}` : row.owner.name,
      state: <OtherState task={row} />,
    })),
    tallies,
  }
}

/** Past due at somebody else's is waiting, not an alarm of one's own. */
function OtherState({ task }: { task: TaskRow }) {
  const t = useT()
  const { today } = useFormat()
  const { kind, text } = stateText(task, today, t)
  return <StatePill kind={kind === 'stop' ? 'wait' : 'mute'}>{text}</StatePill>
}

/** The person first where one is meant, then what is to be done; without a person the task is what waits. */
function needOf(row: TaskRow, t: Translate): Need {
  const title = titleText(row, t)
  return {
    id: `task.${row.id}`,
    who: row.subject ? <bdi>{row.subject}</bdi> : title,
    state: <TaskState task={row} />,
    why: row.subject ? title : t('tasks.aboutNobody'),
    since: row.due,
  }
}
