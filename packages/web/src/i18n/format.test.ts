import { languages } from '@kerege/contract/common'
import { describe, expect, test } from 'vitest'
import { formatTables } from '../../../../scripts/formats.ts'
import { dateText, type FormatTable, listText, monthText, numberText, relativeText } from './format.ts'
import generated from './formats.generated.json' with { type: 'json' }

const tables: Record<string, FormatTable> = generated
const table = (locale: string): FormatTable => {
  const found = tables[locale]
  if (!found) throw new Error(`no table ${locale}`)
  return found
}

test('the tables are those that this Node makes', () => {
  expect(formatTables()).toEqual(generated)
})

test('every table is whole', () => {
  for (const locale of [...languages, 'uz-Cyrl']) {
    const one = table(locale)
    expect([one.months.length, one.monthsAlone.length, one.weekdays.length]).toEqual([12, 12, 7])
    expect(Object.keys(one.countries)).toEqual(Object.keys(table('en').countries))
    expect(Object.keys(one.languages)).toEqual(Object.keys(table('en').languages))
  }
})

describe('a date', () => {
  test.each([
    ['en', '24 November, Tuesday'],
    ['ru', '24 ноября, вторник'],
    ['kk', '24 қараша, сейсенбі'],
    ['ky', '24-ноябрь, шейшемби'],
    ['tg', '24 ноябр, сешанбе'],
    ['tk', '24 noýabr, sişenbe'],
    ['uz', '24-noyabr, seshanba'],
    ['uz-Cyrl', '24 ноябр, сешанба'],
  ])('in %s text is %s', (locale, text) => {
    expect(dateText('2026-11-24', 'text', table(locale), 'UTC', '2026-11-20')).toBe(text)
  })

  test('of another year says the year', () => {
    expect(dateText('2025-11-24', 'text', table('ru'), 'UTC', '2026-11-20')).toBe('24 ноября 2025 г.')
    expect(monthText('1992-03', table('uz'))).toBe('mart, 1992')
  })

  test('of an instant is the day on the clocks of the node', () => {
    const late = '2026-11-24T20:30:00Z'
    expect(dateText(late, 'table', table('kk'), 'Asia/Almaty')).toBe('25.11.2026')
    expect(dateText(late, 'exact', table('kk'), 'Asia/Almaty')).toBe('25.11.2026, 01:30')
    expect(dateText(late, 'table', table('kk'), 'UTC')).toBe('24.11.2026')
  })
})

test('numbers are grouped from five digits on', () => {
  expect(numberText(2026, table('en'))).toBe('2026')
  expect(numberText(12345.5, table('en'))).toBe('12,345.5')
  expect(numberText(-1234567, table('ru'))).toBe('−1\u00a0234\u00a0567')
  expect(numberText(2, table('kk'), 1)).toBe('2,0')
})

test('lists end as the language ends them', () => {
  expect(listText(['a'], table('kk'))).toBe('a')
  expect(listText(['a', 'b'], table('kk'))).toBe('a және b')
  expect(listText(['a', 'b', 'c'], table('ru'))).toBe('a, b и c')
})

describe('how long ago', () => {
  const now = new Date('2026-11-24T12:00:00Z')
  const say = (value: string, locale: 'ru' | 'kk' | 'en') =>
    relativeText(value, table(locale), locale, 'UTC', now)
  test.each([
    ['2026-11-23', 'вчера'],
    ['2026-11-22', '2 дня назад'],
    ['2026-11-19', '5 дней назад'],
    ['2026-11-25', 'завтра'],
    ['2026-11-24T10:00:00Z', '2 часа назад'],
    ['2026-11-24T11:59:00Z', '1 минуту назад'],
    ['2026-11-17', null],
  ])('%s is %s', (value, text) => {
    expect(say(value, 'ru')).toBe(text)
  })
  test('stays in its own language', () => {
    expect(say('2026-11-22', 'kk')).toBe('2 күн бұрын')
    expect(say('2026-11-24', 'en')).toBe('today')
  })
})
