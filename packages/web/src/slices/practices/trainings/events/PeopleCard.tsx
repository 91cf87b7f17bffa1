/** Who asks and who comes, as far as the reader may see them; each row with what the reader can do. */
import { revokeCertificate } from '@kerege/contract/practices/trainings/after/routes'
import { decideRegistration, nominate } from '@kerege/contract/practices/trainings/events/routes'
import type { Event, Registration } from '@kerege/contract/practices/trainings/events/schema'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { queryClient, send, useSend } from '../../../../api.ts'
import { useLoaded } from '../../../../i18n/language.ts'
import { useFormat } from '../../../../i18n/useFormat.tsx'
import { useT } from '../../../../i18n/useT.tsx'
import { useMay } from '../../../../shell/session.ts'
import { Card } from '../../../../ui/Card.tsx'
import { ExportDialog } from '../../../../ui/list/ExportDialog.tsx'
import { takeOut } from '../../../../ui/list/takeOut.ts'
import { Notice } from '../../../../ui/Notice.tsx'
import { problemText } from '../../../../ui/problems.ts'
import { ReasonDialog } from '../../../../ui/ReasonDialog.tsx'
import { AgencyLabel } from '../parts/AgencyLabel.tsx'
import css from '../trainings.module.css'
import { RegistrationPill } from './state.tsx'

export function PeopleCard({ event }: { event: Event }) {
  const t = useT()
  const may = useMay()
  if (event.registrations.length === 0) return null
  return (
    <Card
      flush
      title={t(event.standing === 'held' ? 'trainings.peopleCame' : 'trainings.people')}
      note={t('trainings.peopleN', { n: event.registrations.length })}
      {...(may('export') && event.may.run ? { foot: <TakeOut eventId={event.id} /> } : {})}
    >
      <ul className={css.rows}>
        {event.registrations.map(one => (
          <Row key={one.id} event={event} one={one} />
        ))}
      </ul>
    </Card>
  )
}

function TakeOut({ eventId }: { eventId: string }) {
  const t = useT()
  const { language } = useLoaded()
  const [opened, setOpened] = useState(false)
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        {t('ui.export.title')}
      </Button>
      <ExportDialog
        opened={opened}
        onClose={() => setOpened(false)}
        onExport={(reason, format) => takeOut('training-participants', { eventId }, reason, format, language)}
      />
    </>
  )
}

function Row({ event, one }: { event: Event; one: Registration }) {
  const t = useT()
  const format = useFormat()
  const choose = useSend(nominate)
  const confirm = useSend(decideRegistration)
  const [over, setOver] = useState<'decline' | 'revoke'>()
  const close = () => setOver(undefined)
  const params = { id: one.id }
  const { may, certificate } = one
  const problem = choose.error ?? confirm.error
  const decline = may.nominate || !event.may.run ? nominate : decideRegistration
  return (
    <li>
      <div className={css.words}>
        <strong>
          <bdi>{one.name}</bdi>
        </strong>{' '}
        <RegistrationPill state={one.state} />
        <div className="k-dim k-small">
          {t(`trainings.profession.${one.profession}`)} · <AgencyLabel agency={one.agency} /> ·{' '}
          {format.language(one.language)}
        </div>
        <p dir="auto">{one.words}</p>
        {one.nominatedBy && (
          <div className="k-dim k-small">{t('trainings.nominatedBy', { name: one.nominatedBy })}</div>
        )}
        {one.reason && (
          <p className="k-dim">
            <bdi>{one.reason}</bdi>
          </p>
        )}
        {certificate && (
          <div className="k-small">
            {certificate.revokedAt
              ? t('trainings.certificate.revoked', { day: format.date(certificate.revokedAt) })
              : t('trainings.certificate', { number: certificate.number })}
          </div>
        )}
        {problem && (
          <Notice kind="stop" live>
            {problemText(problem, 'trainings')}
          </Notice>
        )}
      </div>
      <div className={css.acts}>
        {may.decline && (
          <Button variant="subtle" onClick={() => setOver('decline')}>
            {t('trainings.decline')}
          </Button>
        )}
        {may.nominate && (
          <Button
            loading={choose.isPending}
            onClick={() => choose.mutate({ input: { params, body: { yes: true } } })}
          >
            {t('trainings.nominate')}
          </Button>
        )}
        {may.confirm && (
          <Button
            loading={confirm.isPending}
            onClick={() => confirm.mutate({ input: { params, body: { yes: true } } })}
          >
            {t('trainings.confirm')}
          </Button>
        )}
        {event.may.run && certificate && !certificate.revokedAt && (
          <Button variant="subtle" onClick={() => setOver('revoke')}>
            {t('trainings.revoke')}
          </Button>
        )}
      </div>
      <ReasonDialog
        opened={over === 'decline'}
        onClose={close}
        title={t('trainings.declineAsk')}
        consequence={t('trainings.declineText')}
        act={t('trainings.decline')}
        grave={false}
        slice="trainings"
        onAct={async reason => {
          await send(decline, { params, body: { yes: false, reason } })
          await queryClient.invalidateQueries()
        }}
      />
      {certificate && (
        <ReasonDialog
          opened={over === 'revoke'}
          onClose={close}
          title={t('trainings.revoke')}
          consequence={t('trainings.revokeText')}
          act={t('trainings.revoke')}
          slice="trainings"
          onAct={async reason => {
            await send(revokeCertificate, { params: { id: certificate.id }, body: { reason } })
            await queryClient.invalidateQueries()
          }}
        />
      )}
    </li>
  )
}
