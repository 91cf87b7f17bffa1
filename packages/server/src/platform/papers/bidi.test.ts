import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { brokenAt, visualPieces } from './bidi.ts'

const seen = (text: string) => visualPieces(text).join('')

describe('pieces from left to right', () => {
  test.each([
    ['no Arabic stays as it is', 'Нурланов Азамат (7)', 'Нурланов Азамат (7)'],
    ['two Arabic words change places, each keeps its letters', 'علي حسن', 'حسن علي'],
    ['Cyrillic first, Arabic after it', 'Алиев علي حسن', 'Алиев حسن علي'],
    ['Arabic first: the Cyrillic word stands to its left', 'علي Алиев', 'Алиев علي'],
    ['a number keeps its digits', 'علي 2016', '2016 علي'],
    ['brackets look the other way', 'علي (حسن)', ')حسن( علي'],
  ])('%s', (_, text, expected) => expect(seen(text)).toBe(expected))
})

test('nothing is lost and nothing is added, brackets apart', () => {
  const word = fc.constantFrom('علي', 'حسن', 'Алиев', 'Anvar', '2016', 'بنت', '-')
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), words => {
      const line = words.join(' ')
      expect([...seen(line)].sort()).toEqual([...line].sort())
    }),
  )
})

test.each([
  ['one two three', 7, ['one two', 'three']],
  ['aVeryLongWord b', 4, ['aVeryLongWord', 'b']],
  ['', 4, ['']],
])('%s breaks after %i', (text, most, expected) => expect(brokenAt(text, most)).toEqual(expected))
