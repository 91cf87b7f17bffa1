/** What somebody gives, and how a deployment stands. */
import type { DeploymentState, Gives } from '@kerege/contract/practices/roster/rules'
import { useT } from '../../../i18n/useT.tsx'
import { type StateKind, StatePill } from '../../../ui/StatePill.tsx'

export function useGivesText(): (list: readonly Gives[]) => string {
  const t = useT()
  return list => list.map(one => t(`roster.gives.${one}`)).join(', ')
}

const kinds: Record<DeploymentState, StateKind> = {
  asked: 'wait',
  offered: 'wait',
  agreed: 'ok',
  'under-way': 'info',
  ended: 'mute',
  declined: 'mute',
  withdrawn: 'mute',
}
export function DeploymentPill({ state }: { state: DeploymentState }) {
  const t = useT()
  return <StatePill kind={kinds[state]}>{t(`roster.deployment.${state}`)}</StatePill>
}

export function ConfirmedPill({ confirmed }: { confirmed: boolean }) {
  const t = useT()
  return confirmed ? (
    <StatePill kind="ok">{t('roster.confirmed')}</StatePill>
  ) : (
    <StatePill kind="wait">{t('roster.waits')}</StatePill>
  )
}
