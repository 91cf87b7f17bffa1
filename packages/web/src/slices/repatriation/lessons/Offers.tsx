/** What was offered to the library from this operation, to the letter as it leaves, and what became of it. */
import { lessonOffers } from '@kerege/contract/lessons/routes'
import type { Summary } from '@kerege/contract/repatriation/operations/preparing'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useGet } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { Card } from '../../../ui/Card.tsx'
import { OfferRows } from '../../lessons/OfferRows.tsx'
import { OfferDrawer } from './OfferDrawer.tsx'

export function Offers({ operationId, lessons }: { operationId: string; lessons: Summary['lessons'] }) {
  const t = useT()
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
      <OfferRows rows={found.rows} />
      <OfferDrawer
        operationId={operationId}
        lessons={lessons}
        opened={offering}
        onClose={() => offer(false)}
      />
    </Card>
  )
}
