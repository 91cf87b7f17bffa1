/** Files whose term has passed, what the state has said, and what holds a file. Nothing goes by itself: a second person decides. */
import type { RetentionRow } from '@kerege/contract/rights/retention'
import { askErasure } from '@kerege/contract/people/routes'
import { liftHold } from '@kerege/contract/rights/retentionRoutes'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { queryClient, useSend } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { known, useT } from '../../../i18n/useT.tsx'
import { Answered } from '../../../ui/Answered.tsx'
import { Card } from '../../../ui/Card.tsx'
import { DataList } from '../../../ui/list/DataList.tsx'
import type { Column } from '../../../ui/list/types.ts'
import { Facts } from '../../../ui/Facts.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReasonDialog } from '../../../ui/ReasonDialog.tsx'
import { StatePill } from '../../../ui/StatePill.tsx'
import { loadResting, useRules } from './api.ts'
import { Sealable } from '../sealing/Sealable.tsx'
import { HoldDrawer } from './HoldDrawer.tsx'

export function RetentionPage() {
  const t = useT()
  return (
    <>
      <PageHead title={t('retention.title')} facts={[t('retention.note')]} />
      <div className="k-stack">
        <Rows />
        <Answered query={useRules()}>
          {({ body }) => (
            <Card title={t('retention.rules')} note={t('retention.held', { n: body.held })}>
              {body.rows.some(one => one.proposed !== undefined) && (
                <Notice kind="info">{t('retention.proposal')}</Notice>
              )}
              <Facts
                facts={body.rows.map(({ subject, years, proposed }) => {
                  const word = known(`retention.subject.${subject}`)
                  return [
                    word ? t(word) : subject,
                    years !== null
                      ? t('retention.years', { n: years })
                      : proposed === undefined
                        ? t('retention.unsaid')
                        : t('retention.proposed', { n: proposed }),
                  ] as const
                })}
              />
            </Card>
          )}
        </Answered>
        <Sealable />
      </div>
    </>
  )
}

function Rows() {
  const t = useT()
  const format = useFormat()
  const [erasing, erase] = useState<RetentionRow>()
  const [holding, hold] = useState<RetentionRow>()
  const [lifting, lift] = useState<RetentionRow>()
  const ask = useSend(askErasure)
  const free = useSend(liftHold)
  const columns: Column<RetentionRow>[] = [
    {
      id: 'person',
      label: t('retention.person'),
      cell: row => <Link to={`/people/${row.personId}`}>{row.person}</Link>,
    },
    { id: 'state', label: t('retention.state'), cell: row => <State row={row} /> },
    { id: 'subject', label: t('retention.class'), cell: row => t(`retention.subject.${row.subject}`) },
    {
      id: 'since',
      label: t('retention.since'),
      cell: row => <span className="k-num">{format.date(row.since)}</span>,
    },
    {
      id: 'until',
      label: t('retention.until'),
      cell: row => <span className="k-num">{format.date(row.until)}</span>,
    },
    {
      id: 'act',
      label: t('retention.act'),
      cell: row => <Acts row={row} onErase={erase} onHold={hold} onLift={lift} />,
    },
  ]
  const close = async () => {
    await queryClient.invalidateQueries()
    erase(undefined)
    lift(undefined)
  }
  return (
    <>
      <DataList
        name="retention"
        label={t('retention.title')}
        columns={columns}
        load={loadResting}
        rowId={row => row.personId}
        rowName={row => row.person}
        href={row => `/people/${row.personId}`}
        phone={row => ({
          state: <State row={row} />,
          line: format.date(row.until),
          act: <Acts row={row} onErase={erase} onHold={hold} onLift={lift} />,
        })}
        empty={{ title: t('retention.none'), text: t('retention.noneText') }}
      />
      <ReasonDialog
        opened={erasing !== undefined}
        onClose={() => erase(undefined)}
        title={t('retention.erase')}
        consequence={t('retention.eraseText')}
        told={t('retention.eraseTold')}
        act={t('retention.erase')}
        slice="retention"
        onAct={async reason => {
          if (!erasing) return
          await ask.mutateAsync({ input: { params: { id: erasing.personId }, body: { reason } } })
          await close()
        }}
      />
      <ReasonDialog
        opened={lifting !== undefined}
        onClose={() => lift(undefined)}
        title={t('retention.lift')}
        consequence={t('retention.liftText')}
        act={t('retention.lift')}
        grave={false}
        slice="retention"
        onAct={async reason => {
          if (!lifting) return
          await free.mutateAsync({ input: { params: { id: lifting.personId }, body: { reason } } })
          await close()
        }}
      />
      <HoldDrawer personId={holding?.personId} onClose={() => hold(undefined)} />
    </>
  )
}

function State({ row }: { row: RetentionRow }) {
  const t = useT()
  if (row.hold) return <StatePill kind="seal">{t(`retention.why.${row.hold.why}`)}</StatePill>
  if (row.approvalId) return <StatePill kind="wait">{t('retention.asked')}</StatePill>
  return <StatePill kind="info">{t(row.proposed ? 'retention.wouldBePast' : 'retention.passed')}</StatePill>
}

interface ActsProps {
  row: RetentionRow
  onErase: (row: RetentionRow) => void
  onHold: (row: RetentionRow) => void
  onLift: (row: RetentionRow) => void
}

function Acts({ row, onErase, onHold, onLift }: ActsProps) {
  const t = useT()
  if (row.hold) {
    return (
      <Button variant="default" size="sm" onClick={() => onLift(row)}>
        {t('retention.lift')}
      </Button>
    )
  }
  return (
    <div className="k-row">
      {/* By a proposal nothing is asked for. */}
      {!row.approvalId && !row.proposed && (
        <Button variant="default" size="sm" onClick={() => onErase(row)}>
          {t('retention.erase')}
        </Button>
      )}
      <Button variant="default" size="sm" onClick={() => onHold(row)}>
        {t('retention.hold')}
      </Button>
    </div>
  )
}
