/** One plan of others, followed back: what was taken on for it, from which recommendations, and at which sessions. */
import { getPlan } from '@kerege/contract/council/planRoutes'
import type { Plan } from '@kerege/contract/council/plans'
import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useGet } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Answered } from '../../../ui/Answered.tsx'
import { Card } from '../../../ui/Card.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { StatePill } from '../../../ui/StatePill.tsx'
import { Owner } from '../actions/ActionsPage.tsx'
import { ActionState } from '../actions/state.tsx'
import css from '../council.module.css'
import { Said } from '../parts/Said.tsx'
import { sessionStateKind, whenText } from '../words.ts'

export function PlanPage() {
  const { name = '' } = useParams({ strict: false }) as { name?: string }
  return (
    <Answered query={useGet(getPlan, { query: { name } })}>{({ body }) => <OnePlan plan={body} />}</Answered>
  )
}

function OnePlan({ plan }: { plan: Plan }) {
  const t = useT()
  return (
    <>
      <PageHead title={plan.name} eyebrow={<Link to="/external-plans">{t('council.plans')}</Link>} />
      <div className="k-stack">
        <Actions plan={plan} />
        <Rows title={t('council.plans.decisions')}>
          {plan.decisions.map(one => (
            <li key={one.id}>
              <div className={css.words}>
                <Link to={`/decisions/${one.id}`}>
                  {one.symbol && <>{one.symbol} · </>}
                  <Said text={one.title} />
                </Link>
              </div>
            </li>
          ))}
        </Rows>
        <Sessions plan={plan} />
      </div>
    </>
  )
}

function Actions({ plan }: { plan: Plan }) {
  const t = useT()
  const format = useFormat()
  return (
    <Rows title={t('council.actions')}>
      {plan.actions.map(row => (
        <li key={row.id}>
          <div className={css.words}>
            <Link to={`/actions/${row.id}`}>
              <Said text={row.title} />
            </Link>
            <div className="k-dim k-small">
              <Owner row={row} /> · {format.date(row.due)}
            </div>
          </div>
          <ActionState action={row} />
        </li>
      ))}
    </Rows>
  )
}

function Sessions({ plan }: { plan: Plan }) {
  const t = useT()
  const format = useFormat()
  return (
    <Rows title={t('council.sessions')}>
      {plan.sessions.map(row => (
        <li key={row.id}>
          <div className={css.words}>
            <Link to={`/sessions/${row.id}`}>
              {row.symbol && <>{row.symbol} · </>}
              <Said text={row.title} />
            </Link>
            <div className="k-dim k-small">{whenText(row, format, t)}</div>
          </div>
          <StatePill kind={sessionStateKind[row.state]}>{t(`council.state.${row.state}`)}</StatePill>
        </li>
      ))}
    </Rows>
  )
}

function Rows({ title, children }: { title: string; children: ReactNode[] }) {
  if (children.length === 0) return null
  return (
    <Card flush title={title}>
      <ul className={css.rows}>{children}</ul>
    </Card>
  )
}
