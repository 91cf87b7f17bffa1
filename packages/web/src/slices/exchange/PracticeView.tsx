/** A practice as it was published: its texts, its review, and what one sees of it at a glance. Needs no node: a device shows the same. */
import type { MultiText } from '@kerege/contract/common'
import type { GivenPractice } from '@kerege/contract/exchange/practice'
import type { HeldState } from '@kerege/contract/exchange/schema'
import type { ReactNode } from 'react'
import { useT } from '../../i18n/useT.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PublishedReviewCard } from '../practices/record/PublishedReviewCard.tsx'
import { Glance } from './Glance.tsx'
import { PracticeText } from './PracticeText.tsx'

interface Props {
  state: HeldState
  given: GivenPractice | undefined
  themes?: readonly MultiText[]
  /** What else stands below the review, and beside it. */
  children?: ReactNode
}

export function PracticeView({ state, given, themes, children }: Props) {
  const t = useT()
  if (!given) {
    return (
      <div className="k-stack">
        <Notice kind="info">{t('exchange.withdrawnText')}</Notice>
        {children}
      </div>
    )
  }
  return (
    <div className="k-aside">
      <div className="k-stack">
        <Ended state={state} reason={given.reason} />
        <PracticeText given={given} />
        {given.review && <PublishedReviewCard review={given.review} />}
        {children}
      </div>
      <aside className="k-stack" aria-label={t('exchange.glance')}>
        <Glance given={given} themes={themes} />
      </aside>
    </div>
  )
}

function Ended({ state, reason }: { state: HeldState; reason: string | undefined }) {
  const t = useT()
  if (state === 'retracted') {
    return (
      <Notice kind="stop" title={t('exchange.retracted')}>
        {reason && <bdi>{reason}</bdi>}
      </Notice>
    )
  }
  return state === 'archived' ? <Notice kind="info">{t('exchange.archivedText')}</Notice> : null
}
