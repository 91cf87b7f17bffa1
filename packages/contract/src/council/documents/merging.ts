/** Two people wrote at once: which paragraphs differ, and the text that comes of what somebody chose for each. Pure. */
import { sameBlock } from './rules.ts'
import type { Block, DocumentText } from './text.ts'

export interface Meeting {
  id: string
  mine: Block | undefined
  theirs: Block | undefined
  /** The side that alone has changed the paragraph; nobody's when both did, and then a person chooses. */
  likely: 'mine' | 'theirs' | undefined
}

const same = (one: Block | undefined, other: Block | undefined): boolean =>
  one === other || (one !== undefined && other !== undefined && sameBlock(one, other))

/** @param base the version from which both began */
export function meetings(base: DocumentText, mine: DocumentText, theirs: DocumentText): Meeting[] {
  const by = (text: DocumentText) => new Map(text.blocks.map(block => [block.id, block]))
  const [was, own, other] = [by(base), by(mine), by(theirs)]
  return [...new Set([...own.keys(), ...other.keys()])].flatMap(id => {
    const [before, left, right] = [was.get(id), own.get(id), other.get(id)]
    if (same(left, right)) return []
    const likely = same(before, right)
      ? ('mine' as const)
      : same(before, left)
        ? ('theirs' as const)
        : undefined
    return [{ id, mine: left, theirs: right, likely }]
  })
}

/** In the order of mine; what theirs alone has stands after what it follows there. */
export function merged(
  mine: DocumentText,
  theirs: DocumentText,
  chosen: Readonly<Record<string, 'mine' | 'theirs'>>,
): DocumentText {
  const other = new Map(theirs.blocks.map(block => [block.id, block]))
  const own = new Set(mine.blocks.map(block => block.id))
  const blocks = mine.blocks.flatMap(block => {
    if (chosen[block.id] !== 'theirs') return [block]
    const taken = other.get(block.id)
    return taken ? [taken] : []
  })
  for (const [at, block] of theirs.blocks.entries()) {
    if (own.has(block.id) || chosen[block.id] !== 'theirs') continue
    const before = theirs.blocks.slice(0, at).findLast(one => blocks.some(there => there.id === one.id))
    const place = before ? blocks.findIndex(there => there.id === before.id) + 1 : 0
    blocks.splice(place, 0, block)
  }
  return { ...mine, blocks }
}
