/** Amendments by paragraph, purely: what one would make of a text, and whether its paragraph is still the one it meant. */
import { sameBlock } from './rules.ts'
import type { Block, DocumentText } from './text.ts'

export const amendmentActions = ['replace', 'insert-after', 'remove'] as const
export type AmendmentAction = (typeof amendmentActions)[number]
export const amendmentStates = ['proposed', 'accepted', 'declined', 'withdrawn'] as const
export type AmendmentState = (typeof amendmentStates)[number]

export interface Amending {
  action: AmendmentAction
  blockId: string
  /** The paragraph as it was read when the amendment was written. */
  before: Block
  /** Absent for a removal. Its id is that of `before`, or a new one for what is inserted. */
  after?: Block | undefined
}

/** What has become of the paragraph since: `changed` and `gone` are shown to a person and never settled by the program. */
export function amendmentConflict(text: DocumentText, amending: Amending): 'changed' | 'gone' | null {
  const now = text.blocks.find(block => block.id === amending.blockId)
  if (!now) return 'gone'
  return sameBlock(now, amending.before) ? null : 'changed'
}

/** @returns the text as it would be; untouched where its paragraph is gone */
export function amended(text: DocumentText, { action, blockId, after }: Amending): DocumentText {
  const blocks = text.blocks.flatMap(block => {
    if (block.id !== blockId) return [block]
    if (action === 'remove') return []
    if (!after) return [block]
    return action === 'replace' ? [{ ...after, id: block.id }] : [block, after]
  })
  return { ...text, blocks }
}
