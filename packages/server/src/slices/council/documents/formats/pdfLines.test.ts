/** Where a paragraph of a PDF begins, and what of its pages is no text. */
import { expect, test } from 'vitest'
import type { Line } from '../../../documents/index.ts'
import { paragraphsOf } from './pdfLines.ts'

/** Lines from above to below: `[text, left, gap before it, size]`. */
type Drawn = readonly [text: string, left?: number, gap?: number, size?: number]
function page(drawn: readonly Drawn[], top = 700): Line[] {
  let foot = top
  return drawn.map(([text, left = 60, gap = 14, size = 11]) => {
    foot -= gap
    return { text, left, right: left + text.length * 5, foot, size }
  })
}
const read = (...pages: Line[][]) => paragraphsOf(pages).map(one => one.text)
const full = 'The Council took note of what its members said and asked them to go on with it'

test.each<[string, Drawn[], string[]]>([
  ['lines that follow each other are one', [[full], ['until spring.']], [`${full} until spring.`]],
  ['a gap begins one', [[full], ['until.'], [full, 60, 24]], [`${full} until.`, full]],
  [
    'an indent begins one',
    [[full, 75], [`${full}.`], [full, 75], ['it ends.']],
    [`${full} ${full}.`, `${full} it ends.`],
  ],
  [
    'a marker begins one, and what hangs under it stays',
    [[`${full}:`], ['(a) one contact', 60], ['in every state;', 76], ['(b) a list', 60]],
    [`${full}:`, '(a) one contact in every state;', '(b) a list'],
  ],
  ['other letters begin one', [['Opening', 60, 14, 16], [full]], ['Opening', full]],
  ['a line that ends early ends one', [[full], ['in spring.'], [full]], [`${full} in spring.`, full]],
  [
    'a word that was parted is whole, one with a hyphen of its own keeps it',
    [[`${full} infor-`], ['mation about long-term work and long-'], ['term plans']],
    [`${full} information about long-term work and long-term plans`],
  ],
])('%s', (_, drawn, paragraphs) => {
  expect(read(page(drawn))).toEqual(paragraphs)
})

test('heads and numbers of pages are left out, and a paragraph goes over the page', () => {
  const sheet = (number: number, ...lines: string[]) => [
    ...page([[`REC/2026/SES.3/1 page ${number}`]], 800),
    ...page(lines.map(text => [text] as const)),
    ...page([[`- ${number} -`]], 60),
  ]
  expect(read(sheet(1, full, `${full} and`), sheet(2, 'so it was.', `${full}.`))).toEqual([
    `${full} ${full} and so it was.`,
    `${full}.`,
  ])
})

test('what is drawn last and stands above all is the head of the only page', () => {
  const sheet = [
    ...page([[full], ['until spring.']]),
    ...page([['REC/2026/SES.3/7']], 800),
    ...page([['– 1 –']], 60),
  ]
  expect(read(sheet)).toEqual([`${full} until spring.`])
})
