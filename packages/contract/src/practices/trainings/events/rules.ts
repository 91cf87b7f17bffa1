/** Where a training stands today, what becomes of a registration, and who has taken part. Pure; day and moment come from the caller. */
import type { PlainDate } from '../../../common.ts'

export const eventKinds = ['training', 'study-visit'] as const
export type EventKind = (typeof eventKinds)[number]
export const eventStates = ['planned', 'open', 'called-off'] as const
export type EventState = (typeof eventStates)[number]

/** planned: its programme is made. open: one can ask for a place. closed: the last day for asking is over. */
export const standings = ['planned', 'open', 'closed', 'running', 'held', 'called-off'] as const
export type Standing = (typeof standings)[number]

interface Dated {
  state: EventState
  from: PlainDate
  until: PlainDate
  registerUntil: PlainDate
}
export function eventStanding({ state, from, until, registerUntil }: Dated, today: PlainDate): Standing {
  if (state !== 'open') return state
  if (today > until) return 'held'
  if (today >= from) return 'running'
  return today <= registerUntil ? 'open' : 'closed'
}

/**
 * asked: a participant asks. nominated: the focal point of their state says yes, and there is a place. waiting: says yes, and there
 * is none. confirmed: the organiser says yes. declined: by the focal point or the organiser, with a reason.
 */
export const registrationStates = [
  'asked',
  'waiting',
  'nominated',
  'confirmed',
  'declined',
  'withdrawn',
] as const
export type RegistrationState = (typeof registrationStates)[number]

export type RegistrationSide = 'participant' | 'focal' | 'organiser'
type Moves = Readonly<Partial<Record<RegistrationState, readonly RegistrationSide[]>>>
const next: Readonly<Record<RegistrationState, Moves>> = {
  asked: { waiting: ['focal'], declined: ['focal', 'organiser'], withdrawn: ['participant'] },
  waiting: { declined: ['focal', 'organiser'], withdrawn: ['participant'] },
  nominated: { confirmed: ['organiser'], declined: ['focal', 'organiser'], withdrawn: ['participant'] },
  confirmed: { declined: ['organiser'], withdrawn: ['participant'] },
  // Somebody who thought better of it, or was declined, may ask again.
  declined: { asked: ['participant'] },
  withdrawn: { asked: ['participant'] },
}
/** Nominating is a move to `waiting`: who has a place is told by places and order, never by hand. */
export const registrationMayBecome = (
  from: RegistrationState,
  to: RegistrationState,
  sides: readonly RegistrationSide[],
): boolean => next[from][to]?.some(side => sides.includes(side)) ?? false

export const holdsPlace = (state: RegistrationState): boolean =>
  state === 'nominated' || state === 'confirmed'

export interface Quota {
  country: string
  places: number
}
/** Kept places are a part of all places, once for each state. */
export const quotasFit = (places: number, quotas: readonly Quota[]): boolean =>
  quotas.reduce((sum, one) => sum + one.places, 0) <= places &&
  new Set(quotas.map(one => one.country)).size === quotas.length

interface Timed {
  id: string
  startsAt: string
  endsAt: string
}
const minutes = ({ startsAt, endsAt }: Timed) => (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000

/** In hours, to a quarter. */
export function hoursOf(sessions: readonly Timed[], present?: ReadonlySet<string>): number {
  const counted = present ? sessions.filter(one => present.has(one.id)) : sessions
  return Math.round(counted.reduce((sum, one) => sum + minutes(one), 0) / 15) / 4
}
/** @param share of the hours, in hundredths, that has to be reached */
export const tookPart = (sessions: readonly Timed[], present: ReadonlySet<string>, share: number): boolean =>
  sessions.length > 0 && hoursOf(sessions, present) * 100 >= share * hoursOf(sessions) && present.size > 0

export const phases = ['before', 'after'] as const
export type Phase = (typeof phases)[number]
const day = 86_400_000
/** For so many days after the end the second half can be answered. */
export const afterDays = 14

/**
 * Before: until the first session begins. After: from the end of the last one. Results come when a phase is over and never while
 * it runs, or each answer would be what has changed since the last look.
 */
export function phaseOf(
  sessions: readonly Pick<Timed, 'startsAt' | 'endsAt'>[],
  now: number,
): Record<Phase, 'to-come' | 'running' | 'over'> {
  const starts = sessions.map(one => Date.parse(one.startsAt))
  const ends = sessions.map(one => Date.parse(one.endsAt))
  if (starts.length === 0) return { before: 'to-come', after: 'to-come' }
  const [first, last] = [Math.min(...starts), Math.max(...ends)]
  return {
    before: now < first ? 'running' : 'over',
    after: now < last ? 'to-come' : now < last + afterDays * day ? 'running' : 'over',
  }
}
/** Below so many answers a group says nothing. */
export const fewestAnswers = 5
/** For so many days after asking, the follow-up can be answered; then the group's answers are shown. */
export const followUpDays = 30
