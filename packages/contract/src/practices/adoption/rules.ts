/**
 * Who took a practice up and how it went there. A place speaks for itself: its last word stands, and the words before it stay
 * readable. Pure; what is counted here is counted once more by the database, and a test compares both.
 */
import { keyOf } from '../../analysis/key.ts'
import type { AdoptionState } from '../rules.ts'

/** Who says that it is tried. A state speaks through its delegation. */
export const adopterKinds = ['state', 'organisation', 'worker'] as const
export type AdopterKind = (typeof adopterKinds)[number]

/** `withdrawn`: said by mistake, counted nowhere; who said it reads it still. */
export const adoptionStandings = ['trying', 'worked', 'partly', 'stopped', 'withdrawn'] as const
export type AdoptionStanding = (typeof adoptionStandings)[number]

/** Whoever corrects what was said says it anew: every result may follow every other. What was withdrawn is over. */
export const mayReport = (from: AdoptionStanding): boolean => from !== 'withdrawn'

interface Speaker {
  /** May put forward the word of a delegation. */
  speaks: boolean
  /** State of the agency; absent where it belongs to none. */
  country?: string | undefined
}

/** Why somebody cannot say this of that place. Whoever belongs to a state tells of places in it. */
export function adopterFault(
  { speaks, country }: Speaker,
  said: { by: AdopterKind; country: string },
): 'not-for-state' | 'not-your-country' | null {
  if (country !== undefined && country !== said.country) return 'not-your-country'
  return said.by === 'state' && (country === undefined || !speaks) ? 'not-for-state' : null
}

/**
 * Spellings of one place: what differs in case, marks, spaces and script is the same place, and so is what only transliterations spell
 * apart (Хатлон, Xatlon, Khatlon). Names that languages make of a place (Ташкент, Toshkent) stay two.
 */
export const placeKey = (place: string): string =>
  place
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}ʻʼ'’‘`]+/u)
    .map(word => plain(keyOf(word.replace(/[ʻʼ'’‘`]/g, ''))))
    .filter(word => word !== '')
    .join(' ')

const plain = (key: string) =>
  key
    .replace(/kh/g, 'h')
    .replace(/gh/g, 'g')
    .replace(/d?zh|dj/g, 'j')
    .replace(/(?<![aeiou])y(?![aeiou])/g, 'i')

export interface Results {
  worked: number
  partly: number
  stopped: number
}

const z = 1.959964

/**
 * How much of "it worked elsewhere" may be relied on, from 0 to 1: the lower end of Wilson's interval at 95 %, in which "partly"
 * counts half. One place that worked (0.21) stands below nine of ten (0.60), and nobody gains by clicks.
 */
export function workedBound({ worked, partly, stopped }: Results): number {
  const n = worked + partly + stopped
  if (n === 0) return 0
  const share = (worked + partly / 2) / n
  const spread = z * Math.sqrt((share * (1 - share) + (z * z) / (4 * n)) / n)
  return Math.max(0, (share + (z * z) / (2 * n) - spread) / (1 + (z * z) / n))
}

/** What the places say, each place once: by its newest adoption. */
export function resultsOf(
  adoptions: readonly { place: string; standing: AdoptionStanding; at: string }[],
): Results & { tried: number; trying: number } {
  const last = new Map<string, { standing: AdoptionState; at: string }>()
  for (const { place, standing, at } of adoptions) {
    if (standing === 'withdrawn') continue
    const known = last.get(place)
    if (!known || known.at <= at) last.set(place, { standing, at })
  }
  const count = (state: AdoptionState) => [...last.values()].filter(one => one.standing === state).length
  return {
    tried: last.size,
    trying: count('trying'),
    worked: count('worked'),
    partly: count('partly'),
    stopped: count('stopped'),
  }
}
