/** Words of a question are found again in another ending and another script; little words are no words. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordKeys } from './words.ts'
import { anyText } from '../../testing/anyText.ts'

const share = (one: string, other: string) => {
  const keys = new Set(wordKeys(other))
  return wordKeys(one).filter(key => keys.has(key)).length
}

test.each([
  ['мактабдан', 'maktabga', 'Uzbek in two scripts'],
  ['Гувоҳномаи таваллуд', 'гувоҳномаро', 'Tajik with another ending'],
  ['мектепке бару', 'мектептен', 'Kazakh with another ending'],
  ['birth certificates', 'a birth certificate', 'English plural'],
  ['свидетельства о рождении', 'свидетельство', 'Russian case'],
  ['mekdebiň psihologynyň', 'psihologyna', 'Turkmen with another ending'],
])('%s is found by %s: %s', (one, other) => {
  expect(share(one, other)).toBeGreaterThan(0)
})

test('little words find nothing', () => {
  expect(wordKeys('What is the … of it? Что это? Не керек? Чӣ барои?')).toEqual([])
})

test('whatever is typed, keys are short, few and plain', () => {
  fc.assert(
    fc.property(anyText({ maxLength: 400 }), text => {
      const keys = wordKeys(text)
      return keys.length <= 120 && keys.every(key => /^[a-z0-9]{3,5}$/.test(key))
    }),
  )
})
