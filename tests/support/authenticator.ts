/**
 * A device that holds passkeys, in software: keys of P-256, answers as WebAuthn level 3 writes them. What it says about origin,
 * counter and owner can be bent, as an attacker would bend it.
 */
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import type { PasskeyAnswer, PasskeyMade } from '@kerege/contract/access/proof'

interface Bent {
  origin?: string
  rpId?: string
  /** Made sure of its owner, by a finger or a PIN. */
  verified?: boolean
  counter?: number
  challenge?: string
}

const flagPresent = 0x01
const flagVerified = 0x04
const flagCredential = 0x40

export function authenticator(origin: string) {
  const credentialId = randomBytes(32)
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  let handle = ''
  let counter = 0

  const clientData = (type: string, challenge: string, bent: Bent) =>
    Buffer.from(
      JSON.stringify({
        type,
        challenge: bent.challenge ?? challenge,
        origin: bent.origin ?? origin,
        crossOrigin: false,
      }),
    )
  const authData = (flags: number, bent: Bent, more = Buffer.alloc(0)) => {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(bent.counter ?? counter)
    const host = bent.rpId ?? new URL(origin).hostname
    return Buffer.concat([createHash('sha256').update(host).digest(), Buffer.from([flags]), count, more])
  }
  const flagsOf = (bent: Bent) => flagPresent | (bent.verified === false ? 0 : flagVerified)
  const common = () => ({
    id: credentialId.toString('base64url'),
    rawId: credentialId.toString('base64url'),
    type: 'public-key' as const,
    clientExtensionResults: {},
  })

  return {
    make(options: Record<string, unknown>, bent: Bent = {}): PasskeyMade {
      const { challenge, user } = options as { challenge: string; user: { id: string } }
      handle = user.id
      const length = Buffer.alloc(2)
      length.writeUInt16BE(credentialId.length)
      const credential = Buffer.concat([Buffer.alloc(16), length, credentialId, coseKey(publicKey)])
      const data = authData(flagsOf(bent) | flagCredential, bent, credential)
      const attestation = Buffer.concat([
        Buffer.from([0xa3]),
        cborText('fmt'),
        cborText('none'),
        cborText('attStmt'),
        Buffer.from([0xa0]),
        cborText('authData'),
        cborBytes(data),
      ])
      return {
        ...common(),
        response: {
          clientDataJSON: clientData('webauthn.create', challenge, bent).toString('base64url'),
          attestationObject: attestation.toString('base64url'),
          transports: ['internal'],
        },
      }
    },

    answer(options: Record<string, unknown>, bent: Bent = {}): PasskeyAnswer {
      const { challenge } = options as { challenge: string }
      counter += 1
      const data = authData(flagsOf(bent), bent)
      const client = clientData('webauthn.get', challenge, bent)
      const signed = Buffer.concat([data, createHash('sha256').update(client).digest()])
      return {
        ...common(),
        response: {
          clientDataJSON: client.toString('base64url'),
          authenticatorData: data.toString('base64url'),
          signature: sign('sha256', signed, privateKey).toString('base64url'),
          ...(handle ? { userHandle: handle } : {}),
        },
      }
    },
  }
}

/** RFC 9053: an elliptic curve key of P-256 for ES256. */
function coseKey(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' })
  return Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
    cborBytes(Buffer.from(x, 'base64url')),
    Buffer.from([0x22]),
    cborBytes(Buffer.from(y, 'base64url')),
  ])
}

const cborText = (text: string) => Buffer.concat([Buffer.from([0x60 | text.length]), Buffer.from(text)])
function cborBytes(bytes: Buffer): Buffer {
  const head = bytes.length < 256 ? [0x58, bytes.length] : [0x59, bytes.length >> 8, bytes.length & 255]
  return Buffer.concat([Buffer.from(head), bytes])
}
