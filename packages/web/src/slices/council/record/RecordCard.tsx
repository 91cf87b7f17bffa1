/** The summary record on the page of its session: how it stands, and what the secretariat does with it. */
import { circulateRecord, getRecord } from '@kerege/contract/council/record/routes'
import type { RecordOfSession, SessionRecord } from '@kerege/contract/council/record/schema'
import type { Session } from '@kerege/contract/council/schema'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useGet, useSend } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { problemText } from '../../../ui/problems.ts'
import css from '../council.module.css'
import { Said } from '../parts/Said.tsx'
import { DraftDrawer } from './DraftDrawer.tsx'
import { RedraftDrawer } from './RedraftDrawer.tsx'
import { RecordStatePill, utcText } from './state.tsx'

export function RecordCard({ session }: { session: Session }) {
  const t = useT()
  const may = useMay()('council.prepare')
  const body = useGet(getRecord, { params: { id: session.id } }).data?.body
  if (!body) return null
  const { record } = body
  const drafts = may && session.symbol && (session.state === 'under-way' || session.state === 'closed')
  if (!record && !drafts) return null
  return (
    <Card title={t('council.rec.record')} note={record && <RecordStatePill record={record} />}>
      {record ? (
        <div className={css.inside}>
          <Standing record={record} />
          {may && record.state === 'draft' && <Acts session={session} record={record} body={body} />}
        </div>
      ) : (
        <Begin session={session} body={body} />
      )}
    </Card>
  )
}

function Begin({ session, body }: { session: Session; body: SessionRecord }) {
  const t = useT()
  const [opened, setOpened] = useState(false)
  return (
    <div className={css.inside}>
      <p className="k-dim">{t('council.rec.none')}</p>
      <div className={css.acts}>
        <Button variant="default" onClick={() => setOpened(true)}>
          {t('council.rec.draft')}
        </Button>
      </div>
      <DraftDrawer session={session} body={body} opened={opened} onClose={() => setOpened(false)} />
    </div>
  )
}

function Standing({ record }: { record: RecordOfSession }) {
  const t = useT()
  const { state, correctionsUntil, correctionsOver, openCorrections, approvedIn } = record
  return (
    <div>
      <Link to={`/documents/${record.documentId}`}>
        <strong>{record.symbol}</strong>
      </Link>
      {state === 'circulated' && correctionsUntil && (
        <p>
          {correctionsOver
            ? t('council.rec.over')
            : t('council.rec.until', { when: utcText(correctionsUntil) })}
        </p>
      )}
      {state === 'circulated' && openCorrections > 0 && (
        <p>
          <Link to={`/documents/${record.documentId}`}>{t('council.rec.openN', { n: openCorrections })}</Link>
        </p>
      )}
      {state === 'circulated' && <p className="k-dim k-small">{t('council.rec.waits')}</p>}
      {approvedIn && (
        <p>
          {t('council.rec.approvedAt')}:{' '}
          <Link to={`/sessions/${approvedIn.id}`}>
            {approvedIn.symbol ?? <Said text={approvedIn.title} />}
          </Link>
        </p>
      )}
    </div>
  )
}

interface ActsProps {
  session: Session
  record: RecordOfSession
  body: SessionRecord
}

function Acts({ session, record, body }: ActsProps) {
  const t = useT()
  const [over, setOver] = useState(false)
  const circulate = useSend(circulateRecord)
  return (
    <>
      <div className={css.acts}>
        <Button
          variant="default"
          component={Link}
          to={`/documents/${record.documentId}/write/${record.language}`}
        >
          {t('council.doc.write')}
        </Button>
        <Button variant="default" onClick={() => setOver(true)}>
          {t('council.rec.redraft')}
        </Button>
        {session.state === 'closed' && (
          <Button
            loading={circulate.isPending}
            onClick={() =>
              circulate.mutate({
                input: { params: { id: session.id }, body: { basedOn: record.version } },
              })
            }
          >
            {t('council.rec.circulate')}
          </Button>
        )}
      </div>
      {session.state === 'closed' && (
        <p className="k-dim k-small">{t('council.rec.circulateN', { n: body.correctionDays })}</p>
      )}
      {circulate.error && (
        <Notice kind="stop" live>
          {problemText(circulate.error, 'council')}
        </Notice>
      )}
      <RedraftDrawer session={session} opened={over} onClose={() => setOver(false)} />
    </>
  )
}
