/**
 * Another reader of age files (age-encryption.org/v1), written from the specification on Node's own cryptography: X25519 alone,
 * the whole file in memory. It shares no line with the library that writes our backups, and so tells whether others can read them.
 */
import {
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  hkdfSync,
  type KeyObject,
} from 'node:crypto'

const pkcs8 = Buffer.from('302e020100300506032b656e04220420', 'hex')
const spki = Buffer.from('302a300506032b656e032100', 'hex')
const chunk = 64 * 1024
const tag = 16

export function readAge(file: Buffer, identity: string): Buffer {
  const secret = createPrivateKey({
    key: Buffer.concat([pkcs8, fromBech32(identity)]),
    format: 'der',
    type: 'pkcs8',
  })
  const [header, payloadAt] = headerOf(file)
  const [, share = '', body = ''] = /^-> X25519 (\S+)\n(\S+)$/m.exec(header) ?? []
  const fileKey = unwrap(secret, Buffer.from(share, 'base64'), Buffer.from(body, 'base64'))
  const nonce = file.subarray(payloadAt, payloadAt + 16)
  const key = Buffer.from(hkdfSync('sha256', fileKey, nonce, 'payload', 32))
  const pieces: Buffer[] = []
  let at = payloadAt + 16
  for (let number = 0; at < file.length; number += 1) {
    const end = Math.min(at + chunk + tag, file.length)
    const counter = Buffer.alloc(12)
    counter.writeUInt32BE(number, 7)
    counter[11] = end === file.length ? 1 : 0
    pieces.push(open(key, counter, file.subarray(at, end)))
    at = end
  }
  return Buffer.concat(pieces)
}

function headerOf(file: Buffer): [header: string, payloadAt: number] {
  const mac = file.indexOf('\n--- ')
  const end = file.indexOf('\n', mac + 1)
  const header = file.subarray(0, end).toString('latin1')
  if (!header.startsWith('age-encryption.org/v1\n')) throw new Error('This is no age file.')
  return [header, end + 1]
}

function unwrap(secret: KeyObject, share: Buffer, body: Buffer): Buffer {
  const theirs = createPublicKey({ key: Buffer.concat([spki, share]), format: 'der', type: 'spki' })
  const ours = createPublicKey(secret).export({ format: 'der', type: 'spki' }).subarray(spki.length)
  const shared = diffieHellman({ privateKey: secret, publicKey: theirs })
  const salt = Buffer.concat([share, ours])
  const key = Buffer.from(hkdfSync('sha256', shared, salt, 'age-encryption.org/v1/X25519', 32))
  return open(key, Buffer.alloc(12), body)
}

function open(key: Buffer, nonce: Buffer, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('chacha20-poly1305', key, nonce, { authTagLength: tag })
  decipher.setAuthTag(sealed.subarray(sealed.length - tag))
  return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - tag)), decipher.final()])
}

/** The 32 bytes of a key; its checksum is left to those who type keys. */
function fromBech32(text: string): Buffer {
  const letters = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'
  const data = text
    .toLowerCase()
    .slice(text.lastIndexOf('1') + 1, -6)
    .split('')
    .map(letter => letters.indexOf(letter))
  const bytes: number[] = []
  let [held, bits] = [0, 0]
  for (const five of data) {
    held = (held << 5) | five
    bits += 5
    if (bits < 8) continue
    bits -= 8
    bytes.push((held >> bits) & 255)
    held &= (1 << bits) - 1
  }
  return Buffer.from(bytes)
}
