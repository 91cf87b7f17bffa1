/**
 * Where sealed files lie: `documents/ab/cd/<id>` in the node's data folder, by the random end of their id.
 * A file gets its name only when it is whole and on the disk, and before the row that names it is committed:
 * a row never names a file that is not there, and a file that no row names is swept away.
 */
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { newId } from '../../platform/ids.ts'
import { writeSealed } from './sealedFile.ts'

const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** Longer than any request lives: what is younger may still be waiting for its commit. */
const graceMs = 3_600_000

const rootOf = (dataDir: string) => join(dataDir, 'documents')

/** The path is made of the server's own id; nothing that anybody typed is in it. */
export function pathOf(dataDir: string, fileId: string): string {
  if (!idPattern.test(fileId)) throw new Error('This is no id of a file.')
  return join(rootOf(dataDir), fileId.slice(-2), fileId.slice(-4, -2), fileId)
}

/** @returns id of a new file that holds the content, whole and on the disk */
export async function placeFile(
  dataDir: string,
  key: Buffer,
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<string> {
  const fileId = newId()
  const path = pathOf(dataDir, fileId)
  const part = `${path}.part`
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  try {
    await writeSealed(part, key, content)
    await rename(part, path)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
  await syncFolder(dirname(path))
  return fileId
}

/** A new name is safe only when its folder is on the disk too. Windows has no such call and needs none. */
async function syncFolder(folder: string) {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

export const dropFile = (dataDir: string, fileId: string): Promise<void> =>
  rm(pathOf(dataDir, fileId), { force: true })

/** Files old enough to be judged, folder by folder: whole ones by id, and pieces that a fallen process left. */
export async function* settledFiles(
  dataDir: string,
  now: Date,
): AsyncGenerator<{ ids: string[]; pieces: string[] }> {
  const root = rootOf(dataDir)
  for (const first of await namesIn(root)) {
    for (const second of await namesIn(join(root, first))) {
      const folder = join(root, first, second)
      const found: { ids: string[]; pieces: string[] } = { ids: [], pieces: [] }
      for (const name of await namesIn(folder)) {
        const file = join(folder, name)
        // Gone meanwhile: another process sweeps too.
        const written = await stat(file).catch(() => null)
        if (!written || now.getTime() - written.mtimeMs < graceMs) continue
        if (idPattern.test(name)) found.ids.push(name)
        else if (name.endsWith('.part')) found.pieces.push(file)
      }
      if (found.ids.length + found.pieces.length > 0) yield found
    }
  }
}

const namesIn = (folder: string): Promise<string[]> =>
  readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return []
    throw error
  })
