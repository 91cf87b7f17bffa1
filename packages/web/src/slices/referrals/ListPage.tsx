/** Referrals that I keep in sight: mine, or all that are open to me. */
import { referralStates } from '@kerege/contract/referrals/rules'
import type { ReferralRow } from '@kerege/contract/referrals/schema'
import { useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import type { Column, Filter } from '../../ui/list/types.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { StatePill } from '../../ui/StatePill.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { Said } from '../services/Said.tsx'
import { loadReferrals } from './api.ts'
import { nextText, standOf } from './words.ts'

const views = ['mine', 'all'] as const

export function ListPage() {
  const t = useT()
  const wanted = (useSearch({ strict: false }) as { of?: string }).of
  const here = views.find(view => view === wanted) ?? 'mine'
  return (
    <>
      <PageHead title={t('referrals.title')} facts={[t('referrals.lede')]} />
      <Tabs
        label={t('referrals.title')}
        here={here}
        tabs={views.map(view => ({
          id: view,
          label: t(`referrals.of.${view}`),
          href: `/referrals?of=${view}`,
        }))}
      />
      <Rows key={here} of={here} />
    </>
  )
}

function Rows({ of }: { of: (typeof views)[number] }) {
  const t = useT()
  const columns = useColumns()
  const filters = useFilters()
  return (
    <DataList
      name={`referrals.${of}`}
      label={t(`referrals.of.${of}`)}
      columns={columns}
      filters={filters}
      load={(query, signal) => loadReferrals({ ...query, of }, signal)}
      rowId={row => row.id}
      rowName={row => <bdi>{row.person}</bdi>}
      href={row => `/referrals/${row.id}`}
      next={row => nextText(row, t)}
      phone={row => ({ state: <Stand row={row} />, line: <Said text={row.service.name} /> })}
      empty={{ title: t('referrals.none'), text: t('referrals.noneText') }}
    />
  )
}

export function Stand({ row }: { row: Parameters<typeof standOf>[0] }) {
  const t = useT()
  const { today } = useFormat()
  const { kind, text } = standOf(row, today, t)
  return <StatePill kind={kind}>{text}</StatePill>
}

function useColumns(): Column<ReferralRow>[] {
  const t = useT()
  const format = useFormat()
  return [
    { id: 'person', label: t('referrals.person'), cell: row => <bdi>{row.person}</bdi> },
    { id: 'state', label: t('referrals.state'), cell: row => <Stand row={row} /> },
    { id: 'service', label: t('referrals.service'), cell: row => <Said text={row.service.name} /> },
    { id: 'purpose', label: t('referrals.purpose'), cell: row => t(`consents.purpose.${row.purpose}`) },
    {
      id: 'answerBy',
      label: t('referrals.answerBy'),
      cell: row => <span className="k-num">{format.date(row.answerBy)}</span>,
    },
    { id: 'sender', label: t('referrals.sender'), cell: row => row.sender.name },
  ]
}

function useFilters(): Filter[] {
  const t = useT()
  return useMemo(
    (): Filter[] => [
      {
        id: 'show',
        label: t('referrals.show'),
        kind: 'choice',
        options: (['open', 'unanswered', 'back'] as const).map(value => ({
          value,
          label: t(`referrals.show.${value}`),
        })),
      },
      {
        id: 'state',
        label: t('referrals.state'),
        kind: 'choice',
        options: referralStates.map(value => ({ value, label: t(`referrals.state.${value}`) })),
      },
    ],
    [t],
  )
}
