/** What was offered to the library from this operation, to the letter as it leaves, and what became of it. */
import { type LessonOffer, lessonOffers } from '@kerege/contract/repatriation/lessons/routes'
import type { Summary } from '@kerege/contract/repatriation/operations/preparing'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useGet } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Card } from '../../../ui/Card.tsx'
import { StatePill, type StateKind } from '../../../ui/StatePill.tsx'
import css from '../operations/operations.module.css'
import { OfferDrawer } from './OfferDrawer.tsx'
import { OfferTexts } from './OfferTexts.tsx'

const pill: Readonly<Record<LessonOffer['state'], StateKind>> = {
  asked: 'wait',
  'on-its-way': 'info',
  'at-the-hub': 'ok',
  'not-taken': 'stop',
  refused: 'mute',
}

export function Offers({ operationId, lessons }: { operationId: string; lessons: Summary['lessons'] }) {
  const t = useT()
  const format = useFormat()
  const found = useGet(lessonOffers, { params: { id: operationId } }).data?.body
  const [offering, offer] = useState(false)
  if (!found || (found.rows.length === 0 && (lessons.length === 0 || !found.mayOffer))) return null
  return (
    <Card
      title={t('lessons.library')}
      note={t('lessons.note')}
      side={
        found.mayOffer &&
        lessons.length > 0 && (
          <Button variant="default" onClick={() => offer(true)}>
            {t('lessons.offer')}
          </Button>
        )
      }
      flush={found.rows.length > 0}
    >
      {found.rows.length > 0 && (
        <ul className={css.rows}>
          {found.rows.map(row => (
            <li key={row.id}>
              <div className={css.words}>
                <StatePill kind={pill[row.state]}>{t(`lessons.state.${row.state}`)}</StatePill>
                <OfferTexts offer={row} />
                <p className="k-dim k-small">
                  {[format.date(row.offeredAt), row.offeredBy.name].join(' · ')}
                </p>
                {row.approvalId && (
                  <Link to={`/approvals/${row.approvalId}`} className="k-link">
                    {t('lessons.decision')}
                  </Link>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
      <OfferDrawer
        operationId={operationId}
        lessons={lessons}
        opened={offering}
        onClose={() => offer(false)}
      />
    </Card>
  )
}
