/** `kerege names find`: queries in, ranked persons of a register in CSV with reasons out. */
import { buildNameIndex, explain, type PersonFields } from '@kerege/contract/names/index'
import { round } from './compare.ts'
import { done, failed, linesOf, misuse, type PortIo, readOptions, tell } from './io.ts'
import { isNamePart } from './mapping.ts'
import { tellOddNames } from './oddNames.ts'
import { readPerson } from './person.ts'
import { columnsOf, readTable, type Table } from './table.ts'

const usage = 'kerege names find --register people.csv [--limit 10] < queries.jsonl > candidates.jsonl'

export async function findPort(args: string[], io: PortIo): Promise<number> {
  const { values, rest, faults } = readOptions(args, ['register', 'limit'])
  const path = values.get('register')
  const limit = Number(values.get('limit') ?? 10)
  if (!path) faults.push('--register is missing')
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000)
    faults.push('--limit is not a number from 1 to 1000')
  if (!path || faults.length > 0 || rest.length > 0) return misuse(io, faults, usage)
  const table = await readTable(io, path)
  if (!table) return failed
  const register = tell(io, path)
  const nameless = tellOddNames(table, namePlaces(table), register.fault)
  register.summary()
  const index = buildNameIndex(personsOf(table))
  const { fault, summary } = tell(io, 'stdin')
  let answered = 0
  let leftOut = 0
  for await (const { text, number, fault: guessed } of linesOf(io.stdin)) {
    if (guessed) fault('encoding', `line ${number}: ${guessed}`)
    if (text.trim() === '') continue
    const query = readQuery(text)
    if (!query) {
      leftOut++
      fault('line', `line ${number}: not JSON; left out`)
      continue
    }
    for (const message of query.faults) fault('field', `line ${number}: ${message}`)
    const candidates = index
      .find(query.person, query.limit ?? limit)
      .map(({ at, score, match, reasons }) => ({
        id: table.rows[at]?.id ?? '',
        score: round(score),
        match,
        reasons: reasons.map(explain),
      }))
    io.stdout.write(`${JSON.stringify({ id: query.id, candidates })}\n`)
    answered++
  }
  summary()
  io.stderr.write(
    `${table.rows.length} persons in the register, ${table.leftOut} rows left out${nameless > 0 ? `, ${nameless} without a name to compare` : ''}; ` +
      `${answered} queries answered, ${leftOut} lines left out\n`,
  )
  return answered === 0 && leftOut > 0 ? failed : done
}

const namePlaces = (table: Table): number[] =>
  columnsOf(table).flatMap((column, at) => (column && isNamePart(column.kind) ? [at] : []))

/** The rows of a register as persons; columns of other kinds are not used. */
function personsOf(table: Table): PersonFields[] {
  const columns = columnsOf(table)
  const part = (cells: readonly string[], kind: string) =>
    columns.flatMap((column, at) => (column?.kind === kind && cells[at] ? [cells[at] ?? ''] : [])).join(' ')
  const place = table.header.findIndex(name =>
    /^(place|city|town|suburb|settlement|место|город|село)$/i.test(name),
  )
  return table.rows.map(({ cells }) => ({
    name: part(cells, 'name'),
    given: part(cells, 'given'),
    family: part(cells, 'family'),
    patronymic: part(cells, 'patronymic'),
    birthDate: part(cells, 'birth-date'),
    sex: part(cells, 'sex'),
    place: cells[place] ?? '',
  }))
}

function readQuery(text: string) {
  // A bare line of text is a query too; people try that first.
  if (!/^\s*[{["]/.test(text)) return { id: null, ...readPerson(text.trim(), 'query'), limit: undefined }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  const fields = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>
  const query = typeof fields.query === 'string' ? { ...fields, name: fields.query } : value
  const { person, faults } = readPerson(query, 'query')
  const limit =
    typeof fields.limit === 'number' && fields.limit >= 1
      ? Math.min(1000, Math.floor(fields.limit))
      : undefined
  return { id: fields.id ?? null, person, faults, limit }
}
