/** The HTTP face of one node: API, pages, health. Strict headers on everything; no inline script anywhere. */
import { availableParallelism } from 'node:os'
import type { AnyHandler } from '../platform/handler.ts'
import { openPlaces } from '../platform/places.ts'
import { Hono } from 'hono'
import { openClientAddress } from './clientAddress.ts'
import { openApiDocument } from './openapi.ts'
import { type Pipeline, serve } from './pipeline.ts'
import { problemOf } from './problems.ts'
import { servePublicLog } from './publicLog.ts'
import { DomainError } from '@kerege/contract/errors'
import { type Front, serveFront } from './front.ts'

/**
 * As many at the database at once as the processors can work on, two for each, since one waits while the database works. All at once they
 * would share the processors, and each would end as late as the last (decision 0129).
 */
const placesAtDatabase = 2 * availableParallelism()
/** Whoever takes longer waits for something else than our processors, such as a store or a scanner. */
const longestPlaceMs = 250

export interface AppOptions extends Omit<Pipeline, 'clientAddress' | 'places'>, Front {
  handlers: readonly AnyHandler[]
  /** Proxies whose word about the client's address is taken; none when absent. */
  trustedProxies?: readonly string[]
  /** Is everything that requests need at hand? */
  ready: () => Promise<boolean>
}

const headers: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'",
    "object-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; '),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(self), geolocation=(), microphone=(), payment=(), usb=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
}

export function makeApp(options: AppOptions): Hono {
  const app = new Hono()
  const secure = options.node.baseUrl.startsWith('https:')
  app.use(async (c, next) => {
    await next()
    for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value)
    if (secure) c.res.headers.set('strict-transport-security', 'max-age=63072000; includeSubDomains')
  })
  app.get('/health', c => c.json({ status: 'alive' }))
  app.get('/ready', async c => {
    const ready = await options.ready().catch(() => false)
    return c.json({ status: ready ? 'ready' : 'not-ready' }, ready ? 200 : 503)
  })
  // Made when somebody asks for it: a node at rest is lighter without it.
  let document: object | undefined
  app.get('/api/openapi.json', c => {
    document ??= openApiDocument(options.handlers.map(handler => handler.route))
    return c.json(document)
  })
  const clientAddress = openClientAddress(options.trustedProxies ?? [])
  const pipeline = { ...options, clientAddress, places: openPlaces(placesAtDatabase, longestPlaceMs) }
  for (const handler of options.handlers) {
    app.on(handler.route.method, `/api${handler.route.path}`, serve(pipeline, handler))
  }
  app.all('/api/*', () => nothingHere())
  servePublicLog(app, options.node, pipeline.clientAddress)
  serveFront(app, options, pipeline.clientAddress, nothingHere)
  app.notFound(() => nothingHere())
  app.onError(error => {
    options.node.log.error('bug', error, {})
    const { status, body } = problemOf(
      { error: new DomainError('unavailable', 'internal'), bug: true },
      'none',
    )
    return Response.json(body, { status, headers: { 'content-type': 'application/problem+json' } })
  })
  return app
}

function nothingHere(): Response {
  const { status, body } = problemOf({ error: new DomainError('not-found', 'not-found'), bug: false }, 'none')
  return Response.json(body, { status, headers: { 'content-type': 'application/problem+json' } })
}
