/** Reading a request with suspicion: size, content type, origin, versions. */
import { DomainError } from '@kerege/contract/errors'
import { Id, Instant } from '@kerege/contract/common'
import type { Route } from '@kerege/contract/route'
import type { Context as Hono } from 'hono'
import type { Device } from '../platform/context.ts'

const jsonLimit = 1_000_000
const bytesLimit = 25_000_000

/**
 * The body as JSON value or bytes; `undefined` where the route takes none.
 * Duplicate keys are refused: two readers of one message must not see two messages.
 */
export async function readBody(c: Hono, route: Route): Promise<unknown> {
  if (!route.body) return undefined
  const raw = route.consumes === 'application/octet-stream'
  const limit = raw ? bytesLimit : jsonLimit
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== (raw ? 'application/octet-stream' : 'application/json')) {
    throw new DomainError('invalid', 'unsupported-content')
  }
  const bytes = await readLimited(c.req.raw, limit)
  if (raw) return bytes
  const text = decode(bytes)
  try {
    const value: unknown = JSON.parse(text)
    if (hasDuplicateKeys(text)) throw new SyntaxError('duplicate key')
    return value
  } catch {
    throw new DomainError('invalid', 'malformed-json')
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new DomainError('invalid', 'malformed-json')
  }
}

async function readLimited(request: Request, limit: number): Promise<Uint8Array> {
  const told = Number(request.headers.get('content-length') ?? 0)
  if (told > limit) throw new DomainError('too-large', 'too-large', { limit })
  const chunks: Uint8Array[] = []
  let size = 0
  if (request.body) {
    for await (const chunk of request.body) {
      size += chunk.length
      if (size > limit) throw new DomainError('too-large', 'too-large', { limit })
      chunks.push(chunk)
    }
  }
  return Buffer.concat(chunks)
}

/** Walks text that is known to be JSON, and looks at the keys of each object. */
function hasDuplicateKeys(text: string): boolean {
  const open: (Set<string> | null)[] = []
  const token = /"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]/g
  for (let found = token.exec(text); found; found = token.exec(text)) {
    switch (found[0]) {
      case '{':
        open.push(new Set())
        break
      case '[':
        open.push(null)
        break
      case '}':
      case ']':
        open.pop()
        break
      default: {
        const keys = open.at(-1)
        if (!found[1] || !keys) break
        const key = JSON.parse(found[0].slice(0, -found[1].length)) as string
        if (keys.has(key)) return true
        keys.add(key)
      }
    }
  }
  return false
}

/**
 * Cross-site requests are refused: a change needs a header that a foreign page cannot set without asking, and
 * the browser must not say that it comes from elsewhere.
 */
export function checkOrigin(c: Hono, baseUrl: string): void {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return
  const site = c.req.header('sec-fetch-site')
  const origin = c.req.header('origin')
  const foreign =
    c.req.header('x-kerege') === undefined ||
    (site !== undefined && site !== 'same-origin' && site !== 'none') ||
    (origin !== undefined && origin !== new URL(baseUrl).origin)
  if (foreign) throw new DomainError('forbidden', 'foreign-origin')
}

/** Version of If-Match. A change of something that has versions cannot be made blindly. */
export function ifMatch(c: Hono, route: Route): number | null {
  if (!route.versioned || route.method === 'GET' || route.method === 'POST') return null
  const header = c.req.header('if-match')
  if (header === undefined) throw new DomainError('conflict', 'version-needed')
  const version = /^"(\d{1,9})"$/.exec(header)?.[1]
  if (version === undefined) throw new DomainError('conflict', 'stale-version')
  return Number(version)
}

/** Which device a command waited on, when it was done there, and what its clock says now. Said whole, or not at all. */
export function deviceOf(c: Hono, now: Date): Device | undefined {
  const [id, doneAt, clock] = ['kerege-device', 'kerege-done-at', 'kerege-clock'].map(name =>
    c.req.header(name),
  )
  if (id === undefined && doneAt === undefined && clock === undefined) return undefined
  const whole =
    Id.safeParse(id).success && Instant.safeParse(doneAt).success && Instant.safeParse(clock).success
  if (!whole || !id || !doneAt || !clock) throw new DomainError('invalid', 'device-malformed')
  return { id, doneAt: new Date(doneAt), skewMs: Date.parse(clock) - now.getTime() }
}
