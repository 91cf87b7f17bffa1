/** The words of a Word file. It was looked through when it was stored; that its entries are no larger than they say is found out here. */
import { inflateRawSync } from 'node:zlib'
import mammoth from 'mammoth'
import { zipEntries } from '../zip.ts'
import { cutIntoPieces } from './pieces.ts'
import type { Reading } from './words.ts'

/** What mammoth unpacks; pictures stay as they are. */
const unpacked = /\.(xml|rels)$/
const mostUnpacked = 40_000_000

export async function readWord(given: Uint8Array): Promise<Reading> {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength)
  const entries = zipEntries(bytes)
  if (typeof entries === 'string') return { fault: entries === 'file-too-swollen' ? 'too-heavy' : 'broken' }
  let left = mostUnpacked
  for (const { name, at, packed, size, stored } of entries) {
    if (!unpacked.test(name)) continue
    left -= size
    if (left < 0) return { fault: 'too-heavy' }
    if (!stored && !unpacksTo(bytes.subarray(at, at + packed), size)) return { fault: 'broken' }
  }
  const { value } = await mammoth.extractRawText({ buffer: bytes })
  return cutIntoPieces(value.replace(/\n{3,}/g, '\n\n'))
}

function unpacksTo(bytes: Buffer, size: number): boolean {
  try {
    return inflateRawSync(bytes, { maxOutputLength: size + 1 }).length === size
  } catch {
    return false
  }
}
