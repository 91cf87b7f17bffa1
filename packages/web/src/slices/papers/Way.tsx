/** The way to a paper as joints: what is done and when, the step in hand, and what is to come. */
import { stepInHand } from '@kerege/contract/people/papers/rules'
import type { Paper } from '@kerege/contract/people/papers/schema'
import { Button } from '@mantine/core'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Joint } from '../../ui/Joint.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useMark } from './api.ts'
import css from './papers.module.css'
import { markable, stepText } from './words.ts'

export function Way({ paper }: { paper: Paper }) {
  const t = useT()
  const format = useFormat()
  const mark = useMark(paper)
  const { steps, mayChange } = paper
  const here = stepInHand(steps)
  const last = steps.findLast(step => step.doneOn !== undefined)
  if (steps.length === 0) return <p className="k-dim">{t('papers.noSteps')}</p>
  return (
    <>
      <ol className={css.way} aria-label={t('papers.way')}>
        {steps.map(step => (
          <li
            key={step.id}
            className={step.doneOn ? css.done : ''}
            {...(step === here ? { 'aria-current': 'step' as const } : {})}
          >
            <span className={css.joint}>
              <Joint state={step.doneOn ? 'done' : step === here ? 'here' : 'to-come'} />
            </span>
            <div className={css.words}>
              <div className={step === here ? css.strong : ''}>{stepText(step, t)}</div>
              <div className="k-dim k-small">
                {step.doneOn
                  ? t('papers.stepDone', { day: format.date(step.doneOn) })
                  : [
                      ...(step === here ? [t('papers.stepHere')] : []),
                      ...(step.due ? [t('papers.stepDue', { day: format.date(step.due) })] : []),
                    ].join(' · ')}
              </div>
              {step === last && mayChange && (
                <button
                  type="button"
                  className={`k-link ${css.back} k-screen`}
                  disabled={mark.busy}
                  onClick={() => void mark.notDone(step)}
                >
                  {t('papers.notDone')}
                </button>
              )}
            </div>
          </li>
        ))}
      </ol>
      {mark.problem && (
        <Notice kind="stop" live>
          {mark.problem}
        </Notice>
      )}
      {here && mayChange && markable(paper) && (
        <Button
          className={`${css.act} k-screen`}
          size="md"
          loading={mark.busy}
          onClick={() => void mark.done(here)}
        >
          {t('papers.mark')}
        </Button>
      )}
      {!here && <p className="k-dim">{t('papers.allDone')}</p>}
    </>
  )
}
