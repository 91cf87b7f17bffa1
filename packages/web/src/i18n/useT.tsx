/** How components speak: `const t = useT()`, then `t('people.save', { n: 3 })`. */
import { useMemo } from 'react'
import { numberText } from './format.ts'
import type { MessageKey } from './keys.ts'
import { type Loaded, loaded, useLoaded } from './language.ts'
import { type Speech, textOf, type Values } from './message.ts'

export type Translate = (id: MessageKey, values?: Values) => string

const speechOf = (from: Loaded): Speech => ({
  language: from.language,
  number: n => numberText(n, from.table),
})

const translator =
  (from: Loaded): Translate =>
  (id, values = {}) =>
    textOf(from.messages[id] ?? id, values, speechOf(from))

export function useT(): Translate {
  const from = useLoaded()
  return useMemo(() => translator(from), [from])
}

/** Outside of components: titles, errors caught far from the screen. */
export const say: Translate = (id, values) => translator(loaded())(id, values)

/** The first of these messages that exists; codes that a server sends may be newer than the page. */
export function known(...ids: string[]): MessageKey | undefined {
  const { messages } = loaded()
  return ids.find(id => Object.hasOwn(messages, id)) as MessageKey | undefined
}
