/** Where a practice stands on its way from a draft to use, and what a review grades. */
import { z } from 'zod'

/**
 * draft: its author writes. submitted: waits for reviewers. review: reviewers read. revise: back with its author.
 * published: readable by its audience, with its review. archived: of its time, readable. retracted: not to be used, and why.
 */
export const practiceStates = [
  'draft',
  'submitted',
  'review',
  'revise',
  'published',
  'archived',
  'retracted',
] as const
export const PracticeState = z.enum(practiceStates)
export type PracticeState = z.infer<typeof PracticeState>

/** From narrow to wide: people of its own state, the Council, everybody who works at the hub, the world. */
export const audiences = ['state', 'council', 'practitioners', 'public'] as const
export const Audience = z.enum(audiences)
export type Audience = z.infer<typeof Audience>

/** What reviewers grade, each from 1 (weak) to 4 (strong), with a reason that is published. */
export const criteria = ['relevance', 'effect', 'evidence', 'rights', 'replicability'] as const
export const Criterion = z.enum(criteria)
export type Criterion = z.infer<typeof Criterion>
export const Grade = z.number().int().min(1).max(4)

/** How somebody fares who took a practice up. */
export const adoptionStates = ['trying', 'worked', 'partly', 'stopped'] as const
export const AdoptionState = z.enum(adoptionStates)
export type AdoptionState = z.infer<typeof AdoptionState>

/** The number a published practice is known by, the same in every language: PR-0007. */
export const practiceSymbol = (number: number): string => `PR-${String(number).padStart(4, '0')}`
