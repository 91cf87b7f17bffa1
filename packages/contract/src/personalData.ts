/**
 * Does a text look as if it carried data of one person? For texts that leave a state: questions, answers, practice. Looks for
 * numbers of documents and people, days of birth, phone numbers and mail addresses, in any script and digits. It finds shapes
 * and knows nobody: a name passes, so the field says in words what does not belong there. A law, its number and its day pass.
 */
import type { z } from 'zod'
import { line, type MultiText, paragraph } from './common.ts'

export const personalKinds = ['document', 'birth', 'phone', 'mail'] as const
export type PersonalKind = (typeof personalKinds)[number]

/** Where it stands: counted from one, in characters of the line. */
export interface PersonalFinding {
  kind: PersonalKind
  line: number
  column: number
}

// What people put between digits, hidden marks among it.
const gap = String.raw`[\s\u00a0\u00ad\u200b-\u200d\u2060().\-\u2010-\u2015_]`

const web = /\b(?:https?:\/\/|www\.)[^\s<>]+/giu
// Begins only where a run begins, so that a long word is read once.
const mail = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+\s?@\s?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/giu
const phone = new RegExp(
  String.raw`(?:\+|\b00)${gap}?\d(?:${gap}{0,2}\d){8,14}|\b[80]${gap}{0,2}\(?\d{3}\)?(?:${gap}{0,2}\d){5,7}\b`,
  'gu',
)
const documents = [
  // Passports, cards and certificates: a capital or two, perhaps a sign for "number", six digits or more.
  /(?<![\p{L}\p{N}/])\p{Lu}{1,2}[\s-]?(?:№|N[oº°]?\.?)?\s?\d{6,12}(?![\p{N}/])/gu,
  // Numbers that each person has one of: nine digits or more, also in groups that are not thousands.
  new RegExp(String.raw`(?<![\p{L}\p{N}/])\d(?:${gap}?\d){8,15}(?![\p{N}/])`, 'gu'),
]
const day =
  /(?<!\d)(?:\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?(?:19|20)\d\d|(?:19|20)\d\d\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{1,2})(?!\d)/gu
const dayInWords = /(?<!\d)\d{1,2}[\s-]\p{L}{3,12}[\s,]+(?:19|20)\d\d(?!\d)/gu
// Also from one amount to another.
const thousands =
  /^[1-9]\d{0,2}(?:[\s\u00a0.]\d{3})+(?:\s?[\u2010-\u2015-]\s?[1-9]\d{0,2}(?:[\s\u00a0.]\d{3})+)?$/u

const birthWords =
  /\b(?:born|birth|d\.?o\.?b)|рожд|родил|г\.\s?р\.|туған|туылған|туулган|төрөл|таваллуд|зода шуд|doglan|tug[ʻ'‘’`]?il/iu
const lawWords =
  /\b(?:law|act|decree|resolution|order|regulation|session|meeting|decision|until|before|by)\b|закон|указ|постановл|приказ|решени|сесси|заседан|кодекс|(?<!\p{L})до(?!\p{L})|заң|жарлық|қаулы|бұйрық|отырыс|дейін|мыйзам|жарлык|токтом|буйрук|чейин|қонун|фармон|қарор|фармоиш|иҷлос|kanun|karar|buýruk|mejlis|çenli|qonun|qaror|buyruq|farmon|majlis|gacha/iu

/** Digits of any script as ours, one sign for one: places stay where they are. */
export const plainDigits = (text: string): string =>
  text.replace(/\p{Nd}/gu, digit => {
    if (digit.length > 1) return digit
    const code = digit.charCodeAt(0)
    // Decimal digits stand in tens, each ten beginning with its zero.
    for (let zero = code; zero > code - 10; zero--) {
      if (!/\p{Nd}/u.test(String.fromCharCode(zero - 1))) return String(Math.min(9, code - zero))
    }
    return String(code % 10)
  })

/** The text with blanks in place of addresses on the web, one for one. */
export const withoutAddresses = (text: string): string =>
  text.replace(web, address => ' '.repeat(address.length))

/** Do words near a day say that somebody was born then? Without them it may be any day. */
export const saysBirth = (text: string, { at, length }: Pick<PersonalPlace, 'at' | 'length'>): boolean =>
  birthWords.test(around(text, at, length).near)

const around = (text: string, at: number, length: number) => ({
  before: text.slice(Math.max(0, at - 40), at),
  near: text.slice(Math.max(0, at - 40), at + length + 25),
})

/** The same by characters as JavaScript counts them. */
export interface PersonalPlace {
  kind: PersonalKind
  at: number
  length: number
}

/** What stands in a text, in its order; nothing where it is about everybody. Each place is told once. */
export const personalDataIn = (said: string): PersonalFinding[] =>
  personalPlaces(said).map(({ kind, at }) => ({ kind, ...placeOf(said, at) }))

export function personalPlaces(said: string): PersonalPlace[] {
  const text = withoutAddresses(plainDigits(said))
  const taken: PersonalPlace[] = []
  const take = (kind: PersonalKind, pattern: RegExp, counts: (found: string, at: number) => boolean) => {
    for (const found of text.matchAll(pattern)) {
      const [{ length }, at] = [found[0], found.index]
      const overlaps = taken.some(one => at < one.at + one.length && one.at < at + length)
      if (!overlaps && counts(found[0], at)) taken.push({ kind, at, length })
    }
  }
  take('mail', mail, () => true)
  take('birth', day, (found, at) => {
    const { before, near } = around(text, at, found.length)
    return birthWords.test(near) || !lawWords.test(before)
  })
  take('birth', dayInWords, (found, at) => birthWords.test(around(text, at, found.length).near))
  // A law's number or day that passed must not be read a second time as something else.
  const lawful = [...text.matchAll(day)].map(found => ({ at: found.index, length: found[0].length }))
  const isDay = (at: number, length: number) =>
    lawful.some(one => at < one.at + one.length && one.at < at + length)
  take('phone', phone, (found, at) => !isDay(at, found.length))
  for (const pattern of documents) {
    take('document', pattern, (found, at) => !thousands.test(found) && !isDay(at, found.length))
  }
  return taken.toSorted((one, other) => one.at - other.at)
}

function placeOf(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

/** As an issue of zod: the code names the kind, `line` and `column` the place; what was typed is not repeated. */
const issues = (text: string, path: PropertyKey[] = []) =>
  personalDataIn(text).map(({ kind, line, column }) => ({
    code: 'custom' as const,
    message: `personal-${kind}`,
    params: { line, column },
    path,
    input: undefined,
  }))

/** A text of several lines that carries no data of a person. */
export const impersonal = (max: number) =>
  paragraph(max).superRefine((text, ctx) => {
    for (const issue of issues(text)) ctx.addIssue(issue)
  })

/** One line under the same rule. */
export const impersonalLine = (max: number) =>
  line(max).superRefine((text, ctx) => {
    for (const issue of issues(text)) ctx.addIssue(issue)
  })

/** A text in several languages that carries no data of a person in any of them. */
export const impersonalTexts = <Shape extends z.ZodType<MultiText>>(shape: Shape) =>
  shape.superRefine((map, ctx) => {
    for (const [language, one] of Object.entries(map as MultiText)) {
      for (const issue of issues(one?.text ?? '', [language, 'text'])) ctx.addIssue(issue)
    }
  })
