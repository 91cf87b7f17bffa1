/** Passwords are kept as argon2id hashes, made by the engine of Node itself. */
import { type Argon2Parameters, argon2, randomBytes, timingSafeEqual } from 'node:crypto'

export interface PasswordCost {
  /** KiB */
  readonly memory: number
  readonly passes: number
  readonly parallelism: number
}

// OWASP's recommendation for argon2id: 19 MiB, two passes, one lane.
const usual: PasswordCost = { memory: 19_456, passes: 2, parallelism: 1 }
const tagLength = 32

/** Each hash says what it cost (a PHC string), so that the next one may cost more: `$argon2id$v=19$m=19456,t=2,p=1$salt$tag`. */
const phc = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/
/** Ours before that, of the usual cost; base64url. */
const before = /^argon2id\$v1\$([\w-]+)\$([\w-]+)$/

const base64 = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')

/** @param cost less than the usual is for tests, which sign in hundreds of times */
export async function hashPassword(password: string, cost = usual): Promise<string> {
  const nonce = randomBytes(16)
  const tag = await derive(password, cost, nonce)
  const { memory, passes, parallelism } = cost
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(nonce)}$${base64(tag)}`
}

export async function verifyPassword({
  hash,
  password,
}: {
  hash: string
  password: string
}): Promise<boolean> {
  const kept = read(hash)
  if (!kept) return false
  const given = await derive(password, kept.cost, kept.nonce)
  return kept.tag.length === given.length && timingSafeEqual(kept.tag, given)
}

function read(hash: string): { cost: PasswordCost; nonce: Buffer; tag: Buffer } | undefined {
  const [, memory, passes, parallelism, nonce, tag] = phc.exec(hash) ?? []
  if (nonce && tag) {
    const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) }
    return { cost, nonce: Buffer.from(nonce, 'base64'), tag: Buffer.from(tag, 'base64') }
  }
  const [, oldNonce, oldTag] = before.exec(hash) ?? []
  if (!oldNonce || !oldTag) return undefined
  return { cost: usual, nonce: Buffer.from(oldNonce, 'base64url'), tag: Buffer.from(oldTag, 'base64url') }
}

const derive = (password: string, cost: PasswordCost, nonce: Buffer) =>
  new Promise<Buffer>((resolve, reject) => {
    const parameters: Argon2Parameters = { ...cost, tagLength, nonce, message: password.normalize('NFKC') }
    argon2('argon2id', parameters, (error, tag) => (error ? reject(error) : resolve(tag)))
  })
