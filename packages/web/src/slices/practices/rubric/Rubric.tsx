/**
 * What grades and levels of evidence mean, folded away beside them: for who reviews, before a grade is given, and for who writes
 * or reads, beside the level. A reader of a published grade sees its sentence at once, in the same words (`gradeWords`).
 */
import { evidenceLevels } from '@kerege/contract/practices/content'
import type { EvidenceLevel } from '@kerege/contract/practices/content'
import type { Criterion } from '@kerege/contract/practices/rules'
import { useT } from '../../../i18n/useT.tsx'
import { gradeWords } from './gradeWords.ts'
import css from './rubric.module.css'

export function GradeHelp({ criterion }: { criterion: Criterion }) {
  const t = useT()
  return (
    <details className={css.help}>
      <summary>{t('practices.help.grades')}</summary>
      <ol className={css.grades}>
        {gradeWords(criterion, t).map(words => (
          <li key={words}>{words}</li>
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
            {t(`practices.evidence.${level}`)}: {t(`practices.help.level.${level}`)}
          </li>
        ))}
      </ol>
    </details>
  )
}
