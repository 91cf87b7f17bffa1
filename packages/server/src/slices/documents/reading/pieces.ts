/** A text without pages in pieces of about one, parted between lines, so that what is found can be shown without reading all of it. */
import { mostCharacters, type Page, type Reading } from './words.ts'

const usual = 3000

export function cutIntoPieces(all: string): Reading {
  const text = all.slice(0, mostCharacters).replaceAll('\0', '')
  if (!/[\p{L}\p{N}]/u.test(text)) return { fault: 'no-words' }
  const pages: Page[] = []
  for (let from = 0; from < text.length; ) {
    const to = from + usual >= text.length ? text.length : endOfLine(text, from + usual)
    pages.push({ text: text.slice(from, to) })
    from = to
  }
  return { pages, whole: all.length <= mostCharacters }
}

/** Behind the next line or word, but not far away: a text may have neither. */
function endOfLine(text: string, from: number): number {
  const near = text.slice(from, from + usual)
  const at = near.search(/\n/)
  const word = at < 0 ? near.search(/\s/) : at
  return from + (word < 0 ? near.length : word + 1)
}
