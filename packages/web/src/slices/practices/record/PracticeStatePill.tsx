/** How a practice stands. One that has not been confirmed in time says so. */
import type { PracticeRow } from '@kerege/contract/practices/record/schema'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { StatePill } from '../../../ui/StatePill.tsx'
import { stateKinds } from './words.ts'

export function PracticeStatePill({ row }: { row: Pick<PracticeRow, 'state' | 'confirmBy'> }) {
  const t = useT()
  const { today } = useFormat()
  if (row.state === 'published' && row.confirmBy !== undefined && row.confirmBy < today)
    return <StatePill kind="wait">{t('practices.overdue')}</StatePill>
  return <StatePill kind={stateKinds[row.state]}>{t(`practices.state.${row.state}`)}</StatePill>
}
