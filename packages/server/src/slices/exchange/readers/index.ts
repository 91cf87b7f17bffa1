/**
 * What a node makes of items: the last word on each thing, read by who knows its kind. Kinds that nobody knows are kept in the
 * log and wait for a newer program.
 */
import { analysisVersion } from '@kerege/contract/analysis/analyse'
import { Item } from '@kerege/contract/exchange/feed'
import type { Tx } from '../../../platform/database.ts'
import { definitionReader } from './definition.ts'
import { guidanceReader } from './guidance.ts'
import { practiceReader } from './practice.ts'

/** Grows when a reader understands more than before, and with the analyser that its keys are made by: what was kept is read again then. */
export const readerVersion = 3 * 1_000_000 + analysisVersion

export interface Named {
  kind: string
  id: string
}

/** The last word on a thing; without a body it is no longer given out. */
export type LastWords = ReadonlyMap<string, Pick<Item, 'revision' | 'body'>>

export interface Reader {
  readonly kind: string
  /** Ids of what the node shows of this kind. */
  known(tx: Tx): Promise<string[]>
  /** @returns ids of the records that have changed */
  read(tx: Tx, words: LastWords, now: Date): Promise<string[]>
}

const readers: readonly Reader[] = [guidanceReader, definitionReader, practiceReader]
const batch = 100

/** @param all also what the node shows and no item speaks of any more */
export async function readItems(tx: Tx, named: readonly Named[], now: Date, all = false): Promise<string[]> {
  const changed: string[] = []
  for (const reader of readers) {
    const ids = new Set(named.filter(one => one.kind === reader.kind).map(one => one.id))
    if (all) for (const id of await reader.known(tx)) ids.add(id)
    const list = [...ids]
    for (let at = 0; at < list.length; at += batch) {
      const some = list.slice(at, at + batch)
      changed.push(...(await reader.read(tx, await lastWords(tx, reader.kind, some), now)))
    }
  }
  return changed
}

async function lastWords(tx: Tx, kind: string, ids: readonly string[]): Promise<LastWords> {
  const rows = await tx
    .selectFrom('exchange.received')
    .distinctOn('item_id')
    .select(['item_id', 'text'])
    .where('kind', '=', kind)
    .where('item_id', 'in', ids)
    .orderBy('item_id')
    .orderBy('number', 'desc')
    .execute()
  const found = new Map(rows.map(row => [row.item_id, row.text]))
  return new Map(
    ids.map(id => {
      const text = found.get(id)
      const item = text ? Item.safeParse(JSON.parse(text)).data : undefined
      return [id, { revision: item?.revision ?? 0, body: item?.body }]
    }),
  )
}
