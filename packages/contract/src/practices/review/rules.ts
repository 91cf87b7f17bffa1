/**
 * How a review comes to its end, as rules: two read, and where they differ a third decides. What is graded is a text, and what
 * it proves; nobody's person is.
 */
import type { Language, MultiText } from '../../common.ts'
import type { Domain } from '../../domains.ts'
import type { PublishedReview } from '../record/schema.ts'
import { type Criterion, criteria, type PracticeState } from '../rules.ts'

export const recommendations = ['publish', 'revise', 'decline'] as const
export type Recommendation = (typeof recommendations)[number]

export type Grades = Record<Criterion, { grade: number; reason: MultiText }>

export interface GivenReview {
  /** 1 and 2; 3 where these differ. */
  seat: number
  grades: Grades
  recommendation: Recommendation
  words?: MultiText | undefined
  country?: string | undefined
}

/** Criteria that two grade apart by two or more. */
export const apartIn = (one: Pick<GivenReview, 'grades'>, other: Pick<GivenReview, 'grades'>): Criterion[] =>
  criteria.filter(at => Math.abs(one.grades[at].grade - other.grades[at].grade) >= 2)

export const differ = (one: GivenReview, other: GivenReview): boolean =>
  one.recommendation !== other.recommendation || apartIn(one, other).length > 0

/** What they came to; `third` where a third is needed and has not spoken; `waiting` while one of the two has not. */
export function outcomeOf(given: readonly GivenReview[]): Recommendation | 'third' | 'waiting' {
  const [one, other, third] = [1, 2, 3].map(seat => given.find(review => review.seat === seat))
  if (!one || !other) return 'waiting'
  if (!differ(one, other)) return one.recommendation
  return third?.recommendation ?? 'third'
}

/**
 * As it is published: where the two agree the more careful grade of theirs, where they are apart the third's. Every reason
 * that was given stands beside it, so that nothing is averaged away.
 */
export function publishedReview(given: readonly GivenReview[]): PublishedReview {
  const inOrder = given.toSorted((one, other) => one.seat - other.seat)
  const third = inOrder.find(review => review.seat === 3)
  const two = inOrder.filter(review => review.seat < 3)
  const gradeOf = (at: Criterion) =>
    third?.grades[at].grade ?? Math.min(...two.map(review => review.grades[at].grade))
  return {
    grades: Object.fromEntries(
      criteria.map(at => [
        at,
        {
          grade: gradeOf(at),
          reasons: (third ? [third, ...two] : two).map(review => review.grades[at].reason),
        },
      ]),
    ),
    words: inOrder.flatMap(({ words, country, seat }) =>
      words ? [{ text: words, ...(country ? { country } : {}), third: seat === 3 }] : [],
    ),
    reviewers: inOrder.map(({ country, seat }) => ({ ...(country ? { country } : {}), third: seat === 3 })),
    differed: third !== undefined,
  }
}

export const turns = ['author', 'moderators', 'reviewers', 'nobody'] as const
export type Turn = (typeof turns)[number]

/** Whose turn it is. `seats`: states of the reviews of this round; `settled`: they came to something. */
export function turnOf(state: PracticeState, seats: readonly string[], settled: boolean): Turn {
  if (state === 'draft' || state === 'revise') return 'author'
  if (state === 'submitted') return 'moderators'
  if (state !== 'review') return 'nobody'
  const busy = seats.some(seat => seat === 'invited' || seat === 'accepted')
  return busy && !settled ? 'reviewers' : 'moderators'
}

/** Which seat is to be filled: one of the two, or the third where they differ; none while all are taken. */
export function freeSeat(
  reviews: readonly { seat: number; state: string }[],
  outcome: ReturnType<typeof outcomeOf>,
): number | undefined {
  const taken = (seat: number) =>
    reviews.some(one => one.seat === seat && ['invited', 'accepted', 'given'].includes(one.state))
  if (!taken(1)) return 1
  if (!taken(2)) return 2
  return outcome === 'third' && !taken(3) ? 3 : undefined
}

export interface Candidate {
  domains: readonly Domain[]
  languages: readonly Language[]
  country?: string | undefined
}
export interface Fit {
  domains: Domain[]
  languages: Language[]
  otherCountry: boolean
}

/** Why somebody would be right for a practice: what they know of, what they read, and that they look from elsewhere. */
export const fitOf = (
  one: Candidate,
  practice: { domains: readonly Domain[]; languages: readonly Language[]; country: string },
): Fit => ({
  domains: practice.domains.filter(domain => one.domains.includes(domain)),
  languages: practice.languages.filter(language => one.languages.includes(language)),
  otherCountry: one.country !== practice.country,
})

/** Who can read it first, then who knows the field, then who comes from elsewhere. */
export const betterFit = (one: Fit, other: Fit): number =>
  Number(other.languages.length > 0) - Number(one.languages.length > 0) ||
  Number(other.otherCountry) - Number(one.otherCountry) ||
  other.domains.length - one.domains.length ||
  other.languages.length - one.languages.length
