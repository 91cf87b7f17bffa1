/**
 * A sheet that comes back. First it is read and compared, and nothing is written; then the very same is done, if it still is
 * the same.
 */
import { createHash } from 'node:crypto'
import type { SheetReport } from '@kerege/contract/council/initiatives/schema'
import { DomainError } from '@kerege/contract/errors'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { localDay } from '../../../platform/localDay.ts'
import { readSheet } from '../../documents/index.ts'
import { insert, save } from './actions.ts'
import { type Planned, planRows } from './planning.ts'
import { keepingRights } from './rights.ts'
import { type SheetNames, sheetNames } from './sheet/cells.ts'
import { columnFor, neededColumns } from './sheet/columns.ts'
import * as store from './store.ts'

const most = { rows: 2000, told: 300, unread: 50 }

interface Plan extends Planned {
  report: SheetReport
  names: SheetNames
}

export async function preview(ctx: Context, bytes: Uint8Array): Promise<SheetReport> {
  const { report } = await planFor(ctx, bytes)
  count(ctx, report)
  return report
}

/** @throws DomainError `import-changed` when what would be done is no longer what was shown */
export async function importSheet(ctx: Context, bytes: Uint8Array, seen: string): Promise<SheetReport> {
  // Two who take in a sheet at once stand in line, and the second sees what the first has done.
  await sql`select pg_advisory_xact_lock(hashtext('council.initiatives'))`.execute(ctx.tx)
  const { report, add, change, names } = await planFor(ctx, bytes)
  if (report.seen !== seen || !(await stillSo(ctx, change)))
    throw new DomainError('conflict', 'import-changed')
  for (const { id, content } of add) await insert(ctx, id, content)
  for (const { row, content } of change) await save(ctx, row, content, undefined, names)
  count(ctx, report)
  return report
}

/** Somebody who changes a row by hand at the very moment is not overwritten. */
async function stillSo(ctx: Context, change: Planned['change']): Promise<boolean> {
  if (change.length === 0) return true
  const { rows } = await sql<{ id: string; version: number }>`
    select id, version from council.initiatives where id = any (${change.map(({ row }) => row.id)}::uuid[])
     order by id for update`.execute(ctx.tx)
  const versions = new Map(rows.map(row => [row.id, row.version]))
  return change.every(({ row }) => versions.get(row.id) === row.version)
}

const count = (ctx: Context, { added, changed, leftOut }: SheetReport) => {
  ctx.trail.counted('added', added)
  ctx.trail.counted('changed', changed)
  ctx.trail.counted('left-out', leftOut)
}

async function planFor(ctx: Context, bytes: Uint8Array): Promise<Plan> {
  const table = await readSheet(bytes, columnFor, neededColumns)
  const filled = table.rows.filter(row =>
    [...row.cells.values()].some(cell => cell.text.trim() || cell.computed),
  )
  if (filled.length > most.rows) throw new DomainError('invalid', 'sheet-too-long', { most: most.rows })
  const names = await sheetNames(ctx.tx)
  const planned = planRows(filled, {
    table,
    names,
    known: await store.selected(ctx.tx).execute(),
    rights: await keepingRights(ctx),
    today: localDay(ctx.now, ctx.node.info.timeZone),
  })
  return { ...planned, names, report: reportOf(planned, table.unread, bytes) }
}

function reportOf(planned: Planned, unread: readonly string[], bytes: Uint8Array): SheetReport {
  const { add, change, rows, faults } = planned
  const counted = (outcome: SheetReport['rows'][number]['outcome']) =>
    rows.filter(row => row.outcome === outcome).length
  return {
    added: add.length,
    changed: change.length,
    same: counted('same'),
    leftOut: counted('left-out'),
    rows,
    faults: faults.slice(0, most.told),
    moreFaults: Math.max(0, faults.length - most.told),
    unread: unread.slice(0, most.unread),
    seen: digestOf(planned, bytes),
  }
}

/** Ids of new rows are made anew with each reading, so they are no part of it; versions of what is there are. */
function digestOf({ change, rows }: Planned, bytes: Uint8Array): string {
  const digest = createHash('sha256').update(bytes)
  for (const { row } of change) digest.update(`${row.id} ${row.version}\n`)
  return digest.update(rows.map(row => `${row.row} ${row.outcome}`).join('\n')).digest('base64url')
}
