/**
 * Uzbek in its Cyrillic letters, made from the Latin catalogue: two alphabets are one language, not two
 * translations. Only for our own texts and names of places; names of persons are written as they were given.
 */

const pairs: readonly (readonly [latin: string, cyrillic: string])[] = [
  ['oʻ', 'ў'],
  ['gʻ', 'ғ'],
  ['yoʻ', 'йў'],
  ['sh', 'ш'],
  ['ch', 'ч'],
  ['yo', 'ё'],
  ['yu', 'ю'],
  ['ya', 'я'],
  ['ye', 'е'],
  ['a', 'а'],
  ['b', 'б'],
  ['d', 'д'],
  ['e', 'е'],
  ['f', 'ф'],
  ['g', 'г'],
  ['h', 'ҳ'],
  ['i', 'и'],
  ['j', 'ж'],
  ['k', 'к'],
  ['l', 'л'],
  ['m', 'м'],
  ['n', 'н'],
  ['o', 'о'],
  ['p', 'п'],
  ['q', 'қ'],
  ['r', 'р'],
  ['s', 'с'],
  ['t', 'т'],
  ['u', 'у'],
  ['v', 'в'],
  ['x', 'х'],
  ['y', 'й'],
  ['z', 'з'],
  ['ʼ', 'ъ'],
]

// Words that stay as they are: names of things, not Uzbek words.
const kept = /^(Kerege|Excel|CSV|PDF|FHIR|Ctrl|Enter|Esc|QR|ISO|XLSX)$/
// Latin spelling dropped the letters ц and the soft sign that Cyrillic keeps in borrowed words.
const borrowed: Record<string, string> = {
  sentabr: 'сентябрь',
  oktabr: 'октябрь',
  noyabr: 'ноябрь',
  dekabr: 'декабрь',
  yanvar: 'январь',
  fevral: 'февраль',
  aprel: 'апрель',
  iyun: 'июнь',
  iyul: 'июль',
  rol: 'роль',
}

/** Uzbek Latin text in Cyrillic letters; letters outside Uzbek words stay. */
export const toCyrillic = (text: string): string =>
  text.replace(/[A-Za-zʻʼ]+/gu, word => (kept.test(word) ? word : wordInCyrillic(word)))

function wordInCyrillic(word: string): string {
  const lower = word.toLowerCase()
  const known = borrowed[lower]
  if (known) return like(word, known)
  let result = ''
  for (let at = 0; at < word.length; ) {
    const pair = at === 0 || 'aeiou'.includes(lower[at - 1] ?? '') ? startOfSound(lower, at) : undefined
    const [latin, cyrillic] = pair ??
      pairs.find(([from]) => lower.startsWith(from, at)) ?? [lower[at] ?? '', word[at] ?? '']
    result += like(word.slice(at, at + latin.length), cyrillic)
    at += latin.length
  }
  return result
}

// E opens a word or follows a vowel as Э: "erta" is эрта, "shoir" has none.
const startOfSound = (lower: string, at: number) => (lower[at] === 'e' ? (['e', 'э'] as const) : undefined)

const like = (pattern: string, letters: string): string =>
  pattern !== pattern.toLowerCase() ? letters.charAt(0).toUpperCase() + letters.slice(1) : letters
