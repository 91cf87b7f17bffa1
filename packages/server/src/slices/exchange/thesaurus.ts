/**
 * The thesaurus at a node: the hub's, as it came with the feed. When its words change, practices that have them get their keys anew, in the transaction that
 * took them, so that a question and what it is asked of always know the same concepts. What has none of these words is not read.
 */
import type { Concept } from '@kerege/contract/analysis/thesaurus/concepts'
import { laidOver } from '@kerege/contract/analysis/thesaurus/compare'
import { type Analyser, shippedAnalyser } from '@kerege/contract/analysis/thesaurus/expand'
import { touchedLabels, type TouchedLabel } from '@kerege/contract/analysis/thesaurus/touched'
import { type Language, languages } from '@kerege/contract/common'
import { GivenDefinition } from '@kerege/contract/exchange/definition'
import { GivenPractice } from '@kerege/contract/exchange/practice'
import { sql } from 'kysely'
import { setImmediate } from 'node:timers/promises'
import { rememberingAnalysers } from '../../platform/analysers.ts'
import type { Tx } from '../../platform/database.ts'
import { questionOfLabels } from '../../platform/vectors.ts'
import { keysOf } from './keys.ts'

const opened = rememberingAnalysers()

/** Until something came from the hub, or where its words cannot be read: what comes with the program. */
export async function nodeAnalyser(tx: Tx): Promise<Analyser> {
  const known = await tx
    .selectFrom('exchange.definitions')
    .select('digest')
    .where('id', '=', 'thesaurus')
    .executeTakeFirst()
  if (!known?.digest) return shippedAnalyser
  return opened(known.digest, async () => conceptsOf(await bodyOf(tx)))
}

const bodyOf = async (tx: Tx): Promise<unknown> =>
  (
    await tx
      .selectFrom('exchange.definitions')
      .select('body')
      .where('id', '=', 'thesaurus')
      .executeTakeFirst()
  )?.body

function conceptsOf(body: unknown): readonly Concept[] {
  const given = GivenDefinition.safeParse(body).data
  const concepts = given?.concepts.map(
    ({ id, broader, related, label, words = {} }): Concept => ({
      id,
      ...(broader === undefined ? {} : { broader }),
      ...(related ? { related } : {}),
      labels: Object.fromEntries(
        languages.map(one => [one, words[one] ?? (label[one] ? [label[one].text] : [])]),
      ) as Record<Language, string[]>, // one for each language
    }),
  )
  if (!concepts) return shippedAnalyser.concepts
  return laidOver(
    [],
    concepts.map(concept => ({ id: concept.id, concept })),
  )
}

/** Of more labels than that nearly every practice has one. */
const mostLabels = 400
const atOnce = 100

/**
 * @param before what the keys that stand here were made with
 * @returns how many practices were looked at again
 */
export async function keyAgain(tx: Tx, before: Analyser): Promise<number> {
  const analyser = await nodeAnalyser(tx)
  const labels = touchedLabels(before.concepts, analyser.concepts)
  if (labels.length === 0) return 0
  const ids = await having(tx, labels.length > mostLabels ? null : labels)
  for (let at = 0; at < ids.length; at += atOnce) {
    const rows = await tx
      .selectFrom('exchange.practices')
      .select(['id', 'body', 'keys'])
      .where('id', 'in', ids.slice(at, at + atOnce))
      .execute()
    for (const { id, body, keys: old } of rows) {
      const given = GivenPractice.safeParse(body)
      // Whoever asks something meanwhile is answered.
      await setImmediate()
      if (!given.success) continue
      const keys = keysOf(analyser, given.data)
      if (keys.length === old.length && keys.every(key => old.includes(key))) continue
      await tx.updateTable('exchange.practices').set({ keys }).where('id', '=', id).execute()
    }
  }
  return ids.length
}

/** Practices with all words of one of the labels; all of them where `null`. A language more than is meant does no harm. */
async function having(tx: Tx, labels: readonly TouchedLabel[] | null): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select p.id from exchange.practices p where p.state <> 'withdrawn'
      and (${labels === null}::boolean or p.id in (select exchange.held_with('', ${questionOfLabels(labels ?? [])})))
    order by p.id`.execute(tx)
  return rows.map(({ id }) => id)
}
