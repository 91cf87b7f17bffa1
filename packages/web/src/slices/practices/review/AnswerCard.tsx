/** Before anybody grades: does an interest of theirs conflict? One that is stated leaves the review to another. */
import { answerInvitation } from '@kerege/contract/practices/review/routes'
import { Button, Checkbox, Textarea } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useSend } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { problemText } from '../../../ui/problems.ts'
import css from '../practices.module.css'

export function AnswerCard({ practiceId }: { practiceId: string }) {
  const t = useT()
  const navigate = useNavigate()
  const [none, setNone] = useState(false)
  const [conflict, setConflict] = useState('')
  const [fault, setFault] = useState<string>()
  const answer = useSend(answerInvitation)
  const params = { id: practiceId }
  // Whoever steps aside reads it no more.
  const away = { onSuccess: () => void navigate({ to: '/today' }) }
  return (
    <Card title={t('practices.review.asked')}>
      <div className={css.stack}>
        <p>{t('practices.review.askedText')}</p>
        <Checkbox
          label={t('practices.review.noConflict')}
          checked={none}
          error={fault}
          onChange={event => {
            setNone(event.currentTarget.checked)
            setFault(undefined)
          }}
        />
        <div className={css.acts}>
          <Button
            size="md"
            loading={answer.isPending}
            onClick={() => {
              if (!none) return setFault(t('practices.review.sayNoConflict'))
              answer.mutate({ input: { params, body: { answer: 'accept', noConflict: true } } })
            }}
          >
            {t('practices.review.accept')}
          </Button>
          <Button
            size="md"
            variant="default"
            onClick={() => answer.mutate({ input: { params, body: { answer: 'decline' } } }, away)}
          >
            {t('practices.review.declineAsk')}
          </Button>
        </div>
        <Textarea
          label={t('practices.review.conflict')}
          description={t('practices.review.conflictHint')}
          value={conflict}
          maxLength={500}
          rows={2}
          onChange={event => setConflict(event.currentTarget.value)}
        />
        {conflict.trim() !== '' && (
          <Button
            variant="default"
            onClick={() =>
              answer.mutate(
                { input: { params, body: { answer: 'conflict', conflict: conflict.trim() } } },
                away,
              )
            }
          >
            {t('practices.review.sayConflict')}
          </Button>
        )}
        {answer.error && (
          <Notice kind="stop" live>
            {problemText(answer.error, 'practices')}
          </Notice>
        )}
      </div>
    </Card>
  )
}
