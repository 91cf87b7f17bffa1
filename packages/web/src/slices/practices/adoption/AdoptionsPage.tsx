/** Where practices are tried, the last word first. */
import { listAdoptions } from '@kerege/contract/practices/adoption/routes'
import type { AdoptionRow } from '@kerege/contract/practices/adoption/schema'
import { adoptionStates } from '@kerege/contract/practices/rules'
import { Link } from '@tanstack/react-router'
import { send } from '../../../api.ts'
import { useLoaded } from '../../../i18n/language.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { DataList } from '../../../ui/list/DataList.tsx'
import { takeOut } from '../../../ui/list/takeOut.ts'
import type { Column, Filter, ListQuery } from '../../../ui/list/types.ts'
import { PageHead } from '../../../ui/PageHead.tsx'
import { AdoptionPill } from './state.tsx'

const load = async (query: ListQuery, signal: AbortSignal) =>
  (await send(listAdoptions, { query: query as never }, { signal })).body

const countries = ['KZ', 'KG', 'TJ', 'TM', 'UZ']

export function AdoptionsPage() {
  const t = useT()
  const format = useFormat()
  const may = useMay()
  const { language } = useLoaded()
  const filters: Filter[] = [
    { id: 'mine', label: t('practices.adoption.mine'), kind: 'yes' },
    {
      id: 'standing',
      label: t('practices.adoption.standing'),
      kind: 'choice',
      options: adoptionStates.map(value => ({ value, label: t(`practices.adoption.${value}`) })),
    },
    {
      id: 'country',
      label: t('practices.adoption.country'),
      kind: 'choice',
      options: countries.map(value => ({ value, label: format.country(value) })),
    },
    { id: 'retracted', label: t('practices.adoption.ofRetracted'), kind: 'yes' },
  ]
  const columns: Column<AdoptionRow>[] = [
    {
      id: 'place',
      label: t('practices.adoption.placeLabel'),
      cell: row => (
        <>
          <bdi>{row.place}</bdi>
          <div className="k-dim k-small">{format.country(row.country)}</div>
        </>
      ),
    },
    {
      id: 'standing',
      label: t('practices.adoption.standing'),
      cell: row => <AdoptionPill standing={row.standing} />,
    },
    {
      id: 'practice',
      label: t('practices.adoption.practice'),
      cell: row => <PracticeName row={row} />,
    },
    {
      id: 'words',
      label: t('practices.adoption.lastWords'),
      cell: row => (
        <span lang={row.language} dir="auto">
          {row.words}
        </span>
      ),
    },
    {
      id: 'updatedAt',
      label: t('practices.adoption.when'),
      cell: row => <span className="k-num">{format.date(row.updatedAt)}</span>,
    },
  ]
  return (
    <>
      <PageHead
        title={t('practices.adoption.list')}
        eyebrow={<Link to="/practices">{t('practices.adoption.practices')}</Link>}
      />
      <DataList
        name="practices.adoptions"
        label={t('practices.adoption.list')}
        columns={columns}
        filters={filters}
        load={load}
        rowId={row => row.id}
        rowName={row => <bdi>{row.place}</bdi>}
        href={row => `/adoptions/${row.id}`}
        phone={row => ({
          state: <AdoptionPill standing={row.standing} />,
          line: <PracticeName row={row} />,
        })}
        empty={{ title: t('practices.adoption.listNone'), text: t('practices.adoption.listNoneText') }}
        {...(may('export')
          ? { onExport: (query, reason, kind) => takeOut('adoptions', query, reason, kind, language) }
          : {})}
      />
    </>
  )
}

/** A row is one link already: its practice is named, and opened from there. */
function PracticeName({ row }: { row: AdoptionRow }) {
  const format = useFormat()
  const title = format.text(row.practice.title)
  return (
    <span>
      {row.practice.symbol} <bdi lang={title.language}>{title.text}</bdi>
    </span>
  )
}
