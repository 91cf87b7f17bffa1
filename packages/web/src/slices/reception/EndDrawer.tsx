/** Somebody leaves the house: why, on which day, and in a line where it is no handover. */
import { endStay } from '@kerege/contract/repatriation/reception/routes'
import type { Stay } from '@kerege/contract/repatriation/reception/schema'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../api.ts'
import { useT } from '../../i18n/useT.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { ChoiceField } from '../../ui/form/ChoiceField.tsx'
import { Form } from '../../ui/form/Form.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { useForm } from '../../ui/form/useForm.ts'
import { toast } from '../../ui/toasts.ts'

interface Props {
  stay: Stay
  opened: boolean
  onClose: () => void
}
/** A handover is written down as one, with whom and what was agreed; it ends the stay by itself. */
const whys = ['hospital', 'left', 'mistake'] as const

export function EndDrawer({ stay, opened, onClose }: Props) {
  return (
    <Drawer opened={opened} onClose={onClose} title={<bdi>{stay.guest.name}</bdi>}>
      {opened && <EndForm stay={stay} onClose={onClose} />}
    </Drawer>
  )
}

function EndForm({ stay, onClose }: Omit<Props, 'opened'>) {
  const t = useT()
  const [initial] = useState(() => ({}))
  const form = useForm({
    name: 'reception.end',
    schema: bodyOf(endStay),
    initial,
    draft: false,
    send: (body, options) => send(endStay, { params: { id: stay.id }, body }, options),
    onDone: async () => {
      await queryClient.invalidateQueries()
      toast(t('reception.ended'))
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
      <p className="k-dim">{t('reception.endNote')}</p>
      <ChoiceField
        at="/why"
        label={t('reception.field.why')}
        options={whys.map(value => ({ value, label: t(`reception.why.${value}`) }))}
      />
      <TextField at="/reason" label={t('ui.reason')} optional rows={2} maxLength={500} />
    </Form>
  )
}
