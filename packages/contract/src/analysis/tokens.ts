/**
 * Words of a text, with the place where each stands, for indexes and for marking what was found.
 * A hyphen separates (ота-она is two words); an apostrophe does not: it is a letter in Uzbek, a sign in Tajik loans.
 */
import { repairLookAlikes } from '../names/script.ts'

export interface Token {
  /** Lower case, composed, apostrophes in one form: ʻ after o and g, ʼ elsewhere. */
  readonly word: string
  /** Where it stands in the text as given. */
  readonly start: number
  readonly end: number
}

/** Every apostrophe that keyboards put into Uzbek and English words. */
const apostrophes = "'’ʻʼ‘`´ʹ′"
const wordPattern = new RegExp(`[\\p{L}\\p{M}\\p{N}]+(?:[${apostrophes}][\\p{L}\\p{M}\\p{N}]*)*`, 'gu')
const anyApostrophe = new RegExp(`[${apostrophes}]`, 'g')
/** Longer than any word of ours: what comes here is data, and no stemmer is made for it. */
const longest = 60

/** Words as they are written, with the place where each begins. */
export function* rawWords(text: string): Generator<[start: number, raw: string]> {
  for (const match of text.matchAll(wordPattern)) yield [match.index, match[0]]
}

export function tokensOf(text: string): Token[] {
  const found: Token[] = []
  for (const [start, raw] of rawWords(text)) {
    const word = normalWord(raw)
    if (word !== '') found.push({ word, start, end: start + raw.length })
  }
  return found
}

/** One word as all that follows expects it. The dot that lower-casing leaves of a Turkish İ is taken away. */
export function normalWord(raw: string): string {
  const lower = raw.slice(0, longest).normalize('NFC').toLowerCase().replaceAll('\u0307', '').normalize('NFC')
  const turned = lower
    .replace(anyApostrophe, (_, at: number) => (/[og]/.test(lower[at - 1] ?? '') ? 'ʻ' : 'ʼ'))
    .replace(/ʼ+$/, '')
  return repairLookAlikes(turned)
}
