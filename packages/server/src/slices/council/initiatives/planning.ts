/**
 * What a sheet would do, row by row. A row is known by its id, else by its lead organisation and its title, so a sheet that
 * is sent twice makes no doubles. A row that cannot be read, or is not the sender's to keep, is told and left out.
 */
import { foldWords } from '@kerege/contract/council/documents/words'
import type {
  InitiativeContent,
  KeepingRights,
  SheetReport,
} from '@kerege/contract/council/initiatives/schema'
import { newId } from '../../../platform/ids.ts'
import { hindranceOf, publishes } from './rights.ts'
import { changedColumns, type SheetNames, writeCells } from './sheet/cells.ts'
import type { SheetColumn } from './sheet/columns.ts'
import { type RowFault, readRow } from './sheet/readRow.ts'
import { lettersOf, type ReadTable, type SheetRow } from '../../documents/index.ts'
import * as store from './store.ts'

interface Given {
  table: ReadTable<SheetColumn>
  names: SheetNames
  /** All rows of the matrix, withdrawn ones too. */
  known: readonly store.Found[]
  rights: KeepingRights
  today: string
}

export interface Planned {
  add: { id: string; content: InitiativeContent }[]
  change: { row: store.Found; content: InitiativeContent }[]
  rows: SheetReport['rows']
  faults: SheetReport['faults']
}

export function planRows(rows: readonly SheetRow[], given: Given): Planned {
  const plan: Planned = { add: [], change: [], rows: [], faults: [] }
  const find = finderOf(given.known)
  // What rows of this very sheet have named so far.
  const taken = new Set<string>()
  for (const row of rows) {
    const read = readKnown(row, given, find)
    const hindrance = 'faults' in read ? undefined : hindranceIn(read, given, taken)
    if ('faults' in read) leaveOut(plan, given, row, read.faults)
    else if (hindrance) leaveOut(plan, given, row, [hindrance])
    else sortIn(plan, given, row, read)
  }
  return plan
}

interface ReadKnown {
  id: string
  /** The sheet gave no id, and nothing like it is there. */
  nameless: boolean
  content: InitiativeContent
  before: store.Found | undefined
}

function readKnown(row: SheetRow, given: Given, find: Finder): ReadKnown | { faults: RowFault[] } {
  const idCell =
    row.cells
      .get(given.table.columns.get('id') ?? -1)
      ?.text.trim()
      .toLowerCase() ?? ''
  if (idCell !== '' && !uuid.test(idCell)) return { faults: [{ field: 'id', code: 'figure-id' }] }
  const read = (before: store.Found | undefined) =>
    readRow(given, row, idCell || noId, before && store.contentOf(before))
  const known = find.byId(idCell)
  const first = read(known)
  const before = known ?? (first.content && find.alike(first.content))
  if (before === 'many') return { faults: [{ field: 'id', code: 'initiative-alike' }] }
  // Read once more against the row that it turned out to be: columns that are missing keep what is there.
  const { content, faults } = before && before !== known ? read(before) : first
  if (!content) return { faults }
  return { id: before?.id ?? (idCell || newId()), nameless: !before && idCell === '', content, before }
}

type Finder = ReturnType<typeof finderOf>

function finderOf(known: readonly store.Found[]) {
  const ids = new Map(known.map(row => [row.id, row]))
  const titles = new Map<string, store.Found[]>()
  for (const row of known) {
    if (row.stand !== 'current') continue
    for (const key of keysOf(store.contentOf(row))) titles.set(key, [...(titles.get(key) ?? []), row])
  }
  return {
    byId: (id: string) => ids.get(id),
    alike(content: InitiativeContent): store.Found | 'many' | undefined {
      const found = [...new Set(keysOf(content).flatMap(key => titles.get(key) ?? []))]
      if (found.length < 2) return found[0]
      const same = found.filter(row => row.from_day === content.from)
      return same.length === 1 ? same[0] : 'many'
    },
  }
}

/** Lead organisation and title, in each language that has one. */
const keysOf = ({ leadId, title }: InitiativeContent): string[] =>
  Object.entries(title).map(([language, one]) => `${leadId} ${language} ${foldWords(one.text).join(' ')}`)

function hindranceIn(
  { id, nameless, content, before }: ReadKnown,
  { names, rights }: Given,
  taken: Set<string>,
): RowFault | undefined {
  const keys = nameless ? keysOf(content).map(key => `${key} ${content.from}`) : [id]
  if (keys.some(key => taken.has(key))) return { field: 'id', code: 'twice' }
  for (const key of keys) taken.add(key)
  if (before?.stand === 'withdrawn') return { field: 'id', code: 'initiative-withdrawn' }
  const old = before && store.contentOf(before)
  // What is the same is nobody's change, whoever sends it.
  if (old && fieldsOf(id, old, content, names).length === 0) return undefined
  const code = (old && hindranceOf(rights, old)) ?? hindranceOf(rights, content)
  if (code) return { field: code === 'other-state' ? 'places' : 'lead', code }
  const pillar = names.pillars.find(one => one.id === content.pillarId)
  if (pillar?.retired && old?.pillarId !== pillar.id) return { field: 'pillar', code: 'not-found' }
  return publishes(rights, content, old) ? { field: 'public', code: 'public-by-council' } : undefined
}

const fieldsOf = (id: string, before: InitiativeContent, after: InitiativeContent, names: SheetNames) =>
  changedColumns(writeCells(id, before, names), writeCells(id, after, names))

function sortIn(plan: Planned, { names }: Given, row: SheetRow, { id, content, before }: ReadKnown) {
  const fields = before ? fieldsOf(id, store.contentOf(before), content, names) : []
  const outcome = before ? (fields.length > 0 ? 'changed' : 'same') : 'new'
  if (!before) plan.add.push({ id, content })
  else if (fields.length > 0) plan.change.push({ row: before, content })
  plan.rows.push({ row: row.row, outcome, title: Object.values(content.title)[0]?.text ?? '', fields })
}

function leaveOut(plan: Planned, { table }: Given, row: SheetRow, faults: readonly RowFault[]) {
  for (const { field, code } of faults) {
    const at = table.columns.get(field)
    plan.faults.push({ row: row.row, column: at === undefined ? '' : lettersOf(at), field, code })
  }
  const titles = [...table.columns].filter(([column]) => column.startsWith('title_'))
  const title = titles.map(([, at]) => row.cells.get(at)?.text).find(Boolean) ?? ''
  plan.rows.push({ row: row.row, outcome: 'left-out', title: title.slice(0, 300), fields: [] })
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const noId = '00000000-0000-7000-8000-000000000000'
