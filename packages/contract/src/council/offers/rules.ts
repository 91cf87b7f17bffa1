/**
 * Voluntary offers, as confidence-building measures are: a state or organisation offers, another takes it up, and both say how
 * it went. Pure; the day comes from the caller.
 */
import type { PlainDate } from '../../common.ts'

export const offerKinds = ['host', 'share', 'train', 'finance', 'other'] as const
export type OfferKind = (typeof offerKinds)[number]

export const offerStandings = ['open', 'full', 'ended', 'withdrawn'] as const
export type OfferStanding = (typeof offerStandings)[number]

interface Offered {
  withdrawn: boolean
  until: PlainDate
  places?: number | undefined
  /** Places that are confirmed already. */
  taken: number
}

/** What can be said of an offer today. Its last day counts; an offer for later can be taken up now. */
export function offerStanding(offer: Offered, today: PlainDate): OfferStanding {
  if (offer.withdrawn) return 'withdrawn'
  if (offer.until < today) return 'ended'
  return offer.places !== undefined && offer.taken >= offer.places ? 'full' : 'open'
}

export const takingStates = ['asked', 'confirmed', 'declined', 'withdrawn'] as const
export type TakingState = (typeof takingStates)[number]

/** Who brings it there: whoever offered answers, whoever took up may think better of it. */
const next: Readonly<Record<TakingState, Readonly<Partial<Record<TakingState, 'offerer' | 'taker'>>>>> = {
  asked: { confirmed: 'offerer', declined: 'offerer', withdrawn: 'taker' },
  confirmed: { withdrawn: 'taker' },
  declined: {},
  withdrawn: {},
}
export const takingMayBecome = (from: TakingState, to: TakingState, by: 'offerer' | 'taker'): boolean =>
  next[from][to] === by

/** Do the places that are asked for fit into what is left? */
export const placesFit = (offer: Pick<Offered, 'places' | 'taken'>, asked: number | undefined): boolean =>
  offer.places === undefined || offer.taken + (asked ?? 1) <= offer.places

export const outcomes = ['as-agreed', 'partly', 'not-held'] as const
export type Outcome = (typeof outcomes)[number]

/** Kinds of parties that offer and take up. Observers watch. */
export const givesAndTakes = (classification: string): boolean =>
  classification === 'member' || classification === 'partner'
