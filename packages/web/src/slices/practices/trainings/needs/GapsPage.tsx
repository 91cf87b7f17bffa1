/** Who lacks what, in which language: a picture of the largest, and every row in the table under it. */
import { domains } from '@kerege/contract/domains'
import { professions } from '@kerege/contract/practices/trainings/common'
import { listGaps } from '@kerege/contract/practices/trainings/needs/routes'
import type { GapRow } from '@kerege/contract/practices/trainings/needs/schema'
import { send, useGet } from '../../../../api.ts'
import { useLoaded } from '../../../../i18n/language.ts'
import { type Formatter, useFormat } from '../../../../i18n/useFormat.tsx'
import { type Translate, useT } from '../../../../i18n/useT.tsx'
import { useMay } from '../../../../shell/session.ts'
import { Card } from '../../../../ui/Card.tsx'
import { DataList } from '../../../../ui/list/DataList.tsx'
import { takeOut } from '../../../../ui/list/takeOut.ts'
import type { Column, Filter, ListQuery } from '../../../../ui/list/types.ts'
import { PageHead } from '../../../../ui/PageHead.tsx'
import { StatePill } from '../../../../ui/StatePill.tsx'
import { TrainingTabs } from '../parts/TrainingTabs.tsx'
import { useLanguageFilter } from '../parts/words.ts'
import css from '../trainings.module.css'

const load = async (query: ListQuery, signal: AbortSignal) => {
  const { limit: _, cursor: __, sort: ___, ...filter } = query
  const { rows } = (await send(listGaps, { query: filter as never }, { signal })).body
  return { rows, total: rows.length }
}

const keyOf = (row: GapRow) => [row.country ?? '', row.profession, row.domain, row.language].join(' ')
const nameOf = (row: GapRow, t: Translate) =>
  `${t(`trainings.profession.${row.profession}`)}: ${t(`domains.${row.domain}`)}`
const whereOf = (row: GapRow, t: Translate, format: Formatter) =>
  row.country ? format.country(row.country) : t('trainings.noState')

export function GapsPage() {
  const t = useT()
  const format = useFormat()
  const may = useMay()
  const { language } = useLoaded()
  const columns = useColumns()
  const filters = useFilters()
  return (
    <>
      <PageHead title={t('trainings.gaps')} facts={[t('trainings.gaps.lede')]} />
      <TrainingTabs here="gaps" />
      <div className="k-stack">
        <Picture />
        <DataList
          name="trainings.gaps"
          label={t('trainings.gaps')}
          columns={columns}
          filters={filters}
          load={load}
          rowId={keyOf}
          rowName={row => nameOf(row, t)}
          phone={row => ({
            state: <Missing row={row} />,
            line: [
              whereOf(row, t, format),
              format.language(row.language),
              t('trainings.gaps.of', { trained: row.trained, needed: row.needed }),
            ].join(' · '),
          })}
          empty={{ title: t('trainings.needs.none'), text: t('trainings.needs.noneText') }}
          {...(may('export')
            ? { onExport: (query, reason, kind) => takeOut('training-gaps', query, reason, kind, language) }
            : {})}
        />
      </div>
    </>
  )
}

function Missing({ row }: { row: GapRow }) {
  const t = useT()
  return row.missing === 0 ? (
    <StatePill kind="ok">{t('trainings.gaps.met')}</StatePill>
  ) : (
    <StatePill kind="wait">{t('trainings.gaps.missing', { n: row.missing })}</StatePill>
  )
}

/** By state: how much of what is needed has been met since, and how much has not. */
function Picture() {
  const t = useT()
  const format = useFormat()
  const rows = useGet(listGaps, {}).data?.body.rows ?? []
  if (rows.length === 0) return null
  const states = [...Map.groupBy(rows, row => row.country ?? '')].map(([country, all]) => ({
    country,
    needed: all.reduce((sum, row) => sum + row.needed, 0),
    missing: all.reduce((sum, row) => sum + row.missing, 0),
  }))
  const most = Math.max(...states.map(one => one.needed))
  return (
    <Card title={t('trainings.gaps.picture')} note={t('trainings.gaps.judges')}>
      <div className={css.inside}>
        <div className={css.bars}>
          {states.map(({ country, needed, missing }) => (
            <div key={country} className={css.bar}>
              <span>{country ? format.country(country) : t('trainings.noState')}</span>
              <svg
                className={css.track}
                viewBox={`0 0 ${most} 10`}
                preserveAspectRatio="none"
                role="img"
                aria-label={t('trainings.gaps.of', { trained: needed - missing, needed })}
                width="100%"
              >
                <rect width={needed - missing} height="10" fill="var(--k-primary)" />
                <rect x={needed - missing} width={missing} height="10" fill="var(--k-ctrl)" opacity="0.45" />
              </svg>
              <span className="k-num k-dim">
                {format.number(needed - missing)} / {format.number(needed)}
              </span>
            </div>
          ))}
        </div>
        <ul className={css.legend}>
          <li className={css.key}>
            <svg className={css.swatch} aria-hidden="true">
              <rect width="18" height="14" fill="var(--k-primary)" />
            </svg>
            {t('trainings.gaps.trained')}
          </li>
          <li className={css.key}>
            <svg className={css.swatch} aria-hidden="true">
              <rect width="18" height="14" fill="var(--k-ctrl)" opacity="0.45" />
            </svg>
            {t('trainings.gaps.lacking')}
          </li>
        </ul>
      </div>
    </Card>
  )
}

function useColumns(): Column<GapRow>[] {
  const t = useT()
  const format = useFormat()
  return [
    { id: 'what', label: t('trainings.what'), cell: row => nameOf(row, t) },
    { id: 'country', label: t('trainings.country'), cell: row => whereOf(row, t, format) },
    { id: 'language', label: t('trainings.language'), cell: row => format.language(row.language) },
    { id: 'needed', label: t('trainings.gaps.needed'), number: true, cell: row => format.number(row.needed) },
    {
      id: 'trained',
      label: t('trainings.gaps.trained'),
      number: true,
      cell: row => format.number(row.trained),
    },
    { id: 'missing', label: t('trainings.gaps.lacking'), cell: row => <Missing row={row} /> },
    { id: 'by', label: t('trainings.needs.by'), cell: row => format.date(row.by) },
  ]
}

function useFilters(): Filter[] {
  const t = useT()
  const format = useFormat()
  return [
    {
      id: 'country',
      label: t('trainings.country'),
      kind: 'choice',
      options: ['KZ', 'KG', 'TJ', 'TM', 'UZ'].map(value => ({ value, label: format.country(value) })),
    },
    {
      id: 'profession',
      label: t('trainings.profession'),
      kind: 'choice',
      options: professions.map(value => ({ value, label: t(`trainings.profession.${value}`) })),
    },
    {
      id: 'domain',
      label: t('domains.title'),
      kind: 'choice',
      options: domains.map(value => ({ value, label: t(`domains.${value}`) })),
    },
    useLanguageFilter(format),
  ]
}
