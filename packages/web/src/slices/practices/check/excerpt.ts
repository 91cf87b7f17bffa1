/** The words around a place of a text, cut between words where possible, so that an author knows it again. */
export interface Excerpt {
  before: string
  found: string
  after: string
}

const reach = 48

export function excerptOf(text: string, from: number, to: number): Excerpt {
  const start = Math.max(0, from - reach)
  const end = Math.min(text.length, to + reach)
  const before = text.slice(start, from)
  const after = text.slice(to, end)
  return {
    before: start > 0 ? `… ${before.replace(/^\S*\s/, '')}` : before,
    found: text.slice(from, to),
    after: end < text.length ? `${after.replace(/\s\S*$/, '')} …` : after,
  }
}
