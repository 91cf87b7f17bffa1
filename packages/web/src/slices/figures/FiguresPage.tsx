/** What is published: the region, where sources differ, what does not add up, and every statement. */
import type { StatementRow } from '@kerege/contract/figures/schema'
import { figureStates, parts, seriesKinds, statementStands } from '@kerege/contract/figures/schema'
import { Button } from '@mantine/core'
import { IconPlus, IconUpload, IconWorld } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useLoaded } from '../../i18n/language.ts'
import { type Translate, useT } from '../../i18n/useT.tsx'
import { useMay } from '../../shell/session.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { takeOut } from '../../ui/list/takeOut.ts'
import type { Column, Filter } from '../../ui/list/types.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { loadStatements, shownOf, useFigures } from './api.ts'
import { Differences } from './Differences.tsx'
import { Findings } from './Findings.tsx'
import css from './figures.module.css'
import { ImportForm } from './ImportForm.tsx'
import { RegionMap } from './RegionMap.tsx'
import { Marks } from './Marks.tsx'
import { useFigureWords, whenText } from './words.ts'

export function FiguresPage() {
  const t = useT()
  const may = useMay()
  const [importing, open] = useState(false)
  return (
    <>
      <PageHead
        title={t('figures.question')}
        facts={[t('figures.lede')]}
        acts={
          <>
            <Button
              variant="default"
              component="a"
              href="/public/figures"
              leftSection={<IconWorld size={18} stroke={1.7} />}
            >
              {t('figures.publicPage')}
            </Button>
            {may('figures.edit') && (
              <>
                <Button
                  variant="default"
                  leftSection={<IconUpload size={18} stroke={1.7} />}
                  onClick={() => open(true)}
                >
                  {t('figures.import')}
                </Button>
                <Button component={Link} to="/figures/new" leftSection={<IconPlus size={18} stroke={1.7} />}>
                  {t('figures.add')}
                </Button>
              </>
            )}
          </>
        }
      />
      <Answered query={useFigures()}>
        {({ body }) => {
          const all = shownOf(body)
          return (
            <>
              <div className={css.split}>
                <RegionMap view={body} />
                <Differences all={all} />
              </div>
              <Findings all={all} />
            </>
          )
        }}
      </Answered>
      <Statements />
      <Drawer opened={importing} onClose={() => open(false)} title={t('figures.import')}>
        <ImportForm onDone={() => open(false)} />
      </Drawer>
    </>
  )
}

function Statements() {
  const t = useT()
  const may = useMay()
  const { language } = useLoaded()
  const columns = useColumns()
  const filters = useMemo(() => filtersFor(t), [t])
  const words = useFigureWords()
  return (
    <DataList
      name="figures.statements"
      label={t('figures.statements')}
      columns={columns}
      filters={filters}
      load={loadStatements}
      rowId={row => row.id}
      rowName={row => <NameWithTotal row={row} />}
      href={row => `/figures/${row.id}`}
      phone={row => ({
        state: <Marks statement={row} />,
        line: [words.state(row.state), row.when && whenText(row.when), row.source.publisher]
          .filter(Boolean)
          .join(' · '),
      })}
      empty={{ title: t('figures.empty'), text: t('figures.emptyText') }}
      {...(may('figures.edit') && may('export')
        ? { onExport: (query, reason, kind) => takeOut('figures', query, reason, kind, language) }
        : {})}
    />
  )
}

const nameOf = (row: StatementRow, t: Translate) => row.operation ?? t('figures.allTogether')

/** On a phone the number stands beside the name; a table has a column for it. */
function NameWithTotal({ row }: { row: StatementRow }) {
  const t = useT()
  const words = useFigureWords()
  const total = row.values.total
  return (
    <>
      <bdi>{nameOf(row, t)}</bdi>
      {total && <span className="k-num">{`: ${words.reported(total)}`}</span>}
    </>
  )
}

function useColumns(): Column<StatementRow>[] {
  const t = useT()
  const words = useFigureWords()
  return [
    { id: 'operation', label: t('figures.what'), cell: row => <bdi>{nameOf(row, t)}</bdi> },
    { id: 'state', label: t('figures.stateOf'), cell: row => words.state(row.state) },
    {
      id: 'when',
      label: t('figures.when'),
      cell: row => <span className="k-num">{row.when ? whenText(row.when) : t('figures.noDay')}</span>,
    },
    ...parts
      .filter(part => part !== 'unknown')
      .map(
        (part): Column<StatementRow> => ({
          id: part,
          label: t(`figures.part.${part}`),
          number: true,
          cell: row => {
            const reported = row.values[part]
            return reported ? words.reported(reported) : t('figures.notSaid')
          },
        }),
      ),
    {
      id: 'source',
      label: t('figures.source'),
      cell: row => (
        <a href={row.source.url} rel="noreferrer" target="_blank">
          <bdi>{row.source.publisher}</bdi>
        </a>
      ),
    },
    { id: 'marks', label: t('figures.standing'), cell: row => <Marks statement={row} /> },
  ]
}

function filtersFor(t: Translate): Filter[] {
  return [
    {
      id: 'state',
      label: t('figures.stateOf'),
      kind: 'choice',
      options: figureStates.map(value => ({ value, label: t(`figures.state.${value}`) })),
    },
    {
      id: 'kind',
      label: t('figures.kind'),
      kind: 'choice',
      options: seriesKinds.map(value => ({ value, label: t(`figures.kind.${value}`) })),
    },
    {
      id: 'stand',
      label: t('figures.standing'),
      kind: 'choice',
      options: statementStands.map(value => ({ value, label: t(`figures.stand.${value}`) })),
    },
  ]
}
