/**
 * Whatever may be typed: any character that Unicode can ever have, unassigned ones among them. What `unit: 'binary'` of the library
 * draws, without the table of a million characters that it makes first, a second of work in each file.
 */
import fc from 'fast-check'

/** Half pairs are no characters. */
const [firstHalf, halves] = [0xd800, 0x800]

const anyCharacter = fc.integer({ min: 0, max: 0x10ffff - halves }).map(
  number => String.fromCodePoint(number < firstHalf ? number : number + halves),
  // Told so that the library can mix in words that are known for trouble.
  text => {
    const point = typeof text === 'string' ? text.codePointAt(0) : undefined
    if (point === undefined || text !== String.fromCodePoint(point)) throw new TypeError('not one character')
    return point < firstHalf ? point : point - halves
  },
)

export const anyText = (lengths: { minLength?: number; maxLength?: number } = {}) =>
  fc.string({ ...lengths, unit: anyCharacter })
