/** Where a practice stands and whose turn it is, for everybody who works on it. */
import type { Practice } from '@kerege/contract/practices/record/schema'
import { getReview } from '@kerege/contract/practices/review/routes'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useGet } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Steps } from '../../../ui/Steps.tsx'

/** "Back with its author" is a turn that not every practice takes. */
const stripOf = (state: Practice['state']) =>
  state === 'revise'
    ? (['draft', 'submitted', 'review', 'revise', 'published'] as const)
    : (['draft', 'submitted', 'review', 'published'] as const)

export function Standing({ practice }: { practice: Practice }) {
  const t = useT()
  const { id, state } = practice
  const review = useGet(getReview, { params: { id } }).data?.body
  if (state === 'published' || state === 'archived' || state === 'retracted') return null
  const mineToDo = review?.seats.some(
    one => one.mine && (one.state === 'invited' || one.state === 'accepted'),
  )
  const leads = review?.mayModerate && review.turn !== 'author' && review.turn !== 'nobody'
  const toRead = review !== undefined && review.seats.length > 0
  return (
    <div style={{ marginBottom: 24 }}>
      <Card title={t('practices.standing')} note={review && t(`practices.turn.${review.turn}`)}>
        <Steps
          label={t('practices.standing')}
          here={state}
          steps={stripOf(state).map(one => ({ id: one, word: t(`practices.state.${one}`) }))}
        />
        {review && (mineToDo || leads || toRead) && (
          <div style={{ marginTop: 14 }}>
            <Button
              component={Link}
              to={`/practices/${id}/review`}
              variant={mineToDo || leads ? 'filled' : 'default'}
            >
              {t(
                mineToDo ? 'practices.review.do' : leads ? 'practices.review.lead' : 'practices.review.read',
              )}
            </Button>
          </div>
        )}
      </Card>
    </div>
  )
}
