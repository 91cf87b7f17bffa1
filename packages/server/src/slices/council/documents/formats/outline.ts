/** Blocks in a row as a tree: sections by their headings, paragraphs with the items that belong to them. */
import type { Block } from '@kerege/contract/council/documents/text'

type Of<K extends Block['kind']> = Extract<Block, { kind: K }>
export type Heading = Of<'heading'>
export type Item = Of<'item'>

export interface ItemNode {
  item: Item
  below: ItemNode[]
}

export interface Passage {
  kind: 'passage'
  /** A paragraph or a table; absent where items stand alone. */
  lead?: Of<'paragraph'> | Of<'table'>
  items: ItemNode[]
}

export interface Section {
  kind: 'section'
  heading: Heading
  children: (Section | Passage)[]
}

export function outline(blocks: readonly Block[]): (Section | Passage)[] {
  const top: (Section | Passage)[] = []
  const open: Section[] = []
  for (const block of blocks) {
    if (block.kind === 'heading') {
      while ((open.at(-1)?.heading.level ?? 0) >= block.level) open.pop()
      const section: Section = { kind: 'section', heading: block, children: [] }
      ;(open.at(-1)?.children ?? top).push(section)
      open.push(section)
      continue
    }
    const here = open.at(-1)?.children ?? top
    const last = here.at(-1)
    if (block.kind !== 'item') here.push({ kind: 'passage', lead: block, items: [] })
    else if (last?.kind === 'passage') hang(last.items, block)
    else here.push({ kind: 'passage', items: [{ item: block, below: [] }] })
  }
  return top
}

/** Below the last item that is less deep; a depth that skips one is hung where it can. */
function hang(items: ItemNode[], item: Item): void {
  const last = items.at(-1)
  if (last && last.item.depth < item.depth) hang(last.below, item)
  else items.push({ item, below: [] })
}
