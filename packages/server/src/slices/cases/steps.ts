/** Steps on the way of a case. Which there are and what they ask stands in the contract; the state follows. */
import { DomainError, invalid, notFound } from '@kerege/contract/errors'
import type { TakeStep } from '@kerege/contract/cases/schema'
import {
  answers,
  type CaseState,
  type CaseStep,
  isStated,
  type StatedGuard,
  stepOf,
  stepsFrom,
} from '@kerege/contract/cases/states'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { askToClose, leaveClosing } from './closing.ts'
import { fill, type GuardFill } from './fills.ts'
import { record } from './recording.ts'
import { type FoundCase, find, knownOf } from './store.ts'

/**
 * Taken twice is taken once.
 * @throws DomainError `case-cannot` when the case cannot go there, `case-guard` when something is missing first,
 * `stale-version` when the actor did not see what happened since
 */
export async function take(
  ctx: Context,
  id: string,
  command: TakeStep,
  fills: readonly GuardFill[],
): Promise<void> {
  if (!(await find(ctx, id))) throw notFound()
  // Of two who take a step at once the second judges what the first has left, however long the first asked other slices.
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 60))`.execute(ctx.tx)
  const found = await find(ctx, id)
  if (!found) throw notFound()
  const [row = found] = await fill(ctx, [found], fills)
  const from = row.state as CaseState
  if (from === command.to) return ctx.trail.shown([id, row.person_id])
  // Told first: what cannot be done from here may be because somebody else has just done something.
  if (command.seen !== undefined && command.seen !== row.version) {
    throw new DomainError('conflict', 'stale-version')
  }
  const step = stepOf(from, command.to, beforeOf(row))
  if (!step) throw new DomainError('conflict', 'case-cannot', { state: from })
  if (!mayTake(ctx, row, step)) throw new DomainError('forbidden', 'not-yours')
  const missing = missingFor(row, step)
  if (missing.length > 0) throw new DomainError('conflict', 'case-guard', { missing })
  requireWords(row, step, command)
  if (from === 'closing') await leaveClosing(ctx, id)
  await record(ctx, row, step.to, command)
  if (step.to === 'closing') await askToClose(ctx, row, command.reason ?? '')
}

/** Everything that is missing from the form at once. */
function requireWords(row: FoundCase, step: CaseStep, command: TakeStep) {
  const asks = statedFor(row, step)
  const faults = [
    ...(step.reason && !command.reason ? [{ pointer: '/reason', code: 'required' }] : []),
    ...(step.to === 'closing' && !command.outcome ? [{ pointer: '/outcome', code: 'required' }] : []),
    ...asks.flatMap((guard, at) =>
      command.said.some(one => one.guard === guard)
        ? []
        : [{ pointer: `/said/${at}/words`, code: 'required' }],
    ),
    // What the program knows is not said otherwise beside it.
    ...command.said.flatMap((one, at) =>
      asks.includes(one.guard) && command.said.findIndex(other => other.guard === one.guard) === at
        ? []
        : [{ pointer: `/said/${at}/guard`, code: 'not-asked' }],
    ),
  ]
  if (faults.length > 0) throw invalid(faults)
}

const beforeOf = (row: FoundCase) => (row.before as CaseState | null) ?? undefined

const missingFor = (row: FoundCase, step: CaseStep) =>
  answers(step, knownOf(row))
    .filter(one => one.answer !== 'met' && one.answer !== 'ask')
    .map(one => one.guard)

/** What whoever takes the step has to say, in the order of the way. */
const statedFor = (row: FoundCase, step: CaseStep): StatedGuard[] =>
  answers(step, knownOf(row))
    .filter(one => one.answer === 'ask')
    .map(one => one.guard)
    .filter(isStated)

/** The worker's steps are the worker's; giving up is for who gives cases out. */
const mayTake = (ctx: Context, row: FoundCase, step: CaseStep): boolean =>
  step.by === 'lead' ? ctx.actor.verbs.includes('cases.assign') : worksOn(ctx, row)

/** Who works with the family, or writes for the whole team. */
export function worksOn({ actor }: Context, row: FoundCase): boolean {
  const leads = actor.rights.write?.contact?.includes('team') === true && row.team_id === actor.team
  return actor.verbs.includes('cases.work') && (row.worker_id === actor.account || leads)
}

/** Steps that the reader may take now, with nothing missing but what they say with it. */
export const openSteps = (ctx: Context, row: FoundCase) =>
  stepsFrom(row.state as CaseState, beforeOf(row))
    .filter(step => mayTake(ctx, row, step) && missingFor(row, step).length === 0)
    .map(step => ({ to: step.to, reason: step.reason, asks: statedFor(row, step) }))
