/**
 * Lessons that are offered to the library. They are kept word for word as they would leave; the one who leads asks, a second
 * person who may let something out of the node agrees, and only then the row is due. The exchange takes it from there.
 */
import type { Language } from '@kerege/contract/common'
import { invalid, notFound } from '@kerege/contract/errors'
import type { LessonTexts } from '@kerege/contract/exchange/lesson'
import type { LessonOffer, OfferLessons } from '@kerege/contract/repatriation/lessons/routes'
import type { KnownNames } from '@kerege/contract/repatriation/lessons/rules'
import type { z } from 'zod'
import type { LessonOffers } from '@kerege/contract/repatriation/lessons/routes'
import type { Context } from '../../../platform/context.ts'
import { approvalKind, askApproval } from '../../approvals/index.ts'
import { get, lock } from '../operations/store.ts'
import { legsOf } from '../operations/whole.ts'

const kind = 'lesson-offer'
const decideInDays = 14

/** Sent again it is offered once: the id was made by the device. */
export async function offer(ctx: Context, operationId: string, body: OfferLessons): Promise<void> {
  await lock(ctx, operationId, 'keep')
  const known = await ctx.tx
    .selectFrom('repatriation.offers')
    .select('id')
    .where('id', '=', body.id)
    .executeTakeFirst()
  if (known) return
  // Loaded with the first lesson: its lists of names are large, and a quiet node is small.
  const { keptBack } = await import('@kerege/contract/repatriation/lessons/rules')
  const faults = keptBack(body.texts, body.language, await namesOf(ctx, operationId))
  if (faults.length > 0) throw invalid(faults)
  const added = await ctx.tx
    .insertInto('repatriation.offers')
    .values({
      id: body.id,
      operation_id: operationId,
      language: body.language,
      texts: JSON.stringify(body.texts),
      offered_by: ctx.actor.account,
      offered_at: ctx.now,
    })
    .onConflict(conflict => conflict.column('id').doNothing())
    .executeTakeFirst()
  // Somebody else's id: not seen, so not there.
  if (added.numInsertedOrUpdatedRows === 0n) throw notFound()
  const approvalId = await askApproval(ctx, {
    kind,
    subjectKind: 'operation-lessons',
    subjectId: body.id,
    params: { operation: operationId },
    reason: body.reason,
    steps: [{ verb: 'release', dueInDays: decideInDays }],
  })
  await ctx.tx
    .updateTable('repatriation.offers')
    .set({ approval_id: approvalId })
    .where('id', '=', body.id)
    .execute()
  ctx.trail.touched(operationId, ['offers'])
}

/** Every operation that the actor knows of, since one text may speak of several; the places are those of this one. */
async function namesOf(ctx: Context, operationId: string): Promise<KnownNames> {
  const operations = await ctx.tx.selectFrom('repatriation.operations').select('name').execute()
  const sites = await ctx.tx.selectFrom('repatriation.sites').select('name').execute()
  const legs = await legsOf(ctx, operationId)
  return {
    operations: operations.map(row => row.name),
    places: [
      ...sites.map(row => row.name),
      ...legs.flatMap(leg => [leg.fromPlace, leg.toPlace, leg.vehicle ?? '']),
    ],
  }
}

export const lessonKind = approvalKind({
  kind,
  stepUp: true,
  mayDecide: async (ctx, { subjectId }) => (await find(ctx, subjectId)) !== undefined,
  execute: async (ctx, { subjectId }) => {
    const found = await find(ctx, subjectId)
    if (!found) throw notFound()
    await ctx.tx
      .updateTable('repatriation.offers')
      .set({ released_by: ctx.actor.account, released_at: ctx.now, due_at: ctx.now })
      .where('id', '=', subjectId)
      .execute()
    ctx.trail.touched(found.operation_id, ['offers'])
    ctx.trail.counted('told', 1)
  },
})

const find = (ctx: Context, id: string) =>
  ctx.tx.selectFrom('repatriation.offers').select('operation_id').where('id', '=', id).executeTakeFirst()

export async function offersOf(ctx: Context, operationId: string): Promise<z.infer<typeof LessonOffers>> {
  const operation = await get(ctx, operationId)
  const rows = await ctx.tx
    .selectFrom('repatriation.offers as o')
    .innerJoin('access.accounts as a', 'a.id', 'o.offered_by')
    .leftJoin('approvals.approvals as p', 'p.id', 'o.approval_id')
    .selectAll('o')
    .select(['a.name', 'p.state as approval'])
    .where('o.operation_id', '=', operationId)
    .orderBy('o.offered_at', 'desc')
    .orderBy('o.id')
    .execute()
  ctx.trail.shown([operationId])
  return {
    rows: rows.map(row => ({
      id: row.id,
      language: row.language as Language,
      texts: row.texts as LessonTexts,
      state: stateOf(row),
      offeredBy: { id: row.offered_by, name: row.name },
      offeredAt: row.offered_at,
      // Whoever may not see the request gets no way to it.
      ...(row.approval_id === null || row.approval === null ? {} : { approvalId: row.approval_id }),
      ...(row.sent_at === null ? {} : { sentAt: row.sent_at }),
    })),
    mayOffer: operation.kept && ctx.actor.verbs.includes('repatriation.lead'),
  }
}

interface Standing {
  released_at: string | null
  sent_at: string | null
  due_at: string | null
  approval: string | null
}

function stateOf(row: Standing): LessonOffer['state'] {
  if (row.sent_at !== null) return 'at-the-hub'
  if (row.released_at !== null) return row.due_at === null ? 'not-taken' : 'on-its-way'
  return row.approval === null || row.approval === 'pending' ? 'asked' : 'refused'
}
