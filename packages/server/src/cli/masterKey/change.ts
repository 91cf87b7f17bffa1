/**
 * Puts another master key in the place of the one that a node has, while it runs. In this order, and from wherever it was broken off:
 * the new key is written beside the old one; when every process knows it, it seals; what the old one has sealed is sealed anew, in
 * portions; when nothing is left, the old one goes. Until then both open, so nothing is ever out of reach.
 */
import pg from 'pg'
import { setTimeout as pause } from 'node:timers/promises'
import {
  deriveKeys,
  type MasterKey,
  masterKey,
  newMasterKey,
  replaceMasterKey,
  seenWithinMs,
  withKept,
} from '../../platform/masterKey.ts'
import type { DatabaseUrls } from '../../platform/provision.ts'
import { resealSecondFactors } from '../../slices/access/index.ts'
import { connected } from '../../backup/snapshot.ts'
import { holdKeys } from '../../backup/keyLock.ts'
import { Refusal } from '../io.ts'
import { type Resealed, reseal } from './reseal.ts'
import { sealedColumns } from './sealed.ts'

export interface Place {
  masterKeyFile: string
  urls: Pick<DatabaseUrls, 'ownerUrl' | 'authUrl'>
}

export interface Told {
  /** Once, where the change was not begun before. */
  began(): Promise<void>
  /** After each portion. */
  portion(what: string, done: number): void
}

export type Changed = Record<string, Resealed>

export async function changeMasterKey({ masterKeyFile: file, urls }: Place, told: Told): Promise<Changed> {
  const owner = await connected(urls.ownerUrl)
  const guard = await connected(urls.ownerUrl)
  const auth = new pg.Pool({ connectionString: urls.authUrl, max: 1 })
  try {
    if (!(await holdKeys(guard, 'alone')))
      throw new Refusal(
        'A backup is being written, or the key is being changed already. Try again afterwards.',
      )
    const key = await turned(file, told)
    const changed: Changed = {}
    for (;;) {
      if ((await sweep(key, owner, auth, changed, told.portion)) > 0) continue
      await settle(owner)
      // What was sealed with the old key and written in the meantime.
      if ((await sweep(key, owner, auth, changed, told.portion)) === 0) break
    }
    await replaceMasterKey(file, { now: key.now, kept: key.kept })
    return changed
  } finally {
    await Promise.allSettled([owner.end(), guard.end(), auth.end()])
  }
}

/** Brings the file to where the new key seals. */
async function turned(file: string, told: Told): Promise<MasterKey> {
  const found = await masterKey(file)
  if (found.old) return found
  if (!found.next) {
    await replaceMasterKey(file, { ...withKept(found), next: newMasterKey() })
    await told.began()
  }
  const { now, next, kept } = await masterKey(file)
  if (!next) throw new Error('The file of the master key was changed by somebody else.')
  await pause(knownAfterMs)
  const key = { now: next, old: now, kept }
  await replaceMasterKey(file, key)
  return key
}

/** @returns how much was sealed anew */
async function sweep(
  key: MasterKey,
  owner: pg.Client,
  auth: pg.Pool,
  changed: Changed,
  portion: Told['portion'],
): Promise<number> {
  const keys = deriveKeys(key)
  let anew = 0
  const count = (name: string, found: Resealed) => {
    anew += found.anew
    changed[name] = { anew: (changed[name]?.anew ?? 0) + found.anew, left: found.left }
  }
  for (const column of sealedColumns) {
    const name = `${column.table}.${column.column}`
    count(name, await reseal(owner, keys, column, done => portion(name, done)))
  }
  count('auth.twoFactor', await resealSecondFactors(auth, keys.auth()))
  return anew
}

const patienceMs = 300_000
/** Until every process has looked at the file again, and what it had begun to seal is on its way. */
const knownAfterMs = seenWithinMs + 500

/** Waits until every process knows the new key, and until everything that was being written then is there or was given up. */
async function settle(owner: pg.Client): Promise<void> {
  await pause(knownAfterMs)
  const { rows } = await owner.query<{ id: string }>('select pg_current_xact_id()::text as id')
  for (const end = performance.now() + patienceMs; performance.now() < end; await pause(200)) {
    const past = await owner.query<{ past: boolean }>(
      'select pg_snapshot_xmin(pg_current_snapshot()) > $1::xid8 as past',
      [rows[0]?.id],
    )
    if (past.rows[0]?.past) return
  }
  throw new Refusal(
    'Something has been writing for minutes, so the old key stays for now. Say it again later: it goes on from here.',
  )
}
