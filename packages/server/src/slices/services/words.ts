/** What a search of the directory looks in: every word in every language, in lower case. */
import type { MultiText } from '@kerege/contract/common'

export const wordsOf = (texts: readonly (MultiText | undefined)[]): string =>
  texts.flatMap(text => Object.values(text ?? {}).map(one => one.text.toLocaleLowerCase())).join('\n')
