/** Reviews that the actor may read, the latest round first. */
import type { Review, ReviewSeat } from '@kerege/contract/practices/review/schema'
import { criteria } from '@kerege/contract/practices/rules'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Joints } from '../../../ui/Joint.tsx'
import { Said } from '../../council/parts/Said.tsx'
import css from '../practices.module.css'

export function SaidCards({ review }: { review: Review }) {
  return review.seats
    .filter(seat => seat.state === 'given' && seat.grades)
    .map(seat => <SaidCard key={seat.id} seat={seat} />)
}

function SaidCard({ seat }: { seat: ReviewSeat }) {
  const t = useT()
  const format = useFormat()
  const from = seat.country
    ? t(seat.seat === 3 ? 'practices.review.thirdFrom' : 'practices.review.from', {
        country: format.country(seat.country),
      })
    : t('practices.review.fromNowhere')
  return (
    <Card
      title={seat.mine ? t('practices.review.mine') : from}
      note={t('practices.review.round', { n: seat.round })}
    >
      <dl className={css.grades}>
        {criteria.map(one => {
          const given = seat.grades?.[one]
          if (!given) return null
          return (
            <div key={one}>
              <dt>{t(`practices.criterion.${one}`)}</dt>
              <dd>
                <Joints filled={given.grade} of={4} label={t('practices.gradeOf', { grade: given.grade })} />
              </dd>
              <dd className={css.reasons}>
                <p>
                  <Said text={given.reason} />
                </p>
              </dd>
            </div>
          )
        })}
      </dl>
      <div className={css.stack} style={{ marginTop: 14 }}>
        {seat.recommendation && (
          <p>
            <strong>{t('practices.review.recommendation')}</strong>:{' '}
            {t(`practices.recommend.${seat.recommendation}`)}
          </p>
        )}
        {seat.wordsAuthor && (
          <p style={{ whiteSpace: 'pre-line' }}>
            <strong>{t('practices.review.wordsAuthor')}</strong>: <Said text={seat.wordsAuthor} />
          </p>
        )}
        {seat.wordsPublished && (
          <p style={{ whiteSpace: 'pre-line' }}>
            <strong>{t('practices.review.wordsPublished')}</strong>: <Said text={seat.wordsPublished} />
          </p>
        )}
      </div>
    </Card>
  )
}
