/**
 * Reads one word of any script as a string of sounds, one character each:
 * `a e i o u` and `b c d f g h j k l m n p r s t v x z`, where c is ch, j is zh or dzh, x is sh.
 * Not a romanisation for people to read (that is `romanise.ts`): it drops what spellings disagree on.
 */
import { repairLookAlikes, scriptOf } from './script.ts'
import { arabicNames } from './tables/arabicNames.ts'
import { readingArabic } from './tables/readingArabic.ts'
import { readingCyrillic } from './tables/readingCyrillic.ts'
import { latinGroups, latinLetters, markedLatin } from './tables/readingLatin.ts'

const vowels = 'aeiou'
/** No name is longer; what follows is somebody testing us. */
const longestWord = 500
const invisible = /[\u00ad\u0640\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]|\u034f|[\ufe00-\ufe0f]/g
const apostrophes = /['`´ʻʼʽʾʿ‘’‛′ʹʺ"“”ˈ]/g
const separators = /[^\p{L}\p{M}'`´ʻʼʽʾʿ‘’‛′ʹʺˈ]+/u

/** Lower-case words without marks of direction and other invisible characters. Hyphens separate too. */
export function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKC').replace(invisible, '').replaceAll('İ', 'i').toLowerCase()
  return plain.split(separators).filter(word => word !== '')
}

/** The sounds of one lower-case word; empty when the word has no letter of a script known here. */
export function readWord(word: string): string {
  const whole = repairLookAlikes(word.slice(0, longestWord))
  switch (scriptOf(whole)) {
    case 'Cyrl':
      return tidy(readCyrillic(whole.replace(apostrophes, '')))
    case 'Arab':
      return readArabic(whole)
    case 'Latn':
      return tidy(readLatin(whole.replace(apostrophes, '')))
    default:
      return ''
  }
}

function readCyrillic(word: string): string {
  let out = ''
  for (const letter of word) {
    const sound = readingCyrillic[letter]
    if (sound !== undefined) out += sound
    else if (/\p{L}/u.test(letter)) out += latinBase(letter)
  }
  return out.replace(/(?<![aeiou])d+j|d+j(?!on$)/g, 'j')
}

/** The plain a-z letters below the marks, or nothing. */
function latinBase(letter: string): string {
  return letter.normalize('NFD').replace(/[^a-z]/g, '')
}

const groupsByFirst = new Map<string, (readonly [string, string])[]>()
for (const group of latinGroups) {
  const first = group[0].charAt(0)
  groupsByFirst.set(first, [...(groupsByFirst.get(first) ?? []), group])
}

// Umid-jon, not the dj of Hadji: a vowel, d, and the polite ending.
const affixAfterD = /^[aeiou]djon$/

function readLatin(word: string): string {
  let plain = ''
  for (const letter of word) plain += markedLatin[letter] ?? (letter < '\u0080' ? letter : latinBase(letter))
  let out = ''
  let at = 0
  while (at < plain.length) {
    const letter = plain.charAt(at)
    const group = groupsByFirst.get(letter)?.find(([from]) => plain.startsWith(from, at))
    if (group && !(group[0] === 'dj' && affixAfterD.test(plain.slice(Math.max(0, at - 1))))) {
      out += group[1]
      at += group[0].length
    } else {
      out += letter === 'c' ? readC(plain.charAt(at + 1)) : (latinLetters[letter] ?? letter)
      at += 1
    }
  }
  return out.replace(/ng(?=[bcdfhjklmnprstvxz]|$)/g, 'n')
}

/** Turkish c is dzh, at the end a ch that lost its cedilla; before a consonant it is foreign and sounds k. */
function readC(next: string): string {
  if (next === '') return 'c'
  return /[aeiouy]/.test(next) ? 'j' : 'k'
}

const vowelled = new Map<string, string>()
for (const line of arabicNames) {
  const [latin = '', ...spellings] = line.split(' ')
  for (const spelling of spellings) vowelled.set(spelling, tidy(readLatin(latin)))
}

// Names of the region that begin as if with the article: Alisher, Aliya, Almas, Altynai, Elvira, Aleksandr.
export const article = /^ال(?=..)(?!كس|ا?بي?رد|ي(?!من|وس|اس|اف|عق)|ما|مير|تي|في|دار$|نور)/

function readArabic(word: string): string {
  const bare = word.replace(/[\u064b-\u065f\u0670]/g, '').replace(apostrophes, '')
  const known = vowelled.get(bare) ?? vowelled.get(bare.replace(article, ''))
  if (known !== undefined) return known
  let out = ''
  for (const letter of word.replace(article, '')) out += readingArabic[letter] ?? ''
  return tidy(settleArabic(out))
}

/** و and ی between consonants are vowels; before a vowel and at the start they are consonants. */
function settleArabic(raw: string): string {
  return raw
    .replace(/^A(?=[aiuWJ])/, '')
    .replaceAll('A', 'a')
    .replace(/H$/, 'a')
    .replaceAll('H', 'h')
    .replace(/WW(?=a?$)/, 'ov') // the Turkmen -ow, -owa
    .replace(/(?<=...)JW(?=a?$)/, 'ev')
    .replace(/Wf(?=a?$)/, 'ov') // ف writes the v of -ov, -ova, -ev, -eva
    .replace(/Jf(?=a?$)/, 'ev')
    .replace(/Wf(?=na$|JJ?c$|Jtx$)/, 'ov')
    .replace(/Jf(?=na$|JJ?c$|Jtx$)/, 'ev')
    .replace(/xtx/g, 'x') // how щ is written
    .replaceAll('tx', 'c')
    .replace(/^aW/, 'u')
    .replace(/(?<=[aeiou]|^)W(?=[aeiouJ])/g, 'v')
    .replaceAll('W', 'u')
    .replaceAll('J', 'i')
}

/** Settles the capitals and drops what spellings disagree on: doubled letters, silent glides, final h. */
export function tidy(raw: string): string {
  let out = ''
  // Kept apart from `out`: looking into a string that grows makes a long word slow.
  let before = ''
  for (let at = 0; at < raw.length; at++) {
    const sound = raw.charAt(at)
    const next = raw.charAt(at + 1)
    const afterVowel = before === '' || vowels.includes(before)
    let add = sound
    if (sound === 'Y') add = afterVowel ? 'io' : 'e'
    else if (sound === 'U') add = afterVowel ? 'iu' : 'u'
    else if (sound === 'N') add = next === '' || /[bcdfghjklmnprstvxz]/.test(next) ? 'n' : 'ng'
    else if (sound === 'I') add = /[aeiouUY]/.test(next) ? 'i' : ''
    else if (sound === 'v' && before === 'a' && /[bcdfghjklmnprstxz]/.test(next)) add = 'u' // Davlat, Daulet
    if (add.charAt(0) === before) add = add.slice(1)
    out += add
    before = add.charAt(add.length - 1) || before
  }
  if (out.length > 3 && out.endsWith('h') && vowels.includes(out.charAt(out.length - 2)))
    out = out.slice(0, -1)
  return out
}
