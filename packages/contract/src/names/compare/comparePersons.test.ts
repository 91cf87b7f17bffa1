import { describe, expect, test } from 'vitest'
import {
  compareBirthDates,
  comparePersons,
  type PersonFields,
  preparePerson,
  readBirthDate,
} from '../index.ts'

const alisher: PersonFields = { given: 'Alisher', family: 'Karimov', birthDate: '2010-05-03', sex: 'm' }
const same = (changes: PersonFields) =>
  comparePersons(alisher, { given: 'Алишер', family: 'Каримов', ...changes })
const codes = (changes: PersonFields) => same(changes).reasons.map(({ code }) => code)

describe('one person', () => {
  test.each<[string, PersonFields, string]>([
    ['the same birth date', { birthDate: '2010-05-03' }, 'birth-date-same'],
    ['another notation', { birthDate: '03.05.2010' }, 'birth-date-same'],
    ['day and month swapped', { birthDate: '2010-03-05' }, 'birth-date-swapped'],
    ['the year only', { birthDate: '2010' }, 'birth-year-same'],
    ['the first of January', { birthDate: '2010-01-01' }, 'birth-year-same'],
    ['a slip in the year', { birthDate: '2011-05-03' }, 'birth-year-slip'],
    ['a slip in the day', { birthDate: '2010-05-04' }, 'birth-day-slip'],
    ['an estimated year', { birthDate: '~2009' }, 'birth-year-near'],
    ['no birth date', {}, 'birth-date-omitted'],
  ])('with %s', (_, changes, code) => {
    expect(same(changes).match).toBe(true)
    expect(codes(changes)).toContain(code)
  })

  test('who took another family name is found by birth date', () => {
    const before = { given: 'Gulnara', family: 'Abenova', birthDate: '1990-02-07' }
    expect(
      comparePersons(before, { given: 'Гүлнәр', family: 'Karimova', birthDate: '1990-02-07' }).match,
    ).toBe(true)
  })

  test('a further name of the same person counts', () => {
    const a = { name: 'Айгерим Саидова' }
    expect(comparePersons(a, { name: 'Марьям', names: ['Aigerim Saidova'] }).match).toBe(true)
  })
})

describe('two persons', () => {
  const mother = (name: string) => ({ kin: [{ relation: 'mother', name }] })
  test('exact namesakes with another birth year and mother', () => {
    const a = { ...alisher, ...mother('Дильноза') }
    expect(comparePersons(a, { ...alisher, birthDate: '2012-11-20', ...mother('Зарина') }).match).toBe(false)
    expect(comparePersons(a, { ...alisher, birthDate: '2011-05-03', ...mother('Зарина') }).match).toBe(false)
    expect(comparePersons(alisher, { ...alisher, birthDate: '2014-11-20' }).match).toBe(false)
  })

  test('brothers and sisters who share all but the given name', () => {
    const shared = {
      family: 'Абенова',
      patronymic: 'Сеитовна',
      birthDate: '2012-03-04',
      place: 'Demo',
      ...mother('Айжан'),
    }
    const one = { ...shared, given: 'Гульнара', sex: 'f' }
    for (const given of ['Айнара', 'Гульмира', 'Зарина', 'Айжан']) {
      expect(comparePersons(one, { ...shared, given, sex: 'f' }).match).toBe(false)
    }
    const twin = { ...shared, family: 'Каримов' }
    expect(comparePersons({ ...twin, given: 'Хасан' }, { ...twin, given: 'Хусан' }).match).toBe(false)
  })

  test.each<[string, PersonFields]>([
    ['another sex without a date', { sex: 'f' }],
    ['another birth year', { birthDate: '1990-01-15' }],
    ['another given name', { given: 'Рустам', birthDate: '2010-05-03' }],
  ])('%s', (_, changes) => {
    const { birthDate: _date, ...undated } = alisher
    expect(comparePersons(changes.sex ? undated : alisher, { ...undated, ...changes }).match).toBe(false)
  })
})

describe('another family name beside the same given name and day of birth', () => {
  const before: PersonFields = { given: 'Gulnara', family: 'Abenova', birthDate: '1990-02-07', sex: 'f' }
  const child = (name: string) => ({ kin: [{ relation: 'child', name }] })
  const now = (changes: PersonFields) =>
    comparePersons(
      { ...before, area: 'KZ-75' },
      { ...before, given: 'Гүлнәр', family: 'Karimova', ...changes },
    )
  test.each<[string, boolean, PersonFields]>([
    ['in the same region', true, { area: 'KZ-75.south' }],
    ['where nobody knows', true, {}],
    ['in another region', false, { area: 'KZ-71' }],
  ])('%s: found %s', (_, found, changes) => {
    expect(now(changes).match).toBe(found)
  })

  test('in another region with a child in common is one mother', () => {
    const [one, other] = [
      { ...before, area: 'KZ-75', ...child('Алия Каримова') },
      { ...before, family: 'Karimova', area: 'KZ-71' },
    ]
    expect(comparePersons(one, { ...other, ...child('Aliya Karimova') }).match).toBe(true)
    expect(comparePersons(one, { ...other, ...child('Timur Karimov') }).match).toBe(false)
  })

  test('of several children one in common is enough', () => {
    const kin = (...names: string[]) => ({ kin: names.map(name => ({ relation: 'child', name })) })
    const reply = comparePersons(
      { ...before, ...kin('Тимур', 'Алия') },
      { ...before, ...kin('Зарина', 'Aliya') },
    )
    expect(reply.reasons).toContainEqual(expect.objectContaining({ code: 'kin-same' }))
    expect(reply.reasons.map(({ code }) => code)).not.toContain('kin-differs')
  })

  test('another place alone says little', () => {
    const reply = comparePersons({ ...before, area: 'KZ-75' }, { ...before, area: 'KZ-71' })
    expect(reply.match).toBe(true)
    expect(reply.reasons).toContainEqual({ code: 'place-differs', kind: 'none' })
  })
})

describe('birth dates', () => {
  test.each([
    ['2014-05-03', { year: 2014, month: 5, day: 3, estimated: false }],
    ['2014-13-05', { year: 2014, month: 5, day: 13, estimated: false }],
    ['20140503', { year: 2014, month: 5, day: 3, estimated: false }],
    ['2014', { year: 2014, month: 0, day: 0, estimated: false }],
    ['около 2014', { year: 2014, month: 0, day: 0, estimated: true }],
    ['0000-00-00', undefined],
    ['child', undefined],
    ['', undefined],
  ])('%s', (text, date) => {
    expect(readBirthDate(text)).toEqual(date)
  })

  test('two unknown dates say nothing at all', () => {
    expect(compareBirthDates(undefined, undefined)).toBeUndefined()
  })
})

test('prepared persons compare as the plain ones do', () => {
  const other = {
    name: 'Каримов Алишер',
    birthDate: '2010',
    place: 'Демо',
    kin: [{ relation: 'mother', name: 'Зарина' }],
  }
  expect(comparePersons(preparePerson(alisher), preparePerson(other))).toEqual(comparePersons(alisher, other))
})
