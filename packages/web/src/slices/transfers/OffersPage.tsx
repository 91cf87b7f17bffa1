/** Cases that another team or agency offers to ours, the nearest day first. */
import type { OfferRow } from '@kerege/contract/transfers/schema'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import type { Column } from '../../ui/list/types.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { StatePill } from '../../ui/StatePill.tsx'
import { loadOffers } from './api.ts'
import { placeName } from './words.ts'

export function OffersPage() {
  const t = useT()
  const format = useFormat()
  const columns = useColumns()
  return (
    <>
      <PageHead title={t('transfers.offered')} facts={[t('transfers.offered.lede')]} />
      <DataList
        name="transfers.offered"
        label={t('transfers.offered')}
        columns={columns}
        load={loadOffers}
        rowId={row => row.id}
        rowName={row => <Named row={row} />}
        href={row => `/offered/${row.id}`}
        next={() => t('transfers.open')}
        phone={row => ({ state: <OfferStand row={row} />, line: placeName(row.from, format) })}
        empty={{ title: t('transfers.offered.none'), text: t('transfers.offered.noneText') }}
      />
    </>
  )
}

const Named = ({ row }: { row: OfferRow }) => {
  const t = useT()
  return row.person ? <bdi>{row.person}</bdi> : t('transfers.nameNotTold')
}

export function OfferStand({ row }: { row: OfferRow }) {
  const t = useT()
  return (
    <StatePill kind={row.late ? 'wait' : 'info'}>
      {t(row.late ? 'transfers.late' : 'transfers.state.asked')}
    </StatePill>
  )
}

function useColumns(): Column<OfferRow>[] {
  const t = useT()
  const format = useFormat()
  return [
    { id: 'person', label: t('transfers.family'), cell: row => <Named row={row} /> },
    { id: 'state', label: t('transfers.stands'), cell: row => <OfferStand row={row} /> },
    { id: 'from', label: t('transfers.from'), cell: row => placeName(row.from, format) },
    { id: 'by', label: t('transfers.by'), cell: row => row.by.name },
    {
      id: 'answerBy',
      label: t('transfers.answerBy'),
      cell: row => <span className="k-num">{format.date(row.answerBy)}</span>,
    },
  ]
}
