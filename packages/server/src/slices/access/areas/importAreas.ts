/**
 * Districts, as the node's own administration lists them: CSV with `code`, `parent` and a name per language. Codes are
 * ours, below an ISO 3166-2 region. P-codes belong to whoever keeps the gazetteer of a country: we neither make them
 * nor take them for our own.
 */
import { AreaCode, type Language, languages, line, type MultiText } from '@kerege/contract/common'
import { type Fault, invalid } from '@kerege/contract/errors'
import { parse } from 'csv-parse/sync'

export interface District {
  code: string
  parent: string
  name: MultiText
}

const Name = line(200)
const nameColumn = /^name_([a-z]{2})$/
// Two letters of the country and digits, as the published gazetteers write them.
const pCode = /^[a-z]{2}[0-9]{2,}$/i

/**
 * @param regions codes that the node knows as regions
 * @throws DomainError `invalid`; a pointer names line and column, `/csv/7/parent`, the head being line 1
 */
export function readDistricts(csv: string, regions: ReadonlySet<string>): District[] {
  const [head, ...rows] = readRows(csv)
  const columns = (head?.cells ?? []).map(cell => cell.trim().toLowerCase())
  const known = columns.map(column => languageOf(column) ?? (column === 'code' || column === 'parent'))
  const faults: Fault[] = columns
    .filter((column, at) => !known[at] || columns.indexOf(column) < at)
    .map(column => ({ pointer: `/csv/1/${column}`, code: 'unknown-field' }))
  for (const column of ['code', 'parent']) {
    if (!columns.includes(column)) faults.push({ pointer: `/csv/1/${column}`, code: 'required' })
  }
  if (faults.length > 0) throw invalid(faults)

  const seen = new Set<string>()
  const districts = rows.map(({ cells, at }): District => {
    const cell = (column: string) => (cells[columns.indexOf(column)] ?? '').trim()
    const fault = (column: string, code: string) => faults.push({ pointer: `/csv/${at}/${column}`, code })
    const [code, parent] = [cell('code'), cell('parent')]
    if (!regions.has(parent)) fault('parent', parent === '' ? 'required' : 'area-unknown')
    if (code === '') fault('code', 'required')
    else if (pCode.test(code.slice(code.indexOf('.') + 1)) || pCode.test(code)) fault('code', 'p-code')
    else if (!code.startsWith(`${parent}.`) || !AreaCode.safeParse(code).success) fault('code', 'area-code')
    else if (seen.has(code)) fault('code', 'twice')
    seen.add(code)
    const name: MultiText = {}
    for (const column of columns) {
      const language = languageOf(column)
      if (!language || cell(column) === '') continue
      const text = Name.safeParse(cell(column))
      if (text.success) name[language] = { text: text.data, state: 'checked' }
      else fault(column, 'not-valid')
    }
    if (!columns.some(column => languageOf(column) && cell(column) !== '')) fault('name', 'no-language')
    return { code, parent, name }
  })
  if (faults.length > 0) throw invalid(faults)
  return districts
}

const languageOf = (column: string): Language | undefined => {
  const tag = nameColumn.exec(column)?.[1]
  return languages.find(language => language === tag)
}

interface Row {
  cells: string[]
  /** Line on which the row ends. */
  at: number
}

function readRows(csv: string): Row[] {
  const [first = ''] = csv.split('\n', 1)
  try {
    const rows = parse(csv, {
      bom: true,
      info: true,
      skip_empty_lines: true,
      // Tables saved in half of our languages have semicolons.
      delimiter: first.includes(';') && !first.includes(',') ? ';' : ',',
    }) as unknown as { record: string[]; info: { lines: number } }[] // the types do not follow the option `info`
    return rows.map(row => ({ cells: row.record, at: row.info.lines }))
  } catch (error) {
    const { lines } = error as { lines?: number }
    throw invalid([{ pointer: lines ? `/csv/${lines}` : '/csv', code: 'csv-malformed' }])
  }
}
