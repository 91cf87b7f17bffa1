/** One training: what it is, my own place, the programme, who comes, what came of it. */
import { urlOf } from '@kerege/contract/client'
import { issueCertificates } from '@kerege/contract/practices/trainings/after/routes'
import { getCalendar, getEvent, moveEvent } from '@kerege/contract/practices/trainings/events/routes'
import type { Event } from '@kerege/contract/practices/trainings/events/schema'
import { Button } from '@mantine/core'
import { IconCalendarPlus } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { queryClient, send, useGet, useSend } from '../../../../api.ts'
import { useFormat } from '../../../../i18n/useFormat.tsx'
import { useT } from '../../../../i18n/useT.tsx'
import { Answered } from '../../../../ui/Answered.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Notice } from '../../../../ui/Notice.tsx'
import { PageHead } from '../../../../ui/PageHead.tsx'
import { problemText } from '../../../../ui/problems.ts'
import { ReasonDialog } from '../../../../ui/ReasonDialog.tsx'
import { toast } from '../../../../ui/toasts.ts'
import { SaidFully } from '../../../council/parts/Said.tsx'
import { ResultsCard } from '../after/ResultsCard.tsx'
import { daysText } from '../parts/words.ts'
import { EventFacts } from './EventFacts.tsx'
import { MineCard } from './MineCard.tsx'
import { PeopleCard } from './PeopleCard.tsx'
import { ProgrammeCard } from './ProgrammeCard.tsx'
import { RegisterDrawer } from './RegisterDrawer.tsx'
import { EventState } from './state.tsx'

export function EventPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  return (
    <Answered query={useGet(getEvent, { params: { id } })}>
      {({ body }) => <OneEvent event={body} />}
    </Answered>
  )
}

function OneEvent({ event }: { event: Event }) {
  const t = useT()
  const format = useFormat()
  const [over, setOver] = useState<'register' | 'off'>()
  const close = () => setOver(undefined)
  return (
    <>
      <PageHead
        title={format.text(event.title).text}
        eyebrow={<Link to="/trainings">{t('trainings.title')}</Link>}
        facts={[
          <EventState key="state" standing={event.standing} />,
          t(`trainings.kind.${event.kind}`),
          `${event.city}, ${format.country(event.country)}`,
          daysText(event, format),
        ]}
        acts={
          <>
            <RunActs event={event} onCallOff={() => setOver('off')} />
            {event.may.register && (
              <Button variant={event.may.run ? 'default' : 'filled'} onClick={() => setOver('register')}>
                {t('trainings.register')}
              </Button>
            )}
          </>
        }
      />
      <div className="k-aside">
        <div className="k-stack">
          {event.reason && (
            <Notice kind="info" title={t('trainings.standing.called-off')}>
              <bdi>{event.reason}</bdi>
            </Notice>
          )}
          {event.mineWhole && <MineCard event={event} mine={event.mineWhole} />}
          {event.words && (
            <Card title={t('trainings.about')}>
              <SaidFully text={event.words} />
            </Card>
          )}
          <ProgrammeCard event={event} />
          <PeopleCard event={event} />
          <ResultsCard event={event} />
        </div>
        <aside className="k-stack" aria-label={t('trainings.facts')}>
          <EventFacts event={event} />
          {event.sessions.length > 0 && (
            <Button
              variant="default"
              component="a"
              download
              href={urlOf(getCalendar, { params: { id: event.id } })}
              leftSection={<IconCalendarPlus size={18} stroke={1.7} />}
            >
              {t('trainings.calendar')}
            </Button>
          )}
        </aside>
      </div>
      <RegisterDrawer event={event} opened={over === 'register'} onClose={close} />
      <ReasonDialog
        opened={over === 'off'}
        onClose={close}
        title={t('trainings.callOff')}
        consequence={t('trainings.callOffText')}
        act={t('trainings.callOff')}
        slice="trainings"
        onAct={async reason => {
          await send(
            moveEvent,
            { params: { id: event.id }, body: { to: 'called-off', reason } },
            { ifMatch: `"${event.version}"` },
          )
          await queryClient.invalidateQueries()
        }}
      />
    </>
  )
}

/** What the organiser can do now; the next step is the filled button. */
function RunActs({ event, onCallOff }: { event: Event; onCallOff: () => void }) {
  const t = useT()
  const open = useSend(moveEvent)
  const issue = useSend(issueCertificates)
  const { may, standing, id } = event
  const over = standing === 'held' || standing === 'called-off'
  const problem = open.error ?? issue.error
  const to = (path: string) => `/trainings/${id}/${path}`
  return (
    <>
      {problem && (
        <Notice kind="stop" live>
          {problemText(problem, 'trainings')}
        </Notice>
      )}
      {may.run && !over && (
        <>
          <Button variant="subtle" onClick={onCallOff}>
            {t('trainings.callOff')}
          </Button>
          <Button variant="default" component={Link} to={to('edit')}>
            {t('trainings.change')}
          </Button>
          <Button variant="default" component={Link} to={to('programme')}>
            {t('trainings.programme.write')}
          </Button>
          <Button variant="default" component={Link} to={to('questions')}>
            {t('trainings.questions')}
          </Button>
        </>
      )}
      {may.attendance && (
        <Button variant="default" component={Link} to={to('attendance')}>
          {t('trainings.attendance')}
        </Button>
      )}
      {may.issue && (
        <Button
          variant="default"
          loading={issue.isPending}
          onClick={() =>
            issue.mutate(
              { input: { params: { id } } },
              { onSuccess: ({ body }) => toast(t('trainings.issued', { n: body.issued })) },
            )
          }
        >
          {t('trainings.issue')}
        </Button>
      )}
      {(may.run ? standing === 'running' || standing === 'held' : event.lessons === 'shared') && (
        <Button variant="default" component={Link} to={to('lessons')}>
          {t('trainings.lessons')}
        </Button>
      )}
      {may.run && standing === 'planned' && (
        <Button
          loading={open.isPending}
          onClick={() =>
            open.mutate({
              input: { params: { id }, body: { to: 'open' } },
              options: { ifMatch: `"${event.version}"` },
            })
          }
        >
          {t('trainings.openIt')}
        </Button>
      )}
    </>
  )
}
