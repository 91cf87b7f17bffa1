import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cardRows, rowsOnPage } from './cardRows.ts'
import type { Card } from './sheet.ts'

const card = (number: number, group?: string): Card => ({
  code: `c${number}`,
  number: String(number),
  title: '',
  lines: [],
  ...(group ? { group } : {}),
})
/** Pages as they come out of the printer, each with the groups on it. */
function pagesOf(cards: readonly Card[]): Card[][] {
  const pages: Card[][] = []
  for (const row of cardRows(cards)) {
    if (row.breaks || pages.length === 0) pages.push([])
    pages.at(-1)?.push(...row.cards.filter(one => one !== undefined))
  }
  return pages
}

test('a family of four that would fall on two pages begins the second', () => {
  const cards = [
    ...Array.from({ length: 8 }, (_, at) => card(at)),
    ...[8, 9, 10, 11].map(at => card(at, 'b')),
  ]
  expect(pagesOf(cards).map(page => page.length)).toEqual([8, 4])
})

test('no card is lost, no page is too long, and a family that fits a page stands on one', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 24 }), { maxLength: 12 }), sizes => {
      let number = 0
      const cards = sizes.flatMap((size, group) =>
        Array.from({ length: size }, () => card(number++, `g${group}`)),
      )
      const pages = pagesOf(cards)
      expect(pages.flat().map(one => one.number)).toEqual(cards.map(one => one.number))
      for (const page of pages) expect(page.length).toBeLessThanOrEqual(rowsOnPage * 2)
      sizes.forEach((size, group) => {
        const on = pages.filter(page => page.some(one => one.group === `g${group}`)).length
        if (size <= rowsOnPage * 2) expect(on).toBe(1)
      })
    }),
  )
})
