/** The line outside never leads into the house, ends in time, and takes no more than fits. */
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { namesInside, openOutside, type OutsideFault } from './outside.ts'

let server: Server | undefined
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})
async function serving(listener: RequestListener): Promise<string> {
  server = createServer(listener)
  await new Promise<void>(done => server?.listen(0, '127.0.0.1', done))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
const fault = (over: object, url: string) =>
  openOutside(over)
    .get(url)
    .then(
      () => 'came',
      (error: { fault: OutsideFault }) => error.fault,
    )

describe('never into the house', () => {
  test.each([
    'http://127.0.0.1:1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:a00:1]/',
    'http://10.0.0.1/',
    'http://172.20.0.1/',
    'http://192.168.1.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://100.64.0.1/',
    'http://0.0.0.0/',
    'http://[fd00::1]/',
    'http://[fe80::1]/',
    'http://localhost:1/',
    'file:///etc/passwd',
    'gopher://127.0.0.1/',
    'http://user:secret@library.example/',
    'not an address',
  ])('%s', async url => expect(await fault({}, url)).toBe('address-refused'))

  test('nor by a redirect', async () => {
    const url = await serving((_, response) => {
      response.writeHead(302, { location: 'http://169.254.169.254/' }).end()
    })
    // Only the first step is let in: the door of the test itself.
    const outside = openOutside({ allowPrivate: true, patienceMs: 2000 })
    await expect(outside.get(url)).rejects.toMatchObject({ name: 'OutsideError' })
    expect(await fault({}, url)).toBe('address-refused')
  })

  test('and outside is outside', () => {
    for (const address of ['8.8.8.8', '2606:4700:4700::1111', '91.198.174.192'])
      expect(namesInside(address)).toBe(false)
  })
})

describe('an answer', () => {
  test('comes, packed or not, and by a redirect', async () => {
    const url = await serving((request, response) => {
      if (request.url === '/there')
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('<a>қ</a>'))
      else response.writeHead(301, { location: '/there' }).end()
    })
    expect(await openOutside({ allowPrivate: true }).get(url)).toBe('<a>қ</a>')
  })
  test('that has no end, unpacked or packed, is cut', async () => {
    const url = await serving((request, response) => {
      if (request.url === '/packed')
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(5_000_000)))
      else response.writeHead(200).end(Buffer.alloc(200_000))
    })
    expect(await fault({ allowPrivate: true, mostBytes: 100_000 }, url)).toBe('too-large')
    expect(await fault({ allowPrivate: true, mostBytes: 100_000 }, `${url}/packed`)).toBe('too-large')
  })
  test('that does not come is not waited for', async () => {
    const url = await serving((request, response) => {
      if (request.url === '/drip') response.writeHead(200).write('<')
    })
    expect(await fault({ allowPrivate: true, patienceMs: 200 }, url)).toBe('too-slow')
    expect(await fault({ allowPrivate: true, patienceMs: 200 }, `${url}/drip`)).toBe('too-slow')
  })
  test('of trouble says what and until when; one that goes round says so; nobody there is nobody', async () => {
    const url = await serving((request, response) => {
      if (request.url === '/round') response.writeHead(302, { location: '/round' }).end()
      else response.writeHead(503, { 'retry-after': '120' }).end()
    })
    await expect(openOutside({ allowPrivate: true }).get(url)).rejects.toMatchObject({
      fault: 'answered',
      status: 503,
      retryAfter: 120,
    })
    expect(await fault({ allowPrivate: true }, `${url}/round`)).toBe('answered')
    expect(await fault({ allowPrivate: true }, 'http://127.0.0.1:9/')).toBe('away')
  })
})
