/**
 * What this device keeps, in its own database: keys, commands that wait, and answers taken along. Everything about people
 * in it is sealed (vault.ts); what stands open are ids, states and moments. Decides nothing.
 */
import { Dexie, type Table } from 'dexie'
import { newId } from '../ui/newId.ts'

export interface Sealed {
  iv: Uint8Array<ArrayBuffer>
  bytes: ArrayBuffer
}

/** The key of one account on this device. Without `key` it is locked: only the node can open it again. */
export interface KeyRow {
  account: string
  id: string
  /** Cannot be taken out of the browser; gone after signing out, an ended session or `until`. */
  key?: CryptoKey
  /** The same key, sealed under a lock that only the node makes, and only for this account and device. */
  wrapped: Sealed
  /** Until when it opens without the node, in milliseconds. */
  until: number
}

export type CommandState = 'waiting' | 'conflict' | 'refused'

export interface CommandRow {
  /** Order in which they were given, and are sent. */
  seq?: number
  /** Its Idempotency-Key. */
  id: string
  account: string
  hat: string
  keyId: string
  state: CommandState
  tries: number
  sealed: Sealed
  /** What the node answered, where it did not take it. */
  problem?: Sealed
}

export interface KeptRow {
  account: string
  name: string
  keyId: string
  at: number
  sealed: Sealed
}

export interface DeviceStore extends Dexie {
  device: Table<{ id: 'this'; device: string }, string>
  keys: Table<KeyRow, string>
  commands: Table<CommandRow, number>
  kept: Table<KeptRow, [string, string]>
}

/** @param name tests use one each */
export function openStore(name = 'kerege.device'): DeviceStore {
  const store = new Dexie(name) as DeviceStore
  store.version(1).stores({
    device: 'id',
    keys: 'account',
    commands: '++seq, &id, account',
    kept: '[account+name], account',
  })
  return store
}

/** This browser on this device, for as long as it keeps anything. Says nothing about who uses it. */
export const deviceId = (store: DeviceStore): Promise<string> =>
  store.transaction('rw', store.device, async () => {
    const known = await store.device.get('this')
    if (known) return known.device
    const device = newId()
    await store.device.put({ id: 'this', device })
    return device
  })
