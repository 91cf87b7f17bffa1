/** How a decision is put into practice here, in words about practice; told to the Council only where that is ticked. */
import { sayUse } from '@kerege/contract/guidance/routes'
import { useStates } from '@kerege/contract/guidance/rules'
import type { Guidance } from '@kerege/contract/guidance/schema'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../api.ts'
import { useT } from '../../i18n/useT.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { ChoiceField, TickField } from '../../ui/form/ChoiceField.tsx'
import { Form } from '../../ui/form/Form.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { useForm } from '../../ui/form/useForm.ts'
import { newId } from '../../ui/newId.ts'

interface Props {
  guidance: Guidance
  opened: boolean
  onClose: () => void
}

export function UseDrawer({ guidance, opened, onClose }: Props) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={onClose} title={t('guidance.use.say')}>
      {opened && <UseForm guidance={guidance} onDone={onClose} />}
    </Drawer>
  )
}

function UseForm({ guidance, onDone }: { guidance: Guidance; onDone: () => void }) {
  const t = useT()
  const [initial] = useState(() => ({ id: newId(), state: guidance.uses[0]?.state, share: false }))
  const form = useForm({
    name: `guidance.use.${guidance.id}`,
    schema: bodyOf(sayUse),
    initial,
    send: (body, options) => send(sayUse, { params: { id: guidance.id }, body }, options),
    onDone: () => {
      void queryClient.invalidateQueries()
      onDone()
    },
  })
  return (
    <Form form={form} submit={t('guidance.use.save')}>
      <ChoiceField
        at="/state"
        label={t('guidance.state')}
        options={useStates.map(value => ({ value, label: t(`guidance.use.${value}`) }))}
      />
      <TextField
        at="/words"
        label={t('guidance.use.words')}
        hint={t('domains.impersonal')}
        rows={5}
        maxLength={2000}
        optional={form.get('/state') !== 'not-applicable'}
      />
      <TickField at="/share" label={t('guidance.use.share')} />
    </Form>
  )
}
