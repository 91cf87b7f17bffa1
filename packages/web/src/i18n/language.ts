/**
 * The language of the screen: loads its words once for each part of the app, remembers the choice, tells whoever draws.
 * Uzbek comes in two alphabets, the second made from the first when it is chosen.
 */
import type { Language } from '@kerege/contract/common'
import { useSyncExternalStore } from 'react'
import { toCyrillic } from './cyrillic.ts'
import type { FormatTable } from './format.ts'
import type { Compiled } from './message.ts'
import type { Part } from './parts.ts'

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

/** What a language calls itself. */
export const ownNameOf = (language: Language): string =>
  choices.find(([id]) => id === language)?.[1] ?? language

export interface Loaded {
  choice: Choice
  language: Language
  messages: Record<string, Compiled>
  table: FormatTable
}

interface Chunk {
  default: { messages: Record<string, Compiled>; formats: [Partial<FormatTable>, Partial<FormatTable>?] }
}

const chunks: Record<Language, Record<Part, () => Promise<Chunk>>> = {
  en: {
    open: () => import('virtual:messages/en-open'),
    work: () => import('virtual:messages/en-work'),
    rights: () => import('virtual:messages/en-rights'),
    outside: () => import('virtual:messages/en-outside'),
  },
  ru: {
    open: () => import('virtual:messages/ru-open'),
    work: () => import('virtual:messages/ru-work'),
    rights: () => import('virtual:messages/ru-rights'),
    outside: () => import('virtual:messages/ru-outside'),
  },
  kk: {
    open: () => import('virtual:messages/kk-open'),
    work: () => import('virtual:messages/kk-work'),
    rights: () => import('virtual:messages/kk-rights'),
    outside: () => import('virtual:messages/kk-outside'),
  },
  ky: {
    open: () => import('virtual:messages/ky-open'),
    work: () => import('virtual:messages/ky-work'),
    rights: () => import('virtual:messages/ky-rights'),
    outside: () => import('virtual:messages/ky-outside'),
  },
  tg: {
    open: () => import('virtual:messages/tg-open'),
    work: () => import('virtual:messages/tg-work'),
    rights: () => import('virtual:messages/tg-rights'),
    outside: () => import('virtual:messages/tg-outside'),
  },
  tk: {
    open: () => import('virtual:messages/tk-open'),
    work: () => import('virtual:messages/tk-work'),
    rights: () => import('virtual:messages/tk-rights'),
    outside: () => import('virtual:messages/tk-outside'),
  },
  uz: {
    open: () => import('virtual:messages/uz-open'),
    work: () => import('virtual:messages/uz-work'),
    rights: () => import('virtual:messages/uz-rights'),
    outside: () => import('virtual:messages/uz-outside'),
  },
}

const key = 'kerege.language'
const isChoice = (text: string | null): text is Choice => choices.some(([choice]) => choice === text)
const languageOf = (choice: Choice): Language => (choice === 'uz-Cyrl' ? 'uz' : choice)

// One screen has one language; it belongs to the page as the title does.
let current: Loaded | undefined
let wanted: Choice | undefined
const parts = new Set<Part>(['open'])
let shown = 0
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
  const before = wanted
  wanted = choice
  try {
    await show()
  } catch (error) {
    // The line is down: what is shown stays what is wanted.
    wanted = before
    throw error
  }
  if (remember) localStorage.setItem(key, choice)
}

/** Fetches the words of that part, in the language that is shown and in each that will be. */
export async function addWords(part: Part): Promise<void> {
  parts.add(part)
  if (wanted) await show()
}

// Whoever asked while words were on their way is served by the same round: nothing is drawn with half of them.
async function show(): Promise<void> {
  let choice: Choice
  let found: Chunk['default'][]
  let asked: number
  do {
    choice = wanted ?? 'en'
    asked = parts.size
    const ways = chunks[languageOf(choice)]
    found = await Promise.all([...parts].map(async part => (await ways[part]()).default))
  } while (choice !== wanted || asked !== parts.size)
  if (current?.choice === choice && shown === asked) return
  current = joined(choice, found)
  shown = asked
  document.documentElement.lang = choice
  for (const tell of listeners) tell()
}

function joined(choice: Choice, found: readonly Chunk['default'][]): Loaded {
  const plain: Record<string, Compiled> = Object.assign({}, ...found.map(one => one.messages))
  const inOther = choice === 'uz-Cyrl'
  const messages = inOther
    ? Object.fromEntries(Object.entries(plain).map(([id, message]) => [id, inCyrillic(message)]))
    : plain
  const table = Object.assign({}, ...found.map(({ formats: [own, other] }) => (inOther ? other : own) ?? own))
  return { choice, language: languageOf(choice), messages, table: table as FormatTable }
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
