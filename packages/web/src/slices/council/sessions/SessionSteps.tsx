/** What became of a session: each step with who and when. */
import type { Session } from '@kerege/contract/council/schema'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Joint } from '../../../ui/Joint.tsx'
import css from '../council.module.css'

export function SessionSteps({ session }: { session: Session }) {
  const t = useT()
  const format = useFormat()
  return (
    <Card title={t('council.became')}>
      <ol className={css.passed}>
        {session.steps.map(step => (
          <li key={`${step.at}${step.to}`}>
            <Joint state="done" />
            <div>
              <div>{t(`council.state.${step.to}`)}</div>
              <div className="k-dim k-small">
                {[step.by, format.date(step.at, 'exact')].filter(Boolean).join(' · ')}
              </div>
              {step.reason && <p dir="auto">{step.reason}</p>}
            </div>
          </li>
        ))}
      </ol>
    </Card>
  )
}
