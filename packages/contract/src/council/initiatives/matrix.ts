/**
 * The matrix of who does what where, as rules: what fills a cell, where nothing runs, and where two do the same. It points
 * at rows that people wrote; whether a gap is one, and whether an overlap is bad, is theirs to say.
 */
import type { Id, PlainDate } from '../../common.ts'
import {
  type ActivityKind,
  type InitiativeStatus,
  liesIn,
  type MatrixState,
  matrixStates,
  type Place,
  stateOf,
  type TargetGroup,
} from './codes.ts'

/** As much of an initiative as the matrix needs. */
export interface Entry {
  id: Id
  pillarId: Id
  leadId: Id
  partnerIds: readonly Id[]
  places: readonly Place[]
  status: InitiativeStatus
  kind: ActivityKind
  groups: readonly TargetGroup[]
  from: PlainDate
  /** Absent while no end is set. */
  to?: PlainDate | undefined
}

/** Both days count. */
export interface Period {
  from: PlainDate
  to: PlainDate
}

export const yearPeriod = (year: number): Period => ({ from: `${year}-01-01`, to: `${year}-12-31` })
export const dayPeriod = (day: PlainDate): Period => ({ from: day, to: day })

const forever = '9999-12-31'

/** Its days touch the period, whatever its status. */
export const liesWithin = (one: Pick<Entry, 'from' | 'to'>, period: Period): boolean =>
  one.from <= period.to && (one.to ?? forever) >= period.from

/** Something happened, or happens: a plan fills no gap. */
const ran = (one: Entry, period: Period) => one.status !== 'planned' && liesWithin(one, period)
const isPlanned = (one: Entry, period: Period) => one.status === 'planned' && liesWithin(one, period)

export interface Cell {
  pillarId: Id
  state: MatrixState
  running: Id[]
  planned: Id[]
  /** Who leads or takes part in what runs, each once, in the order of the rows. */
  parties: Id[]
  /** Nothing runs. */
  gap: boolean
}

/** A cell for every pillar and state, filled or not. */
export function matrixOf(entries: readonly Entry[], pillars: readonly Id[], period: Period): Cell[] {
  return pillars.flatMap(pillarId =>
    matrixStates.map((state): Cell => {
      const there = entries.filter(
        one => one.pillarId === pillarId && one.places.some(place => stateOf(place) === state),
      )
      const running = there.filter(one => ran(one, period))
      return {
        pillarId,
        state,
        running: running.map(one => one.id),
        planned: there.filter(one => isPlanned(one, period)).map(one => one.id),
        parties: [...new Set(running.flatMap(one => [one.leadId, ...one.partnerIds]))],
        gap: running.length === 0,
      }
    }),
  )
}

export interface Overlap {
  kind: ActivityKind
  group: TargetGroup
  /** Where they meet: a state as a whole, or areas of one. */
  places: Place[]
  /** Those that touch each other in time, from the earliest. */
  ids: Id[]
}

/**
 * The same kind for the same group in the same area at the same time, led by two or more organisations. What one of them
 * takes part in with the other is work together and no overlap. "Other" says too little to be the same.
 */
export function overlapsOf(entries: readonly Entry[], period: Period): Overlap[] {
  const there = entries.filter(one => liesWithin(one, period) && one.kind !== 'other')
  const found = new Map<string, Overlap>()
  for (const place of [...new Set(there.flatMap(one => one.places))].sort()) {
    const here = there.filter(one => one.places.some(own => liesIn(place, own)))
    for (const { kind, group, rows } of alike(here)) {
      for (const ids of meeting(rows, period)) {
        const key = [kind, group, stateOf(place), ...ids].join(' ')
        const known = found.get(key)
        // Found in the state as a whole already: its areas say nothing more.
        if (!known) found.set(key, { kind, group, places: [place], ids })
        else if (!known.places.some(own => liesIn(place, own))) known.places.push(place)
      }
    }
  }
  return [...found.values()].sort(
    (one, other) =>
      matrixStates.indexOf(stateOf(one.places[0] ?? '')) -
      matrixStates.indexOf(stateOf(other.places[0] ?? '')),
  )
}

interface Alike {
  kind: ActivityKind
  group: TargetGroup
  rows: Entry[]
}

function alike(entries: readonly Entry[]): Alike[] {
  const groups = new Map<string, Alike>()
  for (const one of entries) {
    for (const group of new Set(one.groups)) {
      if (group === 'other') continue
      const key = `${one.kind} ${group}`
      const known = groups.get(key)
      if (known) known.rows.push(one)
      else groups.set(key, { kind: one.kind, group, rows: [one] })
    }
  }
  return [...groups.values()].filter(one => one.rows.length > 1)
}

const together = (one: Entry, other: Entry) =>
  one.leadId === other.leadId ||
  one.partnerIds.includes(other.leadId) ||
  other.partnerIds.includes(one.leadId)

/** Groups of rows of which each meets another one of the group: led by another, and at the same time. */
function meeting(rows: readonly Entry[], period: Period): Id[][] {
  const clip = (one: Entry): Period => ({
    from: one.from > period.from ? one.from : period.from,
    to: (one.to ?? forever) < period.to ? (one.to ?? forever) : period.to,
  })
  const order = rows.toSorted((a, b) =>
    a.from === b.from ? (a.id < b.id ? -1 : 1) : a.from < b.from ? -1 : 1,
  )
  const left = new Set(order)
  const groups: Id[][] = []
  for (const first of order) {
    if (!left.delete(first)) continue
    const group = [first]
    for (const one of group) {
      for (const other of left) {
        if (together(one, other) || !liesWithin(clip(one), clip(other))) continue
        left.delete(other)
        group.push(other)
      }
    }
    if (group.length > 1) groups.push(order.filter(one => group.includes(one)).map(one => one.id))
  }
  return groups
}
