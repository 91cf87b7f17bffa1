/**
 * Takes a name apart: given name, family name, father's name, titles and particles.
 * Works on sounds, so one set of endings serves every script. It never guesses a role from the order
 * of words alone: lists, manifests and forms disagree on it. What nothing tells stays `unknown`.
 */
import { coarse } from './fold.ts'
import { article, readWord, wordsOf } from './reading.ts'
import { joinParticles } from './particles.ts'
import { scriptOf } from './script.ts'
import {
  familyEndings,
  filiationAfter,
  filiationBefore,
  filiationEndings,
  minorWords,
  titles,
  weakFamilyEndings,
} from './tables/words.ts'
import { nameKey, unvowelledKey } from './variants.ts'

export type Role = 'given' | 'family' | 'patronymic' | 'unknown'

/** A name as the sources give it: one text, or the fields of a form; `names` are further full names. */
export interface NameFields {
  name?: string | undefined
  given?: string | undefined
  family?: string | undefined
  patronymic?: string | undefined
  names?: readonly string[] | undefined
}
export type NameInput = string | NameFields

export interface NameWord {
  /** As written, in lower case; words grown together by the parser are joined by a space. */
  text: string
  role: Role
  /** The whole word in sounds, and without the ending that makes it a family or father's name. */
  sounds: string
  stem: string
  /** The ending that was cut off, in sounds. */
  ending: string
  /** Key of a listed given name, or empty. */
  key: string
  initial: boolean
  /** Comes and goes with the same name (jan, bek): never evidence against. */
  minor: boolean
  /** Short vowels are not written, so their absence says nothing. */
  arabic: boolean
  /** Carries the article al-, as family names of places and trades do. */
  article: boolean
  /** One of several words without any mark: a given name, or the father's name behind it. */
  perhapsFather: boolean
}

export interface ParsedName {
  words: NameWord[]
  titles: string[]
  given: string[]
  family: string[]
  patronymic: string[]
  unknown: string[]
}

const maxWords = 12
const maxLength = 500

/** The words of one text and the titles among them, before anything beside the text was looked at. */
export interface SplitWords {
  readonly words: readonly Readonly<NameWord>[]
  readonly titles: readonly string[]
}

/** @param known texts that were split before; kept by whoever reads many names */
export function parseName(input: NameInput, known: Map<string, SplitWords> = new Map()): ParsedName {
  const found: string[] = []
  const split = (text: string): NameWord[] => {
    const { words, titles } = known.get(text) ?? splitWords(text)
    // Whole names hardly come twice, and a register of them would be held in memory twice.
    if (!text.includes(' ')) known.set(text, { words, titles })
    found.push(...titles)
    // What stands beside a word tells its role: each name has words of its own.
    return words.map(word => ({ ...word }))
  }
  const words = typeof input === 'string' ? parseText(input, split) : parseFields(input, split)
  const of = (role: Role) => words.filter(word => word.role === role).map(word => word.text)
  return {
    words,
    titles: found,
    given: of('given'),
    family: of('family'),
    patronymic: of('patronymic'),
    unknown: of('unknown'),
  }
}

type Split = (text: string) => NameWord[]

function parseFields(fields: NameFields, split: Split): NameWord[] {
  const words: NameWord[] = []
  for (const role of ['given', 'patronymic', 'family'] as const) {
    for (const word of split(fields[role] ?? '')) {
      // A father's name stands in any field; nobody types one by mistake.
      if (word.role !== 'patronymic') word.role = role
      if (role === 'patronymic' && word.ending === '') cutEnding(word, ['ov', 'ev'])
      if (role === 'family' && word.ending === '') cutEnding(word, [...familyEndings, ...weakFamilyEndings])
      words.push(word)
    }
  }
  const structured = words.some(word => word.role !== 'patronymic')
  if (structured) return words.slice(0, maxWords)
  const text = fields.name || (words.length === 0 ? fields.names?.[0] : '') || ''
  return [...parseText(text, split), ...words].slice(0, maxWords)
}

/** One text in unknown order; a comma after the first part marks it as the family name. */
function parseText(text: string, split: Split): NameWord[] {
  const comma = text.slice(0, maxLength).search(/[,،]/)
  if (comma > 0 && comma < maxLength) {
    const before = split(text.slice(0, comma))
    const after = split(text.slice(comma + 1))
    if (before.length > 0 && after.length > 0) {
      for (const word of before) if (word.role !== 'patronymic') asFamily(word, true)
      for (const word of after) if (word.role === 'unknown') word.role = 'given'
      return [...before, ...after].slice(0, maxWords)
    }
  }
  return assignRoles(split(text))
}

function asFamily(word: NameWord, weakToo: boolean): void {
  word.role = 'family'
  cutEnding(word, weakToo ? [...familyEndings, ...weakFamilyEndings] : familyEndings)
}

// Numerals of kings and forms, and Russian titles with a hyphen.
const notNames = /(?<!\p{L})(?:II|III|IV|VI{0,3}|[гГ]-[жн]а?|[дД]-р)(?!\p{L})/gu

// AbenovaGulnara: a lost space, as the capital tells.
const grownTogether = /(?<=\p{Ll}{3})(?=\p{Lu}\p{Ll}{2})/gu

/** The words of a text with titles taken out, particles used up and father's names marked. */
function splitWords(text: string): SplitWords {
  const plain = text.slice(0, maxLength).replace(notNames, ' ').replace(grownTogether, ' ')
  const raw = wordsOf(plain).slice(0, maxWords * 2)
  const kept = raw.filter(word => !titles.has(word))
  const words = (kept.length > 0 ? kept : raw).map(makeWord).filter(word => word.sounds !== '')
  return {
    words: markFiliation(joinParticles(words)).slice(0, maxWords),
    titles: kept.length > 0 ? raw.filter(word => titles.has(word)) : [],
  }
}

const digraphInitial = /^(?:sh|ch|zh|kh|gh|ts|yu|ya|дж|oʻ|o')$/

function makeWord(text: string): NameWord {
  const sounds = readWord(text)
  const arabic = scriptOf(text) === 'Arab' && !/[\u064b-\u0650]/.test(text)
  return {
    text,
    role: 'unknown',
    sounds,
    stem: sounds,
    ending: '',
    key: arabic ? unvowelledKey(sounds) : nameKey(sounds),
    initial: [...text].length === 1 || digraphInitial.test(text),
    minor: minorWords.has(sounds),
    arabic,
    article: text.length > 4 && article.test(text),
    perhapsFather: false,
  }
}

/** Marks the fathers' names and drops the words that mark them. */
function markFiliation(words: NameWord[]): NameWord[] {
  const out: NameWord[] = []
  let fatherNext = false
  for (const word of words) {
    const last = out[out.length - 1]
    if (filiationBefore.has(word.sounds) && words.length > 1) {
      fatherNext = true
      continue
    }
    if (last && filiationAfter.has(word.sounds)) {
      last.role = 'patronymic'
      last.ending = word.sounds
      last.text += ` ${word.text}`
      continue
    }
    if (fatherNext) {
      word.role = 'patronymic'
      word.ending = 'bin'
      fatherNext = false
    } else if (!isServantName(word.sounds) && cutEnding(word, filiationEndings)) {
      word.role = 'patronymic'
    }
    out.push(word)
  }
  return out
}

/** Gurbanguly, Imomquli: the ending is -quli, servant, and not -uly, son of. Serikuly keeps its k. */
const isServantName = (sounds: string) => /(?:guli|[bcdfghjklmnprstvxz]kuli)$/.test(sounds)

/** Asylbek-qyzy: reading makes one k of two, which the ending must not keep for itself. */
const isDoubled = (text: string, ending: string) => ending === 'kizi' && /[кқkq]{2}[ыіиiıy]/.test(text)

/** Cuts the first ending that fits and leaves at least three sounds; says whether one did. */
function cutEnding(word: NameWord, endings: readonly string[]): boolean {
  for (const ending of endings) {
    const shortest = ending.length + (isDoubled(word.text, ending) ? 2 : 3)
    if (word.sounds.length < shortest || !word.sounds.endsWith(ending)) continue
    word.ending = ending
    word.stem = word.sounds.slice(0, -ending.length) + (isDoubled(word.text, ending) ? 'k' : '')
    word.key = word.arabic ? unvowelledKey(word.stem) : nameKey(word.stem)
    return true
  }
  return false
}

/** Family names by their endings; when one is known, the other words are given names. */
function assignRoles(words: NameWord[]): NameWord[] {
  const open = () => words.filter(word => word.role === 'unknown' && !word.initial)
  const patronymics = words.filter(word => word.role === 'patronymic').length
  const told = markArticle(open()) || markFamily(open(), familyEndings)
  if (!told && open().some(word => word.key !== '')) {
    markFamily(
      open().filter(word => word.key === ''),
      weakFamilyEndings,
    )
  }
  const families = words.some(word => word.role === 'family')
  const rest = open().filter(word => !word.minor)
  if (families || (patronymics > 0 && rest.length === 1)) {
    for (const word of open()) word.role = 'given'
    // Tajik and Arabic lists put the father's name behind the given name without a mark.
    if (patronymics === 0 && rest.length > 1) for (const word of rest) word.perhapsFather = true
  }
  return words
}

/** Of several words the last one with an article is the family name: Hasan al-Katib. */
function markArticle(words: NameWord[]): boolean {
  const marked = words.filter(word => word.article)
  const last = marked[marked.length - 1]
  if (!last || marked.length === words.length) return false
  last.role = 'family'
  return true
}

/** Marks one word as the family name: of several that could be, the one that is no listed given name. */
function markFamily(words: NameWord[], endings: readonly string[]): boolean {
  const fits = words.filter(word => endings.some(ending => word.sounds.endsWith(ending)))
  const candidates = fits.filter(word => word.key === '')
  for (const word of [...candidates, ...fits]) {
    if (!cutEnding(word, endings)) continue
    word.role = 'family'
    return true
  }
  return false
}

/** The folded stem under which a word is counted and looked up. */
export const countedAs = (word: NameWord): string => word.key || coarse(word.stem)
