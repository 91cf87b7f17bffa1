/** Requests and offers of trainings, and which of them fit together. Pure. */
import type { Domain } from '../../../domains.ts'
import { type Days, overlaps } from '../../roster/rules.ts'
import type { Profession } from '../common.ts'

export const wishKinds = ['request', 'offer'] as const
export type WishKind = (typeof wishKinds)[number]
export const wishStates = ['open', 'taken-up', 'withdrawn'] as const
export const answerStates = ['asked', 'agreed', 'declined', 'withdrawn'] as const
export type AnswerState = (typeof answerStates)[number]

const next: Readonly<Record<AnswerState, Readonly<Partial<Record<AnswerState, 'wisher' | 'answerer'>>>>> = {
  asked: { agreed: 'wisher', declined: 'wisher', withdrawn: 'answerer' },
  agreed: { withdrawn: 'answerer' },
  declined: {},
  withdrawn: {},
}
export const answerMayBecome = (from: AnswerState, to: AnswerState, by: 'wisher' | 'answerer'): boolean =>
  next[from][to] === by

export interface Wished extends Days {
  kind: WishKind
  agencyId: string
  domains: readonly Domain[]
  professions: readonly Profession[]
  languages: readonly string[]
}

const meet = <T>(one: readonly T[], other: readonly T[]) =>
  one.length === 0 || other.length === 0 || one.some(value => other.includes(value))

/** A request and an offer of two agencies about the same, for the same people, in a language of both, at a time of both. */
export const fitTogether = (one: Wished, other: Wished): boolean =>
  one.kind !== other.kind &&
  one.agencyId !== other.agencyId &&
  overlaps(one, other) &&
  meet(one.domains, other.domains) &&
  meet(one.professions, other.professions) &&
  one.languages.some(language => other.languages.includes(language))
