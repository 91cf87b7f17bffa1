/** A practice as it was published: its texts, its review, and what one sees of it at a glance. Needs no node: a device shows the same. */
import type { GivenPractice } from '@kerege/contract/exchange/practice'
import type { HeldState } from '@kerege/contract/exchange/schema'
import type { ReactNode } from 'react'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Card } from '../../ui/Card.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Glance } from './Glance.tsx'
import { PracticeText } from './PracticeText.tsx'
import { Review } from './Review.tsx'

interface Props {
  state: HeldState
  given: GivenPractice | undefined
  /** What else stands below the review, and beside it. */
  children?: ReactNode
}

export function PracticeView({ state, given, children }: Props) {
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
        <PracticeText texts={given.texts} />
        {given.review && <Review review={given.review} />}
        <Grounds given={given} />
        {children}
      </div>
      <aside className="k-stack" aria-label={t('exchange.glance')}>
        <Glance given={given} />
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

/** Numbers and sources that it rests on. */
function Grounds({ given }: { given: GivenPractice }) {
  const t = useT()
  const format = useFormat()
  const { figures, sources } = given.facts
  if (figures.length === 0 && sources.length === 0) return null
  return (
    <Card title={t(figures.length > 0 ? 'exchange.figures' : 'exchange.sources')}>
      <ul>
        {figures.map(({ label, value, source }) => (
          <li key={format.text(label).text}>
            <bdi lang={format.text(label).language}>{format.text(label).text}</bdi>: <strong>{value}</strong>{' '}
            <span className="k-dim">({source})</span>
          </li>
        ))}
      </ul>
      {figures.length > 0 && sources.length > 0 && <h3>{t('exchange.sources')}</h3>}
      <ul>
        {sources.map(({ title, url, year }) => (
          <li key={title}>
            {url && /^https?:\/\//.test(url) ? (
              <a href={url} rel="noreferrer noopener" target="_blank">
                {title}
              </a>
            ) : (
              title
            )}
            {year !== undefined && <span className="k-dim"> ({year})</span>}
          </li>
        ))}
      </ul>
    </Card>
  )
}
