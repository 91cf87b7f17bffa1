/**
 * A ZIP written as it is read: entries one behind the other, compressed, sizes told after each (APPNOTE.TXT 6.3.10,
 * section 4.3.9). Holds one piece of one entry at a time, and asks for the next only when somebody takes it.
 */
import { crc32, createDeflateRaw } from 'node:zlib'

export interface ZipPart {
  name: string
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>
}

// 1 January 1980, the first day that the format knows: when a file left, it says itself inside.
const day = 0x21
const most = 0xffff_ffff

export async function* zipOf(parts: AsyncIterable<ZipPart> | Iterable<ZipPart>): AsyncGenerator<Uint8Array> {
  const table: Buffer[] = []
  let offset = 0
  for await (const { name, chunks } of parts) {
    const tally = { crc: 0, size: 0 }
    const entryAt = offset
    const head = localHeader(name)
    offset += head.length
    yield head
    let packed = 0
    for await (const chunk of deflated(chunks, tally)) {
      packed += chunk.length
      yield chunk
    }
    if (tally.size > most || entryAt > most) throw new Error('A part is larger than this ZIP can say.')
    const sizes = Buffer.alloc(12)
    sizes.writeUInt32LE(tally.crc, 0)
    sizes.writeUInt32LE(packed, 4)
    sizes.writeUInt32LE(tally.size, 8)
    offset += packed + 16
    yield Buffer.concat([Buffer.from('PK\x07\x08', 'latin1'), sizes])
    table.push(tableEntry(name, sizes, entryAt))
  }
  yield Buffer.concat([...table, tableEnd(table, offset)])
}

/** Compresses piece by piece; nothing is read ahead of who takes it. */
async function* deflated(chunks: ZipPart['chunks'], tally: { crc: number; size: number }) {
  const deflate = createDeflateRaw({ level: 6 })
  let made: Uint8Array[] = []
  deflate.on('data', (chunk: Uint8Array) => made.push(chunk))
  try {
    for await (const chunk of chunks) {
      tally.crc = crc32(chunk, tally.crc)
      tally.size += chunk.length
      await new Promise<void>((resolve, reject) =>
        deflate.write(chunk, error => (error ? reject(error) : resolve())),
      )
      const ready = made
      made = []
      yield* ready
    }
    const ended = new Promise<void>((resolve, reject) => deflate.once('end', resolve).once('error', reject))
    deflate.end()
    await ended
    yield* made
  } finally {
    deflate.destroy()
  }
}

/** Version 2.0, names in UTF-8, sizes told behind, deflated. */
function common(): Buffer {
  const bytes = Buffer.alloc(10)
  bytes.writeUInt16LE(20, 0)
  bytes.writeUInt16LE(0x0808, 2)
  bytes.writeUInt16LE(8, 4)
  bytes.writeUInt16LE(day, 8)
  return bytes
}

function localHeader(name: string): Buffer {
  const rest = Buffer.alloc(16)
  rest.writeUInt16LE(Buffer.byteLength(name), 12)
  return Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common(), rest, Buffer.from(name)])
}

function tableEntry(name: string, sizes: Buffer, at: number): Buffer {
  const rest = Buffer.alloc(18)
  rest.writeUInt16LE(Buffer.byteLength(name), 0)
  rest.writeUInt32LE(at, 14)
  const madeBy = Buffer.from([20, 0])
  return Buffer.concat([
    Buffer.from('PK\x01\x02', 'latin1'),
    madeBy,
    common(),
    sizes,
    rest,
    Buffer.from(name),
  ])
}

function tableEnd(table: readonly Buffer[], at: number): Buffer {
  const bytes = Buffer.alloc(18)
  bytes.writeUInt16LE(table.length, 4)
  bytes.writeUInt16LE(table.length, 6)
  bytes.writeUInt32LE(
    table.reduce((sum, entry) => sum + entry.length, 0),
    8,
  )
  bytes.writeUInt32LE(at, 12)
  return Buffer.concat([Buffer.from('PK\x05\x06', 'latin1'), bytes])
}
