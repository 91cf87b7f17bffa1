/** The steps that were taken, the newest first, with who, when and why. */
import type { Abroad } from '@kerege/contract/repatriation/register/schema'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Card } from '../../ui/Card.tsx'
import { Joint } from '../../ui/Joint.tsx'
import css from './abroad.module.css'

export function Passed({ abroad }: { abroad: Abroad }) {
  const t = useT()
  const format = useFormat()
  return (
    <Card title={t('abroad.became')}>
      <ol className={css.passed}>
        {abroad.steps.toReversed().map(step => (
          <li key={`${step.at} ${step.to}`}>
            <Joint state="done" size={14} />
            <div>
              <div>
                {t(`abroad.state.${step.to}`)}, {format.date(step.on)}
              </div>
              {step.reason && <div dir="auto">{t('abroad.quote', { text: step.reason })}</div>}
              <div className="k-dim k-small">
                {step.by.name}
                {' · '}
                <time dateTime={step.at}>{format.date(step.at, 'exact')}</time>
              </div>
            </div>
          </li>
        ))}
      </ol>
    </Card>
  )
}
