/** Says of one task that it is done, at once; the toast takes it back. */
import type { TaskRow } from '@kerege/contract/tasks/schema'
import { Button } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useT } from '../../i18n/useT.tsx'
import type { useFinish } from './api.ts'
import { titleText } from './words.ts'

export const mayFinish = (row: TaskRow) => row.state === 'open' && row.mayChange && !row.waiting

export function DoneButton({ task, finish }: { task: TaskRow; finish: ReturnType<typeof useFinish> }) {
  const t = useT()
  return (
    <Button
      variant="default"
      leftSection={<IconCheck size={18} stroke={1.7} />}
      styles={{ label: { whiteSpace: 'nowrap' } }}
      aria-label={t('tasks.doneOf', { title: titleText(task, t) })}
      loading={finish.busy === task.id}
      onClick={() => void finish.one(task)}
    >
      {t('tasks.doneShort')}
    </Button>
  )
}
