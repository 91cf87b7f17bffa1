/** Names of months in seven languages, as they stand within a date or alone. */
import type { Language } from '@kerege/contract/common'
import { remembering } from '@kerege/contract/remembering'

/** Making one takes longer than a row of a page takes in all. */
const formats = (day: { day?: 'numeric' }) =>
  remembering(
    (language: Language) =>
      new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
        month: 'long',
        timeZone: 'UTC',
        ...day,
      }),
  )
const withDay = formats({ day: 'numeric' })
const byItself = formats({})

/** @param day `YYYY-MM-DD`. The locale data writes Tajik months with capitals; within a sentence they are small. */
export function monthName(language: Language, day: string, alone = false): string {
  const format = alone ? byItself(language) : withDay(language)
  const parts = format.formatToParts(new Date(`${day}T00:00:00Z`))
  const month = parts.find(part => part.type === 'month')?.value ?? ''
  return language === 'en' ? month : month.toLowerCase()
}
