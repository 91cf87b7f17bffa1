/** A text and a question as plain sets of keys, for whoever asks whether words stand somewhere and ranks by something else. */
import { type Query, termsOf, type WordReader } from './analyse.ts'
import type { SearchLanguage } from './languages.ts'
import { type Analyser, conceptKey } from './thesaurus/expand.ts'

/** Keys of the words of a text and of the concepts that it speaks of, each once, without words that every text has. */
export function textKeys(
  analyser: Analyser,
  text: string,
  language: SearchLanguage,
  read?: WordReader,
): string[] {
  const terms = termsOf(text, language, read)
  const own = terms.filter(({ stop, key }) => !stop && key !== '').map(({ key }) => key)
  return [...new Set([...own, ...[...analyser.conceptsIn(terms, language).keys()].map(conceptKey)])]
}

/** For each word that is looked for, the keys of which one is enough; empty where nothing can be looked for. */
export function askedKeys(analyser: Analyser, query: Query): string[][] {
  const groups = analyser.conceptsOf(query)
  return query.words.map(({ readings }, at) => [
    ...readings.map(({ key }) => key),
    ...groups.filter(group => group.words.includes(at)).map(({ concept }) => conceptKey(concept.id)),
  ])
}
