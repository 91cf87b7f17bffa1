/** Everybody who may be asked for a review, for those who choose among them. */
import { listReviewers } from '@kerege/contract/practices/review/routes'
import type { ReviewerRow } from '@kerege/contract/practices/review/schema'
import { Link } from '@tanstack/react-router'
import { send } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { useDomainsText } from '../../../ui/domains/words.ts'
import { DataList } from '../../../ui/list/DataList.tsx'
import type { Column, ListQuery } from '../../../ui/list/types.ts'
import { PageHead } from '../../../ui/PageHead.tsx'
import { StatePill } from '../../../ui/StatePill.tsx'
import { Said } from '../../council/parts/Said.tsx'

// They are some dozens, so they come at once.
const load = async (_: ListQuery, signal: AbortSignal) => (await send(listReviewers, {}, { signal })).body

export function ReviewersPage() {
  const t = useT()
  const format = useFormat()
  const columns = useColumns()
  return (
    <>
      <PageHead
        title={t('practices.review.reviewers')}
        eyebrow={<Link to="/practices">{t('practices.title')}</Link>}
        facts={[t('practices.reviewers.lede')]}
      />
      <DataList
        name="practices.reviewers"
        label={t('practices.review.reviewers')}
        columns={columns}
        load={load}
        rowId={row => row.id}
        rowName={row => <bdi>{row.name}</bdi>}
        href={row => `/practices/reviewers/${row.id}`}
        phone={row => ({
          state: <TimePill available={row.available} />,
          line: [
            ...(row.country ? [format.country(row.country)] : []),
            ...row.languages.map(one => format.language(one)),
          ].join(' · '),
        })}
        empty={{ title: t('practices.reviewers.none'), text: t('practices.reviewers.noneText') }}
      />
    </>
  )
}

function TimePill({ available }: { available: boolean }) {
  const t = useT()
  return (
    <StatePill kind={available ? 'ok' : 'mute'}>
      {t(available ? 'practices.reviewers.free' : 'practices.reviewers.away')}
    </StatePill>
  )
}

function useColumns(): Column<ReviewerRow>[] {
  const t = useT()
  const format = useFormat()
  const domainsText = useDomainsText()
  return [
    { id: 'name', label: t('practices.review.reviewers'), cell: row => <bdi>{row.name}</bdi> },
    { id: 'agency', label: t('practices.reviewers.agency'), cell: row => <Said text={row.agency} /> },
    {
      id: 'country',
      label: t('practices.fact.country'),
      cell: row => (row.country ? format.country(row.country) : ''),
    },
    {
      id: 'languages',
      label: t('practices.reviewers.reads'),
      cell: row => row.languages.map(one => format.language(one)).join(', '),
    },
    { id: 'domains', label: t('practices.reviewers.knows'), cell: row => domainsText(row.domains) },
    {
      id: 'available',
      label: t('practices.reviewers.hasTime'),
      cell: row => <TimePill available={row.available} />,
    },
    { id: 'busy', label: t('practices.reviewers.busy'), number: true, cell: row => row.busy },
  ]
}
