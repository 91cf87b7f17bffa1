/** What we write, any tar opens; what we read is what was written, however it arrives. */
import { execFileSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { readTar, type TarFile, TarError, tarOf } from './tar.ts'

type Plain = { name: string; bytes: Uint8Array }

async function* files(plain: readonly Plain[]): AsyncGenerator<TarFile> {
  for (const { name, bytes } of plain) yield { name, size: bytes.length, content: [bytes] }
}

async function whole(plain: readonly Plain[]): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of tarOf(files(plain))) chunks.push(chunk)
  return Buffer.concat(chunks)
}

async function* inPieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function read(bytes: AsyncIterable<Uint8Array>): Promise<Plain[]> {
  const found: Plain[] = []
  for await (const { name, content } of readTar(bytes)) {
    const chunks: Uint8Array[] = []
    for await (const chunk of content) chunks.push(chunk)
    found.push({ name, bytes: new Uint8Array(Buffer.concat(chunks)) })
  }
  return found
}

test('reads what it has written, in pieces of any size', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.uint8Array({ maxLength: 1500, size: 'max' }), { maxLength: 5 }),
      fc.integer({ min: 1, max: 2000 }),
      async (contents, size) => {
        const plain = contents.map((bytes, at) => ({ name: `folder/${at}`, bytes }))
        expect(await read(inPieces(await whole(plain), size))).toEqual(plain)
      },
    ),
    { numRuns: 40 },
  ))

test('the tar of the machine opens it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kerege-tar-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const plain = [
    { name: 'about.json', bytes: Buffer.from('{}') },
    { name: 'tables/people.persons/000001', bytes: Buffer.alloc(1024, 7) },
    { name: 'empty', bytes: Buffer.alloc(0) },
  ]
  await writeFile(join(folder, 'a.tar'), await whole(plain))
  execFileSync('tar', ['xf', 'a.tar'], { cwd: folder })
  expect((await readdir(folder)).sort()).toEqual(['a.tar', 'about.json', 'empty', 'tables'])
  expect(await readFile(join(folder, 'tables/people.persons/000001'))).toEqual(plain[1]?.bytes)
})

test('what is cut short, or no archive, is refused', async () => {
  const good = await whole([{ name: 'a', bytes: Buffer.alloc(700, 1) }])
  for (const length of [0, 100, 600, 1300, 1536])
    await expect(read(inPieces(good.subarray(0, length), 100)), String(length)).rejects.toThrow(TarError)
  await expect(read(inPieces(Buffer.alloc(2048, 9), 100))).rejects.toThrow(TarError)
})

test('a file that is not as long as was said ends the writing', async () => {
  const lying = async function* (): AsyncGenerator<TarFile> {
    yield { name: 'a', size: 5, content: [Buffer.from('four')] }
  }
  const all = async () => {
    for await (const _ of tarOf(lying()));
  }
  await expect(all()).rejects.toThrow('The file a changed while it was read.')
})
