/**
 * Whether something may be told, as pure rules for server, browser and device alike: what still counts of what was said, whose word
 * it takes at which age, and why not. Ages come from the profile of the state. Nothing here answers whether a family is helped.
 */
import { addMonths } from '../tasks/rules.ts'
import { birthRange } from '../people/rules.ts'
import type { BirthDate } from '../people/schema.ts'
import type { ConsentKind, Effect, Giver, Purpose } from './kinds.ts'
import type { RecipientKind, Tellable } from './recipients.ts'

export interface Ages {
  /** From when somebody's own word is the one that counts; where the state has not said, from coming of age. */
  own: number | null
  /** From when a child's yes is needed beside the carer's; `null`: every child who can follow is asked, and a no counts. */
  assent: number | null
  majority: number | null
}
/** Where no state has said otherwise: Convention on the Rights of the Child, article 1. */
const usualMajority = 18

/** Whose word counts today. `unclear`: the birth is not known well enough to say. */
export interface Standing {
  word: 'own' | 'carer' | 'unclear'
  /** A child of this age is asked, too, and its yes is needed. */
  assent: boolean
  /** The first day on which the person may be of age; what others said for them ends that day. */
  adultFrom: string | undefined
}

/** Somebody born on 29 February comes of age on 1 March where the year has no such day, as ages are counted everywhere here. */
function birthdayOf(day: string, years: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return new Date(Date.UTC(year + years, month - 1, date)).toISOString().slice(0, 10)
}

export function standingOf(birth: BirthDate, ages: Ages, today: string): Standing {
  const range = birthRange(birth)
  const majority = ages.majority ?? usualMajority
  if (!range) return { word: 'unclear', assent: false, adultFrom: undefined }
  const own = ages.own ?? majority
  const word =
    today >= birthdayOf(range.to, own) ? 'own' : today < birthdayOf(range.from, own) ? 'carer' : 'unclear'
  return {
    word,
    assent: word !== 'own' && ages.assent !== null && today >= birthdayOf(range.from, ages.assent),
    adultFrom: birthdayOf(range.from, majority),
  }
}

/** A record as far as the rules read it. */
export interface Said {
  id: string
  kind: ConsentKind
  givenBy?: Giver | undefined
  /** Which parent or guardian, where that is written down: two of them are two voices. */
  giver?: string | undefined
  capacity: 'alone' | 'with-support' | 'not'
  purposes: readonly Purpose[]
  /** Kinds of recipients, and single ones by their id in the register of contacts. */
  recipients: readonly RecipientKind[]
  contacts: readonly string[]
  classes: readonly Tellable[]
  since: string
  until?: string | undefined
  withdrawn: boolean
  /** The right of whoever gave it to decide for the person has ended. */
  custodyEnded: boolean
  /** Later words go before earlier ones. */
  recordedAt: string
}

export function effectOf(said: Said, today: string, { adultFrom }: Standing): Effect {
  if (said.withdrawn) return 'withdrawn'
  if (said.custodyEnded) return 'custody-ended'
  // What others said for a child ends with childhood; what a court said for an adult who cannot decide began after it.
  const byOthers = said.givenBy !== undefined && said.givenBy !== 'self'
  const asChild = byOthers || said.kind === 'assent'
  if (asChild && adultFrom && today >= adultFrom && said.since < adultFrom) return 'came-of-age'
  if (said.since > today) return 'not-yet'
  return said.until !== undefined && said.until < today ? 'expired' : 'in-effect'
}

export interface Sharing {
  contactId: string
  recipient: RecipientKind
  purpose: Purpose
  classes: readonly Tellable[]
}
export const hindrances = [
  'none',
  'not-covered',
  'refused',
  'assent-missing',
  'not-yet',
  'expired',
  'withdrawn',
  'came-of-age',
  'custody-ended',
] as const
export type Hindrance = (typeof hindrances)[number]
/** What of it may not be told, why not, and whose words stop it. */
export interface Missing {
  class: Tellable
  why: Hindrance
  by: readonly string[]
}
/** On which answer each section rests. Two carers who each allowed a part allow both parts together. */
export interface Part {
  class: Tellable
  rests: string
}
/** `despite`: another lawful basis goes on although somebody said no; whoever tells says why. */
export type Judged =
  | { ok: true; rests: string; also: readonly string[]; parts: readonly Part[]; despite: boolean }
  | { ok: false; why: Hindrance; missing: readonly Missing[]; parts: readonly Part[] }

/** May this be told today, and on what does it rest? Each section is judged by itself. */
export function judge(all: readonly Said[], want: Sharing, today: string, standing: Standing): Judged {
  const live = all.filter(one => effectOf(one, today, standing) === 'in-effect')
  const found = want.classes.map(part => ({
    part,
    answer: judgePart(all, live, { ...want, classes: [part] }, today, standing),
  }))
  const missing = found.flatMap(({ part, answer }) =>
    'why' in answer ? [{ class: part, why: answer.why, by: answer.by }] : [],
  )
  const may = found.flatMap(({ part, answer }) => ('why' in answer ? [] : [{ part, ...answer }]))
  const rests = fewest(want.classes.length === may.length ? live : [], may)
  const parts = may.map(({ part, can }) => ({
    class: part,
    rests: rests.find(id => can.some(one => one.id === id)) ?? can[0]?.id ?? '',
  }))
  const [first, ...also] = rests
  // A no is said before anything else that is missing.
  const why = missing.find(one => one.why === 'refused') ?? missing[0]
  if (why) return { ok: false, why: why.why, missing, parts }
  if (first === undefined) return { ok: false, why: 'none', missing, parts }
  return { ok: true, rests: first, also, parts, despite: may.some(one => one.despite) }
}

type OfPart = { can: readonly Said[]; despite: boolean } | { why: Hindrance; by: readonly string[] }

/** One section: the answers on which it can rest, the latest first. */
function judgePart(
  all: readonly Said[],
  live: readonly Said[],
  want: Sharing,
  today: string,
  standing: Standing,
): OfPart {
  const noes = live.filter(one => one.kind === 'refusal' && touches(one, want) && stands(one, live, want))
  const bases = latestFirst(live.filter(one => one.kind === 'other-basis' && covers(one, want)))
  if (bases.length > 0) return { can: bases, despite: noes.length > 0 }
  if (noes.length > 0) return { why: 'refused', by: noes.map(one => one.id) }
  const given = latestFirst(
    live.filter(one => one.kind === 'consent' && counts(one, standing) && covers(one, want)),
  )
  if (given.length === 0) return { why: whyNot(all, live, want, today, standing), by: [] }
  const assented = live.some(one => one.kind === 'assent' && covers(one, want))
  const enough = given.filter(
    one => !standing.assent || one.givenBy === 'self' || one.capacity === 'not' || assented,
  )
  return enough.length > 0 ? { can: enough, despite: false } : { why: 'assent-missing', by: [] }
}

/** As few answers as cover all of it, later ones before earlier: mostly one does. */
function fewest(live: readonly Said[], may: readonly { can: readonly Said[] }[]): string[] {
  const chosen: string[] = []
  let left = may
  for (const one of latestFirst(live)) {
    if (left.length > 0 && left.every(({ can }) => can.includes(one))) return [...chosen, one.id]
  }
  while (left.length > 0) {
    const [best] = latestFirst(live).toSorted((one, other) => carried(left, other) - carried(left, one))
    if (!best || carried(left, best) === 0) return []
    chosen.push(best.id)
    left = left.filter(({ can }) => !can.includes(best))
  }
  return chosen
}
const carried = (parts: readonly { can: readonly Said[] }[], one: Said) =>
  parts.filter(({ can }) => can.includes(one)).length

/** Whoever can decide alone is not spoken for; a child below that age does not decide alone. */
const counts = (said: Said, { word }: Standing): boolean => {
  if (word === 'unclear') return true
  return word === 'own' ? said.givenBy === 'self' || said.capacity === 'not' : said.givenBy !== 'self'
}

const meets = (said: Said, { contactId, recipient }: Sharing) =>
  said.recipients.includes(recipient) || said.contacts.includes(contactId)

/** All of it: purpose, recipient and every section. */
const covers = (said: Said, want: Sharing) =>
  meets(said, want) &&
  said.purposes.includes(want.purpose) &&
  want.classes.every(one => said.classes.includes(one))

/** A no that names nobody, nothing or no purpose means all of them. */
const touches = (said: Said, want: Sharing) =>
  ((said.recipients.length === 0 && said.contacts.length === 0) || meets(said, want)) &&
  (said.purposes.length === 0 || said.purposes.includes(want.purpose)) &&
  (said.classes.length === 0 || want.classes.some(one => said.classes.includes(one)))

/** A no lasts until whoever said it says yes to this very thing, or a court decides instead of a carer. */
const stands = (no: Said, live: readonly Said[], want: Sharing) =>
  !live.some(one => (one.kind === 'consent' || one.kind === 'assent') && covers(one, want) && lifts(one, no))

/**
 * The no of one parent is not taken back by the yes of the other, before or after; nor that of a child by its carers. What a court says
 * goes before what a carer says, whichever came first.
 */
function lifts(yes: Said, no: Said): boolean {
  if (yes.givenBy === 'court' && no.givenBy !== 'court' && no.givenBy !== 'self') return true
  const same =
    no.giver === undefined && yes.giver === undefined ? yes.givenBy === no.givenBy : yes.giver === no.giver
  return same && yes.recordedAt > no.recordedAt
}

function whyNot(
  all: readonly Said[],
  live: readonly Said[],
  want: Sharing,
  today: string,
  standing: Standing,
): Hindrance {
  const [before] = latestFirst(
    all.filter(
      one => !live.includes(one) && one.kind !== 'refusal' && one.kind !== 'assent' && covers(one, want),
    ),
  )
  const effect = before && effectOf(before, today, standing)
  if (effect && effect !== 'in-effect') return effect
  return live.some(one => one.kind === 'consent') ? 'not-covered' : 'none'
}

const latestFirst = (many: readonly Said[]): Said[] =>
  many.toSorted((one, other) => (one.recordedAt < other.recordedAt ? 1 : -1))

/** What of a draft cannot be, by the age of the person: a fault for each field. */
export function draftFaults(
  draft: Pick<Said, 'kind' | 'givenBy' | 'capacity' | 'since' | 'until'>,
  standing: Standing,
  today: string,
  longestMonths: number,
): { pointer: string; code: string }[] {
  const { kind, givenBy, capacity, since, until } = draft
  const adult = standing.adultFrom !== undefined && standing.word === 'own' && today >= standing.adultFrom
  return [
    ...(kind === 'consent' && givenBy === 'self' && standing.word === 'carer'
      ? [{ pointer: '/givenBy', code: 'too-young-alone' }]
      : []),
    ...(givenBy === 'self' && kind !== 'refusal' && capacity === 'not'
      ? [{ pointer: '/capacity', code: 'cannot-decide' }]
      : []),
    ...(givenBy && givenBy !== 'self' && adult && capacity !== 'not'
      ? [{ pointer: '/givenBy', code: 'decides-alone' }]
      : []),
    ...(kind === 'assent' && adult ? [{ pointer: '/kind', code: 'decides-alone' }] : []),
    ...(since > today ? [{ pointer: '/since', code: 'in-future' }] : []),
    ...(until && until < since ? [{ pointer: '/until', code: 'period-reversed' }] : []),
    ...(until && until > addMonths(since, longestMonths) ? [{ pointer: '/until', code: 'too-long' }] : []),
  ]
}
