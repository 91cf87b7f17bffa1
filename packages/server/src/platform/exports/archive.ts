/**
 * What leaves as one archive: parts in the order in which a slice gives them, and last of all `manifest.json` with the size and
 * the digest of each, so that whoever keeps it can tell years later that it is whole. Streamed: one piece of one part at a time.
 */
import { createHash } from 'node:crypto'
import type { Verb } from '@kerege/contract/access/roles'
import type { Context } from '../context.ts'
import type { Outflow } from '../handler.ts'
import { localDay } from '../localDay.ts'
import { type ZipPart, zipOf } from './zip.ts'

export interface ArchiveSource {
  /** One word; the archive's kind is `kerege.` and this. */
  readonly of: string
  /** The verb that opens what is in it; `export` alone opens nothing. */
  readonly access: Verb
  readonly parts: (ctx: Context) => AsyncIterable<ZipPart>
}

export interface ManifestFile {
  readonly name: string
  readonly size: number
  readonly sha256: string
}
export interface Manifest {
  readonly kind: string
  readonly version: 1
  readonly node: string
  readonly madeAt: string
  readonly files: readonly ManifestFile[]
}
export const manifestName = 'manifest.json'
/** As many parts as the table of the format can count. */
const mostParts = 65_000

export async function archiveOutflow(ctx: Context, source: ArchiveSource, reason: string): Promise<Outflow> {
  ctx.trail.named(`${source.of}.exported`)
  ctx.trail.because(reason)
  // A slow line may take its time between two parts.
  await ctx.client.query("set local idle_in_transaction_session_timeout = '15min'")
  return {
    contentType: 'application/zip',
    fileName: `${source.of}-${localDay(ctx.now, ctx.node.info.timeZone)}.zip`,
    chunks: zipOf(withManifest(ctx, source)),
  }
}

async function* withManifest(ctx: Context, { of, parts }: ArchiveSource): AsyncGenerator<ZipPart> {
  const files: ManifestFile[] = []
  for await (const { name, chunks } of parts(ctx)) {
    if (files.length >= mostParts) throw new Error('There are more parts than an archive can count.')
    const tally = { size: 0, hash: createHash('sha256') }
    yield { name, chunks: told(chunks, tally) }
    files.push({ name, size: tally.size, sha256: tally.hash.digest('hex') })
  }
  ctx.trail.counted('files', files.length)
  const manifest: Manifest = {
    kind: `kerege.${of}`,
    version: 1,
    node: ctx.node.info.id,
    madeAt: ctx.now.toISOString(),
    files,
  }
  yield { name: manifestName, chunks: [Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`)] }
}

/** Counts and digests what goes by. */
async function* told(
  chunks: ZipPart['chunks'],
  tally: { size: number; hash: ReturnType<typeof createHash> },
) {
  for await (const chunk of chunks) {
    tally.size += chunk.length
    tally.hash.update(chunk)
    yield chunk
  }
}
