/** States, ages and uses of guidance in words. */
import type { Ages, GuidanceState, UseState } from '@kerege/contract/guidance/rules'
import type { Translate } from '../../i18n/useT.tsx'
import { useT } from '../../i18n/useT.tsx'
import { type StateKind, StatePill } from '../../ui/StatePill.tsx'

export function agesText({ from, to }: Ages, t: Translate): string {
  if (from !== undefined && to !== undefined) return t('guidance.ages.both', { from, to })
  if (from !== undefined) return t('guidance.ages.from', { from })
  if (to !== undefined) return t('guidance.ages.to', { to })
  return t('guidance.ages.all')
}

const stateKinds: Record<GuidanceState, StateKind> = {
  'in-force': 'ok',
  superseded: 'mute',
  withdrawn: 'mute',
}
export function GuidanceStatePill({ state }: { state: GuidanceState }) {
  const t = useT()
  return <StatePill kind={stateKinds[state]}>{t(`guidance.state.${state}`)}</StatePill>
}

const useKinds: Record<UseState, StateKind> = { planned: 'info', 'in-use': 'ok', 'not-applicable': 'mute' }
export function UsePill({ state }: { state: UseState }) {
  const t = useT()
  return <StatePill kind={useKinds[state]}>{t(`guidance.use.${state}`)}</StatePill>
}
