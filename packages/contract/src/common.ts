/** The few shapes that every slice uses: ids, dates, languages and texts in several languages. */
import { z } from 'zod'

/** UUIDv7 made by the program, so that rows made offline keep their id and sort by time. */
export const Id = z.uuid()
export type Id = z.infer<typeof Id>

/** A day without time and zone, `YYYY-MM-DD`, between 1900 and 2200. */
export const PlainDate = z.iso.date().refine(day => day >= '1900-01-01' && day < '2200-01-01', 'date-range')
export type PlainDate = z.infer<typeof PlainDate>

/** A moment in UTC, ISO 8601 with `Z`. */
export const Instant = z.iso.datetime()
export type Instant = z.infer<typeof Instant>

export const languages = ['en', 'ru', 'kk', 'ky', 'tg', 'tk', 'uz'] as const
export const Language = z.enum(languages)
export type Language = z.infer<typeof Language>

/** Scripts in which names are written here, by ISO 15924. */
export const Script = z.enum(['Latn', 'Cyrl', 'Arab', 'Zyyy'])
export type Script = z.infer<typeof Script>

/** BCP 47 in the simple forms that people speak of: language, optional script, optional region. */
export const LanguageTag = z.string().regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/, 'language-tag')

/** ISO 3166-1 alpha-2. `XX` stands for unknown, as in travel documents (ICAO 9303). */
export const Country = z.string().regex(/^[A-Z]{2}$/, 'country')

/** ISO 3166-2 code of a region, or a district code below it such as `KZ-75.demo-03`. */
export const AreaCode = z.string().regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?(\.[a-z0-9-]{1,40})?$/, 'area-code')

// NUL and half a letter cannot be stored by PostgreSQL, control and direction-override marks make a text lie about itself.
const forbidden = /(?![\n\r\t])\p{Cc}|\p{Cs}|[\u202a-\u202e\u2066-\u2069]/u

/** One line that a person typed: trimmed, composed (NFC), no control marks, 1 to `max` characters. */
export const line = (max: number) =>
  z
    .string()
    .max(max)
    .refine(text => !forbidden.test(text) && !/[\n\r\t]/.test(text), 'forbidden-characters')
    .overwrite(text => text.normalize('NFC').trim())
    .min(1)

/** A text of several lines, under the same rules as `line`. */
export const paragraph = (max: number) =>
  z
    .string()
    .max(max)
    .refine(text => !forbidden.test(text), 'forbidden-characters')
    .overwrite(text => text.normalize('NFC').trim())
    .min(1)

export const TextState = z.enum(['draft', 'machine', 'checked', 'stale'])

/** Language -> text with the state of that translation. No language is the pivot. */
export const MultiText = z
  .partialRecord(Language, z.strictObject({ text: paragraph(10_000), state: TextState }))
  .refine(map => Object.keys(map).length > 0, 'no-language')
export type MultiText = z.infer<typeof MultiText>

/** Text in the language asked for, or in the first of the others that has it, with the language named. */
export function textIn(map: MultiText, language: Language): { language: Language; text: string } {
  for (const candidate of [language, ...languages]) {
    const entry = map[candidate]
    if (entry) return { language: candidate, text: entry.text }
  }
  return { language, text: '' }
}

/** Why somebody does a thing that others may ask about: 3 to 500 characters. */
export const Reason = line(500).refine(text => text.length >= 3, 'reason-too-short')

/** Query of a list: a cursor that the last answer gave, and how many rows. */
export const pageQuery = {
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
}

/** A page of rows; `next` is absent on the last page, `total` counts what the reader may see. */
export const page = <Row extends z.ZodType>(row: Row) =>
  z.strictObject({ rows: z.array(row), next: z.string().optional(), total: z.number().int().optional() })

export interface Page<Row> {
  rows: Row[]
  next?: string | undefined
  total?: number | undefined
}
