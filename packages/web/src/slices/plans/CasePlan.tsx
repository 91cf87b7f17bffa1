/** The plan on the page of its case, as far as the reader sees it; the way to its own page, or to begin one. */
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { useMay } from '../../shell/session.ts'
import { Card } from '../../ui/Card.tsx'
import { StatePill } from '../../ui/StatePill.tsx'
import { usePersonPlans, usePlans } from './api.ts'
import css from './plans.module.css'
import { byDomain, isDone, lineOf, planPill, unanswered } from './words.ts'

export function CasePlan({ caseId }: { caseId: string }) {
  const may = useMay()
  return may('plans.read') ? <Short caseId={caseId} /> : null
}

function Short({ caseId }: { caseId: string }) {
  const t = useT()
  const format = useFormat()
  const body = usePlans(caseId).data?.body
  if (!body) return null
  const { open, current } = lineOf(body.plans)
  const plan = current ?? open
  const pill = plan && planPill(plan, t)
  const asks = unanswered(body, open ?? current)
  return (
    <Card
      flush
      title={t('plans.title')}
      count={plan?.goals.length ?? 0}
      note={plan && t('plans.version', { n: plan.number })}
      side={pill && <StatePill kind={pill.kind}>{pill.text}</StatePill>}
      foot={
        plan || body.works ? (
          <Link to={`/cases/${caseId}/plan`}>{t(plan ? 'plans.open' : 'plans.begin')}</Link>
        ) : undefined
      }
    >
      {!plan && <p className={`${css.lead} k-dim`}>{t('plans.none')}</p>}
      {plan &&
        byDomain(plan.goals).map(([domain, goals]) => (
          <div key={domain}>
            <div className={css.domain}>
              <h3>{t(`domains.${domain}`)}</h3>
            </div>
            {goals.map(goal => {
              const done = goal.actions.filter(isDone).length
              return (
                <div key={goal.id} className={css.goal}>
                  <h4 lang={goal.language} dir="auto">
                    {t('plans.quote', { text: goal.words })}
                  </h4>
                  <div className="k-dim k-small">
                    {[
                      t('plans.until', { day: format.date(goal.due) }),
                      ...(goal.actions.length > 0
                        ? [t('plans.doneOf', { done, n: goal.actions.length })]
                        : []),
                      ...(goal.outcome ? [t(`plans.came.${goal.outcome.came}`)] : []),
                    ].join(' · ')}
                  </div>
                </div>
              )
            })}
          </div>
        ))}
      {asks.length > 0 && (
        <p className={css.lead}>
          {t('plans.asks', { list: format.list(asks.map(ask => t(`domains.${ask.domain}`))) })}
        </p>
      )}
    </Card>
  )
}

/** For those who do their part of a plan and read no cases: a line that leads there. */
export function PersonPlan({ personId }: { personId: string }) {
  const t = useT()
  const may = useMay()
  const rows = usePersonPlans(personId, may('plans.read') && !may('cases.read')).data?.body.rows ?? []
  const caseId = rows[0]?.caseId
  if (!caseId) return null
  return (
    <div className={css.line}>
      <strong className={css.words}>{t('plans.title')}</strong>
      <Button variant="default" component={Link} to={`/cases/${caseId}/plan`}>
        {t('plans.open')}
      </Button>
    </div>
  )
}
