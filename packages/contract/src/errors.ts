/** Expected trouble. Knows nothing of HTTP; the HTTP layer turns it into an RFC 9457 problem. */
import { z } from 'zod'

export type ErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'too-large'
  | 'too-many'
  | 'unavailable'

/** One fault of a form: where it is (RFC 6901 pointer) and which rule it breaks. */
export const Fault = z.strictObject({
  pointer: z.string(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})
export type Fault = z.infer<typeof Fault>

export class DomainError extends Error {
  readonly kind: ErrorKind
  /** A promise to clients and translators: never renamed, never reused; listed in docs/problems.md. */
  readonly code: string
  /** Facts about the trouble, without personal data: they go out to the client. */
  readonly details: Record<string, unknown>

  constructor(kind: ErrorKind, code: string, details: Record<string, unknown> = {}) {
    super(code)
    this.name = 'DomainError'
    this.kind = kind
    this.code = code
    this.details = details
  }
}

/** What someone may not see and what does not exist are one answer. */
export const notFound = () => new DomainError('not-found', 'not-found')

/** All faults of a form at once. */
export const invalid = (faults: Fault[]) => new DomainError('invalid', 'invalid', { faults })

/** RFC 9457 problem details, as every refusal leaves the server. */
export const Problem = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  reference: z.string().optional(),
  faults: z.array(Fault).optional(),
})
export type Problem = z.infer<typeof Problem>

const pointerPart = (part: PropertyKey) => String(part).replaceAll('~', '~0').replaceAll('/', '~1')

/** Turns zod's issues into faults. Custom messages are codes; the values themselves are never repeated. */
export function faultsOf(error: z.ZodError): Fault[] {
  return error.issues.flatMap(issue => {
    const pointer = issue.path.map(part => `/${pointerPart(part)}`).join('')
    switch (issue.code) {
      case 'too_small':
        return [
          {
            pointer,
            code: issue.origin === 'string' && issue.minimum === 1 ? 'required' : 'too-small',
            params: { minimum: Number(issue.minimum) },
          },
        ]
      case 'too_big':
        return [{ pointer, code: 'too-big', params: { maximum: Number(issue.maximum) } }]
      case 'invalid_type':
        return [{ pointer, code: issue.input === undefined ? 'required' : 'wrong-type' }]
      case 'unrecognized_keys':
        return issue.keys.map(key => ({ pointer: `${pointer}/${pointerPart(key)}`, code: 'unknown-field' }))
      case 'custom':
        return [
          {
            pointer,
            code: /^[a-z-]+$/.test(issue.message) ? issue.message : 'not-valid',
            // Where in a text it stands, said by the rule itself.
            ...(issue.params ? { params: issue.params } : {}),
          },
        ]
      default:
        return [{ pointer, code: 'not-valid' }]
    }
  })
}
