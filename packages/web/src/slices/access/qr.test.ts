import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { qrSquare } from './qr.ts'

const drawing = (text: string) =>
  qrSquare(text)
    .map(row => row.map(on => (on ? '#' : '.')).join(''))
    .join('\n')

// The squares were read back by an independent reader when these digests were taken.
test.each([
  ['HI', 21, 'e589e923c518316f'],
  [
    `otpauth://totp/Kerege:a%40kz.example?secret=${'JBSWY3DP'.repeat(4)}&issuer=Kerege`,
    41,
    '5e9a98105ffd7c17',
  ],
  ['x'.repeat(400), 77, '3ab07ec2273737c5'],
])('%s takes a square of %i', (text, size, digest) => {
  const square = qrSquare(text)
  expect([square.length, square[0]?.length]).toEqual([size, size])
  expect(createHash('sha256').update(drawing(text)).digest('hex').slice(0, 16)).toBe(digest)
})

test('the three corners are marked', () => {
  const lines = drawing('HI').split('\n')
  for (const line of [lines[0], lines[6]]) expect(line).toMatch(/^#######\..*\.#######$/)
  expect(lines[20]).toMatch(/^#######\./)
})

test('too long a text is refused', () => {
  expect(() => qrSquare('x'.repeat(413))).toThrow(RangeError)
})
