/** Colleagues to whom work may be given: everybody with an account here, families excepted, since they are no staff. */
import type { listColleagues } from '@kerege/contract/access/routes'
import { DomainError } from '@kerege/contract/errors'
import type { Output, Parsed } from '@kerege/contract/route'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { openCursor, sealCursor } from '../../platform/cursor.ts'
import { hatsOfAll } from './hats.ts'

const family = 'familyMember'

export async function colleagues(
  ctx: Context,
  { cursor, limit }: Parsed<typeof listColleagues>['query'],
): Promise<Output<typeof listColleagues>> {
  if (ctx.actor.role === family) throw new DomainError('forbidden', 'not-allowed')
  const key = ctx.node.keys.cursors
  const after = openCursor(key, 'colleagues', cursor)
  let query = ctx.tx
    .selectFrom('access.accounts as a')
    .select(['a.id', 'a.name', 'a.created_at'])
    .where('a.state', '=', 'active')
    .where(eb =>
      eb.exists(
        eb
          .selectFrom('access.hats as h')
          .select('h.id')
          .whereRef('h.account_id', '=', 'a.id')
          .where('h.ended_at', 'is', null)
          .where('h.role', '<>', family),
      ),
    )
  if (after) query = query.where(sql<boolean>`(a.name, a.id) > (${after[0]}, ${after[1]}::uuid)`)
  const found = await query
    .orderBy('a.name')
    .orderBy('a.id')
    .limit(limit + 1)
    .execute()
  const shown = found.slice(0, limit)
  const last = shown.at(-1)
  const hats = await hatsOfAll(
    ctx,
    shown.map(row => row.id),
  )
  return {
    rows: shown.map(row => {
      const worn = (hats.get(row.id) ?? []).filter(hat => hat.role !== family)
      const [first] = worn
      return {
        accountId: row.id,
        name: row.name,
        roles: [...new Set(worn.map(hat => hat.role))],
        agency: first?.agency ?? '',
        ...(first?.team ? { team: first.team } : {}),
        since: row.created_at,
      }
    }),
    ...(found.length > shown.length && last
      ? { next: sealCursor(key, 'colleagues', [last.name, last.id]) }
      : {}),
  }
}
