/** Writes a backup from a snapshot: streamed, a few megabytes in memory however large the node is. */
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { readFile, rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as WebStream } from 'node:stream/web'
import { createGzip } from 'node:zlib'
import { Encrypter } from 'age-encryption'
import { to as copyTo } from 'pg-copy-streams'
import type { FileStore } from '../platform/fileStore.ts'
import { type TarFile, tarOf } from '../platform/tar.ts'
import {
  type About,
  aboutName,
  documentsFolder,
  keyName,
  type Manifest,
  manifestName,
  type Table,
  tablesFolder,
} from './format.ts'
import { columnList, namedFiles, quoted, type Snapshot } from './snapshot.ts'

export interface Source {
  snapshot: Snapshot
  about: About
  files: FileStore
  masterKeyFile: string
}

/** A table travels in parts of this size: as much is in memory at a time. */
const partBytes = 4_000_000

/**
 * @param recipients of age: `age1…`, or `age1pq1…` where a quantum computer must not open it either
 * @param file appears under this name only when it is whole and on the disk
 */
export async function writeBackup(
  source: Source,
  recipients: readonly string[],
  file: string,
): Promise<Manifest> {
  const encrypter = new Encrypter()
  for (const recipient of recipients) encrypter.addRecipient(recipient)
  const manifest: Manifest = {
    type: 'kerege-backup-manifest/1',
    tables: {},
    documents: { files: 0, bytes: 0, sha256: '', missing: [] },
  }
  const tar = Readable.from(tarOf(filesOf(source, manifest)), { objectMode: false })
  // The fast end: what is sealed already does not shrink, and rows shrink well at any.
  const packed = createGzip({ level: 3 })
  const part = `${file}.part`
  const packing = pipeline(tar, packed)
  const writing = encrypter
    .encrypt(Readable.toWeb(packed) as ReadableStream<Uint8Array>)
    .then(sealed =>
      pipeline(Readable.fromWeb(sealed as WebStream), createWriteStream(part, { mode: 0o600, flush: true })),
    )
  // When one end breaks the other follows; what broke first says why.
  const ends = await Promise.allSettled([packing, writing])
  const broken = ends.find(end => end.status === 'rejected')
  if (broken) {
    await rm(part, { force: true })
    throw broken.reason
  }
  await rename(part, file)
  return manifest
}

async function* filesOf(source: Source, manifest: Manifest): AsyncGenerator<TarFile> {
  const { snapshot, about, masterKeyFile } = source
  yield plain(aboutName, JSON.stringify(about))
  yield plain(keyName, await readFile(masterKeyFile, 'utf8'))
  yield* documents(source, manifest)
  for (const table of about.tables) yield* partsOf(snapshot, table, manifest)
  yield plain(manifestName, JSON.stringify(manifest))
}

const plain = (name: string, text: string): TarFile => {
  const bytes = Buffer.from(text)
  return { name, size: bytes.length, content: [bytes] }
}

/** Files come before the tables: the shorter the time since the snapshot, the fewer were removed meanwhile. */
async function* documents({ snapshot, files }: Source, manifest: Manifest): AsyncGenerator<TarFile> {
  const sum = createHash('sha256')
  const told = manifest.documents
  for await (const id of namedFiles(snapshot)) {
    const found = await files.find(id)
    if (!found) {
      told.missing.push(id)
      continue
    }
    const { size, bytes } = found
    told.files += 1
    told.bytes += size
    sum.update(`${id} ${size}\n`)
    const content = (async function* () {
      for await (const chunk of bytes) {
        sum.update(chunk)
        yield chunk
      }
    })()
    yield { name: documentsFolder + id, size, content }
  }
  told.sha256 = sum.digest('hex')
}

async function* partsOf(snapshot: Snapshot, table: Table, manifest: Manifest): AsyncGenerator<TarFile> {
  const client = snapshot[table.role]
  const rows = client.query(
    copyTo(`copy ${quoted(table.name)} (${columnList(table.columns)}) to stdout (encoding 'UTF8')`),
  )
  const sum = createHash('sha256')
  let [bytes, lines, number, held] = [0, 0, 0, 0]
  let chunks: Buffer[] = []
  const part = (): TarFile => {
    number += 1
    const file = {
      name: `${tablesFolder}${table.name}/${String(number).padStart(6, '0')}`,
      size: held,
      content: chunks,
    }
    chunks = []
    held = 0
    return file
  }
  for await (const chunk of rows as AsyncIterable<Buffer>) {
    sum.update(chunk)
    bytes += chunk.length
    held += chunk.length
    // A line end inside a value is written in two letters, so each one ends a row.
    for (const byte of chunk) if (byte === 10) lines += 1
    chunks.push(chunk)
    if (held >= partBytes) yield part()
  }
  if (held > 0) yield part()
  manifest.tables[table.name] = { rows: lines, bytes, sha256: sum.digest('hex') }
}
