/** What a birth date means and how a name is shown: pure, for server, browser and offline form alike. */
import type { BirthDate, PersonName } from './schema.ts'

/** First and last day on which the person may have been born; `null` when unknown or withheld. */
export function birthRange(birth: BirthDate): { from: string; to: string } | null {
  switch (birth.precision) {
    case 'day':
      return { from: birth.date, to: birth.date }
    case 'month': {
      const [year, month] = birth.month.split('-').map(Number) as [number, number]
      const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
      return { from: `${birth.month}-01`, to: `${birth.month}-${String(last).padStart(2, '0')}` }
    }
    case 'year':
      return { from: `${birth.year}-01-01`, to: `${birth.year}-12-31` }
    case 'estimated': {
      // Somebody taken for nine may have turned nine today or be ten tomorrow.
      const [year, rest] = [Number(birth.asOf.slice(0, 4)), birth.asOf.slice(4)]
      return { from: nextDay(`${year - birth.age - 1}${rest}`), to: sameDay(`${year - birth.age}${rest}`) }
    }
    case 'unknown':
    case 'withheld':
      return null
  }
}

/** A birth date as the library of names reads it; nothing when unknown or withheld. */
export function birthText(birth: BirthDate): string | undefined {
  switch (birth.precision) {
    case 'day':
      return birth.date
    case 'month':
      return birth.month
    case 'year':
      return String(birth.year)
    case 'estimated':
      return `~${Number(birth.asOf.slice(0, 4)) - birth.age}`
    case 'unknown':
    case 'withheld':
      return undefined
  }
}

// 29 February of a year that has none is 1 March.
const sameDay = (day: string) => new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)
const nextDay = (day: string) =>
  new Date(Date.parse(`${sameDay(day)}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

/** Whole years on a day: the youngest and the oldest that the birth date allows; `null` when unknown. */
export function ageOn(birth: BirthDate, today: string): { min: number; max: number } | null {
  const range = birthRange(birth)
  return range && { min: yearsBetween(range.to, today), max: yearsBetween(range.from, today) }
}

function yearsBetween(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4))
  return Math.max(0, to.slice(5) < from.slice(5) ? years - 1 : years)
}

/** `true` when nobody can have been born then: the first possible day lies in the future, or the age is over 120. */
export function impossibleBirth(
  birth: BirthDate,
  today: string,
): 'birth-in-future' | 'birth-too-long-ago' | null {
  const range = birthRange(birth)
  if (!range) return null
  if (range.from > today) return 'birth-in-future'
  return yearsBetween(range.to, today) > 120 ? 'birth-too-long-ago' : null
}

/** Family name first, as registers of the region write it; parts that are missing are left out. */
export const nameText = (name: Pick<PersonName, 'family' | 'given' | 'patronymic'>): string =>
  [name.family, name.given, name.patronymic].filter(Boolean).join(' ')

/** The name by which a person is shown: the usual one, else the official one, else the first. */
export const shownName = (names: readonly PersonName[]): PersonName | undefined =>
  names.find(name => name.use === 'usual') ?? names.find(name => name.use === 'official') ?? names[0]
