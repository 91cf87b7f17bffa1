/** Who is there, session by session: a list for a phone in the hand of the trainer. One press says it; another takes it back. */
import { getEvent, noteAttendance } from '@kerege/contract/practices/trainings/events/routes'
import type { Event, EventSession } from '@kerege/contract/practices/trainings/events/schema'
import { Button, NativeSelect } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useGet, useSend } from '../../../../api.ts'
import { useFormat } from '../../../../i18n/useFormat.tsx'
import { useT } from '../../../../i18n/useT.tsx'
import { Answered } from '../../../../ui/Answered.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Notice } from '../../../../ui/Notice.tsx'
import { PageHead } from '../../../../ui/PageHead.tsx'
import { problemText } from '../../../../ui/problems.ts'
import { AgencyLabel } from '../parts/AgencyLabel.tsx'
import css from '../trainings.module.css'

export function AttendancePage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  return (
    <Answered query={useGet(getEvent, { params: { id } })}>{({ body }) => <Sheet event={body} />}</Answered>
  )
}

/** The session that runs now, else the last one that has begun. */
const current = (sessions: readonly EventSession[]): string => {
  const now = new Date().toISOString()
  return (sessions.findLast(one => one.startsAt <= now) ?? sessions[0])?.id ?? ''
}

function Sheet({ event }: { event: Event }) {
  const t = useT()
  const format = useFormat()
  const mine = event.sessions.filter(one => event.may.run || one.trainers.some(trainer => trainer.mine))
  const [id, setId] = useState(() => current(mine))
  const coming = event.registrations.filter(one => one.state === 'confirmed')
  const there = coming.filter(one => one.present.includes(id)).length
  return (
    <>
      <PageHead
        title={t('trainings.attendance')}
        eyebrow={<Link to={`/trainings/${event.id}`}>{format.text(event.title).text}</Link>}
        facts={[t('trainings.thereN', { there, all: coming.length })]}
      />
      <div className="k-stack k-narrow">
        <NativeSelect
          label={t('trainings.session')}
          value={id}
          data={mine.map(one => ({
            value: one.id,
            label: `${format.date(one.host.day)}, ${one.host.from} · ${format.text(one.title).text}`,
          }))}
          onChange={change => setId(change.currentTarget.value)}
        />
        <Card flush title={t('trainings.people')}>
          {coming.length === 0 && <p className={css.empty}>{t('trainings.nobodyYet')}</p>}
          {coming.map(one => (
            <Row key={one.id} event={event} sessionId={id} one={one} />
          ))}
        </Card>
      </div>
    </>
  )
}

function Row({
  event,
  sessionId,
  one,
}: {
  event: Event
  sessionId: string
  one: Event['registrations'][number]
}) {
  const t = useT()
  const note = useSend(noteAttendance)
  const [is, isNot] = [one.present.includes(sessionId), one.absent.includes(sessionId)]
  const say = (present: boolean) =>
    note.mutate({
      input: { params: { id: event.id }, body: { sessionId, registrationId: one.id, present } },
    })
  return (
    <div className={css.there}>
      <div>
        <strong>
          <bdi>{one.name}</bdi>
        </strong>
        <div className="k-dim k-small">
          <AgencyLabel agency={one.agency} />
        </div>
        {note.isError && (
          <Notice kind="stop" live>
            {problemText(note.error, 'trainings')}
          </Notice>
        )}
      </div>
      <div className={css.acts}>
        <Button
          variant="default"
          leftSection={isNot && <IconCheck size={18} stroke={1.7} />}
          aria-pressed={isNot}
          aria-label={t('trainings.absentOf', { name: one.name })}
          loading={note.isPending && note.variables?.input.body?.present === false}
          onClick={() => say(false)}
        >
          {t('trainings.absent')}
        </Button>
        <Button
          variant="default"
          leftSection={is && <IconCheck size={18} stroke={1.7} />}
          aria-pressed={is}
          aria-label={t('trainings.presentOf', { name: one.name })}
          loading={note.isPending && note.variables?.input.body?.present === true}
          onClick={() => say(true)}
        >
          {t('trainings.present')}
        </Button>
      </div>
    </div>
  )
}
