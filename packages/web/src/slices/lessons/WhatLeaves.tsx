/** For the second person: exactly what would leave this node, on the page where they decide. */
import type { Approval } from '@kerege/contract/approvals/schema'
import { lessonOffer } from '@kerege/contract/lessons/routes'
import { useGet } from '../../api.ts'
import { useT } from '../../i18n/useT.tsx'
import { Answered } from '../../ui/Answered.tsx'
import { Card } from '../../ui/Card.tsx'
import { OfferTexts } from './OfferTexts.tsx'

export default function WhatLeaves({ approval }: { approval: Approval }) {
  const t = useT()
  return (
    <Card title={t('lessons.leaves')} note={t('lessons.note')}>
      <Answered query={useGet(lessonOffer, { params: { id: approval.subjectId } })}>
        {({ body }) => <OfferTexts offer={body} />}
      </Answered>
    </Card>
  )
}
