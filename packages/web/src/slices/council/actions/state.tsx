/** How an action stands. Late is what the calendar says; the rest is what the owner said. */
import type { ActionRow } from '@kerege/contract/council/actions'
import { useT } from '../../../i18n/useT.tsx'
import { type StateKind, StatePill } from '../../../ui/StatePill.tsx'

const kinds: Record<ActionRow['state'], StateKind> = {
  open: 'mute',
  'under-way': 'wait',
  done: 'ok',
  dropped: 'mute',
}

export function ActionState({ action }: { action: Pick<ActionRow, 'state' | 'late'> }) {
  const t = useT()
  if (action.late) return <StatePill kind="stop">{t('council.action.late')}</StatePill>
  return <StatePill kind={kinds[action.state]}>{t(`council.action.${action.state}`)}</StatePill>
}
