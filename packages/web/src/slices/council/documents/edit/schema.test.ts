/** Blocks through the editor and back: nothing is lost, and what has no place in a block has none here. */
import type { Block, Run } from '@kerege/contract/council/documents/text'
import fc from 'fast-check'
import { EditorState, TextSelection } from 'prosemirror-state'
import { describe, expect, test } from 'vitest'
import { schema, toBlocks, toDoc } from './schema.ts'
import { beginTable, columnAfter, dropColumn, dropRow, lineInCell, nextCell, rowBelow } from './tables.ts'

let count = 0
const made = () => `n${++count}`
const words = (text: string): Run[] => (text ? [{ text }] : [])
const table = (rows: string[][], head = true): Block => ({
  id: 't',
  kind: 'table',
  head,
  rows: rows.map(row => row.map(words)),
})
const cellsOf = (blocks: readonly Block[]) =>
  blocks.flatMap(block =>
    block.kind === 'table'
      ? [block.rows.map(row => row.map(cell => cell.map(run => run.text).join('')))]
      : [],
  )

/** An editor with the cursor in the cell that holds these words. */
function writing(blocks: readonly Block[], at: string) {
  let state = EditorState.create({ doc: toDoc(blocks) })
  state.doc.descendants((node, place) => {
    if (node.isText && node.text === at)
      state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, place + 1)))
  })
  return {
    run(command: typeof rowBelow) {
      const done = command(state, tr => {
        state = state.apply(tr)
      })
      return done
    },
    blocks: () => toBlocks(state.doc, made),
    type(text: string) {
      state = state.apply(state.tr.insertText(text))
    },
  }
}

describe('a table', () => {
  test('comes back as it went in, with looks, links and lines; short rows are filled', () => {
    const block: Block = {
      id: 't',
      kind: 'table',
      head: true,
      rows: [
        [[{ text: 'State', bold: true }], [{ text: 'a\nb' }]],
        [[{ text: 'x', href: 'https://example.org/', italic: true }], []],
      ],
    }
    expect(toBlocks(toDoc([block]), made)).toEqual([block])
    expect(cellsOf(toBlocks(toDoc([table([['a', 'b'], ['c']])]), made))).toEqual([
      [
        ['a', 'b'],
        ['c', ''],
      ],
    ])
  })

  test('any table keeps its words', () => {
    const cell = fc.string({ maxLength: 8 }).map(text => text.replaceAll(/[\p{C}\s]/gu, ''))
    const rows = fc
      .integer({ min: 1, max: 5 })
      .chain(n => fc.array(fc.array(cell, { minLength: n, maxLength: n }), { minLength: 1, maxLength: 6 }))
    fc.assert(
      fc.property(rows, fc.boolean(), (all, head) => {
        const block = table(all, head)
        expect(toBlocks(toDoc([block]), made)).toEqual([block])
      }),
    )
  })

  test('gains and loses rows and columns where one writes', () => {
    const w = writing(
      [
        table([
          ['A', 'B'],
          ['c', 'd'],
        ]),
      ],
      'c',
    )
    w.run(rowBelow)
    w.run(columnAfter)
    expect(cellsOf(w.blocks())).toEqual([
      [
        ['A', '', 'B'],
        ['c', '', 'd'],
        ['', '', ''],
      ],
    ])
    w.run(dropRow)
    w.run(dropColumn)
    expect(cellsOf(w.blocks())).toEqual([
      [
        ['', 'B'],
        ['', ''],
      ],
    ])
  })

  test('goes with its last row, and with its last column', () => {
    const row = writing(
      [table([['only', 'one']], false), { id: 'p', kind: 'paragraph', runs: words('rest') }],
      'only',
    )
    row.run(dropRow)
    expect(row.blocks()).toEqual([{ id: 'p', kind: 'paragraph', runs: words('rest') }])
    const column = writing([table([['only'], ['more']], false)], 'only')
    column.run(dropColumn)
    expect(cellsOf(column.blocks())).toEqual([])
  })

  test('stays within what a text may have', () => {
    const wide = writing([table([Array.from({ length: 20 }, (_, at) => `c${at}`)])], 'c3')
    expect(wide.run(columnAfter)).toBe(false)
    const long = writing([table(Array.from({ length: 500 }, (_, at) => [`r${at}`]))], 'r3')
    expect(long.run(rowBelow)).toBe(false)
  })

  test('is begun below the paragraph, and never inside of another one', () => {
    const w = writing([{ id: 'p', kind: 'paragraph', runs: words('before') }], 'before')
    expect(w.run(beginTable)).toBe(true)
    expect(w.run(beginTable)).toBe(false)
    w.type('Name')
    expect(w.run(nextCell)).toBe(true)
    w.type('Office')
    w.run(lineInCell)
    w.type('by name')
    const [first, begun] = w.blocks()
    expect(first).toMatchObject({ id: 'p' })
    expect(begun).toMatchObject({ kind: 'table', head: true })
    expect(cellsOf(w.blocks())).toEqual([
      [
        ['Name', 'Office\nby name', ''],
        ['', '', ''],
      ],
    ])
  })
})

test('there is no place for pictures, scripts or styles', () => {
  expect(Object.keys(schema.nodes).filter(name => /image|figure|script|style|html|embed/.test(name))).toEqual(
    [],
  )
  expect(Object.keys(schema.marks).sort()).toEqual(['bold', 'italic', 'link'])
})
