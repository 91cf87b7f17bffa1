import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blockText } from '../documents/rules.ts'
import type { Block, DocumentText } from '../documents/text.ts'
import { numberedParagraphs, redrafted } from './redrafting.ts'

const p = (id: string, text: string): Block => ({ id, kind: 'paragraph', runs: [{ text }] })
const text = (...blocks: Block[]): DocumentText => numberedParagraphs({ title: 'Record', blocks })
const lines = (of: DocumentText) => of.blocks.map(blockText)

const drafted = text(p('a', 'Opening.'), p('b', 'KG spoke.'), p('c', 'Closing.'))

describe('a record that is drafted anew', () => {
  test.each([
    ['nothing changed', drafted, drafted, ['1. Opening.', '2. KG spoke.', '3. Closing.'], []],
    [
      'the sources say more',
      drafted,
      text(p('a', 'Opening.'), p('b', 'KG spoke.'), p('d', 'TJ spoke.'), p('c', 'Closing.')),
      ['1. Opening.', '2. KG spoke.', '3. TJ spoke.', '4. Closing.'],
      [],
    ],
    [
      'a person wrote, the sources did not change',
      text(p('a', 'Opening.'), p('b', 'KG spoke of schools.'), p('c', 'Closing.')),
      drafted,
      ['1. Opening.', '2. KG spoke of schools.', '3. Closing.'],
      [],
    ],
    [
      'a person wrote a paragraph, the sources say more',
      text(p('a', 'Opening.'), p('x', 'By hand.'), p('b', 'KG spoke.'), p('c', 'Closing.')),
      text(p('a', 'Opening.'), p('b', 'KG spoke.'), p('d', 'TJ spoke.'), p('c', 'Closing.')),
      ['1. Opening.', '2. By hand.', '3. KG spoke.', '4. TJ spoke.', '5. Closing.'],
      [],
    ],
    [
      'the sources say less',
      drafted,
      text(p('a', 'Opening.'), p('c', 'Closing.')),
      ['1. Opening.', '2. Closing.'],
      [],
    ],
    [
      'a person wrote and the sources changed the same',
      text(p('a', 'Opening.'), p('b', 'KG spoke of schools.'), p('c', 'Closing.')),
      text(p('a', 'Opening.'), p('b', 'KG replied.'), p('c', 'Closing.')),
      ['1. Opening.', '2. KG spoke of schools.', '3. Closing.'],
      ['b'],
    ],
    [
      'a person wrote, and its source is gone',
      text(p('a', 'Opening.'), p('b', 'KG spoke of schools.'), p('c', 'Closing.')),
      text(p('a', 'Opening.'), p('c', 'Closing.')),
      ['1. Opening.', '2. KG spoke of schools.', '3. Closing.'],
      ['b'],
    ],
    [
      'a person took out what the sources changed',
      text(p('a', 'Opening.'), p('c', 'Closing.')),
      text(p('a', 'Opening.'), p('b', 'KG replied.'), p('c', 'Closing.')),
      ['1. Opening.', '2. Closing.'],
      ['b'],
    ],
    [
      'a person took out what the sources still say',
      text(p('a', 'Opening.'), p('c', 'Closing.')),
      drafted,
      ['1. Opening.', '2. Closing.'],
      [],
    ],
  ] as const)('when %s', (_, now, fresh, expected, asked) => {
    const made = redrafted(drafted, now, fresh)
    expect(lines(made.text)).toEqual(expected)
    expect(made.asks.map(one => one.id)).toEqual(asked)
  })

  test('takes the sources where somebody chose them, and loses what was written there', () => {
    const now = text(p('a', 'Opening.'), p('b', 'KG spoke of schools.'), p('c', 'Closing.'))
    const fresh = text(p('a', 'Opening.'), p('b', 'KG replied.'), p('c', 'Closing.'))
    expect(lines(redrafted(drafted, now, fresh, new Set(['b'])).text)[1]).toBe('2. KG replied.')
  })

  const wild = fc
    .uniqueArray(fc.constantFrom(...'abcdefghij'), { maxLength: 8 })
    .chain(ids =>
      fc
        .array(fc.constantFrom('one', 'two', 'three'), { minLength: ids.length, maxLength: ids.length })
        .map(words => text(...ids.map((id, at) => p(id, words[at] ?? 'one')))),
    )

  test('whatever the three texts, nothing written by hand goes without being taken, and names stay single', () =>
    fc.assert(
      fc.property(wild, wild, wild, (base, now, fresh) => {
        const made = redrafted(base, now, fresh)
        const ids = made.text.blocks.map(block => block.id)
        expect(new Set(ids).size).toBe(ids.length)
        const before = new Map(base.blocks.map(block => [block.id, words(block)]))
        const there = new Map(made.text.blocks.map(block => [block.id, words(block)]))
        for (const block of now.blocks)
          if (before.get(block.id) !== words(block)) expect(there.get(block.id)).toBe(words(block))
        expect(made.text.blocks.map(block => ('number' in block ? block.number : ''))).toEqual(
          made.text.blocks.map((_, at) => `${at + 1}.`),
        )
      }),
    ))

  test('drafting anew from the same sources changes nothing', () =>
    fc.assert(
      fc.property(wild, wild, (base, now) => {
        expect(redrafted(base, now, base).text).toEqual(numberedParagraphs(now))
      }),
    ))
})

const words = (block: Block) => (block.kind === 'paragraph' ? block.runs.map(run => run.text).join('') : '')
