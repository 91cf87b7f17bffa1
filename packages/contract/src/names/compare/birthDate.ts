/**
 * Birth dates as sources give them: whole, by month or year only, estimated, day and month swapped.
 * Pure calendar arithmetic on what is written; there is no "today" here.
 */
import type { Reason } from './reasons.ts'

export interface BirthDate {
  year: number
  /** 0 when unknown. */
  month: number
  day: number
  estimated: boolean
}

/** Reads `2014-05-03`, `2014-05`, `2014`, `03.05.2014`, `3/5/2014`, `20140503`, `~2014`; otherwise nothing. */
export function readBirthDate(text: string | undefined): BirthDate | undefined {
  if (!text) return undefined
  const plain = text.slice(0, 40).trim()
  const estimated = /[~?≈]|^(?:ca?|about|около|шамамен)[\s.]/i.test(plain)
  const iso = /(\d{4})(?:[-./](\d{1,2}))?(?:[-./](\d{1,2}))?/.exec(plain)
  const local = /(\d{1,2})[-./](\d{1,2})[-./](\d{4})/.exec(plain)
  const packed = /^(\d{4})(\d{2})(\d{2})$/.exec(plain)
  if (packed) return checked(packed[1], packed[2], packed[3], estimated)
  if (local) return checked(local[3], local[2], local[1], estimated)
  return iso ? checked(iso[1], iso[2], iso[3], estimated) : undefined
}

function checked(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  estimated: boolean,
): BirthDate | undefined {
  const parts = { year: Number(year), month: Number(month ?? 0), day: Number(day ?? 0), estimated }
  if (parts.year < 1850 || parts.year > 2200) return undefined
  // An impossible month is a day in the month's place; an impossible day is unknown.
  if (parts.month > 12 && parts.day <= 12) return { ...parts, month: parts.day, day: parts.month }
  if (parts.month > 12) return { ...parts, month: 0, day: 0 }
  if (parts.day > 31 || parts.month === 0) return { ...parts, day: 0 }
  return parts
}

export interface DateEvidence {
  bits: number
  reason: Reason
}

const evidence = (code: string, kind: Reason['kind'], bits: number): DateEvidence => ({
  bits,
  reason: { code, kind },
})

const whole = ({ month, day }: BirthDate) => month > 0 && day > 0
// The first of January stands in many papers for "day unknown".
const placeholder = (date: BirthDate) => !whole(date) || (date.month === 1 && date.day === 1)

export function compareBirthDates(
  a: BirthDate | undefined,
  b: BirthDate | undefined,
): DateEvidence | undefined {
  if (!a && !b) return undefined
  if (!a || !b) return evidence('birth-date-omitted', 'none', 0)
  if (a.year !== b.year) return compareYears(a, b)
  if (a.month === b.month && a.day === b.day && whole(a)) {
    return placeholder(a) ? evidence('birth-year-same', 'for', 4) : evidence('birth-date-same', 'for', 9)
  }
  if (placeholder(a) || placeholder(b)) {
    const sameMonth = a.month > 0 && a.month === b.month
    return sameMonth ? evidence('birth-month-same', 'for', 5.5) : evidence('birth-year-same', 'for', 3.5)
  }
  if (a.day === b.month && a.month === b.day) return evidence('birth-date-swapped', 'for', 7)
  if (a.month === b.month && daySlip(a.day, b.day)) return evidence('birth-day-slip', 'for', 4)
  if (a.day === b.day) return evidence('birth-day-slip', 'for', 3)
  return evidence('birth-date-differs', 'against', -5)
}

function compareYears(a: BirthDate, b: BirthDate): DateEvidence {
  const apart = Math.abs(a.year - b.year)
  const sameDay = whole(a) && whole(b) && a.day === b.day && a.month === b.month
  if (sameDay && !placeholder(a) && (apart === 1 || yearSlip(a.year, b.year))) {
    return evidence('birth-year-slip', 'for', 2)
  }
  const vague = a.estimated || b.estimated
  const onlyYear = placeholder(a) || placeholder(b)
  if (vague && apart <= 2) return evidence('birth-year-near', 'none', 0)
  if (onlyYear && apart === 1) return evidence('birth-year-near', 'none', -2)
  return {
    bits: vague && apart <= 5 ? -4 : -16,
    reason: { code: 'birth-year-differs', kind: 'against', params: { a: String(a.year), b: String(b.year) } },
  }
}

const digits = (value: number) => String(value).padStart(2, '0')

/** One digit wrong, two digits swapped, or the day beside. */
function daySlip(a: number, b: number): boolean {
  return Math.abs(a - b) === 1 || oneSlip(digits(a), digits(b))
}

const yearSlip = (a: number, b: number) => oneSlip(String(a), String(b))

function oneSlip(a: string, b: string): boolean {
  const odd: number[] = []
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) odd.push(at)
  if (odd.length === 1) return true
  const [first = 0, second = 0] = odd
  return odd.length === 2 && second === first + 1 && a[first] === b[second] && a[second] === b[first]
}
