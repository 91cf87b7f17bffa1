/** Where sessions, decisions and documents stand for good, for the map of the site: those that anybody may read. */
import { publicAddress } from '@kerege/contract/council/publicAddress'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import type { PublicAddresses } from '../../../platform/publicPage.ts'

const n = sql<number>`count(*)::int`.as('n')

const inOrderOfMaking = (name: 'sessions' | 'decisions'): PublicAddresses => ({
  name,
  count: async tx =>
    (await tx.selectFrom(`council.${name}`).select(n).where('is_public', '=', true).executeTakeFirstOrThrow())
      .n,
  async part(tx: Tx, from, most) {
    const rows = await tx
      .selectFrom(`council.${name}`)
      .select(['id', 'symbol', 'updated_at'])
      .where('is_public', '=', true)
      .orderBy('created_at')
      .orderBy('id')
      .limit(most)
      .offset(from)
      .execute()
    return rows.map(row => ({
      path: publicAddress(name, { id: row.id, symbol: row.symbol ?? undefined }),
      changed: row.updated_at,
    }))
  },
})

export const sessionAddresses = inOrderOfMaking('sessions')
export const decisionAddresses = inOrderOfMaking('decisions')

export const documentAddresses: PublicAddresses = {
  name: 'documents',
  count: async tx =>
    (
      await tx
        .selectFrom('council.documents')
        .select(n)
        .where('is_public', '=', true)
        .executeTakeFirstOrThrow()
    ).n,
  async part(tx: Tx, from, most) {
    const rows = await tx
      .selectFrom('council.documents')
      .select(['symbol', 'issued_at'])
      .where('is_public', '=', true)
      .orderBy('issued_at')
      .orderBy('id')
      .limit(most)
      .offset(from)
      .execute()
    return rows.map(row => ({
      path: publicAddress('documents', { symbol: row.symbol ?? undefined }),
      changed: row.issued_at ?? undefined,
    }))
  },
}
