/** Themes are found by a word in any language, and every one has a word in each. */
import { languages } from '@kerege/contract/common'
import { expect, test } from 'vitest'
import { findChoice } from '../../../ui/form/findChoice.ts'
import { themeOptions, themeWords } from './themes.ts'

test.each(languages)('every theme has its own word in %s', language => {
  const options = themeOptions(language)
  expect(options.filter(({ label }) => label === '')).toEqual([])
  expect(options.length).toBeGreaterThan(80)
})

test.each([
  ['en', 'guardianship', 'guardianship'],
  ['kk', 'опека', 'guardianship'],
  ['uz', 'vasiylik', 'guardianship'],
  ['ru', 'қамқоршылық', 'guardianship'],
] as const)('a reader of %s finds "%s"', (language, typed, id) => {
  expect(findChoice(themeOptions(language))(id, typed)).toBe(true)
})

test('what is not known here is left out', () => {
  expect(themeWords(['guardianship', 'of-a-newer-hub'], 'ru')).toEqual(['Опека'])
})
