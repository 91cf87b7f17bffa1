/** Dates, numbers, ages and names of places in the language of the screen and the clock of the node. */
import type { Language, MultiText } from '@kerege/contract/common'
import { textIn } from '@kerege/contract/common'
import { ageOn } from '@kerege/contract/people/rules'
import type { BirthDate } from '@kerege/contract/people/schema'
import { createContext, useContext, useMemo } from 'react'
import { toCyrillic } from './cyrillic.ts'
import {
  type DateStyle,
  dateText,
  listText,
  monthText,
  numberText,
  plainDateText,
  relativeText,
  timeText,
  todayIn,
} from './format.ts'
import { type Loaded, useLoaded } from './language.ts'
import { type Translate, useT } from './useT.tsx'

/** The node that is looked at: its clock, not the browser's, says which day it is; its languages come next. */
export interface Place {
  timeZone: string
  languages: readonly Language[]
  /** ISO 3166-1 of the state whose node this is; the hub has none. */
  country?: string | undefined
}
const nowhere: Place = { timeZone: 'UTC', languages: [] }
export const PlaceContext = createContext<Place>(nowhere)

export interface Formatter {
  /** `text` "24 November, Tuesday", `table` 24.11.2026, `exact` with the time. */
  date(value: string, style?: DateStyle): string
  time(value: string): string
  number(n: number, digits?: number): string
  list(items: readonly string[]): string
  /** "3 days ago", and a date from seven days on. */
  relative(value: string): string
  /** "9 years", "about 9 years", "9 to 10 years", or that it is not known. */
  age(birth: BirthDate): string
  /** What is known of a birth date, with its precision in words. */
  birth(birth: BirthDate): string
  country(code: string): string
  language(tag: string): string
  script(code: string): string
  /** Text in the language of the screen, else in one of the node's, else in any that has it. */
  text(map: MultiText): { text: string; language: Language }
  today: string
  /** The state whose node this is; the hub has none. */
  home: string | undefined
}

export function useFormat(): Formatter {
  const from = useLoaded()
  const place = useContext(PlaceContext)
  const t = useT()
  return useMemo(() => formatter(from, place, t), [from, place, t])
}

function formatter(from: Loaded, place: Place, t: Translate): Formatter {
  const { table, language } = from
  const zone = place.timeZone
  const today = todayIn(zone)
  const date = (value: string, style: DateStyle = 'table') => dateText(value, style, table, zone, today)
  return {
    date,
    time: value => timeText(value, zone),
    number: (n, digits) => numberText(n, table, digits),
    list: items => listText(items, table),
    relative: value => relativeText(value, table, language, zone) ?? date(value, 'text'),
    age: birth => ageText(birth, today, t),
    birth: birth => birthText(birth, from, t),
    country: code => table.countries[code] ?? code,
    language: tag => languageName(tag, from),
    script: code => table.scripts[code] ?? code,
    text: map => {
      const spoken = [language, ...place.languages].find(one => map[one])
      const found = textIn(map, spoken ?? language)
      const turned = from.choice === 'uz-Cyrl' && found.language === 'uz'
      return turned ? { ...found, text: toCyrillic(found.text) } : found
    },
    today,
    home: place.country,
  }
}

function ageText(birth: BirthDate, today: string, t: Translate): string {
  const age = ageOn(birth, today)
  if (!age) return t(birth.precision === 'withheld' ? 'ui.age.withheld' : 'ui.age.unknown')
  if (birth.precision === 'estimated') return t('ui.age.about', { n: age.min })
  if (age.max === 0) return t('ui.age.baby')
  return age.min === age.max ? t('ui.age', { n: age.min }) : t('ui.age.range', { n: age.min, to: age.max })
}

function birthText(birth: BirthDate, from: Loaded, t: Translate): string {
  switch (birth.precision) {
    case 'day':
      return plainDateText(birth.date, from.table)
    case 'month':
      return monthText(birth.month, from.table)
    case 'year':
      return t('ui.birth.year', { year: String(birth.year) })
    case 'estimated':
      return t('ui.birth.estimated', { n: birth.age, date: plainDateText(birth.asOf, from.table) })
    case 'unknown':
      return t('ui.birth.unknown')
    case 'withheld':
      return t('ui.birth.withheld')
  }
}

// `uz-Cyrl`: the language, and the script where it is said.
function languageName(tag: string, from: Loaded): string {
  const [language = '', ...rest] = tag.split('-')
  const name = from.table.languages[language] ?? language
  const script = rest.find(part => part.length === 4)
  return script ? `${name} (${from.table.scripts[script] ?? script})` : name
}
