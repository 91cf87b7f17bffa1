/** For the second person: exactly what would leave this node, on the page where they decide. */
import type { Approval } from '@kerege/contract/approvals/schema'
import { lessonOffers } from '@kerege/contract/repatriation/lessons/routes'
import { useGet } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { Answered } from '../../../ui/Answered.tsx'
import { Card } from '../../../ui/Card.tsx'
import { OfferTexts } from './OfferTexts.tsx'

export default function WhatLeaves({ approval }: { approval: Approval }) {
  const t = useT()
  const id = String(approval.params.operation)
  return (
    <Card title={t('lessons.leaves')} note={t('lessons.note')}>
      <Answered query={useGet(lessonOffers, { params: { id } })}>
        {({ body }) => {
          const offer = body.rows.find(row => row.id === approval.subjectId)
          return offer ? <OfferTexts offer={offer} /> : null
        }}
      </Answered>
    </Card>
  )
}
