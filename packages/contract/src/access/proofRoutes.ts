/** Ways in to proving once more who one is, and to passkeys. */
import { z } from 'zod'
import { Id, Instant } from '../common.ts'
import { route } from '../route.ts'
import {
  Passkey,
  PasskeyAnswer,
  PasskeyMade,
  PasskeyName,
  PasskeyOptions,
  Proof,
  ProofState,
} from './proof.ts'
import { SignInStep } from './schema.ts'

const none = z.undefined()
const byId = z.strictObject({ id: Id })

export const getProof = route({
  method: 'GET',
  path: '/session/proof',
  summary: 'By what I can prove once more who I am',
  access: 'public',
  audit: null,
  response: ProofState,
})
export const prove = route({
  method: 'POST',
  path: '/session/proof',
  summary: 'Prove once more who I am, before a grave act',
  access: 'public',
  audit: 'session.proven',
  body: Proof,
  response: z.strictObject({ until: Instant }),
})
export const askProof = route({
  method: 'POST',
  path: '/session/proof/challenge',
  summary: 'What one of my passkeys is to sign for a proof; good once, for five minutes',
  access: 'public',
  audit: null,
  response: PasskeyOptions,
})

export const askPasskeySignIn = route({
  method: 'POST',
  path: '/session/passkey/challenge',
  summary: 'What a passkey is to sign to come in; good once, for five minutes',
  access: 'public',
  audit: null,
  response: PasskeyOptions,
})
export const signInByPasskey = route({
  method: 'POST',
  path: '/session/passkey',
  summary: 'Sign in by a passkey alone: the device has made sure of its owner',
  access: 'public',
  audit: 'session.opened-by-passkey',
  body: PasskeyAnswer,
  response: SignInStep,
})

export const listPasskeys = route({
  method: 'GET',
  path: '/passkeys',
  summary: 'My passkeys',
  access: 'signed-in',
  audit: null,
  response: z.strictObject({ rows: z.array(Passkey) }),
})
export const askNewPasskey = route({
  method: 'POST',
  path: '/passkeys/challenge',
  summary: 'What a new passkey is made from; good once, for five minutes',
  access: 'signed-in',
  audit: null,
  stepUp: true,
  response: PasskeyOptions,
})
export const addPasskey = route({
  method: 'POST',
  path: '/passkeys',
  summary: 'Keep a new passkey, with a name by which I know it again',
  access: 'signed-in',
  audit: 'passkey.added',
  stepUp: true,
  body: z.strictObject({ name: PasskeyName, made: PasskeyMade }),
  response: Passkey,
  status: 201,
})
export const renamePasskey = route({
  method: 'PUT',
  path: '/passkeys/:id/name',
  summary: 'Call a passkey otherwise',
  access: 'signed-in',
  audit: 'passkey.renamed',
  stepUp: true,
  params: byId,
  body: z.strictObject({ name: PasskeyName }),
  response: Passkey,
})
export const removePasskey = route({
  method: 'DELETE',
  path: '/passkeys/:id',
  summary: 'Take a passkey off my account',
  access: 'signed-in',
  audit: 'passkey.removed',
  stepUp: true,
  params: byId,
  response: none,
  status: 204,
})
