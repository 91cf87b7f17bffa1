/** How a look at the hub can end, and what somebody has to do about it. */

/**
 * hub-away: does not answer, or too slowly. not-a-feed: answers something else. wrong-signature: not the word of the pinned key.
 * replayed: an older word than is known here. silent: has signed nothing for days. withheld: gives less than it has signed.
 * wrong-items: what it gives is not what it has signed. too-much: more than a node takes. restored: goes on from an older state.
 * forked: contradicts what it has signed before.
 */
export const lineFaults = [
  'hub-away',
  'not-a-feed',
  'wrong-signature',
  'replayed',
  'silent',
  'withheld',
  'wrong-items',
  'too-much',
  'restored',
  'forked',
] as const
export type LineFault = (typeof lineFaults)[number]

export const isFault = (word: string): word is LineFault => (lineFaults as readonly string[]).includes(word)

/** Passes by itself: the next look may find all well. */
export const passes = (fault: LineFault): boolean => ['hub-away', 'replayed', 'withheld'].includes(fault)

/** Days without a new signature after which the hub is silent: it signs anew every few hours even when nothing has changed. */
export const silentDays = 3
/** Items that a log may have: more is not a hub. */
export const mostItems = 1_000_000
/** Bytes of items that one look may bring. */
export const mostLookBytes = 2_000_000_000
