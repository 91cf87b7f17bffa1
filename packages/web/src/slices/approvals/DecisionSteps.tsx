/** The steps of a request as joints: who decides in each, and who did, when and with what words. */
import type { Approval, ApprovalDecision, ApprovalStep } from '@kerege/contract/approvals/schema'
import type { z } from 'zod'
import { useFormat } from '../../i18n/useFormat.tsx'
import { type Translate, useT } from '../../i18n/useT.tsx'
import { Joint, type JointState } from '../../ui/Joint.tsx'
import css from './approvals.module.css'

type Step = z.infer<typeof ApprovalStep>
type Decision = z.infer<typeof ApprovalDecision>

export function DecisionSteps({ approval }: { approval: Approval }) {
  const t = useT()
  const { askedBy } = approval
  return (
    <ol className={css.steps}>
      <li>
        <Joint state="done" size={16} />
        <div>
          <strong>{t('approvals.step.asked')}</strong>
          <Signed name={askedBy.name} at={approval.askedAt} />
        </div>
      </li>
      {approval.steps.map((step, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the steps of a request never change places
        <li key={at} {...(isHere(approval, at) ? { 'aria-current': 'step' as const } : {})}>
          <Joint state={jointOf(approval, at)} size={16} />
          <div>
            <strong>{whoDecides(step, t)}</strong>
            {step.quorum > 1 && (
              <div>{t('approvals.quorum', { n: step.decisions.length, of: step.quorum })}</div>
            )}
            {step.decisions.length === 0 && isHere(approval, at) && (
              <div className="k-dim">{t('approvals.step.open')}</div>
            )}
            {step.decisions.map(decision => (
              <OneDecision key={decision.by.id} decision={decision} />
            ))}
          </div>
        </li>
      ))}
    </ol>
  )
}

const isHere = (approval: Approval, at: number) => approval.state === 'pending' && at === approval.step

function jointOf(approval: Approval, at: number): JointState {
  if (isHere(approval, at)) return 'here'
  return (approval.steps[at]?.decisions.length ?? 0) > 0 ? 'done' : 'to-come'
}

function whoDecides(step: Step, t: Translate): string {
  if (step.accounts?.length) {
    return t('approvals.who.named', { names: step.accounts.map(one => one.name).join(', ') })
  }
  if (step.role) return t('approvals.who.role', { role: t(`access.role.${step.role}`) })
  return t('approvals.who.any')
}

function OneDecision({ decision }: { decision: Decision }) {
  const t = useT()
  return (
    <div className={css.decision}>
      <div>{t(`approvals.verdict.${decision.verdict}`)}</div>
      {decision.comment && <div dir="auto">{t('approvals.quote', { text: decision.comment })}</div>}
      <Signed
        at={decision.at}
        name={
          decision.standingFor
            ? t('approvals.standingFor', { name: decision.by.name, for: decision.standingFor.name })
            : decision.by.name
        }
      />
    </div>
  )
}

function Signed({ name, at }: { name: string; at: string }) {
  const format = useFormat()
  return (
    <div className="k-dim k-small">
      {name}
      {' · '}
      <time dateTime={at}>{format.date(at, 'exact')}</time>
    </div>
  )
}
