/** What stands on every answer of a node, whatever was asked: heads for the browser, and nothing that helps a stranger. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { type AddressInfo, connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type World, world } from '../testing/world.ts'

const page = '<!doctype html><title>Kerege</title>'
/** Smuggling begins where two readers of one request find two ends of it. */
const twoLengths =
  'POST /api/sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET'

let w: World
let webDir: string
let port: number
beforeAll(async () => {
  webDir = await mkdtemp(join(tmpdir(), 'kerege-web-'))
  await mkdir(join(webDir, 'assets'))
  await writeFile(join(webDir, 'index.html'), page)
  await writeFile(join(webDir, 'assets/app.js'), 'export {}')
  port = await freePort()
  w = await world({ listen: { port, webDir } })
}, 60_000)
afterAll(async () => {
  await w.close()
  await rm(webDir, { recursive: true, force: true })
})

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise(resolve => server.once('listening', resolve))
  const { port: found } = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  return found
}

/** Past what `fetch` allows a program to ask. */
const asked = (method: string, path: string) =>
  new Promise<{ status: number; text: string; headers: Record<string, unknown> }>((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, method, path }, answer => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          text: Buffer.concat(parts).toString(),
          headers: answer.headers,
        }),
      )
    })
    sent.once('error', reject)
    sent.end()
  })

const everywhere = [
  '/',
  '/assets/app.js',
  '/sign-in',
  '/health',
  '/ready',
  '/api/openapi.json',
  '/api/session',
  '/api/nothing',
  '/log/checkpoint',
  '/none.txt',
]

describe('every answer', () => {
  test.each(everywhere)('of %s has strict heads, its type, and lets no other origin in', async path => {
    const { headers } = await asked('GET', path)
    const policy = String(headers['content-security-policy'])
    for (const part of [
      "default-src 'none'",
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "script-src 'self'",
    ])
      expect(policy).toContain(part)
    expect(policy).not.toMatch(/unsafe-|\*|https?:/)
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    })
    expect(headers['access-control-allow-origin']).toBeUndefined()
    expect(headers['server'] ?? headers['x-powered-by']).toBeUndefined()
    expect(String(headers['content-type'])).toMatch(
      /^(text\/[a-z]+; ?charset=utf-8|application\/(problem\+)?json)/i,
    )
    // Bound to TLS where there is any; on this machine there is none.
    expect(headers['strict-transport-security']).toBeUndefined()
    expect(headers['location']).toBeUndefined()
  })

  test('with data in it is kept by nobody on the way', async () => {
    const answer = await w.raw('/api/session', {}, await w.somebody('administrator'))
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })
})

describe('nothing is told', () => {
  test.each(['TRACE', 'TRACK', 'PROPFIND'])('for %s', async method => {
    const { status, text } = await asked(method, '/api/session')
    expect(status).toBeGreaterThanOrEqual(400)
    expect(text).not.toMatch(/cookie|x-kerege/i)
  })

  // What has no ending is a page of the app, the same for every address; what has one and is not there is not there.
  test.each([
    ['/assets/', 200],
    ['/assets', 200],
    ['/.git/config', 200],
    ['/..%2f..%2fetc/passwd', 200],
    ['/package.json', 404],
    ['/assets/app.js.map', 404],
  ])('of a folder or a file that is not served: %s', async (path, expected) => {
    const { status, text } = await asked('GET', path)
    expect(status).toBe(expected)
    if (status === 200) expect(text).toBe(page)
    else expect(JSON.parse(text)).toMatchObject({ code: 'not-found' })
  })

  test('of two lengths in one request', async () => {
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => socket.write(twoLengths))
      socket.once('error', reject)
      socket.once('data', (part: Buffer) => resolve(part.toString('latin1', 0, 20)))
    })
    expect(answer).toMatch(/^HTTP\/1\.1 400/)
  })
})
