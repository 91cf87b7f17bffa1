/** "It is done", with a word on how it went for those who read it later, if there is one. */
import type { Task } from '@kerege/contract/tasks/schema'
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../../i18n/useT.tsx'
import { Card } from '../../ui/Card.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useFinish } from './api.ts'
import css from './tasks.module.css'

export function FinishCard({ task }: { task: Task }) {
  const t = useT()
  const finish = useFinish()
  const [note, setNote] = useState('')
  return (
    <Card title={t('tasks.finish')}>
      <form
        className={css.finish}
        onSubmit={event => {
          event.preventDefault()
          if (!finish.busy) void finish.one(task, note.trim())
        }}
      >
        <TextInput
          label={t('tasks.finishNote')}
          description={t(task.recurrence === 'none' ? 'tasks.finishHint' : 'tasks.finishNext')}
          value={note}
          maxLength={500}
          autoComplete="off"
          dir="auto"
          onChange={event => setNote(event.currentTarget.value)}
        />
        {finish.problem && (
          <Notice kind="stop" live>
            {finish.problem}
          </Notice>
        )}
        <Button type="submit" loading={finish.busy !== undefined}>
          {t('tasks.done')}
        </Button>
      </form>
    </Card>
  )
}
