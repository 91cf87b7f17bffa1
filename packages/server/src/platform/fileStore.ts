/**
 * Where sealed files lie: in the data folder, or in a bucket of an object store (objectStore.ts). Whoever puts a file here has sealed it
 * before; the place learns an id of the server's own, a length and noise. A file is there when it is whole and safe, and before the row that
 * names it is committed: a row never names a file that is not there, and a file that no row names is swept away.
 */
import { createReadStream } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { syncFolder } from './syncFolder.ts'

export interface StoredFile {
  /** Of the whole file, whatever part of it is read. */
  readonly size: number
  readonly bytes: AsyncIterable<Uint8Array>
}

export interface FileStore {
  /**
   * @param write writes the file to the path that it is given, where nothing is yet
   * @throws StoreTrouble; then nothing of it is there
   */
  put(id: string, write: (path: string) => Promise<void>): Promise<void>
  /**
   * @param first so many bytes of its beginning alone
   * @returns null where there is no such file @throws StoreTrouble
   */
  find(id: string, first?: number): Promise<StoredFile | null>
  /** Safe to repeat. @throws StoreTrouble */
  drop(id: string): Promise<void>
  /** Those old enough to be judged, some at a time: whole files by id, and paths of pieces that a fallen process left. */
  settled(now: Date): AsyncGenerator<{ ids: string[]; pieces: string[] }>
  isEmpty(): Promise<boolean>
  /** How a store at the other end of a line stands; absent where the files are on this machine. */
  look?(): Promise<StoreStanding>
}

/** `refused`: it answers and takes our keys for no keys; `none`: it has no such bucket. */
export type StoreStanding = 'ok' | 'away' | 'refused' | 'none'

/** The place gives no answer, or not the one that was asked for. Its sentence names neither bucket nor key. */
export class StoreTrouble extends Error {
  readonly code: 'store-away' | 'store-refused'
  /** It may go better in a moment. */
  readonly mayPass: boolean
  constructor(code: StoreTrouble['code'], sentence: string, mayPass = false) {
    super(sentence)
    this.name = 'StoreTrouble'
    this.code = code
    this.mayPass = mayPass
  }
}

const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** Longer than any request lives: what is younger may still be waiting for its commit. */
export const graceMs = 3_600_000

export const isFileId = (text: string): boolean => idPattern.test(text)

/** `documents/ab/cd/<id>`, by the random end of the id; nothing that anybody typed is in it. The same in a folder and in a bucket. */
export function nameOf(id: string): string {
  if (!isFileId(id)) throw new Error('This is no id of a file.')
  return `documents/${id.slice(-2)}/${id.slice(-4, -2)}/${id}`
}

export function openFolder(dataDir: string): FileStore {
  const root = join(dataDir, 'documents')
  const pathOf = (id: string) => join(dataDir, nameOf(id))
  return {
    async put(id, write) {
      const path = pathOf(id)
      const part = `${path}.part`
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      try {
        await write(part)
        await rename(part, path)
      } catch (error) {
        await rm(part, { force: true })
        throw error
      }
      await syncFolder(dirname(path))
    },
    async find(id, first) {
      const path = pathOf(id)
      const found = await stat(path).catch(absent)
      return found && { size: found.size, bytes: bytesOf(path, first) }
    },
    drop: id => rm(pathOf(id), { force: true }),
    async *settled(now) {
      for (const one of await namesIn(root)) {
        for (const two of await namesIn(join(root, one))) {
          const found = await settledIn(join(root, one, two), now)
          if (found.ids.length + found.pieces.length > 0) yield found
        }
      }
    },
    isEmpty: async () => (await namesIn(root)).length === 0,
  }
}

/** Opened when the first byte is asked for, so that whoever hangs up before leaves nothing open. */
async function* bytesOf(path: string, first?: number): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path, first === undefined ? {} : { end: first - 1 }) as AsyncIterable<Buffer>
}

/** What is old enough in one folder. */
export async function settledIn(folder: string, now: Date): Promise<{ ids: string[]; pieces: string[] }> {
  const found: { ids: string[]; pieces: string[] } = { ids: [], pieces: [] }
  for (const name of await namesIn(folder)) {
    const file = join(folder, name)
    // Gone meanwhile: another process sweeps too.
    const written = await stat(file).catch(() => null)
    if (!written || now.getTime() - written.mtimeMs < graceMs) continue
    if (isFileId(name)) found.ids.push(name)
    else if (name.endsWith('.part')) found.pieces.push(file)
  }
  return found
}

function absent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null
  throw error
}

const namesIn = async (folder: string): Promise<string[]> => (await readdir(folder).catch(absent)) ?? []
