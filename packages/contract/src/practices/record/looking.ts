/** What an author should look at before a record is handed in, and what of it they have said is meant. */
import { checkContent } from '../check/check.ts'
import type { Finding } from '../check/finding.ts'
import type { PracticeContent } from '../content.ts'
import type { Audience } from '../rules.ts'
import type { KeptThing, Thing } from './schema.ts'

export const thingsToLookAt = (content: PracticeContent, audience: Audience): Thing[] =>
  checkContent(content, audience).map(finding => {
    const { field, index, language, from, to, code, severity, suggestion } = finding
    return {
      ...{ field, language, from, to, code, severity },
      ...(index === undefined ? {} : { index }),
      words: textOf(content, finding).slice(from, to).slice(0, 300),
      ...(suggestion === undefined ? {} : { suggestion }),
    }
  })

/** The text that a finding is about. */
export function textOf(
  content: PracticeContent,
  at: Pick<Finding, 'field' | 'language'> & { index?: number | undefined },
): string {
  const map = at.field === 'figures' ? content.facts.figures[at.index ?? 0]?.label : content.texts[at.field]
  return map?.[at.language]?.text ?? ''
}

interface Named {
  field: string
  language: string
  code: string
  words: string
}

/** The same words in the same field and language, wherever they have moved. */
export const sameThing = (one: Named, other: Named): boolean =>
  one.field === other.field &&
  one.language === other.language &&
  one.code === other.code &&
  one.words.toLowerCase() === other.words.toLowerCase()

/** What has neither been changed nor said to be meant. */
export const unsettled = (things: readonly Thing[], kept: readonly KeptThing[]): Thing[] =>
  things.filter(thing => !kept.some(one => sameThing(one, thing)))
