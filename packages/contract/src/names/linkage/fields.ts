/**
 * Turns rows of any table into fields that can be compared: the name columns together become a name,
 * every other column stands for itself. A comparison of one field gives a level, from 0 `same` to
 * 4 `differs`; `missing` when one side is empty, which is no evidence.
 */
import { type BirthDate, readBirthDate } from '../compare/birthDate.ts'
import { readSex } from '../compare/comparePersons.ts'
import { coarse } from '../fold.ts'
import { countedAs } from '../parse.ts'
import { type NameCache, type PreparedName, prepareName } from '../compare/prepare.ts'
import { readWord } from '../reading.ts'

export const columnKinds = [
  'given',
  'family',
  'patronymic',
  'name',
  'birth-date',
  'sex',
  'identifier',
  'code',
  'text',
] as const
export type ColumnKind = (typeof columnKinds)[number]

export interface LinkColumn {
  name: string
  kind: ColumnKind
}

export type FieldKind =
  | 'given'
  | 'family'
  | 'patronymic'
  | 'birth-date'
  | 'sex'
  | 'identifier'
  | 'code'
  | 'text'

/** One thing that is compared and weighed. */
export interface Field {
  name: string
  kind: FieldKind
  /** Column of the rows; -1 for the fields of the name, which come from several. */
  column: number
}

export const missing = 5
/** 6 levels to the power of 12 fit a 32-bit pattern. */
export const maxFields = 12

export interface Row {
  name: PreparedName | undefined
  dates: (BirthDate | undefined)[]
  /** By field: the value that counts as one value, empty when missing. */
  values: string[]
  /** By field: pairs of letters of texts, sorted. */
  grams: (Uint32Array | undefined)[]
}

const nameKinds: readonly ColumnKind[] = ['given', 'family', 'patronymic', 'name']

/** The fields of a table; the name comes first because it decides most. */
export function fieldsOf(columns: readonly LinkColumn[]): Field[] {
  const kinds = new Set(columns.map(({ kind }) => kind))
  const fields: Field[] = []
  if (nameKinds.some(kind => kinds.has(kind))) {
    for (const kind of ['given', 'family', 'patronymic'] as const)
      fields.push({ name: kind, kind, column: -1 })
  }
  columns.forEach(({ name, kind }, column) => {
    if (
      kind === 'birth-date' ||
      kind === 'sex' ||
      kind === 'identifier' ||
      kind === 'code' ||
      kind === 'text'
    ) {
      fields.push({ name, kind, column })
    }
  })
  return fields.slice(0, maxFields)
}

export function prepareRow(
  cells: readonly string[],
  columns: readonly LinkColumn[],
  fields: readonly Field[],
  cache: NameCache,
): Row {
  const part = (kind: ColumnKind) =>
    columns.flatMap((column, at) => (column.kind === kind && cells[at] ? [cells[at] ?? ''] : [])).join(' ')
  const structured = { given: part('given'), family: part('family'), patronymic: part('patronymic') }
  const name = fields.some(({ column }) => column < 0)
    ? prepareName(
        structured.given + structured.family !== '' ? structured : { name: part('name'), ...structured },
        undefined,
        cache,
      )
    : undefined
  const values = fields.map(field => valueIn(field, cells, name))
  return {
    name,
    values,
    dates: fields.map(({ kind, column }) =>
      kind === 'birth-date' ? readBirthDate(cells[column]) : undefined,
    ),
    grams: fields.map(({ kind }, at) => (kind === 'text' ? gramsOf(values[at] ?? '') : undefined)),
  }
}

function valueIn(field: Field, cells: readonly string[], name: PreparedName | undefined): string {
  const cell = cells[field.column] ?? ''
  switch (field.kind) {
    case 'given':
    case 'family':
    case 'patronymic': {
      const role = field.kind
      const word = name?.words.find(
        ({ word }) => word.role === role || (role === 'given' && word.role === 'unknown'),
      )
      return word && !word.word.initial ? countedAs(word.word) : ''
    }
    case 'birth-date':
      return cell.trim()
    case 'sex':
      return readSex(cell)
    case 'identifier':
    case 'code':
      return cell.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '')
    case 'text':
      return foldText(cell)
  }
}

/** Words folded across scripts, numbers kept. */
export function foldText(text: string): string {
  const words = text
    .slice(0, 300)
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
  return words
    .map(word => (/\p{N}/u.test(word) ? word : coarse(readWord(word)) || word))
    .filter(word => word !== '')
    .join(' ')
}

function gramsOf(text: string): Uint32Array {
  const grams = new Uint32Array(Math.max(0, text.length - 1))
  for (let at = 0; at < grams.length; at++) grams[at] = text.charCodeAt(at) * 65536 + text.charCodeAt(at + 1)
  return grams.sort()
}
