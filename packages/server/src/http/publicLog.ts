/**
 * The audit log for third parties (C2SP tlog-tiles): `/log/checkpoint` and `/log/tile/…`. For anybody, at every node: without an
 * account, without script, without a word of who did what.
 */
import { DomainError, notFound } from '@kerege/contract/errors'
import type { Context as Hono, Hono as App } from 'hono'
import type { Node } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { openRateLimit } from '../slices/access/index.ts'
import { lastCheckpoint, tileBytes } from '../slices/audit/index.ts'
import type { ClientAddress } from './clientAddress.ts'
import { problemOf, sortOut } from './problems.ts'

export function servePublicLog(app: App, node: Node, clientAddress: ClientAddress): void {
  // A proof over millions of entries needs a dozen tiles; somebody who copies the whole tree is slowed down, not refused.
  const limit = openRateLimit('public-log', 600, 60)
  const answer = (find: (c: Hono) => Promise<Response | null>) => async (c: Hono) => {
    try {
      await limit.take(node, clientAddress(c), 1)
      const found = await find(c)
      if (!found) throw notFound()
      return found
    } catch (error) {
      return refused(error)
    }
  }

  app.get(
    '/log/checkpoint',
    answer(async () => {
      const last = await lastCheckpoint(node.pool)
      const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-cache' }
      return last ? new Response(last.note, { headers }) : null
    }),
  )
  app.get(
    '/log/tile/:name{.+}',
    answer(async c => {
      const bytes = await tileBytes(node.pool, c.req.param('name') ?? '')
      // A tile never changes, and neither does a partial one of this width.
      const headers = {
        'content-type': 'application/octet-stream',
        'cache-control': 'public, max-age=31536000, immutable',
      }
      return bytes && new Response(new Uint8Array(bytes), { headers })
    }),
  )
  app.all('/log/*', () => refused(notFound()))

  function refused(thrown: unknown): Response {
    const requestId = newId()
    const sorted = sortOut(thrown)
    if (sorted.bug) node.log.error('bug', thrown, { requestId })
    const { status, body } = problemOf(sorted, requestId)
    const seconds = thrown instanceof DomainError ? thrown.details['seconds'] : undefined
    return Response.json(body, {
      status,
      headers: {
        'content-type': 'application/problem+json',
        'cache-control': 'no-store',
        ...(typeof seconds === 'number' ? { 'retry-after': String(seconds) } : {}),
      },
    })
  }
}
