/** What the hub means by its themes and domains, kept as it came: words for codes that this program does not know yet. */
import { GivenDefinition } from '@kerege/contract/exchange/definition'
import { keyAgain, nodeAnalyser } from '../thesaurus.ts'
import type { Reader } from './index.ts'

export const definitionReader: Reader = {
  kind: 'definition',
  async known(tx) {
    const rows = await tx.selectFrom('exchange.definitions').select('id').execute()
    return rows.map(row => row.id)
  },
  async read(tx, words, now) {
    const before = words.has('thesaurus') ? await nodeAnalyser(tx) : undefined
    for (const [id, { revision, body }] of words) {
      const given = GivenDefinition.safeParse(body)
      if (given.success) {
        const columns = { revision, body: JSON.stringify(given.data), changed_at: now }
        await tx
          .insertInto('exchange.definitions')
          .values({ id, ...columns })
          .onConflict(conflict => conflict.column('id').doUpdateSet(columns))
          .execute()
      } else if (body === undefined) {
        await tx.deleteFrom('exchange.definitions').where('id', '=', id).execute()
      }
    }
    if (before) await keyAgain(tx, before)
    // No records of the library: those that follow a practice need not hear of it.
    return []
  },
}
