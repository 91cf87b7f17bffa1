/**
 * Challenges: what has to come back, signed by a device or with an answer of the identity provider. Each is good once, for five minutes, for one purpose and, inside, for the
 * session that asked. It is burnt by looking at it, on a connection of its own: what fails afterwards does not bring it back.
 */
import { createHash, randomBytes } from 'node:crypto'
import type { Node } from '../../platform/context.ts'

export type Purpose = 'passkey-new' | 'passkey-sign-in' | 'passkey-again' | 'sso-sign-in' | 'sso-again'

export const challengeMinutes = 5

const hashOf = (challenge: string) => createHash('sha256').update(challenge).digest()

/** @returns the challenge, in base64url; the node keeps only its hash */
export async function newChallenge(
  node: Node,
  purpose: Purpose,
  session: string | null = null,
): Promise<string> {
  const challenge = randomBytes(32).toString('base64url')
  await node.pool.query(
    `insert into access.challenges (hash, purpose, session_id, expires_at)
     values ($1, $2, $3, now() + make_interval(mins => $4))`,
    [hashOf(challenge), purpose, session, challengeMinutes],
  )
  return challenge
}

/** @returns false when it is unknown, used, old, or was given for something else */
export async function burn(
  node: Node,
  challenge: string,
  purpose: Purpose,
  session: string | null = null,
): Promise<boolean> {
  const found = await node.pool.query<{ good: boolean }>(
    `delete from access.challenges where hash = $1
     returning purpose = $2 and session_id is not distinct from $3::uuid and expires_at > now() as good`,
    [hashOf(challenge), purpose, session],
  )
  return found.rows[0]?.good ?? false
}
