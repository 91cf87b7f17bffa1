/** Practices as a node shows them: filtered by columns, found by keys and by beginnings of words, kept by devices in the order of their changes. */
import type { Analyser } from '@kerege/contract/analysis/thesaurus/expand'
import { GivenPractice } from '@kerege/contract/exchange/practice'
import { Id } from '@kerege/contract/common'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import { emitToAll } from '../../../platform/outbox.ts'
import { keysOf, remembered } from '../keys.ts'
import { nodeAnalyser } from '../thesaurus.ts'
import type { Reader } from './index.ts'

export const practiceReader: Reader = {
  kind: 'practice',
  async known(tx) {
    const rows = await tx.selectFrom('exchange.practices').select('id').execute()
    return rows.map(row => row.id)
  },
  async read(tx, words, now) {
    const ids = [...words.keys()].filter(id => Id.safeParse(id).success)
    if (ids.length === 0) return []
    const rows = await tx
      .selectFrom('exchange.practices')
      .select(['id', 'state', 'revision'])
      .where('id', 'in', ids)
      .execute()
    const analyser = await nodeAnalyser(tx)
    const known = new Map(rows.map(row => [row.id, row]))
    for (const id of ids) {
      const { revision = 0, body } = words.get(id) ?? {}
      const before = known.get(id)
      const given = GivenPractice.safeParse(body)
      if (given.success) await write(tx, analyser, id, revision, given.data, now)
      // Of what was never here, there is nothing to take back.
      else if (before && body === undefined) await withdraw(tx, id, now)
      const over = given.success ? given.data.state === 'retracted' : body === undefined
      if (before?.state === 'published' && over) await tellThose(tx, id)
    }
    return ids
  },
}

async function write(
  tx: Tx,
  analyser: Analyser,
  id: string,
  revision: number,
  given: GivenPractice,
  now: Date,
) {
  const columns = {
    symbol: given.symbol,
    revision,
    state: given.state,
    body: JSON.stringify(given),
    domains: given.facts.domains,
    settings: given.facts.settings,
    languages: languagesOf(given),
    age_from: given.facts.ages.from ?? null,
    age_to: given.facts.ages.to ?? null,
    folded: sql<string>`council.folded(${wordsOf(given)})`,
    keys: keysOf(analyser, given),
    changed_at: now,
    change: sql<number>`nextval('exchange.changes')`,
  }
  await tx
    .insertInto('exchange.practices')
    .values({ id, ...columns, came_at: now })
    .onConflict(conflict =>
      conflict.column('id').doUpdateSet({
        ...columns,
        // Read again as it was: nothing that a reader or a device has to hear of.
        changed_at: unlessSame('changed_at'),
        change: unlessSame('change'),
      }),
    )
    .execute()
}

const unlessSame = (column: 'change' | 'changed_at') =>
  sql<never>`case when (practices.state, practices.body) = (excluded.state, excluded.body) then practices.${sql.ref(column)} else excluded.${sql.ref(column)} end`

const withdraw = (tx: Tx, id: string, now: Date) =>
  tx
    .updateTable('exchange.practices')
    // What is no longer given out is no longer kept: its name stays, for those who have used it.
    .set({
      state: 'withdrawn',
      body: sql<string>`jsonb_build_object('texts', jsonb_build_object('title', body #> '{texts,title}'))`,
      folded: '',
      keys: [],
      changed_at: now,
      change: sql<number>`nextval('exchange.changes')`,
    })
    .where('id', '=', id)
    .where('state', '<>', 'withdrawn')
    .execute()

const languagesOf = (given: GivenPractice): string[] => Object.keys(given.texts.title)

const wordsOf = (given: GivenPractice): string =>
  [given.symbol, ...remembered(given).flatMap(text => Object.values(text).map(one => one.text))].join(' ')

async function tellThose(tx: Tx, id: string) {
  const { rows } = await sql<{ id: string }>`select exchange.concerned(${id}::uuid) as id`.execute(tx)
  await emitToAll(
    tx,
    'practice.taken-back',
    rows.map(row => row.id),
    { practiceId: id },
  )
}
