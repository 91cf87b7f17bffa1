import { expect, test } from 'vitest'
import { masked } from './masked.ts'

test.each([
  ['230000290417', '•••• •••• 0417'],
  ['N1234567', '•••• 4567'],
  ['0417', '••• 7'],
])('%s is shown as %s', (value, shown) => {
  expect(masked(value)).toBe(shown)
})
