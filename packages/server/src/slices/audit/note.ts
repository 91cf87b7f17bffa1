/** Signed checkpoints: C2SP tlog-checkpoint as a signed note with Ed25519. */
import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'

export interface LogKey {
  name: string
  private: KeyObject
  /** 32 bytes. */
  public: Buffer
}

const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex')
const spki = Buffer.from('302a300506032b6570032100', 'hex')
const ed25519 = Uint8Array.of(1)

/** @param seed 32 bytes, derived from the node's master key */
export function logKey(name: string, seed: Buffer): LogKey {
  const key = createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' })
  const der = createPublicKey(key).export({ format: 'der', type: 'spki' })
  return { name, private: key, public: der.subarray(spki.length) }
}

const keyId = (name: string, key: Uint8Array) =>
  createHash('sha256').update(name).update('\n').update(ed25519).update(key).digest().subarray(0, 4)

const body = (origin: string, size: number, root: Uint8Array) =>
  `${origin}\n${size}\n${Buffer.from(root).toString('base64')}\n`

export function signCheckpoint(key: LogKey, size: number, root: Uint8Array): string {
  const text = body(key.name, size, root)
  const signature = sign(null, Buffer.from(text), key.private)
  const line = Buffer.concat([keyId(key.name, key.public), signature]).toString('base64')
  return `${text}\n\u2014 ${key.name} ${line}\n`
}

/** @returns size and root that the note states, or `null` when it is not signed by this key. */
export function openCheckpoint(
  note: string,
  name: string,
  publicKey: Buffer,
): { size: number; root: Buffer } | null {
  const end = note.indexOf('\n\n')
  if (end < 0) return null
  const text = note.slice(0, end + 1)
  const [origin, size, root] = text.split('\n')
  const signed = note
    .slice(end + 2)
    .split('\n')
    .find(line => line.startsWith(`\u2014 ${name} `))
  const raw = Buffer.from(signed?.split(' ')[2] ?? '', 'base64')
  if (origin !== name || !root || !/^(0|[1-9]\d*)$/.test(size ?? '') || raw.length !== 68) return null
  if (!raw.subarray(0, 4).equals(keyId(name, publicKey))) return null
  const key = createPublicKey({ key: Buffer.concat([spki, publicKey]), format: 'der', type: 'spki' })
  if (!verify(null, Buffer.from(text), key, raw.subarray(4))) return null
  return { size: Number(size), root: Buffer.from(root, 'base64') }
}
