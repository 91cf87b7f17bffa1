/**
 * The thesaurus at a node: the hub's, as it came with the feed. When its words change, practices that are here get their keys anew, in the transaction that
 * took them, so that a question and what it is asked of always know the same concepts.
 */
import type { Concept } from '@kerege/contract/analysis/thesaurus/concepts'
import { laidOver } from '@kerege/contract/analysis/thesaurus/compare'
import { type Analyser, shippedAnalyser } from '@kerege/contract/analysis/thesaurus/expand'
import { type Language, languages } from '@kerege/contract/common'
import { GivenDefinition } from '@kerege/contract/exchange/definition'
import { GivenPractice } from '@kerege/contract/exchange/practice'
import { setImmediate } from 'node:timers/promises'
import { rememberingAnalysers } from '../../platform/analysers.ts'
import type { Tx } from '../../platform/database.ts'
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

const atOnce = 100

export async function keyAgain(tx: Tx): Promise<void> {
  const analyser = await nodeAnalyser(tx)
  for (let after = ''; ; ) {
    const rows = await tx
      .selectFrom('exchange.practices')
      .select(['id', 'body', 'keys'])
      .where('state', '<>', 'withdrawn')
      .$if(after !== '', query => query.where('id', '>', after))
      .orderBy('id')
      .limit(atOnce)
      .execute()
    for (const { id, body, keys: before } of rows) {
      const given = GivenPractice.safeParse(body)
      // Whoever asks something meanwhile is answered.
      await setImmediate()
      if (!given.success) continue
      const keys = keysOf(analyser, given.data)
      if (keys.length === before.length && keys.every(key => before.includes(key))) continue
      await tx.updateTable('exchange.practices').set({ keys }).where('id', '=', id).execute()
    }
    const last = rows.at(-1)
    if (!last || rows.length < atOnce) return
    after = last.id
  }
}
