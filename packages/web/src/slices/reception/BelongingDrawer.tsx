/** Something that is kept for somebody, and where. */
import { addBelonging } from '@kerege/contract/repatriation/reception/routes'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../api.ts'
import { useT } from '../../i18n/useT.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { Form } from '../../ui/form/Form.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { useForm } from '../../ui/form/useForm.ts'
import { newId } from '../../ui/newId.ts'
import { toast } from '../../ui/toasts.ts'

interface Props {
  personId: string
  opened: boolean
  onClose: () => void
}

export function BelongingDrawer({ personId, opened, onClose }: Props) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={onClose} title={t('reception.add.belonging')}>
      {opened && <BelongingForm personId={personId} onClose={onClose} />}
    </Drawer>
  )
}

function BelongingForm({ personId, onClose }: Omit<Props, 'opened'>) {
  const t = useT()
  const [initial] = useState(() => ({ id: newId() }))
  const form = useForm({
    name: `reception.belonging.${personId}`,
    schema: bodyOf(addBelonging),
    initial,
    send: (body, options) => send(addBelonging, { params: { id: personId }, body }, options),
    onDone: async () => {
      await queryClient.invalidateQueries()
      toast(t('reception.saved'))
      onClose()
    },
  })
  return (
    <Form
      form={form}
      submit={t('reception.save')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <TextField at="/what" label={t('reception.field.what')} maxLength={200} />
      <TextField at="/where" label={t('reception.field.where')} optional maxLength={120} />
    </Form>
  )
}
