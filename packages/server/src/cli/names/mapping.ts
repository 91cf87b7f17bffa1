/**
 * Which columns of one or two tables are compared, and as what. Without a mapping file columns pair up
 * by kind (names, birth date, sex) or by name (all others).
 * The file: `{"id": "rec_id", "columns": {"given": "first_name", "town": {"left": "suburb",
 * "right": "city", "kind": "text"}}, "weights": {…}}`; every part may be left out.
 */
import { type ColumnKind, columnKinds, type LinkColumn, type Weights } from '@kerege/contract/names/index'
import { columnsOf, type Table } from './table.ts'

interface Sides {
  left?: string | undefined
  right?: string | undefined
}

interface MappedColumn extends Sides {
  name: string
  kind: ColumnKind
}

export interface Mapping {
  id: Sides
  /** Undefined: find them by name. */
  columns: MappedColumn[] | undefined
  weights: Record<string, { m: number[]; u: number[] }> | undefined
  priorBits: number | undefined
}

const kinds: readonly string[] = columnKinds

const kindNamed = (name: string): ColumnKind | undefined => {
  const plain = name === 'birthDate' || name === 'birth_date' ? 'birth-date' : name
  return kinds.includes(plain) ? (plain as ColumnKind) : undefined // just looked up
}

export const noMapping: Mapping = { id: {}, columns: undefined, weights: undefined, priorBits: undefined }

/** @returns the faults of the file instead, when it has any */
export function readMapping(text: string): Mapping | { faults: string[] } {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { faults: ['not JSON'] }
  }
  if (!isRecord(value)) return { faults: ['not an object'] }
  const faults: string[] = []
  const listed = isRecord(value.columns) ? value.columns : withoutOthers(value)
  const columns = Object.entries(listed).flatMap(([name, where]) => readColumn(name, where, faults))
  const weights = isRecord(value.weights) ? readWeights(value.weights, faults) : undefined
  const prior = isRecord(value.weights) ? value.weights.priorBits : undefined
  if (faults.length > 0) return { faults }
  return {
    id: readSides(value.id),
    columns: columns.length > 0 ? columns : undefined,
    weights,
    priorBits: typeof prior === 'number' ? prior : undefined,
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function withoutOthers(value: Record<string, unknown>): Record<string, unknown> {
  const { id: _id, weights: _weights, columns: _columns, ...rest } = value
  return rest
}

function readSides(value: unknown): Sides {
  if (typeof value === 'string') return { left: value, right: value }
  if (!isRecord(value)) return {}
  const side = (name: string) => (typeof value[name] === 'string' ? value[name] : undefined)
  return { left: side('left'), right: side('right') }
}

function readColumn(name: string, where: unknown, faults: string[]): MappedColumn[] {
  // `{"first_name": "given"}` is as plain as `{"given": "first_name"}`.
  if (typeof where === 'string' && kindNamed(where) && !kindNamed(name)) {
    return [{ name, kind: kindNamed(where) ?? 'text', left: name, right: name }]
  }
  const sides = readSides(where)
  if (sides.left === undefined && sides.right === undefined) {
    faults.push(`columns.${name}: neither a column nor left and right columns`)
    return []
  }
  const asked = isRecord(where) && typeof where.kind === 'string' ? where.kind : name
  const kind = kindNamed(asked)
  if (!kind && isRecord(where) && where.kind !== undefined) {
    faults.push(`columns.${name}: kind ${asked} is not one of ${kinds.join(', ')}`)
  }
  return [{ name, kind: kind ?? 'text', ...sides }]
}

function readWeights(value: Record<string, unknown>, faults: string[]): Mapping['weights'] {
  const weights: Record<string, { m: number[]; u: number[] }> = {}
  for (const [name, field] of Object.entries(isRecord(value.fields) ? value.fields : {})) {
    const { m, u } = isRecord(field) ? field : { m: undefined, u: undefined }
    if (isShares(m) && isShares(u)) weights[name] = { m, u }
    else faults.push(`weights.fields.${name}: m and u are not five shares above 0 each`)
  }
  return weights
}

const isShares = (value: unknown): value is number[] =>
  Array.isArray(value) && value.length === 5 && value.every(share => typeof share === 'number' && share > 0)

export interface Paired {
  columns: LinkColumn[]
  /** Places of the columns in the rows of each table; -1 where a table lacks one. */
  left: number[]
  right: number[]
  faults: string[]
}

export function pairColumns(mapping: Mapping, left: Table, right: Table | undefined): Paired {
  const paired: Paired = { columns: [], left: [], right: [], faults: [] }
  const add = (column: LinkColumn, atLeft: number, atRight: number) => {
    paired.columns.push({ name: column.name, kind: column.kind })
    paired.left.push(atLeft)
    paired.right.push(atRight)
  }
  if (mapping.columns) {
    for (const column of mapping.columns) addMapped(column, left, right, paired.faults, add)
    return paired
  }
  const ofRight = right ? columnsOf(right, mapping.id.right) : []
  for (const [at, column] of columnsOf(left, mapping.id.left).entries()) {
    if (!column) continue
    if (!right) {
      add(column, at, at)
      continue
    }
    const partner = ofRight.findIndex(
      (other, place) => other && !paired.right.includes(place) && alike(column, other),
    )
    if (partner >= 0) add(column, at, partner)
    else if (isNamePart(column.kind)) add(column, at, -1)
  }
  // A part of the name that only the right has still speaks: as one word of an unknown role.
  ofRight.forEach((column, at) => {
    if (column && isNamePart(column.kind) && !paired.right.includes(at)) add(column, -1, at)
  })
  return paired
}

/** A part of the name may stand on one side only; every other column needs both. */
function addMapped(
  column: MappedColumn,
  left: Table,
  right: Table | undefined,
  faults: string[],
  add: (column: LinkColumn, atLeft: number, atRight: number) => void,
): void {
  const placeIn = (table: Table, name: string | undefined, side: string): number | undefined => {
    if (name === undefined && right && isNamePart(column.kind)) return -1
    const at = name === undefined ? -1 : table.header.indexOf(name)
    if (at >= 0) return at
    faults.push(`mapping: no column ${name ?? ''} for ${column.name} on the ${side}`)
    return undefined
  }
  const atLeft = placeIn(left, column.left, 'left')
  const atRight = right ? placeIn(right, column.right, 'right') : atLeft
  if (atLeft !== undefined && atRight !== undefined) add(column, atLeft, atRight)
}

export const isNamePart = (kind: ColumnKind) =>
  kind === 'given' || kind === 'family' || kind === 'patronymic' || kind === 'name'

function alike(a: LinkColumn, b: LinkColumn): boolean {
  if (a.kind !== b.kind) return false
  if (isNamePart(a.kind) || a.kind === 'birth-date' || a.kind === 'sex') return true
  return a.name.toLowerCase() === b.name.toLowerCase()
}

/** The weights of a mapping in the order of the fields, or none when a field has none. */
export function weightsFor(mapping: Mapping, fields: readonly { name: string }[]): Weights | undefined {
  if (!mapping.weights) return undefined
  const found = fields.flatMap(({ name }) => mapping.weights?.[name] ?? [])
  return found.length === fields.length ? { fields: found, priorBits: mapping.priorBits ?? -10 } : undefined
}
