/**
 * The address under which one mail can be answered: the id of what was sent, signed with a key of the node. Letters and digits of one
 * case, since servers on the way may change it; short enough for every one of them (RFC 5321, 64 signs).
 */
import { timingSafeEqual } from 'node:crypto'
import { keyedHash } from '../../../platform/keys.ts'

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'
const prefix = 'answer-'
const signBytes = 10

function toText(bytes: Buffer): string {
  let text = ''
  let bits = 0
  let value = 0
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xffff
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += alphabet[(value >> bits) & 31] ?? ''
    }
  }
  return bits > 0 ? text + (alphabet[(value << (5 - bits)) & 31] ?? '') : text
}

function fromText(text: string, length: number): Buffer | null {
  const bytes: number[] = []
  let bits = 0
  let value = 0
  for (const letter of text) {
    const digit = alphabet.indexOf(letter)
    if (digit < 0) return null
    value = ((value << 5) | digit) & 0xffff
    bits += 5
    if (bits >= 8) {
      bits -= 8
      bytes.push((value >> bits) & 255)
    }
  }
  return bytes.length === length ? Buffer.from(bytes) : null
}

const signed = (key: Buffer, id: Buffer) =>
  keyedHash(key, `answer by mail ${id.toString('hex')}`).subarray(0, signBytes)

/** @param id a UUID */
export function replyAddress(key: Buffer, id: string, domain: string): string {
  const bytes = Buffer.from(id.replaceAll('-', ''), 'hex')
  return `${prefix}${toText(Buffer.concat([bytes, signed(key, bytes)]))}@${domain}`
}

/** @returns the id, where the address is one that this node has made */
export function readReplyAddress(key: Buffer, address: string, domain: string): string | null {
  const [local = '', host, ...more] = address.toLowerCase().split('@')
  if (host !== domain.toLowerCase() || more.length > 0 || !local.startsWith(prefix)) return null
  const bytes = fromText(local.slice(prefix.length), 16 + signBytes)
  if (!bytes) return null
  const id = bytes.subarray(0, 16)
  if (!timingSafeEqual(bytes.subarray(16), signed(key, id))) return null
  return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
