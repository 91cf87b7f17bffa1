/**
 * What two records of one person make together, and how that is taken apart again. Pure: nothing here knows who
 * decides. A list gets what it lacks; a single value stays unless a person chose the other one; nothing is averaged
 * and nothing wins by being newer.
 */
import type { Compartment } from '../../access/compartments.ts'
import type { ContactSection, HealthSection, IdentitySection, JourneySection, PersonName } from '../schema.ts'
import type { ChoiceField, Choices } from './merges.ts'

/** The sections that are written on a person, whoever may see them; where the person lives is contact. */
export interface Whole {
  contact: ContactSection & { area: string }
  identity: IdentitySection
  journey: JourneySection
  health: HealthSection
}
export type WholeSection = keyof Whole

type Values = Record<string, unknown>
interface Single {
  section: WholeSection
  field: ChoiceField
  /** Says nothing yet, so that any answer of the other record is taken without asking. */
  lacks: (value: unknown) => boolean
}
interface List {
  section: WholeSection
  field: string
  /** Two items with one key are the same thing. */
  key: (item: never) => string
  most: number
  /** The item to keep of two with one key; the one of the record that stays unless told. */
  better?: (stays: never, joins: never) => unknown
}

const absent = (value: unknown) => value === undefined || value === null
const unknownPrecision = (birth: unknown) => (birth as ContactSection['birth']).precision === 'unknown'

const singles: readonly Single[] = [
  { section: 'contact', field: 'area', lacks: absent },
  { section: 'contact', field: 'sex', lacks: sex => sex === 'unknown' },
  { section: 'contact', field: 'birth', lacks: unknownPrecision },
  { section: 'journey', field: 'birthPlace', lacks: absent },
  { section: 'health', field: 'disability', lacks: absent },
]

const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}@+]/gu, '')
/** The same letters from another source are the same spelling. */
const spelling = (name: PersonName) =>
  [name.script, name.family ?? '', name.given ?? '', name.patronymic ?? ''].join('|')

type Citizenship = IdentitySection['citizenships'][number]
const standings = ['unknown', 'claimed', 'refused', 'proved']
const surer = (stays: Citizenship, joins: Citizenship) =>
  standings.indexOf(joins.standing) > standings.indexOf(stays.standing) ? joins : stays

const lists: readonly List[] = [
  { section: 'contact', field: 'names', key: spelling, most: 20 },
  {
    section: 'contact',
    field: 'languages',
    key: (one: ContactSection['languages'][number]) => one.tag,
    most: 12,
  },
  {
    section: 'contact',
    field: 'contacts',
    key: (one: ContactSection['contacts'][number]) => `${one.system} ${plain(one.value)}`,
    most: 12,
  },
  { section: 'identity', field: 'names', key: spelling, most: 20 },
  {
    section: 'identity',
    field: 'citizenships',
    key: (one: Citizenship) => one.country,
    most: 6,
    better: surer,
  },
  {
    section: 'identity',
    field: 'identifiers',
    key: (one: IdentitySection['identifiers'][number]) => `${one.system} ${plain(one.value)}`,
    most: 20,
  },
  { section: 'journey', field: 'names', key: spelling, most: 20 },
]

/** The compartment that a choice belongs to. */
export const compartmentOf = (field: ChoiceField): Compartment & WholeSection =>
  singles.find(one => one.field === field)?.section ?? 'contact'

const same = (a: unknown, b: unknown) => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))

/** Keys in one order, so that what came from the database and what came from a form compare alike. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  )
}

// The table above names fields of the sections that it stands for.
const valueIn = (whole: Whole, { section, field }: { section: WholeSection; field: string }) =>
  (whole[section] as Values)[field]

/** Fields in which both records have a value and the values differ. */
export const differing = (stays: Whole, joins: Whole): ChoiceField[] =>
  singles
    .filter(one => {
      const [a, b] = [valueIn(stays, one), valueIn(joins, one)]
      return !one.lacks(a) && !one.lacks(b) && !same(a, b)
    })
    .map(one => one.field)

/** The record that stays, with what the other one brings. */
export function merged(stays: Whole, joins: Whole, choices: Choices): Whole {
  const result: Record<WholeSection, Values> = {
    contact: { ...stays.contact },
    identity: { ...stays.identity },
    journey: { ...stays.journey },
    health: { ...stays.health },
  }
  for (const one of singles) {
    const [a, b] = [valueIn(stays, one), valueIn(joins, one)]
    const taken = one.lacks(b) || (choices[one.field] !== 'joins' && !one.lacks(a)) ? a : b
    if (!absent(taken)) result[one.section][one.field] = taken
  }
  for (const list of lists) {
    result[list.section][list.field] = joined(
      list,
      valueIn(stays, list) as unknown[],
      valueIn(joins, list) as unknown[],
    )
  }
  const contact = result.contact as Whole['contact']
  contact.languages = onePreferred(contact.languages, stays.contact.languages)
  return result as unknown as Whole // every field comes from one of two whole records
}

function joined(list: List, stays: unknown[], joins: unknown[]): unknown[] {
  const key = list.key as (item: unknown) => string
  const better = (list.better ?? (a => a)) as (a: unknown, b: unknown) => unknown
  const known = new Set(stays.map(key))
  const kept = stays.map(item => {
    const twin = joins.find(other => key(other) === key(item))
    return twin === undefined ? item : better(item, twin)
  })
  const fresh = joins.filter((item, at) => {
    if (known.has(key(item))) return false
    return joins.findIndex(other => key(other) === key(item)) === at
  })
  return [...kept, ...fresh].slice(0, Math.max(list.most, stays.length))
}

/** Which language to begin in is said once: the record that stays has said it, where it has. */
function onePreferred(languages: ContactSection['languages'], own: ContactSection['languages']) {
  if (!own.some(one => one.preferred)) return languages
  return languages.map((one, at) => (at < own.length ? one : { ...one, preferred: false }))
}

export interface Unmerged {
  whole: Whole
  /** What the merge had changed and somebody has changed since: it stays as it is now. */
  kept: { section: WholeSection; field: string }[]
}

/**
 * Takes the merge out of a record again.
 * @param before the record as it was
 * @param after what the merge made of it
 * @param now the record today
 */
export function unmerged(before: Whole, after: Whole, now: Whole): Unmerged {
  const result: Record<WholeSection, Values> = {
    contact: { ...now.contact },
    identity: { ...now.identity },
    journey: { ...now.journey },
    health: { ...now.health },
  }
  const kept: Unmerged['kept'] = []
  for (const place of [...singles, ...lists]) {
    const [old, made, today] = [before, after, now].map(whole => valueIn(whole, place))
    if (same(old, made)) continue
    const back = same(made, today) ? old : 'key' in place ? withoutAdded(place, old, made, today) : today
    if (absent(back)) delete result[place.section][place.field]
    else result[place.section][place.field] = back
    if (!same(back, old)) kept.push({ section: place.section, field: place.field })
  }
  return { whole: result as unknown as Whole, kept }
}

/** Item by item: what the merge brought and nobody touched goes, what it changed comes back, the rest stays. */
function withoutAdded(list: List, before: unknown, after: unknown, now: unknown): unknown[] {
  const key = list.key as (item: unknown) => string
  const find = (items: unknown, item: unknown) => (items as unknown[]).find(other => key(other) === key(item))
  return (now as unknown[]).flatMap(item => {
    if (!same(find(after, item), item)) return [item]
    const old = find(before, item)
    return old === undefined ? [] : [old]
  })
}
