/** Asking for a place: what I do, in which language I follow, why I would come. */
import { register } from '@kerege/contract/practices/trainings/events/routes'
import type { Event } from '@kerege/contract/practices/trainings/events/schema'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../../../api.ts'
import { useFormat } from '../../../../i18n/useFormat.tsx'
import { useT } from '../../../../i18n/useT.tsx'
import { Drawer } from '../../../../ui/Drawer.tsx'
import { ChoiceField } from '../../../../ui/form/ChoiceField.tsx'
import { Form } from '../../../../ui/form/Form.tsx'
import { TextField } from '../../../../ui/form/TextField.tsx'
import { useForm } from '../../../../ui/form/useForm.ts'
import { newId } from '../../../../ui/newId.ts'
import { useProfessionOptions } from '../parts/words.ts'

interface Props {
  event: Event
  opened: boolean
  onClose: () => void
}

export function RegisterDrawer({ event, opened, onClose }: Props) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={onClose} title={t('trainings.register')}>
      {opened && <Ask event={event} onDone={onClose} />}
    </Drawer>
  )
}

function Ask({ event, onDone }: { event: Event; onDone: () => void }) {
  const t = useT()
  const format = useFormat()
  const professions = useProfessionOptions()
  const [initial] = useState(() => ({
    id: newId(),
    ...(event.languages.length === 1 ? { language: event.languages[0] } : {}),
  }))
  const form = useForm({
    name: `trainings.register.${event.id}`,
    schema: bodyOf(register),
    initial,
    send: (body, options) => send(register, { params: { id: event.id }, body }, options),
    onDone: () => {
      void queryClient.invalidateQueries()
      onDone()
    },
  })
  return (
    <Form form={form} submit={t('trainings.register')}>
      <p className="k-dim">{t('trainings.registerText')}</p>
      <ChoiceField at="/profession" label={t('trainings.profession')} options={professions} />
      <ChoiceField
        at="/language"
        label={t('trainings.followIn')}
        options={event.languages.map(value => ({ value, label: format.language(value) }))}
      />
      <TextField
        at="/words"
        label={t('trainings.why')}
        hint={t('trainings.whyHint')}
        rows={4}
        maxLength={2000}
      />
    </Form>
  )
}
