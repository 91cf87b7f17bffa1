/**
 * Lessons that are offered to the library. They are kept word for word as they would leave; who knows the work asks, a second
 * person who may let something out of the node agrees, and only then the row is due. The exchange takes it from there.
 */
import type { Language } from '@kerege/contract/common'
import { invalid, notFound } from '@kerege/contract/errors'
import type { LessonFacts, LessonOffer, OfferLessons } from '@kerege/contract/lessons/offers'
import type { KnownNames } from '@kerege/contract/lessons/rules'
import type { Context } from '../../platform/context.ts'
import { approvalKind, askApproval } from '../approvals/index.ts'

const kind = 'lesson-offer'
const decideInDays = 14

/** What the lesson came from. It stays here; the draft at the hub says which kind of work it was, and no more. */
export type About = { operation: string } | { case: string }
const columns = (about: About) =>
  'case' in about ? { case_id: about.case } : { operation_id: about.operation }
const thing = (about: About): string => ('case' in about ? about.case : about.operation)

type Offered = Omit<OfferLessons, 'texts'> & { texts: LessonOffer['texts']; facts?: LessonFacts }

/**
 * Sent again it is offered once: the id was made by the device.
 * @param names what must not be said, as only the slice of the work knows it
 */
export async function offerLesson(
  ctx: Context,
  about: About,
  body: Offered,
  names: () => Promise<KnownNames>,
): Promise<void> {
  const known = await ctx.tx
    .selectFrom('lessons.offers')
    .select('id')
    .where('id', '=', body.id)
    .executeTakeFirst()
  if (known) return
  // Loaded with the first lesson: its lists of names are large, and a quiet node is small.
  const { keptBack } = await import('@kerege/contract/lessons/rules')
  const faults = keptBack(body.texts, body.language, await names())
  if (faults.length > 0) throw invalid(faults)
  const added = await ctx.tx
    .insertInto('lessons.offers')
    .values({
      id: body.id,
      ...columns(about),
      language: body.language,
      texts: JSON.stringify(body.texts),
      facts: body.facts ? JSON.stringify(body.facts) : null,
      offered_by: ctx.actor.account,
      offered_at: ctx.now,
    })
    .onConflict(conflict => conflict.column('id').doNothing())
    .executeTakeFirst()
  // Somebody else's id: not seen, so not there.
  if (added.numInsertedOrUpdatedRows === 0n) throw notFound()
  const approvalId = await askApproval(ctx, {
    kind,
    subjectKind: 'case' in about ? 'case-lesson' : 'operation-lessons',
    subjectId: body.id,
    params: {},
    reason: body.reason,
    steps: [{ verb: 'release', dueInDays: decideInDays }],
  })
  await ctx.tx
    .updateTable('lessons.offers')
    .set({ approval_id: approvalId })
    .where('id', '=', body.id)
    .execute()
  ctx.trail.touched(thing(about), ['offers'])
}

export const lessonKind = approvalKind({
  kind,
  stepUp: true,
  mayDecide: async (ctx, { subjectId }) => (await find(ctx, subjectId)) !== undefined,
  execute: async (ctx, { subjectId }) => {
    const found = await find(ctx, subjectId)
    if (!found) throw notFound()
    await ctx.tx
      .updateTable('lessons.offers')
      .set({ released_by: ctx.actor.account, released_at: ctx.now, due_at: ctx.now })
      .where('id', '=', subjectId)
      .execute()
    ctx.trail.touched(found.case_id ?? found.operation_id ?? subjectId, ['offers'])
    ctx.trail.counted('told', 1)
  },
})

const find = (ctx: Context, id: string) =>
  ctx.tx
    .selectFrom('lessons.offers')
    .select(['operation_id', 'case_id'])
    .where('id', '=', id)
    .executeTakeFirst()

const selected = (ctx: Context) =>
  ctx.tx
    .selectFrom('lessons.offers as o')
    .innerJoin('access.accounts as a', 'a.id', 'o.offered_by')
    .leftJoin('approvals.approvals as p', 'p.id', 'o.approval_id')
    .selectAll('o')
    .select(['a.name', 'p.state as approval'])

export async function offersAbout(ctx: Context, about: About): Promise<LessonOffer[]> {
  const rows = await selected(ctx)
    .where('case' in about ? 'o.case_id' : 'o.operation_id', '=', thing(about))
    .orderBy('o.offered_at', 'desc')
    .orderBy('o.id')
    .execute()
  ctx.trail.shown([thing(about)])
  return rows.map(toOffer)
}

/** @throws DomainError `not-found`, for what is not open and for what is not there alike */
export async function offerOf(ctx: Context, id: string): Promise<LessonOffer> {
  const row = await selected(ctx).where('o.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  ctx.trail.shown([id])
  return toOffer(row)
}

const toOffer = (row: Awaited<ReturnType<ReturnType<typeof selected>['execute']>>[number]): LessonOffer => ({
  id: row.id,
  language: row.language as Language,
  // Both parsed before they were written.
  texts: row.texts as LessonOffer['texts'],
  ...(row.facts === null ? {} : { facts: row.facts as LessonFacts }),
  state: stateOf(row),
  offeredBy: { id: row.offered_by, name: row.name },
  offeredAt: row.offered_at,
  // Whoever may not see the request gets no way to it.
  ...(row.approval_id === null || row.approval === null ? {} : { approvalId: row.approval_id }),
  ...(row.sent_at === null ? {} : { sentAt: row.sent_at }),
})

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
