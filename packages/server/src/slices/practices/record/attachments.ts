/**
 * Files beside a practice. Announced first, so that no name stands in an address; looked through and sealed as every other
 * file of a node. Readers get one with the edition that it was published with.
 */
import type { Language } from '@kerege/contract/common'
import type { MediaTypeName } from '@kerege/contract/documents/rules'
import { DomainError, notFound } from '@kerege/contract/errors'
import type * as routes from '@kerege/contract/practices/record/routes'
import type { Attachment, FileWords } from '@kerege/contract/practices/record/schema'
import type { Parsed } from '@kerege/contract/route'
import type { Context } from '../../../platform/context.ts'
import type { Outflow } from '../../../platform/handler.ts'
import { openSealed, readTypes, sameSealed, sealContent } from '../../documents/index.ts'
import { requireChange } from './policy.ts'
import * as store from './store.ts'

/** As many as a person still looks through. */
const most = 20

const rowsOf = (ctx: Context, id: string) =>
  ctx.tx
    .selectFrom('practices.attachments as a')
    .leftJoin('practices.file_texts as t', 't.attachment_id', 'a.id')
    .selectAll('a')
    .select(['t.state as words', 't.why', 't.language as words_language', 't.pages', 't.whole'])
    .where('a.practice_id', '=', id)
type Found = Awaited<ReturnType<ReturnType<typeof rowsOf>['executeTakeFirstOrThrow']>>

const toAttachment = (row: Found): Attachment => ({
  id: row.id,
  name: row.name,
  mediaType: row.media_type,
  ...(row.language === null ? {} : { language: row.language as Language }),
  ...(row.size === null ? {} : { size: row.size }),
  state: row.size === null ? 'awaiting' : 'stored',
  published: row.since_edition !== null,
  ...wordsOf(row),
  at: row.created_at,
})

function wordsOf(row: Found): { words?: FileWords } {
  if (row.size === null || !isRead(row.media_type)) return {}
  if (row.words === null || row.words === 'reading') return { words: { state: 'waiting' } }
  if (row.words === 'unreadable') return { words: { state: 'unreadable', why: row.why as FileWords['why'] } }
  return {
    words: {
      state: 'read',
      language: row.words_language as Language,
      ...(row.pages === null ? {} : { pages: row.pages }),
      ...(row.whole === false ? { cut: true } : {}),
    },
  }
}
const isRead = (type: string) => readTypes.some(one => one === type)

export async function list(ctx: Context, id: string) {
  await store.get(ctx.tx, id)
  const rows = await rowsOf(ctx, id).orderBy('a.created_at').orderBy('a.id').execute()
  ctx.trail.shown([id])
  return { rows: rows.map(toAttachment) }
}

/** @throws DomainError `attachments-full` */
export async function add(ctx: Context, id: string, draft: Parsed<typeof routes.addAttachment>['body']) {
  requireChange(ctx, await store.lock(ctx.tx, id))
  const there = await rowsOf(ctx, id).execute()
  if (there.some(row => row.id === draft.id)) return list(ctx, id)
  if (there.length >= most) throw new DomainError('conflict', 'attachments-full', { most })
  await ctx.tx
    .insertInto('practices.attachments')
    .values({
      id: draft.id,
      practice_id: id,
      name: draft.name,
      media_type: draft.mediaType,
      language: draft.language ?? null,
      created_by: ctx.actor.account,
      created_at: ctx.now,
    })
    .execute()
  ctx.trail.touched(id, ['attachments'])
  return list(ctx, id)
}

async function get(ctx: Context, id: string, fileId: string): Promise<Found> {
  const row = await rowsOf(ctx, id).where('a.id', '=', fileId).executeTakeFirst()
  if (!row) throw notFound()
  return row
}

/** @throws DomainError `content-stored`, `too-large`, and what the look through a file finds */
export async function put(ctx: Context, id: string, fileId: string, bytes: Buffer) {
  requireChange(ctx, await store.lock(ctx.tx, id))
  const row = await get(ctx, id, fileId)
  if (row.file_id !== null) {
    if (sameSealed(ctx.node, fileId, row, bytes)) return list(ctx, id)
    throw new DomainError('conflict', 'content-stored')
  }
  const sealed = await sealContent(ctx.node, fileId, bytes, row.media_type as MediaTypeName)
  await ctx.tx.updateTable('practices.attachments').set(sealed).where('id', '=', fileId).execute()
  ctx.trail.touched(id, ['attachments'])
  return list(ctx, id)
}

export async function contentOf(ctx: Context, id: string, fileId: string): Promise<Outflow> {
  await store.get(ctx.tx, id)
  const row = await get(ctx, id, fileId)
  ctx.trail.shown([id, fileId])
  return openSealed(ctx, fileId, row)
}

export async function remove(ctx: Context, id: string, fileId: string, reason: string) {
  const row = await store.get(ctx.tx, id)
  if (!ctx.actor.verbs.includes('practices.moderate')) requireChange(ctx, row)
  await get(ctx, id, fileId)
  await ctx.tx.deleteFrom('practices.attachments').where('id', '=', fileId).execute()
  ctx.trail.touched(id, ['attachments'])
  ctx.trail.because(reason)
  return list(ctx, id)
}
