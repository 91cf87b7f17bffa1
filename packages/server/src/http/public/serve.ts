/**
 * Serves what anybody may read: pages, files, one stylesheet. Hub only; a national node has none of it. Reads run in a
 * transaction that can only read and has no actor, so a row shows only where a policy opens it to nobody in particular.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { DomainError, notFound } from '@kerege/contract/errors'
import type { Context as Hono, Hono as App } from 'hono'
import type { Node } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { openMessages } from '../../platform/messages.ts'
import type { AnyPublic, PublicPage, PublicVisit } from '../../platform/publicPage.ts'
import { openRateLimit } from '../../slices/access/index.ts'
import { problemOf, sortOut } from '../problems.ts'
import type { ClientAddress } from '../clientAddress.ts'
import { fontFaces } from './fonts.ts'
import { languageOf } from './language.ts'
import { framed } from './layout.ts'
import { robots, siteMaps } from './siteMap.ts'
import { startPage } from './startPage.ts'

const here = import.meta.dirname

export interface PublicFace {
  node: Node
  pages: readonly AnyPublic[]
  /** Folder of the built app, whose fonts are used; absent in tests of the API. */
  webDir: string | undefined
  clientAddress: ClientAddress
}

export function servePublic(app: App, { node, pages, webDir, clientAddress }: PublicFace): void {
  const words = openMessages(join(here, 'messages'))
  const style = Buffer.concat([Buffer.from(fontFaces(webDir)), readFileSync(join(here, 'style.css'))])
  const styleHref = `/public/style-${hashOf(style)}.css`
  // A page is a handful of reads; an office behind one address reads many.
  const limit = openRateLimit('public', 300, 60)
  const menu = pages.filter((one): one is PublicPage => one.kind === 'page' && one.entry !== undefined)
  const start = startPage(words, menu)
  const entries: readonly AnyPublic[] = [start, robots, ...siteMaps([start, ...pages]), ...pages]

  app.get(styleHref, () => forever(style, 'text/css; charset=utf-8'))
  for (const entry of entries) {
    app.on(entry.kind === 'answer' ? ['GET', 'POST'] : ['GET'], entry.path, async c => {
      const started = performance.now()
      const requestId = newId()
      const response = await answer(c, entry).catch((error: unknown) => refused(error, requestId))
      node.log.info('public', {
        method: c.req.method,
        path: entry.path,
        status: response.status,
        ms: Math.round(performance.now() - started),
        requestId,
      })
      return response
    })
  }
  app.all('/public/*', () => refused(notFound(), 'none'))

  async function answer(c: Hono, entry: AnyPublic): Promise<Response> {
    await limit.take(node, clientAddress(c), 1)
    const asked = c.req.query('lang')
    const language = languageOf(asked, c.req.header('accept-language'))
    const href = (path: string) =>
      asked === undefined ? path : `${path}${path.includes('?') ? '&' : '?'}lang=${language}`
    // A letter that the database does not keep is nobody's question.
    const query = (name: string) => (c.req.query(name) ?? '').replaceAll('\0', ' ').slice(0, 200)
    const form = entry.kind === 'answer' ? await formOf(c) : new URLSearchParams()
    const text = await inTransaction(
      node.pool,
      async tx => {
        const visit: PublicVisit = { node, now: node.now(), language, tx, params: c.req.param(), query, href }
        if (entry.kind === 'file') return entry.render(visit)
        if (entry.kind === 'answer') return entry.render(visit, form)
        const body = await entry.render(visit)
        if (!body) return null
        const path = body.address ?? c.req.path
        const { baseUrl, info } = node
        const frame = { language, words, path, baseUrl, demo: info.demo, styleHref, menu, href }
        return String(await framed(frame, body))
      },
      'begin isolation level repeatable read read only',
    )
    if (text === null) throw notFound()
    return respond(c, entry, text, language)
  }

  function refused(thrown: unknown, requestId: string): Response {
    const sorted = sortOut(thrown)
    if (sorted.bug) node.log.error('bug', thrown, { requestId })
    const { status, body } = problemOf(sorted, requestId)
    const headers: Record<string, string> = {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
    }
    const seconds = thrown instanceof DomainError ? thrown.details['seconds'] : undefined
    if (typeof seconds === 'number') headers['retry-after'] = String(seconds)
    return Response.json(body, { status, headers })
  }
}

function respond(c: Hono, entry: AnyPublic, text: string, language: string): Response {
  const etag = `"${hashOf(Buffer.from(text))}"`
  const headers: Record<string, string> = {
    // Kept by whoever carries it for five minutes, then asked for again by its mark.
    'cache-control':
      entry.kind === 'answer' || (entry.kind === 'page' && entry.passing)
        ? 'no-store'
        : 'public, max-age=300, stale-while-revalidate=3600',
    vary: 'accept-language, accept-encoding',
    etag,
    'content-language': language,
    'content-type': entry.kind === 'page' ? 'text/html; charset=utf-8' : entry.type,
  }
  if (
    c.req
      .header('if-none-match')
      ?.split(/\s*,\s*/)
      .includes(etag)
  ) {
    return new Response(null, { status: 304, headers })
  }
  const all = { ...headers, ...saved(entry) }
  // On a slow line a fifth of the bytes is most of the wait.
  if (!/\bgzip\b/.test(c.req.header('accept-encoding') ?? '')) return new Response(text, { headers: all })
  return new Response(gzipSync(text), { headers: { ...all, 'content-encoding': 'gzip' } })
}

const mostForm = 10_000

/** What is no form asks for nothing. @throws DomainError `too-large` */
async function formOf(c: Hono): Promise<URLSearchParams> {
  if (c.req.method === 'GET') return new URL(c.req.url).searchParams
  if (!/^application\/x-www-form-urlencoded\b/i.test(c.req.header('content-type') ?? '')) {
    return new URLSearchParams()
  }
  if (!(Number(c.req.header('content-length') ?? Number.NaN) <= mostForm))
    throw new DomainError('too-large', 'too-large', { limit: mostForm })
  const text = await c.req.text()
  if (text.length > mostForm) throw new DomainError('too-large', 'too-large', { limit: mostForm })
  return new URLSearchParams(text)
}

const saved = (entry: AnyPublic): Record<string, string> =>
  entry.kind === 'file' && entry.fileName
    ? { 'content-disposition': `attachment; filename="${entry.fileName}"` }
    : {}

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex').slice(0, 16)

const forever = (bytes: Uint8Array<ArrayBuffer>, type: string) =>
  new Response(bytes, {
    headers: { 'content-type': type, 'cache-control': 'public, max-age=31536000, immutable' },
  })
