/**
 * What becomes of a tick: pure, and the same on a phone without a line and at the node. Everybody who ticks writes a mark of their
 * own, which names the marks that it takes the place of; nothing is ever overwritten. Marks that nobody has replaced stand. When
 * those that stand say the same, the first one counts and the others are told; when they do not, a person says which holds.
 */

/** `there`: boarded, or arrived. `withdrawn`: the marks named are taken back, and nothing is said instead. */
export const markWords = ['there', 'not-there', 'withdrawn'] as const
export type MarkWord = (typeof markWords)[number]

/** How somebody was found: on the list, by number, by the code on a card, with the whole family, at the door. */
export const waysToTick = ['list', 'number', 'code', 'family', 'door'] as const

export interface MarkFact {
  readonly id: string
  readonly what: MarkWord
  /** Marks that whoever made this one knew and puts it in the place of. */
  readonly basedOn: readonly string[]
  /** When it was made, by the device's clock set right. */
  readonly at: string
}

export type Verdict = 'open' | 'there' | 'not-there' | 'contradicted'

export interface Standing<M extends MarkFact> {
  readonly verdict: Verdict
  /** Those that stand, the first one first: of them it counts, the others were told the same later. */
  readonly heads: readonly M[]
}

export function standing<M extends MarkFact>(marks: readonly M[]): Standing<M> {
  const replaced = new Set(marks.flatMap(mark => mark.basedOn))
  const heads = marks
    .filter(mark => !replaced.has(mark.id) && mark.what !== 'withdrawn')
    .toSorted((one, other) => compare(one.at, other.at) || compare(one.id, other.id))
  const [first] = heads
  if (!first) return { verdict: 'open', heads }
  const agreed = heads.every(mark => mark.what === first.what)
  return { verdict: agreed ? (first.what as 'there' | 'not-there') : 'contradicted', heads }
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)

/** What a new mark has to name, so that it takes the place of all that stands for whoever makes it. */
export const basisOf = (marks: readonly MarkFact[]): string[] => {
  const replaced = new Set(marks.flatMap(mark => mark.basedOn))
  return marks.filter(mark => !replaced.has(mark.id)).map(mark => mark.id)
}
