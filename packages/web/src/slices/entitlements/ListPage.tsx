/** What was asked of offices for families and is not given: of mine or of the team, the longest first. */
import { claimStates } from '@kerege/contract/entitlements/rules'
import type { ClaimRow } from '@kerege/contract/entitlements/schema'
import { useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useLoaded } from '../../i18n/language.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { type Translate, useT } from '../../i18n/useT.tsx'
import { useMay } from '../../shell/session.ts'
import { DataList } from '../../ui/list/DataList.tsx'
import { takeOut } from '../../ui/list/takeOut.ts'
import type { Column, Filter } from '../../ui/list/types.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { StatePill } from '../../ui/StatePill.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { countFor, loadClaims } from './api.ts'
import { standOf } from './words.ts'

type Of = 'mine' | 'team'

export function ListPage() {
  const t = useT()
  const gives = useMay()('cases.assign')
  const wanted = (useSearch({ strict: false }) as { of?: string }).of
  // Who gives cases out begins with the team.
  const views: Of[] = gives ? ['team', 'mine'] : ['mine']
  const here = views.find(view => view === wanted) ?? views[0] ?? 'mine'
  return (
    <>
      <PageHead title={t('entitlements.list')} facts={[t('entitlements.list.lede')]} />
      {views.length > 1 && (
        <Tabs
          label={t('entitlements.whoseList')}
          here={here}
          tabs={views.map(view => ({
            id: view,
            label: t(`entitlements.of.${view}`),
            href: `/entitlements?of=${view}`,
          }))}
        />
      )}
      <Claims key={here} of={here} />
    </>
  )
}

function Claims({ of }: { of: Of }) {
  const t = useT()
  const format = useFormat()
  const may = useMay()
  const { language } = useLoaded()
  const columns = useColumns()
  const filters = useMemo(() => filtersFor(t), [t])
  return (
    <DataList
      name={`entitlements.${of}`}
      label={t(`entitlements.of.${of}`)}
      columns={columns}
      filters={filters}
      load={(query, signal) => loadClaims({ ...query, of }, signal)}
      count={(query, signal) => countFor({ ...query, of }, signal)}
      rowId={row => row.id}
      rowName={row => format.text(row.title).text}
      href={row => `/entitlements/of/${row.personId}`}
      phone={row => ({ state: <Stand row={row} />, line: <bdi>{row.household ?? row.person}</bdi> })}
      empty={{ title: t('entitlements.list.none'), text: t('entitlements.list.noneText') }}
      {...(may('export')
        ? {
            onExport: (query, reason, kind) =>
              takeOut('entitlements', { ...query, of }, reason, kind, language),
          }
        : {})}
    />
  )
}

function Stand({ row }: { row: ClaimRow }) {
  const t = useT()
  const { today } = useFormat()
  const { kind, text } = standOf(row, today, t)
  return <StatePill kind={kind}>{text}</StatePill>
}

function useColumns(): Column<ClaimRow>[] {
  const t = useT()
  const format = useFormat()
  return [
    { id: 'title', label: t('entitlements.delivery.what'), cell: row => format.text(row.title).text },
    { id: 'state', label: t('entitlements.what'), cell: row => <Stand row={row} /> },
    { id: 'person', label: t('cases.person'), cell: row => <bdi>{row.person}</bdi> },
    {
      id: 'desk',
      label: t('entitlements.desk'),
      cell: row => row.desk && t(`casework.obstacles.desk.${row.desk}`),
    },
    {
      id: 'asked',
      label: t('entitlements.askedOn'),
      cell: row => row.askedOn && <span className="k-num">{format.date(row.askedOn)}</span>,
    },
    { id: 'worker', label: t('cases.worker'), cell: row => row.worker?.name },
  ]
}

const filtersFor = (t: Translate): Filter[] => [
  {
    id: 'state',
    label: t('entitlements.what'),
    kind: 'choice',
    options: claimStates.map(value => ({ value, label: t(`entitlements.state.${value}`) })),
  },
  {
    id: 'late',
    label: t('entitlements.late'),
    kind: 'choice',
    options: [{ value: 'yes', label: t('entitlements.late.yes') }],
  },
]
