/**
 * An index as one file: a line that says what it is, then the numbers as they lie in memory, each part with its CRC-32. Written beside
 * the old one and put in its place by a rename, so a reader sees the old or the new one, whole.
 */
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { crc32 } from 'node:zlib'
import { analysisVersion } from '@kerege/contract/analysis/analyse'
import type { SearchIndex } from '@kerege/contract/analysis/index/collect'
import type { SearchLanguage } from '@kerege/contract/analysis/languages'

const magic = 'kerege-search'
const format = 1
const alignment = 8

interface Part {
  readonly bytes: number
  readonly crc: number
}
interface Head {
  readonly format: number
  readonly analysis: number
  /** Of another thesaurus than the program's own. */
  readonly thesaurus?: string
  readonly parts: readonly Part[]
}

/** Why a file cannot be used; its sentence is for whoever typed the command. */
export class Unusable extends Error {}

export async function writeIndex(path: string, index: SearchIndex, thesaurus = ''): Promise<void> {
  const parts = [
    Buffer.from(JSON.stringify(index.ids)),
    Buffer.from(JSON.stringify(index.languages)),
    Buffer.from(JSON.stringify(index.keys)),
    bytesOf(index.lengths),
    bytesOf(index.starts),
    bytesOf(index.documents),
    bytesOf(index.counts),
  ]
  const head: Head = {
    format,
    analysis: analysisVersion,
    ...(thesaurus === '' ? {} : { thesaurus }),
    parts: parts.map(part => ({ bytes: part.length, crc: crc32(part) })),
  }
  await mkdir(dirname(path), { recursive: true })
  const beside = `${path}.${process.pid}.new`
  try {
    const file = await open(beside, 'w', 0o600)
    try {
      const first = Buffer.from(`${magic} ${JSON.stringify(head)}\n`)
      await file.writeFile(padded(first))
      for (const part of parts) await file.writeFile(padded(part))
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(beside, path)
  } finally {
    await rm(beside, { force: true })
  }
}

const bytesOf = (numbers: Uint32Array | Uint8Array) =>
  Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength)

const gap = (length: number) => (alignment - (length % alignment)) % alignment
const padded = (part: Buffer) =>
  gap(part.length) === 0 ? part : Buffer.concat([part, Buffer.alloc(gap(part.length), ' ')])

/** `undefined` when there is no such file. @throws Unusable with the reason */
export async function readIndex(path: string, thesaurus = ''): Promise<SearchIndex | undefined> {
  let file: Buffer
  try {
    file = await readFile(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new Unusable(`cannot be read: ${(error as Error).message}`)
  }
  const end = file.indexOf('\n')
  const head = end < 0 ? undefined : headOf(file.subarray(0, end).toString())
  if (!head) throw new Unusable('is not an index of kerege search')
  if (head.format !== format || head.analysis !== analysisVersion) {
    throw new Unusable('was made by another version of the analyser; index its documents again')
  }
  if ((head.thesaurus ?? '') !== thesaurus) {
    throw new Unusable('was made with another thesaurus; index its documents again')
  }
  let at = end + 1 + gap(end + 1)
  const parts = head.parts.map(({ bytes, crc }) => {
    const part = file.subarray(at, at + bytes)
    if (part.length !== bytes || crc32(part) !== crc) {
      throw new Unusable('is damaged; index its documents again')
    }
    at += bytes + gap(bytes)
    return part
  })
  return indexOf(parts)
}

function headOf(line: string): Head | undefined {
  if (!line.startsWith(`${magic} {`)) return undefined
  try {
    const head: unknown = JSON.parse(line.slice(magic.length + 1))
    return isHead(head) ? head : undefined
  } catch {
    return undefined
  }
}

const isHead = (head: unknown): head is Head =>
  typeof head === 'object' &&
  head !== null &&
  'parts' in head &&
  Array.isArray(head.parts) &&
  head.parts.every(part => Number.isSafeInteger(part?.bytes) && Number.isSafeInteger(part?.crc))

/** Parts that passed their checksum are as `writeIndex` wrote them. */
function indexOf(parts: readonly Buffer[]): SearchIndex {
  const texts = (at: number) => JSON.parse(parts[at]?.toString() ?? '[]') as string[]
  return {
    ids: texts(0),
    languages: texts(1) as SearchLanguage[],
    keys: texts(2),
    lengths: numbersOf(parts[3]),
    starts: numbersOf(parts[4]),
    documents: numbersOf(parts[5]),
    counts: new Uint8Array(parts[6] ?? []),
  }
}

/** Copied, since a view wants an address that four divides. */
function numbersOf(part: Buffer | undefined): Uint32Array {
  const numbers = new Uint32Array((part?.length ?? 0) / 4)
  if (part) bytesOf(numbers).set(part)
  return numbers
}
