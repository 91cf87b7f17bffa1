/**
 * Sealed files in a bucket of a store that speaks S3. Each file is first written beside the data folder, so that its length and digest are known
 * and no file is ever whole in memory; then it goes over in one request, signed with that digest, and is there whole or not at all. Requests are
 * signed by `aws4fetch` (Signature Version 4). Neither the bucket nor a key stands in any sentence or log.
 */
import { createHash } from 'node:crypto'
import { createReadStream, openAsBlob } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { AwsClient } from 'aws4fetch'
import {
  type FileStore,
  graceMs,
  isFileId,
  nameOf,
  settledIn,
  type StoreStanding,
  StoreTrouble,
} from './fileStore.ts'
import { childOf, elementsOf, readXml, wordsOf } from './xmlTree.ts'

export interface ObjectStore {
  readonly endpoint: string
  readonly bucket: string
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
  /** `endpoint/bucket/key`; else `bucket.endpoint/key`. */
  readonly pathStyle: boolean
  /** After which a store that is silent is given up. A request may wait for it, with its transaction open. */
  readonly patienceMs?: number
}

const patienceUnlessTold = 10_000
/** A store that is busy or hangs up is asked once more, after a moment; one that is silent is not: somebody waits. */
const breathMs = 200
/** Below which a line is too slow to be waited for. */
const bytesPerMs = 1000
const none: StoreStanding = 'none'

type Asked = {
  method: string
  path?: string
  query?: Record<string, string>
  headers?: Record<string, string>
} & {
  body?: Blob
}

/** @param dataDir where files wait until they have gone over */
export function openBucket(settings: ObjectStore, dataDir: string): FileStore {
  const { endpoint, bucket, pathStyle, region, accessKeyId, secretAccessKey } = settings
  const patienceMs = settings.patienceMs ?? patienceUnlessTold
  const signer = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 0 })
  const base = new URL(endpoint)
  if (!pathStyle) base.hostname = `${bucket}.${base.hostname}`
  const root = `${base.href.replace(/\/+$/, '')}${pathStyle ? `/${bucket}` : ''}`
  const leaving = join(dataDir, 'leaving')

  /** Headers of the answer within the patience; a body after them has its own. */
  async function once({ method, path, query, headers, body }: Asked): Promise<Response> {
    const url = `${root}/${path ?? ''}${query ? `?${new URLSearchParams(query)}` : ''}`
    const silence = new AbortController()
    const timer = setTimeout(() => silence.abort(), patienceMs + (body?.size ?? 0) / bytesPerMs)
    try {
      const request = await signer.sign(url, {
        method,
        headers: { 'x-amz-content-sha256': emptyDigest, ...headers },
        ...(body ? { body } : {}),
      })
      // A store that sends us elsewhere is not the one that was meant.
      return await fetch(request, { redirect: 'error', signal: silence.signal })
    } catch {
      const late = silence.signal.aborted
      throw new StoreTrouble(
        'store-away',
        `The object store ${late ? 'is silent' : 'does not answer'}.`,
        !late,
      )
    } finally {
      clearTimeout(timer)
    }
  }

  async function answered(asked: Asked): Promise<Response> {
    const answer = await once(asked)
    if (answer.ok || answer.status === 404) return answer
    await answer.body?.cancel()
    const busy = answer.status >= 500 || answer.status === 429
    throw new StoreTrouble(
      busy ? 'store-away' : 'store-refused',
      `The object store answered ${answer.status}.`,
      busy,
    )
  }

  /** Asks once more where the store was away or had too much to do. What it refuses it would refuse again. */
  async function ask(asked: Asked): Promise<Response> {
    try {
      return await answered(asked)
    } catch (error) {
      if (!(error as StoreTrouble).mayPass) throw error
      await pause(breathMs)
      return answered(asked)
    }
  }

  async function page(after?: string): Promise<{ files: { id: string; at: number }[]; next?: string }> {
    const query = {
      'list-type': '2',
      prefix: 'documents/',
      ...(after === undefined ? {} : { 'continuation-token': after }),
    }
    const answer = await ask({ method: 'GET', query })
    if (answer.status === 404) throw new StoreTrouble('store-refused', 'The object store has no such bucket.')
    return readPage(await textOf(answer, patienceMs))
  }

  return {
    async put(id, write) {
      const part = join(leaving, `${id}.part`)
      await mkdir(leaving, { recursive: true, mode: 0o700 })
      try {
        await write(part)
        const body = await openAsBlob(part)
        const headers = { 'x-amz-content-sha256': await digestOf(part) }
        const answer = await ask({ method: 'PUT', path: nameOf(id), headers, body })
        await answer.body?.cancel()
        if (!answer.ok) throw new StoreTrouble('store-refused', 'The object store has no such bucket.')
      } finally {
        await rm(part, { force: true })
      }
    },
    async find(id, first) {
      const headers = first === undefined ? {} : { range: `bytes=0-${first - 1}` }
      const answer = await ask({ method: 'GET', path: nameOf(id), headers })
      if (answer.status === 404) {
        await answer.body?.cancel()
        return null
      }
      // Of a part it says the whole behind a slash; a store that knows no parts sends everything.
      const size = Number(
        answer.headers.get('content-range')?.split('/')[1] ?? answer.headers.get('content-length'),
      )
      if (!Number.isSafeInteger(size)) {
        await answer.body?.cancel()
        throw new StoreTrouble('store-refused', 'The object store does not say how long a file is.')
      }
      return { size, bytes: bytesOf(answer, patienceMs) }
    },
    async drop(id) {
      const answer = await ask({ method: 'DELETE', path: nameOf(id) })
      await answer.body?.cancel()
    },
    async *settled(now) {
      const { pieces } = await settledIn(leaving, now)
      if (pieces.length > 0) yield { ids: [], pieces }
      let next: string | undefined
      do {
        const found = await page(next)
        const ids = found.files.filter(({ at }) => now.getTime() - at >= graceMs).map(({ id }) => id)
        if (ids.length > 0) yield { ids, pieces: [] }
        next = found.next
      } while (next !== undefined)
    },
    isEmpty: async () => (await page()).files.length === 0,
    async look() {
      const answer = await once({ method: 'GET', query: { 'list-type': '2', 'max-keys': '1' } }).catch(
        () => null,
      )
      await answer?.body?.cancel()
      if (!answer || answer.status >= 500) return 'away'
      if (answer.ok) return 'ok'
      return answer.status === 404 ? none : 'refused'
    },
  }
}

const emptyDigest = createHash('sha256').digest('hex')

async function digestOf(path: string): Promise<string> {
  const sum = createHash('sha256')
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) sum.update(chunk)
  return sum.digest('hex')
}

/** What comes, as long as it comes: a line that stops in the middle is given up. */
async function* bytesOf({ body }: Response, patienceMs: number): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader()
  try {
    for (;;) {
      const read = await withPatience(reader?.read(), patienceMs)
      if (!read || read.done) return
      yield read.value
    }
  } finally {
    await reader?.cancel().catch(() => undefined)
  }
}

async function withPatience<T>(what: Promise<T> | undefined, patienceMs: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new StoreTrouble('store-away', 'The object store stopped in the middle of a file.')),
      patienceMs,
    )
  })
  try {
    return await Promise.race([what, silence])
  } catch (error) {
    if (error instanceof StoreTrouble) throw error
    throw new StoreTrouble('store-away', 'The object store broke off in the middle of a file.')
  } finally {
    clearTimeout(timer)
  }
}

/** A page holds a thousand names at the most. */
const mostText = 2_000_000

async function textOf(answer: Response, patienceMs: number): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of bytesOf(answer, patienceMs)) {
    size += chunk.length
    if (size > mostText) throw new StoreTrouble('store-refused', 'The object store sent more than fits.')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** ListBucketResult, as much of it as is needed. What is no file of ours is passed over. */
function readPage(text: string) {
  const list = rootOf(text)
  const word = (element: typeof list, name: string) => {
    const found = childOf(element, name)
    return found && wordsOf(found)
  }
  const files = elementsOf(list)
    .filter(one => one.name === 'Contents')
    .flatMap(one => {
      const id = word(one, 'Key')?.split('/').at(-1) ?? ''
      return isFileId(id) && word(one, 'Key') === nameOf(id)
        ? [{ id, at: Date.parse(word(one, 'LastModified') ?? '') }]
        : []
    })
  const next = word(list, 'IsTruncated') === 'true' ? word(list, 'NextContinuationToken') : undefined
  return { files, ...(next === undefined ? {} : { next }) }
}

function rootOf(text: string) {
  try {
    return readXml(text)
  } catch {
    throw new StoreTrouble('store-refused', 'The object store answered what is no list.')
  }
}
