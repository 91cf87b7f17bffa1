/** How an initiative stands, as its owner says; that its end has passed is what the calendar says. */
import type { InitiativeRow } from '@kerege/contract/council/initiatives/schema'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { type StateKind, StatePill } from '../../../ui/StatePill.tsx'

const kinds: Record<InitiativeRow['status'], StateKind> = {
  planned: 'mute',
  running: 'info',
  ended: 'ok',
  stopped: 'mute',
}

export function InitiativeState({ row }: { row: Pick<InitiativeRow, 'status' | 'to' | 'stand'> }) {
  const t = useT()
  const { today } = useFormat()
  if (row.stand === 'withdrawn') return <StatePill kind="mute">{t('initiatives.withdrawn')}</StatePill>
  if (row.status === 'running' && row.to !== undefined && row.to < today)
    return <StatePill kind="wait">{t('initiatives.pastEnd')}</StatePill>
  return <StatePill kind={kinds[row.status]}>{t(`initiatives.status.${row.status}`)}</StatePill>
}
