/**
 * Sealing: AES-256-GCM everywhere, with the purpose bound in as additional data, so that a sealed value cannot be moved from one
 * place to another. Where the keys come from stands in `masterKey.ts`.
 */
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'

/** Several keys, while one takes the place of another: the first seals, each of them opens. */
export interface Ring {
  readonly keys: () => readonly [Buffer, ...Buffer[]]
  /** Looks for keys that came meanwhile, when none of these opens. @returns whether there are any */
  readonly renew: () => boolean
}

export type SealingKey = Buffer | Ring

const nonceBytes = 12
const tagBytes = 16

/** nonce (12) || ciphertext || tag (16). */
export function seal(key: SealingKey, purpose: string, plain: Buffer): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', Buffer.isBuffer(key) ? key : key.keys()[0], nonce)
  cipher.setAAD(Buffer.from(purpose))
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** @throws when the key, the purpose or a byte is wrong. */
export function unseal(key: SealingKey, purpose: string, sealed: Buffer): Buffer {
  if (Buffer.isBuffer(key)) return opened(key, purpose, sealed)
  try {
    return openedByOne(key.keys(), purpose, sealed)
  } catch (error) {
    if (!key.renew()) throw error
    return openedByOne(key.keys(), purpose, sealed)
  }
}

function openedByOne([first, ...others]: readonly [Buffer, ...Buffer[]], purpose: string, sealed: Buffer) {
  try {
    return opened(first, purpose, sealed)
  } catch (error) {
    for (const other of others) {
      try {
        return opened(other, purpose, sealed)
      } catch {
        // The last one's word is that of the first.
      }
    }
    throw error
  }
}

function opened(key: Buffer, purpose: string, sealed: Buffer): Buffer {
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
