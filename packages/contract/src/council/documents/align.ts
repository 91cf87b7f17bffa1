/** Gives the blocks of an imported translation the ids of the source, so that both stand side by side. Pure. */
import type { Block, DocumentText } from './text.ts'

const looks = (block: Block): string =>
  `${block.kind} ${block.kind === 'heading' ? block.level : block.kind === 'item' ? block.depth : ''}`

/**
 * Blocks of one kind in one order are taken for one another (longest common sequence); what is left over keeps an id of
 * its own, which is none of the source's.
 * @param made makes an id that is nobody's yet
 */
export function alignedTo(source: DocumentText, text: DocumentText, made: () => string): DocumentText {
  const from = source.blocks
  const to = text.blocks
  // Longer texts are cut by hand anyway; the table would not fit into a phone.
  if (from.length * to.length > 1_000_000) return text
  const best = Array.from({ length: from.length + 1 }, () => new Uint16Array(to.length + 1))
  const at = (row: number, column: number) => best[row]?.[column] ?? 0
  for (let row = from.length - 1; row >= 0; row--) {
    for (let column = to.length - 1; column >= 0; column--) {
      const same = looks(from[row] as Block) === looks(to[column] as Block)
      const line = best[row]
      if (line) {
        line[column] = same ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1))
      }
    }
  }
  const blocks: Block[] = []
  let row = 0
  for (const [column, block] of to.entries()) {
    while (
      row < from.length &&
      looks(from[row] as Block) !== looks(block) &&
      at(row + 1, column) >= at(row, column + 1)
    )
      row++
    const pair = from[row]
    const takes = pair !== undefined && looks(pair) === looks(block)
    blocks.push({ ...block, id: takes ? pair.id : made() })
    if (takes) row++
  }
  return { ...text, blocks }
}
