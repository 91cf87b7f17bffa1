/** An age as lists write it: `7`, `approx. 7 years`, `7 лет`, `حوالي 7 سنوات`, `6 мес`, `7-8`. Whole years; an infant is 0. */
import { folded, westernDigits } from './fold.ts'
import type { RawCell } from './grid.ts'
import { aboutWords, bornWords, monthUnitWords, smallUnitWords, unknownWords, yearWords } from './words.ts'

export interface AgeReading {
  age?: number
  /** It was a year of birth, written where an age was asked for. */
  year?: number
  codes: string[]
}

export function readAge(cell: RawCell | undefined): AgeReading {
  if (!cell || cell.text.trim() === '') return { codes: [] }
  if (cell.error) return { codes: ['age-unreadable'] }
  if (cell.number !== undefined) return ofNumber(cell.number)
  const written = westernDigits(cell.text.normalize('NFKC').replace(/[\u200e\u200f]/g, '')).trim()
  const plain = folded(written)
  if (plain === '' || unknownWords.has(plain)) return { codes: [] }
  const range = /(\d{1,3})\s*[-–—/]\s*(\d{1,3})(?!\d)/.exec(written)
  const rest = withoutAll(
    folded(range ? written.replace(range[0], ' ') : written.replace(/(\d)[.,](\d)/, '$1')),
  )
  if (range && rest === '') {
    const [from, to] = [Number(range[1]), Number(range[2])]
    return from <= to && to <= 120
      ? { age: Math.floor((from + to) / 2), codes: ['age-range'] }
      : { codes: ['age-unreadable'] }
  }
  const number = /(\d+)(?:[.,](\d+))?/.exec(written)
  if (!number || !/^\d+$/.test(rest)) return { codes: ['age-unreadable'] }
  const words = plain.split(' ')
  const has = (units: readonly string[]) => units.some(unit => words.includes(unit))
  if (has(yearWords) && (has(monthUnitWords.filter(unit => unit.length > 1)) || has(smallUnitWords)))
    return ofNumber(Number(number[1]))
  if (has(smallUnitWords)) return { age: 0, codes: [] }
  if (has(monthUnitWords)) return { age: Math.floor(Number(number[1]) / 12), codes: [] }
  return ofNumber(Number(number[1]))
}

/** What is left beside numbers when all that belongs to an age is taken away: `3 года 2 мес` leaves one number. */
function withoutAll(plain: string): string {
  const known = new Set(
    [...aboutWords, ...yearWords, ...monthUnitWords, ...smallUnitWords, ...bornWords].flatMap(word =>
      word.split(' '),
    ),
  )
  // 7л, 7y, 7ж: the unit grown to the number.
  const apart = plain.replace(/(\d)(\p{L})/gu, '$1 $2').replace(/(\p{L})(\d)/gu, '$1 $2')
  const words = apart.split(' ').filter(word => word !== '' && !known.has(word) && !known.has(`${word}ет`))
  const numbers = words.filter(word => /^\d+$/.test(word))
  return numbers.length === words.length && numbers.length === 2 && apart.split(' ').length > 2
    ? (numbers[0] ?? '')
    : words.join(' ')
}

function ofNumber(number: number): AgeReading {
  if (number >= 0 && number <= 120) return { age: Math.floor(number), codes: [] }
  if (Number.isInteger(number) && number >= 1900 && number <= 2199)
    return { year: number, codes: ['age-is-year'] }
  return { codes: ['age-unreadable'] }
}
