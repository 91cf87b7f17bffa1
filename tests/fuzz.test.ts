/**
 * Drives the whole OpenAPI document with hostile input, as several roles and as nobody. Whatever comes in, the answer
 * is below 500, trouble is a problem document, and nothing that was sent comes back or reaches the operator's log.
 */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contact, draft } from '../packages/server/src/testing/people.ts'
import { newId } from '../packages/server/src/platform/ids.ts'
import { type Somebody, type World, world } from '../packages/server/src/testing/world.ts'
import { askQuestion } from '@kerege/contract/practices/questions/routes'
import { registerPerson } from '@kerege/contract/people/routes'
import { region } from '../packages/server/src/slices/practices/testing/region.ts'
import { hostile, texts } from './support/hostile.ts'

type Schema = Record<string, unknown>
interface Operation {
  method: string
  path: string
  parameters: { name: string; in: string; schema: Schema }[]
  body: { type: string; schema: Schema } | undefined
}

let w: World
let worker: Somebody
let known: string
/** As often as there is something to vary: what takes no input differs by who asks. */
const runsOf = ({ parameters, body }: Operation, people: number) =>
  body ? 25 : parameters.length > 0 ? 12 : people

/** Anew where one of them was signed out, or lost their role: some operations do that. */
const everybody = async (): Promise<(Somebody | undefined)[]> => [
  undefined,
  await w.somebody('caseManager'),
  await w.somebody('supervisor'),
  await w.somebody('administrator'),
  await w.somebody('ombudsperson'),
]

beforeAll(async () => {
  w = await world()
  worker = await w.somebody('caseManager')
  const person = draft({ contact: contact() })
  await w.as(worker)(registerPerson, { body: person })
  known = person.id
}, 60_000)
afterAll(() => w.close())

async function operations(at: World): Promise<Operation[]> {
  const response = await at.raw('/api/openapi.json')
  const document = (await response.json()) as { paths: Record<string, Record<string, Schema>> }
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]) => {
      const content = (one['requestBody'] as { content: Record<string, { schema: Schema }> } | undefined)
        ?.content
      const type = content && Object.keys(content)[0]
      return {
        method: method.toUpperCase(),
        path,
        parameters: (one['parameters'] as Operation['parameters']) ?? [],
        body: type ? { type, schema: content[type]?.schema ?? {} } : undefined,
      }
    }),
  )
}

const filled = (path: string, values: Record<string, unknown>) =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(safe(values[name])))

// Half a surrogate cannot stand in an address; a browser would send the replacement sign.
const safe = (value: unknown) =>
  (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).toWellFormed()

test('every operation answers hostile input below 500', async () => {
  // Whoever looks at another role's screens finds everything else shut; what is refused from there has tests of its own.
  const all = (await operations(w)).filter(
    one => !(one.method === 'POST' && one.path === '/api/session/view'),
  )
  expect(all.length).toBeGreaterThanOrEqual(30)
  await drive(w, all, everybody, known)
}, 240_000)

test('the Council’s operations at the hub too', async () => {
  const hub = await world({ kind: 'hub' })
  try {
    // A list that goes on for ever is read by its own test.
    const all = (await operations(hub)).filter(
      one => one.path.startsWith('/api/council') && !one.path.endsWith('/live'),
    )
    expect(all.length).toBeGreaterThanOrEqual(40)
    const { rows } = await hub.admin.query<{ id: string }>('select id from council.sessions limit 1')
    const roles = ['chair', 'secretariat', 'delegate', 'observer'] as const
    const people: Somebody[] = []
    for (const name of roles) people.push(await hub.somebody(name))
    await drive(hub, all, async () => [undefined, ...people], rows[0]?.id ?? '')
  } finally {
    await hub.close()
  }
}, 240_000)

test('the operations of practitioners and questions too', async () => {
  const hub = await world({ kind: 'hub' })
  try {
    const parts =
      /^\/api\/(?:practitioners|nominations|letters|questions|answers|reports|moderation|hidings)\b/
    const all = (await operations(hub)).filter(one => parts.test(one.path))
    expect(all.length).toBeGreaterThanOrEqual(35)
    const people: Somebody[] = []
    for (const name of ['practitioner', 'expert', 'delegate', 'secretariat'] as const) {
      people.push(await hub.somebody(name))
    }
    const [asker] = people
    const id = newId()
    const body = { id, language: 'en' as const, title: 'How?', words: 'At school', domains: [] }
    expect((await hub.as(asker ?? null)(askQuestion, { body })).status).toBe(201)
    await drive(hub, all, async () => [undefined, ...people], id)
  } finally {
    await hub.close()
  }
}, 240_000)

test('those of trainings and of the roster too', async () => {
  const r = await region({ now: new Date('2026-11-26T06:00:00Z') })
  try {
    const all = (await operations(r.w)).filter(one => /^\/api\/(trainings|roster|deployments)/.test(one.path))
    expect(all.length).toBeGreaterThanOrEqual(35)
    const delegate = await r.somebody('delegate', 'KZ')
    const known = await r.planned(delegate)
    const others = [await r.somebody('secretariat', ''), await r.somebody('practitioner', 'KG')]
    await drive(r.w, all, async () => [undefined, delegate, ...others], known)
  } finally {
    await r.w.close()
  }
}, 240_000)

/** Can all of them still act? Making people takes longer than asking as all of them. */
async function areIn(at: World, people: readonly (Somebody | undefined)[]): Promise<boolean> {
  const accounts = people.flatMap(one => (one ? [one.accountId] : []))
  const { rows } = await at.admin.query<{ n: number }>(
    `select count(distinct s.account_id)::int as n from access.sessions s
      join access.accounts a on a.id = s.account_id and a.state = 'active'
      join access.hats h on h.id = s.hat_id and h.ended_at is null
      where s.account_id = any ($1)`,
    [accounts],
  )
  return rows[0]?.n === accounts.length
}

/** @param knownId of a record that exists, so that what lies behind it is reached too */
async function drive(
  at: World,
  all: readonly Operation[],
  people: () => Promise<(Somebody | undefined)[]>,
  knownId: string,
) {
  let roles = await people()
  for (const operation of all) {
    if (!(await areIn(at, roles))) roles = await people()
    const inPath = operation.parameters.filter(one => one.in === 'path')
    const inQuery = operation.parameters.filter(one => one.in === 'query')
    const input = fc.record({
      role: fc.integer({ min: 0, max: roles.length - 1 }),
      path: fc.record(
        Object.fromEntries(
          inPath.map(one => [one.name, fc.oneof(fc.constant(knownId), hostile(one.schema))]),
        ),
      ),
      query: fc.record(Object.fromEntries(inQuery.map(one => [one.name, hostile(one.schema)])), {
        requiredKeys: [],
      }),
      body: operation.body ? hostile(operation.body.schema) : fc.constant(undefined),
      ifMatch: fc.constantFrom('"1"', '"0"', '*', 'W/"1"', '"99999999999"'),
      key: fc.option(fc.constantFrom('abcdefgh', '../..', 'x'.repeat(200))),
    })
    await fc.assert(
      fc.asyncProperty(input, async given => {
        const search = new URLSearchParams(
          Object.entries(given.query).map(([name, value]) => [name, safe(value)]),
        )
        const headers: Record<string, string> = { 'if-match': given.ifMatch }
        if (given.key) headers['idempotency-key'] = given.key
        if (operation.body) headers['content-type'] = operation.body.type
        const body = operation.body
          ? typeof given.body === 'string'
            ? given.body.toWellFormed()
            : JSON.stringify(given.body)
          : null
        const response = await at.raw(
          `${filled(operation.path, given.path)}?${search}`,
          { method: operation.method, headers, body: operation.method === 'GET' ? null : body },
          roles[given.role],
        )
        const text = await response.text()
        expect(response.status, `${operation.method} ${operation.path} ${text}`).toBeLessThan(500)
        if (response.status >= 400)
          expect(response.headers.get('content-type')).toBe('application/problem+json')
      }),
      { numRuns: runsOf(operation, roles.length), seed: 20_261_124 },
    )
  }
}

describe('what no schema can say', () => {
  const post = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
    w.raw(
      '/api/people/search',
      { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } },
      worker,
    )

  test.each([
    ['broken JSON', '{"q":', 400, 'malformed-json'],
    ['a key twice', '{"q":"a","q":"b"}', 400, 'malformed-json'],
    ['bytes that are no UTF-8', new Uint8Array([0x22, 0xff, 0x22]), 400, 'malformed-json'],
    ['nothing', '', 400, 'malformed-json'],
    ['ten megabytes', `{"q":"${'x'.repeat(10_000_000)}"}`, 413, 'too-large'],
    ['depth without end', '['.repeat(200_000), 400, 'malformed-json'],
    ['a number too large', '{"q":"a","limit":1e400}', 422, 'invalid'],
    ['a field nobody knows', '{"q":"a","admin":true}', 422, 'invalid'],
  ])('%s', async (_, body, status, code) => {
    const response = await post(body as string)
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([status, code])
  })

  test('another content type', async () => {
    expect((await post('{"q":"a"}', { 'content-type': 'text/plain' })).status).toBe(415)
  })

  test.each([
    '/api/../../package.json',
    '/api/people/..%2f..%2f',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/api/people/%00',
  ])('path trick %s', async path => {
    const response = await w.raw(path, {}, worker)
    expect([401, 404]).toContain(response.status)
  })
})

test('the log of the operator holds nothing that was sent', () => {
  const log = w.logged.join('\n')
  expect(log).not.toBe('')
  for (const text of texts.filter(one => one.trim().length > 3 && !/^\d/.test(one) && one !== 'null')) {
    expect(log).not.toContain(text)
  }
  expect(log).not.toContain('Көктемова')
  expect(log).not.toContain(known)
})
