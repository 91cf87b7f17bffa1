/** In which state a decision stands, in two or three words. */
import type { DecisionRow } from '@kerege/contract/council/decisions'
import type { DecisionState as State } from '@kerege/contract/council/silence'
import { useT } from '../../../i18n/useT.tsx'
import { type StateKind, StatePill } from '../../../ui/StatePill.tsx'

const kinds: Record<State, StateKind> = {
  draft: 'mute',
  room: 'info',
  silence: 'seal',
  adopted: 'ok',
  broken: 'wait',
  withdrawn: 'mute',
}

export function DecisionState({ decision }: { decision: Pick<DecisionRow, 'state'> }) {
  const t = useT()
  return <StatePill kind={kinds[decision.state]}>{t(`council.decision.${decision.state}`)}</StatePill>
}
