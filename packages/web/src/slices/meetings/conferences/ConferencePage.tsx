/** One conference: why and with which questions, who was there, what was decided, who saw it differently. */
import { callOffConference } from '@kerege/contract/meetings/conferenceRoutes'
import type { Conference } from '@kerege/contract/meetings/conferences'
import { Button } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { send } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { Answered } from '../../../ui/Answered.tsx'
import { Card } from '../../../ui/Card.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReasonDialog } from '../../../ui/ReasonDialog.tsx'
import { StatePill } from '../../../ui/StatePill.tsx'
import { readAgain, useConference } from '../api.ts'
import { DoneList } from '../DoneList.tsx'
import css from '../meetings.module.css'
import { PaperDrawer } from '../PaperDrawer.tsx'
import { conferencePill } from '../words.ts'
import { AmendDrawer } from './AmendDrawer.tsx'
import { PlanDrawer } from './PlanDrawer.tsx'
import { RecordDrawer } from './RecordDrawer.tsx'
import { whoIs } from './whoIs.ts'

export function ConferencePage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  return <Answered query={useConference(id)}>{({ body }) => <One key={body.id} one={body} />}</Answered>
}

type Over = 'change' | 'record' | 'amend' | 'print' | 'off'

function One({ one }: { one: Conference }) {
  const t = useT()
  const format = useFormat()
  const may = useMay()
  const [over, setOver] = useState<Over>()
  const close = () => setOver(undefined)
  const pill = conferencePill(one, format.today, t)
  return (
    <>
      <PageHead
        title={t('meetings.conference')}
        shown={<bdi>{one.person}</bdi>}
        eyebrow={
          <>
            <Link to={may('cases.read') ? `/cases/${one.caseId}` : `/people/${one.personId}`}>
              {t(may('cases.read') ? 'meetings.toCase' : 'meetings.toPerson')}
            </Link>
            {` · ${t('meetings.conference')}`}
          </>
        }
        facts={[
          <StatePill key="state" kind={pill.kind}>
            {pill.text}
          </StatePill>,
          t('meetings.when', { day: format.date(one.day, 'text'), time: one.time }),
          [t(`meetings.way.${one.way}`), one.place].filter(Boolean).join(', '),
        ]}
        acts={<Acts one={one} open={setOver} />}
      />
      <div className="k-aside">
        <div className="k-stack">
          <Card title={t('meetings.purpose')}>
            <div className={css.list}>
              <p dir="auto" className={css.text}>
                {one.purpose}
              </p>
              {one.why && (
                <p>
                  <strong>{t('meetings.whyOff')}</strong> <span dir="auto">{one.why}</span>
                </p>
              )}
            </div>
          </Card>
          <Card flush title={t('meetings.agenda')}>
            <ol className={css.rows}>
              {one.agenda.map(words => (
                <li key={words} className={css.row} dir="auto">
                  {words}
                </li>
              ))}
            </ol>
          </Card>
          {one.state === 'held' && <Record one={one} />}
          {one.amendments.length > 0 && (
            <Card flush title={t('meetings.added')}>
              <ol className={css.rows}>
                {one.amendments.map(it => (
                  <li key={it.id} className={css.row}>
                    <span dir="auto" className={css.text}>
                      {it.words}
                    </span>
                    <span className="k-dim k-small">{[it.by.name, format.date(it.at)].join(' · ')}</span>
                  </li>
                ))}
              </ol>
            </Card>
          )}
        </div>
        <People one={one} />
      </div>
      <PlanDrawer
        caseId={one.caseId}
        sections={[]}
        conference={one}
        opened={over === 'change'}
        onClose={close}
      />
      <RecordDrawer one={one} opened={over === 'record'} onClose={close} />
      <AmendDrawer id={one.id} opened={over === 'amend'} onClose={close} />
      <PaperDrawer
        of="conference"
        query={{ conferenceId: one.id }}
        opened={over === 'print'}
        onClose={close}
      />
      <ReasonDialog
        opened={over === 'off'}
        onClose={close}
        title={t('meetings.off.title')}
        consequence={t('meetings.off.text')}
        act={t('meetings.off')}
        grave={false}
        slice="meetings"
        onAct={async reason => {
          await send(callOffConference, { params: { id: one.id }, body: { seen: one.version, reason } })
          readAgain()
        }}
      />
    </>
  )
}

function Acts({ one, open }: { one: Conference; open: (over: Over) => void }) {
  const t = useT()
  const { today } = useFormat()
  return (
    <>
      {one.mayChange && one.day <= today && (
        <Button onClick={() => open('record')}>{t('meetings.record')}</Button>
      )}
      {one.mayChange && (
        <>
          <Button variant="default" onClick={() => open('change')}>
            {t('meetings.change')}
          </Button>
          <Button variant="default" onClick={() => open('off')}>
            {t('meetings.off')}
          </Button>
        </>
      )}
      {one.mayAmend && (
        <Button variant="default" onClick={() => open('amend')}>
          {t('meetings.amend')}
        </Button>
      )}
      <Button variant="default" onClick={() => open('print')}>
        {t('meetings.print')}
      </Button>
    </>
  )
}

function Record({ one }: { one: Conference }) {
  const t = useT()
  const format = useFormat()
  return (
    <>
      <Card title={t('meetings.family')} note={one.family && t(`meetings.family.${one.family.part}`)}>
        <p dir="auto" className={css.quote}>
          {one.family?.words}
        </p>
      </Card>
      <Card
        flush
        title={t('meetings.decisions')}
        note={
          one.recorded &&
          t('meetings.recordedBy', { name: one.recorded.by.name, day: format.date(one.recorded.at) })
        }
        foot={one.nextOn && t('meetings.nextOn', { day: format.date(one.nextOn, 'text') })}
      >
        {one.decisions.length === 0 && <p className={css.none}>{t('meetings.noDecisions')}</p>}
        <DoneList rows={one.decisions} />
      </Card>
      {one.words && (
        <Card title={t('meetings.said')}>
          <p dir="auto" className={css.text}>
            {one.words}
          </p>
        </Card>
      )}
    </>
  )
}

function People({ one }: { one: Conference }) {
  const t = useT()
  const format = useFormat()
  return (
    <aside className="k-stack" aria-label={t('meetings.who')}>
      <Card title={t('meetings.who')}>
        <ul className={css.list}>
          {one.participants.map(it => (
            <li key={it.id}>
              <div className={css.head}>
                <strong>
                  <bdi>{whoIs(it, t)}</bdi>
                </strong>
                {it.came === 'no' && <StatePill kind="mute">{t('meetings.came.no')}</StatePill>}
                {it.stand === 'dissents' && <StatePill kind="wait">{t('meetings.stand.dissents')}</StatePill>}
              </div>
              <span className="k-dim k-small">
                {[
                  it.post && t(`access.role.${it.post}`),
                  it.at && format.text(it.at).text,
                  ...(it.kind === 'outside' && it.name ? [it.role, it.agency] : []),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              {it.words && (
                <span dir="auto" className={css.quote}>
                  {it.words}
                </span>
              )}
            </li>
          ))}
        </ul>
      </Card>
    </aside>
  )
}
