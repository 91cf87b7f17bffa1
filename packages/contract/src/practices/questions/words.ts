/**
 * The words by which a question or an entry of the directory is found again: folded over scripts, cut where endings begin, the
 * little words left out. Rough on purpose: it proposes, and people look. A better analyser takes its place behind `wordKeys`.
 */

/** Rises whenever `wordKeys` answers otherwise than before: what is stored is then written anew. */
export const wordsVersion = 1

const letters: Readonly<Record<string, string>> = {
  ...pairs('абвгғдеёжзийӣіїкқлмнңоөпрстуӯұүфхҳһцыэәҷў', 'abvggdeejziiiiikklmnnooprstuuuufhhhcieajo'),
  ч: 'ch',
  ш: 'sh',
  щ: 'sh',
  ю: 'iu',
  я: 'ia',
  ъ: '',
  ь: '',
  q: 'k',
  x: 'h',
  w: 'v',
  y: 'i',
  ı: 'i',
  ş: 'sh',
  ç: 'ch',
  ž: 'j',
  ň: 'n',
  ö: 'o',
  ü: 'u',
  ä: 'a',
  ý: 'i',
}

function pairs(from: string, to: string): Record<string, string> {
  return Object.fromEntries([...from].map((letter, at) => [letter, to[at] ?? '']))
}

const marks = /[\u0300-\u036f\u02b0-\u02ff'’‘`]/gu

/** One word in the letters that all our scripts fold to. */
function folded(word: string): string {
  const plain = [...word].map(letter => letters[letter] ?? letter).join('')
  return plain
    .normalize('NFKD')
    .replace(marks, '')
    .replace(/[^a-z0-9]/g, '')
}

// Our languages add endings: the beginning of a word is what stays.
const stem = (word: string) => word.slice(0, 5)

const little = [
  'the and for with that this from what who how are not was which when where can our your have has there about into',
  'что как для или при это кто где они все его нет есть если можно какие какой чтобы',
  'мен және үшін пен болса керек қандай қалай',
  'менен жана үчүн кандай кантип',
  'барои чӣ кадом аст дар бо то агар чун',
  'bilen üçin nähili haýsy nädip',
  'uchun bilan qanday qaysi kerak',
].join(' ')

const mostKeys = 120

/** @returns distinct keys in order of appearance; empty where nothing but little words was said */
export function wordKeys(text: string): string[] {
  const keys = new Set<string>()
  for (const [word] of text
    .slice(0, 20_000)
    .toLowerCase()
    .normalize('NFC')
    .matchAll(/[\p{L}\p{M}\p{N}'’ʻʼ‘`]+/gu)) {
    const key = stem(folded(word))
    if (key.length < 3 || littleKeys.has(key)) continue
    keys.add(key)
    if (keys.size === mostKeys) break
  }
  return [...keys]
}

const littleKeys: ReadonlySet<string> = new Set(little.split(' ').map(word => stem(folded(word))))
