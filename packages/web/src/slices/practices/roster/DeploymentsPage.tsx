/** Deployments that concern the reader: as the expert, as who asked, as the state that lends. */
import { listDeployments } from '@kerege/contract/practices/roster/routes'
import { Link } from '@tanstack/react-router'
import { useGet } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { Answered } from '../../../ui/Answered.tsx'
import { Card } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import css from '../trainings/trainings.module.css'
import { DeploymentRow } from './DeploymentRow.tsx'

export function DeploymentsPage() {
  const t = useT()
  return (
    <>
      <PageHead
        title={t('roster.deployments')}
        eyebrow={<Link to="/roster">{t('roster.title')}</Link>}
        facts={[t('roster.deployments.lede')]}
      />
      <Answered query={useGet(listDeployments, {})}>
        {({ body }) =>
          body.rows.length === 0 ? (
            <EmptyState title={t('roster.deployments.none')}>{t('roster.deployments.lede')}</EmptyState>
          ) : (
            <Card flush title={t('roster.deployments')}>
              <ul className={css.rows}>
                {body.rows.map(one => (
                  <DeploymentRow key={one.id} one={one} named />
                ))}
              </ul>
            </Card>
          )
        }
      </Answered>
    </>
  )
}
