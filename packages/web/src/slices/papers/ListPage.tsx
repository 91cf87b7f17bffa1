/** Papers that people wait for, the longest wait first; filters in the address, names of persons never. */
import { blockable, facts, paperStates } from '@kerege/contract/people/papers/rules'
import type { PaperRow } from '@kerege/contract/people/papers/schema'
import { useMemo } from 'react'
import { useLoaded } from '../../i18n/language.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { type Translate, useT } from '../../i18n/useT.tsx'
import { useMay } from '../../shell/session.ts'
import { useAreas } from '../../ui/form/useAreas.ts'
import { DataList } from '../../ui/list/DataList.tsx'
import { takeOut } from '../../ui/list/takeOut.ts'
import type { Column, Filter } from '../../ui/list/types.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { StatePill } from '../../ui/StatePill.tsx'
import { countFor, loadPapers, usePaperName } from './api.ts'
import { Closed } from './Closed.tsx'
import css from './papers.module.css'
import { handText, markable, officeText, shutPill, stateKind, waitText } from './words.ts'

export function ListPage() {
  const t = useT()
  const may = useMay()
  const { language } = useLoaded()
  const name = usePaperName()
  const areas = useAreas()
  const columns = useColumns()
  const filters = useMemo(() => filtersFor(t, [...areas.own, ...areas.elsewhere]), [t, areas])
  return (
    <>
      <PageHead title={t('papers.title')} />
      <DataList
        name="papers"
        label={t('papers.title')}
        columns={columns}
        filters={filters}
        load={loadPapers}
        count={countFor}
        rowId={row => row.id}
        rowName={row => <bdi>{row.person}</bdi>}
        href={row => `/papers/${row.id}`}
        next={row => (may('people.correct') && markable(row) ? t('papers.mark') : undefined)}
        phone={row => ({
          state: <Pill row={row} />,
          line: [name(row), handText(row, t)].filter(Boolean).join(' · '),
        })}
        empty={{ title: t('papers.none'), text: t('papers.noneText') }}
        {...(may('export')
          ? { onExport: (query, reason, kind) => takeOut('papers', query, reason, kind, language) }
          : {})}
      />
    </>
  )
}

/** What somebody cannot get comes first; where nothing is closed, the wait is calm. */
function Pill({ row }: { row: PaperRow }) {
  const t = useT()
  const shut = shutPill(row, t)
  return shut ? (
    <StatePill kind="stop">{shut}</StatePill>
  ) : (
    <StatePill kind="mute">{waitText(row, t)}</StatePill>
  )
}

function useColumns(): Column<PaperRow>[] {
  const t = useT()
  const format = useFormat()
  const name = usePaperName()
  return [
    { id: 'person', label: t('papers.person'), cell: row => <bdi>{row.person}</bdi> },
    {
      id: 'state',
      label: t('papers.state'),
      cell: row => (
        <span className={css.pill}>
          <StatePill kind={stateKind[row.state]}>{t(`papers.state.${row.state}`)}</StatePill>
        </span>
      ),
    },
    { id: 'paper', label: t('papers.paper'), cell: row => name(row) },
    { id: 'days', label: t('papers.waiting'), number: true, cell: row => format.number(row.days) },
    {
      id: 'closed',
      label: t('papers.closed'),
      cell: row =>
        row.blocks.length > 0 ? (
          <Closed blocks={row.blocks} />
        ) : (
          <span className="k-dim">{t('papers.shut.nothing')}</span>
        ),
    },
    {
      id: 'step',
      label: t('papers.steps'),
      cell: row => (
        <>
          {handText(row, t)}
          {row.office && <div className="k-dim k-small">{officeText(row.office)}</div>}
        </>
      ),
    },
  ]
}

function filtersFor(t: Translate, areas: { value: string; label: string }[]): Filter[] {
  return [
    {
      id: 'blocks',
      label: t('papers.filter.blocks'),
      kind: 'choice',
      options: [
        { value: 'any', label: t('papers.filter.any') },
        ...blockable.map(value => ({ value, label: t(`papers.block.${value}`) })),
      ],
    },
    { id: 'over', label: t('papers.filter.over'), kind: 'number' },
    {
      id: 'fact',
      label: t('papers.field.fact'),
      kind: 'choice',
      options: facts.map(value => ({ value, label: t(`papers.fact.${value}`) })),
    },
    {
      id: 'state',
      label: t('papers.state'),
      kind: 'choice',
      options: paperStates.map(value => ({ value, label: t(`papers.state.${value}`) })),
    },
    { id: 'area', label: t('papers.area'), kind: 'choice', options: areas },
    { id: 'mine', label: t('papers.filter.mine'), kind: 'yes' },
    { id: 'due', label: t('papers.filter.due'), kind: 'yes' },
  ]
}
