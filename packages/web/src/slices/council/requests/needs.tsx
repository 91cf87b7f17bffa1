/** Requests on the landing page: what was asked of us waits for an answer, what we asked waits for others. */
import { listRequests } from '@kerege/contract/council/requests/routes'
import type { RequestRow } from '@kerege/contract/council/requests/schema'
import { useGet } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import type { Need, Needs } from '../../../shell/slice.ts'
import { PartyLabel, Said } from '../parts/Said.tsx'
import { useMyRequests } from './api.ts'
import { RequestState } from './state.tsx'

export function useRequestNeeds(): Needs {
  const t = useT()
  const format = useFormat()
  const mine = useMyRequests()
  // Who asks and answers for nobody today has nothing here.
  const enabled = mine !== undefined && mine.hindrance === undefined
  const found = useGet(listRequests, { query: { limit: 50 } }, { enabled })
  const rows = enabled ? (found.data?.body.rows ?? []) : []
  const need = (row: RequestRow): Need => ({
    id: `request.${row.id}`,
    who: <Said text={row.title} />,
    state: <RequestState row={row} />,
    why: (
      <>
        <PartyLabel party={row.party} /> · {t('council.request.due')}: {format.date(row.due)}
      </>
    ),
    since: row.due,
  })
  const waiting = rows.filter(row => row.waitsForUs)
  const ours = rows.filter(
    row => row.party.id === mine?.party?.id && (row.standing === 'waiting' || row.standing === 'late'),
  )
  return {
    pending: enabled && found.isPending,
    error: found.error ?? undefined,
    mine: waiting.map(row => ({
      ...need(row),
      act: { href: `/requests/${row.id}`, label: t('council.request.answer') },
    })),
    others: ours.map(need),
    tallies: [],
  }
}
