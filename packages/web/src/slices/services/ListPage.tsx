/** The directory: by need, area, language and age; what was long not checked says so. */
import type { ServiceRow } from '@kerege/contract/services/schema'
import { Button } from '@mantine/core'
import { IconFileText, IconPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useLoaded } from '../../i18n/language.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { useMay } from '../../shell/session.ts'
import { useAreas } from '../../ui/form/useAreas.ts'
import { DataList } from '../../ui/list/DataList.tsx'
import type { Column } from '../../ui/list/types.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { useListQuery } from '../../ui/list/useListQuery.ts'
import { stringifySearch } from '../../ui/address.ts'
import { loadServices } from './api.ts'
import { Said, Stand } from './Said.tsx'
import { useFilters } from './useFilters.ts'
import { Views } from './Views.tsx'

export function ListPage() {
  const t = useT()
  const may = useMay()
  const { language } = useLoaded()
  const columns = useColumns()
  const filters = useFilters()
  const { filters: asked } = useListQuery(filters, undefined)
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
      <Views here="list" filters={stringifySearch(asked)} />
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
