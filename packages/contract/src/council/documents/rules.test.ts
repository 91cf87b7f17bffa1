import { expect, test } from 'vitest'
import { changesBetween, freshId, sameBlock, tidyRuns, translationDebt } from './rules.ts'
import { type Block, DocumentText, isSafeLink } from './text.ts'

const paragraph = (id: string, text: string, number?: string): Block => ({
  id,
  kind: 'paragraph',
  ...(number ? { number } : {}),
  runs: [{ text }],
})
const text = (...blocks: Block[]): DocumentText => ({ title: 'Recommendation', blocks })

test.each([
  ['https://example.org/a', true],
  ['mailto:secretariat@example.org', true],
  ['javascript:alert(1)', false],
  [' javascript:alert(1)', false],
  ['data:text/html,<script>', false],
  ['//example.org', false],
  ['file:///etc/passwd', false],
])('a link to %s may be followed: %s', (href, may) => {
  expect(isSafeLink(href)).toBe(may)
})

test.each([
  ['two blocks with one id', text(paragraph('a', 'one'), paragraph('a', 'two'))],
  ['a direction override', text(paragraph('a', 'abc\u202edef'))],
  ['a NUL', text(paragraph('a', 'a\u0000b'))],
  ['an empty run', text(paragraph('a', ''))],
  ['an id with other letters', text(paragraph('A-1', 'one'))],
])('a text with %s is refused', (_, wrong) => {
  expect(DocumentText.safeParse(wrong).success).toBe(false)
})

test('how a text is cut into runs is no difference', () => {
  const whole = paragraph('a', 'one two')
  const cut: Block = { kind: 'paragraph', runs: [{ text: 'one' }, { text: ' two' }], id: 'a' }
  expect(sameBlock(whole, cut)).toBe(true)
  expect(tidyRuns([{ text: 'a', bold: true }, { text: 'b', bold: true }, { text: 'c' }])).toEqual([
    { text: 'ab', bold: true },
    { text: 'c' },
  ])
})

test('versions differ by block: added, changed, moved, removed', () => {
  const before = text(paragraph('a', '1'), paragraph('b', '2'), paragraph('c', '3'), paragraph('d', '4'))
  const after = text(paragraph('d', '4'), paragraph('a', '1'), paragraph('b', 'two'), paragraph('e', '5'))
  expect(changesBetween(before, after).map(change => [change.kind, idOf(change)])).toEqual([
    ['moved', 'd'],
    ['changed', 'b'],
    ['added', 'e'],
    ['removed', 'c'],
  ])
  expect(changesBetween(before, before)).toEqual([])
})

const idOf = (change: ReturnType<typeof changesBetween>[number]) =>
  change.kind === 'changed' ? change.after.id : change.block.id

test('a translation owes what is missing, stale and left over', () => {
  const madeFrom = text(paragraph('a', 'one'), paragraph('b', 'two'), paragraph('x', 'old'))
  const source = text(paragraph('a', 'one'), paragraph('b', 'two, amended'), paragraph('c', 'three'))
  const translation = text(paragraph('a', 'бір'), paragraph('b', 'екі'), paragraph('x', 'ескі'))
  expect(translationDebt(source, madeFrom, translation)).toEqual({
    missing: ['c'],
    stale: ['b'],
    left: ['x'],
  })
})

test('a new block takes an id that is free', () => {
  expect(freshId(new Set())).toBe('b1')
  expect(freshId(new Set(['b1', 'b3', 'b2']))).toBe('b4')
  expect(freshId(new Set(['b2']))).toBe('b3')
})
