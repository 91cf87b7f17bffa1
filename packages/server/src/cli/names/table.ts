/**
 * A CSV file as a table with an id column and columns of known kinds: mapped by their names where
 * those are plain, by a mapping file otherwise, by their contents when there is no header.
 */
import type { ColumnKind, LinkColumn } from '@kerege/contract/names/index'
import { type CsvFile, readCsv } from '../../platform/csv.ts'
import { type PortIo, readOrTell, tell } from './io.ts'

export interface Table {
  /** The file, for messages. */
  path: string
  header: string[]
  rows: { id: string; cells: string[]; line: number }[]
  /** Rows told and left out. */
  leftOut: number
}

/** Names of columns as they are met, without spaces and marks, lower case. */
const known: Readonly<Record<string, readonly string[]>> = {
  id: [
    'id',
    'recid',
    'uniqueid',
    'recordid',
    'rowid',
    'personid',
    'caseid',
    'number',
    'no',
    'nr',
    '№',
    'п/п',
  ],
  given: [
    ...[
      'given',
      'givenname',
      'givennames',
      'firstname',
      'forename',
      'first',
      'имя',
      'есімі',
      'аты',
      'есім',
      'ысымы',
    ],
    ...['ism', 'ismi', 'ном', 'исм', 'исми', 'ady', 'ad', 'الاسم', 'نام'],
  ],
  family: [
    ...['family', 'familyname', 'surname', 'lastname', 'last', 'фамилия', 'фамилиясы', 'тегі', 'familiya'],
    ...['familiyasi', 'фамилияси', 'насаб', 'familiyasy', 'famil', 'اللقب', 'نامخانوادگی'],
  ],
  patronymic: [
    ...['patronymic', 'middlename', 'fathername', 'fathersname', 'отчество', 'әкесініңаты', 'атасыныңаты'],
    ...['otasiningismi', 'sharifi', 'номипадар', 'atasynyňady', 'اسمالاب'],
  ],
  name: [
    ...['name', 'fullname', 'names', 'фио', 'имяполностью', 'полноеимя', 'атыжөні', 'толықаты', 'атыжөнү'],
    ...['fio', 'toliqismi', 'номунасаб', 'doliady', 'passengername', 'اسم'],
  ],
  'birth-date': [
    ...[
      'birthdate',
      'dateofbirth',
      'dob',
      'birth',
      'born',
      'birthday',
      'датарождения',
      'туғанкүні',
      'туылганкүнү',
    ],
    ...[
      'tugilgansana',
      'tugilgansanasi',
      'санаитаваллуд',
      'doglansenesi',
      'yearofbirth',
      'birthyear',
      'годрождения',
    ],
  ],
  sex: ['sex', 'gender', 'пол', 'жынысы', 'jinsi', 'jins', 'ҷинс', 'jynsy'],
  identifier: [
    ...['iin', 'иин', 'жсн', 'pinfl', 'pin', 'пин', 'inn', 'инн', 'ssn', 'socsecid', 'socialsecuritynumber'],
    ...['passport', 'passportno', 'passportnumber', 'паспорт', 'documentnumber', 'docno', 'nationalid'],
  ],
  code: [
    'phone',
    'telephone',
    'mobile',
    'телефон',
    'postcode',
    'zip',
    'zipcode',
    'streetnumber',
    'housenumber',
    'индекс',
  ],
}

/** Columns that say who is who: using them would be copying the answer. */
const answers: ReadonlySet<string> = new Set([
  'cluster',
  'label',
  'truth',
  'entity',
  'entityid',
  'clusterid',
  'match',
  'ismatch',
])

const plainName = (name: string) => name.toLowerCase().replace(/[\s_\-.'`ʻ‘’"()]+/g, '')

function kindByName(name: string): ColumnKind | 'id' | 'answer' | undefined {
  const plain = plainName(name)
  if (answers.has(plain)) return 'answer'
  for (const [kind, names] of Object.entries(known)) {
    if (names.includes(plain)) return kind as ColumnKind | 'id' // the keys of `known` are those kinds
  }
  return undefined
}

/** Reads a file and tells every row that cannot be used. */
export async function readTable(io: PortIo, path: string, idColumn?: string): Promise<Table | undefined> {
  const bytes = await readOrTell(io, path)
  if (!bytes) return undefined
  const file = readCsv(bytes)
  const { fault, summary } = tell(io, path)
  let leftOut = 0
  const first = file.rows[0]
  if (!first) {
    io.stderr.write(`${path}: no rows\n`)
    return { path, header: [], rows: [], leftOut: file.faults.length }
  }
  const headless = isHeadless(first.cells)
  if (headless) fault('header', 'row 1: looks like data, not a header; columns are named column1, column2 …')
  const header = headless ? first.cells.map((_, at) => `column${at + 1}`) : first.cells
  for (const { kind, line, column, message } of file.faults) {
    if (kind !== 'encoding') leftOut++
    const name = header[column - 1] ?? String(column)
    fault(kind, `row ${line}, column ${name}: ${message}`)
  }
  const rows = headless ? file.rows : file.rows.slice(1)
  const named = header.findIndex(name => kindByName(name) === 'id')
  const idAt = idColumn !== undefined ? header.indexOf(idColumn) : headless ? numberedColumn(rows) : named
  if (idColumn !== undefined && idAt < 0)
    fault('id', `row 1: no column ${idColumn}; row numbers stand in for it`)
  const table = collectRows(rows, header, idAt, fault)
  summary()
  return { path, header, rows: table.rows, leftOut: leftOut + table.leftOut }
}

function collectRows(
  rows: CsvFile['rows'],
  header: readonly string[],
  idAt: number,
  fault: (kind: string, message: string) => void,
) {
  const seen = new Map<string, number>()
  const kept: Table['rows'] = []
  let leftOut = 0
  for (const { cells, line } of rows) {
    if (cells.length > header.length) {
      fault(
        'columns',
        `row ${line}, column ${header.length + 1}: ${cells.length} cells where the header has ${header.length}; row left out`,
      )
      leftOut++
      continue
    }
    if (cells.length < header.length) {
      fault(
        'columns',
        `row ${line}, column ${cells.length + 1}: ${cells.length} cells where the header has ${header.length}; taken as empty`,
      )
    }
    const id = (idAt < 0 ? '' : (cells[idAt] ?? '')) || `row${line}`
    const before = seen.get(id)
    if (before !== undefined) {
      fault(
        'duplicate id',
        `row ${line}, column ${header[idAt] ?? 'id'}: id ${id} already stands in row ${before}; row left out`,
      )
      leftOut++
      continue
    }
    seen.set(id, line)
    kept.push({ id, cells, line })
  }
  return { rows: kept, leftOut }
}

/** Without a header the first column is the id when it counts the rows. */
function numberedColumn(rows: CsvFile['rows']): number {
  const first = rows.map(({ cells }) => cells[0] ?? '')
  const distinct = new Set(first).size
  return first.every(cell => /^\d+$/.test(cell)) && distinct > first.length * 0.9 ? 0 : -1
}

const dateLike = /^~?\d{4}(-\d{2}){0,2}$|^\d{8}$|^\d{1,2}[./]\d{1,2}[./]\d{4}$/

/** No known column name, and cells that no header has. */
function isHeadless(cells: readonly string[]): boolean {
  if (cells.some(cell => kindByName(cell) !== undefined)) return false
  return cells.some(cell => dateLike.test(cell) || /^\d+$/.test(cell)) || cells.some(cell => cell === '')
}

/** What the columns of a table hold, by name and otherwise by content. */
export function columnsOf(table: Table, idColumn?: string): (LinkColumn | undefined)[] {
  return table.header.map((name, at) => {
    const kind = kindByName(name)
    if (kind === 'id' || kind === 'answer' || name === idColumn) return undefined
    return { name, kind: kind ?? kindByContent(table, at, /^column\d+$/.test(name)) }
  })
}

function kindByContent(table: Table, at: number, headless: boolean): ColumnKind {
  const sample = table.rows.slice(0, 200).flatMap(({ cells }) => (cells[at] ? [cells[at] ?? ''] : []))
  const most = (test: (cell: string) => boolean) =>
    sample.length > 0 && sample.filter(test).length > sample.length * 0.7
  if (most(cell => dateLike.test(cell))) return 'birth-date'
  if (most(cell => /^[+\d][\d\s()-]*$/.test(cell))) return 'code'
  if (!headless) return 'text'
  if (most(cell => /^[mfмж]$/i.test(cell))) return 'sex'
  return most(cell => /^[\p{L}\p{M}'ʻ‘’.-]+( [\p{L}\p{M}'ʻ‘’.-]+){1,4}$/u.test(cell)) ? 'name' : 'text'
}
