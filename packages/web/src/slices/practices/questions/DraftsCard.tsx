/** Practices that are being made of this question: for who drafts, and for who is asked whether their words may stand there. */
import { agreeDraft, declineQuestion } from '@kerege/contract/practices/questions/routes'
import type { Question } from '@kerege/contract/practices/questions/schema'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useSend } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import css from '../talk.module.css'

export function DraftsCard({ question }: { question: Question }) {
  const t = useT()
  const agree = useSend(agreeDraft)
  const decline = useSend(declineQuestion)
  const answer = (practiceId: string, yes: boolean) =>
    agree.mutate({ input: { params: { id: question.id }, body: { practiceId, agree: yes } } })
  return (
    <>
      {question.may.decline && (
        <Notice
          kind="info"
          title={t('practices.questions.askedOfMe')}
          act={
            <Button
              variant="default"
              onClick={() => decline.mutate({ input: { params: { id: question.id }, body: {} } })}
            >
              {t('practices.questions.notMe')}
            </Button>
          }
        >
          {t('practices.questions.askedText')}
        </Notice>
      )}
      {question.drafts.map(one =>
        one.mine ? (
          <Notice
            key={one.practiceId}
            kind={one.state === 'agreed' ? 'ok' : one.state === 'declined' ? 'stop' : 'wait'}
            act={
              <Button component={Link} to={`/practices/${one.practiceId}`} variant="default">
                {t('practices.questions.openDraft')}
              </Button>
            }
          >
            {t(`practices.questions.draftMine.${one.state}`)}
          </Notice>
        ) : (
          <Notice
            key={one.practiceId}
            kind={one.state === 'agreed' ? 'ok' : 'wait'}
            title={t('practices.questions.draftOther')}
            act={
              one.state !== 'agreed' && (
                <div className={css.acts}>
                  {one.state === 'asked' && (
                    <Button variant="default" onClick={() => answer(one.practiceId, false)}>
                      {t('practices.questions.disagree')}
                    </Button>
                  )}
                  <Button onClick={() => answer(one.practiceId, true)}>
                    {t('practices.questions.agree')}
                  </Button>
                </div>
              )
            }
          >
            {t(`practices.questions.draftOther.${one.state}`)}
          </Notice>
        ),
      )}
    </>
  )
}
