/** The obstacle log: of my families, my team, or every one that is open to me, the longest first; and by desk. */
import {
  deskKinds,
  obstacleAges,
  obstacleKinds,
  type ObstacleRow,
  obstacleStates,
} from '@kerege/contract/casework/obstacles'
import { useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useLoaded } from '../../../i18n/language.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { type Translate, useT } from '../../../i18n/useT.tsx'
import { useMay, useSession } from '../../../shell/session.ts'
import { DataList } from '../../../ui/list/DataList.tsx'
import { takeOut } from '../../../ui/list/takeOut.ts'
import type { Column, Filter } from '../../../ui/list/types.ts'
import { PageHead } from '../../../ui/PageHead.tsx'
import { StatePill } from '../../../ui/StatePill.tsx'
import { Tabs } from '../../../ui/Tabs.tsx'
import { countFor, loadObstacles } from '../api.ts'
import { ByDesk } from './ByDesk.tsx'
import { deskText, nextText, stateOf } from './words.ts'

type Of = 'mine' | 'team' | 'all' | 'desks'

/** Who gives cases out has none of their own, and begins with the team. */
function useViews(): Of[] {
  const { hat } = useSession()
  const may = useMay()
  const gives = may('cases.assign')
  return [
    ...(may('cases.work') && !gives ? (['mine'] as const) : []),
    ...(hat.team ? (['team'] as const) : []),
    'all',
    ...(gives ? (['desks'] as const) : []),
  ]
}

export function ListPage() {
  const t = useT()
  const views = useViews()
  const wanted = (useSearch({ strict: false }) as { of?: string }).of
  const here = views.find(view => view === wanted) ?? views[0] ?? 'all'
  return (
    <>
      <PageHead title={t('casework.obstacles')} facts={[t('casework.obstacles.note')]} />
      <Tabs
        label={t('casework.obstacles.whose')}
        here={here}
        tabs={views.map(view => ({
          id: view,
          label: t(`casework.obstacles.of.${view}`),
          href: `/obstacles?of=${view}`,
        }))}
      />
      {here === 'desks' ? <ByDesk /> : <Log key={here} of={here} />}
    </>
  )
}

function Log({ of }: { of: Exclude<Of, 'desks'> }) {
  const t = useT()
  const may = useMay()
  const { language } = useLoaded()
  const columns = useColumns()
  const filters = useMemo(() => filtersFor(t), [t])
  return (
    <DataList
      name={`obstacles.${of}`}
      label={t(`casework.obstacles.of.${of}`)}
      columns={columns}
      filters={filters}
      load={(query, signal) => loadObstacles({ ...query, of }, signal)}
      count={(query, signal) => countFor({ ...query, of }, signal)}
      rowId={row => row.id}
      rowName={row => t(`casework.obstacles.kind.${row.kind}`)}
      href={row => `/obstacles/${row.id}`}
      next={row => nextText(row, t)}
      phone={row => ({
        state: <State row={row} />,
        line: (
          <>
            <bdi>{row.household ?? row.person}</bdi> · <bdi>{deskText(row, t)}</bdi>
          </>
        ),
      })}
      empty={{ title: t('casework.obstacles.none'), text: t('casework.obstacles.noneText') }}
      {...(may('export')
        ? {
            onExport: (query, reason, kind) => takeOut('obstacles', { ...query, of }, reason, kind, language),
          }
        : {})}
    />
  )
}

function State({ row }: { row: ObstacleRow }) {
  const t = useT()
  const { today } = useFormat()
  const { kind, text } = stateOf(row, today, t)
  return <StatePill kind={kind}>{text}</StatePill>
}

function useColumns(): Column<ObstacleRow>[] {
  const t = useT()
  const format = useFormat()
  return [
    {
      id: 'kind',
      label: t('casework.obstacles.kind'),
      cell: row => t(`casework.obstacles.kind.${row.kind}`),
    },
    { id: 'state', label: t('casework.obstacles.state'), cell: row => <State row={row} /> },
    { id: 'person', label: t('cases.person'), cell: row => <bdi>{row.person}</bdi> },
    { id: 'desk', label: t('casework.obstacles.desk'), cell: row => <bdi>{deskText(row, t)}</bdi> },
    {
      id: 'since',
      label: t('casework.obstacles.since'),
      cell: row => <span className="k-num">{format.date(row.since)}</span>,
    },
    { id: 'worker', label: t('cases.worker'), cell: row => row.worker?.name },
  ]
}

const filtersFor = (t: Translate): Filter[] => [
  {
    id: 'kind',
    label: t('casework.obstacles.kind'),
    kind: 'choice',
    options: obstacleKinds.map(value => ({ value, label: t(`casework.obstacles.kind.${value}`) })),
  },
  {
    id: 'desk',
    label: t('casework.obstacles.desk'),
    kind: 'choice',
    options: deskKinds.map(value => ({ value, label: t(`casework.obstacles.desk.${value}`) })),
  },
  {
    id: 'age',
    label: t('casework.obstacles.age'),
    kind: 'choice',
    options: obstacleAges.map(value => ({ value, label: t(`casework.obstacles.age.${value}`) })),
  },
  {
    id: 'state',
    label: t('casework.obstacles.state'),
    kind: 'choice',
    options: obstacleStates.map(value => ({ value, label: t(`casework.obstacles.state.${value}`) })),
  },
  {
    id: 'late',
    label: t('casework.obstacles.late'),
    kind: 'choice',
    options: [{ value: 'yes', label: t('casework.obstacles.late.yes') }],
  },
]
