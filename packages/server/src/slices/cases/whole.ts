/** One case as its page shows it: where it stands, its past, and what the reader may do. */
import type { Case } from '@kerege/contract/cases/schema'
import { type CaseState, isOver } from '@kerege/contract/cases/states'
import { notFound } from '@kerege/contract/errors'
import type { Context } from '../../platform/context.ts'
import { closureOf } from './closing.ts'
import { fill, type GuardFill } from './fills.ts'
import { looksOf } from './looks.ts'
import { openSteps, worksOn } from './steps.ts'
import * as store from './store.ts'

/** @throws DomainError `not-found`, for a stranger's case and for none alike */
export async function whole(ctx: Context, id: string, fills: readonly GuardFill[] = []): Promise<Case> {
  const found = await store.find(ctx, id)
  if (!found) throw notFound()
  const [row = found] = await fill(ctx, [found], fills)
  const state = row.state as CaseState
  const others = (await store.ofPerson(ctx, row.person_id)).filter(one => one.id !== id)
  const gives = ctx.actor.verbs.includes('cases.assign') && !isOver(state)
  const everywhere = ctx.actor.rights.read?.contact?.includes('node') ?? false
  const closureId = state === 'closing' ? await closureOf(ctx, id) : undefined
  ctx.trail.shown([id, row.person_id])
  return {
    ...store.toRow(row),
    ...(await store.pastOf(ctx, id)),
    ...(row.merged_into ? { mergedInto: row.merged_into } : {}),
    open: openSteps(ctx, row),
    ...(closureId ? { closureId } : {}),
    looks: await looksOf(ctx, id),
    mayLookIn: state === 'follow-up' && worksOn(ctx, row),
    mayAssign: gives && (everywhere || row.agency_id === ctx.actor.agency),
    mayHandBack: !isOver(state) && row.worker_id === ctx.actor.account,
    others: others.map(one => ({
      id: one.id,
      number: one.number,
      state: one.state as CaseState,
      openedAt: one.opened_at,
    })),
  }
}
