/** Passes the chair on, with the check-list of what was handed over. */
import { handOverChair, listParties } from '@kerege/contract/council/routes'
import { handoverItems } from '@kerege/contract/council/rotation'
import type { Body } from '@kerege/contract/council/schema'
import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import { bodyOf, queryClient, send, useGet } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { DayField } from '../../../ui/form/DayField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useField } from '../../../ui/form/useField.ts'
import { useForm } from '../../../ui/form/useForm.ts'
import { partyText } from '../parts/Said.tsx'
import { newId } from '../../../ui/newId.ts'

interface Props {
  body: Body
  opened: boolean
  onClose: () => void
}

export function ChairDrawer({ body, opened, onClose }: Props) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={onClose} title={t('council.handOver')}>
      <ChairForm key={body.terms.length} body={body} onDone={onClose} />
    </Drawer>
  )
}

function ChairForm({ body, onDone }: { body: Body; onDone: () => void }) {
  const t = useT()
  const format = useFormat()
  const parties = useGet(listParties, {})
  const members = (parties.data?.body.rows ?? []).filter(one => one.classification === 'member')
  const [initial] = useState(() => ({
    id: newId(),
    partyId: body.next?.id,
    from: format.today,
    handover: [],
  }))
  const form = useForm({
    name: `council.chair.${body.id}`,
    schema: bodyOf(handOverChair),
    initial,
    send: (value, options) => send(handOverChair, { params: { id: body.id }, body: value }, options),
    onDone: () => {
      void queryClient.invalidateQueries()
      onDone()
    },
  })
  return (
    <Form form={form} submit={t('council.handOver')}>
      <ChoiceField
        compact
        at="/partyId"
        label={t('council.nextChair')}
        options={members.map(one => ({ value: one.id, label: partyText(one, format) }))}
      />
      <DayField at="/from" label={t('council.from')} />
      <DayField at="/to" label={t('council.to')} optional />
      <Handover />
      <TextField at="/note" label={t('council.note')} optional rows={3} maxLength={2000} />
    </Form>
  )
}

function Handover() {
  const t = useT()
  const field = useField<string[]>({ at: '/handover', label: t('council.handover') })
  return (
    <Checkbox.Group
      id={field.id}
      label={t('council.handover')}
      description={t('council.handoverHint')}
      value={field.value ?? []}
      onChange={field.set}
    >
      <div style={{ display: 'grid', gap: 10, paddingTop: 8 }}>
        {handoverItems.map(item => (
          <Checkbox key={item} value={item} label={t(`council.handover.${item}`)} />
        ))}
      </div>
    </Checkbox.Group>
  )
}
