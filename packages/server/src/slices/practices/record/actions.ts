/** Beginning a practice, saving it, handing it in. Every save keeps what was said. */
import { type Fault, DomainError, invalid, notFound } from '@kerege/contract/errors'
import { neededFields, type PracticeContent } from '@kerege/contract/practices/content'
import type * as routes from '@kerege/contract/practices/record/routes'
import type { Practice } from '@kerege/contract/practices/record/schema'
import type { Parsed } from '@kerege/contract/route'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { changedFields } from './fields.ts'
import { requireChange, requireVersion, stepFault } from './policy.ts'
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
  const before = await store.working(ctx.tx, id)
  requireFixed(row, frame)
  const fields = before ? changedFields(before, frame.content) : ['*']
  await ctx.tx
    .updateTable('practices.practices')
    .set({ ...store.columnsOf(frame), version: row.version + 1, updated_at: ctx.now })
    .where('id', '=', id)
    .execute()
  await keep(ctx, id, row.version + 1, fields, frame.content)
  ctx.trail.touched(id, fields)
  return whole(ctx, id)
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

export async function submit(ctx: Context, id: string): Promise<Practice> {
  const row = await store.lock(ctx.tx, id)
  if (row.author_id !== ctx.actor.account) throw new DomainError('forbidden', 'not-yours')
  const content = await store.working(ctx.tx, id)
  if (!content) throw notFound()
  requireWhole(content)
  await step(ctx, id, 'submitted')
  ctx.trail.touched(id, ['state'])
  return whole(ctx, id)
}

/** Nobody can review what is not there. */
function requireWhole({ texts }: PracticeContent) {
  const faults = neededFields
    .filter(field => texts[field] === undefined)
    .map((field): Fault => ({ pointer: `/content/texts/${field}`, code: 'required' }))
  if (faults.length > 0) throw invalid(faults)
}

/** @throws DomainError `not-found`, `step-refused` */
async function step(ctx: Context, id: string, to: string, reason?: string): Promise<void> {
  await sql`select practices.take_step(${newId(ctx.now.getTime())}::uuid, ${id}::uuid, ${to}::text,
    ${reason ?? null}::text, ${ctx.now}::timestamptz)`
    .execute(ctx.tx)
    .catch(stepFault)
}
