/** What somebody needs now. No diagnosis is asked, and nothing about what they may have seen or done. */
import { medicalNeeds, psychosocialNeeds, urgencies } from '@kerege/contract/repatriation/reception/rules'
import { addTriage } from '@kerege/contract/repatriation/reception/routes'
import type { Triage } from '@kerege/contract/repatriation/reception/schema'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../api.ts'
import { useT } from '../../i18n/useT.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { ChoiceField } from '../../ui/form/ChoiceField.tsx'
import { Form } from '../../ui/form/Form.tsx'
import { ManyChoiceField } from '../../ui/form/ManyChoiceField.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { useForm } from '../../ui/form/useForm.ts'
import { newId } from '../../ui/newId.ts'
import { toast } from '../../ui/toasts.ts'

interface Props {
  personId: string
  kind: Triage['kind'] | undefined
  onClose: () => void
}

export function NeedsDrawer({ personId, kind, onClose }: Props) {
  const t = useT()
  return (
    <Drawer opened={kind !== undefined} onClose={onClose} title={kind && t(`reception.triage.${kind}`)}>
      {kind && <NeedsForm key={kind} personId={personId} kind={kind} onClose={onClose} />}
    </Drawer>
  )
}

const needsFor = { medical: medicalNeeds, psychosocial: psychosocialNeeds } as const

function NeedsForm({ personId, kind, onClose }: Props & { kind: Triage['kind'] }) {
  const t = useT()
  const [initial] = useState(() => ({ id: newId(), kind, needs: [] }))
  const form = useForm({
    name: `reception.needs.${personId}.${kind}`,
    schema: bodyOf(addTriage),
    initial,
    send: (body, options) => send(addTriage, { params: { id: personId }, body }, options),
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
      <p className="k-dim">{t('reception.needsNote')}</p>
      <ManyChoiceField
        at="/needs"
        label={t('reception.needs')}
        optional
        max={needsFor[kind].length}
        options={needsFor[kind].map(value => ({ value, label: t(`reception.need.${value}`) }))}
      />
      <ChoiceField
        at="/urgency"
        label={t('reception.field.urgency')}
        options={urgencies.map(value => ({ value, label: t(`reception.urgency.${value}`) }))}
      />
      <TextField at="/note" label={t('reception.field.note')} optional rows={3} maxLength={1000} />
    </Form>
  )
}
