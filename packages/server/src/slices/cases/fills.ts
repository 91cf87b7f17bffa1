/**
 * Answers to guards that a slice knows from its own records: assessments that the needs were looked at, plans that the
 * family agreed. Without one, whoever takes the step states it in words. The composition of the node hands them in.
 */
import { type CaseState, type Guard, type Known, stepsFrom } from '@kerege/contract/cases/states'
import type { Context } from '../../platform/context.ts'
import type { FoundCase } from './store.ts'

export interface AskedCase {
  readonly id: string
  readonly personId: string
  /** What the steps that it can take ask for, of the guards of this fill. */
  readonly guards: ReadonlySet<Guard>
}

export interface GuardFill {
  readonly guards: readonly Guard[]
  /**
   * Of each case, is it there? `undefined` where the section that tells is shut to the reader; a case that is absent from
   * the answer is stated in words as before.
   */
  readonly of: (ctx: Context, cases: readonly AskedCase[]) => Promise<ReadonlyMap<string, Known>>
}

/** Asks each slice once, and only of cases from which a step wants its answer. */
export async function fill(
  ctx: Context,
  rows: readonly FoundCase[],
  fills: readonly GuardFill[],
): Promise<FoundCase[]> {
  const known = new Map<string, Known>()
  const open = rows.map(row => ({ id: row.id, personId: row.person_id, guards: guardsOf(row) }))
  for (const { guards, of } of fills) {
    const asked = open.flatMap(one => {
      const wanted = new Set(one.guards.filter(guard => guards.includes(guard)))
      return wanted.size > 0 ? [{ ...one, guards: wanted }] : []
    })
    if (asked.length === 0) continue
    for (const [id, answers] of await of(ctx, asked)) known.set(id, { ...known.get(id), ...answers })
  }
  return rows.map(row => ({ ...row, filled: known.get(row.id) ?? {} }))
}

/** What the steps ask that a case can take from where it stands. */
const guardsOf = ({ state, before }: FoundCase): Guard[] =>
  stepsFrom(state as CaseState, (before as CaseState | null) ?? undefined).flatMap(step => [
    ...step.guards,
    ...step.advised,
  ])
