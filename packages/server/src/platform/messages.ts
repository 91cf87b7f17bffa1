/**
 * Texts that the server itself sends, in seven languages: ICU catalogues of a slice.
 * The forms of plurals are ours, as on the screens. A missing text is a bug, found by the tests of its slice.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Language } from '@kerege/contract/common'
import { pluralForm } from '@kerege/contract/plurals'
import { type CompiledMessage, compileMessageOrThrow } from '@lingui/message-utils/compileMessage'

export type Values = Readonly<Record<string, string | number>>

/** @throws when the catalogue lacks the text, or the values lack a blank that the text fills in */
export type Messages = (language: Language, key: string, values?: Values) => string

/**
 * Nothing is read before the first text of a language is asked for, and each text is compiled when it is: forty catalogues in seven
 * languages are 1.3 MB that a quiet node would carry as six.
 * @param folder with one `{language}.json` for each language
 */
export function openMessages(folder: string): Messages {
  const catalogues = new Map<Language, Readonly<Record<string, string>>>()
  const compiled = new Map<string, CompiledMessage>()
  const textsOf = (language: Language) => {
    const texts =
      catalogues.get(language) ?? JSON.parse(readFileSync(join(folder, `${language}.json`), 'utf8'))
    catalogues.set(language, texts)
    return texts
  }
  return (language, key, values = {}) => {
    const name = `${language} ${key}`
    const known = compiled.get(name)
    if (known) return fill(language, known, values)
    const text: string | undefined = textsOf(language)[key]
    if (text === undefined) throw new Error(`There is no text "${key}" in ${language}.`)
    const message = compileMessageOrThrow(text)
    compiled.set(name, message)
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
