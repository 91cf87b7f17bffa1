/** A text and a question as plain sets of keys, for whoever asks whether words stand somewhere and ranks by something else. */
import { type Query, termsOf, type WordReader } from './analyse.ts'
import type { SearchLanguage } from './languages.ts'
import { conceptKey, conceptsIn, conceptsOf } from './thesaurus/expand.ts'

/** Keys of the words of a text and of the concepts that it speaks of, each once, without words that every text has. */
export function textKeys(text: string, language: SearchLanguage, read?: WordReader): string[] {
  const terms = termsOf(text, language, read)
  const own = terms.filter(({ stop, key }) => !stop && key !== '').map(({ key }) => key)
  return [...new Set([...own, ...[...conceptsIn(terms, language).keys()].map(conceptKey)])]
}

/** For each word that is looked for, the keys of which one is enough; empty where nothing can be looked for. */
export function askedKeys(query: Query): string[][] {
  const groups = conceptsOf(query)
  return query.words.map(({ readings }, at) => [
    ...readings.map(({ key }) => key),
    ...groups.filter(group => group.words.includes(at)).map(({ concept }) => conceptKey(concept.id)),
  ])
}
