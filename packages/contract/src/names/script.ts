/**
 * Which script a word is written in, and the repair of look-alike letters.
 * Judges word by word: a list often mixes scripts, a single word never does on purpose.
 */

export type NameScript = 'Latn' | 'Cyrl' | 'Arab' | 'Zyyy'

const cyrillic = /[\u0400-\u052f\u1c80-\u1c8f\u2de0-\u2dff\ua640-\ua69f]/
const arabic = /[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff]/
const latin = /[a-z\u00aa-\u024f\u0259\u1e00-\u1eff]/i

function scriptOfLetter(letter: string): NameScript {
  if (cyrillic.test(letter)) return 'Cyrl'
  if (arabic.test(letter)) return 'Arab'
  return latin.test(letter) ? 'Latn' : 'Zyyy'
}

/** The script of most letters; `Zyyy` when there is none that the library reads. */
export function scriptOf(text: string): NameScript {
  let cyrl = 0
  let latn = 0
  let arab = 0
  for (const letter of text) {
    const script = scriptOfLetter(letter)
    if (script === 'Cyrl') cyrl++
    else if (script === 'Latn') latn++
    else if (script === 'Arab') arab++
  }
  if (cyrl + latn + arab === 0) return 'Zyyy'
  if (arab > cyrl && arab > latn) return 'Arab'
  return cyrl > latn ? 'Cyrl' : 'Latn'
}

// Pairs that look the same in print. Lower case only: words are lowered before the repair.
const latinTwin = 'aceiopxyhkmtbäöëïə'
const cyrillicTwin = 'асеіорхуһкмтвӓӧёїә'
const toCyrillic = new Map([...latinTwin].map((letter, at) => [letter, cyrillicTwin[at] ?? letter]))
const toLatin = new Map([...cyrillicTwin].map((letter, at) => [letter, latinTwin[at] ?? letter]))
// Capital twins differ from the small ones: В is a twin of B, н of H, т of T.
const lowerTwins: [string, string][] = [
  ['т', 't'],
  ['м', 'm'],
  ['н', 'h'],
  ['к', 'k'],
  ['в', 'b'],
]
for (const [cyrl, latn] of lowerTwins) toLatin.set(cyrl, latn)
toCyrillic.set('h', 'н')

// Letters that only one alphabet of ours has: a word with one of them and Latin twins is Cyrillic.
const onlyCyrillic = /[бгджзийлпфцчшщъыьэюягқғңөүұҳҷӣӯўѓ]/
const onlyLatin = /[dfgjlnqrsuvwzçğışňñşöü]/

/**
 * Puts a lower-case word of mixed Latin and Cyrillic into the one script it was meant in,
 * where every foreign letter has a look-alike; otherwise gives the word back unchanged.
 */
export function repairLookAlikes(word: string): string {
  if (!cyrillic.test(word) || !latin.test(word)) return word
  const table = intendedScript(word) === 'Cyrl' ? toCyrillic : toLatin
  let out = ''
  for (const letter of word) out += table.get(letter) ?? letter
  return out
}

function intendedScript(word: string): NameScript {
  const clearlyCyrillic = onlyCyrillic.test(word)
  const clearlyLatin = onlyLatin.test(word)
  if (clearlyCyrillic !== clearlyLatin) return clearlyCyrillic ? 'Cyrl' : 'Latn'
  return scriptOf(word)
}
