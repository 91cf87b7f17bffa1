/**
 * The bytes of a version: put away under a key of their own, and given back. The key is wrapped by the data key
 * of the person whose record it is, so that erasing the person leaves files that nobody can read; where no one
 * person is meant, by the node's key.
 */
import { createHash, randomBytes } from 'node:crypto'
import { documentLimit } from '@kerege/contract/documents/schema'
import { endings, type MediaTypeName } from '@kerege/contract/documents/rules'
import { DomainError, notFound } from '@kerege/contract/errors'
import type { Context } from '../../platform/context.ts'
import type { Outflow } from '../../platform/handler.ts'
import { seal, type SealingKey, unseal } from '../../platform/keys.ts'
import { personKey } from '../audit/index.ts'
import { asProblem, faultOf, fileOf, placeFile } from './files.ts'
import { inspect } from './inspect.ts'
import { scanned } from './scanning.ts'
import { opens, readSealed } from './sealedFile.ts'
import * as store from './store.ts'

const keyPurpose = (versionId: string) => `document-key ${versionId}`
const digestPurpose = (versionId: string) => `document-digest ${versionId}`

/** The key that wraps; `null` when the person was erased. */
async function wrappingKey(ctx: Context, personId: string | null, make = false): Promise<SealingKey | null> {
  return personId ? personKey(ctx.tx, ctx.node.keys.persons, personId, make) : ctx.node.keys.node
}

/**
 * Stores the bytes of a version that awaits them. The file is in its place before its row is committed; when the
 * commit fails, no row names the file and the sweep takes it.
 * @returns false when these very bytes are there already
 */
export async function storeContent(
  ctx: Context,
  documentId: string,
  versionId: string,
  bytes: Buffer,
): Promise<boolean> {
  const version = await store.findFile(ctx.tx, documentId, versionId)
  if (!version) throw notFound()
  if (bytes.length > documentLimit) throw new DomainError('too-large', 'too-large', { limit: documentLimit })
  const digest = createHash('sha256').update(bytes).digest()
  if (version.file_id) {
    const key = await fileKey(ctx, versionId, version)
    const same = version.digest && unseal(key, digestPurpose(versionId), version.digest).equals(digest)
    if (same) return false
    throw new DomainError('conflict', 'content-stored')
  }
  await inspect(bytes, version.media_type as MediaTypeName)
  const scan = await scanned(ctx.node, pieces(bytes))
  const personId =
    (await store.subjectKind(ctx.tx, version.subject_id)) === 'person' ? version.subject_id : null
  const wrapping = await wrappingKey(ctx, personId, true)
  if (!wrapping) throw notFound()
  const key = randomBytes(32)
  const fileId = await placeFile(ctx.node, key, pieces(bytes))
  const stored = await ctx.tx
    .updateTable('documents.versions')
    .set({
      file_id: fileId,
      size: bytes.length,
      digest: seal(key, digestPurpose(versionId), digest),
      wrapped: seal(wrapping, keyPurpose(versionId), key),
      person_id: personId,
      stored_at: ctx.now,
      scan,
    })
    .where('id', '=', versionId)
    .executeTakeFirst()
  if (stored.numUpdatedRows !== 1n) throw notFound()
  return true
}

export function* pieces(bytes: Buffer) {
  for (let at = 0; at < bytes.length; at += 1_048_576) yield bytes.subarray(at, at + 1_048_576)
}

async function fileKey(
  ctx: Context,
  versionId: string,
  version: { wrapped: Buffer | null; person_id: string | null },
): Promise<Buffer> {
  const wrapping = await wrappingKey(ctx, version.person_id)
  if (!wrapping || !version.wrapped) throw notFound()
  return unseal(wrapping, keyPurpose(versionId), version.wrapped)
}

/**
 * @throws DomainError `document-waits` for the scanner; `document-damaged` when the file is gone or is not what was stored;
 * `storage-away` when its place does not answer
 */
export async function contentOf(ctx: Context, documentId: string, versionId: string): Promise<Outflow> {
  const version = await store.findFile(ctx.tx, documentId, versionId)
  if (!version?.file_id || version.size === null) throw notFound()
  if (version.scan === 'waiting') throw new DomainError('unavailable', 'document-waits')
  const key = await fileKey(ctx, versionId, version)
  const find = fileOf(ctx.node, version.file_id)
  const fault = (error: Error) =>
    ctx.node.log.error(faultOf(error), error, {
      requestId: ctx.requestId,
      subject: versionId,
    })
  if (!(await opens(find, key).catch(asProblem(ctx.node)))) {
    fault(new Error('A stored file is missing or does not open.'))
    throw new DomainError('unavailable', 'document-damaged')
  }
  // A slow line may take its time, and the log is written in this transaction when the last byte is due.
  await ctx.client.query("set local idle_in_transaction_session_timeout = '15min'")
  ctx.trail.shown([version.subject_id, documentId])
  const mediaType = version.media_type as MediaTypeName
  return {
    contentType: mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType,
    // The file's own name goes to the reader with the record, under its policy, and never into a header.
    fileName: `document-${version.number}.${endings[mediaType][0]}`,
    length: version.size,
    chunks: watched(readSealed(find, key), fault),
  }
}

/** Damage further in breaks the transfer off, and the operator hears of it. */
export async function* watched(
  chunks: AsyncIterable<Buffer>,
  fault: (error: Error) => void,
): AsyncGenerator<Buffer> {
  try {
    yield* chunks
  } catch (error) {
    fault(error as Error)
    throw error
  }
}
