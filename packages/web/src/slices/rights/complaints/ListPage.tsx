/** Complaints, the nearest term first; in numbers by kind; and the sheet that hangs on the wall. */
import { complaintKinds, type ComplaintRow } from '@kerege/contract/rights/complaints'
import { complaintStates } from '@kerege/contract/rights/states'
import { Button } from '@mantine/core'
import { useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { type Translate, useT } from '../../../i18n/useT.tsx'
import { DataList } from '../../../ui/list/DataList.tsx'
import type { Column, Filter } from '../../../ui/list/types.ts'
import { PageHead } from '../../../ui/PageHead.tsx'
import { Tabs } from '../../../ui/Tabs.tsx'
import { loadComplaints } from './api.ts'
import { ComplaintState } from './ComplaintState.tsx'
import { Counts } from './Counts.tsx'
import { OfficerDrawer } from './OfficerDrawer.tsx'
import { RecordDrawer } from './RecordDrawer.tsx'

const views = ['open', 'all', 'counts'] as const

export function ListPage() {
  const t = useT()
  const [recording, record] = useState(false)
  const [naming, name] = useState(false)
  const wanted = (useSearch({ strict: false }) as { of?: string }).of
  const here = views.find(view => view === wanted) ?? 'open'
  return (
    <>
      <PageHead
        title={t('complaints.title')}
        facts={[t('complaints.note')]}
        acts={
          <>
            <Button variant="default" onClick={() => name(true)}>
              {t('complaints.officer')}
            </Button>
            <Button onClick={() => record(true)}>{t('complaints.record')}</Button>
          </>
        }
      />
      <Tabs
        label={t('complaints.title')}
        here={here}
        tabs={views.map(view => ({
          id: view,
          label: t(`complaints.of.${view}`),
          href: `/complaints?of=${view}`,
        }))}
      />
      {here === 'counts' ? <Counts /> : <Rows key={here} of={here} />}
      <RecordDrawer opened={recording} onClose={() => record(false)} />
      <OfficerDrawer opened={naming} onClose={() => name(false)} />
    </>
  )
}

function Rows({ of }: { of: 'open' | 'all' }) {
  const t = useT()
  const format = useFormat()
  const filters = useMemo(() => filtersFor(t), [t])
  const due = (row: ComplaintRow) => (row.due ? format.date(row.due) : '')
  const columns: Column<ComplaintRow>[] = [
    { id: 'kind', label: t('complaints.kind'), cell: row => t(`complaints.kind.${row.kind}`) },
    { id: 'state', label: t('complaints.state'), cell: row => <ComplaintState row={row} /> },
    {
      id: 'received',
      label: t('complaints.received'),
      cell: row => <span className="k-num">{format.date(row.receivedOn)}</span>,
    },
    { id: 'due', label: t('complaints.due'), cell: row => <span className="k-num">{due(row)}</span> },
    { id: 'about', label: t('complaints.about'), cell: row => row.about?.name },
    { id: 'way', label: t('complaints.way'), cell: row => t(`complaints.way.${row.way}`) },
  ]
  return (
    <DataList
      name={`complaints.${of}`}
      label={t(`complaints.of.${of}`)}
      columns={columns}
      filters={filters}
      load={(query, signal) => loadComplaints({ ...query, of }, signal)}
      rowId={row => row.id}
      rowName={row => t(`complaints.kind.${row.kind}`)}
      href={row => `/complaints/${row.id}`}
      next={row => (row.state === 'closed' || row.state === 'answered' ? undefined : t('complaints.open'))}
      phone={row => ({
        state: <ComplaintState row={row} />,
        line: row.due ? t('complaints.dueOn', { day: due(row) }) : format.date(row.receivedOn),
      })}
      empty={{ title: t('complaints.none'), text: t('complaints.noneText') }}
    />
  )
}

const filtersFor = (t: Translate): Filter[] => [
  {
    id: 'state',
    label: t('complaints.state'),
    kind: 'choice',
    options: complaintStates.map(value => ({ value, label: t(`complaints.state.${value}`) })),
  },
  {
    id: 'kind',
    label: t('complaints.kind'),
    kind: 'choice',
    options: complaintKinds.map(value => ({ value, label: t(`complaints.kind.${value}`) })),
  },
]
