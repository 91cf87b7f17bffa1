/**
 * A file that only its key opens, written and read in chunks, so that memory does not grow with the file. Where it lies is not known here.
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
import { open } from 'node:fs/promises'
import type { StoredFile } from '../../platform/fileStore.ts'

const magic = Buffer.from('kerege1\n')
const chunkBytes = 65_536
const tagBytes = 16
/** Of the beginning, as much as shows whether the key opens it. */
const firstBytes = magic.length + chunkBytes + tagBytes

/** Finds the file, or so many bytes of its beginning; null where it is not there. */
export type Finding = (first?: number) => Promise<StoredFile | null>

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
 * The content, chunk by chunk; nothing is given out that was not proved to be what was written. Asked for with the first chunk, so that
 * whoever hangs up before leaves nothing open.
 * @throws DamagedFile at the first chunk that does not open, or where there is no file
 */
export async function* readSealed(find: Finding, key: Buffer): AsyncGenerator<Buffer> {
  const file = await find()
  if (!file) throw new DamagedFile()
  yield* chunksIn(file, key)
}

async function* chunksIn({ size, bytes }: StoredFile, key: Buffer): AsyncGenerator<Buffer> {
  let number = -1
  let at = 0
  for await (const sealed of portionsOf(bytes)) {
    at += sealed.length
    if (number < 0 ? !sealed.equals(magic) : sealed.length < tagBytes) throw new DamagedFile()
    if (number >= 0) yield openChunk(key, number, at >= size, sealed)
    number += 1
  }
  // What ends before its last chunk was cut.
  if (at !== size || number < 1) throw new DamagedFile()
}

/** The head, and then chunks as they were written, from whatever pieces come. */
async function* portionsOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let wanted = magic.length
  let held: Buffer = Buffer.alloc(0)
  for await (const piece of bytes) {
    held =
      held.length === 0
        ? Buffer.from(piece.buffer, piece.byteOffset, piece.length)
        : Buffer.concat([held, piece])
    while (held.length >= wanted) {
      yield held.subarray(0, wanted)
      held = held.subarray(wanted)
      wanted = chunkBytes + tagBytes
    }
  }
  if (held.length > 0) yield held
}

/** Does it begin as it should? Asked before an answer is promised. */
export async function opens(find: Finding, key: Buffer): Promise<boolean> {
  const file = await find(firstBytes)
  if (!file) return false
  try {
    for await (const _ of chunksIn(file, key)) return true
    return false
  } catch (error) {
    if (error instanceof DamagedFile) return false
    throw error
  }
}
