import { expect, test } from 'vitest'
import { safeReturn } from './safeReturn.ts'

test.each([
  ['/people/1?tab=identity', '/people/1?tab=identity'],
  ['//elsewhere.example/x', '/today'],
  ['/\\elsewhere.example', '/today'],
  ['https://elsewhere.example', '/today'],
  ['/\t/elsewhere.example', '/today'],
  ['/x\\..\\..//elsewhere.example', '/today'],
  ['/sign-in?return=/people', '/today'],
  [undefined, '/today'],
])('%s leads to %s', (asked, path) => {
  expect(safeReturn(asked)).toBe(path)
})
