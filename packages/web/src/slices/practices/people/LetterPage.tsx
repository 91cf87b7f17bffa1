/** Letters between two, the oldest first; an answer below. Neither sees the other's address. */
import { answerLetter, getLetters } from '@kerege/contract/practices/people/routes'
import type { Thread } from '@kerege/contract/practices/people/schema'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { bodyOf, queryClient, send, useGet } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Answered } from '../../../ui/Answered.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { newId } from '../../../ui/newId.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { HidingNotice } from '../questions/HidingNotice.tsx'
import { ReportButton } from '../questions/ReportButton.tsx'
import css from '../talk.module.css'

export function LetterPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  return (
    <Answered query={useGet(getLetters, { params: { id } })}>{({ body }) => <One thread={body} />}</Answered>
  )
}

function One({ thread }: { thread: Thread }) {
  const t = useT()
  const format = useFormat()
  const { other } = thread
  return (
    <>
      <PageHead
        title={t('practices.people.letters')}
        shown={
          other.entryId ? (
            <Link to={`/practitioners/${other.entryId}`}>
              <bdi>{other.name}</bdi>
            </Link>
          ) : (
            <bdi>{other.name}</bdi>
          )
        }
        eyebrow={<Link to="/letters">{t('practices.people.letters')}</Link>}
      />
      <div className="k-stack">
        <Card title={t('practices.people.between')}>
          <ol className={css.said}>
            {thread.letters.map(letter => (
              <li key={letter.id} className={css.one}>
                <div className="k-dim k-small">
                  {letter.mine ? t('practices.people.me') : <bdi>{other.name}</bdi>} ·{' '}
                  {format.date(letter.at, 'exact')}
                  {letter.byMail && <> · {t('practices.questions.byMail')}</>}
                </div>
                {letter.hiding && <HidingNotice hiding={letter.hiding} />}
                <p lang={letter.language} dir="auto" className={css.text}>
                  {letter.words}
                </p>
                {!letter.mine && <ReportButton kind="letter" targetId={letter.id} />}
              </li>
            ))}
          </ol>
        </Card>
        {thread.mayReply ? (
          <Card title={t('practices.people.answer')}>
            <AnswerForm key={thread.letters.length} id={thread.id} />
          </Card>
        ) : (
          <Notice kind="info">{t('practices.people.readerGone')}</Notice>
        )}
      </div>
    </>
  )
}

function AnswerForm({ id }: { id: string }) {
  const t = useT()
  const [initial] = useState(() => ({ id: newId() }))
  const form = useForm({
    name: `practices.answer.${id}`,
    schema: bodyOf(answerLetter),
    initial,
    send: (body, options) => send(answerLetter, { params: { id }, body }, options),
    onDone: () => void queryClient.invalidateQueries(),
  })
  return (
    <Form form={form} submit={t('practices.people.send')}>
      <TextField
        at="/words"
        label={t('practices.people.words')}
        hint={t('domains.impersonal')}
        rows={6}
        maxLength={4000}
      />
    </Form>
  )
}
