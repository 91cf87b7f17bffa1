/** How a request stands. Late is what the calendar says. */
import type { RequestStanding } from '@kerege/contract/council/requests/rules'
import type { RequestRow } from '@kerege/contract/council/requests/schema'
import { useT } from '../../../i18n/useT.tsx'
import { type StateKind, StatePill } from '../../../ui/StatePill.tsx'

const kinds: Record<RequestStanding, StateKind> = {
  waiting: 'wait',
  late: 'stop',
  answered: 'ok',
  withdrawn: 'mute',
}

export function RequestState({ row }: { row: Pick<RequestRow, 'standing' | 'waitsForUs'> }) {
  const t = useT()
  if (row.waitsForUs && row.standing === 'waiting') {
    return <StatePill kind="wait">{t('council.request.waitsForUs')}</StatePill>
  }
  return <StatePill kind={kinds[row.standing]}>{t(`council.request.${row.standing}`)}</StatePill>
}
