/** The way from one state to the next: the database decides, under the record's lock, and here it is called. */
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { stepFault } from './policy.ts'

/**
 * @returns the state it came to: what comes back from its author goes straight to the same reviewers
 * @throws DomainError `not-found`, `step-refused`
 */
export async function step(ctx: Context, id: string, to: string, reason?: string): Promise<string> {
  const at = ctx.now.getTime()
  const { rows } = await sql<{ came: string }>`
    select practices.take_step(${newId(at)}::uuid, ${id}::uuid, ${to}::text, ${reason ?? null}::text,
      ${ctx.now}::timestamptz, ${[newId(at), newId(at)]}::uuid[]) as came`
    .execute(ctx.tx)
    .catch(stepFault)
  ctx.trail.touched(id, ['state'])
  if (reason) ctx.trail.because(reason)
  return rows[0]?.came ?? to
}
