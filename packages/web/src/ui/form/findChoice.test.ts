import { describe, expect, test } from 'vitest'
import { findChoice, fitting } from './findChoice.ts'
import { grouped } from './grouped.ts'

const options = [
  {
    value: 'KZ-61',
    label: 'Turkistan region',
    words: ['Туркестанская область', 'Түркістан облысы', 'Вилояти Туркистон'],
  },
  { value: 'KZ-27', label: 'West Kazakhstan region', words: ['Батыс Қазақстан облысы'] },
  { value: 'KG-GO', label: 'Osh city, Kyrgyzstan', words: ['Город Ош', 'Шаҳри Ӯш'], group: 'Kyrgyzstan' },
  { value: 'UZ-XO', label: 'Khorezm region, Uzbekistan', words: ['Xorazm viloyati'], group: 'Uzbekistan' },
  { value: 'n', label: 'Room 14', words: [] },
]

describe('a choice is found', () => {
  const finds = findChoice(options)
  const found = (typed: string) => options.map(({ value }) => value).filter(value => finds(value, typed))
  test.each([
    ['by its beginning', 'turk', ['KZ-61']],
    ['in another language and script', 'түркіс', ['KZ-61']],
    ['in a third one', 'ош', ['KG-GO']],
    ['by two words in any order', 'облысы батыс', ['KZ-27']],
    ['by the country', 'узб', ['UZ-XO']],
    ['by figures as they stand', '14', ['n']],
    ['not by the middle of a word', 'kistan', []],
    ['not by what is on no list', 'Zanzibar', []],
  ])('%s', (_, typed, expected) => expect(found(typed)).toEqual(expected))
})

test('groups come after what has none, in the order in which they are met, without their words', () => {
  expect(grouped(options)).toEqual([
    { value: 'KZ-61', label: 'Turkistan region' },
    { value: 'KZ-27', label: 'West Kazakhstan region' },
    { value: 'n', label: 'Room 14' },
    { group: 'Kyrgyzstan', items: [{ value: 'KG-GO', label: 'Osh city, Kyrgyzstan' }] },
    { group: 'Uzbekistan', items: [{ value: 'UZ-XO', label: 'Khorezm region, Uzbekistan' }] },
  ])
})

test('a group without a fitting choice goes too', () => {
  const left = fitting(
    [
      { value: 'a', label: 'A' },
      { group: 'G', items: [{ value: 'b', label: 'B' }] },
      { group: 'H', items: [{ value: 'c', label: 'C' }] },
    ],
    value => value === 'c',
  )
  expect(left).toEqual([{ group: 'H', items: [{ value: 'c', label: 'C' }] }])
})
