/**
 * People believed to be abroad, before anything flies: pure rules, for server, browser and device alike. A state
 * follows from recorded steps; a step on asks for what has to be known first, and never for a wish that was pressed.
 */
import type { PlainDate } from '../../common.ts'
import type { EntryContent } from './schema.ts'

export const abroadStates = ['known', 'verified', 'ready', 'travelled', 'refused', 'lost', 'died'] as const
export type AbroadState = (typeof abroadStates)[number]

/** What has to be on record before a step is taken. */
export const conditions = [
  'source',
  'evidence',
  'wish',
  'not-refused',
  'parent-consent',
  'travel-paper',
] as const
export type Condition = (typeof conditions)[number]

interface Step {
  readonly reason: boolean
  readonly needs: readonly Condition[]
}
const free = (...needs: Condition[]): Step => ({ reason: false, needs })
const why = (...needs: Condition[]): Step => ({ reason: true, needs })

/** Steps on before steps back. Whoever was lost or is taken for dead by mistake comes back to `known`. */
const next: Readonly<Record<AbroadState, Readonly<Partial<Record<AbroadState, Step>>>>> = {
  known: {
    verified: free('source', 'evidence'),
    refused: why(),
    lost: why(),
    died: why(),
  },
  verified: {
    ready: free('wish', 'not-refused', 'parent-consent', 'travel-paper'),
    known: why(),
    refused: why(),
    lost: why(),
    died: why(),
  },
  ready: { travelled: why(), verified: why(), refused: why(), lost: why(), died: why() },
  travelled: { ready: why() },
  refused: { known: why(), verified: why('evidence', 'not-refused'), lost: why(), died: why() },
  lost: { known: why(), died: why() },
  died: { known: why() },
}

export const mayStep = (from: AbroadState, to: AbroadState): boolean => next[from][to] !== undefined
export const stepNeedsReason = (from: AbroadState, to: AbroadState): boolean =>
  next[from][to]?.reason === true
export const nextAbroad = (from: AbroadState): AbroadState[] => Object.keys(next[from]) as AbroadState[]

/** Somebody is still looked for or accompanied on the way home. */
export const openAbroad: readonly AbroadState[] = ['known', 'verified', 'ready', 'refused', 'lost']

export interface Entry {
  readonly id: string
  readonly on: PlainDate
  readonly content: EntryContent
  /** Said anew by a later entry, or taken back. */
  readonly ended: boolean
}

/** What is not there yet of that which a step asks for, in the order in which it is asked. */
export function missingFor(
  from: AbroadState,
  to: AbroadState,
  entries: readonly Entry[],
  child: boolean,
): Condition[] {
  return (next[from][to]?.needs ?? []).filter(condition => !holds(condition, entries, child))
}

function holds(condition: Condition, entries: readonly Entry[], child: boolean): boolean {
  const now = entries.filter(one => !one.ended).map(one => one.content)
  switch (condition) {
    case 'source':
      return now.some(one => one.kind === 'source')
    case 'evidence':
      return now.some(one => one.kind === 'evidence' && one.standing === 'found')
    case 'wish':
      return lastWish(entries) !== undefined
    case 'not-refused':
      return lastWish(entries)?.wish !== 'stay'
    case 'parent-consent':
      // Asked only where a parent is known to be held abroad, and only for a child.
      return !child || now.every(one => one.kind !== 'parent' || one.consent === 'given')
    case 'travel-paper':
      return now.some(one => one.kind === 'travel-paper' && one.standing === 'held')
  }
}

type Of<Kind extends EntryContent['kind']> = Extract<EntryContent, { kind: Kind }>

/** The wish that stands: the latest by day, and of one day the one recorded last. */
export function lastWish(entries: readonly Entry[]): (Of<'wish'> & { on: PlainDate }) | undefined {
  const wishes = entries.filter(one => !one.ended && one.content.kind === 'wish')
  const last = wishes.reduce<Entry | undefined>((a, b) => (a && a.on > b.on ? a : b), undefined)
  return last && { ...(last.content as Of<'wish'>), on: last.on }
}

/** Where somebody is believed to be: the latest by day. */
export function lastPlace(entries: readonly Entry[]): (Of<'whereabouts'> & { on: PlainDate }) | undefined {
  const places = entries.filter(one => !one.ended && one.content.kind === 'whereabouts')
  const last = places.reduce<Entry | undefined>((a, b) => (a && a.on > b.on ? a : b), undefined)
  return last && { ...(last.content as Of<'whereabouts'>), on: last.on }
}

/**
 * A refusal rests: nobody is reminded to ask again sooner than this. Whoever wants to speak may do so any day.
 * The three months are a rule of this house, not of a law (docs/decisions/0041-people-abroad.md).
 */
export const askAgainDays = 90

/** The first day on which a reminder to ask again may stand; the person's own later day goes before it. */
export function askAgainOn(
  entries: readonly Entry[],
  addDays: (day: PlainDate, n: number) => PlainDate,
): PlainDate | undefined {
  const wish = lastWish(entries)
  if (!wish || wish.wish === 'return') return undefined
  // Undecided, or could not speak freely: asked at the next visit, and that is a day that a person chooses.
  const earliest = wish.wish === 'stay' ? addDays(wish.on, askAgainDays) : undefined
  if (!wish.askAgainOn) return earliest
  return earliest && wish.askAgainOn < earliest ? earliest : wish.askAgainOn
}

/** What the list asks and counts, kept on the row so that no list has to read all entries. */
export interface Outline {
  country: string | null
  heldAs: string | null
  lastHeardOn: PlainDate | null
  askAgainOn: PlainDate | null
  /** Pieces of evidence that are still wanted or asked for. */
  evidenceOpen: number
  /** A travel paper that somebody waits for or that is blocked. */
  paperOpen: boolean
  /** A parent held abroad has not given consent. */
  consentOpen: boolean
}

export function outline(
  entries: readonly Entry[],
  addDays: (day: PlainDate, n: number) => PlainDate,
): Outline {
  const standing = entries.filter(one => !one.ended)
  const place = lastPlace(entries)
  const heard = standing.filter(one =>
    ['source', 'whereabouts', 'wish', 'contact'].includes(one.content.kind),
  )
  return {
    country: place?.country ?? null,
    heldAs: place?.heldAs ?? null,
    lastHeardOn: heard.reduce<PlainDate | null>((day, one) => (day && day > one.on ? day : one.on), null),
    askAgainOn: askAgainOn(entries, addDays) ?? null,
    evidenceOpen: standing.filter(
      ({ content }) => content.kind === 'evidence' && ['wanted', 'asked'].includes(content.standing),
    ).length,
    paperOpen:
      standing.some(({ content }) => content.kind === 'travel-paper') &&
      standing.every(({ content }) => content.kind !== 'travel-paper' || content.standing !== 'held'),
    consentOpen: standing.some(({ content }) => content.kind === 'parent' && content.consent !== 'given'),
  }
}
