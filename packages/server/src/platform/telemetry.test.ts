/** A collector of our own listens, while a node works for people with names: none of that may arrive. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getSession, signIn } from '@kerege/contract/access/routes'
import { getPerson, registerPerson, searchPeople } from '@kerege/contract/people/routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contact, cyrillicName, draft } from '../testing/people.ts'
import { type World, world } from '../testing/world.ts'
import { openLog } from './log.ts'
import { openTelemetry } from './telemetry.ts'

const heard: { path: string; body: string }[] = []
const collector = createServer((request, response) => {
  const parts: Buffer[] = []
  request.on('data', (part: Buffer) => parts.push(part))
  request.on('end', () => {
    heard.push({ path: request.url ?? '', body: Buffer.concat(parts).toString() })
    response.end('{}')
  })
})

let w: World
let url: string
beforeAll(async () => {
  await new Promise<void>(resolve => collector.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`
  w = await world({ telemetry: url })
})
afterAll(() => {
  collector.close()
})

interface Span {
  name: string
  traceId: string
  attributes: { key: string; value: object }[]
}

test('routes, numbers and endings arrive; no id, no name, no address, no word that was sent', async () => {
  const worker = await w.somebody('caseManager')
  const person = draft({ contact: contact({ names: [cyrillicName('Шалғынбек', 'Дана')] }) })
  expect((await w.as(worker)(registerPerson, { body: person })).status).toBe(201)
  expect((await w.as(worker)(getPerson, { params: { id: person.id } })).status).toBe(200)
  await w.as(worker)(searchPeople, { body: { q: 'Шалғынбек' } })
  await w.as(null)(signIn, { body: { email: worker.email, password: 'nine blue walnuts fall' } })
  const trace = '4bf92f3577b34da6a3ce929d0e0e4736'
  await w.raw('/api/session', { headers: { traceparent: `00-${trace}-00f067aa0ba902b7-01` } }, worker)
  await w.raw(`/api/people/${person.id}?family=${encodeURIComponent('Шалғынбек')}`, {}, worker)
  const requests = w.logged
    .map(line => JSON.parse(line) as { requestId?: string })
    .flatMap(line => line.requestId ?? [])
  expect(requests.length).toBeGreaterThan(4)
  await w.close()

  expect(heard.map(one => one.path).sort()).toEqual(['/v1/metrics', '/v1/traces'])
  const all = heard.map(one => one.body).join('\n')
  const never = [
    person.id,
    worker.accountId,
    worker.email,
    worker.name,
    worker.cookie,
    w.agencyId,
    'Шалғынбек',
    'walnuts',
    trace,
    ...requests,
  ]
  for (const word of never) expect(all).not.toContain(word)
  expect(all).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-|@|select |127\.0\.0\.1/i)

  const traces = JSON.parse(heard.find(one => one.path === '/v1/traces')?.body ?? '{}') as {
    resourceSpans: { scopeSpans: { spans: Span[] }[] }[]
  }
  const spans = traces.resourceSpans.flatMap(one => one.scopeSpans.flatMap(({ spans: some }) => some))
  const names = new Set(spans.map(span => span.name))
  for (const { method, path } of [registerPerson, getPerson, searchPeople, signIn, getSession])
    expect(names).toContain(`${method} ${path}`)
  const keys = new Set(spans.flatMap(span => span.attributes.map(one => one.key)))
  expect([...keys].sort()).toEqual(['http.request.method', 'http.response.status_code', 'http.route'])
  expect(new Set(spans.map(span => span.traceId)).size).toBe(spans.length)
  expect(heard.find(one => one.path === '/v1/metrics')?.body).toContain('"http.server.request.duration"')
})

describe('a field that is not what it should be', () => {
  test('does not arrive, whoever wrote it into the log', async () => {
    const sent: string[] = []
    const fetcher = (async (_: unknown, init: RequestInit) => {
      sent.push(String(init.body))
      return new Response('{}')
    }) as typeof fetch
    const telemetry = openTelemetry(openLog({ write: () => undefined }), {
      url,
      node: 'kz',
      version: '0',
      fetcher,
    })
    telemetry.log.info('request', { method: 'GET', path: '/people/Дана Көктемова', status: 200, ms: 3 })
    telemetry.log.error('Дана Көктемова', new Error('Дана Көктемова'), { code: 'busy' })
    telemetry.log.error('job', new Error('Дана'), { job: 'tasks.remind' })
    await telemetry.stop()
    expect(sent.join('')).not.toContain('Дана')
    expect(sent.join('')).toContain('kerege.faults')
  })

  test('and a collector that is away costs nothing but what it missed', async () => {
    const fetcher = (() => Promise.reject(new Error('away'))) as typeof fetch
    const telemetry = openTelemetry(openLog({ write: () => undefined }), {
      url,
      node: 'kz',
      version: '0',
      fetcher,
    })
    telemetry.log.info('request', { method: 'GET', path: '/people/:id', status: 200, ms: 3 })
    await expect(telemetry.stop()).resolves.toBeUndefined()
  })
})
