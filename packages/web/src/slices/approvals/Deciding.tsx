/** The two answers to a request that waits, or one sentence on why the reader has none to give. */
import { decideApproval } from '@kerege/contract/approvals/routes'
import type { Verdict } from '@kerege/contract/approvals/rules'
import type { Approval } from '@kerege/contract/approvals/schema'
import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { queryClient, send } from '../../api.ts'
import { known, useT } from '../../i18n/useT.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { ReasonDialog } from '../../ui/ReasonDialog.tsx'
import { toast } from '../../ui/toasts.ts'
import type { Over } from './ApprovalPage.tsx'
import css from './approvals.module.css'
import { actText, askedText, consequenceText, isGrave } from './words.ts'

interface Props {
  approval: Approval
  etag: string
  over: Over | undefined
  open: (over: Over | undefined) => void
}

export function Deciding({ approval, etag, over, open }: Props) {
  const t = useT()
  const navigate = useNavigate()
  const close = () => open(undefined)
  const decide = (verdict: Verdict) => async (comment: string) => {
    await send(decideApproval, { params: { id: approval.id }, body: { verdict, comment } }, { ifMatch: etag })
    toast(t(`approvals.told.${verdict}`))
    // What was approved may have taken the record with it: the list is the safe place to land.
    await navigate({ to: '/approvals' })
    await queryClient.invalidateQueries()
  }
  if (!approval.mayDecide) {
    return (
      <>
        {approval.hindrance && (
          <Notice kind="info">
            {t(known(`approvals.hindrance.${approval.hindrance}`) ?? 'approvals.hindrance.other')}
          </Notice>
        )}
        {approval.mayWithdraw && (
          <div className={css.acts}>
            <Button variant="default" onClick={() => open('withdraw')}>
              {t('approvals.withdraw')}
            </Button>
          </div>
        )}
      </>
    )
  }
  const grave = isGrave(approval.kind)
  return (
    <>
      <div className={css.acts}>
        <Button variant="default" onClick={() => open('refuse')}>
          {t('approvals.refuse')}
        </Button>
        <Button {...(grave ? { variant: 'outline', color: 'red' } : {})} onClick={() => open('approve')}>
          {actText(approval.kind, t)}
        </Button>
        <Button variant="subtle" onClick={() => open('delegate')}>
          {t('approvals.delegate')}
        </Button>
      </div>
      <ReasonDialog
        opened={over === 'approve'}
        onClose={close}
        title={t('approvals.approveTitle', { asked: askedText(approval.kind, t) })}
        consequence={
          <>
            {approval.subject && (
              <strong>
                <bdi>{approval.subject}</bdi>
                {'. '}
              </strong>
            )}
            {consequenceText(approval.kind, t)}
          </>
        }
        told={t('approvals.approveTold', { name: approval.askedBy.name })}
        keep={t('approvals.keep')}
        act={actText(approval.kind, t)}
        grave={grave}
        onAct={decide('approved')}
      />
      <ReasonDialog
        opened={over === 'refuse'}
        onClose={close}
        title={t('approvals.refuseTitle')}
        consequence={t('approvals.refuseText')}
        told={t('approvals.approveTold', { name: approval.askedBy.name })}
        keep={t('approvals.keep')}
        act={t('approvals.refuse')}
        grave={false}
        onAct={decide('refused')}
      />
    </>
  )
}
