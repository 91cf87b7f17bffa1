/** A task's name as the way to its page, and before it the box that takes it into a common act. */
import type { TaskRow } from '@kerege/contract/tasks/schema'
import { Checkbox } from '@mantine/core'
import { IconRepeat } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useT } from '../../i18n/useT.tsx'
import css from './tasks.module.css'
import { titleText } from './words.ts'

interface Props {
  task: TaskRow
  ticked: ReadonlySet<string>
  tick: (ids: ReadonlySet<string>) => void
}

export function TickedTitle({ task, ticked, tick }: Props) {
  const t = useT()
  const title = titleText(task, t)
  const mayTick = task.state === 'open' && task.mayChange
  return (
    <span className={css.ticked}>
      {mayTick && (
        <Checkbox
          className={`${css.tick} k-screen`}
          aria-label={t('tasks.tick', { title })}
          checked={ticked.has(task.id)}
          onChange={event => {
            const next = new Set(ticked)
            if (event.currentTarget.checked) next.add(task.id)
            else next.delete(task.id)
            tick(next)
          }}
        />
      )}
      <Link to={`/tasks/${task.id}`} dir="auto">
        {title}
      </Link>
      {task.recurrence !== 'none' && (
        <span className={css.repeat} title={t(`tasks.recurrence.${task.recurrence}`)}>
          <IconRepeat size={16} stroke={1.7} aria-hidden="true" />
          <span className="k-hidden">{t(`tasks.recurrence.${task.recurrence}`)}</span>
        </span>
      )}
    </span>
  )
}
