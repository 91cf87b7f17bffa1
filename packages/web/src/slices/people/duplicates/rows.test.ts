import type { Person } from '@kerege/contract/people/schema'
import { expect, test } from 'vitest'
import { rowsOf } from './rows.ts'

const name = (family: string) => ({ family, script: 'Latn', use: 'usual', source: 'self' }) as const

const person = (contact: object, over: object = {}) =>
  ({
    area: 'KZ-75',
    contact: {
      names: [name('A')],
      sex: 'female',
      birth: { precision: 'unknown' },
      languages: [],
      contacts: [],
      ...contact,
    },
    ...over,
  }) as unknown as Person // only what is compared

test('each field says whether it is the same, differs, or stands in one record only', () => {
  const one = person(
    { birth: { precision: 'year', year: 2017 } },
    { identity: { identifiers: [{ system: 'iin', value: '1' }] } },
  )
  const other = person({ names: [name('A'), name('B')], sex: 'male' })
  expect(rowsOf(one, other).map(row => [row.field, row.mark])).toEqual([
    ['names', 'partly'],
    ['birth', 'one'],
    ['sex', 'differs'],
    ['area', 'same'],
  ])
})

test('the order of keys is no difference, and an unknown sex is nothing', () => {
  const one = person({ contacts: [{ system: 'phone', value: '1', discretion: 'open' }], sex: 'unknown' })
  const other = person({ contacts: [{ value: '1', discretion: 'open', system: 'phone' }] })
  expect(rowsOf(one, other).map(row => [row.field, row.mark])).toEqual([
    ['names', 'same'],
    ['sex', 'other'],
    ['area', 'same'],
    ['contacts', 'same'],
  ])
})
