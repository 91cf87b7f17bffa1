/** A text that was read once: its words, and for each whether it is one of `{people}` and which sentence it stands in. */
import type { Language } from '../../common.ts'
import { withoutAddresses } from '../../personalData.ts'
import { type LanguageWords, languageWords } from './language.ts'
import { type Word, wordsOf } from './words.ts'

export interface Reading {
  text: string
  language: Language
  of: LanguageWords
  words: readonly Word[]
  people: readonly boolean[]
  /** Number of the sentence of each word. */
  sentence: readonly number[]
}

export function readText(text: string, language: Language): Reading {
  const of = languageWords[language]
  // An address on the web names nobody, and its words are not the author's.
  const words = wordsOf(withoutAddresses(text), language)
  let number = 0
  const sentence = words.map(word => (word.gap === 'end' ? ++number : number))
  return { text, language, of, words, people: words.map(word => of.people(word.key)), sentence }
}

/** Places around a word in its own sentence, at most so many words before and after it. */
export function* around(reading: Reading, at: number, before: number, after: number): Generator<number> {
  for (let place = Math.max(0, at - before); place <= at + after && place < reading.words.length; place++) {
    if (place !== at && reading.sentence[place] === reading.sentence[at]) yield place
  }
}

/** Do two neighbours stand together with nothing but blanks or a hyphen between them? */
export const together = (reading: Reading, at: number): boolean => reading.words[at]?.gap === 'space'
