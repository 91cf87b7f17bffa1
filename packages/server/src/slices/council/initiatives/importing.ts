/**
 * A sheet that comes back. First it is read and compared, and nothing is written; then the very same is done, if it still is
 * the same. A row is known by its id, else by its lead organisation and its title, so a sheet sent twice makes no doubles.
 */
import { createHash } from 'node:crypto'
import { foldWords } from '@kerege/contract/council/documents/words'
import type {
  InitiativeContent,
  KeepingRights,
  SheetReport,
} from '@kerege/contract/council/initiatives/schema'
import { DomainError } from '@kerege/contract/errors'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { localDay } from '../../../platform/localDay.ts'
import { insert, save } from './actions.ts'
import { hindranceOf, keepingRights, publishes } from './rights.ts'
import { changedColumns, type SheetNames, sheetNames, writeCells } from './sheet/cells.ts'
import { columnFor, neededColumns, type SheetColumn } from './sheet/columns.ts'
import { lettersOf, type ReadTable, readFile } from './sheet/readFile.ts'
import { type RowFault, readRow } from './sheet/readRow.ts'
import type { SheetRow } from './sheet/readXlsx.ts'
import * as store from './store.ts'

const most = { rows: 2000, told: 300 }

interface Plan {
  report: SheetReport
  add: { id: string; content: InitiativeContent }[]
  change: { row: store.Found; content: InitiativeContent }[]
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
  const plan = await planFor(ctx, bytes)
  if (plan.report.seen !== seen) throw new DomainError('conflict', 'import-changed')
  for (const { id, content } of plan.add) await insert(ctx, id, content)
  for (const { row, content } of plan.change) await save(ctx, row, content, undefined, plan.names)
  count(ctx, plan.report)
  return plan.report
}

const count = (ctx: Context, { added, changed, leftOut }: SheetReport) => {
  ctx.trail.counted('added', added)
  ctx.trail.counted('changed', changed)
  ctx.trail.counted('left-out', leftOut)
}

async function planFor(ctx: Context, bytes: Uint8Array): Promise<Plan> {
  const table = await readFile(bytes, columnFor, neededColumns)
  const rows = table.rows.filter(row =>
    [...row.cells.values()].some(cell => cell.text.trim() || cell.computed),
  )
  if (rows.length > most.rows) throw new DomainError('invalid', 'sheet-too-long', { most: most.rows })
  const all = await store.selected(ctx.tx).execute()
  const names = await sheetNames(ctx.tx)
  const planner = new Planner(
    table,
    all,
    names,
    await keepingRights(ctx),
    localDay(ctx.now, ctx.node.info.timeZone),
  )
  for (const row of rows) planner.take(row)
  return planner.plan(bytes)
}

class Planner {
  private readonly rows: SheetReport['rows'] = []
  private readonly faults: SheetReport['faults'] = []
  private readonly add: Plan['add'] = []
  private readonly change: Plan['change'] = []
  private readonly byId: ReadonlyMap<string, store.Found>
  private readonly byTitle: ReadonlyMap<string, store.Found[]>
  private readonly taken = new Set<string>()

  private readonly table: ReadTable<SheetColumn>
  private readonly names: SheetNames
  private readonly rights: KeepingRights
  private readonly today: string

  constructor(
    table: ReadTable<SheetColumn>,
    all: readonly store.Found[],
    names: SheetNames,
    rights: KeepingRights,
    today: string,
  ) {
    this.table = table
    this.names = names
    this.rights = rights
    this.today = today
    this.byId = new Map(all.map(row => [row.id, row]))
    const titles = new Map<string, store.Found[]>()
    for (const row of all) {
      if (row.stand !== 'current') continue
      for (const key of keysOf(store.contentOf(row))) titles.set(key, [...(titles.get(key) ?? []), row])
    }
    this.byTitle = titles
  }

  take(row: SheetRow) {
    const idCell =
      row.cells
        .get(this.table.columns.get('id') ?? -1)
        ?.text.trim()
        .toLowerCase() ?? ''
    if (idCell !== '' && !uuid.test(idCell))
      return this.leaveOut(row, '', [{ field: 'id', code: 'figure-id' }])
    const known = this.byId.get(idCell)
    const first = this.read(row, idCell, known)
    const before = known ?? this.alike(first.content)
    if (before === 'many') return this.leaveOut(row, idCell, [{ field: 'id', code: 'initiative-alike' }])
    // Read once more against the row that it turned out to be: columns that are missing keep what is there.
    const { content, faults } = before && before !== known ? this.read(row, before.id, before) : first
    if (!content) return this.leaveOut(row, idCell, faults)
    const id = before?.id ?? (idCell || newId())
    const hindrance = this.hindrance(id, content, before, idCell === '' && !before)
    if (hindrance) return this.leaveOut(row, idCell, [hindrance])
    this.sortIn(row, id, content, before)
  }

  private read(row: SheetRow, id: string, before: store.Found | undefined) {
    const source = { table: this.table, names: this.names, today: this.today }
    return readRow(source, row, id || noId, before && store.contentOf(before))
  }

  private alike(content: InitiativeContent | undefined): store.Found | 'many' | undefined {
    if (!content) return undefined
    const found = [...new Set(keysOf(content).flatMap(key => this.byTitle.get(key) ?? []))]
    if (found.length < 2) return found[0]
    const same = found.filter(row => row.from_day === content.from)
    return same.length === 1 ? same[0] : 'many'
  }

  private hindrance(
    id: string,
    content: InitiativeContent,
    before: store.Found | undefined,
    nameless: boolean,
  ): RowFault | undefined {
    const keys = nameless ? keysOf(content).map(key => `${key} ${content.from}`) : [id]
    if (keys.some(key => this.taken.has(key))) return { field: 'id', code: 'twice' }
    for (const key of keys) this.taken.add(key)
    if (before?.stand === 'withdrawn') return { field: 'id', code: 'initiative-withdrawn' }
    const old = before && store.contentOf(before)
    // What is the same is nobody's change, whoever sends it.
    if (old && this.fieldsOf(id, old, content).length === 0) return undefined
    const code = (old && hindranceOf(this.rights, old)) ?? hindranceOf(this.rights, content)
    if (code) return { field: code === 'other-state' ? 'places' : 'lead', code }
    const pillar = this.names.pillars.find(one => one.id === content.pillarId)
    if (pillar?.retired && old?.pillarId !== pillar.id) return { field: 'pillar', code: 'not-found' }
    return publishes(this.rights, content, old) ? { field: 'public', code: 'public-by-council' } : undefined
  }

  private fieldsOf(id: string, before: InitiativeContent, after: InitiativeContent): SheetColumn[] {
    return changedColumns(writeCells(id, before, this.names), writeCells(id, after, this.names))
  }

  private sortIn(row: SheetRow, id: string, content: InitiativeContent, before: store.Found | undefined) {
    const fields = before ? this.fieldsOf(id, store.contentOf(before), content) : []
    const outcome = before ? (fields.length > 0 ? 'changed' : 'same') : 'new'
    if (!before) this.add.push({ id, content })
    else if (fields.length > 0) this.change.push({ row: before, content })
    this.rows.push({ row: row.row, outcome, title: titleOf(content), fields })
  }

  private leaveOut(row: SheetRow, _id: string, faults: readonly RowFault[]) {
    for (const { field, code } of faults) {
      const at = this.table.columns.get(field)
      this.faults.push({ row: row.row, column: at === undefined ? '' : lettersOf(at), field, code })
    }
    const title = [...this.table.columns].find(
      ([column, at]) => column.startsWith('title_') && row.cells.get(at)?.text,
    )
    const text = title ? (row.cells.get(title[1])?.text ?? '') : ''
    this.rows.push({ row: row.row, outcome: 'left-out', title: text.slice(0, 300), fields: [] })
  }

  plan(bytes: Uint8Array): Plan {
    const { rows, faults } = this
    const counted = (outcome: SheetReport['rows'][number]['outcome']) =>
      rows.filter(row => row.outcome === outcome).length
    const digest = createHash('sha256').update(bytes)
    // Ids of new rows are made anew with each reading; what is there already is not.
    for (const { row } of this.change) digest.update(`${row.id} ${row.version}\n`)
    digest.update(rows.map(row => `${row.row} ${row.outcome}`).join('\n'))
    return {
      add: this.add,
      change: this.change,
      names: this.names,
      report: {
        added: this.add.length,
        changed: this.change.length,
        same: counted('same'),
        leftOut: counted('left-out'),
        rows,
        faults: faults.slice(0, most.told),
        moreFaults: Math.max(0, faults.length - most.told),
        unread: this.table.unread.slice(0, 50),
        seen: digest.digest('base64url'),
      },
    }
  }
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const noId = '00000000-0000-7000-8000-000000000000'

/** Lead organisation and title, in each language that has one. */
const keysOf = ({ leadId, title }: InitiativeContent): string[] =>
  Object.entries(title).map(([language, one]) => `${leadId} ${language} ${foldWords(one.text).join(' ')}`)

const titleOf = ({ title }: InitiativeContent): string => Object.values(title)[0]?.text ?? ''
