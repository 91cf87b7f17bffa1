/** The review that a practice was published with: five grades with their reasons, and what the reviewers say to readers. */
import type { GivenReview } from '@kerege/contract/exchange/practice'
import { criteria } from '@kerege/contract/practices/rules'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Card } from '../../ui/Card.tsx'
import css from './exchange.module.css'

const grades = [1, 2, 3, 4]

export function Review({ review }: { review: GivenReview }) {
  const t = useT()
  const format = useFormat()
  return (
    <Card
      title={t('exchange.review')}
      note={t(review.differed ? 'exchange.review.three' : 'exchange.review.two')}
    >
      <dl className={css.grades}>
        {criteria.map(criterion => {
          const given = review.grades[criterion]
          return (
            given && (
              <div key={criterion}>
                <dt>{t(`exchange.criterion.${criterion}`)}</dt>
                <dd>
                  <Diamonds grade={given.grade} label={t('exchange.review.grade', { n: given.grade })} />
                </dd>
                <dd className="k-dim">
                  {given.reasons.map(reason => {
                    const said = format.text(reason)
                    return (
                      <span key={said.text} lang={said.language} dir="auto">
                        {said.text}{' '}
                      </span>
                    )
                  })}
                </dd>
              </div>
            )
          )
        })}
      </dl>
      {review.words.map(({ text, country }) => {
        const said = format.text(text)
        return (
          <blockquote key={said.text} className={css.quote}>
            <p lang={said.language} dir="auto">
              {said.text}
            </p>
            {country && (
              <p className="k-dim k-small">
                {t('exchange.review.from', { country: format.country(country) })}
              </p>
            )}
          </blockquote>
        )
      })}
    </Card>
  )
}

function Diamonds({ grade, label }: { grade: number; label: string }) {
  return (
    <span role="img" aria-label={label} className={css.diamonds}>
      {grades.map(one => (
        <svg key={one} width="14" height="16" viewBox="0 0 14 16" aria-hidden="true">
          <path d="M7 1 13 8 7 15 1 8Z" className={one <= grade ? css.full : css.open} />
        </svg>
      ))}
    </span>
  )
}
