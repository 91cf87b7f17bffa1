/**
 * A summary record that is drafted anew from changed sources, purely: what a person wrote stays, what only the sources
 * changed follows them, and where both changed one paragraph it is said and a person chooses.
 */
import { type Meeting, meetings, merged } from '../documents/merging.ts'
import type { Block, DocumentText } from '../documents/text.ts'

/** Numbers are counted by the program, so they tell nothing of who changed a paragraph. */
const bare = (text: DocumentText): DocumentText => ({
  ...text,
  blocks: text.blocks.map(block => {
    if (block.kind !== 'paragraph') return block
    const { number: _, ...rest } = block
    return rest
  }),
})

/** Paragraphs from one end of the record to the other, whatever stands between them. */
export function numberedParagraphs(text: DocumentText): DocumentText {
  let n = 0
  return {
    ...text,
    blocks: text.blocks.map(
      (block): Block => (block.kind === 'paragraph' ? { ...block, number: `${++n}.` } : block),
    ),
  }
}

export interface Redraft {
  text: DocumentText
  /** Where a person wrote and the sources changed too: `mine` is kept unless somebody takes `theirs`. */
  asks: Meeting[]
  /** Paragraphs that follow the sources. */
  followed: number
}

/**
 * @param drafted what the program wrote last
 * @param now the text as it stands, with what people wrote
 * @param fresh what the program writes from the sources of today
 * @param take paragraphs in which the sources are taken and what a person wrote is lost
 */
export function redrafted(
  drafted: DocumentText,
  now: DocumentText,
  fresh: DocumentText,
  take: ReadonlySet<string> = new Set(),
): Redraft {
  const [base, mine, theirs] = [bare(drafted), bare(now), bare(fresh)]
  const met = meetings(base, mine, theirs)
  const chosen = Object.fromEntries(
    met.map(one => [one.id, one.likely ?? (take.has(one.id) ? 'theirs' : 'mine')] as const),
  )
  const title = now.title === drafted.title ? fresh.title : now.title
  return {
    text: numberedParagraphs({ ...merged(mine, theirs, chosen), title }),
    asks: met.filter(one => one.likely === undefined),
    followed: met.filter(one => one.likely === 'theirs').length,
  }
}
