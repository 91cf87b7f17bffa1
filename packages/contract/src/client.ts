/** Typed calls of the API, for the browser, the command and the tests. Sends; decides nothing. */
import { DomainError, type ErrorKind, Problem } from './errors.ts'
import type { Input, Output, Route } from './route.ts'

export interface Answer<T> {
  status: number
  body: T
  etag: string | undefined
}

export interface CallOptions {
  /** ETag of the version that the change is based on. */
  ifMatch?: string
  /** Same key, same effect: the server answers a repeated command with the first answer. */
  idempotencyKey?: string
  signal?: AbortSignal
  headers?: Record<string, string>
}

export type Fetch = (url: string, init: RequestInit) => Promise<Response>

const kinds: Record<number, ErrorKind> = {
  400: 'invalid',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  412: 'conflict',
  413: 'too-large',
  422: 'invalid',
  428: 'conflict',
  429: 'too-many',
}

/** Address of a route below `/api` with its parameters and query filled in. */
export function urlOf(route: Route, input: { params?: unknown; query?: unknown }): string {
  const params = (input.params ?? {}) as Record<string, unknown>
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries((input.query ?? {}) as Record<string, unknown>)) {
    if (value === undefined || value === '') continue
    for (const one of Array.isArray(value) ? value : [value]) search.append(key, String(one))
  }
  const query = search.toString()
  return `/api${path}${query ? `?${query}` : ''}`
}

/** @throws DomainError with the server's code, `unavailable`/`no-answer` when the line is down. */
export async function call<R extends Route>(
  fetcher: Fetch,
  route: R,
  input: Input<R>,
  options: CallOptions = {},
): Promise<Answer<Output<R>>> {
  const given = input as { params?: unknown; query?: unknown; body?: unknown }
  const headers: Record<string, string> = { accept: 'application/json', ...options.headers }
  const init: RequestInit = { method: route.method, headers, credentials: 'same-origin' }
  if (options.signal) init.signal = options.signal
  if (given.body !== undefined) {
    const raw = route.consumes === 'application/octet-stream'
    headers['content-type'] ??= raw ? 'application/octet-stream' : 'application/json'
    init.body = raw ? (given.body as Uint8Array<ArrayBuffer>) : JSON.stringify(given.body)
  }
  if (options.ifMatch) headers['if-match'] = options.ifMatch
  if (options.idempotencyKey) headers['idempotency-key'] = options.idempotencyKey

  const response = await fetcher(urlOf(route, given), init).catch((cause: unknown) => {
    if (options.signal?.aborted) throw cause
    throw new DomainError('unavailable', 'no-answer')
  })
  const text = response.status === 204 ? '' : await response.text()
  if (!response.ok) {
    const problem = Problem.safeParse(parseJson(text))
    const details = problem.success ? problem.data : { status: response.status }
    const code = problem.success ? problem.data.code : 'no-answer'
    throw new DomainError(kinds[response.status] ?? 'unavailable', code, details)
  }
  const json = response.headers.get('content-type')?.includes('json') ?? false
  const body = (json ? parseJson(text) : text === '' ? undefined : text) as Output<R>
  return { status: response.status, body, etag: response.headers.get('etag') ?? undefined }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
