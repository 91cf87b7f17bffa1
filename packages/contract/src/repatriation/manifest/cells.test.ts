/** Cells of lists, as tables: births in every order, ages in every writing; and whatever else, which must never throw. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BirthDate } from '../../people/schema.ts'
import { readAge } from './ages.ts'
import { orderShown, readBirth } from './dates.ts'

const context = { order: 'day-first' as const, from1904: false, asOf: '2026-05-20' }
const text = (text: string) => ({ text })
const number = (number: number) => ({ text: String(number), number })
const short = (birth: BirthDate) =>
  birth.precision === 'day'
    ? birth.date
    : birth.precision === 'month'
      ? birth.month
      : birth.precision === 'year'
        ? String(birth.year)
        : birth.precision === 'estimated'
          ? `~${birth.age}`
          : '?'

describe('a birth', () => {
  test.each([
    ['03.05.2014', '2014-05-03'],
    ['3.5.2014 г.', '2014-05-03'],
    ['03.05.2014 г.р.', '2014-05-03'],
    ['2014-05-03', '2014-05-03'],
    ['2014-05-03T00:00:00', '2014-05-03'],
    ['2014.05.03', '2014-05-03'],
    ['2014/13/05', '2014-05-13'],
    ['13/05/2014', '2014-05-13'],
    ['05/13/2014', '2014-05-13'],
    ['03 05 2014', '2014-05-03'],
    ['03-05-2014', '2014-05-03'],
    ['20140503', '2014-05-03'],
    ['03052014', '2014-05-03'],
    ['3 мая 2014', '2014-05-03'],
    ['3 мая 2014 г.', '2014-05-03'],
    ['«3» марта 2014 года', '2014-03-03'],
    ['May 3, 2014', '2014-05-03'],
    ['3-May-2014', '2014-05-03'],
    ['3rd of August 2014', '2014-08-03'],
    ['2014 ж. 3 мамыр', '2014-05-03'],
    ['3 сәуір 2014', '2014-04-03'],
    ['3 iýun 2014', '2014-06-03'],
    ['3-iyul 2014', '2014-07-03'],
    ['٣ أيار ٢٠١٤', '2014-05-03'],
    ['٠٣/٠٥/٢٠١٤', '2014-05-03'],
    ['۱۴.۰۵.۲۰۱۴', '2014-05-14'],
    ['3 كانون الثاني 2014', '2014-01-03'],
    ['3 تشرين الأول 2014', '2014-10-03'],
    ['05.2014', '2014-05'],
    ['2014-05', '2014-05'],
    ['май 2014', '2014-05'],
    ['2014', '2014'],
    ['2014 г.р.', '2014'],
    ['2014-ж.', '2014'],
    ['مواليد 2014', '2014'],
    ['~2014', '~12'],
    ['около 2014', '~12'],
    ['approx. 7 years', '~7'],
    ['7 лет', '~7'],
    ['حوالي 7 سنوات', '~7'],
    ['неизвестно', '?'],
    ['غير معروف', '?'],
    ['', '?'],
    ['-', '?'],
  ])('%s is %s', (written, expected) => {
    const { birth, codes } = readBirth(text(written), context)
    expect(short(birth)).toBe(expected)
    expect(codes).not.toContain('birth-unreadable')
  })

  test.each([
    [number(41762), '2014-05-03', []],
    [number(41762.75), '2014-05-03', []],
    [number(2014), '2014', []],
    [number(20140503), '2014-05-03', []],
    [number(7), '~7', ['birth-is-age']],
    [number(500000), '?', ['birth-unreadable']],
    [number(-3), '?', ['birth-unreadable']],
    [{ text: '#REF!', error: true }, '?', ['birth-unreadable']],
    [text('31.02.2014'), '?', ['birth-unreadable']],
    [text('32/13/2014'), '?', ['birth-unreadable']],
    [text('весной'), '?', ['birth-unreadable']],
    [text('01.01.2014'), '2014-01-01', ['birth-first-of-january']],
    [text('03.05.14'), '2014-05-03', ['birth-short-year']],
    [text('03.05.87'), '1987-05-03', ['birth-short-year']],
    [text('1435/07/04'), '?', ['birth-other-calendar']],
    [text('4/7/1435'), '?', ['birth-other-calendar']],
  ])('%j is %s, and %j is said', (cell, expected, codes) => {
    const read = readBirth(cell, context)
    expect(short(read.birth)).toBe(expected)
    expect(read.codes).toEqual(codes)
  })

  test('counted from 1904 where the sheet says so', () => {
    expect(short(readBirth(number(40300), { ...context, from1904: true }).birth)).toBe('2014-05-03')
  })

  test('between slashes is read in the order that the column shows', () => {
    const of = (...all: string[]) => orderShown(all.map(text), context)
    expect(of('03/05/2014', '05/13/2014')).toEqual({
      order: 'month-first',
      certain: true,
      both: false,
      ambiguous: 1,
    })
    expect(of('03/05/2014', '13/05/2014')).toEqual({
      order: 'day-first',
      certain: true,
      both: false,
      ambiguous: 1,
    })
    expect(of('05/13/2014', '13/05/2014')).toMatchObject({ both: true })
    expect(of('03/05/2014', '13.05.2014')).toEqual({
      order: 'day-first',
      certain: false,
      both: false,
      ambiguous: 1,
    })
    const read = readBirth(text('03/05/2014'), { ...context, order: 'month-first' })
    expect(read).toMatchObject({ birth: { date: '2014-03-05' }, ambiguous: true })
  })
})

describe('an age', () => {
  test.each([
    ['7', 7],
    ['7 лет', 7],
    ['7л', 7],
    ['7 л.', 7],
    ['approx. 7 years', 7],
    ['about 7', 7],
    ['~7', 7],
    ['7+', 7],
    ['حوالي 7 سنوات', 7],
    ['٧ سنوات', 7],
    ['7 жас', 7],
    ['7 жаш', 7],
    ['7 сол', 7],
    ['7 ýaş', 7],
    ['7 yosh', 7],
    ['примерно 7 лет', 7],
    ['6 мес', 0],
    ['18 months', 1],
    ['6 أشهر', 0],
    ['3 недели', 0],
    ['1,5 года', 1],
    ['3 года 2 мес', 3],
    ['7-8 лет', 7],
    ['неизв.', undefined],
  ])('%s is %s', (written, expected) => {
    const { age, codes } = readAge(text(written))
    expect(age).toBe(expected)
    expect(codes).not.toContain('age-unreadable')
  })
  test.each(['много', '700', '7 дочерей', '#VALUE!', '15-7', 'x'])('%s is none', written => {
    expect(readAge(text(written))).toEqual({ codes: ['age-unreadable'] })
  })
  test('a year of birth in its place is told', () => {
    expect(readAge(number(2014))).toEqual({ year: 2014, codes: ['age-is-year'] })
  })
})

describe('whatever stands in a cell', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.stringMatching(/^[0-9٠-٩ .\-/~]{1,14}$/),
    fc.constantFrom('9'.repeat(400), '\u202e2014', 'Ғ'.repeat(5000), '0000-00-00', '99.99.9999', '1/1/1'),
  )
  test('is read as a birth that the register takes, or is said to be unreadable', () => {
    fc.assert(
      fc.property(anything, fc.option(fc.double(), { nil: undefined }), (written, stored) => {
        const { birth } = readBirth(
          { text: written, ...(stored === undefined ? {} : { number: stored }) },
          context,
        )
        expect(BirthDate.safeParse(birth).success).toBe(true)
      }),
    )
  })
  test('is read as an age of somebody alive, or as none', () => {
    fc.assert(
      fc.property(anything, written => {
        const { age } = readAge(text(written))
        if (age !== undefined) expect(age >= 0 && age <= 120 && Number.isInteger(age)).toBe(true)
      }),
    )
  })
})
