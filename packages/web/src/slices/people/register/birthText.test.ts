import type { BirthDate } from '@kerege/contract/people/schema'
import { expect, test } from 'vitest'
import { birthToText, readBirth } from './birthText.ts'

const today = '2026-11-24'
const aged = (age: number): BirthDate => ({ precision: 'estimated', age, asOf: today })

test.each<[string, BirthDate | undefined]>([
  ['14.03.1992', { precision: 'day', date: '1992-03-14' }],
  [' 4/3/1992 ', { precision: 'day', date: '1992-03-04' }],
  ['1992-03-14', { precision: 'day', date: '1992-03-14' }],
  ['3.1992', { precision: 'month', month: '1992-03' }],
  ['1992', { precision: 'year', year: 1992 }],
  ['9', aged(9)],
  ['about 9 years', aged(9)],
  ['около 9 лет', aged(9)],
  ['9 жас шамасында', aged(9)],
  ['9 ёшларда', aged(9)],
  ['~1990', aged(36)],
  ['8 айлық', aged(0)],
  ['18 месяцев', aged(1)],
  ['3 weeks', aged(0)],
  ['', undefined],
  ['nobody knows', undefined],
  ['8 or 9', undefined],
  ['431', undefined],
])('%j is read', (text, birth) => {
  expect(readBirth(text, today)).toEqual(birth)
})

test('what was read can be shown again', () => {
  for (const text of ['14.03.1992', '03.1992', '1992', '9']) {
    const birth = readBirth(text, today)
    expect(birth && birthToText(birth)).toBe(text)
  }
})
