/**
 * `kerege link LEFT.csv [RIGHT.csv]`: duplicates of one file, or the links of two, as CSV.
 * Columns are found by name or given in a mapping; weights come from the data or the mapping.
 */
import { type Link, link, matchThreshold } from '@kerege/contract/names/index'
import { writeCsvRow } from '../../platform/csv.ts'
import { done, failed, misuse, type PortIo, readOptions, readOrTell, tell } from './io.ts'
import {
  isNamePart,
  type Mapping,
  noMapping,
  type Paired,
  pairColumns,
  readMapping,
  weightsFor,
} from './mapping.ts'
import { tellOddNames } from './oddNames.ts'
import { readTable, type Table } from './table.ts'

const usage = 'kerege link LEFT.csv [RIGHT.csv] [--map mapping.json] [--threshold 0..1] > links.csv'

export async function linkPort(args: string[], io: PortIo): Promise<number> {
  const { values, rest, faults } = readOptions(args, ['map', 'threshold'])
  const [leftPath, rightPath, ...more] = rest
  const threshold = Number(values.get('threshold') ?? matchThreshold)
  if (!leftPath) faults.push('LEFT.csv is missing')
  if (more.length > 0) faults.push('more than two files')
  if (!(threshold > 0 && threshold <= 1)) faults.push('--threshold is not above 0 and up to 1')
  if (!leftPath || faults.length > 0) return misuse(io, faults, usage)
  const mapping = await mappingOf(io, values.get('map'))
  if (!mapping) return failed
  const left = await readTable(io, leftPath, mapping.id.left)
  const right = rightPath === undefined ? undefined : await readTable(io, rightPath, mapping.id.right)
  if (!left || (rightPath !== undefined && !right)) return failed
  return linkTables(io, mapping, left, right, threshold)
}

async function mappingOf(io: PortIo, path: string | undefined): Promise<Mapping | undefined> {
  if (path === undefined) return noMapping
  const bytes = await readOrTell(io, path)
  if (!bytes) return undefined
  const mapping = readMapping(new TextDecoder().decode(bytes))
  if (!('faults' in mapping)) return mapping
  for (const fault of mapping.faults) io.stderr.write(`${path}: ${fault}\n`)
  return undefined
}

function linkTables(
  io: PortIo,
  mapping: Mapping,
  left: Table,
  right: Table | undefined,
  threshold: number,
): number {
  const paired = pairColumns(mapping, left, right)
  for (const fault of paired.faults) io.stderr.write(`${fault}\n`)
  if (paired.columns.length === 0) {
    io.stderr.write('no column to compare; name them with --map\n')
    return failed
  }
  const pick = (table: Table, places: readonly number[]) =>
    table.rows.map(({ cells }) => places.map(at => (at < 0 ? '' : (cells[at] ?? ''))))
  const nameless = [
    namelessRows(io, paired, left, paired.left),
    right ? namelessRows(io, paired, right, paired.right) : 0,
  ]
  const { summary, links } = link(
    paired.columns,
    pick(left, paired.left),
    right ? pick(right, paired.right) : undefined,
    { threshold, weights: fields => weightsFor(mapping, fields) },
  )
  io.stdout.write(writeCsvRow(['left_id', 'right_id', 'score', 'decision', 'reasons']))
  const counts = { match: 0, possible: 0 }
  for (const found of links) {
    counts[found.decision]++
    io.stdout.write(writeCsvRow(cellsOf(found, left, right ?? left)))
  }
  const used = paired.columns.map(({ name, kind }) => `${name} (${kind})`).join(', ')
  io.stderr.write(
    [
      `columns compared: ${used}`,
      `left: ${countsOf(left, nameless[0])}`,
      ...(right ? [`right: ${countsOf(right, nameless[1])}`] : []),
      `pairs compared: ${summary.pairs}; blocks too large to compare: ${summary.blocksLeftOut}`,
      `matches: ${counts.match} at ${threshold}; possible below it: ${counts.possible}`,
      '',
    ].join('\n'),
  )
  return left.rows.length === 0 && left.leftOut > 0 ? failed : done
}

/** Tells odd names. @returns in how many rows there is none to compare */
function namelessRows(io: PortIo, { columns }: Paired, table: Table, places: readonly number[]): number {
  const { fault, summary } = tell(io, table.path)
  const named = places.filter((at, column) => at >= 0 && isNamePart(columns[column]?.kind ?? 'text'))
  const nameless = tellOddNames(table, named, fault)
  summary()
  return nameless
}

const countsOf = ({ rows, leftOut }: Table, nameless = 0) =>
  `${rows.length} rows, ${leftOut} left out${nameless > 0 ? `, ${nameless} without a name to compare` : ''}`

function cellsOf(found: Link, left: Table, right: Table): string[] {
  return [
    left.rows[found.left]?.id ?? '',
    right.rows[found.right]?.id ?? '',
    found.score.toFixed(4),
    found.decision,
    found.reasons.join('; '),
  ]
}
