/** The library as a list: what is published for the reader, and what they work on themselves. */
import { languages } from '@kerege/contract/common'
import { domains } from '@kerege/contract/domains'
import { evidenceLevels } from '@kerege/contract/practices/content'
import { listPractices } from '@kerege/contract/practices/record/routes'
import type { PracticeRow } from '@kerege/contract/practices/record/schema'
import { practiceStates, practiceSymbol } from '@kerege/contract/practices/rules'
import { matrixStates } from '@kerege/contract/council/initiatives/codes'
import { Button } from '@mantine/core'
import { IconPencilPlus, IconSearch, IconUserCheck, IconVocabulary } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { send } from '../../../api.ts'
import { useLoaded } from '../../../i18n/language.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { DataList } from '../../../ui/list/DataList.tsx'
import { takeOut } from '../../../ui/list/takeOut.ts'
import type { Column, Filter, ListQuery } from '../../../ui/list/types.ts'
import { PageHead } from '../../../ui/PageHead.tsx'
import { Said } from '../../council/parts/Said.tsx'
import css from '../practices.module.css'
import { UsesLine } from '../adoption/state.tsx'
import { PracticeStatePill } from './PracticeStatePill.tsx'
import { wordOf } from './words.ts'

const load = async (query: ListQuery, signal: AbortSignal) =>
  (await send(listPractices, { query: query as never }, { signal })).body

export function PracticesPage() {
  const t = useT()
  const may = useMay()
  return (
    <>
      <PageHead
        title={t('practices.title')}
        facts={[t('practices.lede')]}
        acts={
          <>
            <Button
              variant="default"
              component={Link}
              to="/practices/search"
              leftSection={<IconSearch size={18} stroke={1.7} />}
            >
              {t('practices.find.title')}
            </Button>
            {may('practices.review') && (
              <Button
                variant="default"
                component={Link}
                to="/practices/reviewer"
                leftSection={<IconUserCheck size={18} stroke={1.7} />}
              >
                {t('practices.reviewer')}
              </Button>
            )}
            {may('practices.moderate') && (
              <Button
                variant="default"
                component={Link}
                to="/practices/reviewers"
                leftSection={<IconUserCheck size={18} stroke={1.7} />}
              >
                {t('practices.review.reviewers')}
              </Button>
            )}
            {may('practices.moderate') && (
              <Button
                variant="default"
                component={Link}
                to="/thesaurus"
                leftSection={<IconVocabulary size={18} stroke={1.7} />}
              >
                {t('thesaurus.title')}
              </Button>
            )}
            {may('practices.write') && (
              <Button
                component={Link}
                to="/practices/new"
                leftSection={<IconPencilPlus size={18} stroke={1.7} />}
              >
                {t('practices.new')}
              </Button>
            )}
          </>
        }
      />
      <All />
    </>
  )
}

function All() {
  const t = useT()
  const format = useFormat()
  const may = useMay()
  const { language } = useLoaded()
  const columns = useColumns()
  const filters = useFilters()
  return (
    <DataList
      name="practices.list"
      label={t('practices.title')}
      columns={columns}
      filters={filters}
      load={load}
      rowId={row => row.id}
      rowName={row => <Said text={row.title} />}
      href={row => `/practices/${row.id}`}
      phone={row => ({
        state: <PracticeStatePill row={row} />,
        line: [
          ...(row.number === undefined ? [] : [practiceSymbol(row.number)]),
          format.country(row.country),
          ...row.domains.slice(0, 1).map(one => t(`domains.${one}`)),
        ].join(' · '),
      })}
      empty={{ title: t('practices.none'), text: t('practices.noneText') }}
      {...(may('export')
        ? { onExport: (query, reason, kind) => takeOut('practices', query, reason, kind, language) }
        : {})}
    />
  )
}

function useColumns(): Column<PracticeRow>[] {
  const t = useT()
  const format = useFormat()
  return [
    { id: 'title', label: t('practices.text.title'), cell: row => <Said text={row.title} /> },
    {
      id: 'state',
      label: t('practices.column.state'),
      cell: row => (
        <span className={css.whole}>
          <PracticeStatePill row={row} />
        </span>
      ),
    },
    {
      id: 'number',
      label: t('practices.column.number'),
      cell: row => (
        <span className="k-num" style={{ whiteSpace: 'nowrap' }}>
          {row.number === undefined ? '' : practiceSymbol(row.number)}
        </span>
      ),
    },
    { id: 'country', label: t('practices.fact.country'), cell: row => format.country(row.country) },
    {
      id: 'domains',
      label: t('practices.fact.domains'),
      cell: row => row.domains.map(one => t(`domains.${one}`)).join(', '),
    },
    {
      id: 'evidence',
      label: t('practices.fact.evidenceLevel'),
      cell: row => wordOf('evidence', row.evidenceLevel, t),
    },
    {
      id: 'uses',
      label: t('practices.adoption.where'),
      cell: row => (row.uses?.tried ? <UsesLine uses={row.uses} /> : ''),
    },
    {
      id: 'languages',
      label: t('practices.languages'),
      cell: row =>
        row.languages.length === languages.length
          ? t('practices.allLanguages')
          : row.languages.map(one => format.language(one)).join(', '),
    },
  ]
}

function useFilters(): Filter[] {
  const t = useT()
  const format = useFormat()
  return useMemo(
    () => [
      {
        id: 'state',
        label: t('practices.column.state'),
        kind: 'choice',
        options: practiceStates.map(value => ({ value, label: t(`practices.state.${value}`) })),
      },
      {
        id: 'domain',
        label: t('practices.fact.domains'),
        kind: 'choice',
        options: domains.map(value => ({ value, label: t(`domains.${value}`) })),
      },
      {
        id: 'country',
        label: t('practices.fact.country'),
        kind: 'choice',
        options: matrixStates.map(value => ({ value, label: format.country(value) })),
      },
      {
        id: 'language',
        label: t('practices.language'),
        kind: 'choice',
        options: languages.map(value => ({ value, label: format.language(value) })),
      },
      {
        id: 'evidence',
        label: t('practices.fact.evidenceLevel'),
        kind: 'choice',
        options: evidenceLevels.map(value => ({ value, label: wordOf('evidence', value, t) })),
      },
      { id: 'tried', label: t('practices.adoption.triedFirst'), kind: 'yes' },
      { id: 'mine', label: t('practices.mine'), kind: 'yes' },
    ],
    [t, format],
  )
}
