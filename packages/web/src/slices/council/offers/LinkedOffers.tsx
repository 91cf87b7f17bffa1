/** Offers made for a session, or serving an action; nothing where there are none. */
import { listOffers } from '@kerege/contract/council/offers/routes'
import { Link } from '@tanstack/react-router'
import { useGet } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { Card } from '../../../ui/Card.tsx'
import css from '../council.module.css'
import { PartyLabel, Said } from '../parts/Said.tsx'
import { OfferState } from './state.tsx'

export function LinkedOffers({ of }: { of: { sessionId: string } | { actionId: string } }) {
  const t = useT()
  const rows = useGet(listOffers, { query: { ...of, limit: 50 } }).data?.body.rows ?? []
  if (rows.length === 0) return null
  return (
    <Card flush title={t('council.offers')}>
      <ul className={css.rows}>
        {rows.map(row => (
          <li key={row.id}>
            <div className={css.words}>
              <Link to={`/offers/${row.id}`}>
                <Said text={row.title} />
              </Link>
              <div className="k-dim k-small">
                <PartyLabel party={row.party} />
              </div>
            </div>
            <OfferState standing={row.standing} />
          </li>
        ))}
      </ul>
    </Card>
  )
}
