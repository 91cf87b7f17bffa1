/**
 * Reads the table of contents of a ZIP without unpacking anything, and refuses whatever two readers might read
 * differently or one could not hold: bytes before, between or behind, entries that overlap, sizes that explode.
 * @see APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16
 */
export interface ZipEntry {
  name: string
  /** Sizes as the table declares them. */
  packed: number
  size: number
  stored: boolean
  /** Where the packed bytes begin. */
  at: number
}

export type ZipFault = 'file-broken' | 'file-mixed' | 'file-too-swollen'

const most = { entries: 5000, size: 200_000_000, ratio: 200 } as const
const endBytes = 22

/** @returns entries in the order in which they lie, or what is wrong */
export function zipEntries(bytes: Buffer): ZipEntry[] | ZipFault {
  const end = bytes.length - endBytes
  // Exactly at the end and without a comment: office programs write no other, and nothing can hang behind it.
  if (end < 0 || bytes.readUInt32LE(end) !== 0x06054b50 || bytes.readUInt16LE(end + 20) !== 0)
    return 'file-mixed'
  const count = bytes.readUInt16LE(end + 10)
  const tableSize = bytes.readUInt32LE(end + 12)
  const table = bytes.readUInt32LE(end + 16)
  if (bytes.readUInt16LE(end + 8) !== count || count === 0) return 'file-broken'
  if (count > most.entries) return 'file-too-swollen'
  if (table + tableSize !== end) return 'file-mixed'
  const entries = readTable(bytes, table, end, count)
  return typeof entries === 'string'
    ? entries
    : (layoutFault(bytes, entries, table) ?? swollen(entries) ?? entries)
}

interface Listed extends ZipEntry {
  header: number
}

function readTable(bytes: Buffer, table: number, end: number, count: number): Listed[] | ZipFault {
  const entries: Listed[] = []
  let at = table
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== 0x02014b50) return 'file-broken'
    const method = bytes.readUInt16LE(at + 10)
    const encrypted = (bytes.readUInt16LE(at + 8) & 1) === 1
    if (encrypted || (method !== 0 && method !== 8)) return 'file-broken'
    const nameLength = bytes.readUInt16LE(at + 28)
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    if (!isInside(name)) return 'file-broken'
    entries.push({
      name,
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      stored: method === 0,
      header: bytes.readUInt32LE(at + 42),
      at: 0,
    })
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  if (at !== end) return 'file-mixed'
  const names = new Set(entries.map(entry => entry.name.toLowerCase()))
  return names.size === entries.length ? entries.sort((a, b) => a.header - b.header) : 'file-broken'
}

const isInside = (name: string) =>
  name !== '' && !/^[/\\]|^[A-Za-z]:|\\|\0/.test(name) && !name.split('/').includes('..')

/** The entries lie one behind the other from the first byte on, each named as the table names it. */
function layoutFault(bytes: Buffer, entries: Listed[], table: number): ZipFault | undefined {
  if (entries[0]?.header !== 0) return 'file-mixed'
  for (const [index, entry] of entries.entries()) {
    const next = entries[index + 1]?.header ?? table
    const { header } = entry
    if (header + 30 > table || bytes.readUInt32LE(header) !== 0x04034b50) return 'file-broken'
    const nameLength = bytes.readUInt16LE(header + 26)
    entry.at = header + 30 + nameLength + bytes.readUInt16LE(header + 28)
    if (bytes.toString('utf8', header + 30, header + 30 + nameLength) !== entry.name) return 'file-broken'
    if (entry.stored && entry.packed !== entry.size) return 'file-broken'
    // A descriptor of at most 24 bytes may follow the data of an entry; anything more is something hidden.
    const gap = next - (entry.at + entry.packed)
    if (gap < 0) return 'file-too-swollen'
    if (gap > 24) return 'file-mixed'
  }
  return undefined
}

function swollen(entries: readonly ZipEntry[]): ZipFault | undefined {
  const size = entries.reduce((sum, entry) => sum + entry.size, 0)
  const dense = entries.some(entry => entry.size > 1_000_000 && entry.size > entry.packed * most.ratio)
  return size > most.size || dense ? 'file-too-swollen' : undefined
}
