/**
 * Who is there, session by session: a list for a phone in the hand of the trainer. One press says it; another takes it back. Without
 * a line it is kept on the phone, and says so.
 */
import { getEvent } from '@kerege/contract/practices/trainings/events/routes'
import type { Event, EventSession } from '@kerege/contract/practices/trainings/events/schema'
import { Button, NativeSelect } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useGet } from '../../../../api.ts'
import { useFormat } from '../../../../i18n/useFormat.tsx'
import { useT } from '../../../../i18n/useT.tsx'
import { Answered } from '../../../../ui/Answered.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Notice } from '../../../../ui/Notice.tsx'
import { PageHead } from '../../../../ui/PageHead.tsx'
import { problemText } from '../../../../ui/problems.ts'
import { AgencyLabel } from '../parts/AgencyLabel.tsx'
import css from '../trainings.module.css'
import { type Attendance, useAttendance } from './useAttendance.ts'

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
  const attendance = useAttendance(event, id)
  const coming = event.registrations.filter(one => one.state === 'confirmed')
  const there = coming.filter(one => attendance.of(one.id).present).length
  return (
    <>
      <PageHead
        title={t('trainings.attendance')}
        eyebrow={<Link to={`/trainings/${event.id}`}>{format.text(event.title).text}</Link>}
        facts={[t('trainings.thereN', { there, all: coming.length })]}
      />
      <div className="k-stack k-narrow">
        {attendance.waiting > 0 && <Waiting attendance={attendance} />}
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
            <Row key={one.id} one={one} attendance={attendance} />
          ))}
        </Card>
      </div>
    </>
  )
}

function Waiting({ attendance: { waiting, sendAll } }: { attendance: Attendance }) {
  const t = useT()
  const [busy, setBusy] = useState(false)
  const go = () => {
    setBusy(true)
    void sendAll().finally(() => setBusy(false))
  }
  return (
    <Notice
      kind="wait"
      live
      act={
        <Button variant="default" loading={busy} onClick={go}>
          {t('practices.attendance.send')}
        </Button>
      }
    >
      {t('practices.attendance.kept', { n: waiting })}
    </Notice>
  )
}

interface RowProps {
  one: Event['registrations'][number]
  attendance: Attendance
}

function Row({ one, attendance }: RowProps) {
  const t = useT()
  const [saying, setSaying] = useState<boolean>()
  const { present, waits, differs, error } = attendance.of(one.id)
  const say = (is: boolean) => {
    setSaying(is)
    void attendance.say(one.id, is).finally(() => setSaying(undefined))
  }
  const choice = (is: boolean) => (
    <Button
      variant="default"
      leftSection={present === is && <IconCheck size={18} stroke={1.7} />}
      aria-pressed={present === is}
      aria-label={t(is ? 'trainings.presentOf' : 'trainings.absentOf', { name: one.name })}
      loading={saying === is}
      onClick={() => say(is)}
    >
      {t(is ? 'trainings.present' : 'trainings.absent')}
    </Button>
  )
  return (
    <div className={css.there}>
      <div>
        <strong>
          <bdi>{one.name}</bdi>
        </strong>
        <div className="k-dim k-small">
          <AgencyLabel agency={one.agency} />
        </div>
        {waits && !differs && <p className="k-dim k-small">{t('practices.attendance.waits')}</p>}
        {differs && (
          <Notice kind="wait" live>
            {t('practices.attendance.differs')}
          </Notice>
        )}
        {error && (
          <Notice kind="stop" live>
            {problemText(error, 'trainings')}
          </Notice>
        )}
      </div>
      <div className={css.acts}>
        {choice(false)}
        {choice(true)}
      </div>
    </div>
  )
}
