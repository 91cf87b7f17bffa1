/** Curricula that were shared, newest first. */
import { listCurricula } from '@kerege/contract/practices/trainings/catalogue/routes'
import type { CurriculumRow } from '@kerege/contract/practices/trainings/catalogue/schema'
import { professions } from '@kerege/contract/practices/trainings/common'
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { send } from '../../../../api.ts'
import { useFormat } from '../../../../i18n/useFormat.tsx'
import { useT } from '../../../../i18n/useT.tsx'
import { useMay } from '../../../../shell/session.ts'
import { useDomainFilter, useDomainsText } from '../../../../ui/domains/words.ts'
import { DataList } from '../../../../ui/list/DataList.tsx'
import type { Column, Filter, ListQuery } from '../../../../ui/list/types.ts'
import { PageHead } from '../../../../ui/PageHead.tsx'
import { StatePill } from '../../../../ui/StatePill.tsx'
import { Said } from '../../../council/parts/Said.tsx'
import { AgencyLabel } from '../parts/AgencyLabel.tsx'
import { TrainingTabs } from '../parts/TrainingTabs.tsx'
import { languagesText, useLanguageFilter } from '../parts/words.ts'

const load = async (query: ListQuery, signal: AbortSignal) =>
  (await send(listCurricula, { query: query as never }, { signal })).body

export function CataloguePage() {
  const t = useT()
  const format = useFormat()
  const may = useMay()
  const columns = useColumns()
  const filters = useFilters()
  return (
    <>
      <PageHead
        title={t('trainings.catalogue')}
        facts={[t('trainings.catalogue.lede')]}
        acts={
          may('trainings.run') && (
            <Button
              component={Link}
              to="/trainings/catalogue/new"
              leftSection={<IconPlus size={18} stroke={1.7} />}
            >
              {t('trainings.catalogue.add')}
            </Button>
          )
        }
      />
      <TrainingTabs here="catalogue" />
      <DataList
        name="trainings.catalogue"
        label={t('trainings.catalogue')}
        columns={columns}
        filters={filters}
        load={load}
        rowId={row => row.id}
        rowName={row => <Said text={row.title} />}
        href={row => `/trainings/catalogue/${row.id}`}
        phone={row => ({
          ...(row.withdrawn ? { state: <Withdrawn /> } : {}),
          line: [t('trainings.hoursN', { n: row.hours }), languagesText(row.languages, format)].join(' · '),
        })}
        empty={{ title: t('trainings.catalogue.none'), text: t('trainings.catalogue.lede') }}
      />
    </>
  )
}

function Withdrawn() {
  const t = useT()
  return <StatePill kind="mute">{t('trainings.wishState.withdrawn')}</StatePill>
}

function useColumns(): Column<CurriculumRow>[] {
  const t = useT()
  const format = useFormat()
  const domainsText = useDomainsText()
  return [
    {
      id: 'title',
      label: t('trainings.what'),
      cell: row => (
        <span className="k-row">
          <Said text={row.title} />
          {row.withdrawn && <Withdrawn />}
        </span>
      ),
    },
    { id: 'agency', label: t('trainings.owner'), cell: row => <AgencyLabel agency={row.agency} /> },
    { id: 'domains', label: t('domains.title'), cell: row => domainsText(row.domains) },
    {
      id: 'languages',
      label: t('trainings.languages'),
      cell: row => languagesText(row.languages, format),
    },
    { id: 'hours', label: t('trainings.hours'), number: true, cell: row => format.number(row.hours, 1) },
  ]
}

function useFilters(): Filter[] {
  const t = useT()
  const format = useFormat()
  return [
    useDomainFilter(),
    {
      id: 'profession',
      label: t('trainings.profession'),
      kind: 'choice',
      options: professions.map(value => ({ value, label: t(`trainings.profession.${value}`) })),
    },
    useLanguageFilter(format),
  ]
}
