/** Takes one's own request back. A right, not a fault: nothing red, and the request stays in the history. */
import { withdrawApproval } from '@kerege/contract/approvals/routes'
import type { Approval } from '@kerege/contract/approvals/schema'
import { Button } from '@mantine/core'
import { useSend } from '../../api.ts'
import { useT } from '../../i18n/useT.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { problemText } from '../../ui/problems.ts'
import { toast } from '../../ui/toasts.ts'
import css from './approvals.module.css'

interface Props {
  approval: Approval
  etag: string
  opened: boolean
  onClose: () => void
}

export function WithdrawDialog({ approval, etag, opened, onClose }: Props) {
  const t = useT()
  const withdraw = useSend(withdrawApproval)
  const go = () =>
    withdraw.mutate(
      { input: { params: { id: approval.id }, body: {} }, options: { ifMatch: etag } },
      {
        onSuccess: () => {
          toast(t('approvals.withdrawn'))
          onClose()
        },
      },
    )
  return (
    <Dialog opened={opened} onClose={onClose} title={t('approvals.withdrawTitle')}>
      <div className={css.follows}>
        <p>{t('approvals.withdrawText')}</p>
        {withdraw.isError && (
          <Notice kind="stop" live>
            {problemText(withdraw.error, 'approvals')}
          </Notice>
        )}
        <div className={css.ends}>
          <Button variant="default" data-autofocus onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button loading={withdraw.isPending} onClick={go}>
            {t('approvals.withdraw')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
