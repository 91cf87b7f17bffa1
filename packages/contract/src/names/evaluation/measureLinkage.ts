/** Precision and recall on the public labelled tables: FEBRL (truth in `rec_id`), splink (in `cluster`). */
import { type ColumnKind, type Link, link, type LinkColumn } from '../index.ts'

const kinds: Readonly<Record<string, ColumnKind>> = {
  given_name: 'given',
  first_name: 'given',
  surname: 'family',
  date_of_birth: 'birth-date',
  dob: 'birth-date',
  soc_sec_id: 'identifier',
  postcode: 'code',
  street_number: 'code',
}
const notCompared = new Set(['rec_id', 'unique_id', 'cluster'])

export interface Measured {
  precision: number
  recall: number
  matches: number
  truePairs: number
  links: Link[]
}

/** The files are plain: no quotes, no commas inside cells. */
export function measureLinkage(csv: string): Measured {
  const [head = [], ...rows] = csv
    .trim()
    .split(/\r?\n/)
    .map(line => line.split(',').map(cell => cell.trim()))
  const used = head.map((name, at) => ({ name, at })).filter(({ name }) => !notCompared.has(name))
  const columns: LinkColumn[] = used.map(({ name }) => ({ name, kind: kinds[name] ?? 'text' }))
  const cluster = head.indexOf('cluster')
  const truth = rows.map(row =>
    cluster < 0 ? (row[0] ?? '').replace(/-(org|dup-\d+)$/, '') : (row[cluster] ?? ''),
  )
  const cells = rows.map(row => used.map(({ at }) => row[at] ?? ''))
  const links = [...link(columns, cells, undefined).links]
  const matches = links.filter(({ decision }) => decision === 'match')
  const right = matches.filter(({ left, right }) => truth[left] === truth[right]).length
  const sizes = new Map<string, number>()
  for (const label of truth) sizes.set(label, (sizes.get(label) ?? 0) + 1)
  const truePairs = [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0)
  return {
    precision: right / matches.length,
    recall: right / truePairs,
    matches: matches.length,
    truePairs,
    links,
  }
}
