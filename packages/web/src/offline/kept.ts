/** Answers taken along, sealed: what a page shows when the node cannot be asked. They go when the vault is locked. */
import { roomFor, seal, unseal, type Vault } from './vault.ts'

export interface Kept<T> {
  value: T
  /** When the node gave it, in milliseconds. */
  at: number
}

export async function keepAnswer(vault: Vault, name: string, value: unknown, at: number): Promise<void> {
  const sealed = await seal(vault, `kept:${name}`, value)
  const { account, keyId } = vault
  await roomFor(() => vault.store.kept.put({ account, name, keyId, at, sealed }))
}

export async function keptAnswer<T>(vault: Vault, name: string): Promise<Kept<T> | undefined> {
  const row = await vault.store.kept.get([vault.account, name])
  if (!row) return undefined
  const value = await unseal(vault, `kept:${name}`, row.sealed)
  // What this device sealed itself has the shape that it was given.
  return value === undefined ? undefined : { value: value as T, at: row.at }
}
