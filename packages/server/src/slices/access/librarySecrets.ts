/** Secrets of the sign-in library as it wants them: with numbers, which say on each seal whose it is. */
import { createHash } from 'node:crypto'
import type { Secrets } from '../../platform/masterKey.ts'

/** What was sealed before secrets had numbers is of the oldest one. */
export const librarySecrets = ({ all, oldest }: Secrets) => ({
  secret: oldest,
  secrets: all.map(value => ({ version: numberOf(value), value })),
})

/** Follows from the secret, so that every process has the same. */
const numberOf = (secret: string): number =>
  createHash('sha256').update(`number of ${secret}`).digest().readUInt32BE(0)
