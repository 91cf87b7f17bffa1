/** The one place where trouble becomes an HTTP answer: RFC 9457 problem details, without values and without traces. */
import { DomainError, type ErrorKind, faultsOf } from '@kerege/contract/errors'
import { z } from 'zod'

const statusOf: Readonly<Record<ErrorKind, number>> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  'too-many': 429,
  unavailable: 503,
}

/** Codes whose status says more than their kind. */
const exact: Readonly<Record<string, number>> = {
  'malformed-json': 400,
  'stale-version': 412,
  'version-needed': 428,
  'unsupported-content': 415,
}

export interface Answerable {
  error: DomainError
  /** A bug: logged whole, answered bare. */
  bug: boolean
}

/** Sorts whatever was thrown into expected trouble or a bug. */
export function sortOut(thrown: unknown): Answerable {
  if (thrown instanceof DomainError) return { error: thrown, bug: false }
  if (thrown instanceof z.ZodError) {
    return { error: new DomainError('invalid', 'invalid', { faults: faultsOf(thrown) }), bug: false }
  }
  const code = databaseCode(thrown)
  if (code) return { error: code, bug: false }
  return { error: new DomainError('unavailable', 'internal'), bug: true }
}

/** PostgreSQL's own refusals that are nobody's bug. Constraints of a slice are named by its store before they get here. */
function databaseCode(thrown: unknown): DomainError | null {
  const state = (thrown as { code?: unknown } | null)?.code
  switch (state) {
    case '42501': // row-level security refused a write: what may not be seen does not exist
      return new DomainError('not-found', 'not-found')
    case '23503': // what it hangs on ended in the moment of the write
      return /_subject$/.test((thrown as { constraint?: string }).constraint ?? '')
        ? new DomainError('not-found', 'not-found')
        : null
    case '40001':
    case '40P01':
      return new DomainError('conflict', 'try-again')
    case '22021':
    case '22P05':
      return new DomainError('invalid', 'invalid', {
        faults: [{ pointer: '', code: 'forbidden-characters' }],
      })
    case '57014':
    case '53300':
    case '57P01':
    case 'ECONNREFUSED':
      return new DomainError('unavailable', 'busy')
    default:
      return null
  }
}

export function problemOf({ error, bug }: Answerable, requestId: string): { status: number; body: object } {
  const status = bug ? 500 : (exact[error.code] ?? statusOf[error.kind])
  return {
    status,
    body: {
      ...error.details,
      type: `/problems/${error.code}`,
      title: titleOf(error.code),
      status,
      code: error.code,
      reference: requestId,
    },
  }
}

/** English for people who read the wire; screens show their own words by code. */
const titleOf = (code: string) => `${code.charAt(0).toUpperCase()}${code.slice(1).replaceAll('-', ' ')}`
