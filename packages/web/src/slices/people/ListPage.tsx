/** The register as families: who is there, how old, where. A name is never a filter: it would stand in the address. */
import { Button } from '@mantine/core'
import type { PersonRow } from '@kerege/contract/people/schema'
import { sexes } from '@kerege/contract/people/schema'
import { IconSearch, IconUserPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { useLoaded } from '../../i18n/language.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { useMay } from '../../shell/session.ts'
import { useAreas } from '../../ui/form/useAreas.ts'
import { DataList } from '../../ui/list/DataList.tsx'
import { takeOut } from '../../ui/list/takeOut.ts'
import type { Column, Filter } from '../../ui/list/types.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { countFor, loadPeople } from './api.ts'
import { Spelling } from './Spelling.tsx'

export function ListPage() {
  const t = useT()
  const format = useFormat()
  const may = useMay()
  const areas = useAreas()
  const { language } = useLoaded()
  const columns = useMemo(
    (): Column<PersonRow>[] => [
      { id: 'name', label: t('people.name'), sort: 'family', cell: row => <bdi>{row.label}</bdi> },
      { id: 'age', label: t('people.age'), cell: row => row.birth && format.age(row.birth) },
      { id: 'sex', label: t('people.sex'), cell: row => row.sex && t(`people.sex.${row.sex}`) },
      { id: 'area', label: t('people.area'), cell: row => areas.name(row.area) },
      {
        id: 'spelling',
        label: t('people.alsoWritten'),
        cell: row => row.otherNames[0] && <Spelling text={row.otherNames[0]} />,
      },
      {
        id: 'updated',
        label: t('people.changed'),
        sort: 'updated',
        cell: row => <span className="k-num">{format.date(row.updatedAt)}</span>,
      },
    ],
    [t, format, areas],
  )
  const filters = useMemo(
    (): Filter[] => [
      { id: 'mine', label: t('people.mine'), kind: 'yes' },
      { id: 'area', label: t('people.area'), kind: 'choice', options: [...areas.own, ...areas.elsewhere] },
      {
        id: 'sex',
        label: t('people.sex'),
        kind: 'choice',
        options: sexes.map(value => ({ value, label: t(`people.sex.${value}`) })),
      },
      { id: 'minAge', label: t('people.minAge'), kind: 'number' },
      { id: 'maxAge', label: t('people.maxAge'), kind: 'number' },
    ],
    [t, areas],
  )
  const familyOf = useCallback(
    ({ householdId, household, householdSize: size, familyClosed }: PersonRow) => {
      if (familyClosed) return { id: 'closed', head: t('people.familyNotOpen') }
      if (householdId === undefined) return { id: 'alone', head: t('people.noFamily') }
      const note = (shown: number) =>
        size === undefined || size === shown
          ? t('people.family.size', { n: shown })
          : t('people.family.shownOf', { n: shown, of: size })
      return { id: householdId, head: <bdi>{household}</bdi>, note }
    },
    [t],
  )
  const find = (
    <Button
      variant="default"
      component={Link}
      to="/people/search"
      leftSection={<IconSearch size={18} stroke={1.7} />}
    >
      {t('people.find')}
    </Button>
  )
  return (
    <>
      <PageHead
        title={t('people.title')}
        facts={[t('people.onlyOpen')]}
        acts={
          <>
            {find}
            {may('people.register') && (
              <Button
                component={Link}
                to="/people/search"
                leftSection={<IconUserPlus size={18} stroke={1.7} />}
              >
                {t('people.register')}
              </Button>
            )}
          </>
        }
      />
      <DataList
        name="people"
        label={t('people.title')}
        columns={columns}
        filters={filters}
        sort="family"
        load={loadPeople}
        count={countFor}
        rowId={row => row.id}
        rowName={row => <bdi>{row.label}</bdi>}
        href={row => `/people/${row.id}`}
        phone={row => ({
          line: [row.birth && format.age(row.birth), areas.name(row.area)].filter(Boolean).join(' · '),
        })}
        group={familyOf}
        groupSort="family"
        empty={{ title: t('people.none'), text: t('people.noneText'), act: find }}
        {...(may('export')
          ? { onExport: (query, reason, kind) => takeOut('people', query, reason, kind, language) }
          : {})}
      />
    </>
  )
}
