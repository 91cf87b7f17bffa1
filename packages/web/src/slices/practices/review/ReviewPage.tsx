/**
 * The review of one practice, as each sees it: a reviewer answers and grades, who moderates chooses and leads on, its author
 * reads what was said. Made for a phone first: a reviewer reads on the way.
 */
import { getPractice } from '@kerege/contract/practices/record/routes'
import { getReview } from '@kerege/contract/practices/review/routes'
import { Link, useParams } from '@tanstack/react-router'
import { useGet } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Answered } from '../../../ui/Answered.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { PracticeStatePill } from '../record/PracticeStatePill.tsx'
import { TextsCard } from '../record/TextsCard.tsx'
import { AnswerCard } from './AnswerCard.tsx'
import { GradeForm } from './GradeForm.tsx'
import { KeptCard } from './KeptCard.tsx'
import { LeadCard } from './LeadCard.tsx'
import { SaidCards } from './SaidCards.tsx'
import { SinceCard } from './SinceCard.tsx'

export function ReviewPage() {
  const t = useT()
  const format = useFormat()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const practice = useGet(getPractice, { params: { id } })
  const review = useGet(getReview, { params: { id } })
  return (
    <Answered query={practice}>
      {({ body: one }) => (
        <Answered query={review}>
          {({ body }) => {
            const mine = body.seats.find(seat => seat.mine && seat.round === body.round)
            const content = one.working ?? one.edition?.content
            const found = content && format.text(content.texts.title)
            return (
              <>
                <PageHead
                  title={t('practices.review.title')}
                  eyebrow={<Link to={`/practices/${id}`}>{found?.text}</Link>}
                  facts={[<PracticeStatePill key="state" row={one} />, t(`practices.turn.${body.turn}`)]}
                />
                <div className="k-stack k-narrow">
                  {body.mayModerate && <LeadCard practice={one} review={body} />}
                  {mine?.state === 'invited' && <AnswerCard practiceId={id} />}
                  {mine && body.round > 1 && one.working && (
                    <SinceCard practiceId={id} review={body} now={one.working} />
                  )}
                  {(mine || body.mayModerate) && <KeptCard practice={one} />}
                  {mine && content && found && <TextsCard content={content} language={found.language} />}
                  {mine?.state === 'accepted' && <GradeForm practiceId={id} />}
                  <SaidCards review={body} />
                </div>
              </>
            )
          }}
        </Answered>
      )}
    </Answered>
  )
}
