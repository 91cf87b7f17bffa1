/** Hands one's voice in this request to a colleague to whom the record is open. */
import { delegateApproval } from '@kerege/contract/approvals/routes'
import type { Approval } from '@kerege/contract/approvals/schema'
import { mayKnock } from '@kerege/contract/access/roles'
import { Button } from '@mantine/core'
import { useCallback } from 'react'
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
  approval: Approval
  etag: string
  opened: boolean
  onClose: () => void
}

export function DelegateDrawer({ approval, etag, opened, onClose }: Props) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={onClose} title={t('approvals.delegate')}>
      <DelegateForm {...{ approval, etag, onClose }} />
    </Drawer>
  )
}

function DelegateForm({ approval, etag, onClose }: Omit<Props, 'opened'>) {
  const t = useT()
  const { account } = useSession()
  const asker = approval.askedBy.id
  // Who asked has no voice in it, and only a role that decides can be lent one.
  const decides = useCallback(
    ({ accountId, roles }: Colleague) =>
      accountId !== account.id &&
      accountId !== asker &&
      roles.some(role => mayKnock(role, 'approvals.decide')),
    [account.id, asker],
  )
  const form = useForm({
    name: `approvals.delegate.${approval.id}`,
    schema: bodyOf(delegateApproval),
    initial: {},
    send: (body, options) =>
      send(delegateApproval, { params: { id: approval.id }, body }, { ...options, ifMatch: etag }),
    onDone: () => {
      void queryClient.invalidateQueries()
      toast(t('approvals.delegated'))
      onClose()
    },
  })
  return (
    <Form
      form={form}
      submit={t('approvals.delegateAct')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <ColleagueField
        at="/accountId"
        label={t('approvals.toWhom')}
        hint={t('approvals.toWhomHint')}
        only={decides}
      />
    </Form>
  )
}
