/**
 * How alike somebody who is asked for and somebody on the register are, by the library of names, and the rows that say
 * so. Compares what is open to the asker and nothing else.
 */
import {
  comparePersons,
  countedFrequencies,
  foldName,
  type NameCache,
  type NameFrequencies,
  type PreparedPerson,
  preparePerson,
  type Reason,
} from '@kerege/contract/names/index'
import { birthText, nameText } from '@kerege/contract/people/rules'
import type { BirthDate, FoundPerson } from '@kerege/contract/people/schema'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import * as store from './store.ts'

/** Of whom only the beginnings of words were typed: shown, never a match. */
const beginningScore = 0.55
/** Counts that the node keeps: `people.word_counts`. */
const leastCounted = 5
const mostReasons = 5

export type Matched = FoundPerson['matched']

export interface Found {
  row: store.LikenessRow
  score: number
  spelling?: string | undefined
  reasons: Reason[]
  matched: Matched
}

/** What is compared beside the names, and how; words are read once for all candidates. */
export interface Comparing {
  frequencies: NameFrequencies | undefined
  birth: boolean
  sex: boolean
  words: NameCache
  /** Spellings of those on the register made ready, by id: in a list one record is near to several rows. */
  ready?: Map<string, Spelling[]>
}

interface Spelling {
  name: store.NameParts
  words: number
  person: PreparedPerson
}

export const better = (a: Found, b: Found) => (b.score > a.score ? b : a)

/** Compares with every spelling by itself, so that the answer can say which one it was. */
export function nearest(asked: PreparedPerson, row: store.LikenessRow, by: Comparing): Found {
  const all = spellingsOf(row, by)
  // One word of a name says too little against a whole one, and would look alike to many.
  const whole = all.filter(({ words }) => words >= Math.min(2, asked.name.words.length))
  const found = (whole.length > 0 ? whole : all).map(({ name, person }): Found => {
    const { score, reasons } = comparePersons(asked, person)
    return { row, score, reasons, spelling: nameText(name), matched: 'name' }
  })
  return found.length > 0 ? found.reduce(better) : { row, score: 0, reasons: [], matched: 'name' }
}

function spellingsOf(row: store.LikenessRow, by: Comparing): Spelling[] {
  const known = by.ready?.get(row.id)
  if (known) return known
  const about = {
    birthDate: by.birth ? birthText(row.birth as BirthDate) : undefined,
    sex: by.sex && (row.sex === 'female' || row.sex === 'male') ? row.sex : undefined,
    area: row.area_code,
    kin: row.kin,
  }
  const made = row.names.map(name => ({
    name,
    words: wordsIn(name),
    person: preparePerson({ ...name, ...about }, by.frequencies, by.words),
  }))
  by.ready?.set(row.id, made)
  return made
}

const wordsIn = (name: store.NameParts) =>
  [name.family, name.given, name.patronymic].filter(Boolean).join(' ').split(/\s+/).length

const wordBegins: Reason = { code: 'word-begins', kind: 'for' }

/** Whoever is still typing has not contradicted anything yet: beginnings of words speak for somebody. */
export function withBeginnings(typed: readonly string[], found: Found): Found {
  if (found.score >= beginningScore || !begins(typed, found.row)) return found
  const agreeing = found.reasons.filter(reason => reason.kind === 'for')
  return { ...found, score: beginningScore, reasons: [wordBegins, ...agreeing] }
}

/** Every word typed begins a word of one spelling. */
function begins(typed: readonly string[], row: store.LikenessRow): boolean {
  return row.names.some(name => {
    const folded = ` ${foldName(nameText(name))}`
    return typed.every(word => folded.includes(` ${word}`))
  })
}

/** A number is the same or is not: there is no other spelling of it. */
export function numberFound(row: store.LikenessRow, kind: Matched): Found {
  return { row, score: 1, matched: kind, reasons: [{ code: `${kind}-same`, kind: 'for' }] }
}

export const best = (found: readonly Found[], least: number, limit: number): Found[] =>
  found
    .filter(one => one.score >= least)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, limit)

const kinds = { for: 0, against: 1, none: 2 }
// A reason that only repeats another in other words says nothing more.
const silent: ReadonlySet<string> = new Set(['order-differs', 'no-given-name'])

/** What speaks for it first; the few that say most, of which what speaks against is never left out. */
export function ordered(reasons: readonly Reason[]): Reason[] {
  const telling = reasons.filter(reason => !silent.has(reason.code))
  const against = telling.filter(reason => reason.kind === 'against').slice(0, mostReasons)
  const others = telling
    .filter(reason => reason.kind !== 'against')
    .toSorted((a, b) => kinds[a.kind] - kinds[b.kind])
  return [...others.slice(0, mostReasons - against.length), ...against].toSorted(
    (a, b) => kinds[a.kind] - kinds[b.kind],
  )
}

export async function shown(tx: Tx, found: readonly Found[]): Promise<FoundPerson[]> {
  const rows = await store.rowsOf(
    tx,
    found.map(one => one.row),
  )
  return rows.map((row, at) => {
    const { score, matched, spelling, reasons } = found[at] as Found // one row for each, in the same order
    return {
      ...row,
      score: Math.min(1, score),
      matched,
      ...(spelling ? { spelling } : {}),
      reasons: ordered(reasons),
    }
  })
}

export interface Counted {
  token: string | null
  persons: number
  register: number
}

/** Words of a name that are counted by themselves, not in pairs. */
export const single = (keys: readonly string[]): string[] => keys.filter(key => !key.startsWith('p:'))

/** How frequent the names asked for are in this register; the library's own assumption until it was counted. */
export async function frequenciesOf(tx: Tx, keys: readonly string[]): Promise<NameFrequencies | undefined> {
  const found = await sql<Counted>`
    select token, persons, register from people.counts_of(${single(keys)}::text[])`.execute(tx)
  return asFrequencies(found.rows)
}

/** @param counted rows of `people.counts_of` */
export function asFrequencies(counted: readonly Counted[]): NameFrequencies | undefined {
  const register = counted[0]?.register ?? 0
  if (register === 0) return undefined
  const counts = new Map(counted.flatMap(row => (row.token === null ? [] : [[row.token, row.persons]])))
  return countedFrequencies(counts, register, leastCounted)
}
