/** My own place: how it stands, what I am asked, my certificate. */
import { urlOf } from '@kerege/contract/client'
import { getCertificateFile } from '@kerege/contract/practices/trainings/after/routes'
import { withdrawRegistration } from '@kerege/contract/practices/trainings/events/routes'
import type { Event, Registration } from '@kerege/contract/practices/trainings/events/schema'
import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { queryClient, send } from '../../../../api.ts'
import { useLoaded } from '../../../../i18n/language.ts'
import { useFormat } from '../../../../i18n/useFormat.tsx'
import { useT } from '../../../../i18n/useT.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Notice } from '../../../../ui/Notice.tsx'
import { ReasonDialog } from '../../../../ui/ReasonDialog.tsx'
import { AnswerDrawer } from '../after/AnswerDrawer.tsx'
import { FollowUpDrawer } from '../after/FollowUpDrawer.tsx'
import css from '../trainings.module.css'
import { RegisterDrawer } from './RegisterDrawer.tsx'
import { RegistrationPill } from './state.tsx'

type Over = 'withdraw' | 'again' | 'before' | 'after' | 'follow-up'

export function MineCard({ event, mine }: { event: Event; mine: Registration }) {
  const t = useT()
  const [over, setOver] = useState<Over>()
  const close = () => setOver(undefined)
  const asks = (['before', 'after'] as const).filter(
    phase => event[phase].waitsForMe && event.questions.length > 0,
  )
  return (
    <Card title={t('trainings.myPlace')} side={<RegistrationPill state={mine.state} />}>
      <div className={css.inside}>
        <p>{t(`trainings.myPlace.${mine.state}`)}</p>
        {mine.reason && (
          <p className="k-dim">
            <bdi>{mine.reason}</bdi>
          </p>
        )}
        {mine.certificate && <Certificate certificate={mine.certificate} />}
        <div className={css.acts}>
          {asks.map(phase => (
            <Button key={phase} onClick={() => setOver(phase)}>
              {t(`trainings.answer.${phase}`)}
            </Button>
          ))}
          {event.followUp.waitsForMe && (
            <Button onClick={() => setOver('follow-up')}>{t('trainings.followUp.answer')}</Button>
          )}
          {mine.may.again && (
            <Button variant="default" onClick={() => setOver('again')}>
              {t('trainings.askAgain')}
            </Button>
          )}
          {mine.may.withdraw && (
            <Button variant="subtle" onClick={() => setOver('withdraw')}>
              {t('trainings.notComing')}
            </Button>
          )}
        </div>
      </div>
      <ReasonDialog
        opened={over === 'withdraw'}
        onClose={close}
        title={t('trainings.notComing')}
        consequence={t('trainings.notComingText')}
        act={t('trainings.notComing')}
        grave={false}
        slice="trainings"
        onAct={async reason => {
          await send(withdrawRegistration, { params: { id: mine.id }, body: { reason } })
          await queryClient.invalidateQueries()
        }}
      />
      <RegisterDrawer event={event} opened={over === 'again'} onClose={close} />
      <AnswerDrawer event={event} phase="before" opened={over === 'before'} onClose={close} />
      <AnswerDrawer event={event} phase="after" opened={over === 'after'} onClose={close} />
      <FollowUpDrawer event={event} opened={over === 'follow-up'} onClose={close} />
    </Card>
  )
}

function Certificate({ certificate }: { certificate: NonNullable<Registration['certificate']> }) {
  const t = useT()
  const format = useFormat()
  const { language } = useLoaded()
  if (certificate.revokedAt) {
    return (
      <Notice kind="stop">
        {t('trainings.certificate.revoked', { day: format.date(certificate.revokedAt) })}
      </Notice>
    )
  }
  const query = { language }
  return (
    <div className="k-row">
      <Button
        variant="default"
        component="a"
        download
        href={urlOf(getCertificateFile, { params: { id: certificate.id }, query })}
        leftSection={<IconDownload size={18} stroke={1.7} />}
      >
        {t('trainings.certificate', { number: certificate.number })}
      </Button>
      <a href={`/public/certificates/${certificate.code}`} target="_blank" rel="noreferrer">
        {t('trainings.certificate.check')}
      </a>
    </div>
  )
}
