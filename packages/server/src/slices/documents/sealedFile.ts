/**
 * A file on disk that only its key opens, written and read in chunks, so that memory does not grow with the file.
 *
 * The construction is STREAM (Hoang, Reyhanitabar, Rogaway, Vizár: "Online Authenticated-Encryption and its
 * Nonce-Reuse Misuse-Resistance", CRYPTO 2015), as age uses it: every chunk is sealed by AES-256-GCM under a nonce
 * of its number (11 bytes, big endian) and a byte that is 1 on the last chunk only. So a chunk that was changed,
 * moved, repeated or left out, and a file that was cut or continued, does not open. A nonce is never used twice
 * under one key, because a key is made for one file and thrown away with it: never seal two files with one key.
 *
 *     magic (8) | chunk 0 | chunk 1 | ... | last chunk        chunk: ciphertext (at most 64 KiB) | tag (16)
 */
import { createCipheriv, createDecipheriv } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'

const magic = Buffer.from('kerege1\n')
const chunkBytes = 65_536
const tagBytes = 16

/** The file is not what was written: changed, cut, or of another key. */
export class DamagedFile extends Error {
  constructor() {
    super('A sealed file does not open.')
    this.name = 'DamagedFile'
  }
}

function nonceOf(number: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUIntBE(number, 5, 6)
  nonce[11] = last ? 1 : 0
  return nonce
}

function sealChunk(key: Buffer, number: number, last: boolean, plain: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(number, last))
  cipher.setAAD(magic)
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

function openChunk(key: Buffer, number: number, last: boolean, sealed: Buffer): Buffer {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(number, last), { authTagLength: tagBytes })
    decipher.setAAD(magic)
    decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes))
    return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - tagBytes)), decipher.final()])
  } catch {
    throw new DamagedFile()
  }
}

/** Regroups whatever pieces come into chunks of one size; only the last may be shorter. One buffer serves all. */
async function* chunksOf(plain: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) {
  const chunk = Buffer.alloc(chunkBytes)
  let filled = 0
  for await (const piece of plain) {
    for (let from = 0; from < piece.length; ) {
      if (filled === chunkBytes) {
        yield { chunk, last: false }
        filled = 0
      }
      const part = piece.subarray(from, from + chunkBytes - filled)
      chunk.set(part, filled)
      filled += part.length
      from += part.length
    }
  }
  yield { chunk: chunk.subarray(0, filled), last: true }
}

/** Writes and waits until the disk has it. The file must not exist. */
export async function writeSealed(
  path: string,
  key: Buffer,
  plain: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.write(magic)
    let number = 0
    for await (const { chunk, last } of chunksOf(plain)) {
      await file.write(sealChunk(key, number, last, chunk))
      number += 1
    }
    await file.sync()
  } finally {
    await file.close()
  }
}

/**
 * The content, chunk by chunk; nothing is given out that was not proved to be what was written.
 * @throws DamagedFile at the first chunk that does not open
 */
export async function* readSealed(path: string, key: Buffer): AsyncGenerator<Buffer> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    if (!(await readAt(file, 0, magic.length)).equals(magic)) throw new DamagedFile()
    let at = magic.length
    for (let number = 0; ; number += 1) {
      const sealed = await readAt(file, at, chunkBytes + tagBytes)
      if (sealed.length < tagBytes) throw new DamagedFile()
      at += sealed.length
      const last = at >= size
      yield openChunk(key, number, last, sealed)
      if (last) return
    }
  } finally {
    await file.close()
  }
}

/** Does it begin as it should? Asked before an answer is promised. */
export async function opens(path: string, key: Buffer): Promise<boolean> {
  try {
    for await (const _ of readSealed(path, key)) return true
    return false
  } catch (error) {
    if (error instanceof DamagedFile || (error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length)
  let filled = 0
  while (filled < length) {
    const { bytesRead } = await file.read(buffer, filled, length - filled, position + filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return buffer.subarray(0, filled)
}
