/** Offers on the landing page: who asked for one of ours waits for a yes or a no. */
import { listOffers } from '@kerege/contract/council/offers/routes'
import { useGet } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import type { Needs } from '../../../shell/slice.ts'
import { Said } from '../parts/Said.tsx'
import { TakingPill } from './state.tsx'

export function useOfferNeeds(): Needs {
  const t = useT()
  const found = useGet(listOffers, { query: { waitsForUs: 'true', limit: 20 } })
  return {
    pending: found.isPending,
    error: found.error ?? undefined,
    mine: (found.data?.body.rows ?? []).map(row => ({
      id: `offer.${row.id}`,
      who: <Said text={row.title} />,
      state: <TakingPill state="asked" />,
      why: t('council.offer.waiting', { n: row.waiting }),
      since: row.from,
      act: { href: `/offers/${row.id}`, label: t('council.request.answer') },
    })),
    others: [],
    tallies: [],
  }
}
