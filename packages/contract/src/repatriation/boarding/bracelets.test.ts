import { expect, test } from 'vitest'
import { nextFree } from './bracelets.ts'

test.each([
  ['12', [], '13'],
  ['12', ['13', '14'], '15'],
  ['A-09', ['A-10'], 'A-11'],
  ['0099', [], '0100'],
  ['red', ['red-2'], 'red-3'],
  ['x'.repeat(24), [], `${'x'.repeat(18)}-2`],
])('%s with %j worn offers %s', (taken, worn, next) => {
  expect(nextFree(taken, new Set([taken, ...worn]))).toBe(next)
})
