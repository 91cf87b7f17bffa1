/**
 * Dates, numbers, lists and ages in words, from tables made ahead (scripts/formats.ts), since browsers lack good
 * data for our languages. The only module that speaks of moments; a clock of the contract places them in a time zone.
 */
import type { Language } from '@kerege/contract/common'
import { pluralForm } from '@kerege/contract/plurals'
import { wallAt } from '@kerege/contract/wallClock'

type Forms = Record<'one' | 'few' | 'many' | 'other', string>
type Unit = 'minute' | 'hour' | 'day'

export interface FormatTable {
  months: string[]
  monthsAlone: string[]
  weekdays: string[]
  weekdaysShort: string[]
  day: string
  date: string
  month: string
  numbers: { group: string; decimal: string }
  list: { between: string; last: string; pair: string }
  relative: {
    yesterday: string
    today: string
    tomorrow: string
    past: Record<Unit, Forms>
    future: Record<Unit, Forms>
  }
  // The three long lists come with the words of the pages inside (vite/messages.ts).
  countries: Record<string, string>
  languages: Record<string, string>
  scripts: Record<string, string>
}

/** `text`: "24 November, Tuesday", with the year when it is another; `table`: 24.11.2026; `exact`: with the time. */
export type DateStyle = 'text' | 'table' | 'exact'

interface Moment {
  year: number
  month: number
  day: number
  /** `HH:mm`, absent for a plain date. */
  time?: string
}

const partsOf = (plain: string): Moment => {
  const [year = 0, month = 1, day = 1] = plain.split('-').map(Number)
  return { year, month, day }
}

/** A plain date as it stands, an instant as the clocks of that zone show it. */
function momentOf(value: string, zone: string): Moment {
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return partsOf(value)
  const { day, time } = wallAt(value, zone)
  return { ...partsOf(day), time }
}

/** Today as `YYYY-MM-DD` by the clocks of that zone. */
export function todayIn(zone: string, now = new Date()): string {
  return wallAt(now, zone).day
}

const two = (n: number) => String(n).padStart(2, '0')
const fill = (pattern: string, values: Record<string, string | number>) =>
  pattern.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))

export function dateText(
  value: string,
  style: DateStyle,
  table: FormatTable,
  zone: string,
  today = todayIn(zone),
): string {
  const { year, month, day, time } = momentOf(value, zone)
  const digits = `${two(day)}.${two(month)}.${year}`
  if (style === 'table') return digits
  if (style === 'exact') return time ? `${digits}, ${time}` : digits
  const words = {
    day,
    year,
    month: table.months[month - 1] ?? '',
    weekday: table.weekdays[new Date(Date.UTC(year, month - 1, day)).getUTCDay()] ?? '',
  }
  return fill(String(year) === today.slice(0, 4) ? table.day : table.date, words)
}

/** "14 March 1992", always with the year and without the weekday. */
export function plainDateText(date: string, table: FormatTable): string {
  const { year, month, day } = momentOf(date, 'UTC')
  return fill(table.date, { day, year, month: table.months[month - 1] ?? '' })
}

/** "March 1992" from `1992-03`. */
export function monthText(month: string, table: FormatTable): string {
  const [year = '', number = '1'] = month.split('-')
  return fill(table.month, { year, month: table.monthsAlone[Number(number) - 1] ?? '' })
}

export function timeText(value: string, zone: string): string {
  return momentOf(value, zone).time ?? ''
}

export function numberText(n: number, table: FormatTable, digits?: number): string {
  const [whole = '0', rest] = (
    digits === undefined ? String(Math.abs(n)) : Math.abs(n).toFixed(digits)
  ).split('.')
  // Four digits stand together, as in a year; five and more are grouped.
  const grouped =
    whole.length < 5 ? whole : whole.replace(/\B(?=(\d{3})+$)/g, table.numbers.group || '\u00a0')
  return `${n < 0 ? '\u2212' : ''}${grouped}${rest ? table.numbers.decimal + rest : ''}`
}

export function listText(items: readonly string[], table: FormatTable): string {
  const [last, ...front] = [...items].reverse()
  if (last === undefined) return ''
  if (front.length === 0) return last
  const mark = front.length === 1 ? table.list.pair : table.list.last
  return `${front.reverse().join(table.list.between)}${mark}${last}`
}

/** "3 days ago", "tomorrow"; `null` from seven days on, when a date says it better. */
export function relativeText(
  value: string,
  table: FormatTable,
  language: Language,
  zone: string,
  now = new Date(),
): string | null {
  const plain = /^\d{4}-\d\d-\d\d$/.test(value)
  const day = plain ? value : todayIn(zone, new Date(value))
  const days = Math.round((Date.parse(day) - Date.parse(todayIn(zone, now))) / 86_400_000)
  if (Math.abs(days) >= 7) return null
  const phrase = (unit: Unit, n: number) => {
    const forms = n < 0 ? table.relative.past[unit] : table.relative.future[unit]
    const form = pluralForm(language, n)
    return fill(form === 'two' ? forms.other : forms[form], { n: Math.abs(n) })
  }
  if (!plain) {
    const minutes = Math.round((Date.parse(value) - now.getTime()) / 60_000)
    if (Math.abs(minutes) < 60 && minutes !== 0) return phrase('minute', minutes)
    if (days === 0 && minutes !== 0) return phrase('hour', Math.round(minutes / 60))
  }
  if (days === 0) return table.relative.today
  if (days === -1) return table.relative.yesterday
  if (days === 1) return table.relative.tomorrow
  return phrase('day', days)
}
