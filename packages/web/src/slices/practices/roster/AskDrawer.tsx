/** Asking for somebody, for one's state or organisation. They answer first, then their state. */
import { askDeployment } from '@kerege/contract/practices/roster/routes'
import type { RosterEntry } from '@kerege/contract/practices/roster/schema'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../../api.ts'
import { useLoaded } from '../../../i18n/language.ts'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { DayField } from '../../../ui/form/DayField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { newId } from '../../../ui/newId.ts'
import { onlySaid, TextsField } from '../../council/parts/TextsField.tsx'

interface Props {
  entry: RosterEntry
  opened: boolean
  onClose: () => void
}

export function AskDrawer({ entry, opened, onClose }: Props) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={onClose} title={t('roster.ask')}>
      {opened && <Ask entry={entry} onDone={onClose} />}
    </Drawer>
  )
}

function Ask({ entry, onDone }: { entry: RosterEntry; onDone: () => void }) {
  const t = useT()
  const { language } = useLoaded()
  const [initial] = useState(() => ({ id: newId() }))
  const form = useForm({
    name: `roster.ask.${entry.id}`,
    schema: bodyOf(askDeployment),
    initial,
    shape: values => {
      const { title, ...rest } = values as Record<string, unknown>
      return { ...rest, title: onlySaid(title) }
    },
    send: (body, options) => send(askDeployment, { params: { id: entry.id }, body }, options),
    onDone: () => {
      void queryClient.invalidateQueries()
      onDone()
    },
  })
  return (
    <Form form={form} submit={t('roster.ask')}>
      <p className="k-dim">{t('roster.askText')}</p>
      <ChoiceField
        at="/gives"
        label={t('roster.gives')}
        options={entry.gives.map(value => ({ value, label: t(`roster.gives.${value}`) }))}
      />
      <TextsField at="/title" legend={t('roster.task')} maxLength={300} required={[language]} />
      <TextField at="/place" label={t('trainings.where')} maxLength={160} />
      <DayField at="/from" label={t('trainings.from')} />
      <DayField at="/until" label={t('trainings.until')} />
      <TextField at="/words" label={t('roster.askWords')} rows={4} maxLength={2000} />
    </Form>
  )
}
