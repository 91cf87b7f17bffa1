/**
 * Reads what people say of a birth date: "14.03.1992", "03.1992", "1992", "9", "about 9 years", "8 айлық". An age
 * is an estimate as of today, however surely it was said. Words are looked at only for months, weeks and days.
 */
import type { BirthDate } from '@kerege/contract/people/schema'
import { dayToText, monthToText } from '../../../ui/form/dayText.ts'

const month = /(?:^|[\s\d])(?:month|мес|ай|моҳ|oy|aý)/iu
const shorter = /(?:^|[\s\d])(?:week|нед|апта|жума|ҳафта|hafta|hepde|day|дн|ден|күн|рӯз|kun|gün)/iu
const about = /[~≈?]|\p{L}/u

/** @returns undefined when it cannot be read as a birth date, a year or an age */
export function readBirth(text: string, today: string): BirthDate | undefined {
  const plain = text.trim()
  const day = /^(\d{1,2})[.\-/ ](\d{1,2})[.\-/ ](\d{4})$/.exec(plain)
  if (day) return { precision: 'day', date: `${day[3]}-${two(day[2])}-${two(day[1])}` }
  if (/^\d{4}-\d\d-\d\d$/.test(plain)) return { precision: 'day', date: plain }
  const monthOnly = /^(\d{1,2})[.\-/ ](\d{4})$/.exec(plain)
  if (monthOnly) return { precision: 'month', month: `${monthOnly[2]}-${two(monthOnly[1])}` }
  const numbers = plain.match(/\d+/g) ?? []
  const n = Number(numbers[0])
  if (numbers.length !== 1 || !Number.isInteger(n)) return undefined
  const thisYear = Number(today.slice(0, 4))
  const isYear = numbers[0]?.length === 4 && n >= 1900 && n <= 2199
  if (isYear && !about.test(plain)) return { precision: 'year', year: n }
  const age = isYear ? thisYear - n : shorter.test(plain) ? 0 : month.test(plain) ? Math.floor(n / 12) : n
  return age >= 0 && age <= 120 ? { precision: 'estimated', age, asOf: today } : undefined
}

const two = (digits = '') => digits.padStart(2, '0')

/** A birth date as it could have been typed. */
export function birthToText(birth: BirthDate): string {
  switch (birth.precision) {
    case 'day':
      return dayToText(birth.date)
    case 'month':
      return monthToText(birth.month)
    case 'year':
      return String(birth.year)
    case 'estimated':
      return String(birth.age)
    default:
      return ''
  }
}
