/** The task that comes out of a record: for a day in court, before a release and after it, for the next contact. One each; it follows its day. */
import type { Content, ContentOf } from '@kerege/contract/situation/content'
import { taskOf } from '@kerege/contract/situation/rules'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { today } from '../../platform/localDay.ts'
import { emit } from '../../platform/outbox.ts'

const workOf = { hearing: 'court-date', detention: 'release-plan', contact: 'family-contact' } as const
const makesWork = (kind: Content['kind']): kind is keyof typeof workOf => kind in workOf

export async function keepTask(ctx: Context, entryId: string, content: Content): Promise<void> {
  if (!makesWork(content.kind)) return
  await set(ctx, entryId, workOf[content.kind], taskOf(content, today(ctx))?.due ?? null, 'cancelled')
}

/** What is over is done; what was never so asks nothing. */
export async function endTask(
  ctx: Context,
  entryId: string,
  content: Content,
  how: 'ended' | 'mistake',
): Promise<void> {
  if (!makesWork(content.kind)) return
  await set(ctx, entryId, workOf[content.kind], null, how === 'ended' ? 'done' : 'cancelled')
}

/** Somebody is out: who works with the family looks in today. */
export const released = (ctx: Context, entryId: string) =>
  set(ctx, entryId, 'release-follow-up', today(ctx), 'done')

/** A letter that came takes the place of the one that was waited for. */
export async function overtake(
  ctx: Context,
  personId: string,
  entryId: string,
  { withPersonId, withWhom, day }: ContentOf<'contact'>,
): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    update situation.entries e set ahead_on = null
    where e.person_id = ${personId}::uuid and e.kind = 'contact' and e.state = 'open' and e.ahead_on is not null
      and e.id <> ${entryId}::uuid and e.on_day <= ${day}::date
      and (e.content ->> 'withPersonId') is not distinct from ${withPersonId ?? null}
      and (${withPersonId ?? null}::text is not null or lower(e.content ->> 'withWhom') = lower(${withWhom ?? ''}))
    returning e.id`.execute(ctx.tx)
  for (const { id } of rows) await set(ctx, id, 'family-contact', null, 'done')
}

async function set(
  ctx: Context,
  entryId: string,
  what: string,
  due: string | null,
  ends: 'done' | 'cancelled',
): Promise<void> {
  const { rows } = await sql<{ task_id: string; owner_id: string }>`
    select * from situation.set_task(${entryId}::uuid, ${what}, ${due}::date, ${ends}, ${ctx.now.toISOString()}::timestamptz)`.execute(
    ctx.tx,
  )
  for (const { task_id: taskId, owner_id: accountId } of rows) {
    ctx.trail.touched(taskId)
    if (accountId !== ctx.actor.account) await emit(ctx.tx, 'task.handed-over', { accountId, taskId })
  }
}
