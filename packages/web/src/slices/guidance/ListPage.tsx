/** Decisions of the Council for the work here: newest first, by domain and by age. */
import { guidanceStates } from '@kerege/contract/guidance/rules'
import { listGuidance } from '@kerege/contract/guidance/routes'
import type { GuidanceRow } from '@kerege/contract/guidance/schema'
import { send } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { useDomainFilter, useDomainsText } from '../../ui/domains/words.ts'
import { DataList } from '../../ui/list/DataList.tsx'
import type { Column, Filter, ListQuery } from '../../ui/list/types.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { LineNotice } from '../exchange/LineNotice.tsx'
import { Title } from './Title.tsx'
import { agesText, GuidanceStatePill, UsePill } from './words.tsx'

const load = async (query: ListQuery, signal: AbortSignal) =>
  (await send(listGuidance, { query: query as never }, { signal })).body

export function ListPage() {
  const t = useT()
  const domain = useDomainFilter()
  const domainsText = useDomainsText()
  const columns = useColumns()
  const filters: Filter[] = [
    domain,
    { id: 'age', label: t('guidance.age'), kind: 'number' },
    {
      id: 'state',
      label: t('guidance.state'),
      kind: 'choice',
      options: guidanceStates.map(value => ({ value, label: t(`guidance.state.${value}`) })),
    },
  ]
  return (
    <>
      <PageHead title={t('guidance.council')} facts={[t('guidance.lede')]} />
      <div className="k-stack">
        <LineNotice />
        <DataList
          name="guidance.list"
          label={t('guidance.council')}
          columns={columns}
          filters={filters}
          load={load}
          rowId={row => row.id}
          rowName={row => <Title text={row.title} />}
          href={row => `/guidance/${row.id}`}
          phone={row => ({
            state: <GuidanceStatePill state={row.state} />,
            line: [row.symbol, domainsText(row.domains), agesText(row.ages, t)].join(' · '),
          })}
          empty={{ title: t('guidance.none'), text: t('guidance.noneText') }}
        />
      </div>
    </>
  )
}

function useColumns(): Column<GuidanceRow>[] {
  const t = useT()
  const format = useFormat()
  const domainsText = useDomainsText()
  return [
    {
      id: 'title',
      label: t('guidance.title'),
      cell: row => <Title text={row.title} />,
    },
    { id: 'state', label: t('guidance.state'), cell: row => <GuidanceStatePill state={row.state} /> },
    { id: 'domains', label: t('domains.title'), cell: row => domainsText(row.domains) },
    { id: 'ages', label: t('guidance.age'), cell: row => agesText(row.ages, t) },
    { id: 'use', label: t('guidance.use'), cell: row => row.use && <UsePill state={row.use} /> },
    {
      id: 'came',
      label: t('guidance.came'),
      cell: row => <span className="k-num">{format.date(row.cameAt)}</span>,
    },
  ]
}
