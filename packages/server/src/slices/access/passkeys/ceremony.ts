/**
 * The two ceremonies of WebAuthn, level 3: a passkey is made, and a passkey signs. The device has to make sure of its owner
 * (user verification), so one touch counts as both factors. The library that reads what devices say is loaded with the first
 * passkey; a node without any never carries it.
 */
import type { PasskeyAnswer, PasskeyMade } from '@kerege/contract/access/proof'
import { textIn } from '@kerege/contract/common'
import type { Node } from '../../../platform/context.ts'
import { burn, challengeMinutes, newChallenge, type Purpose } from '../challenges.ts'
import type { PasskeyRow } from './store.ts'

const library = () => import('@simplewebauthn/server')

/** EdDSA, ES256, RS256: what devices have, phones of ten years ago included. */
const algorithms = [-8, -7, -257]
const timeout = challengeMinutes * 60_000
const originOf = (node: Node) => new URL(node.baseUrl).origin

/** Options as the browser's `navigator.credentials` takes them. */
export type Options = { challenge: string } & Record<string, unknown>

interface Owner {
  account: string
  session: string
  name: string
  email: string
}

export async function newPasskeyOptions(
  node: Node,
  owner: Owner,
  have: readonly PasskeyRow[],
): Promise<Options> {
  const { generateRegistrationOptions } = await library()
  // Nodes on one host name share what the device shows: each says which one it is.
  const nodeName = textIn(node.info.name, 'en').text
  const options = await generateRegistrationOptions({
    rpName: 'Kerege',
    rpID: node.rpId,
    userID: new Uint8Array(handleOf(owner.account)),
    userName: `${owner.email} · ${nodeName}`,
    userDisplayName: owner.name,
    challenge: bytes(await newChallenge(node, 'passkey-new', owner.session)),
    timeout,
    attestationType: 'none',
    supportedAlgorithmIDs: algorithms,
    excludeCredentials: have.map(named),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  return { ...options }
}

export interface Made {
  credentialId: string
  publicKey: Buffer
  counter: number
  transports: string[]
  synced: boolean
}

/** @returns null when anything about it is not as it must be: which thing helps only who tries */
export async function readNewPasskey(node: Node, session: string, made: PasskeyMade): Promise<Made | null> {
  const { verifyRegistrationResponse } = await library()
  const read = await verifyRegistrationResponse({
    response: made as Parameters<typeof verifyRegistrationResponse>[0]['response'], // checked by PasskeyMade
    expectedChallenge: challenge => burn(node, challenge, 'passkey-new', session),
    expectedOrigin: originOf(node),
    expectedRPID: node.rpId,
    requireUserVerification: true,
    supportedAlgorithmIDs: algorithms,
  }).catch(() => null)
  if (!read?.verified) return null
  const { credential, credentialBackedUp } = read.registrationInfo
  return {
    credentialId: credential.id,
    publicKey: Buffer.from(credential.publicKey),
    counter: credential.counter,
    transports: made.response.transports ?? [],
    synced: credentialBackedUp,
  }
}

/** @param have whose passkeys may answer; empty where the device itself knows who wants to come in */
export async function signOptions(
  node: Node,
  purpose: Purpose,
  session: string | null,
  have: readonly PasskeyRow[],
): Promise<Options> {
  const { generateAuthenticationOptions } = await library()
  const options = await generateAuthenticationOptions({
    rpID: node.rpId,
    challenge: bytes(await newChallenge(node, purpose, session)),
    timeout,
    userVerification: 'required',
    allowCredentials: have.map(named),
  })
  return { ...options }
}

export interface Signed {
  counter: number
  synced: boolean
}

/** @returns null when it was signed by another key, for another origin, or for a challenge that is not open */
export async function readSigned(
  node: Node,
  purpose: Purpose,
  session: string | null,
  passkey: PasskeyRow,
  answer: PasskeyAnswer,
): Promise<Signed | null> {
  const { verifyAuthenticationResponse } = await library()
  const { userHandle } = answer.response
  const read = await verifyAuthenticationResponse({
    response: answer as Parameters<typeof verifyAuthenticationResponse>[0]['response'], // checked by PasskeyAnswer
    expectedChallenge: challenge => burn(node, challenge, purpose, session),
    expectedOrigin: originOf(node),
    expectedRPID: node.rpId,
    requireUserVerification: true,
    // Whether it went back is for us to say, and then to tell the owner; here every counter passes.
    credential: { id: passkey.credentialId, publicKey: new Uint8Array(passkey.publicKey), counter: 0 },
  }).catch(() => null)
  if (!read?.verified) return null
  if (userHandle !== undefined && userHandle !== handleOf(passkey.accountId).toString('base64url'))
    return null
  return { counter: read.authenticationInfo.newCounter, synced: read.authenticationInfo.credentialBackedUp }
}

/** The account's id, which says nothing to anybody else. */
const handleOf = (accountId: string) => Buffer.from(accountId.replaceAll('-', ''), 'hex')
const bytes = (challenge: string) => new Uint8Array(Buffer.from(challenge, 'base64url'))
const named = ({ credentialId, transports }: PasskeyRow) => ({ id: credentialId, transports })
