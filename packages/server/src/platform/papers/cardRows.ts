/** Cards in rows of two and pages of five rows. Those that belong together begin a new page rather than fall on two. */
import type { Card } from './sheet.ts'

export const rowsOnPage = 5
const onPage = rowsOnPage * 2

export interface CardRow {
  cards: readonly (Card | undefined)[]
  /** A new page begins before it. */
  breaks: boolean
}

export function cardRows(cards: readonly Card[]): CardRow[] {
  const pages: Card[][] = []
  for (const group of groupsOf(cards)) {
    const page = pages.at(-1)
    // More than a page is divided anyhow, and begins where there is room.
    const fits = page !== undefined && (page.length + group.length <= onPage || group.length > onPage)
    const into = fits ? page : []
    if (!fits) pages.push(into)
    for (const card of group) {
      const last = pages.at(-1) ?? into
      if (last.length < onPage) last.push(card)
      else pages.push([card])
    }
  }
  return pages.flatMap((page, number) =>
    Array.from({ length: Math.ceil(page.length / 2) }, (_, at) => ({
      cards: [page[at * 2], page[at * 2 + 1]],
      breaks: number > 0 && at === 0,
    })),
  )
}

/** In the order given; who belongs to nobody is a group alone. */
function groupsOf(cards: readonly Card[]): Card[][] {
  const groups = new Map<string | Card, Card[]>()
  for (const card of cards) {
    const key = card.group ?? card
    groups.set(key, [...(groups.get(key) ?? []), card])
  }
  return [...groups.values()]
}
