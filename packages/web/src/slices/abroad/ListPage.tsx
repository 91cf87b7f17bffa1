/** People believed to be abroad, whoever was heard of longest ago first; filters in the address, names never. */
import { ageGroups } from '@kerege/contract/repatriation/operations/rules'
import { abroadStates } from '@kerege/contract/repatriation/register/rules'
import { type AbroadRow, heldAs } from '@kerege/contract/repatriation/register/schema'
import { sexes } from '@kerege/contract/people/schema'
import { Button } from '@mantine/core'
import { IconPlus, IconTable } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useLoaded } from '../../i18n/language.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { type Translate, useT } from '../../i18n/useT.tsx'
import { useMay } from '../../shell/session.ts'
import { DataList } from '../../ui/list/DataList.tsx'
import { takeOut } from '../../ui/list/takeOut.ts'
import type { Column, Filter } from '../../ui/list/types.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { StatePill } from '../../ui/StatePill.tsx'
import { countFor, loadAbroad } from './api.ts'
import { PutDrawer } from './PutDrawer.tsx'
import { placeText, stateKind, todoText } from './words.ts'

export function ListPage() {
  const t = useT()
  const may = useMay()
  const format = useFormat()
  const { language } = useLoaded()
  const columns = useColumns()
  const filters = useMemo(() => filtersFor(t), [t])
  const [putting, put] = useState(false)
  return (
    <>
      <PageHead
        title={t('abroad.title')}
        facts={[t('abroad.about')]}
        acts={
          <>
            <Button
              variant="default"
              component={Link}
              to="/abroad/numbers"
              leftSection={<IconTable size={18} stroke={1.7} />}
            >
              {t('abroad.numbers')}
            </Button>
            {may('repatriation.lead') && (
              <Button variant="default" onClick={() => put(true)}>
                {t('abroad.put')}
              </Button>
            )}
            {may('repatriation.register') && (
              <Button component={Link} to="/abroad/new" leftSection={<IconPlus size={18} stroke={1.7} />}>
                {t('abroad.new')}
              </Button>
            )}
          </>
        }
      />
      <DataList
        name="abroad"
        label={t('abroad.title')}
        columns={columns}
        filters={filters}
        load={loadAbroad}
        count={countFor}
        rowId={row => row.id}
        rowName={row => <bdi>{row.person}</bdi>}
        href={row => `/abroad/${row.id}`}
        phone={row => ({
          state: <Pill row={row} />,
          line: [placeText(row, t, format), todoText(row, t, format)].filter(Boolean).join(' · '),
        })}
        empty={{ title: t('abroad.none'), text: t('abroad.noneText') }}
        {...(may('export')
          ? { onExport: (query, reason, kind) => takeOut('abroad', query, reason, kind, language) }
          : {})}
      />
      {may('repatriation.lead') && <PutDrawer opened={putting} onClose={() => put(false)} />}
    </>
  )
}

function Pill({ row }: { row: AbroadRow }) {
  const t = useT()
  return <StatePill kind={stateKind[row.state]}>{t(`abroad.state.${row.state}`)}</StatePill>
}

function useColumns(): Column<AbroadRow>[] {
  const t = useT()
  const format = useFormat()
  return [
    { id: 'person', label: t('abroad.person'), cell: row => <bdi>{row.person}</bdi> },
    { id: 'state', label: t('abroad.state'), cell: row => <Pill row={row} /> },
    { id: 'age', label: t('abroad.age'), cell: row => ageText(row.ageGroup, t) },
    { id: 'place', label: t('abroad.place'), cell: row => placeText(row, t, format) },
    {
      id: 'heard',
      label: t('abroad.heard'),
      cell: row =>
        row.lastHeardOn ? (
          format.date(row.lastHeardOn)
        ) : (
          <span className="k-dim">{t('abroad.heardNever')}</span>
        ),
    },
    {
      id: 'todo',
      label: t('abroad.todo'),
      cell: row => todoText(row, t, format) ?? <span className="k-dim">{t('abroad.todo.none')}</span>,
    },
    { id: 'responsible', label: t('abroad.responsible'), cell: row => row.responsible.name },
  ]
}

const ageText = (group: AbroadRow['ageGroup'], t: Translate) =>
  group === 'unknown' ? t('abroad.age.unknown') : group

function filtersFor(t: Translate): Filter[] {
  return [
    {
      id: 'state',
      label: t('abroad.state'),
      kind: 'choice',
      options: abroadStates.map(value => ({ value, label: t(`abroad.state.${value}`) })),
    },
    {
      id: 'open',
      label: t('abroad.todo'),
      kind: 'choice',
      options: (['ask', 'evidence', 'paper', 'consent'] as const).map(value => ({
        value,
        label: t(`abroad.open.${value}`),
      })),
    },
    {
      id: 'heldAs',
      label: t('abroad.place'),
      kind: 'choice',
      options: heldAs.map(value => ({ value, label: t(`abroad.heldAs.${value}`) })),
    },
    {
      id: 'ageGroup',
      label: t('abroad.age'),
      kind: 'choice',
      options: ageGroups.map(value => ({ value, label: ageText(value, t) })),
    },
    {
      id: 'sex',
      label: t('abroad.sex'),
      kind: 'choice',
      options: sexes.map(value => ({ value, label: t(`abroad.sex.${value}`) })),
    },
    { id: 'mine', label: t('abroad.mine'), kind: 'yes' },
  ]
}
