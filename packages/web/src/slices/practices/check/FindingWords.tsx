/**
 * One place that the check found, for the author: the words themselves, why they matter, what to write instead. What the author
 * does about it - go there, or say that it is meant - stands below, given by the form.
 */
import type { FindingCode, Severity } from '@kerege/contract/practices/check/finding'
import type { Language } from '@kerege/contract/common'
import type { ReactNode } from 'react'
import { useT } from '../../../i18n/useT.tsx'
import { StatePill } from '../../../ui/StatePill.tsx'
import css from './check.module.css'
import { excerptOf } from './excerpt.ts'

interface Props {
  /** The whole text that was read, and its language. */
  text: string
  language: Language
  finding: {
    from: number
    to: number
    severity: Severity
    code: FindingCode
    suggestion?: string | undefined
  }
  children?: ReactNode
}

export function FindingWords({ text, language, finding, children }: Props) {
  const t = useT()
  const { from, to, severity, code, suggestion } = finding
  const { before, found, after } = excerptOf(text, from, to)
  return (
    <div className={css.finding}>
      <StatePill kind={severity === 'strong' ? 'wait' : 'info'}>
        {t(`practices.check.severity.${severity}`)}
      </StatePill>
      <p className={css.excerpt} lang={language} dir="auto">
        {before}
        <mark>{found}</mark>
        {after}
      </p>
      <p>{t(`practices.check.${code}`)}</p>
      {suggestion && <p>{t('practices.check.instead', { words: suggestion })}</p>}
      {children}
    </div>
  )
}
