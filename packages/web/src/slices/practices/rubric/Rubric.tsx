/**
 * What a grade and a level of evidence mean, folded away beside them: for who reviews, before the grade is given, and for who
 * reads, beside the grade that was published. The published rubric, in the same words for both.
 */
import { evidenceLevels } from '@kerege/contract/practices/content'
import type { EvidenceLevel } from '@kerege/contract/practices/content'
import type { Criterion } from '@kerege/contract/practices/rules'
import { useT } from '../../../i18n/useT.tsx'
import css from './rubric.module.css'

/** @param given the grade that was given, marked among the four */
export function GradeHelp({ criterion, given }: { criterion: Criterion; given?: number }) {
  const t = useT()
  const grades = [
    t(`practices.help.${criterion}.1`),
    t(`practices.help.${criterion}.2`),
    t(`practices.help.${criterion}.3`),
    t(`practices.help.${criterion}.4`),
  ]
  return (
    <details className={css.help}>
      <summary>{t('practices.help.grades')}</summary>
      <ol className={css.grades}>
        {grades.map((words, at) => (
          <li key={words} aria-current={at + 1 === given ? 'true' : undefined}>
            {words}
          </li>
        ))}
      </ol>
      <p className="k-dim k-small">{t('practices.help.gradesNote')}</p>
    </details>
  )
}

/** @param given the level that the record states */
export function EvidenceHelp({ given }: { given?: EvidenceLevel }) {
  const t = useT()
  return (
    <details className={css.help}>
      <summary>{t('practices.help.levels')}</summary>
      <ol className={css.grades}>
        {evidenceLevels.map(level => (
          <li key={level} aria-current={level === given ? 'true' : undefined}>
            {t(`practices.help.level.${level}`)}
          </li>
        ))}
      </ol>
    </details>
  )
}
