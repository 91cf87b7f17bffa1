/** The register of sessions and events: the Council's own and those of others, with a mark where sources disagree. */
import { listSessions } from '@kerege/contract/council/routes'
import type { SessionRow } from '@kerege/contract/council/schema'
import { sessionKinds, sessionStates } from '@kerege/contract/council/sessions'
import { Button } from '@mantine/core'
import { IconCalendarDown, IconPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { send } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { type Translate, useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { DataList } from '../../../ui/list/DataList.tsx'
import type { Column, Filter, ListQuery } from '../../../ui/list/types.ts'
import { PageHead } from '../../../ui/PageHead.tsx'
import { StatePill } from '../../../ui/StatePill.tsx'
import { Said } from '../parts/Said.tsx'
import { placeText, sessionStateKind, whenText } from '../words.ts'

const load = async (query: ListQuery, signal: AbortSignal) =>
  (await send(listSessions, { query: query as never }, { signal })).body

export function SessionsPage() {
  const t = useT()
  const may = useMay()
  const format = useFormat()
  const columns = useColumns()
  const filters = useMemo(() => filtersFor(t), [t])
  return (
    <>
      <PageHead
        title={t('council.sessions')}
        acts={
          <>
            <Button
              variant="default"
              component="a"
              href="/api/council/sessions.ics"
              download
              leftSection={<IconCalendarDown size={18} stroke={1.7} />}
            >
              {t('council.calendar')}
            </Button>
            {may('council.prepare') && (
              <Button component={Link} to="/sessions/new" leftSection={<IconPlus size={18} stroke={1.7} />}>
                {t('council.session.new')}
              </Button>
            )}
          </>
        }
      />
      <DataList
        name="council.sessions"
        label={t('council.sessions')}
        columns={columns}
        filters={filters}
        load={load}
        rowId={row => row.id}
        rowName={row => <Said text={row.title} />}
        href={row => `/sessions/${row.id}`}
        phone={row => ({
          state: <State row={row} />,
          line: [whenText(row, format, t), placeText(row, format, t)].filter(Boolean).join(' · '),
        })}
        empty={{ title: t('council.sessions.none') }}
      />
    </>
  )
}

function State({ row }: { row: SessionRow }) {
  const t = useT()
  return (
    <>
      <StatePill kind={sessionStateKind[row.state]}>{t(`council.state.${row.state}`)}</StatePill>
      {row.differ.length > 0 && <StatePill kind="wait">{t('council.differ')}</StatePill>}
    </>
  )
}

function useColumns(): Column<SessionRow>[] {
  const t = useT()
  const format = useFormat()
  return [
    {
      id: 'title',
      label: t('council.title'),
      cell: row => (
        <Link to={`/sessions/${row.id}`}>
          <Said text={row.title} />
        </Link>
      ),
    },
    {
      id: 'state',
      label: t('council.state'),
      cell: row => (
        <span className="k-row">
          <State row={row} />
        </span>
      ),
    },
    {
      id: 'when',
      label: t('council.when'),
      cell: row => <span className="k-num">{whenText(row, format, t)}</span>,
    },
    { id: 'place', label: t('council.place'), cell: row => placeText(row, format, t) },
    { id: 'symbol', label: t('council.symbol'), cell: row => row.symbol ?? '' },
  ]
}

const filtersFor = (t: Translate): Filter[] => [
  {
    id: 'of',
    label: t('council.of'),
    kind: 'choice',
    options: (['council', 'others'] as const).map(value => ({ value, label: t(`council.of.${value}`) })),
  },
  {
    id: 'state',
    label: t('council.state'),
    kind: 'choice',
    options: sessionStates.map(value => ({ value, label: t(`council.state.${value}`) })),
  },
  {
    id: 'kind',
    label: t('council.kind'),
    kind: 'choice',
    options: sessionKinds.map(value => ({ value, label: t(`council.kind.${value}`) })),
  },
]
