/** What somebody keeps for themselves, and notes for a session. Nobody else reads it: the policies see to that. */
import type { MultiText } from '@kerege/contract/common'
import { notFound } from '@kerege/contract/errors'
import type * as routes from '@kerege/contract/practices/collections/routes'
import type { KeptItem } from '@kerege/contract/practices/collections/schema'
import type { Parsed } from '@kerege/contract/route'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { practiceRefs, refColumns, toRef } from '../refs.ts'

type For = string | undefined

const ofList = (sessionId: For) => sql<boolean>`session_id is not distinct from ${sessionId ?? null}::uuid`

export async function kept(ctx: Context, sessionId: For): Promise<{ rows: KeptItem[] }> {
  const rows = await ctx.tx
    .selectFrom('practices.kept_practices as k')
    .innerJoin('practices.practices as p', 'p.id', 'k.practice_id')
    .innerJoin('practices.editions as e', 'e.id', 'p.edition_id')
    .select(refColumns)
    .select(['k.note', 'k.at', sql<MultiText | null>`e.content #> '{texts,summary}'`.as('summary')])
    .where(ofList(sessionId))
    .orderBy('k.ordinal')
    .orderBy('k.at', 'desc')
    .limit(500)
    .execute()
  return {
    rows: rows.map(row => ({
      practice: toRef(row),
      ...(row.summary === null ? {} : { summary: row.summary }),
      ...(row.note === null ? {} : { note: row.note }),
      at: row.at,
    })),
  }
}

/** Kept twice is kept once; what it says of the note is what it was sent with last. */
export async function keep(
  ctx: Context,
  practiceId: string,
  { sessionId, note }: Parsed<typeof routes.keepPractice>['body'],
) {
  if (!(await practiceRefs(ctx.tx, [practiceId])).has(practiceId)) throw notFound()
  await sql`
    insert into practices.kept_practices (id, account_id, practice_id, session_id, ordinal, note, at)
    select ${newId(ctx.now.getTime())}::uuid, ${ctx.actor.account}::uuid, ${practiceId}::uuid, ${sessionId ?? null}::uuid,
      coalesce((select max(k.ordinal) from practices.kept_practices k
        where k.session_id is not distinct from ${sessionId ?? null}::uuid), 0) + 1, ${note ?? null}, ${ctx.now}::timestamptz
    on conflict (account_id, practice_id, coalesce(session_id, '00000000-0000-0000-0000-000000000000'))
      do update set note = excluded.note`.execute(ctx.tx)
  ctx.trail.touched(practiceId)
  return kept(ctx, sessionId)
}

export async function drop(ctx: Context, practiceId: string, sessionId: For) {
  await ctx.tx
    .deleteFrom('practices.kept_practices')
    .where('practice_id', '=', practiceId)
    .where(ofList(sessionId))
    .execute()
  ctx.trail.touched(practiceId)
  return kept(ctx, sessionId)
}

/** What is named stands in this order; what came in between stands behind it. */
export async function order(
  ctx: Context,
  { sessionId, practiceIds }: Parsed<typeof routes.orderKept>['body'],
) {
  await sql`
    update practices.kept_practices k set ordinal = coalesce(
      array_position(${practiceIds}::uuid[], k.practice_id), ${practiceIds.length + 1} + k.ordinal)
    where k.session_id is not distinct from ${sessionId ?? null}::uuid`.execute(ctx.tx)
  return kept(ctx, sessionId)
}
