/** What is said below a field: places that are worth a look in the language of the text, and nothing below plain words. */
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import LookAtText from './LookAtText.tsx'

vi.mock(import('../../../i18n/useT.tsx'), async original => ({ ...(await original()), useT: () => id => id }))

const shown = (text: string, language: 'en' | 'ru' | 'uz', audience: 'public' | 'practitioners' = 'public') =>
  renderToStaticMarkup(<LookAtText text={text} language={language} audience={audience} />)

test.each([
  ['en', 'Two schools began with talks between parents and teachers.'],
  ['ru', 'Две школы начали с бесед родителей и учителей.'],
  ['uz', 'Ikki maktab suhbatdan boshladi.'],
] as const)('nothing below plain words in %s', (language, text) => {
  expect(shown(text, language)).not.toContain('<mark>')
})

test.each([
  ['en', 'We helped wives of fighters in the town.'],
  ['ru', 'Помогали жёнам боевиков в городе.'],
] as const)('words that label are marked in %s', (language, text) => {
  expect(shown(text, language)).toContain('<mark>')
})

test('an operation is named among colleagues, not in public', () => {
  const text = 'Families came home with operation Zhusan.'
  expect(shown(text, 'en')).toContain('practices.check.operation-name')
  expect(shown(text, 'en', 'practitioners')).not.toContain('practices.check.operation-name')
})
