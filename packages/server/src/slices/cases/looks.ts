/** Looking in after a case was closed: a light check on set days, further and further apart. */
import { DomainError, notFound } from '@kerege/contract/errors'
import type { Look, LookIn } from '@kerege/contract/cases/schema'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { tryAgainOn } from './days.ts'
import { worksOn } from './steps.ts'
import { find } from './store.ts'

/** @throws DomainError `case-cannot` unless the case is followed, `look-done` when somebody said it already */
export async function lookIn(ctx: Context, caseId: string, lookId: string, command: LookIn): Promise<void> {
  const row = await find(ctx, caseId)
  if (!row) throw notFound()
  const look = (await looksOf(ctx, caseId)).find(one => one.id === lookId)
  if (!look) throw notFound()
  if (row.state !== 'follow-up') throw new DomainError('conflict', 'case-cannot', { state: row.state })
  if (!worksOn(ctx, row)) throw new DomainError('forbidden', 'not-yours')
  if (look.doneAt) throw new DomainError('conflict', 'look-done')
  await sql`select cases.look(${caseId}::uuid, ${lookId}::uuid, ${command.how}, ${command.going ?? null}, ${command.words ?? null},
    ${newId(ctx.now.getTime())}::uuid, ${command.how === 'not-reached' ? tryAgainOn(ctx) : null}::date, ${ctx.now.toISOString()}::timestamptz)`.execute(
    ctx.tx,
  )
  ctx.trail.touched(caseId, ['looks'])
  ctx.trail.touched(row.person_id)
}

export async function looksOf(ctx: Context, caseId: string): Promise<Look[]> {
  const rows = await ctx.tx
    .selectFrom('cases.looks as l')
    .leftJoin('access.accounts as a', 'a.id', 'l.done_by')
    .selectAll('l')
    .select('a.name')
    .where('l.case_id', '=', caseId)
    .orderBy('l.due')
    .orderBy('l.number')
    .execute()
  return rows.map(row => ({
    id: row.id,
    number: row.number,
    due: row.due,
    ...(row.done_at ? { doneAt: row.done_at } : {}),
    ...(row.done_by && row.name !== null ? { by: { id: row.done_by, name: row.name } } : {}),
    ...(row.how ? { how: row.how as NonNullable<Look['how']> } : {}),
    ...(row.going ? { going: row.going as NonNullable<Look['going']> } : {}),
    ...(row.words ? { words: row.words } : {}),
  }))
}
