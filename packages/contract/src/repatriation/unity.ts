/**
 * Does a step divide a family? One pure rule for legs, buses, rooms, wards, sites and handing over: it is told who
 * belongs together and where everybody is to be, and says which families would be apart, before the fact. It objects
 * and never decides: two people may divide a family, with a reason and an end (repatriation.divisions).
 */

export const divisionPlaces = ['leg', 'bus', 'room', 'ward', 'site', 'handover'] as const
export type DivisionPlace = (typeof divisionPlaces)[number]

/** Years as far as they are known: the youngest and the oldest that somebody may be. */
export interface Ages {
  readonly min: number
  readonly max: number
}

export interface Member {
  readonly id: string
  readonly name: string
  /** `null` when unknown: then taken for a child, who is not left alone by mistake. */
  readonly ages: Ages | null
}

export interface Group {
  readonly id: string
  readonly name: string
  readonly members: readonly Member[]
}

/** Somewhere in a step, and those of a family who would be there; `place` is null for who has none yet. */
export interface Part {
  readonly place: string | null
  readonly members: readonly Member[]
  /** Nobody in it is surely grown up. */
  readonly childrenAlone: boolean
}

export interface Divided {
  readonly group: Group
  readonly parts: readonly Part[]
}

export const isSurelyAdult = ({ ages }: Member): boolean => ages !== null && ages.min >= 18
export const mayBeChild = (member: Member): boolean => !isSurelyAdult(member)

/**
 * @param placeOf where a member is to be at this step: undefined when nowhere yet, or the id of the leg, room, site …
 * @returns families that would be apart, in the order given. Nobody placed is not divided; somebody placed and somebody
 * forgotten is.
 */
export function divided(
  groups: readonly Group[],
  placeOf: (memberId: string) => string | undefined,
): Divided[] {
  return groups.flatMap(group => {
    const parts = new Map<string | null, Member[]>()
    for (const member of group.members) {
      const place = placeOf(member.id) ?? null
      parts.set(place, [...(parts.get(place) ?? []), member])
    }
    if (parts.size < 2) return []
    return [{ group, parts: [...parts].map(([place, members]) => partOf(place, members)).toSorted(byPlace) }]
  })
}

const partOf = (place: string | null, members: readonly Member[]): Part => ({
  place,
  members,
  childrenAlone: members.every(mayBeChild),
})

/** The largest part first; those without a place last. */
const byPlace = (one: Part, other: Part) =>
  Number(one.place === null) - Number(other.place === null) || other.members.length - one.members.length

/** Children of a list whose own group has nobody who is surely grown up. */
export const unaccompanied = (groups: readonly Group[]): { group: Group; children: readonly Member[] }[] =>
  groups.flatMap(group =>
    group.members.length > 0 && group.members.every(mayBeChild) ? [{ group, children: group.members }] : [],
  )

/** From and to in any order-preserving text: ISO 8601 moments. */
export interface Span {
  readonly from: string
  readonly to: string
}

/** Hours of a journey in which nobody is named beside a child. */
export function careGaps(journey: Span, beside: readonly Span[]): Span[] {
  const gaps: Span[] = []
  let reached = journey.from
  for (const span of beside.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    if (span.from >= journey.to) break
    if (span.from > reached) gaps.push({ from: reached, to: span.from })
    if (span.to > reached) reached = span.to
  }
  if (reached < journey.to) gaps.push({ from: reached, to: journey.to })
  return gaps
}

/** A division that two people agreed upon, which holds until it ends. */
export interface Agreed {
  readonly groupId: string
  readonly at: DivisionPlace
  readonly endsAt: string
}

/** Those of the divided families that nobody has agreed to divide there and then. */
export const notAgreed = (
  found: readonly Divided[],
  agreed: readonly Agreed[],
  at: DivisionPlace,
  moment: string,
): Divided[] =>
  found.filter(
    one => !agreed.some(other => other.groupId === one.group.id && other.at === at && other.endsAt > moment),
  )
