/** Experts and trainers of the region, by what they give, in which language, about what, and when. */
import { listRoster } from '@kerege/contract/practices/roster/routes'
import { gives } from '@kerege/contract/practices/roster/rules'
import type { RosterRow } from '@kerege/contract/practices/roster/schema'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { send } from '../../../api.ts'
import { useLoaded } from '../../../i18n/language.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { useDomainFilter, useDomainsText } from '../../../ui/domains/words.ts'
import { DataList } from '../../../ui/list/DataList.tsx'
import { takeOut } from '../../../ui/list/takeOut.ts'
import type { Column, Filter, ListQuery } from '../../../ui/list/types.ts'
import { PageHead } from '../../../ui/PageHead.tsx'
import { AgencyLabel } from '../trainings/parts/AgencyLabel.tsx'
import { languagesText, useLanguageFilter } from '../trainings/parts/words.ts'
import { ConfirmedPill, useGivesText } from './words.tsx'

const load = async (query: ListQuery, signal: AbortSignal) =>
  (await send(listRoster, { query: query as never }, { signal })).body

export function RosterPage() {
  const t = useT()
  const format = useFormat()
  const may = useMay()
  const columns = useColumns()
  const filters = useFilters()
  const givesText = useGivesText()
  const { language } = useLoaded()
  return (
    <>
      <PageHead
        title={t('roster.title')}
        facts={[t('roster.lede')]}
        acts={
          <>
            {may('trainings.take') && (
              <Button variant="default" component={Link} to="/roster/deployments">
                {t('roster.deployments')}
              </Button>
            )}
            {may('practices.write') && (
              <Button component={Link} to="/roster/mine">
                {t('roster.mine')}
              </Button>
            )}
          </>
        }
      />
      <DataList
        name="roster.list"
        label={t('roster.title')}
        columns={columns}
        filters={filters}
        load={load}
        rowId={row => row.id}
        rowName={row => <bdi>{row.name}</bdi>}
        href={row => `/roster/${row.id}`}
        phone={row => ({
          state: <ConfirmedPill confirmed={row.confirmed} />,
          line: [givesText(row.gives), languagesText(row.languages, format)].join(' · '),
        })}
        empty={{ title: t('roster.none'), text: t('roster.noneText') }}
        {...(may('trainings.take') && may('export')
          ? {
              onExport: (query: ListQuery, reason: string, file: 'csv' | 'xlsx') =>
                takeOut('roster', query, reason, file, language),
            }
          : {})}
      />
    </>
  )
}

function useColumns(): Column<RosterRow>[] {
  const t = useT()
  const format = useFormat()
  const domainsText = useDomainsText()
  const givesText = useGivesText()
  return [
    { id: 'name', label: t('roster.name'), cell: row => <bdi>{row.name}</bdi> },
    { id: 'state', label: t('trainings.state'), cell: row => <ConfirmedPill confirmed={row.confirmed} /> },
    { id: 'agency', label: t('roster.agency'), cell: row => <AgencyLabel agency={row.agency} /> },
    { id: 'gives', label: t('roster.gives'), cell: row => givesText(row.gives) },
    { id: 'domains', label: t('domains.title'), cell: row => domainsText(row.domains) },
    {
      id: 'languages',
      label: t('trainings.languages'),
      cell: row => languagesText(row.languages, format),
    },
    { id: 'held', label: t('roster.heldHere'), number: true, cell: row => row.heldHere },
  ]
}

function useFilters(): Filter[] {
  const t = useT()
  const format = useFormat()
  const may = useMay()
  return [
    {
      id: 'gives',
      label: t('roster.gives'),
      kind: 'choice',
      options: gives.map(value => ({ value, label: t(`roster.gives.${value}`) })),
    },
    useDomainFilter(),
    useLanguageFilter(format),
    { id: 'freeOn', label: t('roster.freeOn'), kind: 'date' },
    ...(may('practices.confirm')
      ? [{ id: 'waiting', label: t('roster.waitsForMe'), kind: 'yes' } as const]
      : []),
  ]
}
