/** `kerege figures check FILE.csv`: where published numbers do not add up. Computes without a node and a database. */
import { findings, type Stated } from '@kerege/contract/figures/arithmetic'
import { type Bounds, writeReported } from '@kerege/contract/figures/reported'
import { differences } from '@kerege/contract/figures/sideBySide'
import { readTable, type TableRow } from '@kerege/contract/figures/table'
import { findingText, readTableFile } from '../slices/figures/index.ts'
import { type Command, misuse, Refusal, readArgs, say } from './io.ts'

type Line = Stated & { line: number }

export const figures: Command = async (args, io) => {
  const { positionals } = readArgs(args, {}, 2)
  const [what, file] = positionals
  if (what !== 'check' || file === undefined) {
    throw new Refusal('Say which file to check: kerege figures check FILE.csv', misuse)
  }
  const bytes = await io.readFile(file).catch(() => {
    throw new Refusal(`${file} cannot be read.`)
  })
  const read = readTableFile(bytes)
  const table = readTable(read.rows)
  for (const { line, column, code } of [...read.faults, ...table.faults]) {
    say(io.stderr, `${file}: line ${line}${column ? `, column ${column}` : ''}: ${code}`)
  }
  const found = [...arithmetic(table.rows.map(stated)), ...sources(table.rows.map(stated))]
  for (const one of found) say(io.stdout, JSON.stringify(one))
  const leftOut = read.leftOut + table.leftOut
  say(io.stderr, `${table.rows.length} rows checked, ${found.length} findings, ${leftOut} rows left out`)
  return table.rows.length === 0 && leftOut > 0 ? 1 : 0
}

function stated(row: TableRow): Line {
  const { operation, when, values, sumOf } = row.content
  return {
    id: String(row.line),
    line: row.line,
    series: {
      code: row.seriesCode,
      kind: row.kind,
      ...(row.state ? { state: row.state } : {}),
      unit: 'people',
    },
    values,
    sumOf,
    ...(operation ? { operation } : {}),
    ...(when ? { when } : {}),
    ...(row.preferredReason
      ? { preferred: { reason: row.preferredReason, at: '1970-01-01T00:00:00Z' } }
      : {}),
  }
}

/** One number, or the least and the most that it can mean; null where there is no most. */
const plain = ({ low, high }: Bounds) =>
  low === high ? low : [low, high === Number.POSITIVE_INFINITY ? null : high]

function* arithmetic(all: readonly Line[]) {
  const known = new Map(all.map(one => [one.id, one]))
  for (const finding of findings(all)) {
    const one = known.get(finding.statementId)
    yield {
      rule: finding.rule,
      line: one?.line,
      ...thing(one),
      part: finding.part,
      ours: plain(finding.ours),
      said: plain(finding.said),
      terms: finding.terms,
      message: findingText('en', finding),
    }
  }
}

function* sources(all: readonly Line[]) {
  for (const { marks, statements, part } of differences(all)) {
    if (marks.length < 2) continue
    const values = marks.map(mark => writeReported(mark.reported))
    yield {
      rule: 'sources-differ',
      line: statements[0]?.line,
      ...thing(statements[0]),
      part,
      values,
      lines: marks.flatMap(mark => mark.statements.map(one => one.line)),
      message: `sources say ${values.join(', ')}`,
    }
  }
}

const thing = (one: Line | undefined) => ({
  state: one?.series.state ?? null,
  operation: one?.operation ?? null,
  date: one?.when ?? null,
})
