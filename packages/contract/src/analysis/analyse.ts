/**
 * What is stored of a text and what is looked for with a query: the one analyser of the node's search, of the browser's marks and of
 * `kerege search`. A text has one language; a word of a query may be of several, and each reading is a key of its own.
 */
import { guessLanguages } from './guess.ts'
import { keyOf } from './key.ts'
import { type SearchLanguage, searchLanguages } from './languages.ts'
import { stemOf, stemVersion } from './stem/index.ts'
import { isStopWord } from './stopWords.ts'
import { normalWord, rawWords, type Token, tokensOf } from './tokens.ts'

/** Rises whenever a key changes. What was stored under another number is made anew. */
export const analysisVersion = stemVersion * 100 + 1

export interface Term extends Token {
  readonly key: string
  readonly stop: boolean
}

/** What is known of a word as it stands in a text, whatever stands around it. */
type Word = Pick<Term, 'word' | 'key' | 'stop'>
export type WordReader = (raw: string, language: SearchLanguage) => Word

/** The words of a text with their keys, stop words marked. */
export const termsOf = (text: string, language: SearchLanguage, read: WordReader = readWord): Term[] => [
  ...eachTerm(text, language, read),
]

/** The first that is wanted; what stands behind it is not read. */
export function firstTerm(
  text: string,
  language: SearchLanguage,
  wanted: (term: Term) => boolean,
  read: WordReader = readWord,
): Term | undefined {
  for (const term of eachTerm(text, language, read)) if (wanted(term)) return term
  return undefined
}

function* eachTerm(text: string, language: SearchLanguage, read: WordReader): Generator<Term> {
  for (const [start, raw] of rawWords(text)) {
    const { word, key, stop } = read(raw, language)
    if (word !== '') yield { word, key, stop, start, end: start + raw.length }
  }
}

export const readWord: WordReader = (raw, language) => {
  const word = normalWord(raw)
  return { word, key: keyFor(word, language), stop: isStopWord(word, language) }
}

/** Words remembered, for whoever reads many texts: a stem costs a hundred times more than a look into a map. */
export function rememberingWords(most = 100_000): WordReader {
  const known = new Map(searchLanguages.map(language => [language, new Map<string, Word>()]))
  return (raw, language) => {
    const words = known.get(language) ?? new Map<string, Word>() // one for each language
    const old = words.get(raw)
    if (old) return old
    const word = readWord(raw, language)
    // Frequent words come back at once, so forgetting all is cheaper than keeping an order.
    if (words.size >= most) words.clear()
    words.set(raw, word)
    return word
  }
}

/** Empty where nothing of the word is left that could be looked for. */
export const keyFor = (word: string, language: SearchLanguage): string => keyOf(stemOf(word, language))

/** The language of a text, as told or guessed. */
export const languageOfText = (text: string, told: SearchLanguage | undefined): SearchLanguage =>
  told ?? guessLanguages(tokensOf(text.slice(0, 4000)).map(({ word }) => word))[0]?.language ?? 'en'

export interface Reading {
  readonly key: string
  /** 1 for the likeliest language, less for others. */
  readonly weight: number
}

export interface QueryWord {
  readonly word: string
  readonly start: number
  readonly end: number
  /** Several languages, several stems; the best comes first. */
  readonly readings: readonly Reading[]
}

export interface Query {
  readonly words: readonly QueryWord[]
  /** The likeliest language, for a light preference among what was found. */
  readonly language: SearchLanguage
  readonly languages: readonly SearchLanguage[]
}

/** More words than anybody types; the rest of a pasted page is not looked for. */
export const mostQueryWords = 32
const longestQuery = 10_000
/** A reading below this share of the likeliest is not worth a look. */
const leastShare = 0.15

/**
 * @param told the language that somebody chose. Others that have the same letters are read along, at less weight: people type
 * a word of one language while another is set.
 */
export function readQuery(text: string, told?: SearchLanguage): Query {
  const tokens = tokensOf(text.slice(0, longestQuery)).slice(0, mostQueryWords)
  const guesses = guessLanguages(tokens.map(({ word }) => word))
  const first = told ?? guesses[0]?.language ?? 'en'
  const most = guesses[0]?.weight ?? 1
  const others = guesses.filter(({ language, weight }) => language !== first && weight >= most * leastShare)
  const weighed = [
    { language: first, weight: 1 },
    ...others.map(({ language, weight }) => ({ language, weight: told ? 0.6 : 0.6 + 0.4 * (weight / most) })),
  ]
  const wanted = tokens.filter(({ word }) => !isStopWord(word, first))
  const words = (wanted.length > 0 ? wanted : tokens).flatMap(token => {
    const readings = readingsOf(token.word, weighed)
    return readings.length > 0 ? [{ ...token, readings }] : []
  })
  return { words, language: first, languages: weighed.map(({ language }) => language) }
}

function readingsOf(
  word: string,
  languages: readonly { language: SearchLanguage; weight: number }[],
): Reading[] {
  const best = new Map<string, number>()
  for (const { language, weight } of languages) {
    const key = keyFor(word, language)
    if (key !== '') best.set(key, Math.max(best.get(key) ?? 0, weight))
  }
  return [...best].map(([key, weight]) => ({ key, weight })).sort((one, other) => other.weight - one.weight)
}
