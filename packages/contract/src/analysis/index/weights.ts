/** The numbers of the ranking, in one place. Tuned on one half of the judgements in evaluation/, reported on the other. */

const saturation = 1.2
const lengthShare = 0.5

/** BM25 (Robertson and Zaragoza 2009): how much a word tells that stands in `size` of `total` documents. */
export const rarity = (size: number, total: number): number =>
  Math.log(1 + (total - size + 0.5) / (size + 0.5))

/** How much it counts that a word stands `count` times in a document of `length` words where `mean` are usual. */
export const commonness = (count: number, length: number, mean: number): number =>
  (count * (saturation + 1)) /
  (count + saturation * (1 - lengthShare + lengthShare * (length / Math.max(mean, 1))))

/** A slip of the pen is forgiven, and comes behind what was written right. */
export const nearKey = (slips: number): number => 0.6 / slips

/** What the asker reads easily comes first among equals. */
export const ownLanguage = 1.1

/** A word of the same meaning; and of a wider or narrower one, which only fills the end of an answer. */
export const sameConcept = 0.85
export const nextConcept = 0.05

/** A text that has more of the words that were asked for is meant rather than one that has one of them often. */
export const togetherness = (share: number): number => share
