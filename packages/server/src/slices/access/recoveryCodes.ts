/**
 * Recovery codes of the printed sheet. Each has more chance in it than a key that nobody guesses (116 bits), so a keyed hash keeps it; who
 * reads the table can use none. The sign-in library compares what it keeps with what it is given: both are hashes.
 */
import { randomInt } from 'node:crypto'
import { symmetricDecrypt } from 'better-auth/crypto'
import { keyedHash } from '../../platform/keys.ts'
import type { Secrets } from '../../platform/masterKey.ts'
import { librarySecrets } from './librarySecrets.ts'

const mark = 'h1.'
/** Without letters and digits that look alike on paper. */
const letters = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const [sheet, groups, groupLength] = [10, 4, 5]

export const recoveryHash = (key: Buffer, code: string): string =>
  mark + keyedHash(key, `recovery code ${code}`).toString('base64url')

const group = () => Array.from({ length: groupLength }, () => letters[randomInt(letters.length)]).join('')
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: sheet }, () => Array.from({ length: groups }, group).join('-'))

/** Sheets from before are sealed; they are read all the same, and kept as hashes as soon as they are written again. */
export const recoveryStore = (key: Buffer, secrets: Secrets) => {
  const hashed = (codes: readonly string[]) =>
    JSON.stringify(codes.map(code => (code.startsWith(mark) ? code : recoveryHash(key, code))))
  return {
    encrypt: async (codes: string) => hashed(JSON.parse(codes) as string[]),
    decrypt: async (kept: string) =>
      isHashed(kept) ? kept : hashed(JSON.parse(await unsealed(kept, secrets)) as string[]),
  }
}

/** A list of hashes, and not a seal. */
export const isHashed = (kept: string): boolean => kept.startsWith('[')

export function unsealed(sealed: string, secrets: Secrets): Promise<string> {
  const { secret, secrets: numbered } = librarySecrets(secrets)
  const keys = new Map(numbered.map(({ version, value }) => [version, value]))
  const key = { keys, currentVersion: numbered[0]?.version ?? 0, legacySecret: secret }
  return symmetricDecrypt({ key, data: sealed })
}
