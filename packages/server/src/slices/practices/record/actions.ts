/** Beginning a practice and saving it. Every save keeps what was said. */
import type { Language } from '@kerege/contract/common'
import { markStale } from '@kerege/contract/practices/record/stale'
import { type Fault, invalid, notFound } from '@kerege/contract/errors'
import type { PracticeContent } from '@kerege/contract/practices/content'
import type * as routes from '@kerege/contract/practices/record/routes'
import type { Practice } from '@kerege/contract/practices/record/schema'
import type { Parsed } from '@kerege/contract/route'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { changedFields } from '@kerege/contract/practices/record/changes'
import { requireChange, requireVersion } from './policy.ts'
import * as store from './store.ts'
import { whole } from './whole.ts'

/** Sent again it makes nothing new: the id was made by the device. */
export async function make(
  ctx: Context,
  { id, ...frame }: Parsed<typeof routes.makePractice>['body'],
): Promise<Practice> {
  const there = await store.find(ctx.tx, id)
  if (there) return whole(ctx, id)
  const added = await ctx.tx
    .insertInto('practices.practices')
    .values({
      id,
      ...store.columnsOf(frame),
      author_id: ctx.actor.account,
      agency_id: ctx.actor.agency,
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .onConflict(conflict => conflict.column('id').doNothing())
    .executeTakeFirst()
  // Somebody else's id: not seen, so not there.
  if (added.numInsertedOrUpdatedRows === 0n) throw notFound()
  await keep(ctx, id, 1, ['*'], frame.content)
  ctx.trail.touched(id)
  return whole(ctx, id)
}

export async function save(
  ctx: Context,
  id: string,
  frame: Parsed<typeof routes.savePractice>['body'],
): Promise<Practice> {
  const row = await store.lock(ctx.tx, id)
  requireChange(ctx, row)
  requireVersion(ctx, row.version)
  requireFixed(row, frame)
  await saveContent(ctx, row, frame.content, store.columnsOf(frame))
  return whole(ctx, id)
}

/** @param more what else of the row changes with it */
export async function saveContent(
  ctx: Context,
  row: store.Found,
  said: PracticeContent,
  more: Partial<ReturnType<typeof store.columnsOf>> = {},
) {
  const before = await store.working(ctx.tx, row.id)
  const source = (more.source_language ?? row.source_language) as Language
  const content = before ? markStale(before, said, source) : said
  const fields = before ? changedFields(before, content) : ['*']
  const version = row.version + 1
  await ctx.tx
    .updateTable('practices.practices')
    .set({
      ...more,
      content: JSON.stringify(content),
      country: content.facts.country,
      version,
      updated_at: ctx.now,
    })
    .where('id', '=', row.id)
    .execute()
  await keep(ctx, row.id, version, fields, content)
  ctx.trail.touched(row.id, fields)
}

/** What its readers are and where it was done is settled with the first edition: a draft must not open or move it. */
function requireFixed(row: store.Found, { audience, content }: store.Frame) {
  if (row.edition_id === null) return
  const faults: Fault[] = []
  if (audience !== row.audience) faults.push({ pointer: '/audience', code: 'set-at-publication' })
  if (content.facts.country !== row.country) {
    faults.push({ pointer: '/content/facts/country', code: 'set-at-publication' })
  }
  if (faults.length > 0) throw invalid(faults)
}

async function keep(ctx: Context, id: string, version: number, fields: string[], content: PracticeContent) {
  await ctx.tx
    .insertInto('practices.versions')
    .values({
      id: newId(ctx.now.getTime()),
      practice_id: id,
      version,
      at: ctx.now,
      account_id: ctx.actor.account,
      fields,
      content: JSON.stringify(content),
    })
    .execute()
}
