/** What was said, in the order of time; the answer that it was stands first. A mark of help counts beside an answer and orders nothing. */
import {
  draftFromQuestion,
  markHelpful,
  sayAnswer,
  sayAnswered,
} from '@kerege/contract/practices/questions/routes'
import type { Answer, Question } from '@kerege/contract/practices/questions/schema'
import { Button } from '@mantine/core'
import { IconCheck, IconHandStop } from '@tabler/icons-react'
import { useState } from 'react'
import { bodyOf, queryClient, send, useSend } from '../../../api.ts'
import { useLoaded } from '../../../i18n/language.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { newId } from '../../../ui/newId.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { problemText } from '../../../ui/problems.ts'
import { StatePill } from '../../../ui/StatePill.tsx'
import css from '../talk.module.css'
import { LookAt } from '../check/LookAt.tsx'
import { HidingNotice } from './HidingNotice.tsx'
import { AuthorLine } from './parts.tsx'
import { ReportButton } from './ReportButton.tsx'

export function AnswersCard({ question }: { question: Question }) {
  const t = useT()
  const answers = question.said
    .filter(one => one.kind === 'answer')
    .toSorted((one, other) => Number(other.id === question.answerId) - Number(one.id === question.answerId))
  const under = (id?: string) => question.said.filter(one => one.kind === 'comment' && one.underId === id)
  return (
    <>
      {under().length > 0 && (
        <Card title={t('practices.questions.comments')}>
          <ul className={css.said}>
            {under().map(one => (
              <Said key={one.id} one={one} />
            ))}
          </ul>
        </Card>
      )}
      <Card title={t('practices.questions.answers')}>
        {answers.length === 0 && <p className="k-dim">{t('practices.questions.noAnswers')}</p>}
        <ul className={css.said}>
          {answers.map(one => (
            <Said key={one.id} one={one} chosen={one.id === question.answerId}>
              <AnswerActs question={question} answer={one} />
              {under(one.id).length > 0 && (
                <ul className={css.under}>
                  {under(one.id).map(comment => (
                    <Said key={comment.id} one={comment} />
                  ))}
                </ul>
              )}
            </Said>
          ))}
        </ul>
      </Card>
      {question.may.answer && (
        <Card title={t(question.by.me ? 'practices.questions.comment' : 'practices.questions.answer')}>
          <SayForm
            key={question.said.length}
            questionId={question.id}
            kind={question.by.me ? 'comment' : 'answer'}
          />
        </Card>
      )}
    </>
  )
}

interface SaidProps {
  one: Answer
  chosen?: boolean
  children?: React.ReactNode
}

function Said({ one, chosen = false, children }: SaidProps) {
  const t = useT()
  const format = useFormat()
  return (
    <li className={css.one}>
      <div className="k-small">
        <AuthorLine by={one.by} /> <span className="k-dim">· {format.date(one.at, 'exact')}</span>
        {one.byMail && <span className="k-dim"> · {t('practices.questions.byMail')}</span>}{' '}
        {chosen && <StatePill kind="ok">{t('practices.questions.chosen')}</StatePill>}
      </div>
      {one.hiding && <HidingNotice hiding={one.hiding} />}
      <p lang={one.language} dir="auto" className={`k-read ${css.text ?? ''}`}>
        {one.words}
      </p>
      {children}
      {!one.by.me && <ReportButton kind="answer" targetId={one.id} />}
    </li>
  )
}

function AnswerActs({ question, answer }: { question: Question; answer: Answer }) {
  const t = useT()
  const [commenting, setCommenting] = useState(false)
  const [problem, setProblem] = useState<string>()
  const help = useSend(markHelpful)
  const settle = useSend(sayAnswered)
  const chosen = answer.id === question.answerId
  const mayDraft = question.may.draft && (question.by.me || answer.by.me)
  const drafted = question.drafts.some(one => one.answerId === answer.id && one.mine)
  const draft = async () => {
    try {
      await send(draftFromQuestion, {
        params: { id: question.id },
        body: { id: newId(), answerId: answer.id },
      })
      await queryClient.invalidateQueries()
    } catch (error) {
      setProblem(problemText(error, 'practices'))
    }
  }
  return (
    <>
      <div className={`${css.acts} k-screen`}>
        {answer.by.me ? (
          answer.helpful > 0 && (
            <span className="k-dim k-small">{t('practices.questions.helpedN', { n: answer.helpful })}</span>
          )
        ) : (
          <Button
            variant="subtle"
            size="compact-sm"
            aria-pressed={answer.helpedMe}
            leftSection={
              answer.helpedMe ? <IconCheck size={16} stroke={1.7} /> : <IconHandStop size={16} stroke={1.7} />
            }
            onClick={() =>
              help.mutate({ input: { params: { id: answer.id }, body: { on: !answer.helpedMe } } })
            }
          >
            {t('practices.questions.helpful', { n: answer.helpful })}
          </Button>
        )}
        {question.may.sayAnswered && (
          <Button
            variant="default"
            size="compact-sm"
            onClick={() =>
              settle.mutate({
                input: { params: { id: question.id }, body: { answerId: chosen ? null : answer.id } },
                options: { ifMatch: `"${question.version}"` },
              })
            }
          >
            {t(chosen ? 'practices.questions.unchoose' : 'practices.questions.choose')}
          </Button>
        )}
        {question.may.answer && (
          <Button variant="subtle" size="compact-sm" onClick={() => setCommenting(!commenting)}>
            {t('practices.questions.comment')}
          </Button>
        )}
        {mayDraft && !drafted && (
          <Button variant="subtle" size="compact-sm" onClick={() => void draft()}>
            {t('practices.questions.draft')}
          </Button>
        )}
      </div>
      {problem && (
        <Notice kind="stop" live>
          {problem}
        </Notice>
      )}
      {commenting && <SayForm questionId={question.id} kind="comment" underId={answer.id} />}
    </>
  )
}

interface SayProps {
  questionId: string
  kind: 'answer' | 'comment'
  underId?: string
}

function SayForm({ questionId, kind, underId }: SayProps) {
  const t = useT()
  const { language } = useLoaded()
  const [initial] = useState(() => ({ id: newId(), kind, language, ...(underId ? { underId } : {}) }))
  const form = useForm({
    name: `practices.say.${underId ?? questionId}`,
    schema: bodyOf(sayAnswer),
    initial,
    send: (body, options) => send(sayAnswer, { params: { id: questionId }, body }, options),
    onDone: () => void queryClient.invalidateQueries(),
  })
  return (
    <Form
      form={form}
      submit={t(kind === 'answer' ? 'practices.questions.sayAnswer' : 'practices.questions.sayComment')}
    >
      <TextField
        at="/words"
        label={t(kind === 'answer' ? 'practices.questions.yourAnswer' : 'practices.questions.yourComment')}
        hint={t('domains.impersonal')}
        rows={kind === 'answer' ? 6 : 3}
        maxLength={8000}
      />
      <LookAt at="/words" />
    </Form>
  )
}
