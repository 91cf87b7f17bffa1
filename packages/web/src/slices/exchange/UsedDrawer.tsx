/** How a practice went here, in words about the practice; a coordinator confirms it. */
import { sayUsed } from '@kerege/contract/exchange/routes'
import type { HeldPractice } from '@kerege/contract/exchange/schema'
import { adoptionStates } from '@kerege/contract/practices/rules'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../api.ts'
import { useT } from '../../i18n/useT.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { ChoiceField } from '../../ui/form/ChoiceField.tsx'
import { Form } from '../../ui/form/Form.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { useForm } from '../../ui/form/useForm.ts'
import { newId } from '../../ui/newId.ts'

interface Props {
  practice: HeldPractice
  opened: boolean
  onClose: () => void
}

export function UsedDrawer({ practice, opened, onClose }: Props) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={onClose} title={t('exchange.used.say')}>
      {opened && <UsedForm practice={practice} onDone={onClose} />}
    </Drawer>
  )
}

function UsedForm({ practice, onDone }: { practice: HeldPractice; onDone: () => void }) {
  const t = useT()
  const [initial] = useState(() => ({ id: newId(), state: undefined }))
  const form = useForm({
    name: `exchange.used.${practice.id}`,
    schema: bodyOf(sayUsed),
    initial,
    send: (body, options) => send(sayUsed, { params: { id: practice.id }, body }, options),
    onDone: () => {
      void queryClient.invalidateQueries()
      onDone()
    },
  })
  // Of what was taken back, one still says how it ended.
  const states = adoptionStates.filter(state => practice.state !== 'retracted' || state !== 'trying')
  return (
    <Form form={form} submit={t('exchange.used.save')}>
      <ChoiceField
        at="/state"
        label={t('exchange.state')}
        options={states.map(value => ({ value, label: t(`exchange.use.${value}`) }))}
      />
      <TextField
        at="/words"
        label={t('exchange.used.words')}
        hint={t('domains.impersonal')}
        rows={5}
        maxLength={2000}
        optional={form.get('/state') === 'trying'}
      />
    </Form>
  )
}
