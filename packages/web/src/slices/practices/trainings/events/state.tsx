/** How a training and a registration stand. */
import type { RegistrationState, Standing } from '@kerege/contract/practices/trainings/events/rules'
import { useT } from '../../../../i18n/useT.tsx'
import { type StateKind, StatePill } from '../../../../ui/StatePill.tsx'

const kinds: Record<Standing, StateKind> = {
  planned: 'mute',
  open: 'ok',
  closed: 'info',
  running: 'info',
  held: 'mute',
  'called-off': 'mute',
}
export function EventState({ standing }: { standing: Standing }) {
  const t = useT()
  return <StatePill kind={kinds[standing]}>{t(`trainings.standing.${standing}`)}</StatePill>
}

const registrationKinds: Record<RegistrationState, StateKind> = {
  asked: 'wait',
  waiting: 'wait',
  nominated: 'info',
  confirmed: 'ok',
  declined: 'mute',
  withdrawn: 'mute',
}
export function RegistrationPill({ state }: { state: RegistrationState }) {
  const t = useT()
  return <StatePill kind={registrationKinds[state]}>{t(`trainings.registration.${state}`)}</StatePill>
}
