import { expect, test } from 'vitest'
import { dayFromText, dayToText, monthFromText, monthToText } from './dayText.ts'

test.each([
  ['24.11.2026', '2026-11-24'],
  ['4.1.2026', '2026-01-04'],
  ['24/11/2026', '2026-11-24'],
  ['24.11', '24.11'],
  ['yesterday', 'yesterday'],
])('%s is stored as %s', (typed, stored) => {
  expect(dayFromText(typed)).toBe(stored)
})

test('what is stored is shown as people write it', () => {
  expect(dayToText('2026-11-24')).toBe('24.11.2026')
  expect(monthFromText('3.1992')).toBe('1992-03')
  expect(monthToText('1992-03')).toBe('03.1992')
})
