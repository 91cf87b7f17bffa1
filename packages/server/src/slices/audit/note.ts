/**
 * Signed notes (C2SP signed-note) with Ed25519: checkpoints of the log (C2SP tlog-checkpoint), and whatever else the node
 * says under its name. What a text is for stands in its first line, so that no signature can be used for another thing.
 */
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

const asKey = (publicKey: Uint8Array) =>
  createPublicKey({ key: Buffer.concat([spki, publicKey]), format: 'der', type: 'spki' })

/** @param text ends with a line break, and has no empty line in it */
export function signNote(key: LogKey, text: string): string {
  const signature = sign(null, Buffer.from(text), key.private)
  const line = Buffer.concat([keyId(key.name, key.public), signature]).toString('base64')
  return `${text}\n\u2014 ${key.name} ${line}\n`
}

/** @returns the text that was signed, or `null` when this key has not signed it */
export function openNote(note: string, name: string, publicKey: Buffer): string | null {
  const end = note.indexOf('\n\n')
  if (end < 0) return null
  const text = note.slice(0, end + 1)
  const signed = note
    .slice(end + 2)
    .split('\n')
    .find(line => line.startsWith(`\u2014 ${name} `))
  const raw = Buffer.from(signed?.split(' ')[2] ?? '', 'base64')
  if (raw.length !== 68 || !raw.subarray(0, 4).equals(keyId(name, publicKey))) return null
  return verify(null, Buffer.from(text), asKey(publicKey), raw.subarray(4)) ? text : null
}

/**
 * @param origin which of the trees of this key it is
 * @param more further lines, which those who do not know them skip
 */
export const signCheckpoint = (
  key: LogKey,
  size: number,
  root: Uint8Array,
  origin: string = key.name,
  more: readonly string[] = [],
): string => signNote(key, [origin, size, Buffer.from(root).toString('base64'), ...more, ''].join('\n'))

/** @returns what the note states, or `null` when it is not signed by this key for this tree */
export function openCheckpoint(
  note: string,
  name: string,
  publicKey: Buffer,
  origin = name,
): { size: number; root: Buffer; more: string[] } | null {
  const [first, size, root, ...more] = openNote(note, name, publicKey)?.split('\n') ?? []
  if (first !== origin || !root || !/^(0|[1-9]\d{0,14})$/.test(size ?? '')) return null
  return { size: Number(size), root: Buffer.from(root, 'base64'), more: more.slice(0, -1) }
}

/** Name and public key as one word that people can compare and pin: `kerege.hub+1a2b3c4d+AQ…` (C2SP signed-note). */
export const keyText = ({ name, public: key }: Pick<LogKey, 'name' | 'public'>): string =>
  `${name}+${keyId(name, key).toString('hex')}+${Buffer.concat([ed25519, key]).toString('base64')}`

export interface KnownKey {
  name: string
  public: Buffer
}

/** @returns `null` for what is no such word, or whose parts do not belong together */
export function readKeyText(text: string): KnownKey | null {
  const [, name = '', id, encoded = ''] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$/.exec(text) ?? []
  const raw = Buffer.from(encoded, 'base64')
  if (raw.length !== 33 || raw[0] !== ed25519[0]) return null
  const key = raw.subarray(1)
  return keyId(name, key).toString('hex') === id ? { name, public: key } : null
}
