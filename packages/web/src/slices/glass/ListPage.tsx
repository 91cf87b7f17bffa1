/** Files opened in an emergency, for who reviews them: those that wait for a word first, and all in numbers. */
import type { OpeningRow } from '@kerege/contract/glass/schema'
import { useSearch } from '@tanstack/react-router'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Answered } from '../../ui/Answered.tsx'
import { Card } from '../../ui/Card.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import type { Column } from '../../ui/list/types.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { loadOpenings, useOpeningCounts } from './api.ts'
import { OpeningState } from './OpeningState.tsx'

const views = ['waiting', 'all'] as const
const numbers = ['open', 'waiting', 'late', 'justified', 'notJustified'] as const

export function ListPage() {
  const t = useT()
  const wanted = (useSearch({ strict: false }) as { of?: string }).of
  const here = views.find(view => view === wanted) ?? 'waiting'
  return (
    <>
      <PageHead title={t('glass.title')} facts={[t('glass.note')]} />
      <Tabs
        label={t('glass.title')}
        here={here}
        tabs={views.map(view => ({ id: view, label: t(`glass.of.${view}`), href: `/glass?of=${view}` }))}
      />
      <div className="k-stack">
        <Rows key={here} of={here} />
        <Numbers />
      </div>
    </>
  )
}

function Numbers() {
  const t = useT()
  const format = useFormat()
  return (
    <Answered query={useOpeningCounts()}>
      {({ body }) => (
        <Card title={t('glass.numbers')}>
          <Facts facts={numbers.map(one => [t(`glass.count.${one}`), format.number(body[one])] as const)} />
        </Card>
      )}
    </Answered>
  )
}

function Rows({ of }: { of: (typeof views)[number] }) {
  const t = useT()
  const format = useFormat()
  const columns: Column<OpeningRow>[] = [
    { id: 'by', label: t('glass.by'), cell: row => row.by.name },
    { id: 'state', label: t('glass.state'), cell: row => <OpeningState row={row} /> },
    { id: 'role', label: t('glass.role'), cell: row => t(`access.role.${row.role}`) },
    { id: 'agency', label: t('glass.agency'), cell: row => row.agency },
    {
      id: 'opened',
      label: t('glass.opened'),
      cell: row => <span className="k-num">{format.date(row.openedAt, 'exact')}</span>,
    },
    {
      id: 'due',
      label: t('glass.due'),
      cell: row => <span className="k-num">{row.verdict ? '' : format.date(row.reviewDue)}</span>,
    },
  ]
  return (
    <DataList
      name={`glass.${of}`}
      label={t(`glass.of.${of}`)}
      columns={columns}
      load={(query, signal) => loadOpenings({ ...query, of }, signal)}
      rowId={row => row.id}
      rowName={row => row.by.name}
      href={row => `/glass/${row.id}`}
      phone={row => ({
        state: <OpeningState row={row} />,
        line: `${row.agency} · ${format.date(row.openedAt, 'exact')}`,
      })}
      empty={{ title: t('glass.none'), text: t('glass.noneText') }}
    />
  )
}
