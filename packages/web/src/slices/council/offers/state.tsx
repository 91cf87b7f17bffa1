/** How an offer and what is taken up of it stand. */
import type { OfferStanding, TakingState } from '@kerege/contract/council/offers/rules'
import { useT } from '../../../i18n/useT.tsx'
import { type StateKind, StatePill } from '../../../ui/StatePill.tsx'

const kinds: Record<OfferStanding, StateKind> = { open: 'ok', full: 'info', ended: 'mute', withdrawn: 'mute' }

export function OfferState({ standing }: { standing: OfferStanding }) {
  const t = useT()
  return <StatePill kind={kinds[standing]}>{t(`council.offer.${standing}`)}</StatePill>
}

const takingKinds: Record<TakingState, StateKind> = {
  asked: 'wait',
  confirmed: 'ok',
  declined: 'mute',
  withdrawn: 'mute',
}

export function TakingPill({ state }: { state: TakingState }) {
  const t = useT()
  return (
    <StatePill kind={takingKinds[state]}>
      {state === 'withdrawn' ? t('council.offer.undone') : t(`council.offer.${state}`)}
    </StatePill>
  )
}
