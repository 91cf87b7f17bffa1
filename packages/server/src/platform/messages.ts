/**
 * Texts that the server itself sends, in seven languages: ICU catalogues of a slice, compiled when they are opened.
 * The forms of plurals are ours, as on the screens. A missing text is a bug, found by the tests of its slice.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Language, languages } from '@kerege/contract/common'
import { pluralForm } from '@kerege/contract/plurals'
import { type CompiledMessage, compileMessageOrThrow } from '@lingui/message-utils/compileMessage'

export type Values = Readonly<Record<string, string | number>>

/** @throws when the catalogue lacks the text, or the values lack a blank that the text fills in */
export type Messages = (language: Language, key: string, values?: Values) => string

/** @param folder with one `{language}.json` for each language */
export function openMessages(folder: string): Messages {
  const catalogues = new Map(
    languages.map(language => {
      const texts = JSON.parse(readFileSync(join(folder, `${language}.json`), 'utf8')) as Record<
        string,
        string
      >
      return [
        language,
        new Map(Object.entries(texts).map(([key, text]) => [key, compileMessageOrThrow(text)])),
      ]
    }),
  )
  return (language, key, values = {}) => {
    const message = catalogues.get(language)?.get(key)
    if (!message) throw new Error(`There is no text "${key}" in ${language}.`)
    return fill(language, message, values)
  }
}

/** @param count what `#` stands for inside a plural */
function fill(language: Language, message: CompiledMessage, values: Values, count?: number): string {
  return message
    .map(token => {
      if (typeof token === 'string') return token === '#' && count !== undefined ? String(count) : token
      const [name, kind, choices] = token
      const value = values[name]
      if (value === undefined) throw new Error(`The blank "${name}" was not filled in.`)
      if (typeof choices !== 'object' || choices === null) return String(value)
      const { offset = 0, ...cases } = choices as Readonly<Record<string, CompiledMessage>> & {
        offset?: number
      }
      if (kind === 'select') return fill(language, cases[value] ?? cases.other ?? [], values, count)
      const shown = Number(value) - offset
      const form = pluralForm(language, shown, kind === 'selectordinal')
      return fill(language, cases[value] ?? cases[form] ?? cases.other ?? [], values, shown)
    })
    .join('')
}
