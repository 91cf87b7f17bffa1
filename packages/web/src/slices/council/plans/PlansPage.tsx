/** Plans of others, each with how far the Council's actions for it are. */
import { listPlans } from '@kerege/contract/council/planRoutes'
import { Link } from '@tanstack/react-router'
import { useGet } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { Answered } from '../../../ui/Answered.tsx'
import { Card } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import css from '../council.module.css'
import { PlanLink } from './PlanLink.tsx'

export function PlansPage() {
  const t = useT()
  return (
    <>
      <PageHead
        title={t('council.plans')}
        eyebrow={<Link to="/actions">{t('council.actions')}</Link>}
        facts={[t('council.plans.lede')]}
      />
      <Answered query={useGet(listPlans, {})}>
        {({ body: { rows } }) =>
          rows.length === 0 ? (
            <EmptyState title={t('council.plans.none')}>{t('council.plans.noneText')}</EmptyState>
          ) : (
            <Card flush>
              <ul className={css.rows}>
                {rows.map(({ name, ...counts }) => (
                  <li key={name}>
                    <div className={css.words}>
                      <PlanLink name={name} />
                      <div className="k-dim k-small">{t('council.plans.counts', counts)}</div>
                    </div>
                  </li>
                ))}
              </ul>
            </Card>
          )
        }
      </Answered>
    </>
  )
}
