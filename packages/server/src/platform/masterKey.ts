/**
 * The node's master key and what is derived from it. Its file has the key in the first line and is readable by its owner only. While
 * another key takes its place (`kerege master-key change`) the file holds both, and a running node follows it within a second. What is out of
 * the house and cannot be sealed anew (codes on paper, locks of devices, the key that signs the log) keeps its own key, in lines of the same file.
 */
import { hkdfSync, randomBytes } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Ring } from './keys.ts'
import { syncFolder } from './syncFolder.ts'

export interface Keys {
  /** Wraps the data keys of persons. */
  readonly persons: Ring
  /** Seals attachments and what belongs to no single person. */
  readonly node: Ring
  /** Seals cursors, which carry sort keys and so names. */
  readonly cursors: Ring
  /** Secrets of the sign-in library. */
  readonly auth: () => Secrets
  /** Keyed hashes: of addresses in lock-outs, of codes that people have on paper. */
  readonly hashes: Buffer
  /** Seed of the log's Ed25519 key. */
  readonly log: Buffer
  /** Locks of what devices keep. */
  readonly devices: Buffer
}

export interface Secrets {
  /** The first signs and seals; each of them is taken. */
  readonly all: readonly [string, ...string[]]
  /** Has sealed what says of no secret that it was. */
  readonly oldest: string
}

/** Others have what was made with these, so they stay when the master key changes. */
const kept = ['hashes', 'log', 'devices'] as const

export interface MasterKey {
  /** Seals. */
  readonly now: Buffer
  /** Opens too, and is to seal next: every process gets to know it before anything is sealed with it. */
  readonly next?: Buffer
  /** Opens too, until nothing is sealed with it any more. */
  readonly old?: Buffer
  readonly kept: Partial<Readonly<Record<(typeof kept)[number], Buffer>>>
}

const keyBytes = 32
const derive = (master: Buffer, purpose: string) =>
  Buffer.from(hkdfSync('sha256', master, 'kerege', purpose, keyBytes))

/** As the file is now; nobody looks at it again. */
export function deriveKeys(master: MasterKey): Keys {
  const keys = derived(master)
  return keysFrom(
    () => keys,
    () => false,
  )
}

export const newMasterKey = (): Buffer => randomBytes(keyBytes)

/** Everything that was derived from the key that seals now and has to stay, said out loud. */
export const withKept = (master: MasterKey): MasterKey => {
  const { hashes, log, devices } = derived(master)
  return { ...master, kept: { hashes, log, devices } }
}

/** @throws Error for what is no master key, with a sentence */
export function readMasterKey(text: string, from: string): MasterKey {
  const [first = '', ...more] = text.trim().split(/\s*\n\s*/)
  const lines = new Map(more.map(line => line.split(' ', 2) as [string, string | undefined]))
  const known = ['next', 'old', ...kept]
  const unknown = [...lines.keys()].find(name => !known.includes(name))
  if (unknown !== undefined || lines.size < more.length)
    throw new Error(`The master key in ${from} has a line that this program does not know.`)
  const key = (encoded: string): Buffer => {
    const bytes = Buffer.from(encoded, 'base64url')
    if (bytes.length !== keyBytes)
      throw new Error(`The master key in ${from} is not ${keyBytes} bytes of base64url.`)
    return bytes
  }
  const named = (name: string) => {
    const encoded = lines.get(name)
    return encoded === undefined ? {} : { [name]: key(encoded) }
  }
  return {
    now: key(first),
    ...named('next'),
    ...named('old'),
    kept: Object.assign({}, ...kept.map(named)) as MasterKey['kept'],
  }
}

export function masterKeyText({ now, next, old, kept: stays }: MasterKey): string {
  const lines = Object.entries({ next, old, ...stays }).flatMap(([name, key]) =>
    key ? [`${name} ${key.toString('base64url')}`] : [],
  )
  return `${[now.toString('base64url'), ...lines].join('\n')}\n`
}

/** Reads the master key, or makes one on the first start. The file is readable by its owner only. */
export async function masterKey(file: string): Promise<MasterKey> {
  const existing = await readKey(file)
  if (existing) return existing
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  // Of two processes that start together one gives its key the name, whole; both then read that one.
  const own = `${file}.${randomBytes(6).toString('hex')}`
  const text = masterKeyText({ now: newMasterKey(), kept: {} })
  await writeFile(own, text, { mode: 0o600, flag: 'wx', flush: true })
  await link(own, file)
    .catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
    .finally(() => rm(own))
  const made = await readKey(file)
  if (!made) throw new Error(`The master key ${file} was taken away while it was made.`)
  return made
}

async function readKey(file: string): Promise<MasterKey | null> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  return text === null ? null : readMasterKey(text, file)
}

/** In one step, and on the disk before anything is sealed with what it says. */
export async function replaceMasterKey(file: string, key: MasterKey): Promise<void> {
  const part = `${file}.part`
  await writeFile(part, masterKeyText(key), { mode: 0o600, flush: true })
  await rename(part, file)
  await syncFolder(dirname(file))
}

/** How long a running node may take until it has seen what became of the file. */
export const seenWithinMs = 1000

/** For a running node: follows the file, since its master key may be changed meanwhile. */
export async function openKeys(file: string): Promise<Keys> {
  await masterKey(file)
  let [seen, lookedAt] = [markOf(file), performance.now()]
  let keys = derived(readMasterKey(readFileSync(file, 'utf8'), file))
  const look = (): boolean => {
    lookedAt = performance.now()
    const mark = markOf(file)
    if (mark === null || mark === seen) return false
    keys = derived(readMasterKey(readFileSync(file, 'utf8'), file))
    seen = mark
    return true
  }
  return keysFrom(() => {
    if (performance.now() - lookedAt >= seenWithinMs) look()
    return keys
  }, look)
}

/** Says whether the file is another one than before. A file that is away for a moment changes nothing. */
function markOf(file: string): string | null {
  const found = statSync(file, { throwIfNoEntry: false })
  return found ? `${found.ino} ${found.mtimeMs} ${found.size}` : null
}

type Derived = ReturnType<typeof derived>

function derived({ now, next, old, kept: stays }: MasterKey) {
  const others = [next, old].filter(key => key !== undefined)
  const ring = (purpose: string): [Buffer, ...Buffer[]] => [
    derive(now, purpose),
    ...others.map(key => derive(key, purpose)),
  ]
  const staying = (purpose: (typeof kept)[number]) => stays[purpose] ?? derive(now, purpose)
  const [auth, ...otherAuth] = ring('auth')
  const secret = (key: Buffer) => key.toString('base64url')
  return {
    persons: ring('persons'),
    node: ring('node'),
    cursors: ring('cursors'),
    auth: {
      all: [secret(auth), ...otherAuth.map(secret)],
      oldest: secret(derive(old ?? now, 'auth')),
    } satisfies Secrets as Secrets,
    hashes: staying('hashes'),
    log: staying('log'),
    devices: staying('devices'),
  }
}

function keysFrom(current: () => Derived, renew: () => boolean): Keys {
  const { hashes, log, devices } = current()
  return {
    persons: { keys: () => current().persons, renew },
    node: { keys: () => current().node, renew },
    cursors: { keys: () => current().cursors, renew },
    auth: () => current().auth,
    hashes,
    log,
    devices,
  }
}
