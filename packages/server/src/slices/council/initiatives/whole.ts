/** One initiative with everything that hangs on it, and what it said before, column by column. */
import type { MultiText } from '@kerege/contract/common'
import type { Initiative, InitiativeRevision } from '@kerege/contract/council/initiatives/schema'
import type { Context } from '../../../platform/context.ts'
import { partyNames } from '../parties.ts'
import { hindranceOf, keepingRights } from './rights.ts'
import { type Cells, changedColumns, type SheetNames, sheetNames, writeCells } from './sheet/cells.ts'
import * as store from './store.ts'

export async function whole(ctx: Context, id: string): Promise<Initiative> {
  const row = await store.get(ctx.tx, id)
  const content = store.contentOf(row)
  const names = await sheetNames(ctx.tx)
  const rights = await keepingRights(ctx)
  const { description, budget, funding, contact, plans } = content
  ctx.trail.shown([id])
  return {
    ...store.toRow(row, await partyNames(ctx.tx)),
    ...(description ? { description } : {}),
    ...(budget ? { budget } : {}),
    ...(funding ? { funding } : {}),
    ...(contact ? { contact } : {}),
    plans,
    ...(await linksOf(ctx, content.actionIds, content.decisionIds)),
    ...(row.withdrawn_because === null ? {} : { withdrawnBecause: row.withdrawn_because }),
    updatedAt: row.updated_at,
    mayChange: row.stand === 'current' && hindranceOf(rights, content) === null,
    revisions: await revisionsOf(ctx, row, names),
  }
}

async function linksOf(ctx: Context, actionIds: readonly string[], decisionIds: readonly string[]) {
  const actions = actionIds.length
    ? await ctx.tx
        .selectFrom('council.actions')
        .select(['id', 'title'])
        .where('id', 'in', [...actionIds])
        .orderBy('due')
        .execute()
    : []
  const decisions = decisionIds.length
    ? await ctx.tx
        .selectFrom('council.decisions as d')
        .innerJoin('council.decision_texts as x', join =>
          join.onRef('x.decision_id', '=', 'd.id').onRef('x.number', '=', 'd.text_number'),
        )
        .select(['d.id', 'd.symbol', 'x.title'])
        .where('d.id', 'in', [...decisionIds])
        .execute()
    : []
  return {
    actions: actions.map(one => ({ id: one.id, title: one.title as MultiText })),
    decisions: decisions.map(one => ({
      id: one.id,
      title: one.title as MultiText,
      ...(one.symbol === null ? {} : { symbol: one.symbol }),
    })),
  }
}

async function revisionsOf(ctx: Context, row: store.Found, names: SheetNames): Promise<InitiativeRevision[]> {
  const kept = await ctx.tx
    .selectFrom('council.initiative_revisions as r')
    .innerJoin('access.accounts as a', 'a.id', 'r.account_id')
    .select(['r.version', 'r.at', 'r.reason', 'r.cells', 'a.name'])
    .where('r.initiative_id', '=', row.id)
    .orderBy('r.version', 'desc')
    .execute()
  let after: Cells = writeCells(row.id, store.contentOf(row), names)
  return kept.map(one => {
    const before = one.cells as Cells // written by this slice
    const next = after
    after = before
    return {
      version: one.version,
      at: one.at,
      by: one.name,
      ...(one.reason === null ? {} : { reason: one.reason }),
      fields: changedColumns(before, next).map(field => ({
        field,
        before: before[field] ?? '',
        after: next[field] ?? '',
      })),
    }
  })
}
