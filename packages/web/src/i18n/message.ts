/**
 * Fills a compiled ICU message with values. Ours instead of a library's, because plurals of five of our
 * languages are ours too (contract/plurals.ts). Knows no catalogue and no state.
 */
import type { Language } from '@kerege/contract/common'
import { pluralForm } from '@kerege/contract/plurals'

type Choices = Record<string, Token[]>
type Token = string | [name: string, type?: string, format?: unknown]
export type Compiled = string | Token[]
export type Values = Record<string, unknown>

export interface Speech {
  language: Language
  number: (n: number) => string
}

/** The pieces in order: text, and values as they were given, which may be elements. */
export function piecesOf(message: Compiled, values: Values, speech: Speech): unknown[] {
  if (typeof message === 'string') return [message]
  return message.flatMap(token => piece(token, values, speech))
}

export const textOf = (message: Compiled, values: Values, speech: Speech): string =>
  piecesOf(message, values, speech).join('')

function piece(token: Token, values: Values, speech: Speech): unknown[] {
  if (typeof token === 'string') return [token]
  const [name, type, format] = token
  const value = values[name]
  switch (type) {
    case 'plural':
    case 'selectordinal':
      return chosen(format as Choices, Number(value), type === 'selectordinal', values, speech)
    case 'select': {
      const choices = format as Choices
      const key = String(value)
      return piecesOf((Object.hasOwn(choices, key) ? choices[key] : choices.other) ?? [], values, speech)
    }
    default:
      return [typeof value === 'number' ? speech.number(value) : (value ?? '')]
  }
}

function chosen(choices: Choices, n: number, ordinal: boolean, values: Values, speech: Speech): unknown[] {
  const branch = choices[String(n)] ?? choices[pluralForm(speech.language, n, ordinal)] ?? choices.other ?? []
  return branch.flatMap(token => (token === '#' ? [speech.number(n)] : piece(token, values, speech)))
}
