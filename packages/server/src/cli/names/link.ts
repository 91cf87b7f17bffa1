/**
 * `kerege link LEFT.csv [RIGHT.csv]`: duplicates of one file, or the links of two, as CSV.
 * Columns are found by name or given in a mapping; weights come from the data or the mapping.
 */
import { type Link, link, matchThreshold } from '@kerege/contract/names/index'
import { writeCsvRow } from '../../platform/csv.ts'
import { done, failed, misuse, type PortIo, readOptions, readOrTell } from './io.ts'
import { type Mapping, noMapping, pairColumns, readMapping, weightsFor } from './mapping.ts'
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
      `left: ${left.rows.length} rows, ${left.leftOut} left out`,
      ...(right ? [`right: ${right.rows.length} rows, ${right.leftOut} left out`] : []),
      `pairs compared: ${summary.pairs}; blocks too large to compare: ${summary.blocksLeftOut}`,
      `matches: ${counts.match} at ${threshold}; possible below it: ${counts.possible}`,
      '',
    ].join('\n'),
  )
  return left.rows.length === 0 && left.leftOut > 0 ? failed : done
}

function cellsOf(found: Link, left: Table, right: Table): string[] {
  return [
    left.rows[found.left]?.id ?? '',
    right.rows[found.right]?.id ?? '',
    found.score.toFixed(4),
    found.decision,
    found.reasons.join('; '),
  ]
}
