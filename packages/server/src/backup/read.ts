/** Opens a backup: decrypts, unpacks, and holds what comes against the manifest at its end. One pass, a few megabytes in memory. */
import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline, Readable } from 'node:stream'
import type { ReadableStream as WebStream } from 'node:stream/web'
import { createGunzip } from 'node:zlib'
import { Decrypter } from 'age-encryption'
import { type MasterKey, readMasterKey } from '../platform/masterKey.ts'
import { type OpenTarFile, readTar, TarError } from '../platform/tar.ts'
import {
  About,
  aboutName,
  documentsFolder,
  keyName,
  Manifest,
  manifestName,
  type Table,
  tablesFolder,
} from './format.ts'

/** What is wrong with the file, in one sentence for whoever holds it. */
export class BackupError extends Error {
  constructor(sentence: string) {
    super(sentence)
    this.name = 'BackupError'
  }
}

/** What is done with the parts of a backup; each part's content is read to its end by whoever takes it. */
export interface Taker {
  /** The first thing that is told; throws where this backup cannot be taken. */
  about(about: About, masterKey: MasterKey): Promise<void>
  document(id: string, content: AsyncIterable<Uint8Array>): Promise<void>
  /** All rows of one table, in COPY's text format. */
  table(table: Table, content: AsyncIterable<Uint8Array>): Promise<void>
}

/**
 * @param identities of age: `AGE-SECRET-KEY-…`
 * @throws BackupError where it does not open, is cut short, or is not what it says
 */
export async function readBackup(
  file: string,
  identities: readonly string[],
  taker: Taker,
): Promise<{ about: About; manifest: Manifest }> {
  const bytes = createReadStream(file)
  try {
    const plain = await opened(bytes, identities)
    // Whatever breaks on the way is heard by whoever reads the end.
    const unpacked = pipeline(plain, createGunzip(), () => undefined)
    return await take(readTar(unpacked), taker)
  } catch (error) {
    throw asSentence(error)
  } finally {
    bytes.destroy()
  }
}

async function opened(bytes: Readable, identities: readonly string[]): Promise<Readable> {
  const decrypter = new Decrypter()
  for (const identity of identities) decrypter.addIdentity(identity)
  const sealed = Readable.toWeb(bytes) as ReadableStream<Uint8Array>
  const plain = await decrypter.decrypt(sealed).catch((error: Error) => {
    if (/no identity matched/i.test(error.message)) throw new BackupError('None of the keys opens this file.')
    throw new BackupError('This is no file that age has sealed, or its beginning is damaged.')
  })
  return Readable.fromWeb(plain as WebStream)
}

async function take(files: AsyncGenerator<OpenTarFile>, taker: Taker) {
  const about = read(About, await expected(files, aboutName))
  const key = keyIn((await expected(files, keyName)).toString('utf8'))
  await taker.about(about, key)
  const seen: Manifest = {
    type: 'kerege-backup-manifest/1',
    tables: {},
    documents: { files: 0, bytes: 0, sha256: '', missing: [] },
  }
  const sum = createHash('sha256')
  let next = await nextOf(files)
  for (; next?.name.startsWith(documentsFolder); next = await nextOf(files)) {
    const { name, size, content } = next
    const id = name.slice(documentsFolder.length)
    if (!/^[0-9a-f-]{36}$/.test(id)) throw notWhole()
    sum.update(`${id} ${size}\n`)
    seen.documents.files += 1
    seen.documents.bytes += size
    await taker.document(id, summed(content, sum))
  }
  seen.documents.sha256 = sum.digest('hex')
  for (const table of about.tables) {
    const prefix = `${tablesFolder}${table.name}/`
    const told = { rows: 0, bytes: 0, sha256: '' }
    const hash = createHash('sha256')
    const rows = async function* () {
      for (; next?.name.startsWith(prefix); next = await nextOf(files)) {
        for await (const chunk of summed(next.content, hash)) {
          told.bytes += chunk.length
          for (const byte of chunk) if (byte === 10) told.rows += 1
          yield chunk
        }
      }
    }
    await taker.table(table, rows())
    seen.tables[table.name] = { ...told, sha256: hash.digest('hex') }
  }
  if (next?.name !== manifestName) throw notWhole()
  const manifest = read(Manifest, await bytesOf(next.content))
  if (await nextOf(files)) throw notWhole()
  compare(seen, manifest)
  return { about, manifest }
}

/** Two of them, where it was made while the key was being changed. */
function keyIn(text: string): MasterKey {
  try {
    return readMasterKey(text, 'the file')
  } catch {
    throw new BackupError('The file holds no master key.')
  }
}

const nextOf = async (files: AsyncGenerator<OpenTarFile>) => {
  const next = await files.next()
  return next.done ? undefined : next.value
}

async function expected(files: AsyncGenerator<OpenTarFile>, name: string): Promise<Buffer> {
  const next = await nextOf(files)
  if (next?.name !== name) throw new BackupError('This is no backup of a Kerege node.')
  return bytesOf(next.content)
}

async function bytesOf(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of content) chunks.push(chunk)
  return Buffer.concat(chunks)
}

async function* summed(content: AsyncIterable<Uint8Array>, hash: Hash) {
  for await (const chunk of content) {
    hash.update(chunk)
    yield chunk
  }
}

function read<T>(shape: { safeParse(value: unknown): { success: boolean; data?: T } }, bytes: Buffer): T {
  const parsed = shape.safeParse(JSON.parse(bytes.toString('utf8')))
  if (!parsed.success || parsed.data === undefined)
    throw new BackupError('This backup is of a kind that this program does not know: use a newer one.')
  return parsed.data
}

function compare(seen: Manifest, said: Manifest) {
  const [files, told] = [seen.documents, said.documents]
  if (files.sha256 !== told.sha256 || files.files !== told.files || files.bytes !== told.bytes)
    throw notWhole()
  const names = new Set([...Object.keys(seen.tables), ...Object.keys(said.tables)])
  for (const name of names) {
    const [one, other] = [seen.tables[name], said.tables[name]]
    if (one?.sha256 !== other?.sha256 || one?.rows !== other?.rows) throw notWhole()
  }
}

const notWhole = () =>
  new BackupError('The file is not what its own list says: something is missing from it.')

/** Whatever stops in the middle of a file that opened is damage, unless whoever took the parts says otherwise. */
function asSentence(error: unknown): unknown {
  const { code, name, message } = error as NodeJS.ErrnoException
  if (error instanceof TarError || (typeof code === 'string' && code.startsWith('Z_')))
    return new BackupError('The file is cut short or damaged.')
  // What age says when a piece was changed or is missing.
  if (/invalid (ghash )?tag|final chunk|ciphertext|invalid Poly1305/i.test(message))
    return new BackupError('The file is cut short or damaged.')
  if (name === 'SyntaxError') return new BackupError('The file is cut short or damaged.')
  return error
}
