/**
 * Answers to guards that a slice knows from its own records: assessments that the needs were looked at, plans that the
 * family agreed. Without one, whoever takes the step states it in words. The composition of the node hands them in.
 */
import type { Known, StatedGuard } from '@kerege/contract/cases/states'
import type { Context } from '../../platform/context.ts'
import type { FoundCase } from './store.ts'

export interface GuardFill {
  readonly guard: StatedGuard
  /**
   * Of each case, is it there? `undefined` where the section that tells is shut to the reader; a case that is absent from
   * the answer is stated in words as before.
   */
  readonly of: (
    ctx: Context,
    cases: readonly { id: string; personId: string }[],
  ) => Promise<ReadonlyMap<string, boolean | undefined>>
}

export async function fill(
  ctx: Context,
  rows: readonly FoundCase[],
  fills: readonly GuardFill[],
): Promise<FoundCase[]> {
  const known = new Map<string, Known>(rows.map(row => [row.id, {}]))
  const asked = rows.map(row => ({ id: row.id, personId: row.person_id }))
  for (const { guard, of } of asked.length > 0 ? fills : []) {
    for (const [id, answer] of await of(ctx, asked)) {
      const one = known.get(id)
      if (one) one[guard] = answer
    }
  }
  return rows.map(row => ({ ...row, filled: known.get(row.id) ?? {} }))
}
