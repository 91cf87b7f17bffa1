/**
 * By which keys a practice is found at a node: stems of its words and the concepts that it speaks of, made by the analyser that
 * the hub's own search has. A query in one language so finds a text in another.
 */
import { rememberingWords } from '@kerege/contract/analysis/analyse'
import { textKeys } from '@kerege/contract/analysis/keys'
import { type Analyser, conceptKey } from '@kerege/contract/analysis/thesaurus/expand'
import { languages, type MultiText } from '@kerege/contract/common'
import type { GivenPractice } from '@kerege/contract/exchange/practice'

const wordReader = rememberingWords(50_000)

/** What one remembers a practice by: all of its texts would make a first look at a large library many times as long. */
export const remembered = ({ texts }: GivenPractice): MultiText[] =>
  [texts.title, texts.summary, texts.problem, texts.forWhom].filter(text => text !== undefined)

export function keysOf(analyser: Analyser, given: GivenPractice): string[] {
  const keys = new Set(given.facts.themes.map(conceptKey))
  for (const text of remembered(given)) {
    for (const language of languages) {
      const said = text[language]?.text
      if (said === undefined) continue
      for (const key of textKeys(analyser, said, language, wordReader)) keys.add(key)
    }
  }
  return [...keys]
}
