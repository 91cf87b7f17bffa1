/** What serves an action: initiatives of the matrix, and the indicators by which one sees it. */
import { listInitiatives } from '@kerege/contract/council/initiatives/routes'
import { indicatorsOfAction } from '@kerege/contract/council/results/routes'
import { Link } from '@tanstack/react-router'
import { useGet } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { Card } from '../../../ui/Card.tsx'
import css from '../council.module.css'
import { InitiativeRows } from '../initiatives/InitiativesPage.tsx'
import { Said } from '../parts/Said.tsx'

export function ActionLinks({ actionId }: { actionId: string }) {
  const t = useT()
  const initiatives = useGet(listInitiatives, { query: { actionId, limit: 100 } }).data?.body.rows ?? []
  const indicators = useGet(indicatorsOfAction, { query: { actionId } }).data?.body.rows ?? []
  return (
    <>
      {initiatives.length > 0 && (
        <Card flush title={t('initiatives.title')}>
          <InitiativeRows rows={initiatives} />
        </Card>
      )}
      {indicators.length > 0 && (
        <Card flush title={t('results.indicators')}>
          <ul className={css.rows}>
            {indicators.map(one => (
              <li key={one.id}>
                <div className={css.words}>
                  <Link to={`/results/${one.id}`}>
                    {one.code} <Said text={one.title} />
                  </Link>
                </div>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  )
}
