/**
 * A birth as lists write it: five orders of day, month and year, months by their names, the numbers of spreadsheets, a year
 * alone, an age instead. What could be two days is not settled here: the whole column decides, or a person does.
 */
import type { BirthDate } from '../../people/schema.ts'
import { readAge } from './ages.ts'
import { folded, westernDigits } from './fold.ts'
import type { RawCell } from './grid.ts'
import { aboutWords, bornWords, months, unknownWords } from './words.ts'

export type DateOrder = 'day-first' | 'month-first'

export interface DateReading {
  birth: BirthDate
  /** What is to be said of it: a code, or several. */
  codes: string[]
  /** Day and month could change places; the order in which they were taken decided. */
  ambiguous?: boolean
  /** This one writing shows its order without doubt. */
  shows?: DateOrder
}

export interface DateContext {
  order: DateOrder
  from1904: boolean
  /** Day of the list: ages count from here, and two digits of a year are not after it. */
  asOf: string
}

const unknown = (codes: string[] = []): DateReading => ({ birth: { precision: 'unknown' }, codes })
const isYear = (year: number) => year >= 1900 && year <= 2199
const two = (number: number) => String(number).padStart(2, '0')
const dayMs = 86_400_000

export function readBirth(cell: RawCell | undefined, context: DateContext): DateReading {
  if (!cell || cell.error) return unknown(cell?.error ? ['birth-unreadable'] : [])
  if (cell.number !== undefined) return ofNumber(cell.number, context)
  const written = westernDigits(cell.text.normalize('NFKC').replace(/[\u200e\u200f]/g, '')).trim()
  const plain = folded(written)
  if (plain === '' || unknownWords.has(plain)) return unknown()
  const about = isAbout(written, plain)
  const bare = withoutWords(plain, aboutWords)
  if (/^\d+$/.test(bare) && !/^\d{4}$|^\d{8}$/.test(bare)) return ofAge(cell, context)
  return (
    packed(bare) ??
    yearAlone(bare, about, context) ??
    ofParts(written, context) ??
    ofMonthName(bare) ??
    ofAge(cell, context)
  )
}

/** Says itself that it is no more than about so much. */
export function isAbout(written: string, plain: string): boolean {
  if (/[~≈?±]/.test(written)) return true
  return aboutWords.some(word => plain === word || plain.startsWith(`${word} `) || plain.endsWith(` ${word}`))
}

export function withoutWords(plain: string, words: readonly string[]): string {
  let rest = ` ${plain} `
  for (const word of words.toSorted((a, b) => b.length - a.length)) rest = rest.replaceAll(` ${word} `, ' ')
  return rest.trim()
}

function ofNumber(number: number, context: DateContext): DateReading {
  if (number >= 0 && number <= 120) {
    const age = Math.floor(number)
    return { birth: { precision: 'estimated', age, asOf: context.asOf }, codes: ['birth-is-age'] }
  }
  if (Number.isInteger(number) && isYear(number))
    return { birth: { precision: 'year', year: number }, codes: [] }
  const text = String(number)
  if (/^\d{8}$/.test(text)) return packed(text) ?? unknown(['birth-unreadable'])
  // From 1 March 1900 on the count of sheets is that of the calendar; before 2200.
  if (!(number >= 61 && number <= 109_000)) return unknown(['birth-unreadable'])
  const base = context.from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30)
  return ofDay(new Date(base + Math.floor(number) * dayMs).toISOString().slice(0, 10))
}

function ofDay(day: string, codes: string[] = []): DateReading {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const at = new Date(Date.UTC(year, month - 1, date))
  if (!isYear(year) || at.getUTCMonth() !== month - 1 || at.getUTCDate() !== date)
    return unknown(['birth-unreadable'])
  // The first of January stands in many papers for "day unknown": kept as it is written, and told.
  const told = month === 1 && date === 1 ? [...codes, 'birth-first-of-january'] : codes
  return { birth: { precision: 'day', date: `${year}-${two(month)}-${two(date)}` }, codes: told }
}

function packed(bare: string): DateReading | undefined {
  const found = /^(\d{4})(\d\d)(\d\d)$/.exec(bare)
  if (found && isYear(Number(found[1]))) return ofDay(`${found[1]}-${found[2]}-${found[3]}`)
  const other = /^(\d\d)(\d\d)(\d{4})$/.exec(bare)
  return other && isYear(Number(other[3])) ? ofDay(`${other[3]}-${other[2]}-${other[1]}`) : undefined
}

function yearAlone(bare: string, about: boolean, { asOf }: DateContext): DateReading | undefined {
  const found = /^\d{4}$/.exec(withoutWords(bare, bornWords))
  if (!found) return undefined
  const year = Number(found[0])
  if (isOtherCalendar(year)) return unknown(['birth-other-calendar'])
  if (!isYear(year)) return unknown(['birth-unreadable'])
  const age = Number(asOf.slice(0, 4)) - year
  return about && age >= 0 && age <= 120
    ? { birth: { precision: 'estimated', age, asOf }, codes: [] }
    : { birth: { precision: 'year', year }, codes: [] }
}

/** Years of the Hijri count, lunar or solar: the papers of some offices. Not turned into ours by a rule of thumb. */
const isOtherCalendar = (year: number) => year >= 1300 && year <= 1480

/** Numbers between dots, dashes, slashes or blanks. */
function ofParts(written: string, context: DateContext): DateReading | undefined {
  const text = written
    .replace(/[~≈?±]/g, '')
    .replace(/T00:00:00(\.0+)?Z?$| 0?0:00(:00)?$/, '')
    .replace(/\s*(г\.?\s?р?\.?|ж\.?|y\.?|م\.?)$/u, '')
    .trim()
  const long = /^(\d{1,4})\s*([-./\\,\s])\s*(\d{1,2})\s*[-./\\,\s]\s*(\d{1,4})$/.exec(text)
  if (!long) return ofMonthYear(text)
  const [first, mark, second, third] = [Number(long[1]), long[2] ?? '', Number(long[3]), Number(long[4])]
  if ((long[1] ?? '').length > 2) {
    if (isOtherCalendar(first)) return unknown(['birth-other-calendar'])
    return second > 12 && third <= 12 ? orderOf(first, second, third) : orderOf(first, third, second)
  }
  const short = (long[4] ?? '').length <= 2
  const year = short ? centuryOf(third, context.asOf) : third
  if (isOtherCalendar(year)) return unknown(['birth-other-calendar'])
  const codes = short ? ['birth-short-year'] : []
  if (first > 12 || second > 12) {
    if (first > 12 && second > 12) return unknown(['birth-unreadable'])
    const shows: DateOrder = first > 12 ? 'day-first' : 'month-first'
    return { ...orderOf(year, Math.max(first, second), Math.min(first, second), codes), shows }
  }
  // With dots the day stands first, everywhere.
  if (mark === '.' || first === second) return orderOf(year, first, second, codes)
  const [day, month] = context.order === 'day-first' ? [first, second] : [second, first]
  return { ...orderOf(year, day, month, codes), ambiguous: true }
}

const orderOf = (year: number, day: number, month: number, codes: string[] = []): DateReading =>
  ofDay(`${year}-${two(month)}-${two(day)}`, codes)

function centuryOf(short: number, asOf: string): number {
  const now = Number(asOf.slice(2, 4))
  return short <= now ? 2000 + short : 1900 + short
}

function ofMonthYear(text: string): DateReading | undefined {
  const found = /^(\d{1,2})[-./](\d{4})$/.exec(text) ?? /^(?<y>\d{4})[-./](\d{1,2})$/.exec(text)
  if (!found) return undefined
  const [year, month] = found.groups?.y
    ? [Number(found[1]), Number(found[2])]
    : [Number(found[2]), Number(found[1])]
  if (isOtherCalendar(year)) return unknown(['birth-other-calendar'])
  return isYear(year) && month >= 1 && month <= 12
    ? { birth: { precision: 'month', month: `${year}-${two(month)}` }, codes: [] }
    : unknown(['birth-unreadable'])
}

const foldedMonths = months.map(names => names.map(folded))

/** `3 мая 2014`, `May 3, 2014`, `2014 ж. 3 мамыр`, `أيار 2014`. */
function ofMonthName(plain: string): DateReading | undefined {
  const month = monthIn(plain)
  const numbers = [...plain.matchAll(/\d+/g)].map(found => Number(found[0]))
  const year = numbers.find(number => number > 31)
  if (month === undefined || year === undefined || !isYear(year)) return undefined
  const day = numbers.find(number => number >= 1 && number <= 31)
  if (day === undefined) return { birth: { precision: 'month', month: `${year}-${two(month)}` }, codes: [] }
  return orderOf(year, day, month)
}

/** The month whose beginning is the longest among the words; months of two words stand as they are. */
function monthIn(plain: string): number | undefined {
  let best: { month: number; length: number } | undefined
  foldedMonths.forEach((names, at) => {
    for (const name of names) {
      const stands = name.length <= 2 ? ` ${plain} `.includes(` ${name} `) : ` ${plain}`.includes(` ${name}`)
      if (stands && name.length > (best?.length ?? 0)) best = { month: at + 1, length: name.length }
    }
  })
  return best?.month
}

/** Somebody wrote an age where a birth was asked for. */
function ofAge(cell: RawCell, context: DateContext): DateReading {
  const read = readAge(cell)
  if (read.age === undefined) return unknown(['birth-unreadable'])
  return {
    birth: { precision: 'estimated', age: read.age, asOf: context.asOf },
    codes: ['birth-is-age', ...read.codes],
  }
}

/** The order that a column shows; day first where it shows none, and whether it shows both. */
export function orderShown(cells: readonly (RawCell | undefined)[], context: Omit<DateContext, 'order'>) {
  const shown = new Set<DateOrder>()
  let ambiguous = 0
  for (const cell of cells) {
    const read = readBirth(cell, { ...context, order: 'day-first' })
    if (read.shows && cell && !/\d\.\d/.test(cell.text)) shown.add(read.shows)
    if (read.ambiguous) ambiguous += 1
  }
  const order: DateOrder = shown.has('month-first') && !shown.has('day-first') ? 'month-first' : 'day-first'
  return { order, certain: shown.size === 1, both: shown.size === 2, ambiguous }
}
