/** Keys as the text of a vector and of a question to it: each in quotes, so that whatever was typed is a word and no sign. */
import { readQuery } from '@kerege/contract/analysis/analyse'
import { askedKeys } from '@kerege/contract/analysis/keys'
import type { Analyser } from '@kerege/contract/analysis/thesaurus/expand'
import type { TouchedLabel } from '@kerege/contract/analysis/thesaurus/touched'

const quoted = (key: string) => `'${key.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`

export const vectorOf = (keys: readonly string[]): string => keys.map(quoted).join(' ')

/** All words, each by any of its keys; empty where nothing can be looked for. */
export const questionOf = (analyser: Analyser, words: string): string =>
  askedKeys(analyser, readQuery(words))
    .map(keys => `(${keys.map(quoted).join(' | ')})`)
    .join(' & ')

/** Whether a text has all words of any of these labels; empty where there are none. */
export const questionOfLabels = (labels: readonly TouchedLabel[]): string =>
  labels.map(({ keys }) => `(${keys.map(quoted).join(' & ')})`).join(' | ')
