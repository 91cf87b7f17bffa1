/** Who speaks next: members first, then partners, then observers; replies after every speech. Pure. */
import { z } from 'zod'
import { Id, Instant, line, MultiText } from '../common.ts'
import { PartyName } from './schema.ts'
import type { Classification } from './rules.ts'

export const floorKinds = ['speech', 'reply'] as const
export type FloorKind = (typeof floorKinds)[number]

export const FloorEntry = z.strictObject({
  id: Id,
  kind: z.enum(floorKinds),
  state: z.enum(['waiting', 'speaking', 'spoken']),
  askedAt: Instant,
  startedAt: Instant.optional(),
  party: PartyName,
})
export type FloorEntry = z.infer<typeof FloorEntry>

/** The list as everybody sees it: nothing in it depends on who looks. */
export const Floor = z.strictObject({
  version: z.number().int(),
  /** By the server's clock: the time left counts from here. */
  now: Instant,
  open: z.boolean(),
  seconds: z.number().int(),
  channelNote: z.string().optional(),
  item: z.strictObject({ id: Id, title: MultiText }).optional(),
  speaking: FloorEntry.optional(),
  /** In the order in which they will speak. */
  waiting: z.array(FloorEntry),
  spoken: z.array(FloorEntry),
})
export type Floor = z.infer<typeof Floor>

/** For whom the reader may ask for the floor. */
export const FloorOfMine = Floor.extend({ mine: PartyName.optional() })
export type FloorOfMine = z.infer<typeof FloorOfMine>

export const SetFloor = z.strictObject({
  open: z.boolean(),
  seconds: z.number().int().min(30).max(3600).default(180),
  itemId: Id.optional(),
  channelNote: line(300).optional(),
})
export const AskFloor = z.strictObject({
  id: Id,
  kind: z.enum(floorKinds).default('speech'),
  /** Written down by chair or secretariat for a party in the room. */
  partyId: Id.optional(),
})

const rank: Readonly<Record<Classification, number>> = { member: 0, partner: 1, experts: 2, observer: 2 }

interface Waiting {
  id: string
  kind: FloorKind
  askedAt: string
  party: { classification: Classification }
}

/** Replies come after speeches, members before others, and among equals who asked first. */
export const inOrder = <E extends Waiting>(entries: readonly E[]): E[] =>
  entries.toSorted((one, other) => {
    const by = (entry: E) => [entry.kind === 'reply' ? 1 : 0, rank[entry.party.classification]] as const
    const [a, b] = [by(one), by(other)]
    if (a[0] !== b[0]) return a[0] - b[0]
    if (a[1] !== b[1]) return a[1] - b[1]
    if (one.askedAt !== other.askedAt) return one.askedAt < other.askedAt ? -1 : 1
    return one.id < other.id ? -1 : 1
  })

/** Seconds left of a speech; below zero when it goes on too long. */
export const secondsLeft = (seconds: number, startedAt: Instant, now: Instant): number =>
  Math.round(seconds - (Date.parse(now) - Date.parse(startedAt)) / 1000)
