/** The directory: by need, area, language and age; what was long not checked says so. */
import { languages } from '@kerege/contract/common'
import { goalDomains } from '@kerege/contract/plans/domains'
import { costs, organisationKinds, type ServiceRow, serviceStates } from '@kerege/contract/services/schema'
import { Button } from '@mantine/core'
import { IconFileText, IconPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useLoaded } from '../../i18n/language.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { useMay } from '../../shell/session.ts'
import { useAreas } from '../../ui/form/useAreas.ts'
import { DataList } from '../../ui/list/DataList.tsx'
import type { Column, Filter } from '../../ui/list/types.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { StatePill } from '../../ui/StatePill.tsx'
import { loadServices } from './api.ts'
import { Views } from './AreasPage.tsx'
import { standOf } from './words.ts'

export function ListPage() {
  const t = useT()
  const may = useMay()
  const { language } = useLoaded()
  const columns = useColumns()
  const filters = useFilters()
  return (
    <>
      <PageHead
        title={t('services.title')}
        facts={[t('services.lede')]}
        acts={
          may('services.keep') && (
            <>
              <Button component={Link} to="/services/new" leftSection={<IconPlus size={18} stroke={1.7} />}>
                {t('services.add')}
              </Button>
              <Button
                component={Link}
                to="/services/bring"
                variant="default"
                leftSection={<IconFileText size={18} stroke={1.7} />}
              >
                {t('services.bring')}
              </Button>
            </>
          )
        }
      />
      <Views here="list" />
      <DataList
        key={language}
        name="services"
        label={t('services.title')}
        columns={columns}
        filters={filters}
        load={(query, signal) => loadServices({ ...query, orderIn: language }, signal)}
        rowId={row => row.id}
        rowName={row => <Said text={row.name} />}
        href={row => `/services/${row.id}`}
        phone={row => ({
          state: <Stand row={row} />,
          line: (
            <>
              <Said text={row.organisation.name} />
              {row.phone && ` · ${row.phone}`}
            </>
          ),
        })}
        empty={{ title: t('services.none'), text: t('services.noneText') }}
      />
    </>
  )
}

/** In the language of the screen where it is there; marked as another's otherwise. */
export function Said({ text }: { text: ServiceRow['name'] }) {
  const format = useFormat()
  const found = format.text(text)
  return <span lang={found.language}>{found.text}</span>
}

export function Stand({ row }: { row: Parameters<typeof standOf>[0] }) {
  const t = useT()
  const { today } = useFormat()
  const { kind, text } = standOf(row, today, t)
  return <StatePill kind={kind}>{text}</StatePill>
}

function useColumns(): Column<ServiceRow>[] {
  const t = useT()
  const format = useFormat()
  const areas = useAreas()
  return [
    { id: 'name', label: t('services.name'), cell: row => <Said text={row.name} /> },
    {
      id: 'organisation',
      label: t('services.organisation'),
      cell: row => <Said text={row.organisation.name} />,
    },
    {
      id: 'domains',
      label: t('services.domains'),
      cell: row => row.domains.map(domain => t(`domains.${domain}`)).join(', '),
    },
    {
      id: 'area',
      label: t('services.area'),
      cell: row => (row.areas.length === 0 ? t('services.area.all') : format.list(row.areas.map(areas.name))),
    },
    { id: 'phone', label: t('services.phone'), cell: row => <span className="k-num">{row.phone}</span> },
    { id: 'stand', label: t('services.verified'), cell: row => <Stand row={row} /> },
  ]
}

function useFilters(): Filter[] {
  const t = useT()
  const format = useFormat()
  const { table } = useLoaded()
  const { own } = useAreas()
  return useMemo(
    (): Filter[] => [
      {
        id: 'domain',
        label: t('services.domains'),
        kind: 'choice',
        options: goalDomains.map(value => ({ value, label: t(`domains.${value}`) })),
      },
      { id: 'q', label: t('services.q'), kind: 'text' },
      { id: 'area', label: t('services.area'), kind: 'choice', options: own },
      { id: 'age', label: t('services.ages'), kind: 'number' },
      {
        id: 'language',
        label: t('services.language'),
        kind: 'choice',
        options: languagesFirst(table.languages).map(value => ({ value, label: format.language(value) })),
      },
      {
        id: 'cost',
        label: t('services.cost'),
        kind: 'choice',
        options: costs.map(value => ({ value, label: t(`services.cost.${value}`) })),
      },
      {
        id: 'kind',
        label: t('services.organisation.kind'),
        kind: 'choice',
        options: organisationKinds.map(value => ({ value, label: t(`consents.to.${value}`) })),
      },
      {
        id: 'state',
        label: t('services.state'),
        kind: 'choice',
        options: serviceStates.map(value => ({ value, label: t(`services.state.${value}`) })),
      },
      {
        id: 'stale',
        label: t('services.verified'),
        kind: 'choice',
        options: [{ value: 'yes', label: t('services.verified.old') }],
      },
    ],
    [t, format, own, table],
  )
}

/** Those of the screens, then what else is spoken here. */
const languagesFirst = (all: Readonly<Record<string, string>>): string[] => {
  const ours: readonly string[] = languages
  return [...ours, ...Object.keys(all).filter(tag => !ours.includes(tag))]
}
