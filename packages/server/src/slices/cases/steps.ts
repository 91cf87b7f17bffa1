/** Steps on the way of a case. Which there are and what they ask stands in the contract; the state follows. */
import { DomainError, invalid, notFound } from '@kerege/contract/errors'
import { answers, type CaseState, stepOf, stepsFrom, type CaseStep } from '@kerege/contract/cases/states'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { type FoundCase, find, knownOf } from './store.ts'

/**
 * Taken twice is taken once.
 * @throws DomainError `case-cannot` when the case cannot go there, `case-guard` when something is missing first
 */
export async function take(
  ctx: Context,
  id: string,
  to: CaseState,
  reason: string | undefined,
): Promise<void> {
  const row = await find(ctx, id)
  if (!row) throw notFound()
  const from = row.state as CaseState
  if (from === to) return ctx.trail.shown([id, row.person_id])
  const step = stepOf(from, to)
  if (!step) throw new DomainError('conflict', 'case-cannot', { state: from })
  if (!mayTake(ctx, row, step)) throw new DomainError('forbidden', 'not-yours')
  const missing = missingFor(row, step)
  if (missing.length > 0) throw new DomainError('conflict', 'case-guard', { missing })
  if (step.reason && !reason) throw invalid([{ pointer: '/reason', code: 'required' }])
  await sql`select cases.take_step(${newId(ctx.now.getTime())}::uuid, ${id}::uuid, ${from}, ${to}, ${reason ?? null},
    ${ctx.now.toISOString()}::timestamptz)`.execute(ctx.tx)
  ctx.trail.touched(id, ['state'])
  ctx.trail.touched(row.person_id)
  if (reason) ctx.trail.because(reason, row.person_id)
}

const missingFor = (row: FoundCase, step: CaseStep) =>
  answers(step, knownOf(row))
    .filter(one => one.answer !== 'met')
    .map(one => one.guard)

/** The worker's steps are the worker's, or of who writes for the whole team; giving up is for who gives cases out. */
function mayTake(ctx: Context, row: FoundCase, step: CaseStep): boolean {
  const { verbs, rights, account, team } = ctx.actor
  if (step.by === 'lead') return verbs.includes('cases.assign')
  if (!verbs.includes('cases.work')) return false
  return (
    row.worker_id === account || (rights.write?.contact?.includes('team') === true && row.team_id === team)
  )
}

/** Steps that the reader may take now, with nothing missing. */
export const openSteps = (ctx: Context, row: FoundCase): CaseStep[] =>
  stepsFrom(row.state as CaseState).filter(
    step => mayTake(ctx, row, step) && missingFor(row, step).length === 0,
  )
