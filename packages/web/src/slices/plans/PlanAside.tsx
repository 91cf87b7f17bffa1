/** Beside a plan: who said yes and how, when it was looked at, and its versions with what changed. */
import type { CasePlans, Plan } from '@kerege/contract/plans/schema'
import { useState } from 'react'
import { Button } from '@mantine/core'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Card } from '../../ui/Card.tsx'
import { CompareDrawer } from './CompareDrawer.tsx'
import css from './plans.module.css'
import { planPill } from './words.ts'

export function PlanAside({ body }: { body: CasePlans }) {
  const t = useT()
  const all = [...body.plans, ...body.family]
  return (
    <aside className="k-stack" aria-label={t('plans.aside')}>
      <Agreements plans={all} />
      <Reviews plans={all} />
      <Versions plans={body.plans} title={t('plans.versions')} />
      {body.family.length > 1 && <Versions plans={body.family} title={t('plans.versionsFamily')} />}
    </aside>
  )
}

function Agreements({ plans }: { plans: readonly Plan[] }) {
  const t = useT()
  const format = useFormat()
  const rows = plans.flatMap(plan => plan.agreements.map(one => ({ ...one, plan }))).toReversed()
  if (rows.length === 0) return null
  return (
    <Card title={t('plans.yes')}>
      <ol className={css.list}>
        {rows.map(one => (
          <li key={one.id}>
            <strong dir="auto">{one.who}</strong>
            <span>
              {t(`plans.by.${one.by}`)} · {t(`plans.how.${one.how}`)}
            </span>
            {one.words && (
              <span dir="auto" className={css.quote}>
                {one.words}
              </span>
            )}
            {one.child && (
              <span>
                {t(`plans.child.${one.child}`)}
                {one.childWords && (
                  <span dir="auto" className={css.quote}>
                    {one.childWords}
                  </span>
                )}
              </span>
            )}
            <span className="k-dim k-small">
              {[
                format.date(one.on),
                one.heardBy.name,
                ...(one.plan.kind === 'family' ? [t('plans.family')] : []),
                t('plans.version', { n: one.plan.number }),
              ].join(' · ')}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  )
}

function Reviews({ plans }: { plans: readonly Plan[] }) {
  const t = useT()
  const format = useFormat()
  const rows = plans.flatMap(plan => plan.reviews.map(one => ({ ...one, plan })))
  if (rows.length === 0) return null
  return (
    <Card title={t('plans.reviews')}>
      <ol className={css.list}>
        {rows.map(one => (
          <li key={one.id}>
            <span>{format.date(one.on, 'text')}</span>
            {one.familyWords && (
              <span dir="auto" className={css.quote}>
                {one.familyWords}
              </span>
            )}
            <span className="k-dim k-small">
              {[one.by.name, ...(one.plan.kind === 'family' ? [t('plans.family')] : [])].join(' · ')}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  )
}

function Versions({ plans, title }: { plans: readonly Plan[]; title: string }) {
  const t = useT()
  const format = useFormat()
  const [at, look] = useState<number>()
  if (plans.length === 0) return null
  const after = at === undefined ? undefined : plans[at]
  const before = at === undefined ? undefined : plans.slice(at + 1).find(one => one.state !== 'dropped')
  return (
    <Card title={title}>
      <ol className={css.list}>
        {plans.map((plan, index) => (
          <li key={plan.id}>
            <span>
              <strong>{t('plans.version', { n: plan.number })}</strong> {planPill(plan, t).text}
            </span>
            {plan.steps
              .filter(step => step.reason)
              .map(step => (
                <span key={step.at} dir="auto" className={css.quote}>
                  {step.reason} <span className="k-dim k-small">{step.by.name}</span>
                </span>
              ))}
            <span className="k-dim k-small">{[format.date(plan.madeAt), plan.madeBy.name].join(' · ')}</span>
            {plans.slice(index + 1).some(one => one.state !== 'dropped') && (
              <span>
                <Button variant="subtle" size="sm" className="k-screen" onClick={() => look(index)}>
                  {t('plans.changes')}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ol>
      {before && after && (
        <CompareDrawer before={before} after={after} opened onClose={() => look(undefined)} />
      )}
    </Card>
  )
}
