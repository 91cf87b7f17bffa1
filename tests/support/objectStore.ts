/**
 * A store that speaks as much of S3 as a node asks for, keeps objects in memory, and takes nothing that is not signed as it should be. It can be
 * told to fail in the ways in which stores fail.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { faultOf, type Signer } from './signature4.ts'

/** `cut`: hangs up in the middle of a file; `short`: has lost the end of it and does not know. */
export type Mood = 'well' | 'busy' | 'busy-once' | 'silent' | 'cut' | 'short' | 'refuses'

interface Kept {
  body: Buffer
  at: Date
}

const page = 3

export async function objectStore() {
  const signer: Signer = {
    accessKeyId: 'kerege-test',
    secretAccessKey: 'a/secret+of the store',
    region: 'eu-central-1',
  }
  const bucket = 'papers-of-a-node'
  const objects = new Map<string, Kept>()
  const asked: string[] = []
  const faults: string[] = []
  let mood: Mood = 'well'

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks)
    const { method = '', url = '' } = request
    asked.push(`${method} ${url}`)
    if (mood === 'silent') return
    const busy = mood === 'busy' || mood === 'busy-once'
    if (mood === 'busy-once') mood = 'well'
    if (busy) return end(response, 503, 'SlowDown')
    const headers = request.headers as Record<string, string>
    const fault = faultOf({ method, target: url, headers }, body, signer)
    if (fault) faults.push(fault)
    if (fault || mood === 'refuses') return end(response, 403, fault ?? 'AccessDenied')
    const { pathname, searchParams } = new URL(url, 'http://store')
    const [, first, ...rest] = pathname.split('/')
    if (first !== bucket) return end(response, 404, 'NoSuchBucket')
    const key = decodeURIComponent(rest.join('/'))
    if (key === '') return list(response, searchParams)
    switch (method) {
      case 'PUT':
        objects.set(key, { body, at: new Date() })
        return response.writeHead(200).end()
      case 'DELETE':
        objects.delete(key)
        return response.writeHead(204).end()
      default:
        return give(response, objects.get(key), headers['range'])
    }
  }

  function give(response: ServerResponse, kept: Kept | undefined, range: string | undefined) {
    if (!kept) return end(response, 404, 'NoSuchKey')
    const whole = mood === 'short' ? kept.body.subarray(0, Math.floor(kept.body.length / 2)) : kept.body
    const most = Number(/^bytes=0-(\d+)$/.exec(range ?? '')?.[1] ?? whole.length - 1)
    const part = whole.subarray(0, most + 1)
    response.writeHead(range ? 206 : 200, {
      'content-length': part.length,
      ...(range ? { 'content-range': `bytes 0-${part.length - 1}/${whole.length}` } : {}),
    })
    if (mood !== 'cut' || range) return response.end(part)
    response.write(part.subarray(0, Math.floor(part.length / 2)), () => response.destroy())
  }

  function list(response: ServerResponse, query: URLSearchParams) {
    const after = query.get('continuation-token') ?? ''
    const all = [...objects]
      .filter(([key]) => key.startsWith(query.get('prefix') ?? '') && key > after)
      .sort()
    const shown = all.slice(0, page)
    const last = all.length > page ? shown.at(-1)?.[0] : undefined
    response
      .writeHead(200, { 'content-type': 'application/xml' })
      .end(
        `<?xml version="1.0" encoding="UTF-8"?><ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><IsTruncated>${last !== undefined}</IsTruncated>${
          last === undefined ? '' : `<NextContinuationToken>${last}</NextContinuationToken>`
        }${shown
          .map(
            ([key, { body, at }]) =>
              `<Contents><Key>${key}</Key><LastModified>${at.toISOString()}</LastModified><Size>${body.length}</Size></Contents>`,
          )
          .join('')}</ListBucketResult>`,
      )
  }

  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo // a TCP server has a port
  return {
    settings: { ...signer, endpoint: `http://127.0.0.1:${port}`, bucket, pathStyle: true, patienceMs: 400 },
    objects,
    /** Every request, as it came. */
    asked,
    /** Why requests were refused for how they were signed. */
    faults,
    feel(next: Mood) {
      mood = next
    },
    close: () =>
      new Promise<void>(done => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

function end(response: ServerResponse, status: number, code: string) {
  response.writeHead(status, { 'content-type': 'application/xml' }).end(`<Error><Code>${code}</Code></Error>`)
}
