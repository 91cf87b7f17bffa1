/**
 * Words of a document as search compares them: lower case, without marks, letters of one sound's family as one, so that
 * a keyboard without ғ or ҷ finds them too. Never shown. Unlike names, words stay in their script.
 */
import { blockText } from './rules.ts'
import type { DocumentText } from './text.ts'

const letters: Readonly<Record<string, string>> = {
  ә: 'а',
  ғ: 'г',
  қ: 'к',
  ҡ: 'к',
  ң: 'н',
  ө: 'о',
  ұ: 'у',
  ү: 'у',
  һ: 'х',
  ҳ: 'х',
  і: 'и',
  ҷ: 'ч',
  ӯ: 'у',
  ӣ: 'и',
  ə: 'a',
  ı: 'i',
}
// The turned comma of Uzbek, apostrophes and soft hyphens stand inside words.
const inside = /[\u02bb\u02bc\u2018\u2019'`\u00ad]/g

export function foldWords(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(inside, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '')
    .map(word =>
      [...word]
        .map(letter => letters[letter] ?? letter)
        .join('')
        .slice(0, 60),
    )
}

export const textWords = (text: DocumentText): { title: string[]; body: string[] } => ({
  title: foldWords(text.title),
  body: foldWords(text.blocks.map(blockText).join(' ')),
})
