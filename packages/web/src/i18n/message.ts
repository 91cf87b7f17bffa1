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

export function textOf(message: Compiled, values: Values, speech: Speech): string {
  if (typeof message === 'string') return message
  return message.map(token => piece(token, values, speech)).join('')
}

function piece(token: Token, values: Values, speech: Speech): string {
  if (typeof token === 'string') return token
  const [name, type, format] = token
  const value = values[name]
  // The compiler gives choices their branches, and nothing else has them.
  const choices = format as Choices
  switch (type) {
    case 'plural':
    case 'selectordinal':
      return chosen(choices, Number(value), type === 'selectordinal', values, speech)
    case 'select': {
      const key = String(value)
      return textOf((Object.hasOwn(choices, key) ? choices[key] : choices.other) ?? [], values, speech)
    }
    default:
      return typeof value === 'number' ? speech.number(value) : String(value ?? '')
  }
}

function chosen(choices: Choices, n: number, ordinal: boolean, values: Values, speech: Speech): string {
  const branch = choices[String(n)] ?? choices[pluralForm(speech.language, n, ordinal)] ?? choices.other ?? []
  return branch.map(token => (token === '#' ? speech.number(n) : piece(token, values, speech))).join('')
}
