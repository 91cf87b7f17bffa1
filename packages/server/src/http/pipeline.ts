/**
 * The one way from a request to an action: who asks, may they knock, is the input whole, run, record, commit.
 * Every request is one transaction with one entry in the log; refusals are written after the rollback.
 */
import { DomainError, faultsOf, type Fault, invalid } from '@kerege/contract/errors'
import type { Route } from '@kerege/contract/route'
import type { Context as Hono } from 'hono'
import type pg from 'pg'
import type { Actor, Device, Node } from '../platform/context.ts'
import { over } from '../platform/database.ts'
import type { AnyHandler, Handler, LiveHandler, OpenHandler, StreamHandler } from '../platform/handler.ts'
import { newId } from '../platform/ids.ts'
import { requireFresh } from '../platform/fresh.ts'
import { enterSql, readActor, type SignIn } from '../slices/access/index.ts'
import { openTrail, recordAlone } from '../slices/audit/index.ts'
import { checkOrigin, deviceOf, ifMatch, readBody } from './request.ts'
import type { ClientAddress } from './clientAddress.ts'
import type { Places } from '../platform/places.ts'
import { recall, remember } from './commands.ts'
import { fileStream } from './fileStream.ts'
import { lookSql } from './glass.ts'
import { eventStream } from './live.ts'
import { problemOf, sortOut } from './problems.ts'
import { answerViewing, behind, refuseSecondView, runsWhileViewing } from './viewing.ts'

export interface Pipeline {
  node: Node
  signIn: SignIn
  clientAddress: ClientAddress
  /** At the database at once; files that leave as a stream and live lists take no place. */
  places: Places
}

interface Request {
  c: Hono
  route: Route
  requestId: string
  now: Date
}

/** Made per route; Hono calls it per request. */
export const serve =
  (pipeline: Pipeline, handler: AnyHandler) =>
  async (c: Hono): Promise<Response> => {
    const started = performance.now()
    const request: Request = { c, route: handler.route, requestId: newId(), now: pipeline.node.now() }
    const response = await answer(pipeline, handler, request)
    response.headers.set('x-request-id', request.requestId)
    pipeline.node.log.info('request', {
      method: handler.route.method,
      // The pattern, never the address: ids and queries stay out of logs.
      path: handler.route.path,
      status: response.status,
      ms: Math.round(performance.now() - started),
      requestId: request.requestId,
    })
    return response
  }

async function answer(pipeline: Pipeline, handler: AnyHandler, request: Request): Promise<Response> {
  const { node } = pipeline
  let actor: Actor | null = null
  const seen = (found: Actor) => {
    actor = behind(found)
  }
  try {
    checkOrigin(request.c, node.baseUrl)
    const body = await readBody(request.c, request.route)
    switch (handler.kind) {
      case 'open':
        return await answerOpen(pipeline, handler, request, body)
      case 'inside':
        return await pipeline.places(() => answerInside(pipeline, handler, request, body, seen))
      case 'stream':
        return await answerStream(pipeline, handler, request, body, seen)
      case 'live':
        return await answerLive(pipeline, handler, request, body, seen)
    }
  } catch (thrown) {
    return refuse(pipeline, request, thrown, actor)
  }
}

async function refuse(pipeline: Pipeline, request: Request, thrown: unknown, actor: Actor | null) {
  const { node } = pipeline
  const sorted = sortOut(thrown)
  if (sorted.bug) node.log.error('bug', thrown, { requestId: request.requestId, path: request.route.path })
  const action = request.route.audit
  if (action) {
    const id = request.c.req.param('id')
    await recordAlone(node.pool, {
      requestId: request.requestId,
      at: request.now,
      actor: actor && { account: actor.account, role: actor.role },
      action,
      outcome: sorted.bug ? 'failed' : 'refused',
      code: sorted.error.code,
      subjects: id && /^[0-9a-f-]{36}$/.test(id) ? [id] : [],
    }).catch((error: Error) =>
      node.log.error('refusal-not-recorded', error, { requestId: request.requestId }),
    )
  }
  const { status, body } = problemOf(sorted, request.requestId)
  return Response.json(body, {
    status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
  })
}

/** Parses everything at once, so that all faults come in one answer. */
function parse(request: Request, body: unknown) {
  const { route, c } = request
  const faults: Fault[] = []
  const part = (name: 'params' | 'query' | 'body', value: unknown) => {
    const schema = route[name]
    if (!schema) return undefined
    const result = schema.safeParse(value, { reportInput: true })
    if (result.success) return result.data
    // An id that is none cannot be found: same answer as a stranger's.
    if (name === 'params') throw new DomainError('not-found', 'not-found')
    faults.push(...faultsOf(result.error))
    return undefined
  }
  const input = {
    params: part('params', c.req.param()),
    query: part('query', c.req.query()),
    body: part('body', body),
  }
  if (faults.length > 0) throw invalid(faults)
  return input
}

async function answerOpen(pipeline: Pipeline, handler: OpenHandler, request: Request, body: unknown) {
  const { node, signIn } = pipeline
  const { c, route, requestId, now } = request
  const result = await handler.run(
    {
      node,
      requestId,
      now,
      headers: c.req.raw.headers,
      ip: pipeline.clientAddress(c),
      token: signIn.tokenOf(c.req.header('cookie')),
    },
    parse(request, body),
  )
  if (route.audit) {
    await recordAlone(node.pool, {
      requestId,
      at: now,
      actor: result.account ?? null,
      action: route.audit,
      outcome: 'done',
      subjects: result.subjects ?? [],
      counts: result.counts ?? {},
    }).catch(async (error: unknown) => {
      await result.undo?.()
      throw error
    })
  }
  const response = respond(route, route.response.parse(result.body))
  for (const cookie of result.cookies ?? []) response.headers.append('set-cookie', cookie)
  return response
}

/** A client with the transaction open and the actor set, in one round trip. */
async function enter(pipeline: Pipeline, request: Request): Promise<{ client: pg.PoolClient; actor: Actor }> {
  const token = pipeline.signIn.tokenOf(request.c.req.header('cookie'))
  if (!token) throw new DomainError('unauthenticated', 'not-signed-in')
  const client = await pipeline.node.pool.connect()
  try {
    const results = (await client.query(
      `begin; ${enterSql(token, pipeline.node.session.idleMinutes, request.now)}${lookSql(request.route, request.c.req.param('id'))}`,
    )) as unknown as pg.QueryResult[] // several statements give several results
    const actor = readActor(results[2]?.rows[0]) ?? readActor(results[1]?.rows[0])
    if (!actor) throw new DomainError('unauthenticated', 'session-ended')
    return { client, actor }
  } catch (error) {
    await leave(client)
    throw error
  }
}

async function leave(client: pg.PoolClient) {
  const broken = await client.query('rollback').then(
    () => false,
    () => true,
  )
  client.release(broken)
}

function mayKnock(route: Route, actor: Actor, node: Node) {
  if (!actor.complete) throw new DomainError('forbidden', 'second-factor-needed')
  requireVerb(route, actor)
  if (route.stepUp) requireFresh({ node, actor })
}

function requireVerb({ access }: Route, { verbs }: Actor) {
  if (access !== 'signed-in' && access !== 'public' && !verbs.includes(access))
    throw new DomainError('forbidden', 'not-allowed')
}

async function answerInside(
  pipeline: Pipeline,
  handler: Handler,
  request: Request,
  body: unknown,
  seen: (actor: Actor) => void,
) {
  const { route, requestId, now } = request
  const { client, actor } = await enter(pipeline, request)
  let open = true
  try {
    seen(actor)
    refuseSecondView(route, actor)
    const viewed = viewing(handler, request, actor)
    if (viewed) return viewed
    mayKnock(route, actor, pipeline.node)
    const input = parse(request, body)
    const trail = openTrail(pipeline.node.keys, requestId, route.audit ?? route.path, now)
    const device = deviceOf(request.c, now)
    const repeated = await recall(pipeline.node, client, behind(actor), request.c, body)
    if (repeated?.answer) {
      trail.shown(repeated.subjects ?? [])
      trail.counted('repeated', 1)
      if (route.audit) await trail.commit(client, actor)
      else await client.query('commit')
      open = false
      client.release()
      return repeated.answer
    }
    const ctx = {
      node: pipeline.node,
      requestId,
      actor,
      now,
      tx: over(client),
      client,
      trail,
      basedOn: ifMatch(request.c, route),
      ...(device ? { device } : {}),
    }
    if (actor.glass) {
      trail.shown([actor.glass])
      trail.counted('glass', 1)
    }
    // How long it waited by its own clock set right: read in the log beside the moment in which it came.
    if (device) trail.counted('waitedMinutes', waitedMinutes(device, now))
    const result = route.response.parse(await handler.run(ctx, input))
    const response = respond(route, result)
    if (repeated) await remember(pipeline.node, client, behind(actor), repeated, response, trail.subjects)
    if (route.audit) await trail.commit(client, behind(actor))
    else await client.query('commit')
    open = false
    client.release()
    return response
  } finally {
    if (open) await leave(client)
  }
}

/** Of a session that looks at another role: an answer that nothing was asked for. Nothing of a slice runs. */
function viewing(handler: AnyHandler, request: Request, actor: Actor): Response | undefined {
  const { route } = handler
  if (!actor.viewing || runsWhileViewing(route)) return undefined
  requireVerb(route, actor)
  const { versioned: _, ...plain } = route
  return respond(plain, answerViewing(handler, request.now))
}

const waitedMinutes = (device: Device, now: Date) =>
  Math.max(0, Math.round((now.getTime() - device.doneAt.getTime() + device.skewMs) / 60_000))

async function answerStream(
  pipeline: Pipeline,
  handler: StreamHandler,
  request: Request,
  body: unknown,
  seen: (actor: Actor) => void,
) {
  const { route, requestId, now } = request
  const { client, actor } = await enter(pipeline, request)
  let handedOver = false
  try {
    seen(actor)
    viewing(handler, request, actor)
    mayKnock(route, actor, pipeline.node)
    const trail = openTrail(pipeline.node.keys, requestId, route.audit ?? route.path, now)
    const ctx = { node: pipeline.node, requestId, actor, now, tx: over(client), client, trail, basedOn: null }
    const outflow = await handler.run(ctx, parse(request, body))
    handedOver = true
    const stream = fileStream(outflow.chunks, {
      async commit() {
        await trail.commit(client, actor)
        client.release()
      },
      async abort(thrown) {
        await leave(client)
        await abandon(pipeline, request, actor, thrown)
      },
    })
    return new Response(stream, {
      headers: {
        'content-type': outflow.contentType,
        'content-disposition': attachment(outflow.fileName),
        'cache-control': 'no-store',
        ...(outflow.length === undefined ? {} : { 'content-length': String(outflow.length) }),
      },
    })
  } finally {
    if (!handedOver) await leave(client)
  }
}

/** Enters, checks and records like any request; what follows needs no transaction and ends with the session. */
async function answerLive(
  pipeline: Pipeline,
  handler: LiveHandler,
  request: Request,
  body: unknown,
  seen: (actor: Actor) => void,
) {
  const { route, requestId, now } = request
  const { node } = pipeline
  const { client, actor } = await enter(pipeline, request)
  let open = true
  try {
    seen(actor)
    viewing(handler, request, actor)
    mayKnock(route, actor, node)
    const trail = openTrail(node.keys, requestId, route.audit ?? route.path, now)
    const ctx = { node, requestId, actor, now, tx: over(client), client, trail, basedOn: null }
    const feed = await handler.run(ctx, parse(request, body))
    await trail.commit(client, actor)
    open = false
    client.release()
    return new Response(eventStream(node, actor.session, feed), {
      headers: {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      },
    })
  } finally {
    if (open) await leave(client)
  }
}

/** RFC 6266: a plain name for old readers, the real one beside it where it needs more than ASCII. */
function attachment(name: string): string {
  const plain = name.replace(/[^A-Za-z0-9._-]/g, '_')
  return `attachment; filename="${plain}"${plain === name ? '' : `; filename*=UTF-8''${encodeURIComponent(name)}`}`
}

/** A stream that did not come to its end leaves its entry too. */
async function abandon(pipeline: Pipeline, request: Request, actor: Actor, thrown: unknown) {
  const { node } = pipeline
  const sorted = sortOut(thrown)
  if (sorted.bug) node.log.error('bug', thrown, { requestId: request.requestId, path: request.route.path })
  if (!request.route.audit) return
  await recordAlone(node.pool, {
    requestId: request.requestId,
    at: request.now,
    actor: { account: actor.account, role: actor.role },
    action: request.route.audit,
    outcome: 'failed',
    code: sorted.error.code,
  }).catch((error: Error) => node.log.error('refusal-not-recorded', error, { requestId: request.requestId }))
}

function respond(route: Route, body: unknown): Response {
  const headers: Record<string, string> = { 'cache-control': 'no-store' }
  if (route.versioned) headers['etag'] = `"${(body as { version: number }).version}"`
  if (route.status === 204 || body === undefined) return new Response(null, { status: 204, headers })
  if (route.produces === 'text/calendar') {
    return new Response(String(body), {
      headers: { ...headers, 'content-type': 'text/calendar; charset=utf-8' },
    })
  }
  return Response.json(body, { status: route.status ?? 200, headers })
}
