/** Adds to a record. What stands there stays. */
import { amendConference } from '@kerege/contract/meetings/conferenceRoutes'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { bodyOf, send } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { newId } from '../../../ui/newId.ts'
import { toast } from '../../../ui/toasts.ts'
import { readAgain } from '../api.ts'

interface Props {
  id: string
  onClose: () => void
}

export function AmendDrawer({ opened, ...props }: Props & { opened: boolean }) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={props.onClose} title={t('meetings.amend')}>
      {opened && <AmendForm {...props} />}
    </Drawer>
  )
}

function AmendForm({ id, onClose }: Props) {
  const t = useT()
  const [initial] = useState(() => ({ id: newId() }))
  const form = useForm({
    name: `meetings.amend.${id}`,
    schema: bodyOf(amendConference),
    initial,
    send: (body, options) => send(amendConference, { params: { id }, body }, options),
    onDone: () => {
      readAgain()
      toast(t('meetings.kept'))
      onClose()
    },
  })
  return (
    <Form
      form={form}
      submit={t('meetings.amendKeep')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <p className="k-dim">{t('meetings.amendText')}</p>
      <TextField at="/words" label={t('meetings.amendWords')} rows={4} maxLength={2000} />
    </Form>
  )
}
