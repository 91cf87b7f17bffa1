/**
 * Our blocks as ProseMirror knows them, and back. What has no place in a block (scripts, pictures, styles of Word) has
 * none here either, so pasting cannot bring it in. A marker is typed before its paragraph, "3." or "(a)", and read back.
 */
import { tidyRuns } from '@kerege/contract/council/documents/rules'
import { type Block, isSafeLink, type Run } from '@kerege/contract/council/documents/text'
import { type Mark, type Node, type NodeSpec, Schema } from 'prosemirror-model'

const attrs = { id: { default: '' }, number: { default: '' } }

export const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: {
      group: 'block',
      content: 'inline*',
      attrs,
      parseDOM: [{ tag: 'p' }, { tag: 'div' }],
      toDOM: () => ['p', 0],
    },
    heading: {
      group: 'block',
      content: 'inline*',
      attrs: { ...attrs, level: { default: 1 } },
      parseDOM: [
        { tag: 'h1', attrs: { level: 1 } },
        { tag: 'h2', attrs: { level: 2 } },
        { tag: 'h3, h4, h5, h6', attrs: { level: 3 } },
      ],
      toDOM: () => ['h3', 0],
    },
    item: {
      group: 'block',
      content: 'inline*',
      attrs: { ...attrs, depth: { default: 1 } },
      parseDOM: [{ tag: 'li', getAttrs: element => ({ depth: depthOf(element) }) }],
      toDOM: node => ['p', { 'data-depth': String(node.attrs.depth) }, 0],
    },
    table: {
      group: 'block',
      content: 'table_row+',
      tableRole: 'table',
      isolating: true,
      attrs: { id: { default: '' } },
      parseDOM: [{ tag: 'table' }],
      toDOM: () => ['table', ['tbody', 0]],
    },
    table_row: {
      content: '(table_cell | table_header)+',
      tableRole: 'row',
      parseDOM: [{ tag: 'tr' }],
      toDOM: () => ['tr', 0],
    },
    table_cell: cell('td', 'cell'),
    table_header: cell('th', 'header_cell'),
    // The one line of a cell; a break begins another one inside it.
    cell_line: { content: 'inline*', toDOM: () => ['p', 0] },
    text: { group: 'inline' },
    hard_break: {
      group: 'inline',
      inline: true,
      selectable: false,
      parseDOM: [{ tag: 'br' }],
      toDOM: () => ['br'],
    },
  },
  marks: {
    link: {
      attrs: { href: {} },
      inclusive: false,
      parseDOM: [
        {
          tag: 'a[href]',
          getAttrs: element => {
            const href = element.getAttribute('href') ?? ''
            return isSafeLink(href) ? { href } : false
          },
        },
      ],
      toDOM: mark => ['a', { href: mark.attrs.href as string, rel: 'noreferrer noopener' }, 0],
    },
    italic: { parseDOM: [{ tag: 'i' }, { tag: 'em' }], toDOM: () => ['em', 0] },
    bold: { parseDOM: [{ tag: 'b' }, { tag: 'strong' }], toDOM: () => ['strong', 0] },
  },
})

function depthOf(element: HTMLElement): number {
  let depth = 0
  for (let at: HTMLElement | null = element; at; at = at.parentElement)
    if (/^[OU]L$/.test(at.tagName)) depth++
  return Math.min(3, Math.max(1, depth))
}

/** Cells that span others are no part of a block: what is pasted with them fills one place, and the rest stays empty. */
function cell(tag: 'td' | 'th', tableRole: string): NodeSpec {
  return {
    content: 'cell_line',
    tableRole,
    isolating: true,
    attrs: { colspan: { default: 1 }, rowspan: { default: 1 }, colwidth: { default: null } },
    parseDOM: [{ tag }],
    toDOM: () => [tag, 0],
  }
}

export function toDoc(blocks: readonly Block[]): Node {
  const nodes = blocks.map(block => {
    if (block.kind === 'table') return tableNode(block)
    const { id, number = '' } = block
    const more =
      block.kind === 'heading' ? { level: block.level } : block.kind === 'item' ? { depth: block.depth } : {}
    const marker = number ? [schema.text(`${number} `)] : []
    return schema.node(block.kind, { id, number, ...more }, [...marker, ...block.runs.flatMap(inline)])
  })
  return schema.node('doc', null, nodes.length > 0 ? nodes : [schema.node('paragraph')])
}

function tableNode(block: Extract<Block, { kind: 'table' }>): Node {
  const wide = Math.max(...block.rows.map(row => row.length))
  const rows = block.rows.map((row, at) =>
    schema.node(
      'table_row',
      null,
      // Short rows are filled, so that every cell has a place to be written in.
      Array.from({ length: wide }, (_, column) =>
        schema.node(block.head && at === 0 ? 'table_header' : 'table_cell', null, [
          schema.node('cell_line', null, (row[column] ?? []).flatMap(inline)),
        ]),
      ),
    ),
  )
  return schema.node('table', { id: block.id }, rows)
}

function inline(run: Run): Node[] {
  const marks: Mark[] = []
  if (run.href) marks.push(schema.mark('link', { href: run.href }))
  if (run.italic) marks.push(schema.mark('italic'))
  if (run.bold) marks.push(schema.mark('bold'))
  return run.text
    .split('\n')
    .flatMap((text, at) => [
      ...(at > 0 ? [schema.node('hard_break', null, undefined, marks)] : []),
      ...(text ? [schema.text(text, marks)] : []),
    ])
}

/** @param made makes an id that is nobody's yet; a paragraph that was split keeps its id in its first half */
export function toBlocks(doc: Node, made: () => string): Block[] {
  const taken = new Set<string>()
  const blocks: Block[] = []
  doc.forEach(node => {
    const own = node.attrs.id as string
    const id = own && !taken.has(own) ? own : made()
    taken.add(id)
    const block = toBlock(node, id)
    if (block) blocks.push(block)
  })
  return blocks
}

const marker = /^(\(?(?:\d{1,3}(?:\.\d{1,3})*|\p{L}|[ivxlc]{1,6})[.)])\s+/u

function toBlock(node: Node, id: string): Block | undefined {
  if (node.type.name === 'table') return tableBlock(node, id)
  const runs = runsOf(node)
  const { number, rest } = takeMarker(runs, node.attrs.number as string)
  // An empty paragraph is air, which the layout gives by itself.
  if (rest.length === 0 && !number) return undefined
  const common = { id, ...(number ? { number } : {}), runs: rest }
  switch (node.type.name) {
    case 'heading':
      return { ...common, kind: 'heading', level: node.attrs.level as 1 | 2 | 3 }
    case 'item':
      return { ...common, kind: 'item', depth: node.attrs.depth as 1 | 2 | 3 }
    default:
      return { ...common, kind: 'paragraph' }
  }
}

function tableBlock(table: Node, id: string): Block {
  const rows = table.children.map(row =>
    row.children.map(one => (one.firstChild ? runsOf(one.firstChild) : [])),
  )
  const head = table.firstChild?.children.every(one => one.type.name === 'table_header') ?? false
  return { id, kind: 'table', head, rows }
}

function takeMarker(runs: Run[], known: string): { number: string | undefined; rest: Run[] } {
  const [first, ...others] = runs
  if (!first) return { number: undefined, rest: [] }
  const kept = known && first.text.startsWith(`${known} `) ? known : undefined
  const found = marker.exec(first.text)
  const number = kept ?? found?.[1]
  if (!number) return { number: undefined, rest: runs }
  const text = first.text.slice(kept ? kept.length + 1 : (found?.[0].length ?? 0))
  return { number, rest: text === '' ? others : [{ ...first, text }, ...others] }
}

function runsOf(node: Node): Run[] {
  const runs: Run[] = []
  node.forEach(child => {
    const text = child.type.name === 'hard_break' ? '\n' : (child.text ?? '').replaceAll(/[\t\u00a0]/g, ' ')
    const has = (name: string) => child.marks.find(mark => mark.type.name === name)
    const href = has('link')?.attrs.href as string | undefined
    runs.push({
      text,
      ...(has('bold') ? { bold: true as const } : {}),
      ...(has('italic') ? { italic: true as const } : {}),
      ...(href ? { href } : {}),
    })
  })
  return tidyRuns(runs)
}
