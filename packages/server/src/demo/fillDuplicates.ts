/**
 * Puts second records beside invented people, lets the node compare them as it compares everybody, and makes one merge
 * through the front door, so that its history, its log and its way back are real.
 */
import { call } from '@kerege/contract/client'
import { comparePair, mergePeople } from '@kerege/contract/people/duplicates/routes'
import type pg from 'pg'
import { inTransaction } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import type { RegionNode } from '../region/region.ts'
import { tokenHash } from '../slices/access/index.ts'
import { compareSome } from '../slices/people/index.ts'
import type { SecondRecords } from './secondRecords.ts'
import { copyPeople } from './tables.ts'
import type { DemoNode } from './types.ts'

export async function fillDuplicates(
  client: pg.Client,
  node: RegionNode,
  demo: DemoNode,
  second: SecondRecords,
): Promise<void> {
  await client.query('begin')
  await copyPeople(client, second.people, second.households)
  await client.query('commit')
  const ids = second.people.map(person => person.id)
  const now = node.running.node.now()
  await inTransaction(node.running.node.pool, tx => compareSome(tx, ids, { changed: true, now }))
  const [merged, proposed] = second.pairs
  const asker = demo.accounts.find(account => account.role === 'caseManager')
  if (proposed && asker) {
    await client.query(
      'update people.lookalikes set proposed_by = $1 where a_id = least($2::uuid, $3) and b_id = greatest($2::uuid, $3)',
      [asker.id, proposed.one, proposed.other],
    )
  }
  if (merged) await mergeByDoor(client, node, demo, merged)
}

/** As the coordinator who stands behind a door of the demo. */
async function mergeByDoor(
  client: pg.Client,
  node: RegionNode,
  demo: DemoNode,
  { one, other }: { one: string; other: string },
) {
  const account = demo.accounts.find(({ role, door }) => role === 'nationalCoordinator' && door)
  if (!account) return
  const { rows } = await client.query<{ user_id: string }>(
    'select user_id from access.accounts where id = $1',
    [account.id],
  )
  const { token, cookie } = await node.running.signIn.openWithoutPassword(rows[0]?.user_id ?? '')
  const session = newId()
  await client.query(
    `insert into access.sessions (id, token_hash, account_id, hat_id, device, opened_by, created_at, last_seen_at, expires_at)
     values ($1, $2, $3, $4, 'demo', 'demo', now(), now(), now() + interval '5 minutes')`,
    [session, tokenHash(token), account.id, account.hatId],
  )
  const asked = (url: string, init: RequestInit) =>
    Promise.resolve(
      node.running.app.request(url, {
        ...init,
        headers: {
          ...(init.headers as Record<string, string>),
          'x-kerege': '1',
          cookie: cookie.split(';')[0] ?? '',
        },
      }),
    )
  const { body: pair } = await call(asked, comparePair, { params: { id: one, otherId: other } })
  const body = {
    id: newId(),
    stays: one,
    staysVersion: pair.oneVersion,
    joins: other,
    joinsVersion: pair.otherVersion,
    choices: Object.fromEntries(pair.differing.map(field => [field, 'stays' as const])),
    ...(pair.homes ? { home: 'stays' as const } : {}),
    reason: reasons[account.language] ?? reasons['en'] ?? '',
  }
  await call(asked, mergePeople, { body })
  await client.query('delete from access.sessions where id = $1', [session])
}

const reasons: Readonly<Record<string, string>> = {
  en: 'The mother showed both lists',
  ru: 'Мать показала оба списка',
  kk: 'Анасы екі тізімді де көрсетті',
  ky: 'Апасы эки тизмени тең көрсөттү',
  tg: 'Модар ҳарду рӯйхатро нишон дод',
  uz: 'Onasi ikkala roʻyxatni koʻrsatdi',
}
