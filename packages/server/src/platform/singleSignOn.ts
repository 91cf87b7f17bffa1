/**
 * The office's own sign-in, as a configuration says it: where it is, what it is called, which of its groups give which role, and
 * which of its words count as a second factor. Read by config.ts; the secret is taken from its file there, once.
 */
import { RoleName } from '@kerege/contract/access/roles'
import { AreaCode, Language, languages, line } from '@kerege/contract/common'
import { z } from 'zod'
import { secretOf } from './secretFile.ts'

/** A role in a place, by what the provider calls a group. Who administers is made by two administrators, never by a group. */
const GroupRole = z.strictObject({
  group: z.string().min(1).max(500),
  role: RoleName.exclude(['administrator']),
  /** Id of an agency, or its name in any language. */
  agency: line(160),
  team: line(160).optional(),
  areas: z.array(AreaCode).max(50).default([]),
})
export type GroupRole = z.output<typeof GroupRole>

const json = <T extends z.ZodType>(shape: T) =>
  z.union([
    shape,
    z
      .string()
      .transform((text, ctx) => {
        try {
          return JSON.parse(text) as unknown
        } catch {
          ctx.addIssue({ code: 'custom' })
          return z.NEVER
        }
      })
      .pipe(shape),
  ])

const words = z.union([
  z.string().transform(list => list.split(/[\s,]+/).filter(Boolean)),
  z.array(z.string().min(1)),
])
const Names = z.partialRecord(Language, line(60)).refine(names => Object.keys(names).length > 0)
/** JSON that does not hold is no name. */
const PlainName = line(60).refine(name => !name.startsWith('{'))
const everyLanguage = (name: string) => Object.fromEntries(languages.map(language => [language, name]))

/** @param serverUrl https, or http on this machine; not changed by a letter, since issuers are compared as text */
export const singleSignOnShape = (serverUrl: z.ZodType<string, string>) =>
  z.strictObject({
    issuer: serverUrl,
    clientId: z.string().min(1),
    clientSecret: z.string().min(1).optional(),
    clientSecretFile: z.string().min(1).optional(),
    name: z.union([Names, json(Names), PlainName.transform(everyLanguage).pipe(Names)]),
    scopes: z
      .string()
      .regex(/^[\x21-\x7e]+( [\x21-\x7e]+)*$/)
      .refine(list => list.split(' ').includes('openid'))
      .default('openid profile email'),
    groupsClaim: z.string().min(1).default('groups'),
    roles: json(z.array(GroupRole).max(500)).default([]),
    createAccounts: z.union([z.boolean(), z.stringbool()]).default(false),
    acr: words.default([]),
    amr: words.default([]),
  })

export interface SingleSignOn {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  readonly name: Partial<Record<Language, string>>
  readonly scopes: string
  /** Name of a claim, or a path with dots to one inside others. */
  readonly groupsClaim: string
  readonly roles: readonly GroupRole[]
  /** Whoever the provider vouches for gets an account, if a group gives them a role. */
  readonly createAccounts: boolean
  /** Words of the provider that say "with a second factor": one of them is enough. */
  readonly acr: readonly string[]
  readonly amr: readonly string[]
}

type Given = z.output<ReturnType<typeof singleSignOnShape>>

/** @throws Error with a sentence that repeats no value */
export const readSingleSignOn = ({ clientSecret, clientSecretFile, ...given }: Given): SingleSignOn => ({
  ...given,
  clientSecret: secretOf('singleSignOn', {
    name: 'clientSecret (KEREGE_SSO_SECRET)',
    fileName: 'clientSecretFile (KEREGE_SSO_SECRET_FILE)',
    secret: clientSecret,
    file: clientSecretFile,
  }),
})
