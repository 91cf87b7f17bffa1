/**
 * The node's master key and what is derived from it. AES-256-GCM everywhere, with the purpose bound in as
 * additional data, so that a sealed value cannot be moved from one place to another.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

export interface Keys {
  /** Wraps the data keys of persons. */
  readonly persons: Buffer
  /** Seals attachments and what belongs to no single person. */
  readonly node: Buffer
  /** Seals cursors, which carry sort keys and so names. */
  readonly cursors: Buffer
  /** Keyed hashes of addresses in lock-outs. */
  readonly hashes: Buffer
  /** Secret of the sign-in library. */
  readonly auth: string
  /** Seed of the log's Ed25519 key. */
  readonly log: Buffer
  /** Locks of what devices keep. */
  readonly devices: Buffer
}

/** @param master 32 random bytes. */
export function deriveKeys(master: Buffer): Keys {
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', master, 'kerege', purpose, 32))
  return {
    persons: derive('persons'),
    node: derive('node'),
    cursors: derive('cursors'),
    hashes: derive('hashes'),
    auth: derive('auth').toString('base64url'),
    log: derive('log'),
    devices: derive('devices'),
  }
}

/** Reads the master key, or makes one on the first start. The file is readable by its owner only. */
export async function masterKey(file: string): Promise<Buffer> {
  const existing = await readKey(file)
  if (existing) return existing
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  // Of two processes that start together one gives its key the name, whole; both then read that one.
  const own = `${file}.${randomBytes(6).toString('hex')}`
  await writeFile(own, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx', flush: true })
  await link(own, file)
    .catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
    .finally(() => rm(own))
  const made = await readKey(file)
  if (!made) throw new Error(`The master key ${file} was taken away while it was made.`)
  return made
}

async function readKey(file: string): Promise<Buffer | null> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (text === null) return null
  const key = Buffer.from(text.trim(), 'base64url')
  if (key.length !== 32) throw new Error(`The master key in ${file} is not 32 bytes of base64url.`)
  return key
}

const nonceBytes = 12
const tagBytes = 16

/** nonce (12) || ciphertext || tag (16). */
export function seal(key: Buffer, purpose: string, plain: Buffer): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(purpose))
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** @throws when the key, the purpose or a byte is wrong. */
export function unseal(key: Buffer, purpose: string, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes))
  decipher.setAAD(Buffer.from(purpose))
  decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes))
  return Buffer.concat([
    decipher.update(sealed.subarray(nonceBytes, sealed.length - tagBytes)),
    decipher.final(),
  ])
}

/** Keyed hash, for values that must be compared and not read. */
export const keyedHash = (key: Buffer, value: string): Buffer =>
  createHmac('sha256', key).update(value).digest()
