/** Transfers on the landing page: what came back or waits too long; and cases that others offer to us. */
import { listOffers, transfersToday } from '@kerege/contract/transfers/routes'
import type { TransfersToday } from '@kerege/contract/transfers/schema'
import { IconTransferIn } from '@tabler/icons-react'
import { useGet } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import type { Need, Needs } from '../../shell/slice.ts'
import { StatePill } from '../../ui/StatePill.tsx'
import { placeName, standOf } from './words.ts'

type Row = TransfersToday['rows'][number]

export function useTransferNeeds(): Needs {
  const t = useT()
  const format = useFormat()
  const query = useGet(transfersToday, {})
  const needOf = (row: Row): Need => {
    const { kind, text } = standOf(row, t)
    const why = row.stopped ? t(`transfers.stopped.${row.stopped}`) : row.why
    return {
      id: `transfer.${row.id}`,
      who: <bdi>{row.person}</bdi>,
      state: <StatePill kind={kind}>{text}</StatePill>,
      why: [format.text(row.agency).text, why].filter(Boolean).join(' · '),
      act: { href: `/cases/${row.caseId}#transfers`, label: t('transfers.open') },
      since: row.late ? row.answerBy : row.at,
    }
  }
  return {
    pending: query.isPending,
    error: query.error ?? undefined,
    mine: (query.data?.body.rows ?? []).map(needOf),
    others: [],
    tallies: [],
  }
}

export function useOfferNeeds(): Needs {
  const t = useT()
  const format = useFormat()
  const query = useGet(listOffers, { query: { limit: 50 } })
  const rows = query.data?.body.rows ?? []
  return {
    pending: query.isPending,
    error: query.error ?? undefined,
    mine: rows.map(
      (row): Need => ({
        id: `offer.${row.id}`,
        who: row.person ? <bdi>{row.person}</bdi> : row.by.name,
        state: (
          <StatePill kind={row.late ? 'wait' : 'info'}>
            {t(row.late ? 'transfers.late' : 'transfers.need.offered')}
          </StatePill>
        ),
        why: placeName(row.from, format),
        act: { href: `/offered/${row.id}`, label: t('transfers.open') },
        since: row.askedAt,
      }),
    ),
    others: [],
    tallies:
      rows.length > 0
        ? [
            {
              id: 'transfers.offered',
              count: rows.length,
              label: t('transfers.tally'),
              icon: IconTransferIn,
              href: '/offered',
              tone: 'wait',
            },
          ]
        : [],
  }
}
