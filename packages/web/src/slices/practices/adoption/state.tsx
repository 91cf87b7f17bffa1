/** How it goes where a practice is tried, and how a practice stands where others name it. */
import type { AdoptionStanding } from '@kerege/contract/practices/adoption/rules'
import type { PracticeRef, Uses } from '@kerege/contract/practices/adoption/schema'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { type StateKind, StatePill } from '../../../ui/StatePill.tsx'

const kinds: Record<AdoptionStanding, StateKind> = {
  trying: 'wait',
  worked: 'ok',
  partly: 'info',
  stopped: 'mute',
  withdrawn: 'mute',
}

export function AdoptionPill({ standing }: { standing: AdoptionStanding }) {
  const t = useT()
  return <StatePill kind={kinds[standing]}>{t(`practices.adoption.${standing}`)}</StatePill>
}

/** "Tried in 3 places, worked in 1"; nothing where nobody tried it. */
export function UsesLine({ uses }: { uses: Uses | undefined }) {
  const t = useT()
  if (!uses || uses.tried === 0) return <span className="k-dim">{t('practices.adoption.nobody')}</span>
  return (
    <span>
      {t('practices.adoption.tried', { n: uses.tried })}
      {uses.worked > 0 && <> · {t('practices.adoption.workedIn', { n: uses.worked })}</>}
    </span>
  )
}

/** The same as a mark in the head of a page. */
export function UsesPill({ uses }: { uses: Uses }) {
  const t = useT()
  return <StatePill kind="info">{t('practices.adoption.tried', { n: uses.tried })}</StatePill>
}

/** Symbol and title, leading to its page; what was retracted says so beside it. */
export function PracticeLink({ practice }: { practice: PracticeRef }) {
  const t = useT()
  const format = useFormat()
  const title = format.text(practice.title)
  return (
    <>
      <Link to={`/practices/${practice.id}`}>
        {practice.symbol} <bdi lang={title.language}>{title.text}</bdi>
      </Link>
      {practice.state === 'retracted' && (
        <>
          {' '}
          <StatePill kind="stop">{t('practices.retractedMark')}</StatePill>
        </>
      )}
    </>
  )
}
