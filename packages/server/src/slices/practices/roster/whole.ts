/** One entry as its reader may see it: free days, trainings held here, deployments. */
import type { MultiText } from '@kerege/contract/common'
import type { RosterEntry } from '@kerege/contract/practices/roster/schema'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/database.ts'
import { accountNames, agencyNames } from '../agencies.ts'
import { deploymentsWhere } from './deployments.ts'
import * as store from './store.ts'

const trainedAt = (tx: Tx, id: string) =>
  tx
    .selectFrom('practices.training_events as e')
    .select(['e.id', 'e.title', 'e.from_day'])
    .where(
      sql<boolean>`exists (select 1 from practices.training_sessions s
        join practices.training_trainers t on t.session_id = s.id where s.event_id = e.id and t.entry_id = ${id}::uuid)`,
    )
    .where('e.state', '=', 'open')
    .orderBy('e.from_day', 'desc')
    .limit(50)
    .execute()

export async function whole(ctx: Context, id: string): Promise<RosterEntry> {
  const row = await store.get(ctx, id)
  const agencies = await agencyNames(ctx.tx)
  const periods = await store.periodsOf(ctx.tx, id)
  const trained = await trainedAt(ctx.tx, id)
  const by = await accountNames(ctx.tx, [row.confirmed_by])
  const deployments = await deploymentsWhere(ctx, { accountId: row.account_id })
  const shape = store.toRow(ctx, row, agencies)
  ctx.trail.shown([id])
  return {
    ...shape,
    ...(row.about === null ? {} : { about: row.about as MultiText }),
    held: row.held as RosterEntry['held'],
    trained: trained.map(one => ({ eventId: one.id, title: one.title as MultiText, from: one.from_day })),
    periods,
    ...(row.confirmed_at === null ? {} : { confirmedAt: row.confirmed_at }),
    ...(row.confirmed_by === null ? {} : { confirmedBy: by.get(row.confirmed_by) ?? '' }),
    deployments,
    may: {
      change: shape.mine && ctx.actor.verbs.includes('practices.write'),
      confirm: !shape.mine && (await store.mayConfirm(ctx, row.country)),
      ask: !shape.mine && shape.confirmed && ctx.actor.verbs.includes('trainings.run'),
    },
  }
}
