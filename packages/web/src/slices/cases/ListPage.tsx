/** The queue of cases: mine, my team's, those without a worker; the longest in its state first. */
import { mayKnock } from '@kerege/contract/access/roles'
import { needDomains } from '@kerege/contract/assessments/needs'
import { caseStates } from '@kerege/contract/cases/states'
import type { CaseRow } from '@kerege/contract/cases/schema'
import { Button } from '@mantine/core'
import { Link, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useLoaded } from '../../i18n/language.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { type Translate, useT } from '../../i18n/useT.tsx'
import { useMay, useSession } from '../../shell/session.ts'
import type { Option } from '../../ui/form/ChoiceField.tsx'
import { type Colleague, useColleagues } from '../../ui/form/useColleagues.ts'
import { DataList } from '../../ui/list/DataList.tsx'
import { takeOut } from '../../ui/list/takeOut.ts'
import type { Column, Filter } from '../../ui/list/types.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { StatePill } from '../../ui/StatePill.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { countFor, loadCases, useGives, useSummary } from './api.ts'
import css from './cases.module.css'
import { GiveDrawer } from './GiveDrawer.tsx'
import { Ticked } from './Ticked.tsx'
import { doText } from './way/words.ts'
import { stateKind, turnText } from './words.ts'

type Of = 'mine' | 'team' | 'unassigned' | 'all'

/** Who gives cases out has none of their own, and begins with the team. */
function useViews(): Of[] {
  const { hat } = useSession()
  const may = useMay()
  const gives = useGives()
  return [
    ...(may('cases.work') && !gives ? (['mine'] as const) : []),
    ...(hat.team ? (['team'] as const) : []),
    ...(gives ? (['unassigned'] as const) : []),
    'all',
  ]
}

export function ListPage() {
  const t = useT()
  const may = useMay()
  const views = useViews()
  const wanted = (useSearch({ strict: false }) as { of?: string }).of
  const here = views.find(view => view === wanted) ?? views[0] ?? 'all'
  const counts = useSummary().data?.body
  const own = views.includes('mine') && counts
  return (
    <>
      <PageHead
        title={t('cases.title')}
        facts={own ? [t('cases.families', { n: counts.families, usual: counts.usual })] : []}
        acts={
          may('cases.work') && (
            <Button variant="default" component={Link} to="/cases/bring">
              {t('fhir.bring')}
            </Button>
          )
        }
      />
      <Tabs
        label={t('cases.whose')}
        here={here}
        tabs={views.map(view => ({ id: view, label: t(`cases.of.${view}`), href: `/cases?of=${view}` }))}
      />
      <Queue key={here} of={here} />
    </>
  )
}

function Queue({ of }: { of: Of }) {
  const t = useT()
  const may = useMay()
  const { language } = useLoaded()
  const format = useFormat()
  const gives = useGives()
  const [ticked, tick] = useState<ReadonlySet<string>>(new Set())
  const [giving, give] = useState(false)
  const columns = useColumns(of, gives ? ticked : undefined, tick)
  const { options: workers } = useColleagues(worksOnCases)
  const filters = useMemo(() => filtersFor(t, of === 'mine' ? undefined : workers), [t, of, workers])
  return (
    <>
      <DataList
        name={`cases.${of}`}
        label={t(`cases.of.${of}`)}
        columns={columns}
        filters={filters}
        load={(query, signal) => loadCases({ ...query, of }, signal)}
        count={(query, signal) => countFor({ ...query, of }, signal)}
        rowId={row => row.id}
        rowName={row => <Ticked row={row} ticked={gives ? ticked : undefined} tick={tick} />}
        next={row => nextText(row, of, t)}
        nextHref={row => `/cases/${row.id}`}
        phone={row => ({
          state: <State row={row} />,
          line: [row.household, of === 'mine' ? format.date(row.since) : turnText(row, t)]
            .filter(Boolean)
            .join(' · '),
        })}
        empty={{ title: t('cases.none'), text: t('cases.noneText') }}
        {...(may('export')
          ? {
              onExport: (query, reason, kind) => takeOut('cases', { ...query, of }, reason, kind, language),
            }
          : {})}
      />
      {ticked.size > 0 && (
        <div className={`${css.bulk} k-screen`} role="toolbar" aria-label={t('cases.bulk')}>
          <span role="status">{t('cases.ticked', { n: ticked.size })}</span>
          <Button variant="default" onClick={() => give(true)}>
            {t('cases.give')}
          </Button>
          <Button variant="subtle" onClick={() => tick(new Set())}>
            {t('cases.untick')}
          </Button>
        </div>
      )}
      {gives && (
        <GiveDrawer
          ids={[...ticked]}
          opened={giving}
          onClose={() => give(false)}
          onGiven={() => tick(new Set())}
        />
      )}
    </>
  )
}

/** The step that is the reader's to take; to find somebody for a family is that of who gives cases out. */
function nextText(row: CaseRow, of: Of, t: Translate): string | undefined {
  if (of === 'unassigned') return t('cases.give')
  if (of !== 'mine' || row.next?.turn !== 'worker') return undefined
  return doText(row.state, row.next.to, t)
}

const State = ({ row }: { row: CaseRow }) => {
  const t = useT()
  return (
    <span className={css.pill}>
      <StatePill kind={stateKind(row)}>{t(`cases.state.${row.state}`)}</StatePill>
    </span>
  )
}

function useColumns(
  of: Of,
  ticked: ReadonlySet<string> | undefined,
  tick: (ids: ReadonlySet<string>) => void,
): Column<CaseRow>[] {
  const t = useT()
  const format = useFormat()
  return [
    {
      id: 'person',
      label: t('cases.person'),
      cell: row => <Ticked row={row} ticked={ticked} tick={tick} />,
    },
    { id: 'state', label: t('cases.state'), cell: row => <State row={row} /> },
    {
      id: 'since',
      label: t('cases.since'),
      cell: row => <span className="k-num">{format.date(row.since)}</span>,
    },
    {
      id: 'household',
      label: t('cases.household'),
      cell: row => row.household && <bdi>{row.household}</bdi>,
    },
    {
      id: 'next',
      label: t('cases.next'),
      cell: row =>
        row.next && (
          <>
            {t(`cases.state.${row.next.to}`)}
            {of === 'mine' ? null : <div className="k-dim k-small">{turnText(row, t)}</div>}
          </>
        ),
    },
  ]
}

/** Kept the same between renderings. */
const worksOnCases = (one: Colleague) => one.roles.some(role => mayKnock(role, 'cases.work'))

const filtersFor = (t: Translate, workers: readonly Option[] | undefined): Filter[] => [
  {
    id: 'state',
    label: t('cases.state'),
    kind: 'choice',
    options: caseStates.map(value => ({ value, label: t(`cases.state.${value}`) })),
  },
  {
    id: 'due',
    label: t('cases.due'),
    kind: 'choice',
    options: [{ value: 'now', label: t('cases.due.now') }],
  },
  {
    id: 'back',
    label: t('casework.back'),
    kind: 'choice',
    options: [{ value: 'yes', label: t('casework.back.yes') }],
  },
  {
    id: 'need',
    label: t('pressing.need'),
    kind: 'choice',
    options: needDomains.map(value => ({ value, label: t(`needs.${value}`) })),
  },
  {
    id: 'level',
    label: t('pressing.level'),
    kind: 'choice',
    options: (['4', '3'] as const).map(value => ({ value, label: t(`needs.level.${value}`) })),
  },
  ...(workers
    ? [{ id: 'workerId', label: t('cases.worker'), kind: 'choice' as const, options: workers }]
    : []),
]
