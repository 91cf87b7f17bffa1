/**
 * Writes a name in Latin letters by a named standard, for people and papers (the search keys are in
 * `fold.ts`). A standard that is not supported whole for a language is refused, never approximated:
 * BGN/PCGN for Arabic and Persian needs the short vowels that names are written without, and the ICAO
 * table has no Kazakh, Kyrgyz, Tajik, Uzbek or Turkmen Cyrillic letters.
 */
import { DomainError } from '../errors.ts'
import { readWord } from './reading.ts'
import { type NameScript, repairLookAlikes, scriptOf } from './script.ts'
import * as cyrillic from './tables/romanCyrillic.ts'
import * as latin from './tables/romanLatin.ts'

export const romanLanguages = ['kk', 'ky', 'tg', 'tk', 'uz', 'ru', 'ar', 'fa'] as const
export type RomanLanguage = (typeof romanLanguages)[number]

export const romanStandards = ['kerege', 'bgn', 'icao', 'gost-passport', 'gost-7.79'] as const
export type RomanStandard = (typeof romanStandards)[number]

export interface RomaniseOptions {
  lang: RomanLanguage
  /** Guessed from the letters when left out. */
  from?: Exclude<NameScript, 'Zyyy'> | undefined
  /** `kerege`, plain letters a-z as people type them, when left out. */
  standard?: RomanStandard | undefined
}

const cyrillicTables: Readonly<Record<string, cyrillic.RomanTable>> = {
  'ru bgn': cyrillic.bgnRussian,
  'ru icao': cyrillic.icaoRussian,
  'ru gost-passport': cyrillic.gostPassport,
  'ru gost-7.79': cyrillic.gost779,
  'ru kerege': cyrillic.keregeRussian,
  'kk bgn': cyrillic.bgnKazakh,
  'kk kerege': cyrillic.keregeKazakh,
  'ky bgn': cyrillic.bgnKyrgyz,
  'ky kerege': cyrillic.keregeKyrgyz,
  'tg bgn': cyrillic.bgnTajik,
  'tg kerege': cyrillic.keregeTajik,
  'tk bgn': cyrillic.bgnTurkmen,
  'tk kerege': cyrillic.keregeTurkmen,
  'uz bgn': cyrillic.bgnUzbek,
  'uz kerege': cyrillic.keregeUzbek,
}

const latinTables: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'kk kerege': latin.keregeLatinKazakh,
  'uz kerege': latin.keregeLatinUzbek,
  'tk kerege': latin.keregeLatinTurkmen,
  'kk icao': latin.icaoLatin,
  'uz icao': latin.icaoLatin,
  'tk icao': latin.icaoLatin,
}

const arabicTables = new Set(['ar kerege', 'fa kerege'])

/** Which combinations `romanise` carries out, as `lang script standard`. */
export const supportedRomanisations: readonly string[] = [
  ...Object.keys(cyrillicTables).map(key => key.replace(' ', ' Cyrl ')),
  ...Object.keys(latinTables).map(key => key.replace(' ', ' Latn ')),
  ...[...arabicTables].map(key => key.replace(' ', ' Arab ')),
]

/**
 * @throws DomainError `romanisation-unsupported` when the standard is not supported whole for this language
 * and script, `romanisation-letter` when the text has a letter that the standard's table does not know
 */
export function romanise(text: string, options: RomaniseOptions): string {
  const standard = options.standard ?? 'kerege'
  const from = options.from ?? guessScript(text, options.lang)
  const key = `${options.lang} ${standard}`
  const table = from === 'Cyrl' ? cyrillicTables[key] : undefined
  if (table) return byWords(text, 'Cyrl', word => cyrillicWord(word, table))
  const letters = from === 'Latn' ? latinTables[key] : undefined
  if (letters) return byWords(text.replace(/['`´ʻʼʽʾ‘’]/g, ''), 'Latn', word => plainWord(word, letters))
  if (from === 'Arab' && arabicTables.has(key)) return byWords(text, 'Arab', arabicWord)
  throw new DomainError('invalid', 'romanisation-unsupported', { lang: options.lang, from, standard })
}

function guessScript(text: string, lang: RomanLanguage): NameScript {
  const script = scriptOf(text)
  if (script !== 'Zyyy') return script
  return lang === 'ar' || lang === 'fa' ? 'Arab' : 'Cyrl'
}

/** Applies `change` to every word of the script; a word in capitals stays so. */
function byWords(text: string, script: NameScript, change: (word: string) => string): string {
  return text.normalize('NFC').replace(/[\p{L}\p{M}]+/gu, written => {
    const word = repaired(written)
    if (scriptOf(word) !== script) return word
    return isShouted(word) ? change(word.toLowerCase()).toUpperCase() : change(word)
  })
}

/** The word with look-alike letters of another alphabet put right, capitals kept. */
function repaired(word: string): string {
  const lower = word.toLowerCase()
  const right = repairLookAlikes(lower)
  if (right === lower || right.length !== word.length) return word
  return Array.from(right, (letter, at) => likeCase(word.charAt(at), letter)).join('')
}

function isShouted(word: string): boolean {
  const letters = [...word].filter(letter => letter.toLowerCase() !== letter.toUpperCase())
  return letters.length > 1 && letters.every(letter => letter === letter.toUpperCase())
}

/** A capital letter gives its first letter a capital: Щ becomes Shch. */
function likeCase(model: string, out: string): string {
  const capital = model === model.toUpperCase() && model !== model.toLowerCase()
  return capital ? out.replace(/\p{L}/u, letter => letter.toUpperCase()) : out
}

interface Place {
  pattern: RegExp
  out: string
}

const placesOf = new Map<cyrillic.RomanTable, Place[]>()

function places(table: cyrillic.RomanTable): Place[] {
  let found = placesOf.get(table)
  if (!found) {
    found = (table.places ?? []).map(([pattern, out]) => ({ pattern: new RegExp(pattern, 'y'), out }))
    placesOf.set(table, found)
  }
  return found
}

function cyrillicWord(word: string, table: cyrillic.RomanTable): string {
  const rules = places(table)
  const lower = word.toLowerCase()
  let out = ''
  for (let at = 0; at < lower.length; at++) {
    const rule = rules.find(({ pattern }) => {
      pattern.lastIndex = at
      return pattern.test(lower)
    })
    const letter = lower.charAt(at)
    const roman = rule?.out ?? table.letters[letter]
    if (roman === undefined && scriptOf(letter) !== 'Zyyy') {
      throw new DomainError('invalid', 'romanisation-letter', { letter })
    }
    out += likeCase(word.charAt(at), roman ?? letter)
  }
  return out
}

function plainWord(word: string, letters: Readonly<Record<string, string>>): string {
  let out = ''
  for (const letter of word) {
    const lower = letter.toLowerCase()
    out += likeCase(letter, letters[lower] ?? lower.normalize('NFD').replace(/\p{M}/gu, ''))
  }
  return out
}

const spelt: Readonly<Record<string, string>> = { c: 'ch', x: 'sh' }

/** Arabic letters are read, not transliterated: known names get their vowels, others what is written. */
function arabicWord(word: string): string {
  const sounds = readWord(word).replace(/[cx]/g, sound => spelt[sound] ?? sound)
  return sounds.charAt(0).toUpperCase() + sounds.slice(1)
}
