/** What waits in the lives of many: children without a school, days in court; of mine or of the team, the nearest day first. */
import { type WaitingRow, waitingKinds } from '@kerege/contract/situation/waiting'
import { useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useLoaded } from '../../i18n/language.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { type Translate, useT } from '../../i18n/useT.tsx'
import { useMay, useSession } from '../../shell/session.ts'
import { DataList } from '../../ui/list/DataList.tsx'
import { takeOut } from '../../ui/list/takeOut.ts'
import type { Column, Filter } from '../../ui/list/types.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { StatePill } from '../../ui/StatePill.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { countWaiting, loadWaiting } from './api.ts'

type Of = 'mine' | 'team'

export function ListPage() {
  const t = useT()
  const gives = useMay()('cases.assign')
  const { hat } = useSession()
  const wanted = (useSearch({ strict: false }) as { of?: string }).of
  // Who gives cases out begins with the team.
  const views: Of[] = gives && hat.team ? ['team', 'mine'] : ['mine']
  const here = views.find(view => view === wanted) ?? views[0] ?? 'mine'
  return (
    <>
      <PageHead title={t('situation.list')} facts={[t('situation.list.lede')]} />
      {views.length > 1 && (
        <Tabs
          label={t('situation.list.whose')}
          here={here}
          tabs={views.map(view => ({
            id: view,
            label: t(`situation.list.of.${view}`),
            href: `/situation?of=${view}`,
          }))}
        />
      )}
      <Waiting key={here} of={here} />
    </>
  )
}

function Waiting({ of }: { of: Of }) {
  const t = useT()
  const may = useMay()
  const format = useFormat()
  const { language } = useLoaded()
  const columns = useColumns()
  const filters = useMemo(() => filtersFor(t), [t])
  return (
    <DataList
      name={`situation.${of}`}
      label={t(`situation.list.of.${of}`)}
      columns={columns}
      filters={filters}
      load={(query, signal) => loadWaiting({ ...query, of }, signal)}
      count={(query, signal) => countWaiting({ ...query, of }, signal)}
      rowId={row => `${row.id}.${row.what}`}
      rowName={row => <bdi>{row.person}</bdi>}
      href={row => `/people/${row.personId}/situation`}
      phone={row => ({
        state: <What row={row} />,
        line: [row.day && format.date(row.day, 'text'), row.words].filter(Boolean).join(' · '),
      })}
      empty={{ title: t('situation.list.none'), text: t('situation.list.noneText') }}
      {...(may('export')
        ? {
            onExport: (query, reason, kind) => takeOut('situation', { ...query, of }, reason, kind, language),
          }
        : {})}
    />
  )
}

function What({ row }: { row: WaitingRow }) {
  const t = useT()
  return <StatePill kind={row.day ? 'wait' : 'mute'}>{t(`situation.waits.${row.what}`)}</StatePill>
}

function useColumns(): Column<WaitingRow>[] {
  const t = useT()
  const format = useFormat()
  return [
    { id: 'person', label: t('cases.person'), cell: row => <bdi>{row.person}</bdi> },
    { id: 'what', label: t('situation.waits'), cell: row => <What row={row} /> },
    {
      id: 'day',
      label: t('situation.day'),
      cell: row => row.day && <span className="k-num">{format.date(row.day)}</span>,
    },
    { id: 'words', label: t('situation.words'), cell: row => row.words && <bdi>{row.words}</bdi> },
    { id: 'worker', label: t('cases.worker'), cell: row => row.worker?.name },
  ]
}

const filtersFor = (t: Translate): Filter[] => [
  {
    id: 'what',
    label: t('situation.waits'),
    kind: 'choice',
    options: waitingKinds.map(value => ({ value, label: t(`situation.waits.${value}`) })),
  },
]
