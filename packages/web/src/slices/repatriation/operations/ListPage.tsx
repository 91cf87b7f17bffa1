/** Operations of my agency and those I work in, the newest first. */
import type { OperationRow } from '@kerege/contract/repatriation/operations/schema'
import { operationStates } from '@kerege/contract/repatriation/operations/states'
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { DataList } from '../../../ui/list/DataList.tsx'
import type { Column, Filter } from '../../../ui/list/types.ts'
import { PageHead } from '../../../ui/PageHead.tsx'
import { StatePill } from '../../../ui/StatePill.tsx'
import { loadOperations } from './api.ts'
import { isHistory, operationKind } from './words.ts'

export function ListPage() {
  const t = useT()
  const format = useFormat()
  const may = useMay()
  const columns = useColumns()
  const filters = useMemo(
    (): Filter[] => [
      {
        id: 'state',
        label: t('operations.state'),
        kind: 'choice',
        options: operationStates.map(value => ({ value, label: t(`operations.state.${value}`) })),
      },
    ],
    [t],
  )
  const begin = may('repatriation.lead') && (
    <Button component={Link} to="/operations/new" leftSection={<IconPlus size={18} stroke={1.7} />}>
      {t('operations.new')}
    </Button>
  )
  return (
    <>
      <PageHead title={t('operations.title')} acts={begin} />
      <DataList
        name="operations"
        label={t('operations.title')}
        columns={columns}
        filters={filters}
        load={loadOperations}
        rowId={row => row.id}
        rowName={row => <bdi>{row.name}</bdi>}
        href={row => `/operations/${row.id}${isHistory(row) ? '/summary' : ''}`}
        phone={row => ({
          state: <State row={row} />,
          line: [
            format.country(row.fromCountry),
            row.plannedFrom && format.date(row.plannedFrom),
            isHistory(row) ? t('operations.public') : t('operations.peopleN', { n: row.totals.people }),
          ]
            .filter(Boolean)
            .join(' · '),
        })}
        empty={{ title: t('operations.none'), text: t('operations.noneText') }}
      />
    </>
  )
}

function State({ row }: { row: OperationRow }) {
  const t = useT()
  return <StatePill kind={operationKind[row.state]}>{t(`operations.state.${row.state}`)}</StatePill>
}

function useColumns(): Column<OperationRow>[] {
  const t = useT()
  const format = useFormat()
  return [
    { id: 'name', label: t('operations.name'), cell: row => <bdi>{row.name}</bdi> },
    { id: 'state', label: t('operations.state'), cell: row => <State row={row} /> },
    { id: 'from', label: t('operations.from'), cell: row => format.country(row.fromCountry) },
    {
      id: 'when',
      label: t('operations.when'),
      cell: row => (row.plannedFrom ? format.date(row.plannedFrom) : t('operations.noDay')),
    },
    {
      id: 'people',
      label: t('operations.onList'),
      number: true,
      cell: row => (isHistory(row) ? '' : format.number(row.totals.people)),
    },
    {
      id: 'list',
      label: t('operations.list'),
      cell: row =>
        isHistory(row)
          ? t('operations.public')
          : t(`operations.version.${row.list.state}`, { n: row.list.number }),
    },
  ]
}
