/** Which language somebody needs an interpreter for, and who does it: a colleague, or somebody from outside. */
import { setInterpreter } from '@kerege/contract/repatriation/reception/routes'
import type { Stay } from '@kerege/contract/repatriation/reception/schema'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../api.ts'
import { useT } from '../../i18n/useT.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { Form } from '../../ui/form/Form.tsx'
import { LanguageField } from '../../ui/form/LanguageField.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { useForm } from '../../ui/form/useForm.ts'
import { toast } from '../../ui/toasts.ts'

interface Props {
  stay: Stay
  opened: boolean
  onClose: () => void
}

export function InterpreterDrawer({ stay, opened, onClose }: Props) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={onClose} title={t('reception.interpreter')}>
      {opened && <InterpreterForm stay={stay} onClose={onClose} />}
    </Drawer>
  )
}

function InterpreterForm({ stay, onClose }: Omit<Props, 'opened'>) {
  const t = useT()
  const [initial] = useState(() => ({
    language: stay.interpreter?.language ?? stay.guest.languages[0],
    ...(stay.interpreter?.name ? { name: stay.interpreter.name } : {}),
  }))
  const form = useForm({
    name: 'reception.interpreter',
    schema: bodyOf(setInterpreter),
    initial,
    draft: false,
    send: (body, options) => send(setInterpreter, { params: { id: stay.id }, body }, options),
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
      <p className="k-dim">
        <bdi>{stay.guest.name}</bdi>
      </p>
      <LanguageField at="/language" label={t('reception.field.language')} optional />
      <TextField at="/name" label={t('reception.field.interpreter')} optional maxLength={120} />
    </Form>
  )
}
