/**
 * Seals what a device keeps. The key cannot be read out of the browser and opens without the node for some hours only; beside
 * it lies a copy under a lock that the node makes anew for the account that signs in. So signing out, an ended session or the
 * end of the hours make everything here unreadable, and the same account opens it again. Honest limits: docs/security.md.
 */
import { DomainError } from '@kerege/contract/errors'
import { newId } from '../ui/newId.ts'
import type { DeviceStore, KeyRow, Sealed } from './store.ts'

export interface Vault {
  readonly store: DeviceStore
  readonly account: string
  readonly keyId: string
  readonly key: CryptoKey
  readonly until: number
}

/** Bytes that only the node can make, for the signed-in account and this device. */
export type AskLock = () => Promise<Uint8Array<ArrayBuffer>>

/** A day of boarding and a long flight; after that the node is asked. */
export const hoursWithoutNode = 18
const hour = 3_600_000
const algorithm = 'AES-GCM'

/**
 * The vault of whoever is signed in. Signing in as somebody else locks the one that was open before.
 * @throws DomainError of `askLock` when the node has to be asked and does not answer
 */
export async function openVault(
  store: DeviceStore,
  account: string,
  askLock: AskLock,
  now: number,
): Promise<Vault> {
  await lockAll(store, other => other !== account)
  const row = await store.keys.get(account)
  const until = now + hoursWithoutNode * hour
  if (row?.key && row.until > now) {
    await store.keys.update(account, { until })
    return vaultOf(store, { ...row, until }, row.key)
  }
  const lock = await importKey(await askLock())
  const opened = row && (await unwrapped(lock, row))
  if (row && opened) {
    await store.keys.update(account, { key: opened, until })
    return vaultOf(store, { ...row, until }, opened)
  }
  return makeKey(store, account, lock, until, row?.id)
}

/** A first key, or one in the place of a key that nothing opens any more: what that one sealed stays visible as lost. */
async function makeKey(
  store: DeviceStore,
  account: string,
  lock: CryptoKey,
  until: number,
  replaced: string | undefined,
): Promise<Vault> {
  const raw = crypto.getRandomValues(new Uint8Array(32))
  const id = newId()
  const wrapped = await sealBytes(lock, `key:${account}:${id}`, raw)
  const key = await importKey(raw)
  raw.fill(0)
  const row: KeyRow = { account, id, key, wrapped, until }
  // Two tabs at once make one key: what the first has sealed must stay readable.
  const kept = await roomFor(() =>
    store.transaction('rw', store.keys, async () => {
      const other = await store.keys.get(account)
      if (other?.key && other.id !== replaced) return other
      await store.keys.put(row)
      return row
    }),
  )
  return vaultOf(store, kept, kept.key ?? key)
}

/** The vault that is open on this device without asking the node; nothing when all are locked or their hours are over. */
export async function openWithoutNode(store: DeviceStore, now: number): Promise<Vault | undefined> {
  const rows = await store.keys.toArray()
  const open = rows.find(row => row.key && row.until > now)
  if (rows.some(row => row.key && row.until <= now)) await lockExpired(store, now)
  return open?.key && vaultOf(store, open, open.key)
}

/** Takes the keys off this device, and what can be read again from the node. Commands stay, unreadable until signing in. */
export const lockAll = (
  store: DeviceStore,
  which: (account: string) => boolean = () => true,
): Promise<void> =>
  store.transaction('rw', store.keys, store.kept, async () => {
    for (const { key, ...row } of await store.keys.toArray()) {
      if (!key || !which(row.account)) continue
      await store.keys.put(row)
      await store.kept.where('account').equals(row.account).delete()
    }
  })

const lockExpired = async (store: DeviceStore, now: number) => {
  const over = (await store.keys.toArray()).filter(row => row.until <= now).map(row => row.account)
  await lockAll(store, account => over.includes(account))
}

const vaultOf = (store: DeviceStore, row: KeyRow, key: CryptoKey): Vault => ({
  store,
  account: row.account,
  keyId: row.id,
  key,
  until: row.until,
})

const importKey = (raw: Uint8Array<ArrayBuffer>) =>
  crypto.subtle.importKey('raw', raw, algorithm, false, ['encrypt', 'decrypt'])

async function unwrapped(lock: CryptoKey, row: KeyRow): Promise<CryptoKey | undefined> {
  try {
    return await importKey(await openBytes(lock, `key:${row.account}:${row.id}`, row.wrapped))
  } catch {
    return undefined
  }
}

/** @param purpose bound in, so that one sealed thing cannot be put in the place of another */
export const seal = (vault: Vault, purpose: string, value: unknown): Promise<Sealed> =>
  sealBytes(vault.key, `${vault.account}:${purpose}`, new TextEncoder().encode(JSON.stringify(value)))

/** @returns nothing when key, purpose or a byte is wrong */
export async function unseal(vault: Vault, purpose: string, sealed: Sealed): Promise<unknown> {
  try {
    const bytes = await openBytes(vault.key, `${vault.account}:${purpose}`, sealed)
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}

async function sealBytes(key: CryptoKey, purpose: string, bytes: Uint8Array<ArrayBuffer>): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const additionalData = new TextEncoder().encode(purpose)
  return { iv, bytes: await crypto.subtle.encrypt({ name: algorithm, iv, additionalData }, key, bytes) }
}

async function openBytes(
  key: CryptoKey,
  purpose: string,
  { iv, bytes }: Sealed,
): Promise<Uint8Array<ArrayBuffer>> {
  const additionalData = new TextEncoder().encode(purpose)
  return new Uint8Array(await crypto.subtle.decrypt({ name: algorithm, iv, additionalData }, key, bytes))
}

/** @throws DomainError `device-full` when the browser keeps no more: then nothing was kept, and nobody may think so */
export async function roomFor<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    if (isQuota(error)) throw new DomainError('unavailable', 'device-full')
    throw error
  }
}

const isQuota = (error: unknown): boolean => {
  const { name, inner } = (error ?? {}) as { name?: string; inner?: unknown }
  return name === 'QuotaExceededError' || (inner !== undefined && inner !== null && isQuota(inner))
}
