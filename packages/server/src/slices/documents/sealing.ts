/**
 * Files of other slices, which keep their own rows: looked through, sealed under a key of their own that the node's key wraps,
 * and given back. For what is about no single person.
 */
import { createHash, randomBytes } from 'node:crypto'
import { endings, type MediaTypeName } from '@kerege/contract/documents/rules'
import { documentLimit } from '@kerege/contract/documents/schema'
import { DomainError, notFound } from '@kerege/contract/errors'
import type { Context, Node } from '../../platform/context.ts'
import type { Outflow } from '../../platform/handler.ts'
import { seal, unseal } from '../../platform/keys.ts'
import { pieces, watched } from './content.ts'
import { asProblem, faultOf, fileOf, placeFile } from './files.ts'
import { inspect } from './inspect.ts'
import { requireClean } from './scanning.ts'
import { opens, readSealed } from './sealedFile.ts'

const keyPurpose = (id: string) => `attachment-key ${id}`
const digestPurpose = (id: string) => `attachment-digest ${id}`

export interface Sealed {
  file_id: string | null
  size: number | null
  digest: Buffer | null
  wrapped: Buffer | null
}

/** What the row keeps. The file is in its place before; when the commit fails, the sweep takes it. */
export async function sealContent(node: Node, id: string, bytes: Buffer, mediaType: MediaTypeName) {
  if (bytes.length > documentLimit) throw new DomainError('too-large', 'too-large', { limit: documentLimit })
  await inspect(bytes, mediaType)
  await requireClean(node, pieces(bytes))
  const key = randomBytes(32)
  const fileId = await placeFile(node, key, pieces(bytes))
  return {
    file_id: fileId,
    size: bytes.length,
    digest: seal(key, digestPurpose(id), createHash('sha256').update(bytes).digest()),
    wrapped: seal(node.keys.node, keyPurpose(id), key),
  }
}

const keyOf = (node: Node, id: string, row: Sealed): Buffer => {
  if (!row.wrapped) throw notFound()
  return unseal(node.keys.node, keyPurpose(id), row.wrapped)
}

export function sameSealed(node: Node, id: string, row: Sealed, bytes: Buffer): boolean {
  if (!row.digest) return false
  return unseal(keyOf(node, id, row), digestPurpose(id), row.digest).equals(
    createHash('sha256').update(bytes).digest(),
  )
}

/** @throws DomainError `document-damaged` when the file is gone or is not what was stored */
export async function openSealed(
  ctx: Context,
  id: string,
  row: Sealed & { media_type: string },
): Promise<Outflow> {
  if (!row.file_id || row.size === null) throw notFound()
  const key = keyOf(ctx.node, id, row)
  const find = fileOf(ctx.node, row.file_id)
  const fault = (error: Error) =>
    ctx.node.log.error(faultOf(error), error, { requestId: ctx.requestId, subject: id })
  if (!(await opens(find, key).catch(asProblem(ctx.node)))) {
    fault(new Error('A stored file is missing or does not open.'))
    throw new DomainError('unavailable', 'document-damaged')
  }
  await ctx.client.query("set local idle_in_transaction_session_timeout = '15min'")
  const mediaType = row.media_type as MediaTypeName // checked when it was announced
  return {
    contentType: mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType,
    fileName: `attachment.${endings[mediaType][0]}`,
    length: row.size,
    chunks: watched(readSealed(find, key), fault),
  }
}

/** All of it at once, for the node's own work. @throws DamagedFile, StoreTrouble */
export async function sealedBytes(node: Node, id: string, row: Sealed): Promise<Uint8Array<ArrayBuffer>> {
  if (!row.file_id || row.size === null) throw notFound()
  const bytes = new Uint8Array(row.size)
  let at = 0
  for await (const chunk of readSealed(fileOf(node, row.file_id), keyOf(node, id, row))) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}
