/**
 * Who is there, as it was pressed without a line: kept on the device until the hub has it. Ids and yes or no, no names; each
 * account has its own, and it outlives the tab, since a trainer closes the phone before the bus has a line.
 */
import type { Event } from '@kerege/contract/practices/trainings/events/schema'

export interface Noted {
  eventId: string
  sessionId: string
  registrationId: string
  present: boolean
  /** What stood there when it was first pressed: whoever said otherwise since is not overruled unasked. */
  was: boolean | null
  /** This device has said the opposite before, and may not have heard what became of it: that is nobody else's word. */
  own?: boolean
  /** When it was pressed. */
  at: string
}

const keyOf = (account: string) => `kerege.attendance.${account}`

export function readNoted(account: string): Noted[] {
  try {
    return JSON.parse(localStorage.getItem(keyOf(account)) ?? '[]') as Noted[]
  } catch {
    return []
  }
}

/** @returns false where the browser keeps nothing: then the page does not claim that it did. */
export function writeNoted(account: string, list: readonly Noted[]): boolean {
  try {
    if (list.length === 0) localStorage.removeItem(keyOf(account))
    else localStorage.setItem(keyOf(account), JSON.stringify(list))
    return true
  } catch {
    return false
  }
}

export type Place = Pick<Noted, 'sessionId' | 'registrationId'>

export const notedAt = (list: readonly Noted[], place: Place): Noted | undefined =>
  list.find(one => one.sessionId === place.sessionId && one.registrationId === place.registrationId)

export const without = (list: readonly Noted[], place: Place): Noted[] =>
  list.filter(one => one !== notedAt(list, place))

/** The last press counts; what stood there before the first one is remembered. */
export function noted(list: readonly Noted[], one: Noted): Noted[] {
  const before = notedAt(list, one)
  if (!before) return [...list, one]
  const own = one.own === true || before.own === true || before.present !== one.present
  return [...without(list, one), { ...one, was: before.was, ...(own ? { own } : {}) }]
}

/** What the hub says of somebody in a session; `null` where nobody has said anything. */
export function saysNow({ registrations }: Event, { sessionId, registrationId }: Place): boolean | null {
  const row = registrations.find(one => one.id === registrationId)
  if (row?.present.includes(sessionId)) return true
  return row?.absent.includes(sessionId) ? false : null
}

/** `there`: the hub has it. `send`: nobody else spoke since. `differs`: somebody did, and a person looks at it. */
export function standing({ present, was, own }: Noted, now: boolean | null): 'there' | 'send' | 'differs' {
  if (now === present) return 'there'
  return now === was || (own && now === !present) ? 'send' : 'differs'
}
