/**
 * Writes packages/web/src/i18n/formats.generated.json from Node's own locale data: months, weekdays, numbers,
 * lists, relative times and names of countries, languages and scripts. Browsers lack good data for Kazakh,
 * Kyrgyz, Tajik, Turkmen and Uzbek. Run by hand (`node scripts/formats.ts`) when Node moves; a test compares.
 */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { languages } from '../packages/contract/src/common.ts'

const locales = [...languages, 'uz-Cyrl'] as const
type Locale = (typeof locales)[number]

const spoken =
  'kk ky tg tk uz ru en ar fa prs ps ku ckb tr az ug tt ba krc ce av kum inh os hy ka uk be de fr es zh ko ur hi he bal kaa dng'
const scripts = ['Latn', 'Cyrl', 'Arab']
// Codes that are withdrawn, doubled, or no country that a paper could name.
const noCountry = new Set(
  'AC AN BU CP CQ CS DD DG DY EA EU EZ FX HV IC NH QO RH SU TA TP UK UN VD XA XB XK YD YU ZR ZZ'.split(' '),
)
// Words that the locale data lacks or writes as adjectives ("tojik" for "tojikcha"); written by us.
const ownLanguageNames: Partial<Record<Locale, Record<string, string>>> = {
  en: { kaa: 'Karakalpak', av: 'Avar', os: 'Ossetian', dng: 'Dungan' },
  ru: { kaa: 'каракалпакский', dng: 'дунганский' },
  kk: { dng: 'дүнген тілі' },
  ky: { kaa: 'каракалпакча', dng: 'дунганча' },
  tg: {
    krc: 'қарачойӣ-балкарӣ',
    ce: 'чеченӣ',
    av: 'аварӣ',
    kum: 'қумиқӣ',
    inh: 'ингушӣ',
    os: 'осетинӣ',
    bal: 'балуҷӣ',
    kaa: 'қароқалпоқӣ',
    prs: 'дарӣ',
    dng: 'дунганӣ',
  },
  tk: { kaa: 'garagalpak dili', dng: 'dungan dili' },
  uz: {
    kaa: 'qoraqalpoqcha',
    dng: 'dungancha',
    tg: 'tojikcha',
    tk: 'turkmancha',
    uz: 'oʻzbekcha',
    ar: 'arabcha',
    fa: 'forscha',
    tr: 'turkcha',
    az: 'ozarbayjoncha',
    ug: 'uygʻurcha',
  },
  'uz-Cyrl': { kaa: 'қорақалпоқча', fa: 'форсча', prs: 'дари', dng: 'дунганча' },
}
// The locale data keeps a name of Soviet times that the state itself does not use.
const ownCountryNames: Partial<Record<Locale, Record<string, string>>> = { ru: { KG: 'Кыргызстан' } }

const monthsOf = (locale: string, alone: boolean) =>
  Array.from({ length: 12 }, (_, month) => {
    const options = alone ? ({ month: 'long' } as const) : ({ month: 'long', day: 'numeric' } as const)
    const parts = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).formatToParts(
      new Date(Date.UTC(2026, month, 5)),
    )
    return tidy(locale, parts.find(part => part.type === 'month')?.value ?? '')
  })

// The locale data writes Tajik and Turkmen months with capitals; within a sentence both write small letters.
const tidy = (locale: string, word: string) => {
  const curled = word.replaceAll('\u2018', '\u02bb').replaceAll('\u2019', '\u02bc')
  return locale === 'en' ? curled : curled.toLocaleLowerCase(locale)
}

const weekdaysOf = (locale: string, style: 'long' | 'short') =>
  Array.from({ length: 7 }, (_, day) =>
    // 4 January 2026 was a Sunday.
    tidy(
      locale,
      new Intl.DateTimeFormat(locale, { weekday: style, timeZone: 'UTC' }).format(
        new Date(Date.UTC(2026, 0, 4 + day)),
      ),
    ),
  )

/** `{day} {month} {year}` from what the locale writes; parts in the locale's own order and marks. */
function pattern(locale: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
    .formatToParts(new Date(Date.UTC(2026, 10, 24)))
    .map(part => (part.type === 'literal' ? part.value : `{${part.type}}`))
    .join('')
}

// Day before weekday everywhere, and day before month in English: the order in which people here read dates.
const dayPatterns: Partial<Record<Locale, string>> = {
  en: '{day} {month}, {weekday}',
  ru: '{day} {month}, {weekday}',
  tg: '{day} {month}, {weekday}',
  tk: '{day} {month}, {weekday}',
  uz: '{day}-{month}, {weekday}',
  'uz-Cyrl': '{day} {month}, {weekday}',
}
const datePatterns: Partial<Record<Locale, string>> = {
  en: '{day} {month} {year}',
  tk: '{day} {month} {year}',
}

function numbersOf(locale: string) {
  const parts = new Intl.NumberFormat(locale).formatToParts(1234567.5)
  const value = (type: string) => parts.find(part => part.type === type)?.value ?? ''
  return { group: value('group'), decimal: value('decimal') }
}

// Where the locale data joins the last of a list by a mere comma.
const ownPairs: Record<string, string> = { kk: ' және ', tg: ' ва ', 'uz-Cyrl': ' ва ' }

function listOf(locale: string) {
  const marks = new Intl.ListFormat(locale).formatToParts(['a', 'b', 'c']).filter(p => p.type === 'literal')
  const [pair] = new Intl.ListFormat(locale).formatToParts(['a', 'b']).filter(p => p.type === 'literal')
  const own = ownPairs[locale]
  const last = own ?? marks[1]?.value ?? ', '
  return { between: marks[0]?.value ?? ', ', last, pair: own ?? pair?.value ?? ', ' }
}

function relativeOf(locale: string) {
  const auto = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const exact = new Intl.RelativeTimeFormat(locale, { numeric: 'always' })
  const forms = (unit: 'minute' | 'hour' | 'day', sign: 1 | -1) => {
    // 1, 2, 5 and 1.5 reach every plural form that our languages have.
    const shape = (n: number) => {
      const parts = exact.formatToParts(sign * n, unit)
      return tidy(locale, parts.map(part => (part.type === 'literal' ? part.value : '{n}')).join('')).replace(
        '{n}{n}{n}',
        '{n}',
      )
    }
    return { one: shape(1), few: shape(2), many: shape(5), other: locale === 'ru' ? shape(1.5) : shape(5) }
  }
  return {
    yesterday: tidy(locale, auto.format(-1, 'day')),
    today: tidy(locale, auto.format(0, 'day')),
    tomorrow: tidy(locale, auto.format(1, 'day')),
    past: { minute: forms('minute', -1), hour: forms('hour', -1), day: forms('day', -1) },
    future: { minute: forms('minute', 1), hour: forms('hour', 1), day: forms('day', 1) },
  }
}

const named = (locale: string, type: 'region' | 'language' | 'script', code: string): string | undefined => {
  try {
    return new Intl.DisplayNames(locale, { type, fallback: 'none' }).of(code) ?? undefined
  } catch {
    return undefined
  }
}

const countryCodes = Array.from({ length: 26 * 26 }, (_, i) =>
  String.fromCharCode(65 + Math.floor(i / 26), 65 + (i % 26)),
).filter(code => !noCountry.has(code) && named('en', 'region', code))

const turned = (name: string) => name.replaceAll('\u2018', '\u02bb').replaceAll('\u2019', '\u02bc')
const names = (locale: Locale, type: 'region' | 'language' | 'script', codes: readonly string[]) =>
  Object.fromEntries(
    codes.flatMap(code => {
      const owns = { language: ownLanguageNames, region: ownCountryNames, script: undefined }[type]
      const own = owns?.[locale]?.[code]
      const name =
        own ?? named(locale, type, code) ?? (locale === 'uz-Cyrl' ? named('uz', type, code) : undefined)
      return name ? [[code, turned(name)]] : []
    }),
  )

/** The whole table, as it is written; a test compares it with the file. */
export function formatTables() {
  return Object.fromEntries(
    locales.map(locale => [
      locale,
      {
        months: monthsOf(locale, false),
        monthsAlone: monthsOf(locale, true),
        weekdays: weekdaysOf(locale, 'long'),
        weekdaysShort: weekdaysOf(locale, 'short'),
        day: dayPatterns[locale] ?? pattern(locale, { weekday: 'long', day: 'numeric', month: 'long' }),
        date: datePatterns[locale] ?? pattern(locale, { day: 'numeric', month: 'long', year: 'numeric' }),
        month: pattern(locale, { month: 'long', year: 'numeric' }),
        numbers: numbersOf(locale),
        list: listOf(locale),
        relative: relativeOf(locale),
        countries: names(locale, 'region', countryCodes),
        languages: names(locale, 'language', spoken.split(' ')),
        scripts: names(locale, 'script', scripts),
      },
    ]),
  )
}

if (import.meta.main) {
  const file = fileURLToPath(new URL('../packages/web/src/i18n/formats.generated.json', import.meta.url))
  writeFileSync(file, `${JSON.stringify(formatTables(), null, 1)}\n`)
}
