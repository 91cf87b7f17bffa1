import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clashes, toldTo } from './clashes.ts'
import { differing, merged, unmerged, type Whole } from './rules.ts'

const name = (family: string, over: object = {}) => ({
  family,
  script: 'Latn' as const,
  use: 'usual' as const,
  source: 'self' as const,
  ...over,
})

const whole = (contact: object = {}, over: Partial<Whole> = {}): Whole => ({
  contact: {
    names: [name('Koktemova')],
    sex: 'female',
    birth: { precision: 'day', date: '2017-03-14' },
    languages: [],
    contacts: [],
    area: 'KZ-75',
    ...contact,
  },
  identity: { names: [], citizenships: [], identifiers: [] },
  journey: { names: [] },
  health: {},
  ...over,
})

describe('a merge', () => {
  const phone = (value: string) => ({ system: 'phone' as const, value, discretion: 'open' as const })

  test('takes what the record that stays lacks', () => {
    const stays = whole({ sex: 'unknown', birth: { precision: 'unknown' }, contacts: [phone('+7 700')] })
    const joins = whole({
      names: [name('Көктемова', { script: 'Cyrl' })],
      contacts: [phone('+7700'), phone('1')],
    })
    const made = merged(stays, joins, {})
    expect(made.contact.sex).toBe('female')
    expect(made.contact.birth).toEqual({ precision: 'day', date: '2017-03-14' })
    expect(made.contact.names.map(one => one.family)).toEqual(['Koktemova', 'Көктемова'])
    expect(made.contact.contacts.map(one => one.value)).toEqual(['+7 700', '1'])
    expect(differing(stays, joins)).toEqual([])
  })

  test('asks where both have one value and they differ, and obeys', () => {
    const joins = whole({ area: 'KZ-71', sex: 'male', birth: { precision: 'year', year: 2017 } })
    expect(differing(whole(), joins)).toEqual(['area', 'sex', 'birth'])
    expect(merged(whole(), joins, { area: 'joins', sex: 'stays' }).contact).toMatchObject({
      area: 'KZ-71',
      sex: 'female',
      birth: { precision: 'day' },
    })
  })

  test('never lets withheld give way without being asked', () => {
    expect(differing(whole({ sex: 'withheld' }), whole())).toEqual(['sex'])
  })

  test('keeps one country once, with the surer standing', () => {
    const citizen = (standing: 'claimed' | 'proved' | 'unknown') =>
      whole({}, { identity: { names: [], identifiers: [], citizenships: [{ country: 'KZ', standing }] } })
    const standings = (a: Whole, b: Whole) => merged(a, b, {}).identity.citizenships.map(one => one.standing)
    expect(standings(citizen('claimed'), citizen('proved'))).toEqual(['proved'])
    expect(standings(citizen('proved'), citizen('unknown'))).toEqual(['proved'])
  })
})

describe('clashes', () => {
  const numbered = (system: string, ...values: string[]) =>
    whole(
      {},
      { identity: { names: [], citizenships: [], identifiers: values.map(value => ({ system, value })) } },
    )

  test.each([
    ['one number, two ways of writing', numbered('iin', '17 03'), numbered('iin', '1703'), []],
    [
      'two numbers of a system that gives one',
      numbered('iin', '1703'),
      numbered('iin', '1704'),
      ['identifier-clash'],
    ],
    ['two passports', numbered('passport', 'N1'), numbered('passport', 'N2'), []],
    ['a number and none', numbered('pinfl', '1'), whole(), []],
    [
      'birth days of neighbouring years',
      whole(),
      whole({ birth: { precision: 'day', date: '2018-12-01' } }),
      [],
    ],
    [
      'birth days two years apart',
      whole(),
      whole({ birth: { precision: 'day', date: '2019-01-01' } }),
      ['birth-clash'],
    ],
    ['a day and a distant year', whole(), whole({ birth: { precision: 'year', year: 2001 } }), []],
    ['sexes told by lists', whole(), whole({ sex: 'male' }), []],
    [
      'sexes on two papers',
      whole({ names: [name('A', { source: 'passport' })] }),
      whole({ sex: 'male', names: [name('A', { source: 'birth-certificate' })] }),
      ['sex-clash'],
    ],
  ])('%s', (_, a, b, expected) => {
    expect(clashes(a, b).map(one => one.fault.code)).toEqual(expected)
    expect(clashes(b, a).map(one => one.fault.code)).toEqual(expected)
  })

  test('say which value only to whom its section is open', () => {
    const found = clashes(numbered('iin', '1'), numbered('iin', '2'))
    expect(toldTo(['contact', 'identity'], found)).toMatchObject([{ code: 'identifier-clash' }])
    expect(toldTo(['contact'], found)).toEqual([{ pointer: '', code: 'clash-not-shown' }])
  })
})

const word = fc.constantFrom('Aliya', 'Алия', 'Gulnar', 'Гүлнәр', 'Aisha')
const names = fc.array(
  fc.record({
    family: word,
    script: fc.constantFrom('Latn' as const, 'Cyrl' as const),
    use: fc.constantFrom('usual' as const, 'former' as const),
    source: fc.constantFrom('self' as const, 'list' as const),
  }),
  { maxLength: 4 },
)
const anyWhole: fc.Arbitrary<Whole> = fc.record({
  contact: fc.record({
    names,
    sex: fc.constantFrom('female', 'male', 'unknown', 'withheld'),
    birth: fc.constantFrom(
      { precision: 'unknown' as const },
      { precision: 'year' as const, year: 2017 },
      { precision: 'day' as const, date: '2017-03-14' },
    ),
    languages: fc.uniqueArray(
      fc.record({
        tag: fc.constantFrom('kk', 'ru', 'tg'),
        level: fc.constantFrom('good' as const, 'some' as const),
        preferred: fc.boolean(),
      }),
    ),
    contacts: fc.array(
      fc.record({
        system: fc.constant('phone' as const),
        value: fc.constantFrom('1', '2', '3'),
        discretion: fc.constantFrom('open' as const, 'ask-first' as const),
      }),
      { maxLength: 4 },
    ),
    area: fc.constantFrom('KZ-75', 'KZ-71'),
  }),
  identity: fc.record({
    names,
    citizenships: fc.array(
      fc.record({
        country: fc.constantFrom('KZ', 'XX'),
        standing: fc.constantFrom('claimed' as const, 'proved' as const),
      }),
      { maxLength: 3 },
    ),
    identifiers: fc.array(fc.record({ system: fc.constant('passport'), value: fc.constantFrom('1', '2') }), {
      maxLength: 3,
    }),
  }),
  journey: fc.record({ names }),
  health: fc.constant({}),
})

test('whatever was merged is taken apart whole', () => {
  fc.assert(
    fc.property(anyWhole, anyWhole, fc.constantFrom('stays' as const, 'joins' as const), (a, b, side) => {
      const made = merged(a, b, { area: side, sex: side, birth: side })
      expect(unmerged(a, made, made)).toEqual({ whole: a, kept: [] })
    }),
  )
})

test('what was edited since is kept and named, and nothing of it is lost', () => {
  fc.assert(
    fc.property(anyWhole, anyWhole, anyWhole, (a, b, later) => {
      const made = merged(a, b, {})
      const edited = { ...made, contact: { ...made.contact, contacts: later.contact.contacts } }
      const { whole: back, kept } = unmerged(a, made, edited)
      expect({ ...back, contact: { ...back.contact, contacts: [] } }).toEqual({
        ...a,
        contact: { ...a.contact, contacts: [] },
      })
      const brought = made.contact.contacts.map(one => JSON.stringify(one))
      const own = edited.contact.contacts.filter(one => !brought.includes(JSON.stringify(one)))
      expect(back.contact.contacts).toEqual(expect.arrayContaining(own))
      if (JSON.stringify(back) === JSON.stringify(a)) expect(kept).toEqual([])
    }),
  )
})
