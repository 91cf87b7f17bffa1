/** One question: what was asked, what was said, which answer it was; and whom one could ask. */
import { followQuestion, getQuestion, moveQuestion } from '@kerege/contract/practices/questions/routes'
import type { Question } from '@kerege/contract/practices/questions/schema'
import { Button } from '@mantine/core'
import { IconBell, IconBellOff } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { useGet, useSend } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Answered } from '../../../ui/Answered.tsx'
import { Card } from '../../../ui/Card.tsx'
import { useDomainsText } from '../../../ui/domains/words.ts'
import { Facts } from '../../../ui/Facts.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import css from '../talk.module.css'
import { AnswersCard } from './AnswersCard.tsx'
import { DraftsCard } from './DraftsCard.tsx'
import { HidingNotice } from './HidingNotice.tsx'
import { PeopleCard } from './PeopleCard.tsx'
import { AuthorLine, QuestionState } from './parts.tsx'
import { ReportButton } from './ReportButton.tsx'

export function QuestionPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  return (
    <Answered query={useGet(getQuestion, { params: { id } })}>
      {({ body }) => <One question={body} />}
    </Answered>
  )
}

function One({ question }: { question: Question }) {
  const t = useT()
  const format = useFormat()
  const domainsText = useDomainsText()
  return (
    <>
      <PageHead
        title={question.title}
        shown={
          <span lang={question.language} dir="auto">
            {question.title}
          </span>
        }
        eyebrow={<Link to="/questions">{t('practices.questions.title')}</Link>}
        facts={[
          <QuestionState key="state" row={question} />,
          <AuthorLine key="by" by={question.by} />,
          format.date(question.at),
        ]}
        acts={<Acts question={question} />}
      />
      <div className="k-aside">
        <div className="k-stack">
          {question.hiding && <HidingNotice hiding={question.hiding} />}
          <DraftsCard question={question} />
          <Card title={t('practices.questions.question')} note={format.language(question.language)}>
            <p lang={question.language} dir="auto" className={`k-read ${css.text ?? ''}`}>
              {question.words}
            </p>
            {question.may.report && <ReportButton kind="question" targetId={question.id} />}
          </Card>
          <AnswersCard question={question} />
        </div>
        <aside className="k-stack" aria-label={t('practices.questions.facts')}>
          <Card title={t('practices.questions.facts')}>
            <Facts
              facts={[
                [t('domains.title'), domainsText(question.domains)],
                [t('practices.questions.audience'), t(`practices.questions.audience.${question.audience}`)],
                ...(question.wantedBy
                  ? [[t('practices.questions.wantedBy'), format.date(question.wantedBy, 'text')] as const]
                  : []),
              ]}
            />
          </Card>
          {question.may.askPeople && <PeopleCard questionId={question.id} />}
        </aside>
      </div>
    </>
  )
}

function Acts({ question }: { question: Question }) {
  const t = useT()
  const follow = useSend(followQuestion)
  const move = useSend(moveQuestion)
  const params = { id: question.id }
  const Bell = question.following ? IconBellOff : IconBell
  return (
    <>
      <Button
        variant="subtle"
        leftSection={<Bell size={18} stroke={1.7} />}
        loading={follow.isPending}
        onClick={() => follow.mutate({ input: { params, body: { on: !question.following } } })}
      >
        {t(question.following ? 'practices.questions.unfollow' : 'practices.questions.follow')}
      </Button>
      {question.may.close && (
        <Button
          variant="default"
          loading={move.isPending}
          onClick={() =>
            move.mutate({
              input: { params, body: { state: question.closed ? 'open' : 'closed' } },
              options: { ifMatch: `"${question.version}"` },
            })
          }
        >
          {t(question.closed ? 'practices.questions.reopen' : 'practices.questions.close')}
        </Button>
      )}
    </>
  )
}
