/** The review that an edition was published with: each grade with every reason that was given, and the reviewers' words. */
import type { GivenReview } from '@kerege/contract/exchange/practice'
import { criteria } from '@kerege/contract/practices/rules'
import { IconQuote } from '@tabler/icons-react'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Joints } from '../../../ui/Joint.tsx'
import { Said } from '../../council/parts/Said.tsx'
import css from '../practices.module.css'
import { gradeWords } from '../rubric/gradeWords.ts'

export function PublishedReviewCard({ review }: { review: GivenReview }) {
  const t = useT()
  const format = useFormat()
  const { grades, words, differed } = review
  return (
    <Card
      title={t('practices.review.published')}
      note={t(differed ? 'practices.review.byThree' : 'practices.review.byTwo')}
    >
      <dl className={css.grades}>
        {criteria.map(one => {
          const given = grades[one]
          if (!given) return null
          return (
            <div key={one}>
              <dt>{t(`practices.criterion.${one}`)}</dt>
              <dd>
                <Joints filled={given.grade} of={4} label={t('practices.gradeOf', { grade: given.grade })} />
              </dd>
              <dd className={css.reasons}>
                <p className="k-dim k-small">{gradeWords(one, t)[given.grade - 1]}</p>
                {given.reasons.map((reason, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two reviewers may say the same, each in their place
                  <p key={at}>
                    <Said text={reason} />
                  </p>
                ))}
              </dd>
            </div>
          )
        })}
      </dl>
      {words.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two reviewers may say the same, each in their place
        <blockquote key={at} className={css.quote}>
          <IconQuote size={20} stroke={1.7} aria-hidden="true" />
          <div>
            <p>
              <Said text={one.text} />
            </p>
            <p className="k-dim k-small">
              {one.country
                ? t(one.third ? 'practices.review.thirdFrom' : 'practices.review.from', {
                    country: format.country(one.country),
                  })
                : t('practices.review.fromNowhere')}
            </p>
          </div>
        </blockquote>
      ))}
    </Card>
  )
}
