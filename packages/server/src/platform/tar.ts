/**
 * Tar (POSIX ustar) as far as our own files need it: plain files with short names, one after the other, streamed. Whoever has no
 * Kerege at hand opens what we have written with any `tar`.
 */

const block = 512

export interface TarFile {
  name: string
  size: number
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>
}

/** @throws when a file turns out longer or shorter than was said */
export async function* tarOf(files: AsyncIterable<TarFile>): AsyncGenerator<Uint8Array> {
  for await (const { name, size, content } of files) {
    yield header(name, size)
    let written = 0
    for await (const chunk of content) {
      written += chunk.length
      if (written > size) break
      yield chunk
    }
    if (written !== size) throw new Error(`The file ${name} changed while it was read.`)
    if (size % block !== 0) yield new Uint8Array(block - (size % block))
  }
  yield new Uint8Array(2 * block)
}

function header(name: string, size: number): Uint8Array {
  if (Buffer.byteLength(name) > 100) throw new RangeError('The name is too long for this kind of archive.')
  const bytes = Buffer.alloc(block)
  const octal = (value: number, at: number, length: number) =>
    bytes.write(`${value.toString(8).padStart(length - 1, '0')}\0`, at)
  bytes.write(name, 0)
  octal(0o600, 100, 8)
  octal(0, 108, 8)
  octal(0, 116, 8)
  octal(size, 124, 12)
  octal(0, 136, 12)
  bytes.write('0', 156)
  bytes.write('ustar\x0000', 257)
  octal(checksum(bytes), 148, 7)
  bytes[155] = 0x20
  return bytes
}

/** Sum of the header's bytes, with blanks where the sum itself stands. */
function checksum(bytes: Uint8Array): number {
  let sum = 0
  for (let at = 0; at < block; at += 1) sum += at >= 148 && at < 156 ? 0x20 : (bytes[at] ?? 0)
  return sum
}

/** A file in an archive that is being read; its content has to be read before the next one is asked for. */
export interface OpenTarFile {
  name: string
  size: number
  content: AsyncGenerator<Uint8Array>
}

/** @throws TarError for what is no archive, or ends too early */
export async function* readTar(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<OpenTarFile> {
  const source = piecesOf(bytes)
  for (;;) {
    const head = await source.exactly(block)
    if (head.every(byte => byte === 0)) {
      // To the very end, so that whatever is wrong behind it is heard.
      await source.drain()
      return
    }
    const name = textAt(head, 0, 100)
    const size = Number.parseInt(textAt(head, 124, 12), 8)
    if (!Number.isSafeInteger(size) || Number.parseInt(textAt(head, 148, 8), 8) !== checksum(head))
      throw new TarError()
    yield { name, size, content: source.upTo(size) }
    if (size % block !== 0) await source.exactly(block - (size % block))
  }
}

export class TarError extends Error {
  constructor() {
    super('This is no archive, or it ends too early.')
    this.name = 'TarError'
  }
}

const textAt = (bytes: Uint8Array, at: number, length: number) =>
  Buffer.from(bytes.subarray(at, at + length))
    .toString('utf8')
    .replace(/\0.*$/s, '')
    .trim()

function piecesOf(bytes: AsyncIterable<Uint8Array>) {
  const source = bytes[Symbol.asyncIterator]()
  let held: Uint8Array = new Uint8Array()
  const some = async (most: number): Promise<Uint8Array> => {
    while (held.length === 0) {
      const next = await source.next()
      if (next.done) throw new TarError()
      held = next.value
    }
    const piece = held.subarray(0, most)
    held = held.subarray(piece.length)
    return piece
  }
  async function* upTo(size: number) {
    for (let left = size; left > 0; ) {
      const piece = await some(left)
      left -= piece.length
      yield piece
    }
  }
  return {
    upTo,
    async exactly(size: number): Promise<Uint8Array> {
      const pieces: Uint8Array[] = []
      for await (const piece of upTo(size)) pieces.push(piece)
      return Buffer.concat(pieces)
    },
    async drain() {
      for (;;) if ((await source.next()).done) return
    },
  }
}
