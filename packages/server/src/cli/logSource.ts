/** Where a log is read from for its proofs: the tables of a node, or its tiles over a line, as a stranger has them. */
import type pg from 'pg'
import { openPool } from '../platform/database.ts'
import {
  hashesOf,
  hashOfRange,
  type KnownKey,
  lastCheckpoint,
  openCheckpoint,
  type ReadHashes,
  readKeyText,
  tilePath,
  tileWidth,
  widthAt,
} from '../slices/audit/index.ts'
import { misuse, Refusal } from './io.ts'

export interface LogSource {
  /** The signed note, word for word; undefined while the log is empty. */
  checkpoint(): Promise<string | undefined>
  /** Hashes of the tree of this size. */
  hashes(size: number): ReadHashes
}

export async function withTables<T>(url: string, work: (source: LogSource) => Promise<T>): Promise<T> {
  const pool: pg.Pool = openPool(url, 'kerege log', 1)
  try {
    return await work({
      checkpoint: async () => (await lastCheckpoint(pool))?.note,
      hashes: () => hashesOf(pool),
    })
  } finally {
    await pool.end()
  }
}

const patienceMs = 30_000

/** @param address of a node, such as https://kerege.example */
export function overTheLine(address: string, fetcher: typeof fetch = fetch): LogSource {
  if (!URL.canParse(address))
    throw new Refusal('--url must be an address, such as https://kerege.example.', misuse)
  const { origin } = new URL(address)
  const ask = async (path: string): Promise<Response> => {
    const signal = AbortSignal.timeout(patienceMs)
    return fetcher(`${origin}/log/${path}`, { redirect: 'error', signal }).catch(() => {
      throw new Refusal(`${origin} does not answer.`)
    })
  }
  const tiles = new Map<string, Promise<Buffer>>()
  const tile = async (path: string, width: number): Promise<Buffer> => {
    const response = await ask(`tile/${path}`)
    const bytes = Buffer.from(await response.arrayBuffer())
    if (response.status !== 200 || bytes.length !== width * 32)
      throw new Refusal(`${origin} does not give the tile ${path}.`)
    return bytes
  }
  return {
    async checkpoint() {
      const response = await ask('checkpoint')
      const text = await response.text()
      if (response.status === 404) return undefined
      if (response.status !== 200) throw new Refusal(`${origin} does not give its checkpoint.`)
      return text
    },
    hashes: size => async (level, start, count) => {
      const number = Math.floor(start / tileWidth)
      const width = widthAt(level, number, size)
      const path = tilePath({ level, number, width })
      const found = tiles.get(path) ?? tile(path, width)
      tiles.set(path, found)
      const bytes = await found
      const first = start - number * tileWidth
      return Array.from({ length: count }, (_, at) =>
        bytes.subarray((first + at) * 32, (first + at + 1) * 32),
      )
    },
  }
}

export interface Head {
  size: number
  root: Buffer
  note: string
}

/**
 * The newest checkpoint, signed by the key that is demanded, with a tree behind it that has its root.
 * @throws Refusal for a log that is empty, or whose word does not hold
 */
export async function headOf(source: LogSource, key: KnownKey | undefined): Promise<Head> {
  const note = await source.checkpoint()
  if (note === undefined) throw new Refusal('The log is empty.')
  const head = readHead(note, key)
  if (!head) throw new Refusal('The checkpoint is not signed by this key.')
  const root = await hashOfRange(source.hashes(head.size), [0, head.size])
  if (!root.equals(head.root))
    throw new Refusal('The hashes of the log do not lead to the root that is signed.')
  return head
}

export function readHead(note: string, key: KnownKey | undefined): Head | undefined {
  if (key) {
    const found = openCheckpoint(note, key.name, key.public)
    return found ? { size: found.size, root: found.root, note } : undefined
  }
  // Without a key it is read as it stands; whose word it is, nobody has asked.
  const [, size = '', root = ''] = note.split('\n')
  return /^[1-9]\d{0,14}$/.test(size)
    ? { size: Number(size), root: Buffer.from(root, 'base64'), note }
    : undefined
}

export function readKey(text: string | undefined): KnownKey | undefined {
  if (text === undefined) return undefined
  const key = readKeyText(text)
  if (!key) throw new Refusal('--key must be a word as "kerege log key" prints it.', misuse)
  return key
}
