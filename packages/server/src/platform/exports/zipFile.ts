/**
 * Reads an archive from the disk entry by entry, so that one of any size can be checked with little memory. Believes nothing:
 * the table, the heads of the entries and what comes out of them have to agree.
 */
import type { FileHandle } from 'node:fs/promises'
import { createInflateRaw } from 'node:zlib'

export interface ZipFileEntry {
  readonly name: string
  readonly packed: number
  readonly size: number
  readonly stored: boolean
  /** Where its head begins. */
  readonly head: number
}

/** What is wrong with the file itself, in one sentence. */
export class ZipFault extends Error {}

const endBytes = 22
const mostTable = 40_000_000

export async function entriesOf(file: FileHandle): Promise<ZipFileEntry[]> {
  const { size } = await file.stat()
  if (size < endBytes) throw new ZipFault('The file is too short to be an archive.')
  const end = await read(file, size - endBytes, endBytes)
  if (end.readUInt32LE(0) !== 0x06054b50)
    throw new ZipFault('The end of the archive is missing: it was cut off or is no archive.')
  const count = end.readUInt16LE(10)
  const length = end.readUInt32LE(12)
  const from = end.readUInt32LE(16)
  if (from + length !== size - endBytes || length > mostTable)
    throw new ZipFault('The table of the archive is not where it says.')
  const table = await read(file, from, length)
  const entries: ZipFileEntry[] = []
  let at = 0
  for (let n = 0; n < count; n += 1) {
    if (at + 46 > length || table.readUInt32LE(at) !== 0x02014b50)
      throw new ZipFault('The table of the archive is broken.')
    const nameBytes = table.readUInt16LE(at + 28)
    const method = table.readUInt16LE(at + 10)
    if (method !== 0 && method !== 8) throw new ZipFault('A part is packed in a way that is not read.')
    entries.push({
      name: table.toString('utf8', at + 46, at + 46 + nameBytes),
      packed: table.readUInt32LE(at + 20),
      size: table.readUInt32LE(at + 24),
      stored: method === 0,
      head: table.readUInt32LE(at + 42),
    })
    at += 46 + nameBytes + table.readUInt16LE(at + 30) + table.readUInt16LE(at + 32)
  }
  return entries
}

/** What an entry holds, never more than its table says and one piece beyond. */
export async function* contentOf(file: FileHandle, entry: ZipFileEntry): AsyncGenerator<Buffer> {
  const head = await read(file, entry.head, 30)
  if (head.readUInt32LE(0) !== 0x04034b50)
    throw new ZipFault(`The part ${entry.name} does not begin where the table says.`)
  const start = entry.head + 30 + head.readUInt16LE(26) + head.readUInt16LE(28)
  const packed = pieces(file, start, entry.packed)
  if (entry.stored) {
    yield* packed
    return
  }
  const inflate = createInflateRaw()
  let made = 0
  try {
    const feeding = (async () => {
      for await (const piece of packed) {
        if (!inflate.write(piece)) await new Promise(resolve => inflate.once('drain', resolve))
      }
      inflate.end()
    })()
    feeding.catch(error => inflate.destroy(error as Error))
    for await (const piece of inflate) {
      made += (piece as Buffer).length
      if (made > entry.size) throw new ZipFault(`The part ${entry.name} is larger than the table says.`)
      yield piece as Buffer
    }
  } catch (error) {
    throw error instanceof ZipFault ? error : new ZipFault(`The part ${entry.name} cannot be unpacked.`)
  } finally {
    inflate.destroy()
  }
}

async function* pieces(file: FileHandle, from: number, length: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < length; at += 65_536) yield await read(file, from + at, Math.min(65_536, length - at))
}

async function read(file: FileHandle, from: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length)
  const { bytesRead } = await file.read(buffer, 0, length, from)
  if (bytesRead !== length) throw new ZipFault('The archive ends before it should.')
  return buffer
}
