/** The sealed file byte by byte: what opens it, what does not, and that memory does not grow with it. */
import { randomBytes, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { memoryHeld } from '../../testing/memory.ts'
import { DamagedFile, type Finding, opens, readSealed, writeSealed } from './sealedFile.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kerege-sealed-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const key = randomBytes(32)
const chunk = 65_536
const newPath = () => join(folder, randomUUID())

async function sealed(plain: Buffer): Promise<string> {
  const path = newPath()
  await writeSealed(path, key, [plain])
  return path
}

/** A file as the data folder gives it. */
const lying =
  (path: string): Finding =>
  async first => {
    const found = await stat(path).catch(() => null)
    const end = first === undefined ? {} : { end: first - 1 }
    return found && { size: found.size, bytes: createReadStream(path, end) as AsyncIterable<Buffer> }
  }

async function content(path: string, by = key): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of readSealed(lying(path), by)) parts.push(part)
  return Buffer.concat(parts)
}

describe('a sealed file', () => {
  test.each([0, 1, chunk - 1, chunk, chunk + 1, 3 * chunk, 200_001])('gives %i bytes back', async size => {
    const plain = randomBytes(size)
    const path = await sealed(plain)
    expect(await content(path)).toEqual(plain)
    expect((await stat(path)).size).toBe(8 + size + 16 * Math.max(1, Math.ceil(size / chunk)))
    expect((await stat(path)).mode & 0o077).toBe(0)
  })

  test('takes pieces of any size', async () => {
    const plain = randomBytes(150_000)
    const path = newPath()
    const pieces = [0, 1, 70_000, 70_001, 150_000].map((from, i, all) => plain.subarray(from, all[i + 1]))
    await writeSealed(path, key, [plain.subarray(0, 0), ...pieces])
    expect(await content(path)).toEqual(plain)
  })

  test('does not open by another key, and shows nothing without one', async () => {
    const path = await sealed(Buffer.from('Көктемова Әлия '.repeat(200)))
    await expect(content(path, randomBytes(32))).rejects.toThrow(DamagedFile)
    expect(await opens(lying(path), randomBytes(32))).toBe(false)
    expect((await readFile(path)).includes('Әлия')).toBe(false)
  })

  const plain = randomBytes(3 * chunk - 5)
  const chunkAt = (number: number) => 8 + number * (chunk + 16)
  const swapped = (bytes: Buffer) => {
    const first = Buffer.from(bytes.subarray(chunkAt(0), chunkAt(1)))
    bytes.copy(bytes, chunkAt(0), chunkAt(1), chunkAt(2))
    first.copy(bytes, chunkAt(1))
    return bytes
  }
  const flipped = (at: number) => (bytes: Buffer) => {
    bytes[at] = (bytes[at] ?? 0) ^ 1
    return bytes
  }
  test.each<[string, (bytes: Buffer) => Buffer]>([
    ['a byte of the head', flipped(2)],
    ['a byte of the first chunk', flipped(100)],
    ['a byte of the last chunk', flipped(chunkAt(2) + 9)],
    ['the last byte', bytes => flipped(bytes.length - 1)(bytes)],
    ['two chunks that changed places', swapped],
    ['a chunk left out', bytes => Buffer.concat([bytes.subarray(0, chunkAt(1)), bytes.subarray(chunkAt(2))])],
    ['a chunk repeated', bytes => Buffer.concat([bytes.subarray(0, chunkAt(1)), bytes.subarray(8)])],
    ['a cut between chunks', bytes => bytes.subarray(0, chunkAt(2))],
    ['a cut within a chunk', bytes => bytes.subarray(0, -7)],
    ['more bytes', bytes => Buffer.concat([bytes, bytes.subarray(chunkAt(2))])],
    ['only a head', bytes => bytes.subarray(0, 8)],
    ['nothing', () => Buffer.alloc(0)],
  ])('does not open with %s', async (_, change) => {
    const path = await sealed(plain)
    await writeFile(path, change(await readFile(path)))
    await expect(content(path)).rejects.toThrow(DamagedFile)
  })

  test('is not opened when it is gone', async () => {
    expect(await opens(lying(join(folder, 'absent')), key)).toBe(false)
    const path = await sealed(plain)
    await truncate(path, 30)
    expect(await opens(lying(path), key)).toBe(false)
  })

  test('keeps memory flat for 20 MB, both ways', async () => {
    const size = 20_000_000
    function* made() {
      for (let at = 0; at < size; at += 100_000) yield Buffer.alloc(100_000, at % 251)
    }
    const path = newPath()
    const before = memoryHeld()
    let most = 0
    let steps = 0
    const step = () => {
      steps += 1
      if (steps % 90 === 0) most = Math.max(most, memoryHeld() - before)
    }
    function* watched() {
      for (const piece of made()) {
        step()
        yield piece
      }
    }
    await writeSealed(path, key, watched())
    let read = 0
    for await (const part of readSealed(lying(path), key)) {
      read += part.length
      step()
    }
    expect(read).toBe(size)
    expect(most).toBeLessThan(10_000_000)
    expect(steps, 'looked at both ways').toBeGreaterThan(4 * 90)
  }, 120_000)
})
