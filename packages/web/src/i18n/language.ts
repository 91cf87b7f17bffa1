/**
 * The language of the screen: loads its chunk once, remembers the choice, tells whoever draws.
 * Uzbek comes in two alphabets, the second made from the first when it is chosen.
 */
import type { Language } from '@kerege/contract/common'
import { useSyncExternalStore } from 'react'
import { toCyrillic } from './cyrillic.ts'
import type { FormatTable } from './format.ts'
import type { Compiled } from './message.ts'

export type Choice = Language | 'uz-Cyrl'

/** Each in its own name, never by a flag. */
export const choices: readonly (readonly [Choice, string])[] = [
  ['kk', 'Қазақша'],
  ['ky', 'Кыргызча'],
  ['uz', 'Oʻzbekcha'],
  ['uz-Cyrl', 'Ўзбекча'],
  ['tg', 'Тоҷикӣ'],
  ['tk', 'Türkmençe'],
  ['ru', 'Русский'],
  ['en', 'English'],
]

export interface Loaded {
  choice: Choice
  language: Language
  messages: Record<string, Compiled>
  table: FormatTable
}

interface Chunk {
  default: { messages: Record<string, Compiled>; formats: [FormatTable, FormatTable?] }
}

const chunks: Record<Language, () => Promise<Chunk>> = {
  en: () => import('virtual:messages/en'),
  ru: () => import('virtual:messages/ru'),
  kk: () => import('virtual:messages/kk'),
  ky: () => import('virtual:messages/ky'),
  tg: () => import('virtual:messages/tg'),
  tk: () => import('virtual:messages/tk'),
  uz: () => import('virtual:messages/uz'),
}

const key = 'kerege.language'
const isChoice = (text: string | null): text is Choice => choices.some(([choice]) => choice === text)
const languageOf = (choice: Choice): Language => (choice === 'uz-Cyrl' ? 'uz' : choice)

// One screen has one language; it belongs to the page as the title does.
let current: Loaded | undefined
const listeners = new Set<() => void>()

/** What was chosen on this device, else what the browser asks for, else English. */
export function firstChoice(): Choice {
  const remembered = localStorage.getItem(key)
  if (isChoice(remembered)) return remembered
  for (const tag of navigator.languages) {
    const [language = ''] = tag.toLowerCase().split('-')
    if (isChoice(language)) return tag.toLowerCase().startsWith('uz-cyrl') ? 'uz-Cyrl' : language
  }
  return 'en'
}

/** Was a language ever chosen by hand on this device? */
export const wasChosen = (): boolean => isChoice(localStorage.getItem(key))

export async function activate(choice: Choice, remember = true): Promise<void> {
  const chunk = (await chunks[languageOf(choice)]()).default
  const messages =
    choice === 'uz-Cyrl'
      ? Object.fromEntries(Object.entries(chunk.messages).map(([id, message]) => [id, inCyrillic(message)]))
      : chunk.messages
  const table = (choice === 'uz-Cyrl' ? chunk.formats[1] : undefined) ?? chunk.formats[0]
  current = { choice, language: languageOf(choice), messages, table }
  if (remember) localStorage.setItem(key, choice)
  document.documentElement.lang = choice
  for (const tell of listeners) tell()
}

type Tokens = Exclude<Compiled, string>

// Text turns; names of values, types of choices and their keys do not.
function inCyrillic(message: Compiled): Compiled {
  if (typeof message === 'string') return toCyrillic(message)
  return message.map((token): Tokens[number] => {
    if (typeof token === 'string') return toCyrillic(token)
    const [name, type, format] = token
    if (typeof format !== 'object' || format === null) return token
    const branches = Object.entries(format).map(([id, branch]) => [id, inCyrillic(branch as Compiled)])
    return [name, type ?? '', Object.fromEntries(branches)]
  })
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

export function loaded(): Loaded {
  if (!current) throw new Error('no language was activated before drawing')
  return current
}

export const useLoaded = (): Loaded => useSyncExternalStore(subscribe, loaded)
