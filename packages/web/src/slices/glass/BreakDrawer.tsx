/** Opens the file of one person in an emergency: what will happen stands there before one does it. */
import { breakGlass } from '@kerege/contract/glass/routes'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../api.ts'
import { useT } from '../../i18n/useT.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { Form } from '../../ui/form/Form.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { useForm } from '../../ui/form/useForm.ts'
import { newId } from '../../ui/newId.ts'
import { Notice } from '../../ui/Notice.tsx'

interface Props {
  personId: string
  opened: boolean
  onClose: () => void
}

export function BreakDrawer({ personId, opened, onClose }: Props) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={onClose} title={t('glass.openThis')}>
      {opened && <BreakForm personId={personId} onClose={onClose} />}
    </Drawer>
  )
}

function BreakForm({ personId, onClose }: Omit<Props, 'opened'>) {
  const t = useT()
  const [initial] = useState(() => ({ id: newId() }))
  const form = useForm({
    name: `glass.open.${personId}`,
    schema: bodyOf(breakGlass),
    initial,
    send: (body, options) => send(breakGlass, { params: { id: personId }, body }, options),
    onDone: async () => {
      await queryClient.invalidateQueries()
      onClose()
    },
  })
  return (
    <Form
      form={form}
      submit={t('glass.openAct')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <Notice kind="seal">{t('glass.openText')}</Notice>
      <TextField
        at="/reason"
        label={t('glass.reason')}
        hint={t('glass.reasonHint')}
        rows={4}
        maxLength={1000}
      />
    </Form>
  )
}
