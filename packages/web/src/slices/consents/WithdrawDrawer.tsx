/** Records that an answer was taken back: by whom, and why if they said so. */
import { givers } from '@kerege/contract/consents/kinds'
import { withdrawConsent } from '@kerege/contract/consents/routes'
import type { Consent } from '@kerege/contract/consents/schema'
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
import { saidText } from './words.ts'

interface Props {
  one: Consent | undefined
  onClose: () => void
}

export function WithdrawDrawer({ one, onClose }: Props) {
  const t = useT()
  return (
    <Drawer opened={one !== undefined} onClose={onClose} title={t('consents.withdraw.title')}>
      {one && <WithdrawForm one={one} onClose={onClose} />}
    </Drawer>
  )
}

function WithdrawForm({ one, onClose }: { one: Consent; onClose: () => void }) {
  const t = useT()
  const [initial] = useState(() => ({ who: one.givenBy }))
  const form = useForm({
    name: `consents.withdraw.${one.id}`,
    schema: bodyOf(withdrawConsent),
    initial,
    send: (body, options) => send(withdrawConsent, { params: { id: one.id }, body }, options),
    onDone: async () => {
      await queryClient.invalidateQueries()
      toast(t('consents.withdraw.done'))
      onClose()
    },
  })
  return (
    <Form
      form={form}
      submit={t('consents.withdraw.title')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <p dir="auto">{saidText(one, t)}</p>
      <p>{t('consents.withdraw.text')}</p>
      <ChoiceField
        at="/who"
        label={t('consents.withdraw.who')}
        options={givers.map(value => ({ value, label: t(`consents.givenBy.${value}`) }))}
      />
      <TextField at="/why" label={t('consents.withdraw.why')} optional rows={2} maxLength={500} />
    </Form>
  )
}
