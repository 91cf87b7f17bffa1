/** What was offered to the library, to the letter as it leaves, and what became of it. */
import type { LessonOffer } from '@kerege/contract/lessons/offers'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { StatePill, type StateKind } from '../../ui/StatePill.tsx'
import css from './lessons.module.css'
import { OfferTexts } from './OfferTexts.tsx'

const pill: Readonly<Record<LessonOffer['state'], StateKind>> = {
  asked: 'wait',
  'on-its-way': 'info',
  'at-the-hub': 'ok',
  'not-taken': 'stop',
  refused: 'mute',
}

export function OfferRows({ rows }: { rows: readonly LessonOffer[] }) {
  const t = useT()
  const format = useFormat()
  if (rows.length === 0) return null
  return (
    <ul className={css.rows}>
      {rows.map(row => (
        <li key={row.id}>
          <StatePill kind={pill[row.state]}>{t(`lessons.state.${row.state}`)}</StatePill>
          <OfferTexts offer={row} />
          <p className="k-dim k-small">{[format.date(row.offeredAt), row.offeredBy.name].join(' · ')}</p>
          {row.approvalId && (
            <Link to={`/approvals/${row.approvalId}`} className="k-link">
              {t('lessons.decision')}
            </Link>
          )}
        </li>
      ))}
    </ul>
  )
}
