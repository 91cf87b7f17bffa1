/** What is best for one child: the assessment, who read it, and the panel that decides on it. */
import { actOnInterests } from '@kerege/contract/meetings/interestRoutes'
import type { Interests } from '@kerege/contract/meetings/interests'
import { Button } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { send } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { Answered } from '../../../ui/Answered.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReasonDialog } from '../../../ui/ReasonDialog.tsx'
import { StatePill } from '../../../ui/StatePill.tsx'
import { readAgain, useInterests } from '../api.ts'
import css from '../meetings.module.css'
import { PaperDrawer } from '../PaperDrawer.tsx'
import { interestPill } from '../words.ts'
import { Assessed } from './Assessed.tsx'
import { CallDrawer } from './CallDrawer.tsx'
import { PanelCard } from './PanelCard.tsx'
import { WriteDrawer } from './WriteDrawer.tsx'

export function InterestsPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  return <Answered query={useInterests(id)}>{({ body }) => <One key={body.id} one={body} />}</Answered>
}

type Over = 'write' | 'call' | 'print' | 'ask' | 'take-back' | 'drop'

function One({ one }: { one: Interests }) {
  const t = useT()
  const may = useMay()
  const [over, setOver] = useState<Over>()
  const close = () => setOver(undefined)
  const panel = one.panels.find(it => it.state !== 'dropped')
  const pill = interestPill({ state: one.state, ...(panel ? { panel: panel } : {}) }, t)
  return (
    <>
      <PageHead
        title={t('interests.title')}
        shown={one.person && <bdi>{one.person}</bdi>}
        eyebrow={
          may('cases.read') ? (
            <>
              <Link to={`/cases/${one.caseId}`}>{t('meetings.toCase')}</Link>
              {` · ${t('interests.title')}`}
            </>
          ) : one.person ? (
            <>
              <Link to={`/people/${one.personId}`}>{t('meetings.toPerson')}</Link>
              {` · ${t('interests.title')}`}
            </>
          ) : undefined
        }
        facts={[
          <StatePill key="state" kind={pill.kind}>
            {pill.text}
          </StatePill>,
          t(`interests.question.${one.question}`),
          t('interests.writtenBy', { name: one.by.name }),
        ]}
        acts={<Acts one={one} open={setOver} />}
      />
      <SentBack one={one} />
      {one.state === 'draft' && one.mayWrite && one.lacks.length > 0 && (
        <Notice kind="info" title={t('interests.lacks')}>
          <ul>
            {one.lacks.map(lack => (
              <li key={lack}>{t(`interests.lack.${lack}`)}</li>
            ))}
          </ul>
        </Notice>
      )}
      <div className="k-aside">
        <div className="k-stack">
          {one.panels.map(it => (
            <PanelCard key={it.id} one={one} panel={it} />
          ))}
          <Assessed one={one} />
        </div>
        <History one={one} />
      </div>
      <WriteDrawer caseId={one.caseId} one={one} opened={over === 'write'} onClose={close} />
      <CallDrawer one={one} opened={over === 'call'} onClose={close} />
      <PaperDrawer
        of="best-interests"
        query={{ interestId: one.id }}
        opened={over === 'print'}
        onClose={close}
      />
      {(['ask', 'take-back', 'drop'] as const).map(act => (
        <ReasonDialog
          key={act}
          opened={over === act}
          onClose={close}
          title={t(`interests.${act}.title`)}
          consequence={t(`interests.${act}.text`)}
          act={t(`interests.${act}`)}
          grave={false}
          slice="meetings"
          onAct={async reason => {
            await send(actOnInterests, { params: { id: one.id }, body: { act, seen: one.version, reason } })
            readAgain()
          }}
        />
      ))}
    </>
  )
}

function SentBack({ one }: { one: Interests }) {
  const t = useT()
  const last = one.steps.at(-1)
  if (one.state !== 'draft' || last?.from !== 'review' || !last.reason) return null
  return (
    <Notice kind="wait" title={t('interests.backFrom', { name: last.by.name })}>
      <span dir="auto">{last.reason}</span>
    </Notice>
  )
}

function Acts({ one, open }: { one: Interests; open: (over: Over) => void }) {
  const t = useT()
  const may = useMay()
  const draft = one.state === 'draft' && one.mayWrite
  const whole = one.lacks.length === 0
  return (
    <>
      {draft && whole && <Button onClick={() => open('ask')}>{t('interests.ask')}</Button>}
      {draft && (
        <Button variant={whole ? 'default' : 'filled'} onClick={() => open('write')}>
          {t('interests.write')}
        </Button>
      )}
      {one.approvalId && may('interests.review') && (
        <Button component={Link} to={`/approvals/${one.approvalId}`}>
          {t('interests.review')}
        </Button>
      )}
      {one.state === 'review' && one.mayWrite && (
        <Button variant="default" onClick={() => open('take-back')}>
          {t('interests.take-back')}
        </Button>
      )}
      {one.mayCall && <Button onClick={() => open('call')}>{t('interests.call')}</Button>}
      {draft && (
        <Button variant="default" onClick={() => open('drop')}>
          {t('interests.drop')}
        </Button>
      )}
      <Button variant="default" onClick={() => open('print')}>
        {t('meetings.print')}
      </Button>
    </>
  )
}

function History({ one }: { one: Interests }) {
  const t = useT()
  const format = useFormat()
  const rows = [
    ...one.steps.map(it => ({ ...it, text: t(`interests.state.${it.to}`) })),
    ...one.panels.flatMap(panel => panel.steps.map(it => ({ ...it, text: t(`interests.panel.${it.to}`) }))),
  ].toSorted((one, other) => (one.at < other.at ? -1 : 1))
  return (
    <aside className="k-stack" aria-label={t('interests.history')}>
      <Card title={t('interests.history')}>
        <ol className={css.list}>
          {rows.map(it => (
            <li key={`${it.at}${it.to}`}>
              <strong>{it.text}</strong>
              {it.reason && (
                <span dir="auto" className={css.quote}>
                  {it.reason}
                </span>
              )}
              <span className="k-dim k-small">{[it.by.name, format.date(it.at, 'exact')].join(' · ')}</span>
            </li>
          ))}
        </ol>
      </Card>
    </aside>
  )
}
