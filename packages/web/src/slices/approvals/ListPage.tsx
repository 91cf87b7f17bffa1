/** Requests in three lists: waiting for me, asked by me, decided. */
import type { ApprovalRow } from '@kerege/contract/approvals/schema'
import { useLocation } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { useMay } from '../../shell/session.ts'
import { DataList } from '../../ui/list/DataList.tsx'
import type { Column } from '../../ui/list/types.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { ApprovalState } from './ApprovalState.tsx'
import { loadApprovals, type View } from './api.ts'
import { Subject } from './Subject.tsx'
import { askedText, subjectText } from './words.ts'

const addresses: Record<View, string> = {
  waiting: '/approvals',
  mine: '/approvals/mine',
  history: '/approvals/history',
}
const views: readonly View[] = ['waiting', 'mine', 'history']

export function ListPage() {
  const t = useT()
  const may = useMay()
  const path = useLocation({ select: location => location.pathname })
  const here = views.find(view => addresses[view] === path.replace(/\/$/, '')) ?? 'waiting'
  const shown = views.filter(
    view => (view !== 'waiting' || may('approvals.decide')) && (view !== 'mine' || may('approvals.ask')),
  )
  return (
    <>
      <PageHead title={t('approvals.title')} facts={[t('approvals.text')]} />
      <Tabs
        label={t('approvals.lists')}
        here={here}
        tabs={shown.map(view => ({ id: view, label: t(`approvals.view.${view}`), href: addresses[view] }))}
      />
      <Requests key={here} view={here} />
    </>
  )
}

function Requests({ view }: { view: View }) {
  const t = useT()
  const format = useFormat()
  const columns = useMemo(
    (): Column<ApprovalRow>[] => [
      {
        id: 'asked',
        label: t('approvals.asked'),
        cell: row => askedText(row.kind, t),
      },
      { id: 'state', label: t('approvals.state'), cell: row => <ApprovalState approval={row} /> },
      {
        id: 'subject',
        label: t('approvals.about'),
        cell: row =>
          row.subject ? (
            <Subject approval={row} name={row.subject} />
          ) : (
            <span className="k-dim">{subjectText(row, t)}</span>
          ),
      },
      { id: 'by', label: t('approvals.by'), cell: row => row.askedBy.name },
      {
        id: 'at',
        label: t('approvals.at'),
        cell: row => <span className="k-num">{format.date(row.askedAt)}</span>,
      },
    ],
    [t, format],
  )
  return (
    <DataList
      name={`approvals.${view}`}
      label={t(`approvals.view.${view}`)}
      columns={columns}
      load={(query, signal) => loadApprovals(view, query, signal)}
      rowId={row => row.id}
      rowName={row => askedText(row.kind, t)}
      href={row => `/approvals/${row.id}`}
      {...(view === 'waiting' ? { next: () => t('approvals.look') } : {})}
      phone={row => ({
        state: <ApprovalState approval={row} />,
        line: (
          <>
            <bdi>{subjectText(row, t)}</bdi>
            {' · '}
            {row.askedBy.name}
          </>
        ),
      })}
      empty={{ title: t(`approvals.none.${view}`), text: t(`approvals.noneText.${view}`) }}
    />
  )
}
