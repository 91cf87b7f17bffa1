/** Words of the papers, and how a birth is written on one. */
import { join } from 'node:path'
import type { Language } from '@kerege/contract/common'
import type { BirthDate } from '@kerege/contract/people/schema'
import { openMessages } from '../../../platform/messages.ts'

export const words = openMessages(join(import.meta.dirname, 'messages'))

export const say =
  (language: Language) =>
  (key: string, values: Record<string, string | number> = {}) =>
    words(language, key, values)

/** As exactly as it is known: 14.03.2017, 03.2017, 2017, ~2017. */
export function birthCell(birth: BirthDate): string {
  switch (birth.precision) {
    case 'day':
      return birth.date.split('-').reverse().join('.')
    case 'month':
      return birth.month.split('-').reverse().join('.')
    case 'year':
      return String(birth.year)
    case 'estimated':
      return `~${Number(birth.asOf.slice(0, 4)) - birth.age}`
    case 'unknown':
    case 'withheld':
      return ''
  }
}

export const dayCell = (day: string) => day.slice(0, 10).split('-').reverse().join('.')
