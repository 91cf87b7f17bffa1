/**
 * What can be done with an attachment. The record comes first and its bytes after it, so that a name never stands
 * in an address; versions are added and never replaced. Knows nothing of HTTP and writes no file itself.
 */
import type { MultiText } from '@kerege/contract/common'
import type { AddDocument, AddVersion, Document } from '@kerege/contract/documents/schema'
import { notFound } from '@kerege/contract/errors'
import { sql } from 'kysely'
import type { Change, Context } from '../../platform/context.ts'
import { storeContent } from './content.ts'
import * as store from './store.ts'

/** Safe to repeat: the ids were made by the device. */
export async function add(ctx: Context, draft: AddDocument): Promise<Document> {
  await ctx.tx
    .insertInto('documents.documents')
    .values({
      id: draft.id,
      subject_id: draft.subjectId,
      compartment: draft.compartment,
      title: draft.title ? JSON.stringify(draft.title) : null,
      created_by: ctx.actor.account,
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  const made = await store.lock(ctx.tx, draft.id, null)
  if (made.versions.length === 0)
    await announce(ctx, made, { id: draft.versionId, name: draft.name, mediaType: draft.mediaType }, 1)
  ctx.trail.touched(draft.subjectId, ['documents'])
  ctx.trail.touched(draft.id)
  return store.get(ctx.tx, draft.id)
}

export async function addVersion(ctx: Context, id: string, draft: AddVersion): Promise<Document> {
  const document = await store.lock(ctx.tx, id, null)
  const newest = document.versions[0]?.number ?? 0
  if (!document.versions.some(version => version.id === draft.id)) {
    await announce(ctx, document, draft, newest + 1)
    await store.touch(ctx, document)
  }
  ctx.trail.touched(document.subjectId, ['documents'])
  ctx.trail.touched(id)
  return store.get(ctx.tx, id)
}

async function announce(ctx: Context, document: Document, draft: AddVersion, number: number) {
  await ctx.tx
    .insertInto('documents.versions')
    .values({
      id: draft.id,
      document_id: document.id,
      subject_id: document.subjectId,
      compartment: document.compartment,
      number,
      name: draft.name,
      media_type: draft.mediaType,
      created_by: ctx.actor.account,
      created_at: ctx.now,
    })
    .onConflict(conflict => conflict.column('id').doNothing())
    .execute()
}

export async function putContent(
  ctx: Context,
  id: string,
  versionId: string,
  bytes: Buffer,
): Promise<Document> {
  const document = await store.lock(ctx.tx, id, null)
  const version = document.versions.find(one => one.id === versionId)
  if (!version) throw notFound()
  if (await storeContent(ctx, id, versionId, bytes)) {
    await store.touch(ctx, document)
    const { name, mediaType, number } = version
    await recordChange(ctx, document, number === 1 ? 'created' : 'update', undefined, {
      id,
      name,
      mediaType,
      number,
    })
  }
  ctx.trail.touched(document.subjectId, ['documents'])
  ctx.trail.touched(id)
  return store.get(ctx.tx, id)
}

export async function entitle(ctx: Context, id: string, title: MultiText | null): Promise<Document> {
  const document = await store.lock(ctx.tx, id, ctx.basedOn)
  await ctx.tx
    .updateTable('documents.documents')
    .set({ title: title && JSON.stringify(title), version: document.version + 1, updated_at: ctx.now })
    .where('id', '=', id)
    .execute()
  const before = document.title && { id, title: document.title }
  await recordChange(ctx, document, 'update', before, title ? { id, title } : undefined)
  ctx.trail.touched(document.subjectId, ['documents'])
  ctx.trail.touched(id)
  return store.get(ctx.tx, id)
}

/** The rows go, and with them the keys: the files are noise at once, and the sweep takes them from the disk. */
export async function remove(ctx: Context, id: string, reason: string): Promise<void> {
  const document = await store.lock(ctx.tx, id, null)
  const { title, versions } = document
  const files = versions.map(({ name, mediaType, number }) => ({ name, mediaType, number }))
  const isPerson = await recordChange(
    ctx,
    document,
    'update',
    { id, ...(title ? { title } : {}), files },
    undefined,
  )
  ctx.trail.because(reason, isPerson ? document.subjectId : undefined)
  ctx.trail.touched(document.subjectId, ['documents'])
  ctx.trail.touched(id)
  await ctx.tx.deleteFrom('documents.documents').where('id', '=', id).execute()
}

/** Everything attached to records, in all compartments. The person's key goes by itself; this takes names and files. */
export async function eraseOf(ctx: Pick<Context, 'tx'>, subjects: readonly string[]): Promise<number> {
  const found = await sql<{ gone: number }>`
    select coalesce(sum(documents.erase(id)), 0)::int as gone from unnest(${subjects}::uuid[]) as id`.execute(
    ctx.tx,
  )
  return found.rows[0]?.gone ?? 0
}

/** The history of a person says what was attached and removed, sealed under the person's key, in its compartment. */
async function recordChange(
  ctx: Context,
  document: Document,
  kind: Change['kind'],
  before: unknown,
  after: unknown,
): Promise<boolean> {
  if ((await store.subjectKind(ctx.tx, document.subjectId)) !== 'person') return false
  ctx.trail.changed({
    personId: document.subjectId,
    subjectId: document.subjectId,
    compartment: document.compartment,
    kind,
    version: document.version,
    changes: [{ field: 'documents', before: before ?? null, after: after ?? null }],
  })
  return true
}
