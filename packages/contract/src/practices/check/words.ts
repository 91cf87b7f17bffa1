/**
 * A text as words with their places, read once from front to back, so that everything built on it stays linear. Words are
 * compared by a key: small letters, no apostrophes, no hidden marks, Uzbek Cyrillic as Latin, look-alike letters as their own.
 */
import type { Language } from '../../common.ts'
import { plainDigits } from '../../personalData.ts'

/** How a word follows the one before it: `quote` also stands for brackets. */
export type Gap = 'space' | 'quote' | 'comma' | 'end'

export interface Word {
  text: string
  key: string
  /** The key before Uzbek Cyrillic became Latin; names are looked up by it. */
  plain: string
  from: number
  to: number
  gap: Gap
  /** Begins with a capital and is not written in capitals alone, as abbreviations are. */
  capital: boolean
  /** The value of a whole number in digits. */
  number?: number
  /** A full stop follows at once. */
  dot: boolean
}

const wordPattern = /[\p{L}\p{M}][\p{L}\p{M}'’‘`ʻʼ´\u00ad\u200b-\u200d\u2060]*|\p{Nd}+(?:[.,]\p{Nd}+)*/gu
const noise = /['’‘`ʻʼ´\u00ad\u200b-\u200d\u2060]/g
const simple = /^(?:[a-z]+|[а-яәғқңөұүһіҳҷӣӯ]+)$/
/** Short forms that end in a full stop in the middle of a sentence. */
const shortForms: ReadonlySet<string> = new Set(
  'им ст св ул обл пос дер стр рис тыс dr mr mrs ms art no st т.б'.split(' '),
)

const lookAlikes: Readonly<Record<string, string>> = {
  a: 'а',
  c: 'с',
  e: 'е',
  i: 'і',
  o: 'о',
  p: 'р',
  x: 'х',
  y: 'у',
}
const uzbekLatin: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'а=a б=b в=v г=g д=d е=e ж=j з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=x ц=ts ч=ch ш=sh ' +
    'ъ= ь= э=e ю=yu я=ya ў=o қ=q ғ=g ҳ=h'
  )
    .split(' ')
    .map(pair => pair.split('=') as [string, string]),
)

/** The key of a word or of an entry in a table. */
export function fold(text: string): string {
  let key = text.toLowerCase()
  if (simple.test(key)) return key
  key = key.replace(noise, '').normalize('NFC').replaceAll('ё', 'е')
  // A Latin letter slipped into a Cyrillic word, by hand or on purpose.
  if (/[а-я]/.test(key) && /[a-z]/.test(key)) key = key.replace(/[a-z]/g, sign => lookAlikes[sign] ?? sign)
  return key
}

const uzbekKey = (key: string): string =>
  /[а-яўқғҳ]/.test(key)
    ? key.replace(/^е/, 'ye').replace(/[а-яўқғҳ]/g, sign => uzbekLatin[sign] ?? sign)
    : key

export function wordsOf(text: string, language: Language): Word[] {
  const words: Word[] = []
  let last: Word | undefined
  for (const { 0: found, index: from } of text.matchAll(wordPattern)) {
    const to = from + found.length
    const plain = fold(found)
    const key = language === 'uz' ? uzbekKey(plain) : plain
    const second = found[1]
    const capital =
      found[0] !== found[0]?.toLowerCase() && (second === undefined || second === second.toLowerCase())
    const gap = last ? gapBetween(text, last, from) : 'end'
    const word: Word = { text: found, key, plain, from, to, gap, capital, dot: text[to] === '.' }
    if (/^\p{Nd}{1,9}$/u.test(found)) word.number = Number(plainDigits(found))
    words.push(word)
    last = word
  }
  return words
}

function gapBetween(text: string, last: Word, from: number): Gap {
  if (from - last.to === 1 && text[last.to] === ' ') return 'space'
  const between = text.slice(last.to, Math.min(from, last.to + 20))
  // An initial or a short form such as "с." does not end a sentence.
  const short = last.dot && (last.text.length === 1 || shortForms.has(last.plain))
  if (/[!?…;\n]/.test(between) || (!short && between.includes('.'))) return 'end'
  if (/[,:–—()]|\s-\s/.test(between)) return 'comma'
  if (/["«»“”„[\]]/.test(between)) return 'quote'
  return 'space'
}
