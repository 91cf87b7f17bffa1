/** Gives a task to a colleague, who must be able to see what it is about. */
import { handOverTask } from '@kerege/contract/tasks/routes'
import type { Task } from '@kerege/contract/tasks/schema'
import { Button } from '@mantine/core'
import { useCallback } from 'react'
import { bodyOf, queryClient, send } from '../../api.ts'
import { useT } from '../../i18n/useT.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { ColleagueField } from '../../ui/form/ColleagueField.tsx'
import { Form } from '../../ui/form/Form.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import type { Colleague } from '../../ui/form/useColleagues.ts'
import { useForm } from '../../ui/form/useForm.ts'
import { toast } from '../../ui/toasts.ts'

interface Props {
  task: Task
  opened: boolean
  onClose: () => void
}

export function HandOverDrawer({ task, opened, onClose }: Props) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={onClose} title={t('tasks.handOver')}>
      <HandOverForm task={task} onClose={onClose} />
    </Drawer>
  )
}

function HandOverForm({ task, onClose }: Omit<Props, 'opened'>) {
  const t = useT()
  const another = useCallback((one: Colleague) => one.accountId !== task.owner.id, [task.owner.id])
  const form = useForm({
    name: `tasks.handOver.${task.id}`,
    schema: bodyOf(handOverTask),
    initial: {},
    send: (body, given) => send(handOverTask, { params: { id: task.id }, body }, given),
    onDone: () => {
      void queryClient.invalidateQueries()
      toast(t('tasks.handedOver'))
      onClose()
    },
  })
  return (
    <Form
      form={form}
      submit={t('tasks.handOver')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <ColleagueField
        at="/ownerId"
        label={t('tasks.toWhom')}
        hint={t(task.subjectId ? 'tasks.toWhomHint' : 'tasks.toWhomPlain')}
        only={another}
      />
      <TextField at="/note" label={t('tasks.handNote')} hint={t('tasks.handHint')} rows={2} maxLength={500} />
    </Form>
  )
}
