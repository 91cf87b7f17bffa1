/** The line to an object store: what it signs is judged by the published rules, and whatever a store does, a file is whole or not there. */
import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { objectStore } from '../../../../tests/support/objectStore.ts'
import { signatureOf } from '../../../../tests/support/signature4.ts'
import { nameOf, StoreTrouble } from './fileStore.ts'
import { newId } from './ids.ts'
import { openBucket } from './objectStore.ts'

let there: Awaited<ReturnType<typeof objectStore>>
let folder: string
beforeAll(async () => {
  there = await objectStore()
  folder = await mkdtemp(join(tmpdir(), 'kerege-store-'))
})
beforeEach(() => {
  there.feel('well')
  there.objects.clear()
})
afterAll(async () => {
  await there.close()
  await rm(folder, { recursive: true, force: true })
})

const files = (over = {}) => openBucket({ ...there.settings, ...over }, folder)
const put = async (bytes: Buffer, store = files()) => {
  const id = newId()
  await store.put(id, path => writeFile(path, bytes))
  return id
}
async function got(id: string, first?: number): Promise<Buffer | null> {
  const found = await files().find(id, first)
  if (!found) return null
  const parts: Uint8Array[] = []
  for await (const part of found.bytes) parts.push(part)
  return Buffer.concat(parts)
}
const waiting = () => readdir(join(folder, 'leaving')).catch(() => [])

describe('the rules of signing', () => {
  // Published by Amazon with the rules ("Examples: Signature Calculations"); the key belongs to nobody.
  const signer = {
    accessKeyId: `${'AKIA'}IOSFODNN7EXAMPLE`,
    secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    region: 'us-east-1',
  }
  const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
  test.each([
    [
      'GET',
      '/test.txt',
      { range: 'bytes=0-9' },
      empty,
      'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
    ],
    [
      'PUT',
      '/test%24file.text',
      { date: 'Fri, 24 May 2013 00:00:00 GMT', 'x-amz-storage-class': 'REDUCED_REDUNDANCY' },
      '44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072',
      '98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd',
    ],
    ['GET', '/?lifecycle', {}, empty, 'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543'],
    [
      'GET',
      '/?max-keys=2&prefix=J',
      {},
      empty,
      '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
    ],
  ])('give the published signature: %s %s', (method, target, more, digest, signature) => {
    const headers: Record<string, string> = {
      ...more,
      host: 'examplebucket.s3.amazonaws.com',
      'x-amz-content-sha256': digest,
      'x-amz-date': '20130524T000000Z',
    }
    const names = Object.keys(headers).sort().join(';')
    headers['authorization'] =
      `AWS4-HMAC-SHA256 Credential=${signer.accessKeyId}/20130524/us-east-1/s3/aws4_request, SignedHeaders=${names}, Signature=${signature}`
    expect(signatureOf({ method, target, headers }, signer)?.expected).toBe(signature)
  })
})

describe('a file in a bucket', () => {
  test.each([0, 1, 65_552, 300_001])('of %i bytes comes back, and its beginning alone', async size => {
    const bytes = randomBytes(size)
    const id = await put(bytes)
    expect([...there.objects.keys()]).toEqual([nameOf(id)])
    expect(await got(id)).toEqual(bytes)
    if (size > 0) expect(await got(id, 100)).toEqual(bytes.subarray(0, 100))
    expect((await files().find(id, 10))?.size ?? size).toBe(size)
    expect(await waiting()).toEqual([])
    await files().drop(id)
    await files().drop(id)
    expect(await got(id)).toBeNull()
    expect(there.faults).toEqual([])
  })

  test('is listed page by page when it is old enough, whatever else lies there', async () => {
    const ids = []
    for (let n = 0; n < 7; n += 1) ids.push(await put(randomBytes(9)))
    there.objects.set('documents/letter.txt', { body: Buffer.from('of somebody else'), at: new Date(0) })
    const settled = async (now: Date) => {
      const all = []
      for await (const one of files().settled(now)) all.push(...one.ids, ...one.pieces)
      return all.sort()
    }
    expect(await settled(new Date())).toEqual([])
    expect(await settled(new Date(Date.now() + 3_700_000))).toEqual(ids.toSorted())
    // What a fallen process left beside the data folder is told as well.
    const piece = join(folder, 'leaving', `${newId()}.part`)
    await mkdir(join(folder, 'leaving'), { recursive: true })
    await writeFile(piece, 'x')
    await utimes(piece, new Date(0), new Date(0))
    expect(await settled(new Date())).toEqual([piece])
    await rm(piece)
  })

  test('is asked for once more where the store was busy, and then given up', async () => {
    there.feel('busy-once')
    const id = await put(Buffer.from('sealed'))
    expect(await got(id)).toEqual(Buffer.from('sealed'))
    there.feel('busy')
    const before = there.asked.length
    await expect(got(id)).rejects.toMatchObject({ code: 'store-away' })
    expect(there.asked.length - before).toBe(2)
  })

  test.each([
    ['silent', 'store-away'],
    ['busy', 'store-away'],
    ['refuses', 'store-refused'],
  ] as const)('is not half there when the store is %s', async (mood, code) => {
    there.feel(mood)
    await expect(put(randomBytes(1000))).rejects.toMatchObject({ code })
    await expect(got(newId())).rejects.toBeInstanceOf(StoreTrouble)
    await expect(files().drop(newId())).rejects.toBeInstanceOf(StoreTrouble)
    await expect(files().isEmpty()).rejects.toBeInstanceOf(StoreTrouble)
    there.feel('well')
    expect([...there.objects.keys()]).toEqual([])
    expect(await waiting()).toEqual([])
  })

  test('breaks off with trouble when the store hangs up amid it', async () => {
    const id = await put(randomBytes(900_000))
    there.feel('cut')
    await expect(got(id)).rejects.toMatchObject({ code: 'store-away' })
  })

  test('is refused with a wrong key, another region, or no such bucket, and no sentence names them', async () => {
    for (const [over, fault, standing] of [
      [{ secretAccessKey: 'guessed' }, 'SignatureDoesNotMatch', 'refused'],
      [{ accessKeyId: 'somebody' }, 'InvalidAccessKeyId', 'refused'],
      [{ region: 'us-east-1' }, 'AuthorizationHeaderMalformed', 'refused'],
      [{ bucket: 'no-such-bucket' }, undefined, 'none'],
    ] as const) {
      there.faults.length = 0
      const said = await put(randomBytes(10), files(over)).catch((error: Error) => error)
      expect(said).toMatchObject({ code: 'store-refused' })
      expect(there.faults.at(-1)).toBe(fault)
      expect(await files(over).look?.()).toBe(standing)
      for (const word of [there.settings.bucket, 'no-such-bucket', there.settings.accessKeyId, 'guessed'])
        expect(String(said)).not.toContain(word)
    }
    expect(await files().look?.()).toBe('ok')
    there.feel('busy')
    expect(await files().look?.()).toBe('away')
    expect(await files({ endpoint: 'http://127.0.0.1:9' }).look?.()).toBe('away')
    expect(there.objects.size).toBe(0)
  })
})
