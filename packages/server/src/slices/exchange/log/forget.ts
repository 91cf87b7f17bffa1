/**
 * Something was given out that must not be kept, such as a name in a text. The log cannot lose an entry, but it can lose its
 * words: the texts of a thing that is no longer public are emptied, their hashes stay, and an item tells every node to do the
 * same. What a stranger has copied meanwhile, nobody can take back.
 */
import type { Item } from '@kerege/contract/exchange/feed'
import { newId } from '../../../platform/ids.ts'
import { over } from '../../../platform/database.ts'
import { append, openTrail } from '../../audit/index.ts'
import { type Hub, lastTree, sign } from './publish.ts'
import { itemHash } from './tree.ts'

export type Forgotten =
  | { result: 'forgotten'; texts: number }
  | { result: 'unknown' | 'still-public' | 'nothing' }

export async function forget(hub: Hub, kind: string, id: string, reason: string): Promise<Forgotten> {
  const now = hub.now()
  const client = await hub.pool.connect()
  try {
    await client.query('begin')
    const tx = over(client)
    await client.query('select pg_advisory_xact_lock(31, 1)')
    const rows = await tx
      .selectFrom('exchange.items')
      .select(['number', 'revision', 'text'])
      .where('kind', '=', kind)
      .where('item_id', '=', id)
      .orderBy('revision', 'desc')
      .execute()
    const [last] = rows
    const numbers = rows.filter(row => row.text !== null && hasBody(row.text)).map(row => row.number)
    const result: Forgotten = !last
      ? { result: 'unknown' }
      : last.text !== null && hasBody(last.text)
        ? { result: 'still-public' }
        : numbers.length === 0
          ? { result: 'nothing' }
          : { result: 'forgotten', texts: numbers.length }
    if (result.result !== 'forgotten' || !last) {
      await client.query('rollback')
      return result
    }
    const { tree } = await lastTree(tx)
    const item: Item = {
      type: 'kerege-exchange-item/1',
      kind,
      id,
      revision: last.revision + 1,
      at: now.toISOString(),
      forget: numbers,
    }
    const text = JSON.stringify(item)
    const hash = itemHash(text)
    await tx
      .insertInto('exchange.items')
      .values({ number: tree.size, kind, item_id: id, revision: item.revision, at: item.at, hash, text })
      .execute()
    await tx.updateTable('exchange.items').set({ text: null }).where('number', 'in', numbers).execute()
    await sign(hub, tx, append(tree, hash))
    const trail = openTrail(hub.keys, newId(now.getTime()), 'exchange.forgotten', now)
    trail.touched(id)
    trail.because(reason)
    trail.counted('texts', numbers.length)
    await trail.commit(client, null)
    return result
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}

const hasBody = (text: string): boolean => 'body' in (JSON.parse(text) as Item)
