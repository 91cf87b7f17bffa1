/** The stem of one word in each language. Ours for the five state languages; Snowball's, from a library, for Russian and English. */
import { stemmer as snowballEnglish } from '@orama/stemmers/english'
import { stemmer as snowballRussian } from '@orama/stemmers/russian'
import type { SearchLanguage } from '../languages.ts'
import { hasCyrillic, uzbekCyrillic, uzbekLatin } from '../uzbek.ts'
import { stemmerOf } from './engine.ts'
import { kazakh } from './kazakh.ts'
import { kyrgyz } from './kyrgyz.ts'
import { tajik } from './tajik.ts'
import { turkmen } from './turkmen.ts'
import { uzbek } from './uzbek.ts'

/** Rises whenever a stem changes: an index made with another number is made anew. */
export const stemVersion = 1

const uzbekStem = stemmerOf(uzbek)
const tajikStem = stemmerOf(tajik)

const stemmers: Readonly<Record<SearchLanguage, (word: string) => string>> = {
  en: english,
  ru: word => (hasCyrillic(word) ? russian(word) : english(word)),
  kk: stemmerOf(kazakh),
  ky: stemmerOf(kyrgyz),
  tg: word => tajikStem(withoutTajikPrefix(word).replace(/ӣ$/, 'и')),
  tk: stemmerOf(turkmen),
  uz: word => uzbekStem(uzbekLatin(word)),
}

/** Forms of one word that Snowball leaves apart, of those that this field has on every page. */
const englishForms: Readonly<Record<string, string>> = {
  children: 'child',
  women: 'woman',
  men: 'man',
  lives: 'life',
}
const russianStems: Readonly<Record<string, string>> = { дет: 'ребенок', детьм: 'ребенок', ребенк: 'ребенок' }

function english(word: string): string {
  const whole = word.replace(/ʼs?$/, '').replaceAll('ʼ', "'")
  return snowballEnglish(englishForms[whole] ?? whole)
}

function russian(word: string): string {
  const stem = snowballRussian(word.replaceAll('ё', 'е'))
  return russianStems[stem] ?? stem
}

/** ме- and наме- stand before verbs in the present: мегирад, намегирад. */
const withoutTajikPrefix = (word: string) =>
  /^(на)?ме.{2,}(ам|ад|ем|ед|анд|ӣ)$/.test(word) ? word.replace(/^(на)?ме/, '') : word

/** @param word as `tokensOf` gives it. Uzbek comes back in Latin letters, whatever it was written in. */
export function stemOf(word: string, language: SearchLanguage): string {
  return /\d/.test(word) ? word : stemmers[language](word)
}

/** The same for people to read: Uzbek in the letters it came in. */
export function shownStem(word: string, language: SearchLanguage): string {
  const stem = stemOf(word, language)
  return language === 'uz' && hasCyrillic(word) ? uzbekCyrillic(stem) : stem
}
