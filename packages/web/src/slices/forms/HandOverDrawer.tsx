/** Hands a draft to a colleague who writes there; what is kept at the node goes along, what one types on an open page does not. */
import { mayKnock } from '@kerege/contract/access/roles'
import { handOverForm } from '@kerege/contract/forms/routes'
import type { WholeForm } from '@kerege/contract/forms/schema'
import { Button } from '@mantine/core'
import { useCallback, useState } from 'react'
import { bodyOf, queryClient, send } from '../../api.ts'
import { useT } from '../../i18n/useT.tsx'
import { useSession } from '../../shell/session.ts'
import { Drawer } from '../../ui/Drawer.tsx'
import { ColleagueField } from '../../ui/form/ColleagueField.tsx'
import { Form } from '../../ui/form/Form.tsx'
import type { Colleague } from '../../ui/form/useColleagues.ts'
import { useForm } from '../../ui/form/useForm.ts'
import { toast } from '../../ui/toasts.ts'

interface Props {
  one: WholeForm
  opened: boolean
  onClose: () => void
}

export function HandOverDrawer(props: Props) {
  const t = useT()
  return (
    <Drawer opened={props.opened} onClose={props.onClose} title={t('forms.handOver')}>
      {props.opened && <HandOver {...props} />}
    </Drawer>
  )
}

function HandOver({ one, onClose }: Props) {
  const t = useT()
  const { account } = useSession()
  const [initial] = useState(() => ({ seen: one.version }))
  const writes = useCallback(
    ({ accountId, roles }: Colleague) =>
      accountId !== account.id && roles.some(role => mayKnock(role, 'casework.write')),
    [account.id],
  )
  const form = useForm({
    name: `forms.handOver.${one.id}.${one.version}`,
    schema: bodyOf(handOverForm),
    initial,
    draft: false,
    send: (body, options) => send(handOverForm, { params: { id: one.id }, body }, options),
    onDone: () => {
      void queryClient.invalidateQueries()
      toast(t('forms.handedOver'))
      onClose()
    },
  })
  return (
    <Form
      form={form}
      submit={t('forms.handOver')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <p className="k-dim">{t('forms.handOver.text')}</p>
      <ColleagueField
        at="/accountId"
        label={t('forms.handOver.to')}
        hint={t('forms.handOver.hint')}
        only={writes}
      />
    </Form>
  )
}
