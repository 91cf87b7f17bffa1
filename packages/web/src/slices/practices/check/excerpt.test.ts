/** What an author sees of a place that the check found. */
import { expect, test } from 'vitest'
import { excerptOf } from './excerpt.ts'

test('a short text stands whole', () => {
  expect(excerptOf('A boy named Rustam came', 2, 18)).toEqual({
    before: 'A ',
    found: 'boy named Rustam',
    after: ' came',
  })
})

test('a long one is cut between words, with a mark', () => {
  const text = `${'word '.repeat(40)}boy named Rustam ${'other '.repeat(40)}`
  const at = text.indexOf('boy')
  const { before, found, after } = excerptOf(text, at, at + 16)
  expect(found).toBe('boy named Rustam')
  expect(before).toMatch(/^… word (?:word )*$/)
  expect(after).toMatch(/^ other(?: other)* …$/)
  expect(before.length + after.length).toBeLessThan(110)
})

test('one word without an end is cut all the same', () => {
  const { before, after } = excerptOf('a'.repeat(500), 200, 210)
  expect(before.length + after.length).toBeLessThan(110)
})
