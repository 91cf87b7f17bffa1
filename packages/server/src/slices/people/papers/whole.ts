/** A paper as it leaves: its row, its transitions, and what the reader may do with it. */
import type { Blocked, PaperState } from '@kerege/contract/people/papers/rules'
import type { Evidence, Paper } from '@kerege/contract/people/papers/schema'
import type { Context } from '../../../platform/context.ts'
import { localDay, today } from '../../../platform/localDay.ts'
import { type FoundPaper, type FoundTransition, get, toRow, transitionsOf } from './store.ts'

/** @throws DomainError `not-found` */
export async function whole(ctx: Context, id: string): Promise<Paper> {
  const row = await get(ctx, id)
  return toPaper(ctx, row, await transitionsOf(ctx, [id]))
}

export async function wholes(ctx: Context, rows: readonly FoundPaper[]): Promise<Paper[]> {
  const all = await transitionsOf(
    ctx,
    rows.map(row => row.id),
  )
  return rows.map(row =>
    toPaper(
      ctx,
      row,
      all.filter(one => one.paper_id === row.id),
    ),
  )
}

function toPaper(ctx: Context, row: FoundPaper, passed: readonly FoundTransition[]): Paper {
  const mayChange = row.writable && ctx.actor.verbs.includes('people.correct')
  return {
    ...toRow(row, today(ctx)),
    wouldBlock: row.blocks as Blocked[],
    evidence: row.evidence as Evidence[],
    ...(row.obstacle === null ? {} : { obstacle: row.obstacle }),
    ...(row.next_on === null ? {} : { nextOn: row.next_on }),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    transitions: passed.map(one => ({
      at: one.at,
      on: one.on_day,
      by: { id: one.account_id, name: one.name },
      ...(one.from_state === null ? {} : { from: one.from_state as PaperState }),
      to: one.to_state as PaperState,
      ...(one.reason === null ? {} : { reason: one.reason }),
      undone: one.undone_at !== null,
    })),
    twins: row.twins,
    mayChange,
    mayUndo: mayChange && undoable(ctx, passed) !== undefined,
  }
}

/** The last transition, as long as it can be taken back: by who recorded it, on the same day, and never the first. */
export function undoable(ctx: Context, passed: readonly FoundTransition[]): FoundTransition | undefined {
  const standing = passed.filter(one => one.undone_at === null)
  const last = standing.at(-1)
  if (!last || standing.length < 2 || last.account_id !== ctx.actor.account) return undefined
  return localDay(new Date(last.at), ctx.node.info.timeZone) === today(ctx) ? last : undefined
}
