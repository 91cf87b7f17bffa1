/** What is asked of me or of my agency, the nearest day first. */
import { nextOf } from '@kerege/contract/referrals/rules'
import type { AskedRow } from '@kerege/contract/referrals/schema'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { DataList } from '../../../ui/list/DataList.tsx'
import type { Column } from '../../../ui/list/types.ts'
import { PageHead } from '../../../ui/PageHead.tsx'
import { StatePill } from '../../../ui/StatePill.tsx'
import { Said } from '../../services/Said.tsx'
import { loadAsked } from '../api.ts'
import { standOf } from '../words.ts'

export function AskedListPage() {
  const t = useT()
  const columns = useColumns()
  return (
    <>
      <PageHead title={t('referrals.asked')} facts={[t('referrals.asked.lede')]} />
      <DataList
        name="referrals.asked"
        label={t('referrals.asked')}
        columns={columns}
        load={loadAsked}
        rowId={row => row.id}
        rowName={row => <Said text={row.service} />}
        href={row => `/asked/${row.id}`}
        next={row => (nextOf(row.state, 'receiver').length > 0 ? t('referrals.open') : undefined)}
        phone={row => ({ state: <AskedStand row={row} />, line: row.from.name })}
        empty={{ title: t('referrals.asked.none'), text: t('referrals.asked.noneText') }}
      />
    </>
  )
}

export function AskedStand({ row }: { row: AskedRow }) {
  const t = useT()
  const { today } = useFormat()
  const { kind, text } = standOf({ ...row, unanswered: row.late, noted: false }, today, t)
  return <StatePill kind={kind}>{text}</StatePill>
}

function useColumns(): Column<AskedRow>[] {
  const t = useT()
  const format = useFormat()
  return [
    { id: 'service', label: t('referrals.service'), cell: row => <Said text={row.service} /> },
    { id: 'state', label: t('referrals.state'), cell: row => <AskedStand row={row} /> },
    { id: 'from', label: t('referrals.sender'), cell: row => row.from.name },
    {
      id: 'answerBy',
      label: t('referrals.answerBy'),
      cell: row => <span className="k-num">{format.date(row.answerBy)}</span>,
    },
  ]
}
