/** Ends a record: it is over, with what came of it; or it was never so, and why. */
import { endEntry } from '@kerege/contract/situation/routes'
import { type Entry, entryEnds } from '@kerege/contract/situation/schema'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { ChoiceField } from '../../ui/form/ChoiceField.tsx'
import { Form } from '../../ui/form/Form.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { useForm } from '../../ui/form/useForm.ts'
import { toast } from '../../ui/toasts.ts'
import { RoughDateField } from '../people/kinship/RoughDateField.tsx'
import { headOf } from './words.ts'

export function EndDrawer({ one, onClose }: { one: Entry | undefined; onClose: () => void }) {
  const t = useT()
  const format = useFormat()
  return (
    <Drawer opened={one !== undefined} onClose={onClose} title={one && headOf(one, t, format)}>
      {one && <EndForm key={one.version} one={one} onClose={onClose} />}
    </Drawer>
  )
}

function EndForm({ one, onClose }: { one: Entry; onClose: () => void }) {
  const t = useT()
  const { today } = useFormat()
  const [initial] = useState(() => ({
    how: 'ended',
    seen: one.version,
    on: { precision: 'day', date: today },
  }))
  const form = useForm({
    name: `situation.end.${one.id}.${one.version}`,
    schema: bodyOf(endEntry),
    initial,
    send: (body, options) => send(endEntry, { params: { id: one.id }, body }, options),
    onDone: async () => {
      await queryClient.invalidateQueries()
      toast(t('situation.kept'))
      onClose()
    },
  })
  return (
    <Form
      form={form}
      submit={t('situation.save')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <ChoiceField
        at="/how"
        label={t('situation.end.how')}
        options={entryEnds.map(value => ({ value, label: t(`situation.state.${value}`) }))}
      />
      <RoughDateField at="/on" label={t('situation.end.on')} />
      <TextField at="/outcome" label={t('situation.end.outcome')} rows={2} maxLength={300} />
    </Form>
  )
}
