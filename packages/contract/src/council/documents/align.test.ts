import { expect, test } from 'vitest'
import { alignedTo } from './align.ts'
import { amended, amendmentConflict } from './amending.ts'
import { meetings, merged } from './merging.ts'
import { languageState, nextDocumentStates } from './states.ts'
import type { Block, DocumentText } from './text.ts'
import { foldWords } from './words.ts'

const block = (id: string, kind: 'paragraph' | 'heading', text = id): Block =>
  kind === 'heading' ? { id, kind, level: 1, runs: [{ text }] } : { id, kind, runs: [{ text }] }
const text = (...blocks: Block[]): DocumentText => ({ title: 'x', blocks })
const fresh = () => {
  let n = 0
  return () => `n${++n}`
}

test('an imported translation takes the ids of blocks of its kind, in order', () => {
  const source = text(
    block('a', 'heading'),
    block('b', 'paragraph'),
    block('c', 'heading'),
    block('d', 'paragraph'),
  )
  const same = text(
    block('1', 'heading'),
    block('2', 'paragraph'),
    block('3', 'heading'),
    block('4', 'paragraph'),
  )
  expect(alignedTo(source, same, fresh()).blocks.map(one => one.id)).toEqual(['a', 'b', 'c', 'd'])
  const less = text(
    block('1', 'heading'),
    block('3', 'heading'),
    block('4', 'paragraph'),
    block('5', 'paragraph'),
  )
  expect(alignedTo(source, less, fresh()).blocks.map(one => one.id)).toEqual(['a', 'c', 'd', 'n1'])
  expect(alignedTo(source, text(), fresh()).blocks).toEqual([])
})

test('an amendment replaces, inserts or removes, and knows when its paragraph is another one', () => {
  const now = text(block('a', 'paragraph'), block('b', 'paragraph'))
  const before = block('a', 'paragraph')
  const after = block('z', 'paragraph', 'new')
  const ids = (action: 'replace' | 'insert-after' | 'remove') =>
    amended(now, { action, blockId: 'a', before, after }).blocks.map(one => one.id)
  expect([ids('replace'), ids('insert-after'), ids('remove')]).toEqual([['a', 'b'], ['a', 'z', 'b'], ['b']])
  const amending = { action: 'replace' as const, blockId: 'a', before }
  expect(amendmentConflict(now, amending)).toBeNull()
  expect(amendmentConflict(text(block('a', 'paragraph', 'other')), amending)).toBe('changed')
  expect(amendmentConflict(text(), amending)).toBe('gone')
})

test.each([
  ['Әлеуметтік Оңалту', ['алеуметтик', 'оналту']],
  ['ҷавонӣ, ӯ', ['чавони', 'у']],
  ['Oʻzbek tili', ['ozbek', 'tili']],
  ['Çözgüdiň', ['cozgudin']],
  ['REC/2026/SES.2', ['rec', '2026', 'ses', '2']],
  ['\u0000 ﬁ & | :*', ['fi']],
])('%s is found by %j', (text, words) => expect(foldWords(text)).toEqual(words))

test('what is superseded or withdrawn goes nowhere', () => {
  expect(nextDocumentStates('superseded')).toEqual([])
  expect(nextDocumentStates('withdrawn')).toEqual([])
  expect(languageState(undefined)).toBe('missing')
  expect(languageState({ state: 'checked', stale: true })).toBe('stale')
})

test('of two who wrote at once, only what both changed is asked', () => {
  const base = text(block('a', 'paragraph'), block('b', 'paragraph'), block('c', 'paragraph'))
  const mine = text(block('a', 'paragraph', 'mine'), block('b', 'paragraph', 'mine'), block('c', 'paragraph'))
  const theirs = text(
    block('b', 'paragraph', 'theirs'),
    block('d', 'paragraph'),
    block('c', 'paragraph', 'theirs'),
  )
  const found = meetings(base, mine, theirs)
  expect(found.map(one => [one.id, one.likely])).toEqual([
    ['a', undefined],
    ['b', undefined],
    ['c', 'theirs'],
    ['d', 'theirs'],
  ])
  const result = merged(mine, theirs, { a: 'mine', b: 'theirs', c: 'theirs', d: 'theirs' })
  expect(result.blocks.map(one => (one.kind === 'table' ? '' : one.runs[0]?.text))).toEqual([
    'mine',
    'theirs',
    'd',
    'theirs',
  ])
})
