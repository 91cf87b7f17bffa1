/**
 * What may follow what in a referral, and who may say it. The sender keeps the case all the while; a receiver's access begins with being
 * asked and ends with the referral. The database holds the same table (referrals.next); a test compares the two.
 */
import type { PlainDate } from '../common.ts'

export const referralStates = [
  'draft',
  'sent',
  'seen',
  'accepted',
  'declined',
  'under-way',
  'delivered',
  'not-delivered',
  'confirmed',
  'stopped', // what it rested on was taken back
  'called-off',
] as const
export type ReferralState = (typeof referralStates)[number]
export type Side = 'sender' | 'receiver'

const next: Readonly<Record<Side, Partial<Record<ReferralState, readonly ReferralState[]>>>> = {
  receiver: {
    sent: ['seen', 'accepted', 'declined'],
    seen: ['accepted', 'declined'],
    accepted: ['under-way', 'delivered', 'not-delivered'],
    'under-way': ['delivered', 'not-delivered'],
  },
  // Whoever answers by telephone is written down by the sender.
  sender: {
    draft: ['sent', 'called-off'],
    sent: ['accepted', 'declined', 'called-off'],
    seen: ['accepted', 'declined', 'called-off'],
    accepted: ['under-way', 'delivered', 'not-delivered', 'called-off'],
    'under-way': ['delivered', 'not-delivered', 'called-off'],
    // The family has the last word.
    delivered: ['confirmed', 'not-delivered'],
  },
}
export const nextOf = (state: ReferralState, side: Side): readonly ReferralState[] => next[side][state] ?? []

/** A receiver opens it as long as it runs. */
export const runs = (state: ReferralState): boolean =>
  ['sent', 'seen', 'accepted', 'under-way', 'delivered'].includes(state)

/** Steps that say nothing without a reason. */
export const needsWords = (becomes: ReferralState, side: Side): boolean =>
  becomes === 'declined' || becomes === 'not-delivered' || (side === 'sender' && becomes === 'called-off')

/** Ends that the sender has to read: there is something to do about them. */
export const endsBadly = (state: ReferralState): boolean =>
  state === 'declined' || state === 'not-delivered' || state === 'stopped'

/** Nobody has answered, and the day on which they should have is past. */
export const isUnanswered = (state: ReferralState, answerBy: PlainDate, today: PlainDate): boolean =>
  (state === 'sent' || state === 'seen') && answerBy < today
