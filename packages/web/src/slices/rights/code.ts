/** The code that a family keeps: made on the device, so that an answer that is lost takes no code with it. */
import { receiptLetters } from '@kerege/contract/rights/complaints'

/** Sixty bits: nobody guesses one. */
export function newCode(): string {
  // 256 is a multiple of 32, so every letter is as likely as any other.
  return [...crypto.getRandomValues(new Uint8Array(12))].map(byte => receiptLetters[byte % 32]).join('')
}

/** In three groups, as it is read aloud and written down. */
export const inGroups = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-')
