/** Council texts for tests: one with everything, and wild ones. All invented. */
import type { DocumentHead } from '@kerege/contract/council/documents/head'
import { tidyRuns } from '@kerege/contract/council/documents/rules'
import type { Block, DocumentText, Run } from '@kerege/contract/council/documents/text'
import fc from 'fast-check'

export const head = (over: Partial<DocumentHead> = {}): DocumentHead => ({
  symbol: 'REC/2026/SES.2/4',
  kind: 'recommendation',
  body: 'Regional Expert Council',
  date: '2026-11-24',
  language: 'en',
  sourceLanguage: 'en',
  version: 2,
  distribution: 'general',
  ...over,
})

export const sample: DocumentText = {
  title: 'School places for children who have no papers yet',
  blocks: [
    { id: 'b1', kind: 'paragraph', runs: [{ text: 'The Council,' }] },
    { id: 'b2', kind: 'heading', level: 1, number: 'I.', runs: [{ text: 'Why' }] },
    {
      id: 'b3',
      kind: 'paragraph',
      number: '1.',
      runs: [
        { text: 'Children waited ' },
        { text: 'up to fifteen months', bold: true },
        { text: ' for a paper & a place; see ' },
        { text: 'the report', href: 'https://example.org/report?a=1&b=2' },
        { text: '.' },
      ],
    },
    { id: 'b4', kind: 'heading', level: 2, runs: [{ text: 'What is asked' }] },
    { id: 'b5', kind: 'paragraph', number: '2.', runs: [{ text: 'Member States are asked to:' }] },
    {
      id: 'b6',
      kind: 'item',
      depth: 1,
      number: '(a)',
      runs: [{ text: 'admit first and ask for papers later;' }],
    },
    { id: 'b7', kind: 'item', depth: 2, runs: [{ text: 'in every class', italic: true }] },
    {
      id: 'b8',
      kind: 'item',
      depth: 1,
      number: '(b)',
      runs: [{ text: 'say who answers.\nBy name of office.' }],
    },
    {
      id: 'b9',
      kind: 'table',
      head: true,
      rows: [
        [[{ text: 'State' }], [{ text: 'Office' }]],
        [[{ text: 'Қазақстан' }], [{ text: 'Оқу-ағарту' }]],
        [[{ text: 'Oʻzbekiston' }], []],
      ],
    },
    { id: 'b10', kind: 'heading', level: 1, number: 'II.', runs: [{ text: 'Қолданысқа енуі: ӘҒҚҢӨҰҮҺІ' }] },
    { id: 'b11', kind: 'item', depth: 1, runs: [{ text: 'alone <b>&amp;</b>' }] },
  ],
}

// As `trimRuns` leaves them: no white space at the ends, single spaces inside.
const words = fc
  .array(fc.stringMatching(/^[\p{L}\p{N}<>&"'«»ʻ’.,;:()%-]{1,12}$/u), { minLength: 1, maxLength: 6 })
  .map(all => all.join(' ').normalize('NFC'))
const run: fc.Arbitrary<Run> = fc
  .record({ text: words, bold: fc.boolean(), italic: fc.boolean(), link: fc.boolean() })
  .map(({ text, bold, italic, link }) => ({
    text,
    ...(bold ? { bold: true as const } : {}),
    ...(italic ? { italic: true as const } : {}),
    ...(link ? { href: 'https://example.org/x' } : {}),
  }))
const wildRuns = fc.array(run, { minLength: 1, maxLength: 4 }).map(tidyRuns)
const number = fc.option(fc.constantFrom('1.', '(a)', 'iv.', '2.3'), { nil: undefined })
const numbered = number.map(value => (value ? { number: value } : {}))
const level = fc.constantFrom(1 as const, 2 as const, 3 as const)

const bare = fc.oneof(
  fc
    .tuple(level, wildRuns, numbered)
    .map(([l, runs, n]) => ({ kind: 'heading' as const, level: l, runs, ...n })),
  fc.tuple(wildRuns, numbered).map(([runs, n]) => ({ kind: 'paragraph' as const, runs, ...n })),
  fc
    .tuple(level, wildRuns, numbered)
    .map(([depth, runs, n]) => ({ kind: 'item' as const, depth, runs, ...n })),
  fc
    .tuple(fc.integer({ min: 1, max: 3 }), fc.boolean())
    .chain(([wide, head]) =>
      fc
        .array(fc.array(wildRuns, { minLength: wide, maxLength: wide }), { minLength: 1, maxLength: 3 })
        .map(rows => ({ kind: 'table' as const, head, rows })),
    ),
)

export const wildText: fc.Arbitrary<DocumentText> = fc
  .tuple(words, fc.array(bare, { maxLength: 12 }))
  .map(([title, blocks]) => ({
    title,
    blocks: blocks.map((block, at): Block => ({ ...block, id: `b${at + 1}` })),
  }))
