/**
 * Keys of backups: an age identity, whole or in shares of which some number together open it (Shamir). A share says of which key it
 * is and carries a sum of its own, so that a slip in typing is told before anybody wonders why nothing opens.
 */
import { createHash } from 'node:crypto'
import { generateHybridIdentity, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { combine, split } from 'shamir-secret-sharing'
import { BackupError } from './read.ts'

export interface BackupKey {
  identity: string
  recipient: string
}

/** @param classic without the part that stands against quantum computers, for tools that do not know it yet */
export async function newKey(classic = false): Promise<BackupKey> {
  const identity = await (classic ? generateX25519Identity() : generateHybridIdentity())
  return { identity, recipient: await identityToRecipient(identity) }
}

/** Eight signs by which people tell keys apart; the recipients themselves are long. */
export const keyMark = (recipient: string): string =>
  createHash('sha256').update(recipient).digest('hex').slice(0, 8)

export interface Share {
  /** Mark of the key that it is a part of. */
  key: string
  number: number
  of: number
  needed: number
  bytes: Uint8Array
}

export async function sharesOf(
  { identity, recipient }: BackupKey,
  of: number,
  needed: number,
): Promise<Share[]> {
  const parts = await split(new TextEncoder().encode(identity), of, needed)
  return parts.map((bytes, at) => ({ key: keyMark(recipient), number: at + 1, of, needed, bytes }))
}

const firstLine = 'kerege-share/1'

export function shareText(share: Share): string {
  const { key, number, of, needed, bytes } = share
  return [
    firstLine,
    `key ${key}`,
    `share ${number} of ${of}, any ${needed} open it`,
    Buffer.from(bytes).toString('base64url'),
    sumOf(share),
    '',
  ].join('\n')
}

/** @throws BackupError for what is no share, or was changed on its way */
export function readShare(text: string, from: string): Share {
  const [first, keyLine = '', shareLine = '', encoded = '', sum] = text.trim().split(/\s*\n\s*/)
  const [, key = ''] = /^key ([0-9a-f]{8})$/.exec(keyLine) ?? []
  const [, number, of, needed] = /^share (\d+) of (\d+), any (\d+) open it$/.exec(shareLine) ?? []
  if (first !== firstLine || !key || !number) throw new BackupError(`${from} is no share of a key.`)
  const share = {
    key,
    number: Number(number),
    of: Number(of),
    needed: Number(needed),
    bytes: Uint8Array.from(Buffer.from(encoded, 'base64url')),
  }
  if (sum !== sumOf(share)) throw new BackupError(`${from} was copied with a slip: its sum is another.`)
  return share
}

const sumOf = ({ key, number, of, needed, bytes }: Share): string =>
  createHash('sha256').update(`${key} ${number} ${of} ${needed}\n`).update(bytes).digest('hex').slice(0, 8)

/** @throws BackupError when they are of two keys, too few, or do not fit */
export async function joined(shares: readonly Share[]): Promise<BackupKey> {
  const [first] = shares
  if (!first) throw new BackupError('No share was given.')
  if (shares.some(share => share.key !== first.key))
    throw new BackupError('These are shares of different keys.')
  const numbers = new Set(shares.map(share => share.number))
  if (numbers.size < first.needed)
    throw new BackupError(`${numbers.size} of ${first.of} shares are here, and ${first.needed} are needed.`)
  const chosen = [...numbers].map(number => shares.find(share => share.number === number)?.bytes)
  const secret = await combine(chosen.filter(bytes => bytes !== undefined))
  const identity = new TextDecoder().decode(secret)
  const recipient = await identityToRecipient(identity).catch(() => '')
  if (keyMark(recipient) !== first.key) throw new BackupError('The shares do not fit together.')
  return { identity, recipient }
}

/** Keys of a file as age writes it: one a line, comments behind `#`. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '' && !line.startsWith('#'))
