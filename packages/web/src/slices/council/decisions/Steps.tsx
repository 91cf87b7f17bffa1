/** What happened to a decision, newest first, each step with a receipt to keep. */
import type { Decision, DecisionStep } from '@kerege/contract/council/decisions'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Joint } from '../../../ui/Joint.tsx'
import { PartyLabel } from '../parts/Said.tsx'
import css from './decisions.module.css'

export function Steps({ decision }: { decision: Decision }) {
  const t = useT()
  return (
    <Card title={t('council.became')} note={t('council.receipt.note')}>
      <ol className={css.steps}>
        {decision.steps.toReversed().map((step, at) => (
          <Step key={step.id} step={step} decisionId={decision.id} last={at === 0} />
        ))}
      </ol>
    </Card>
  )
}

function Step({ step, decisionId, last }: { step: DecisionStep; decisionId: string; last: boolean }) {
  const t = useT()
  const format = useFormat()
  return (
    <li>
      <Joint state={last ? 'here' : 'done'} />
      <div>
        <div>
          {t(`council.step.${step.kind}`)}
          {step.party && (
            <>
              {': '}
              <PartyLabel party={step.party} />
            </>
          )}
        </div>
        {step.words && (
          <p className={css.words} dir="auto">
            {step.words}
          </p>
        )}
        <div className="k-dim k-small">
          {[step.by ?? t('council.byClock'), format.date(step.at, 'exact')].join(' · ')}
        </div>
        <a
          className="k-small"
          href={`/api/council/decisions/${decisionId}/receipts/${step.id}`}
          download={`receipt-${step.id}.json`}
        >
          {t('council.receipt')}
        </a>
      </div>
    </li>
  )
}
