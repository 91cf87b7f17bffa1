/**
 * Statements as rows of a table, in and out: what is written can be read back. Columns are found by their names; only
 * `state` or `series` and `source_url` must be there. A row that cannot be read is told and left out.
 */
import { line, LanguageTag, paragraph } from '../common.ts'
import { readReported, writeReported } from './reported.ts'
import {
  FigureState,
  type Part,
  parts,
  SeriesCode,
  seriesKinds,
  type SeriesKind,
  Source,
  type Statement,
} from './schema.ts'
import { When } from './when.ts'

export const tableColumns = [
  'id',
  'series',
  'state',
  'operation_name',
  'date',
  'origin',
  ...parts,
  'sum_of',
  'source_url',
  'publisher',
  'source_title',
  'source_language',
  'stated_on',
  'note',
  'supersedes',
  'preferred_reason',
  'public',
] as const
export type TableColumn = (typeof tableColumns)[number]

export interface TableFault {
  /** Line of the file, the head being 1. */
  line: number
  column: string
  code: string
}

/** What one row says, before anybody has looked whether its series is there. */
export interface TableRow {
  line: number
  id: string | undefined
  seriesCode: string
  state: FigureState | undefined
  kind: SeriesKind
  content: Pick<
    Statement,
    | 'operation'
    | 'when'
    | 'origin'
    | 'values'
    | 'sumOf'
    | 'source'
    | 'statedOn'
    | 'note'
    | 'supersedes'
    | 'isPublic'
  >
  preferredReason: string | undefined
}

export interface ReadTable {
  rows: TableRow[]
  faults: TableFault[]
  /** Rows that were told and left out. */
  leftOut: number
}

interface RawRow {
  cells: readonly string[]
  line: number
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** @param raw the head first, cells trimmed */
export function readTable([head, ...raw]: readonly RawRow[]): ReadTable {
  const columns = (head?.cells ?? []).map(cell => cell.trim().toLowerCase())
  const faults: TableFault[] = []
  const headFault = (column: string, code: string) => faults.push({ line: head?.line ?? 1, column, code })
  columns.forEach((column, at) => {
    if (column !== '' && columns.indexOf(column) < at) headFault(column, 'twice')
    else if (!tableColumns.some(known => known === column)) headFault(column, 'unknown-field')
  })
  const has = (column: TableColumn) => columns.includes(column)
  if (!has('state') && !has('series')) headFault('state', 'required')
  if (!has('source_url')) headFault('source_url', 'required')
  if (!parts.some(has)) headFault('total', 'required')
  const headless = faults.some(fault => fault.code === 'required')
  if (headless) return { rows: [], faults, leftOut: raw.length }

  const seen = new Set<string>()
  const rows = raw.flatMap(one => {
    const read = readRow(columns, one)
    if (read.row?.id && seen.has(read.row.id))
      read.faults.push({ line: one.line, column: 'id', code: 'twice' })
    faults.push(...read.faults)
    if (!read.row || read.faults.length > 0) return []
    if (read.row.id) seen.add(read.row.id)
    return [read.row]
  })
  return { rows, faults, leftOut: raw.length - rows.length }
}

function readRow(
  columns: readonly string[],
  { cells, line: at }: RawRow,
): { row?: TableRow; faults: TableFault[] } {
  const faults: TableFault[] = []
  const fault = (column: string, code: string) => {
    faults.push({ line: at, column, code })
    return undefined
  }
  if (cells.length > columns.length) fault('', 'too-many-cells')
  const raw = (column: TableColumn) => (cells[columns.indexOf(column)] ?? '').trim()
  /** A cell that holds something, read by the shape that the form has too. */
  const cell = <T>(
    column: TableColumn,
    read: { safeParse(v: string): { success: boolean; data?: T } },
    code: string,
  ) => {
    const text = raw(column)
    if (text === '') return undefined
    const parsed = read.safeParse(text)
    return parsed.success ? parsed.data : fault(column, code)
  }
  const operation = cell('operation_name', line(120), 'not-valid')
  const sumOf = [
    ...new Set(
      raw('sum_of')
        .split(';')
        .map(name => name.trim()),
    ),
  ].filter(Boolean)
  const state = cell('state', FigureState, 'figure-state')
  const named = cell('series', SeriesCode, 'not-valid')
  if (!named && !state && faults.length === 0) fault('state', 'required')
  const kind = kindOf(named, operation !== undefined && sumOf.length === 0)
  const source = readSource(raw, fault)
  const when = cell('date', When, 'figure-date')
  const values = readValues(raw, fault)
  const id = raw('id').toLowerCase()
  if (id !== '' && !uuid.test(id)) fault('id', 'figure-id')
  const supersedes = raw('supersedes').toLowerCase()
  if (supersedes !== '' && !uuid.test(supersedes)) fault('supersedes', 'figure-id')
  const shown = raw('public').toLowerCase()
  if (!['', 'yes', 'no'].includes(shown)) fault('public', 'figure-yes-no')
  const origin = cell('origin', line(120), 'not-valid')
  const statedOn = cell('stated_on', When, 'figure-date')
  const note = cell('note', paragraph(2000), 'not-valid')
  const preferredReason = cell('preferred_reason', line(500), 'not-valid')
  if (!source) return { faults }
  return {
    faults,
    row: {
      line: at,
      id: id || undefined,
      seriesCode: named ?? `${(state ?? '').toLowerCase()}-${kind}`,
      state,
      kind,
      content: {
        ...(operation ? { operation } : {}),
        ...(when ? { when } : {}),
        ...(origin ? { origin } : {}),
        values,
        sumOf,
        source,
        ...(statedOn ? { statedOn } : {}),
        ...(note ? { note } : {}),
        ...(supersedes ? { supersedes } : {}),
        isPublic: shown !== 'no',
      },
      preferredReason,
    },
  }
}

/** As the code of the series ends, or else: what has a name and takes nothing together is one event. */
function kindOf(code: string | undefined, event: boolean): SeriesKind {
  if (code === undefined) return event ? 'operations' : 'running-total'
  return seriesKinds.find(kind => code === kind || code.endsWith(`-${kind}`)) ?? 'measure'
}

type Raw = (column: TableColumn) => string
type Tell = (column: string, code: string) => undefined

function readValues(raw: Raw, fault: Tell): Statement['values'] {
  const values: Partial<Record<Part, NonNullable<Statement['values'][Part]>>> = {}
  for (const part of parts) {
    if (raw(part) === '') continue
    const reported = readReported(raw(part))
    if (reported) values[part] = reported
    else fault(part, 'figure-number')
  }
  return values
}

/** Who published it is the name of the address where nothing else is said. */
function readSource(raw: Raw, fault: Tell): Source | undefined {
  const url = raw('source_url')
  if (url === '') return fault('source_url', 'required')
  if (!Source.shape.url.safeParse(url).success) return fault('source_url', 'figure-url')
  const publisher = raw('publisher') || new URL(url).hostname.replace(/^www\./, '')
  const language = raw('source_language')
  if (language !== '' && !LanguageTag.safeParse(language).success) fault('source_language', 'language-tag')
  const source = Source.safeParse({
    url,
    publisher,
    ...(raw('source_title') ? { title: raw('source_title') } : {}),
    ...(language ? { language } : {}),
  })
  return source.success ? source.data : fault('publisher', 'not-valid')
}

/** One row of the table, in the order of its columns. */
export function writeRow(seriesCode: string, state: string | undefined, one: Statement): string[] {
  const cells: Record<TableColumn, string> = {
    id: one.id,
    series: seriesCode,
    state: state ?? '',
    operation_name: one.operation ?? '',
    date: one.when ?? '',
    origin: one.origin ?? '',
    ...writtenValues(one.values),
    sum_of: one.sumOf.join('; '),
    source_url: one.source.url,
    publisher: one.source.publisher,
    source_title: one.source.title ?? '',
    source_language: one.source.language ?? '',
    stated_on: one.statedOn ?? '',
    note: one.note ?? '',
    supersedes: one.supersedes ?? '',
    preferred_reason: one.preferred?.reason ?? '',
    public: one.isPublic ? 'yes' : 'no',
  }
  return tableColumns.map(column => cells[column])
}

function writtenValues(values: Statement['values']): Record<Part, string> {
  const cell = (part: Part) => {
    const reported = values[part]
    return reported ? writeReported(reported) : ''
  }
  return {
    total: cell('total'),
    men: cell('men'),
    women: cell('women'),
    children: cell('children'),
    unknown: cell('unknown'),
  }
}
