/** Where something stands: diamonds in order with words; on a phone the word of now and "5 of 8". */
import { useT } from '../i18n/useT.tsx'
import { Joint } from './Joint.tsx'
import css from './Steps.module.css'

export interface Step {
  id: string
  word: string
}

export function Steps({ steps, here, label }: { steps: readonly Step[]; here: string; label: string }) {
  const t = useT()
  const at = steps.findIndex(step => step.id === here)
  return (
    <div>
      <ol className={css.steps} aria-label={label}>
        {steps.map((step, index) => (
          <li
            key={step.id}
            className={`${css.step} ${index === at ? css.here : ''}`}
            {...(index === at ? { 'aria-current': 'step' as const } : {})}
          >
            <span className={`${css.line} ${index === 0 ? css.none : index <= at ? css.passed : ''}`} />
            <span className={css.joint}>
              <Joint state={index < at ? 'done' : index === at ? 'here' : 'to-come'} />
            </span>
            <span
              className={`${css.line} ${index === steps.length - 1 ? css.none : index < at ? css.passed : ''}`}
            />
            <span className={css.word}>{step.word}</span>
          </li>
        ))}
      </ol>
      <p className={css.short}>
        <Joint state="here" />
        <strong>{steps[at]?.word}</strong>
        <span className="k-dim">{t('ui.steps.of', { n: at + 1, of: steps.length })}</span>
      </p>
    </div>
  )
}
