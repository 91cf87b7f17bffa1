/** Rooms and days of a reception: pure, for server and browser alike. Families come first, beds second. */
import type { PlainDate } from '../../common.ts'

export interface Party {
  readonly id: string
  /** How many of them want a bed. */
  readonly size: number
}
export interface FreeRoom {
  readonly id: string
  readonly free: number
}
export interface Suggestion {
  readonly partyId: string
  /** One room for a whole family; more than one only where no room is large enough; none where the house is full. */
  readonly rooms: readonly { roomId: string; count: number }[]
}

/**
 * A room for each family: the largest family first, into the smallest room that takes all of it. A family that no
 * room takes whole is put into as few rooms as will do, and the family-unity check then asks a second person.
 */
export function suggestRooms(parties: readonly Party[], rooms: readonly FreeRoom[]): Suggestion[] {
  const free = new Map(rooms.map(room => [room.id, room.free]))
  const order = [...parties].sort((a, b) => b.size - a.size || (a.id < b.id ? -1 : 1))
  const found = new Map(order.map(party => [party.id, roomsFor(party.size, free)]))
  return parties.map(party => ({ partyId: party.id, rooms: found.get(party.id) ?? [] }))
}

function roomsFor(size: number, free: Map<string, number>): { roomId: string; count: number }[] {
  const open = [...free].filter(([, beds]) => beds > 0)
  const whole = open
    .filter(([, beds]) => beds >= size)
    .sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1))[0]
  if (whole) return [take(free, whole[0], size)]
  if (open.reduce((sum, [, beds]) => sum + beds, 0) < size) return []
  const largest = open.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const taken: { roomId: string; count: number }[] = []
  let left = size
  for (const [id, beds] of largest) {
    if (left === 0) break
    taken.push(take(free, id, Math.min(beds, left)))
    left -= taken.at(-1)?.count ?? 0
  }
  return taken
}

function take(free: Map<string, number>, roomId: string, count: number) {
  free.set(roomId, (free.get(roomId) ?? 0) - count)
  return { roomId, count }
}

/** Whole days since somebody came; the day of arrival is day 1. */
export const dayOfStay = (since: PlainDate, today: PlainDate): number =>
  Math.max(1, Math.round((Date.parse(today) - Date.parse(since)) / 86_400_000) + 1)

/** What a state calls usual is said, and nothing is refused because of it. */
export const lengthOf = (day: number, usual: { from: number; to: number } | null): 'usual' | 'long' =>
  usual !== null && day > usual.to ? 'long' : 'usual'

/** What somebody needs now. No diagnosis, and nothing about what they may have done or seen. */
export const medicalNeeds = [
  'medicine',
  'doctor-today',
  'hospital',
  'diet',
  'walking-aid',
  'pregnancy',
  'infant-food',
  'wound-care',
  'glasses-hearing',
  'rest',
] as const
export const psychosocialNeeds = [
  'wants-to-talk',
  'wants-quiet',
  'somebody-trusted-near',
  'play-and-company',
  'sleep',
  'specialist-visit',
] as const
export const urgencies = ['now', 'today', 'this-week', 'none'] as const
export type Urgency = (typeof urgencies)[number]
