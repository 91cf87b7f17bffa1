/** Asks somebody else of the same agency, since whoever was asked is not there any more. */
import { handReferral } from '@kerege/contract/referrals/routes'
import type { Referral } from '@kerege/contract/referrals/schema'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../api.ts'
import { useT } from '../../i18n/useT.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { Form } from '../../ui/form/Form.tsx'
import { SearchChoiceField } from '../../ui/form/SearchChoiceField.tsx'
import { useForm } from '../../ui/form/useForm.ts'
import { toast } from '../../ui/toasts.ts'
import { useReceivers } from './api.ts'

interface Props {
  one: Referral
  opened: boolean
  onClose: () => void
}

export function HandDrawer({ opened, ...props }: Props) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={props.onClose} title={t('referrals.hand')}>
      {opened && <HandForm {...props} />}
    </Drawer>
  )
}

function HandForm({ one, onClose }: Omit<Props, 'opened'>) {
  const t = useT()
  const rows = useReceivers(one.service.id, true).data?.body.rows ?? []
  const [initial] = useState(() => ({ seen: one.version }))
  const form = useForm({
    name: `referrals.hand.${one.id}.${one.version}`,
    schema: bodyOf(handReferral),
    initial,
    send: (body, options) => send(handReferral, { params: { id: one.id }, body }, options),
    onDone: async () => {
      await queryClient.invalidateQueries()
      toast(t('referrals.hand.done'))
      onClose()
    },
  })
  return (
    <Form
      form={form}
      submit={t('referrals.hand')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <SearchChoiceField
        at="/receiverId"
        label={t('referrals.receiver')}
        hint={t('referrals.receiver.hint')}
        options={rows.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </Form>
  )
}
