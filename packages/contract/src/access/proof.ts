/**
 * Proving once more who one is, before what is grave: with what the account has, and never less than that. Passkeys are
 * in it as the browser makes them (WebAuthn, level 3); what is inside is for the node to check.
 */
import { z } from 'zod'
import { Id, Instant, line } from '../common.ts'
import { SsoAnswer } from './sso.ts'

/** `demo` only at a node of invented people, whose accounts have no phone: the code is shown beside the question. */
export const proofWays = ['totp', 'recovery', 'passkey', 'password', 'demo', 'sso'] as const
export const ProofWay = z.enum(proofWays)
export type ProofWay = z.infer<typeof ProofWay>

export const Code = z.string().regex(/^[A-Za-z0-9-]{6,24}$/, 'code')

/** What the browser hands over after the device asked for a finger or a PIN. */
const coded = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[A-Za-z0-9_-]+$/, 'not-valid')
const Transport = z.string().regex(/^[a-z-]{2,20}$/, 'not-valid')
const common = {
  id: coded(1500),
  rawId: coded(1500),
  type: z.literal('public-key'),
  clientExtensionResults: z.looseObject({}),
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).optional(),
}
export const PasskeyAnswer = z.strictObject({
  ...common,
  response: z.strictObject({
    clientDataJSON: coded(4000),
    authenticatorData: coded(4000),
    signature: coded(4000),
    userHandle: coded(200).optional(),
  }),
})
export type PasskeyAnswer = z.infer<typeof PasskeyAnswer>

export const PasskeyMade = z.strictObject({
  ...common,
  response: z.strictObject({
    clientDataJSON: coded(4000),
    attestationObject: coded(40_000),
    authenticatorData: coded(4000).optional(),
    transports: z.array(Transport).max(10).optional(),
    publicKey: coded(4000).optional(),
    publicKeyAlgorithm: z.number().int().optional(),
  }),
})
export type PasskeyMade = z.infer<typeof PasskeyMade>

/** Options as `navigator.credentials` takes them; the node wrote them, the browser reads them. */
export const PasskeyOptions = z.looseObject({ challenge: z.string() })

export const Proof = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('totp'), code: Code }),
  z.strictObject({ kind: z.literal('recovery'), code: Code }),
  z.strictObject({ kind: z.literal('demo'), code: Code }),
  z.strictObject({ kind: z.literal('password'), password: z.string().max(200) }),
  z.strictObject({ kind: z.literal('passkey'), answer: PasskeyAnswer }),
  z.strictObject({ kind: z.literal('sso'), answer: SsoAnswer }),
])
export type Proof = z.infer<typeof Proof>

export const ProofState = z.strictObject({
  /** The first is the one to offer. Empty where only signing in anew helps. */
  ways: z.array(ProofWay),
  /** How long a proof holds. */
  minutes: z.number().int(),
  /** At a node of invented people: what the phone would show. */
  demoCode: z.string().optional(),
})

export const PasskeyName = line(80)
export const Passkey = z.strictObject({
  id: Id,
  name: z.string(),
  createdAt: Instant,
  lastUsedAt: Instant.optional(),
  /** Copied by its maker to other devices of the owner. */
  synced: z.boolean(),
  /** Shut: it seems to exist twice. */
  doubted: z.boolean(),
})
export type Passkey = z.infer<typeof Passkey>
