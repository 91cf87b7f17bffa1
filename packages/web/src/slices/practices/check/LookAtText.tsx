/** What the check sees in one text, place by place. Words come and go while one types, so it is said politely. */
import type { Language } from '@kerege/contract/common'
import { checkText } from '@kerege/contract/practices/check/check'
import type { Audience } from '@kerege/contract/practices/rules'
import { useMemo } from 'react'
import { FindingWords } from './FindingWords.tsx'

interface Props {
  text: string
  language: Language
  audience: Audience
}

export default function LookAtText({ text, language, audience }: Props) {
  const findings = useMemo(() => checkText(text, language, audience), [text, language, audience])
  return (
    <div aria-live="polite">
      {findings.map(finding => (
        <FindingWords
          key={`${finding.from} ${finding.code}`}
          text={text}
          language={language}
          finding={finding}
        />
      ))}
    </div>
  )
}
