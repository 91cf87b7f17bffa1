/** Writes a step that was judged: the database asks once more who may, and from where. */
import type { TakeStep } from '@kerege/contract/cases/schema'
import type { CaseState } from '@kerege/contract/cases/states'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { nextLook } from './days.ts'
import type { FoundCase } from './store.ts'

/** @param agreed the decided request that the step follows from */
export async function record(
  ctx: Context,
  row: Pick<FoundCase, 'id' | 'person_id' | 'state'>,
  to: CaseState,
  { reason, outcome, said = [] }: Partial<TakeStep>,
  agreed?: string,
): Promise<void> {
  await sql`select cases.take_step(${newId(ctx.now.getTime())}::uuid, ${row.id}::uuid, ${row.state}, ${to}, ${reason ?? null},
    ${to === 'closing' ? (outcome ?? null) : null}, ${JSON.stringify(said)}::jsonb, ${await nextLook(ctx, row.id, to)}::date,
    ${agreed ?? null}::uuid, ${ctx.now.toISOString()}::timestamptz)`.execute(ctx.tx)
  ctx.trail.touched(row.id, ['state'])
  ctx.trail.touched(row.person_id)
  if (reason) ctx.trail.because(reason, row.person_id)
}
