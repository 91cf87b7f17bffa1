/**
 * What becomes of a paper: a step done, a transition recorded, the last one taken back. The state itself is never
 * written here; the database derives it from what is recorded.
 */
import { DomainError, invalid, notFound } from '@kerege/contract/errors'
import { dueDay, mayBecome, needsReason, type PaperState } from '@kerege/contract/people/papers/rules'
import type { MovePaper, PaperStep } from '@kerege/contract/people/papers/schema'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { tellBlocks, tellIssued } from './alerts.ts'
import { type FoundPaper, get, lock, transitionsOf } from './store.ts'
import { changed, leave } from './traces.ts'
import { undoable } from './whole.ts'
import { today } from '../../../platform/localDay.ts'

/** Marked twice is marked once: a phone may send it again. */
export async function mark(
  ctx: Context,
  id: string,
  stepId: string,
  doneOn: string | undefined,
): Promise<void> {
  const before = await lock(ctx, id, null)
  const steps = before.steps as PaperStep[]
  const step = steps.find(one => one.id === stepId)
  if (!step) throw notFound()
  if (doneOn && doneOn > today(ctx)) throw invalid([{ pointer: '/doneOn', code: 'in-the-future' }])
  if (step.doneOn === doneOn) return leave(ctx, before)
  const { doneOn: _, ...rest } = step
  const marked = steps.map(one => (one.id === stepId ? { ...rest, ...(doneOn ? { doneOn } : {}) } : one))
  await ctx.tx
    .updateTable('people.papers')
    .set({
      steps: JSON.stringify(marked),
      due_on: dueDay(marked, before.next_on ?? undefined) ?? null,
      version: before.version + 1,
      updated_at: ctx.now,
    })
    .where('id', '=', id)
    .execute()
  changed(ctx, 'update', before, await get(ctx, id))
}

/**
 * Moved twice is moved once.
 * @throws DomainError `paper-cannot` when the paper cannot go there from where it stands
 */
export async function move(ctx: Context, id: string, { to, on, reason }: MovePaper): Promise<void> {
  const before = await lock(ctx, id, null)
  const from = before.state as PaperState
  if (from === to) return leave(ctx, before)
  if (!mayBecome(from, to)) throw new DomainError('conflict', 'paper-cannot', { state: from })
  if (needsReason(from, to) && !reason) throw invalid([{ pointer: '/reason', code: 'required' }])
  const day = on ?? today(ctx)
  requireDay(ctx, day, before.state_since ?? undefined)
  const passed = await transitionsOf(ctx, [id])
  await record(ctx, before, passed.length, { from, to, on: day, reason })
  await raise(ctx, before)
  const after = await get(ctx, id)
  changed(ctx, 'update', before, after)
  await tellBlocks(ctx, before, after)
  if (to === 'issued') await tellIssued(ctx, after)
}

/** @throws DomainError `paper-undo-over` on another day, for somebody else's transition, and for the first one */
export async function undo(ctx: Context, id: string): Promise<void> {
  const before = await lock(ctx, id, null)
  const last = undoable(ctx, await transitionsOf(ctx, [id]))
  if (!last) throw new DomainError('conflict', 'paper-undo-over')
  await ctx.tx
    .updateTable('people.paper_transitions')
    .set({ undone_at: ctx.now })
    .where('id', '=', last.id)
    .execute()
  await raise(ctx, before)
  changed(ctx, 'undo', before, await get(ctx, id))
}

const raise = (ctx: Context, before: FoundPaper) =>
  ctx.tx
    .updateTable('people.papers')
    .set({ version: before.version + 1, updated_at: ctx.now })
    .where('id', '=', before.id)
    .execute()

/** What happened lies neither ahead nor before what happened last. */
export function requireDay(ctx: Context, day: string, notBefore: string | undefined): void {
  if (day > today(ctx)) throw invalid([{ pointer: '/on', code: 'in-the-future' }])
  if (notBefore && day < notBefore) throw invalid([{ pointer: '/on', code: 'before-the-last' }])
}

interface Passing {
  from: PaperState | null
  to: PaperState
  on: string
  reason?: string | undefined
}

export async function record(
  ctx: Context,
  paper: { id: string; person_id: string },
  recorded: number,
  { from, to, on, reason }: Passing,
): Promise<void> {
  await ctx.tx
    .insertInto('people.paper_transitions')
    .values({
      id: newId(ctx.now.getTime()),
      paper_id: paper.id,
      person_id: paper.person_id,
      number: recorded + 1,
      from_state: from,
      to_state: to,
      on_day: on,
      at: ctx.now,
      account_id: ctx.actor.account,
      reason: reason ?? null,
    })
    .execute()
}
