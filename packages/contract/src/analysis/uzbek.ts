/**
 * Uzbek is written in two alphabets, often on one page. Both are brought to the Latin one (law of 2 September 1993 with its
 * changes of 1995), in which the suffix rules are written; a stem goes back to the letters it came in.
 */

const fromCyrillic: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  ж: 'j',
  з: 'z',
  и: 'i',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'x',
  ц: 's',
  ч: 'ch',
  ш: 'sh',
  щ: 'sh',
  ъ: 'ʼ',
  ы: 'i',
  ь: '',
  э: 'e',
  ё: 'yo',
  ю: 'yu',
  я: 'ya',
  ў: 'oʻ',
  қ: 'q',
  ғ: 'gʻ',
  ҳ: 'h',
}
const vowel = /[аеёиоуэюяўы]/

export const hasCyrillic = (word: string): boolean => /[\u0400-\u052f]/.test(word)

/** A lower-case word in the Latin alphabet; letters that are in neither stay. */
export function uzbekLatin(word: string): string {
  if (!hasCyrillic(word))
    return word.replace(/[õöŏ]/g, 'oʻ').replace(/ğ/g, 'gʻ').replace(/ş/g, 'sh').replace(/ç/g, 'ch')
  let out = ''
  for (let at = 0; at < word.length; at++) {
    const letter = word[at] ?? ''
    const before = word[at - 1] ?? ''
    if (letter === 'е') out += at === 0 || vowel.test(before) || /[ъь]/.test(before) ? 'ye' : 'e'
    else if (letter === 'ц') out += vowel.test(before) ? 'ts' : 's'
    else out += fromCyrillic[letter] ?? letter
  }
  return out
}

const toCyrillic: readonly (readonly [RegExp, string])[] = [
  [/oʻ/g, 'ў'],
  [/gʻ/g, 'ғ'],
  [/sh/g, 'ш'],
  [/ch/g, 'ч'],
  [/yo/g, 'ё'],
  [/yu/g, 'ю'],
  [/ya/g, 'я'],
  [/ye/g, 'е'],
  [/ts/g, 'ц'],
  [/(^|[\s-])e/g, '$1э'],
  [/ʼ/g, 'ъ'],
]
const oneLetter: Readonly<Record<string, string>> = Object.fromEntries([
  ...Object.entries(fromCyrillic)
    .filter(([cyrillic, latin]) => latin.length === 1 && !'цщыэ'.includes(cyrillic))
    .map(([cyrillic, latin]) => [latin, cyrillic]),
  ['e', 'е'],
])

export function uzbekCyrillic(word: string): string {
  let out = word
  for (const [latin, cyrillic] of toCyrillic) out = out.replace(latin, cyrillic)
  return [...out].map(letter => oneLetter[letter] ?? letter).join('')
}
