/** Ways in by the office's own sign-in: away to it, and back with its answer. */
import { z } from 'zod'
import { route } from '../route.ts'
import { safeReturn } from './safeReturn.ts'
import { SignInStep } from './schema.ts'
import { SsoAnswer } from './sso.ts'

const Away = z.strictObject({ url: z.string() })

export const beginSso = route({
  method: 'POST',
  path: '/session/sso',
  summary: "Where a browser goes to sign in by the office's own sign-in; good once, in this browser",
  access: 'public',
  audit: null,
  body: z.strictObject({
    /** A page of this app. */
    return: z
      .string()
      .max(500)
      .refine(path => safeReturn(path) === path, 'not-valid')
      .optional(),
    /** Of the letter: it is accepted by this sign-in instead of a password. */
    invitation: z
      .string()
      .regex(/^[A-Za-z0-9_-]{20,200}$/, 'token')
      .optional(),
    /** In a window over a page whose session ended. */
    over: z.literal(true).optional(),
    /** Whoever is signed in there is to sign in once more; goes on with what was begun in this browser before. */
    anew: z.literal(true).optional(),
  }),
  response: Away,
})
export const signInBySso = route({
  method: 'POST',
  path: '/session/sso/answer',
  summary: "Come in with the answer of the office's own sign-in",
  access: 'public',
  audit: 'session.opened-by-sso',
  body: SsoAnswer,
  response: z.strictObject({ ...SignInStep.shape, return: z.string() }),
})
export const beginSsoProof = route({
  method: 'POST',
  path: '/session/sso/proof',
  summary: "Where a browser goes to sign in anew by the office's own sign-in, as a proof",
  access: 'public',
  audit: null,
  response: Away,
})
export const leaveSso = route({
  method: 'GET',
  path: '/session/sso/leave',
  summary: "Where a browser goes after signing out, to end the session of the office's own sign-in too",
  access: 'public',
  audit: null,
  response: z.strictObject({ url: z.string().optional() }),
})
