/** What the author changed since this reviewer last read it. */
import type { PracticeContent } from '@kerege/contract/practices/content'
import { getVersion } from '@kerege/contract/practices/record/routes'
import type { Review } from '@kerege/contract/practices/review/schema'
import { useGet } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Changes } from '../record/Changes.tsx'

interface Props {
  practiceId: string
  review: Review
  now: PracticeContent
}

export function SinceCard({ practiceId, review, now }: Props) {
  const t = useT()
  const last = review.seats.find(
    seat => seat.mine && seat.round < review.round && seat.readVersion !== undefined,
  )
  const version = last?.readVersion ?? 1
  const before = useGet(getVersion, { params: { id: practiceId, version } }, { enabled: last !== undefined })
    .data?.body
  if (!before) return null
  return (
    <Card title={t('practices.review.since')}>
      <Changes
        before={before.content}
        after={now}
        heads={[t('practices.review.whenRead'), t('practices.review.now')]}
      />
    </Card>
  )
}
