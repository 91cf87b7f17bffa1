/** What the public pages of the Council say, and days and moments in words of seven languages. */
import { join } from 'node:path'
import type { Language } from '@kerege/contract/common'
import { openMessages } from '../../../platform/messages.ts'
import { monthName } from '../../../platform/monthName.ts'

export const words = openMessages(join(import.meta.dirname, 'messages'))

/** `2026-11-27` as 27 November 2026. */
export const dayText = (language: Language, day: string, number = String(Number(day.slice(8)))): string =>
  words(language, 'date.day', {
    day: number,
    month: monthName(language, day),
    year: day.slice(0, 4),
  })

interface When {
  from?: string | undefined
  to?: string | undefined
  month?: string | undefined
}

/** From one day to another, a month where no source gives a day, or that no day is set. */
export function whenText(language: Language, { from, to, month }: When): string {
  if (from && to && to !== from) {
    // Within one month both days share its name.
    return from.slice(0, 7) === to.slice(0, 7)
      ? dayText(language, from, `${Number(from.slice(8))}–${Number(to.slice(8))}`)
      : `${dayText(language, from)} – ${dayText(language, to)}`
  }
  if (from) return dayText(language, from)
  if (!month) return words(language, 'date.none')
  return words(language, 'date.month', {
    month: monthName(language, `${month}-01`, true),
    year: month.slice(0, 4),
  })
}

export const countryText = (language: Language, code: string): string =>
  (new Intl.DisplayNames(language, { type: 'region', fallback: 'code' }).of(code) ?? code).replaceAll(
    '‘',
    'ʻ',
  )
