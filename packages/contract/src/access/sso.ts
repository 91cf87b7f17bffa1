/** What an identity provider sends back with the browser (OpenID Connect, authorization code): opaque words for the node to check. */
import { z } from 'zod'

/** The first letter of `state` tells the page that opens what it was for; the node keeps that itself. */
export const ssoErrands = { 'sign-in': 's', over: 'o', again: 'a' } as const
export type SsoErrand = keyof typeof ssoErrands

export const errandOf = (state: string): SsoErrand =>
  state.startsWith(ssoErrands.over) ? 'over' : state.startsWith(ssoErrands.again) ? 'again' : 'sign-in'

export const SsoAnswer = z.strictObject({
  state: z.string().regex(/^[soa][A-Za-z0-9_-]{43}$/, 'not-valid'),
  /** Absent where the provider says that nobody signed in. */
  code: z.string().min(1).max(4000).optional(),
  /** Who answers (RFC 9207). */
  iss: z.string().max(500).optional(),
})
export type SsoAnswer = z.infer<typeof SsoAnswer>
