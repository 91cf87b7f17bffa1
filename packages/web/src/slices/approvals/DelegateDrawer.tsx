/** Hands one's voice in this request to a colleague to whom the record is open. */
import { listColleagues } from '@kerege/contract/access/routes'
import { delegateApproval } from '@kerege/contract/approvals/routes'
import type { Approval } from '@kerege/contract/approvals/schema'
import { mayKnock } from '@kerege/contract/access/roles'
import { Button } from '@mantine/core'
import { bodyOf, queryClient, send, useGet } from '../../api.ts'
import { useT } from '../../i18n/useT.tsx'
import { useSession } from '../../shell/session.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { Form } from '../../ui/form/Form.tsx'
import { SearchChoiceField } from '../../ui/form/SearchChoiceField.tsx'
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
  const colleagues = useGet(listColleagues, { query: { limit: 200 } })
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
    <Answered query={colleagues} rows={3}>
      {({ body }) => (
        <Form
          form={form}
          submit={t('approvals.delegateAct')}
          beside={
            <Button variant="subtle" size="md" onClick={onClose}>
              {t('ui.cancel')}
            </Button>
          }
        >
          <SearchChoiceField
            at="/accountId"
            label={t('approvals.toWhom')}
            hint={t('approvals.toWhomHint')}
            options={body.rows
              .filter(
                one =>
                  one.accountId !== account.id &&
                  one.accountId !== approval.askedBy.id &&
                  one.roles.some(role => mayKnock(role, 'approvals.decide')),
              )
              .map(one => ({
                value: one.accountId,
                label: [one.name, ...one.roles.map(role => t(`access.role.${role}`))].join(' · '),
              }))}
          />
        </Form>
      )}
    </Answered>
  )
}
