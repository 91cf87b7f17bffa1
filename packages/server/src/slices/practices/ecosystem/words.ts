/** What the public face of practices says in seven languages: labels of fields, words for codes, and the names in a citation. */
import { join } from 'node:path'
import { type Language, type MultiText, textIn } from '@kerege/contract/common'
import type { PracticeFacts } from '@kerege/contract/practices/content'
import { openMessages } from '../../../platform/messages.ts'
import { monthName } from '../../../platform/monthName.ts'

export const words = openMessages(join(import.meta.dirname, 'messages'))

/** The text alone, in the reader's language or the first there is. */
export const plainText = (map: MultiText, language: Language): string => textIn(map, language).text

/** In English by the common name; elsewhere as Node's tables have it, with the letter that Uzbek wants. */
export const countryName = (language: Language, code: string): string =>
  (new Intl.DisplayNames(language, { type: 'region', fallback: 'code' }).of(code) ?? code).replaceAll(
    '‘',
    'ʻ',
  )

/** `7–17`, `from 7`, as it is said without words: `7+`, `–17`. */
export function agesText({ ages }: PracticeFacts): string | undefined {
  if (ages.from === undefined && ages.to === undefined) return undefined
  if (ages.to === undefined) return `${ages.from}+`
  return `${ages.from ?? 0}–${ages.to}`
}

/** `2026-11-27` as 27 November 2026. */
export const dayText = (language: Language, day: string): string =>
  words(language, 'date.day', {
    day: String(Number(day.slice(8))),
    month: monthName(language, day),
    year: day.slice(0, 4),
  })

export const cut = (text: string, most: number): string => {
  const letters = [...text]
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join('')}…`
}
