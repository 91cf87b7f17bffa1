/**
 * Compares records with each other in the background: over all that is known of both, whoever may see it. What comes
 * out is a pair of ids and a number, for the queue; the reasons that a reader sees are computed anew for that reader.
 * Compares in small turns, so that a request never waits behind it.
 */
import {
  comparePersons,
  countedFrequencies,
  type NameCache,
  type NameFrequencies,
  nameCache,
  type PreparedPerson,
  preparePerson,
} from '@kerege/contract/names/index'
import { leastLikeness } from '@kerege/contract/people/duplicates/schema'
import { alertSystems } from '@kerege/contract/people/duplicates/clashes'
import { birthText } from '@kerege/contract/people/rules'
import type { BirthDate } from '@kerege/contract/people/schema'
import { sql } from 'kysely'
import { setTimeout } from 'node:timers/promises'
import type { Tx } from '../../../platform/database.ts'
import { newId } from '../../../platform/ids.ts'
import { kinNamesForNode, withKin } from '../kinship/names.ts'

/** Records with the most keys in common; whoever is alike beyond them bears a name that tells nobody apart. */
const mostOthers = 16
/** Longest turn without letting others in. */
const turnMs = 15
/** Counts that the node keeps: `people.word_counts`. */
const leastCounted = 5

interface Sketch {
  person_id: string
  sex: string
  birth: BirthDate
  area: string
  names: { family: string | null; given: string | null; patronymic: string | null }[]
  kin: { relation: string; name: string }[]
}

/**
 * @param after compare only with records behind this id: those before it were compared from their own side
 * @returns how many pairs were compared
 */
export async function compareSome(
  tx: Tx,
  persons: readonly string[],
  { after, changed, now }: { after?: string; changed: boolean; now: Date },
): Promise<number> {
  const pairs = await sql<{ person_id: string; other_id: string }>`
    select person_id, other_id from people.pairs_to_compare(${persons}::uuid[], ${after ?? null}::uuid, ${mostOthers})`.execute(
    tx,
  )
  if (pairs.rows.length === 0) return 0
  const ids = [...new Set(pairs.rows.flatMap(pair => [pair.person_id, pair.other_id]))]
  const prepared = await prepare(tx, ids)
  const found: { id: string; one: string; other: string; score: number }[] = []
  const turn = turns()
  for (const { person_id: one, other_id: other } of pairs.rows) {
    const score = likeness(prepared(one), prepared(other))
    // A pair below the floor is told too: it may stand in the queue from before.
    found.push({ id: newId(now.getTime()), one, other, score })
    await turn()
  }
  await sql`select people.note_pairs(${JSON.stringify(found)}::jsonb, ${leastLikeness}, ${[...alertSystems]}::text[],
    ${changed}, ${now.toISOString()}::timestamptz)`.execute(tx)
  return pairs.rows.length
}

/** Every spelling of one with every spelling of the other: the likeliest counts. */
function likeness(one: readonly PreparedPerson[], other: readonly PreparedPerson[]): number {
  let best = 0
  for (const a of one) for (const b of other) best = Math.max(best, comparePersons(a, b).score)
  return Math.min(1, best)
}

/** @returns prepares a record at its first use and keeps it: most are compared with several others */
async function prepare(tx: Tx, ids: readonly string[]) {
  const sketches = await sql<Sketch>`select * from people.sketches(${ids}::uuid[])`.execute(tx)
  const frequencies = await frequenciesAmong(tx, ids)
  const kin = await kinNamesForNode(tx, ids)
  const byId = new Map(
    sketches.rows.map(row => [row.person_id, { ...row, kin: withKin(row.kin, kin.get(row.person_id)) }]),
  )
  const ready = new Map<string, PreparedPerson[]>()
  const cache = nameCache()
  return (id: string): PreparedPerson[] => {
    const known = ready.get(id)
    if (known) return known
    const sketch = byId.get(id)
    const made = sketch ? spellings(sketch, frequencies, cache) : []
    ready.set(id, made)
    return made
  }
}

function spellings(
  { names, birth, sex, area, kin }: Sketch,
  frequencies: NameFrequencies | undefined,
  cache: NameCache,
): PreparedPerson[] {
  const about = {
    birthDate: birthText(birth),
    sex: sex === 'female' || sex === 'male' ? sex : undefined,
    area,
    kin,
  }
  // A word alone is alike to many; it is compared only where a record has nothing else.
  const whole = names.filter(name => [name.family, name.given, name.patronymic].filter(Boolean).length > 1)
  return (whole.length > 0 ? whole : names).map(name =>
    preparePerson(
      {
        family: name.family ?? undefined,
        given: name.given ?? undefined,
        patronymic: name.patronymic ?? undefined,
        ...about,
      },
      frequencies,
      cache,
    ),
  )
}

async function frequenciesAmong(tx: Tx, ids: readonly string[]): Promise<NameFrequencies | undefined> {
  const found = await sql<{ token: string | null; persons: number; register: number }>`
    select token, persons, register from people.counts_among(${ids}::uuid[])`.execute(tx)
  const register = found.rows[0]?.register ?? 0
  if (register === 0) return undefined
  const counts = new Map(found.rows.flatMap(row => (row.token === null ? [] : [[row.token, row.persons]])))
  return countedFrequencies(counts, register, leastCounted)
}

/** @returns lets others in whenever a turn has lasted long enough, and for as long: nobody waits for this work */
function turns() {
  let begun = performance.now()
  return async () => {
    if (performance.now() - begun < turnMs) return
    await setTimeout(turnMs)
    begun = performance.now()
  }
}
