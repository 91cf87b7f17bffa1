/**
 * Turns rows of any table into fields that can be compared: the name columns together become a name,
 * every other column stands for itself. A comparison of one field gives a level, from 0 `same` to
 * 4 `differs`; `missing` when one side is empty, which is no evidence.
 */
import { type BirthDate, compareBirthDates, readBirthDate } from '../birthDate.ts'
import { bestNameEvidence } from '../compareNames.ts'
import { readSex } from '../comparePersons.ts'
import { coarse } from '../fold.ts'
import { countedAs } from '../parse.ts'
import { type PreparedName, prepareName } from '../prepare.ts'
import { readWord } from '../reading.ts'
import type { Reason } from '../reasons.ts'

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
): Row {
  const part = (kind: ColumnKind) =>
    columns.flatMap((column, at) => (column.kind === kind && cells[at] ? [cells[at] ?? ''] : [])).join(' ')
  const structured = { given: part('given'), family: part('family'), patronymic: part('patronymic') }
  const name = fields.some(({ column }) => column < 0)
    ? prepareName(
        structured.given + structured.family !== '' ? structured : { name: part('name'), ...structured },
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

/** Share of common letter pairs, 0..1. */
function likeness(a: Uint32Array, b: Uint32Array): number {
  let common = 0
  let one = 0
  let other = 0
  while (one < a.length && other < b.length) {
    const left = a[one] ?? 0
    const right = b[other] ?? 0
    if (left === right) {
      common++
      one++
      other++
    } else if (left < right) one++
    else other++
  }
  return a.length + b.length === 0 ? 0 : (2 * common) / (a.length + b.length)
}

export interface RowComparison {
  /** The level of every field. */
  levels: number[]
  /** The given names are clearly two names. */
  otherGiven: boolean
  reasons: Reason[]
}

export function compareRows(a: Row, b: Row, fields: readonly Field[]): RowComparison {
  const levels = fields.map(() => missing)
  const out: RowComparison = { levels, otherGiven: false, reasons: [] }
  let first = 0
  if (a.name && b.name) {
    const evidence = bestNameEvidence(a.name, b.name)
    for (const reason of evidence.reasons) addNameLevel(levels, reason)
    out.reasons = evidence.reasons
    out.otherGiven = evidence.givenContradicted === 2 && !evidence.givenAgrees
    first = 3
  }
  for (let at = first; at < fields.length; at++) levels[at] = fieldLevel(a, b, at, fields[at]?.kind ?? 'text')
  return out
}

const levelOfForm: Readonly<Record<string, number>> = {
  same: 0,
  'other-form': 0,
  spelling: 1,
  variant: 1,
  joined: 1,
  affix: 1,
  near: 2,
  initial: 3,
  doubtful: 3,
  'initial-differs': 4,
  differs: 4,
}

function addNameLevel(levels: number[], { code }: Reason): void {
  if (code === 'given-family-swapped') {
    // One reason for each of the two swapped words.
    raise(levels, levels[0] === missing ? 0 : 1, 1)
    return
  }
  if (code === 'patronymic-as-family') return
  const dash = code.indexOf('-')
  const role = code.slice(0, dash)
  const level = levelOfForm[code.slice(dash + 1)]
  if (level === undefined) return
  if (role === 'given' || role === 'name') raise(levels, 0, level)
  else if (role === 'family') raise(levels, 1, level)
  else if (role === 'patronymic') raise(levels, 2, level)
}

/** Several words of one role: a contradiction stays, otherwise the best agreement counts. */
function raise(levels: number[], at: number, level: number): void {
  const before = levels[at] ?? missing
  if (before === missing || level === 4) levels[at] = level
  else if (before !== 4) levels[at] = Math.min(before, level)
}

function fieldLevel(a: Row, b: Row, at: number, kind: FieldKind): number {
  const left = a.values[at] ?? ''
  const right = b.values[at] ?? ''
  if (left === '' || right === '') return missing
  switch (kind) {
    case 'birth-date':
      return dateLevel(a.dates[at], b.dates[at])
    case 'identifier':
    case 'code':
      return left === right ? 0 : codeLevel(left, right)
    case 'text':
      return left === right ? 0 : textLevel(a.grams[at], b.grams[at])
    default:
      return left === right ? 0 : 4
  }
}

function dateLevel(a: BirthDate | undefined, b: BirthDate | undefined): number {
  if (!a || !b) return missing
  const bits = compareBirthDates(a, b)?.bits ?? 0
  if (bits >= 9) return 0
  if (bits >= 4) return 1
  if (bits >= 2) return 2
  return bits > -6 ? 3 : 4
}

function textLevel(a: Uint32Array | undefined, b: Uint32Array | undefined): number {
  const alike = a && b ? likeness(a, b) : 0
  if (alike >= 0.86) return 1
  if (alike >= 0.7) return 2
  return alike >= 0.5 ? 3 : 4
}

/** Long codes with one slip are near, short ones only alike: 4011 and 4012 are neighbours, not slips. */
function codeLevel(a: string, b: string): number {
  if (!oneSlip(a, b)) return 4
  return Math.min(a.length, b.length) >= 6 ? 2 : 3
}

function oneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let endA = a.length - 1
  let endB = b.length - 1
  while (endA >= start && endB >= start && a[endA] === b[endB]) {
    endA--
    endB--
  }
  if (endA <= start && endB <= start) return true
  const swapped = endA === start + 1 && endB === start + 1 && a[start] === b[endB] && a[endA] === b[start]
  return swapped
}
