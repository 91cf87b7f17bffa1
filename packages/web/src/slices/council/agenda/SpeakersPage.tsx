/** The list of speakers, live: who has the floor and how long, who follows, and one button to ask for it. */
import { askFloor, leaveFloor, nextSpeaker, setFloor } from '@kerege/contract/council/agendaRoutes'
import type { Floor, FloorEntry } from '@kerege/contract/council/floor'
import { getSession } from '@kerege/contract/council/routes'
import { Button } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useGet, useSend } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { Card } from '../../../ui/Card.tsx'
import { LoadingShape } from '../../../ui/LoadingShape.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { newId } from '../../../ui/newId.ts'
import { PageHead } from '../../../ui/PageHead.tsx'
import { problemText } from '../../../ui/problems.ts'
import { StatePill } from '../../../ui/StatePill.tsx'
import { PartyLabel, Said } from '../parts/Said.tsx'
import css from '../council.module.css'
import { FloorDrawer } from './FloorDrawer.tsx'
import { TimeLeft } from './TimeLeft.tsx'
import { useFloor } from './useFloor.ts'

export function SpeakersPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const t = useT()
  const format = useFormat()
  const session = useGet(getSession, { params: { id } }).data?.body
  const { floor, mine, connected } = useFloor(id)
  return (
    <>
      <PageHead
        title={t('council.speakers')}
        eyebrow={
          <Link to={`/sessions/${id}`}>
            {session ? format.text(session.title).text : t('council.session')}
          </Link>
        }
        facts={
          floor
            ? [
                <Open key="open" floor={floor} />,
                ...(floor.item ? [<Said key="item" text={floor.item.title} />] : []),
              ]
            : []
        }
      />
      {!connected && floor && <Notice kind="wait">{t('council.floor.reconnecting')}</Notice>}
      {floor ? <OneFloor key={id} sessionId={id} floor={floor} mine={mine} /> : <LoadingShape rows={4} />}
    </>
  )
}

function Open({ floor }: { floor: Floor }) {
  const t = useT()
  return (
    <StatePill kind={floor.open ? 'ok' : 'mute'}>
      {t(floor.open ? 'council.floor.open' : 'council.floor.closed')}
    </StatePill>
  )
}

function OneFloor({ sessionId, floor, mine }: { sessionId: string; floor: Floor; mine: string | undefined }) {
  const t = useT()
  return (
    <div className="k-aside">
      <div className="k-stack">
        <Card title={t('council.floor.now')}>
          <div role="status" className={css.inside}>
            {floor.speaking ? (
              <>
                <strong className={css.big}>
                  <PartyLabel party={floor.speaking.party} />
                </strong>
                {floor.speaking.kind === 'reply' && (
                  <StatePill kind="info">{t('council.floor.reply')}</StatePill>
                )}
              </>
            ) : (
              <p className="k-dim">{t('council.floor.nobody')}</p>
            )}
          </div>
          {floor.speaking && <TimeLeft floor={floor} />}
        </Card>
        <Card flush title={t('council.floor.waiting')} note={t('council.floor.order')}>
          {floor.waiting.length === 0 && <p className={css.empty}>{t('council.floor.none')}</p>}
          <ol className={css.rows}>
            {floor.waiting.map((entry, at) => (
              <Waiting key={entry.id} {...{ sessionId, entry, at, mine }} />
            ))}
          </ol>
        </Card>
        {floor.spoken.length > 0 && (
          <Card flush title={t('council.floor.spoken')}>
            <ul className={css.rows}>
              {floor.spoken.map(entry => (
                <li key={entry.id}>
                  <PartyLabel party={entry.party} />
                  {entry.kind === 'reply' && <span className="k-dim">{t('council.floor.reply')}</span>}
                </li>
              ))}
            </ul>
          </Card>
        )}
      </div>
      <aside className="k-stack" aria-label={t('council.next')}>
        <Acts sessionId={sessionId} floor={floor} mine={mine} />
        {floor.channelNote && (
          <Card title={t('council.floor.channels')}>
            <p dir="auto">{floor.channelNote}</p>
          </Card>
        )}
      </aside>
    </div>
  )
}

interface WaitingProps {
  sessionId: string
  entry: FloorEntry
  at: number
  mine: string | undefined
}

function Waiting({ sessionId, entry, at, mine }: WaitingProps) {
  const t = useT()
  const may = useMay()('council.prepare')
  const leave = useSend(leaveFloor)
  return (
    <li>
      <span className="k-num k-dim">{at + 1}</span>
      <div className={css.words}>
        <PartyLabel party={entry.party} />
        <div className="k-dim k-small">
          {[
            t(`council.class.${entry.party.classification}`),
            ...(entry.kind === 'reply' ? [t('council.floor.reply')] : []),
          ].join(' · ')}
        </div>
      </div>
      {(may || entry.party.id === mine) && (
        <Button
          variant="subtle"
          onClick={() => leave.mutate({ input: { params: { id: sessionId, itemId: entry.id } } })}
        >
          {t('council.floor.leave')}
        </Button>
      )}
    </li>
  )
}

function Acts({ sessionId, floor, mine }: { sessionId: string; floor: Floor; mine: string | undefined }) {
  const t = useT()
  const may = useMay()('council.prepare')
  const [setting, setSetting] = useState(false)
  const ask = useSend(askFloor)
  const next = useSend(nextSpeaker)
  const set = useSend(setFloor)
  const params = { id: sessionId }
  const error = ask.error ?? next.error ?? set.error
  const waits = (kind: FloorEntry['kind']) =>
    floor.waiting.some(one => one.party.id === mine && one.kind === kind)
  const wish = (kind: FloorEntry['kind']) => ask.mutate({ input: { params, body: { id: newId(), kind } } })
  if (!may && !mine) return null
  return (
    <Card title={t('council.next')}>
      <div className={css.inside}>
        {error && (
          <Notice kind="stop" live>
            {problemText(error, 'council')}
          </Notice>
        )}
        {mine && floor.open && !waits('speech') && (
          <Button size="md" loading={ask.isPending} onClick={() => wish('speech')}>
            {t('council.floor.ask')}
          </Button>
        )}
        {mine && floor.open && !waits('reply') && (
          <Button variant="default" onClick={() => wish('reply')}>
            {t('council.floor.askReply')}
          </Button>
        )}
        {mine && !floor.open && <p className="k-dim">{t('council.floor.closedText')}</p>}
        {may && floor.open && (floor.waiting.length > 0 || floor.speaking) && (
          <Button
            variant={mine ? 'default' : 'filled'}
            loading={next.isPending}
            onClick={() => next.mutate({ input: { params, body: { version: floor.version } } })}
          >
            {t(floor.waiting.length > 0 ? 'council.floor.next' : 'council.floor.end')}
          </Button>
        )}
        {may && (
          <Button variant="default" onClick={() => setSetting(true)}>
            {t(floor.open ? 'council.floor.set' : 'council.floor.openIt')}
          </Button>
        )}
      </div>
      <FloorDrawer sessionId={sessionId} floor={floor} opened={setting} onClose={() => setSetting(false)} />
    </Card>
  )
}
