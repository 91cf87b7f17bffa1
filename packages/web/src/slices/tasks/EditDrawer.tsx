/** Changes the words, the day or the rhythm of a task. */
import { changeTask } from '@kerege/contract/tasks/routes'
import type { Task } from '@kerege/contract/tasks/schema'
import { Button } from '@mantine/core'
import { bodyOf, queryClient, send } from '../../api.ts'
import { useT } from '../../i18n/useT.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { Form } from '../../ui/form/Form.tsx'
import { TickField } from '../../ui/form/ChoiceField.tsx'
import { useForm } from '../../ui/form/useForm.ts'
import { TitleField, WhenFields } from './fields.tsx'

interface Props {
  task: Task
  etag: string
  opened: boolean
  onClose: () => void
}

export function EditDrawer({ task, etag, opened, onClose }: Props) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={onClose} title={t('tasks.change')}>
      <EditForm key={task.version} {...{ task, etag, onClose }} />
    </Drawer>
  )
}

function EditForm({ task, etag, onClose }: Omit<Props, 'opened'>) {
  const t = useT()
  const { title, note, due, recurrence } = task
  const form = useForm({
    name: `tasks.change.${task.id}`,
    schema: bodyOf(changeTask),
    initial: { title, note, due, recurrence, free: false },
    send: (body, options) =>
      send(changeTask, { params: { id: task.id }, body }, { ...options, ifMatch: etag }),
    onDone: () => {
      void queryClient.invalidateQueries()
      onClose()
    },
  })
  return (
    <Form
      form={form}
      submit={t('tasks.save')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <TitleField optional={task.kind !== undefined} />
      <WhenFields />
      {task.waiting && <TickField at="/free" label={t('tasks.free')} hint={t('tasks.freeHint')} />}
    </Form>
  )
}
