/** Where a complaint stands; one that is past its term says so. */
import type { ComplaintRow } from '@kerege/contract/rights/complaints'
import { useT } from '../../../i18n/useT.tsx'
import { StatePill } from '../../../ui/StatePill.tsx'

export function ComplaintState({ row }: { row: Pick<ComplaintRow, 'state' | 'late'> }) {
  const t = useT()
  const done = row.state === 'answered' || row.state === 'closed'
  const kind = done ? (row.state === 'closed' ? 'mute' : 'ok') : row.late ? 'stop' : 'wait'
  return <StatePill kind={kind}>{t(`complaints.state.${row.state}`)}</StatePill>
}
