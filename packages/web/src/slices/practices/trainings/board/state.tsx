/** How a request or an offer stands, and an answer to it. */
import type { Wish, WishAnswer } from '@kerege/contract/practices/trainings/board/schema'
import { useT } from '../../../../i18n/useT.tsx'
import { type StateKind, StatePill } from '../../../../ui/StatePill.tsx'

const kinds: Record<Wish['state'], StateKind> = { open: 'ok', 'taken-up': 'info', withdrawn: 'mute' }
export function WishPill({ state }: { state: Wish['state'] }) {
  const t = useT()
  return <StatePill kind={kinds[state]}>{t(`trainings.wishState.${state}`)}</StatePill>
}

const answerKinds: Record<WishAnswer['state'], StateKind> = {
  asked: 'wait',
  agreed: 'ok',
  declined: 'mute',
  withdrawn: 'mute',
}
export function AnswerPill({ state }: { state: WishAnswer['state'] }) {
  const t = useT()
  return <StatePill kind={answerKinds[state]}>{t(`trainings.answerState.${state}`)}</StatePill>
}
