/** Trainings and study visits, the latest first. */
import { eventKinds } from '@kerege/contract/practices/trainings/events/rules'
import { listEvents } from '@kerege/contract/practices/trainings/events/routes'
import type { EventRow } from '@kerege/contract/practices/trainings/events/schema'
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { send } from '../../../../api.ts'
import { useFormat } from '../../../../i18n/useFormat.tsx'
import { useT } from '../../../../i18n/useT.tsx'
import { useMay } from '../../../../shell/session.ts'
import { useDomainFilter } from '../../../../ui/domains/words.ts'
import { DataList } from '../../../../ui/list/DataList.tsx'
import type { Column, Filter, ListQuery } from '../../../../ui/list/types.ts'
import { PageHead } from '../../../../ui/PageHead.tsx'
import { Said } from '../../../council/parts/Said.tsx'
import { TrainingTabs } from '../parts/TrainingTabs.tsx'
import { daysText, languagesText, useLanguageFilter } from '../parts/words.ts'
import { EventState, RegistrationPill } from './state.tsx'

const load = async (query: ListQuery, signal: AbortSignal) =>
  (await send(listEvents, { query: query as never }, { signal })).body

export function EventsPage() {
  const t = useT()
  const format = useFormat()
  const may = useMay()
  const columns = useColumns()
  const filters = useFilters()
  return (
    <>
      <PageHead
        title={t('trainings.title')}
        facts={[t('trainings.lede')]}
        acts={
          may('trainings.run') && (
            <Button component={Link} to="/trainings/new" leftSection={<IconPlus size={18} stroke={1.7} />}>
              {t('trainings.new')}
            </Button>
          )
        }
      />
      <TrainingTabs here="events" />
      <DataList
        name="trainings.events"
        label={t('trainings.title')}
        columns={columns}
        filters={filters}
        load={load}
        rowId={row => row.id}
        rowName={row => <Said text={row.title} />}
        href={row => `/trainings/${row.id}`}
        phone={row => ({
          state: <Stands row={row} />,
          line: [daysText(row, format), row.city].join(' · '),
        })}
        empty={{ title: t('trainings.none'), text: t('trainings.noneText') }}
      />
    </>
  )
}

const Stands = ({ row }: { row: EventRow }) => (
  <span className="k-row">
    <EventState standing={row.standing} />
    {row.mine && <RegistrationPill state={row.mine} />}
  </span>
)

function useColumns(): Column<EventRow>[] {
  const t = useT()
  const format = useFormat()
  return [
    { id: 'title', label: t('trainings.what'), cell: row => <Said text={row.title} /> },
    { id: 'state', label: t('trainings.state'), cell: row => <Stands row={row} /> },
    { id: 'kind', label: t('trainings.kind'), cell: row => t(`trainings.kind.${row.kind}`) },
    { id: 'when', label: t('trainings.when'), cell: row => daysText(row, format) },
    {
      id: 'where',
      label: t('trainings.where'),
      cell: row => `${row.city}, ${format.country(row.country)}`,
    },
    {
      id: 'languages',
      label: t('trainings.languages'),
      cell: row => languagesText(row.languages, format),
    },
    {
      id: 'places',
      label: t('trainings.places'),
      number: true,
      cell: row => t('trainings.placesOf', { held: row.held, places: row.places }),
    },
  ]
}

function useFilters(): Filter[] {
  const t = useT()
  const format = useFormat()
  return [
    { id: 'open', label: t('trainings.openNow'), kind: 'yes' },
    { id: 'mine', label: t('trainings.mine'), kind: 'yes' },
    {
      id: 'kind',
      label: t('trainings.kind'),
      kind: 'choice',
      options: eventKinds.map(value => ({ value, label: t(`trainings.kind.${value}`) })),
    },
    useDomainFilter(),
    useLanguageFilter(format),
  ]
}
