/**
 * Statements from a CSV file. First a preview that changes nothing, then the same reading once more and saving. What
 * cannot be read is told by line and column and left out; what is there already stays as it is.
 */
import type { ImportReport } from '@kerege/contract/figures/routes'
import type { Series, Statement } from '@kerege/contract/figures/schema'
import { type TableFault, type TableRow, readTable } from '@kerege/contract/figures/table'
import { canonical } from './canonical.ts'
import { addStatement, changedFields, prefer, saveContent } from './actions.ts'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { readTableFile } from './csvFile.ts'
import * as store from './store.ts'

/** Told one by one; the rest is counted. */
const mostFaults = 200
const reason = 'Read from a file'

interface Plan {
  add: { row: TableRow; content: store.StatementContent; id: string }[]
  change: { row: TableRow; content: store.StatementContent; before: Statement }[]
  same: number
  leftOut: number
  faults: TableFault[]
}

export async function preview(ctx: Context, csv: string): Promise<ImportReport> {
  return reportOf(await planFor(ctx, csv))
}

export async function importFile(ctx: Context, csv: string): Promise<ImportReport> {
  const plan = await planFor(ctx, csv)
  for (const { id, content, row } of plan.add) {
    await addStatement(ctx, { id, ...content })
    if (row.preferredReason) await prefer(ctx, id, row.preferredReason)
  }
  for (const { before, content, row } of plan.change) {
    if (changedFields(before, content).length > 0) await saveContent(ctx, before, content, reason)
    if (row.preferredReason && row.preferredReason !== before.preferred?.reason) {
      await prefer(ctx, before.id, row.preferredReason)
    }
  }
  ctx.trail.counted('added', plan.add.length)
  ctx.trail.counted('changed', plan.change.length)
  ctx.trail.counted('left-out', plan.leftOut)
  return reportOf(plan)
}

const reportOf = ({ add, change, same, leftOut, faults }: Plan): ImportReport => ({
  added: add.length,
  changed: change.length,
  same,
  leftOut,
  faults: faults.slice(0, mostFaults),
  moreFaults: Math.max(0, faults.length - mostFaults),
})

async function planFor(ctx: Context, csv: string): Promise<Plan> {
  const file = readTableFile(Buffer.from(csv, 'base64'))
  const table = readTable(file.rows)
  const plan: Plan = {
    add: [],
    change: [],
    same: 0,
    leftOut: table.leftOut + file.leftOut,
    faults: [...file.faults, ...table.faults],
  }
  const seen = await store.everything(ctx.tx)
  const series = new Map(seen.series.map(one => [one.code, one]))
  const known: Known = {
    byId: new Map(seen.statements.map(one => [one.id, one])),
    bySaying: new Map(
      seen.statements.flatMap(one =>
        one.stand === 'current' ? [[canonical(store.contentOf(one)), one]] : [],
      ),
    ),
    inFile: new Set(),
  }
  const ids = new Set([...known.byId.keys(), ...table.rows.flatMap(row => row.id ?? [])])
  for (const row of table.rows) {
    const refused = refusal(row, series, ids)
    if (refused) {
      plan.faults.push({ line: row.line, ...refused })
      plan.leftOut += 1
      continue
    }
    sortIn(plan, row, series.get(row.seriesCode)?.id ?? '', known)
  }
  plan.faults.sort((a, b) => a.line - b.line)
  return plan
}

function refusal(row: TableRow, series: ReadonlyMap<string, Series>, ids: ReadonlySet<string>) {
  const its = series.get(row.seriesCode)
  if (!its) return { column: 'series', code: 'figure-series-unknown' }
  if (row.state && row.state !== its.state) return { column: 'state', code: 'figure-state-differs' }
  if (row.content.supersedes && !ids.has(row.content.supersedes))
    return { column: 'supersedes', code: 'not-found' }
  return null
}

interface Known {
  byId: ReadonlyMap<string, Statement>
  bySaying: ReadonlyMap<string, Statement>
  /** What rows of this very file have said so far. */
  inFile: Set<string>
}

/** New, changed, or there already: by its id, or by saying the very same in the very same place. */
function sortIn(plan: Plan, row: TableRow, seriesId: string, known: Known) {
  const leaveOut = (column: string, code: string) => {
    plan.faults.push({ line: row.line, column, code })
    plan.leftOut += 1
  }
  const content = { seriesId, ...row.content }
  const saying = canonical(content)
  if (!row.id && known.inFile.has(saying)) return leaveOut('', 'twice')
  known.inFile.add(saying)
  const before = row.id ? known.byId.get(row.id) : known.bySaying.get(saying)
  if (!before) {
    plan.add.push({ row, content, id: row.id ?? newId() })
    return
  }
  if (before.stand !== 'current') return leaveOut('id', 'figure-closed')
  const preferredAnew = row.preferredReason !== undefined && row.preferredReason !== before.preferred?.reason
  if (changedFields(before, content).length === 0 && !preferredAnew) plan.same += 1
  else plan.change.push({ row, content, before })
}
