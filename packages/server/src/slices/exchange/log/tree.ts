/** The log of the exchange as a tree: what is hashed of an item, and what is signed of the whole. Used at both ends. */
import { origin } from '@kerege/contract/exchange/feed'
import { Instant } from '@kerege/contract/common'
import { type KnownKey, leafHash, type logKey, openCheckpoint, signCheckpoint } from '../../audit/index.ts'

export interface Checkpoint {
  size: number
  root: Buffer
  /** When the hub has signed it. */
  signedAt: string
  note: string
}

export const itemHash = (text: string): Buffer => leafHash(Buffer.from(text))

const timeLine = 'time '

export const signTree = (
  key: ReturnType<typeof logKey>,
  { size, root, signedAt }: Omit<Checkpoint, 'note'>,
): string => signCheckpoint(key, size, root, origin(key.name), [timeLine + signedAt])

/** @returns null for what this key has not signed for this log */
export function openTree(note: string, key: KnownKey): Checkpoint | null {
  const found = openCheckpoint(note, key.name, key.public, origin(key.name))
  const signedAt = found?.more.find(line => line.startsWith(timeLine))?.slice(timeLine.length)
  if (found?.root.length !== 32 || !Instant.safeParse(signedAt).success) return null
  return { size: found.size, root: found.root, signedAt: signedAt ?? '', note }
}
