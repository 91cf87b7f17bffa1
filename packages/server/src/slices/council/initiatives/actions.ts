/** Putting an initiative into the matrix, changing it, withdrawing it. What was said before stays as the cells of its sheet. */
import {
  type AddInitiative,
  type ChangeInitiative,
  contentFaults,
  type Initiative,
  type InitiativeContent,
  type KeepingRights,
} from '@kerege/contract/council/initiatives/schema'
import { DomainError, type Fault, invalid } from '@kerege/contract/errors'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { localDay } from '../../../platform/localDay.ts'
import { requireVersion } from '../parties.ts'
import { keepingRights, publishes, requireKept } from './rights.ts'
import { changedColumns, type SheetNames, sheetNames, writeCells } from './sheet/cells.ts'
import * as store from './store.ts'
import { whole } from './whole.ts'

/** Sent again it makes nothing new: the id was made by the device. */
export async function add(ctx: Context, { id, ...content }: AddInitiative): Promise<Initiative> {
  const rights = await keepingRights(ctx)
  requireKept(rights, content)
  if (await store.find(ctx.tx, id)) return whole(ctx, id)
  await requireSound(ctx, rights, content)
  await insert(ctx, id, content)
  return whole(ctx, id)
}

export async function insert(ctx: Context, id: string, content: InitiativeContent): Promise<void> {
  await ctx.tx
    .insertInto('council.initiatives')
    .values({
      id,
      ...store.columnsOf(content),
      created_by: ctx.actor.account,
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .execute()
  ctx.trail.touched(id)
}

/** What it points to exists, and its days go together. */
async function requireSound(
  ctx: Context,
  rights: KeepingRights,
  content: InitiativeContent,
  before?: InitiativeContent,
) {
  const faults: Fault[] = contentFaults(content, localDay(ctx.now, ctx.node.info.timeZone))
  const names = await sheetNames(ctx.tx)
  const pillar = names.pillars.find(one => one.id === content.pillarId)
  if (!pillar || (pillar.retired && before?.pillarId !== pillar.id)) {
    faults.push({ pointer: '/pillarId', code: 'not-found' })
  }
  if (!names.parties.has(content.leadId)) faults.push({ pointer: '/leadId', code: 'not-found' })
  const missing = (ids: readonly string[], known: { has(id: string): boolean }, at: string) =>
    ids.forEach((id, index) => {
      if (!known.has(id)) faults.push({ pointer: `/${at}/${index}`, code: 'not-found' })
    })
  missing(content.partnerIds, names.parties, 'partnerIds')
  missing(content.actionIds, names.actions, 'actionIds')
  missing(content.decisionIds, names.decisions, 'decisionIds')
  if (content.partnerIds.includes(content.leadId)) faults.push({ pointer: '/partnerIds', code: 'twice' })
  if (publishes(rights, content, before)) faults.push({ pointer: '/public', code: 'public-by-council' })
  if (faults.length > 0) throw invalid(faults)
  return names
}

/** @throws DomainError `initiative-withdrawn` */
export async function change(
  ctx: Context,
  id: string,
  { reason, ...content }: ChangeInitiative,
): Promise<Initiative> {
  const row = await lock(ctx, id)
  const before = store.contentOf(row)
  const rights = await keepingRights(ctx)
  requireKept(rights, before)
  requireKept(rights, content)
  const names = await requireSound(ctx, rights, content, before)
  await save(ctx, row, content, reason, names)
  if (reason) ctx.trail.because(reason, id)
  return whole(ctx, id)
}

export async function save(
  ctx: Context,
  row: store.Found,
  content: InitiativeContent,
  reason: string | undefined,
  names: SheetNames,
): Promise<void> {
  await keep(ctx, row, reason, names)
  await ctx.tx
    .updateTable('council.initiatives')
    .set({ ...store.columnsOf(content), version: row.version + 1, updated_at: ctx.now })
    .where('id', '=', row.id)
    .execute()
  ctx.trail.touched(
    row.id,
    changedColumns(writeCells(row.id, store.contentOf(row), names), writeCells(row.id, content, names)),
  )
}

async function lock(ctx: Context, id: string): Promise<store.Found> {
  await sql`select 1 from council.initiatives where id = ${id}::uuid for update`.execute(ctx.tx)
  const row = await store.get(ctx.tx, id)
  requireVersion(ctx, row.version)
  if (row.stand === 'withdrawn') throw new DomainError('conflict', 'initiative-withdrawn')
  return row
}

async function keep(ctx: Context, row: store.Found, reason: string | undefined, names: SheetNames) {
  await ctx.tx
    .insertInto('council.initiative_revisions')
    .values({
      id: newId(ctx.now.getTime()),
      initiative_id: row.id,
      version: row.version,
      at: ctx.now,
      account_id: ctx.actor.account,
      reason: reason ?? null,
      cells: JSON.stringify(writeCells(row.id, store.contentOf(row), names)),
    })
    .execute()
}

/** For what should not have been entered. It stays to be read inside, with the reason. */
export async function withdraw(ctx: Context, id: string, reason: string): Promise<Initiative> {
  const row = await lock(ctx, id)
  requireKept(await keepingRights(ctx), store.contentOf(row))
  await keep(ctx, row, reason, await sheetNames(ctx.tx))
  await ctx.tx
    .updateTable('council.initiatives')
    .set({ stand: 'withdrawn', withdrawn_because: reason, version: row.version + 1, updated_at: ctx.now })
    .where('id', '=', id)
    .execute()
  ctx.trail.touched(id, ['stand'])
  ctx.trail.because(reason, id)
  return whole(ctx, id)
}
