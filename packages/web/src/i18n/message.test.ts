import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage'
import { describe, expect, test } from 'vitest'
import { type Compiled, textOf } from './message.ts'

const fill = (text: string, values: Record<string, unknown>, language: 'en' | 'ru' | 'kk' = 'en') =>
  textOf(compileMessageOrThrow(text) as Compiled, values, { language, number: String })

describe('a message', () => {
  test('takes its values', () => {
    expect(fill('Account of {name}', { name: 'Айнұр' })).toBe('Account of Айнұр')
    expect(fill('Kept', {})).toBe('Kept')
    expect(fill('{gone}.', {})).toBe('.')
  })

  const days = '{n, plural, =0 {сегодня} one {# день} few {# дня} many {# дней} other {# дня}}'
  test.each([
    [0, 'сегодня'],
    [1, '1 день'],
    [3, '3 дня'],
    [11, '11 дней'],
    [21, '21 день'],
    [1.5, '1.5 дня'],
  ])('counts %s as %s', (n, text) => {
    expect(fill(days, { n }, 'ru')).toBe(text)
  })

  test('chooses, and falls back to other for what it does not know', () => {
    const text = '{sex, select, female {she} other {they}}'
    expect(fill(text, { sex: 'female' })).toBe('she')
    expect(fill(text, { sex: 'toString' })).toBe('they')
  })

  test('counts places in a row by the rules of the language', () => {
    expect(fill('{n, selectordinal, many {#-шы} other {#-ші}}', { n: 6 }, 'kk')).toBe('6-шы')
    expect(fill('{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}', { n: 12 })).toBe('12th')
  })
})
