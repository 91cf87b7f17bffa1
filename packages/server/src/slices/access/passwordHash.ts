/** Passwords are kept as argon2id hashes, made by the engine of Node itself. */
import { type Argon2Parameters, argon2, randomBytes, timingSafeEqual } from 'node:crypto'

// OWASP's recommendation for argon2id: 19 MiB, two passes, one lane.
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 }

/** `argon2id$v1$salt$tag`, base64url. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const tag = await derive({ ...cost, nonce, message: password.normalize('NFKC') })
  return `argon2id$v1$${nonce.toString('base64url')}$${tag.toString('base64url')}`
}

export async function verifyPassword({
  hash,
  password,
}: {
  hash: string
  password: string
}): Promise<boolean> {
  const [kind, version, nonce, tag] = hash.split('$')
  if (kind !== 'argon2id' || version !== 'v1' || !nonce || !tag) return false
  const given = await derive({
    ...cost,
    nonce: Buffer.from(nonce, 'base64url'),
    message: password.normalize('NFKC'),
  })
  const kept = Buffer.from(tag, 'base64url')
  return kept.length === given.length && timingSafeEqual(kept, given)
}

const derive = (parameters: Argon2Parameters) =>
  new Promise<Buffer>((resolve, reject) => {
    argon2('argon2id', parameters, (error, tag) => (error ? reject(error) : resolve(tag)))
  })
