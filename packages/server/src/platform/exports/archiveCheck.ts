/** Is an archive of ours whole? Every part against the size and the digest of its manifest, and nothing besides. */
import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { z } from 'zod'
import { type Manifest, manifestName } from './archive.ts'
import { contentOf, entriesOf, ZipFault, type ZipFileEntry } from './zipFile.ts'

const Shape: z.ZodType<Manifest> = z.object({
  kind: z.string().regex(/^kerege\./),
  version: z.literal(1),
  node: z.string(),
  madeAt: z.iso.datetime(),
  files: z.array(
    z.object({ name: z.string(), size: z.number().int(), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  ),
})
const mostManifest = 40_000_000

export interface ArchiveFinding {
  readonly file: string
  readonly finding: 'missing' | 'changed' | 'unlisted' | 'twice' | 'unreadable'
}
export interface ArchiveReport {
  readonly manifest: Manifest
  readonly findings: readonly ArchiveFinding[]
}

/** @throws ZipFault when it is no archive of ours at all */
export async function checkArchive(path: string): Promise<ArchiveReport> {
  const file = await open(path, 'r')
  try {
    const entries = await entriesOf(file)
    const listed = entries.find(entry => entry.name === manifestName)
    if (!listed || listed.size > mostManifest) throw new ZipFault('There is no manifest in it.')
    const manifest = manifestIn(await whole(contentOf(file, listed)))
    const byName = new Map(entries.map(entry => [entry.name, entry]))
    const findings: ArchiveFinding[] = []
    const known = new Set([manifestName, ...manifest.files.map(one => one.name)])
    const seen = new Set<string>()
    for (const { name } of entries) {
      if (seen.has(name)) findings.push({ file: name, finding: 'twice' })
      else if (!known.has(name)) findings.push({ file: name, finding: 'unlisted' })
      seen.add(name)
    }
    for (const { name, size, sha256 } of manifest.files) {
      const entry = byName.get(name)
      const found = entry === undefined ? 'missing' : await digest(file, entry)
      if (found === 'missing' || found === 'unreadable') findings.push({ file: name, finding: found })
      else if (found.size !== size || found.sha256 !== sha256)
        findings.push({ file: name, finding: 'changed' })
    }
    return { manifest, findings }
  } finally {
    await file.close()
  }
}

async function digest(file: Parameters<typeof contentOf>[0], entry: ZipFileEntry) {
  const hash = createHash('sha256')
  let size = 0
  try {
    for await (const piece of contentOf(file, entry)) {
      hash.update(piece)
      size += piece.length
    }
  } catch (error) {
    if (error instanceof ZipFault) return 'unreadable' as const
    throw error
  }
  return { size, sha256: hash.digest('hex') }
}

async function whole(pieces: AsyncIterable<Buffer>): Promise<string> {
  const all: Buffer[] = []
  for await (const piece of pieces) all.push(piece)
  return Buffer.concat(all).toString('utf8')
}

function manifestIn(text: string): Manifest {
  try {
    return Shape.parse(JSON.parse(text))
  } catch {
    throw new ZipFault('Its manifest is not one of ours.')
  }
}
