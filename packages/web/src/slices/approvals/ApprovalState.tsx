/** Where a request stands: waiting, with the days that are left, or how it ended. */
import type { ApprovalRow } from '@kerege/contract/approvals/schema'
import { useT } from '../../i18n/useT.tsx'
import { StatePill } from '../../ui/StatePill.tsx'
import { daysLeft, stateKind } from './words.ts'

export function ApprovalState({ approval }: { approval: Pick<ApprovalRow, 'state' | 'deadline'> }) {
  const t = useT()
  const left = daysLeft(approval, Date.now())
  const text =
    approval.state === 'pending' && left !== undefined
      ? t('approvals.left', { n: left })
      : t(`approvals.state.${approval.state}`)
  return <StatePill kind={stateKind[approval.state]}>{text}</StatePill>
}
