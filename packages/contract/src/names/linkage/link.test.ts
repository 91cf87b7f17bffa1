import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { measureLinkage } from '../evaluation/measureLinkage.ts'
import { type LinkColumn, link } from '../index.ts'

const fixture = (file: string) =>
  readFileSync(new URL(`../fixtures/linkage/${file}`, import.meta.url), 'utf8')

// A few seconds each on a busy machine.
describe('public labelled tables', { timeout: 60_000 }, () => {
  test('FEBRL', () => {
    const { precision, recall } = measureLinkage(fixture('febrl1.csv'))
    expect(precision).toBeGreaterThan(0.99)
    expect(recall).toBeGreaterThan(0.97)
  })
  test('splink’s fake 1000', () => {
    const { precision, recall } = measureLinkage(fixture('fake-1000.csv'))
    expect(precision).toBeGreaterThan(0.99)
    expect(recall).toBeGreaterThan(0.83)
  })
})

const columns: LinkColumn[] = [
  { name: 'name', kind: 'name' },
  { name: 'born', kind: 'birth-date' },
  { name: 'town', kind: 'text' },
]
const rows = [
  ['Гүлнәр Сейітқызы Әбенова', '2010-05-03', 'Demo'],
  ['Gulnara Abenova', '', ''],
  ['Гульнара Сеитовна Абенова', '2010-03-05', 'Демо'],
  ['غولنارا ابينوفا', '', ''],
  ['Айнара Сеитовна Абенова', '2010-05-03', 'Demo'],
  ['', '', ''],
]
const pairs = (found: Iterable<{ left: number; right: number; decision: string }>) =>
  [...found].filter(({ decision }) => decision === 'match').map(({ left, right }) => `${left}-${right}`)

describe('a small table', () => {
  test('the four spellings are one, the twin is not', () => {
    const { links } = link(columns, rows, undefined)
    expect(pairs(links).sort()).toEqual(['0-1', '0-2', '0-3', '1-2', '1-3', '2-3'])
  })
  test('two tables link across only', () => {
    const { links } = link(columns, rows.slice(0, 2), rows.slice(2))
    expect(pairs(links).sort()).toEqual(['0-0', '0-1', '1-0', '1-1'])
  })
  test('the budget of pairs is kept and what was left out is counted', () => {
    const many = Array.from({ length: 300 }, () => ['Гульнара Абенова', '2010-05-03', 'Demo'])
    const { summary } = link(columns, many, undefined, { maxPairs: 100 })
    expect(summary.pairs).toBeLessThanOrEqual(100)
    expect(summary.blocksLeftOut).toBeGreaterThan(0)
  })
  test('a number of one’s own outweighs another given name', () => {
    const withNumber: LinkColumn[] = [...columns, { name: 'passport', kind: 'identifier' }]
    const people = [
      ['Гульнара Абенова', '2010-05-03', 'Demo', 'X1234567'],
      ['Мадина Абенова', '2010-05-03', 'Demo', 'X1234567'],
      ['Мадина Абенова', '2010-05-03', 'Demo', 'Y7654321'],
    ]
    expect(pairs(link(withNumber, people, undefined).links)).toContain('0-1')
    expect(pairs(link(withNumber, people, undefined).links)).not.toContain('0-2')
  })
  test('no rows, no columns', () => {
    expect([...link(columns, [], undefined).links]).toEqual([])
    expect([...link([], rows, undefined).links]).toEqual([])
  })
})
