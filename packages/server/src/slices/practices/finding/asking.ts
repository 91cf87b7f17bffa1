/** From words to keys: what was typed, slips put right by what somebody wrote, and the concepts that it is about. */
import { type Query, readQuery } from '@kerege/contract/analysis/analyse'
import { nearKey } from '@kerege/contract/analysis/index/weights'
import { slipsAllowed, slipsBetween } from '@kerege/contract/analysis/slips'
import type { Analyser, Group } from '@kerege/contract/analysis/thesaurus/expand'
import type { Language } from '@kerege/contract/common'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import { currentAnalyser } from '../thesaurus/current.ts'

export interface Asked {
  key: string
  weight: number
  /** Which word of the query. */
  place: number
}

export interface Question {
  analyser: Analyser
  query: Query
  groups: Group[]
  asked: Asked[]
}

export async function questionOf(tx: Tx, words: string, language: Language | undefined): Promise<Question> {
  const analyser = await currentAnalyser(tx)
  const query = readQuery(words, language)
  const groups = analyser.conceptsOf(query)
  const typed = [...new Set(query.words.flatMap(({ readings }) => readings.map(({ key }) => key)))]
  const known = typed.length > 0 ? await knownKeys(tx, typed) : new Map<string, string[]>()
  const asked = query.words.flatMap(({ readings }, place) => {
    const there = readings.filter(({ key }) => known.get(key)?.includes(key))
    if (there.length > 0) return there.map(({ key, weight }) => ({ key, weight, place }))
    return readings.flatMap(({ key, weight }) =>
      (known.get(key) ?? []).flatMap(other => {
        const allowed = slipsAllowed(key)
        const slips = slipsBetween(key, other, allowed)
        return slips <= allowed ? [{ key: other, weight: weight * nearKey(slips), place }] : []
      }),
    )
  })
  const meant = groups.flatMap(({ words: places, readings }) =>
    places.flatMap(place => readings.map(({ key, weight }) => ({ key, weight, place }))),
  )
  return { analyser, query, groups, asked: [...asked, ...meant] }
}

async function knownKeys(tx: Tx, keys: readonly string[]): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ key: string; known: string }>`
    select key, known from practices.known_keys(${keys}::text[])`.execute(tx)
  const found = new Map<string, string[]>()
  for (const { key, known } of rows) found.set(key, [...(found.get(key) ?? []), known])
  return found
}
