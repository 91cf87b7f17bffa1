/** Compares two rows: the level of every field, and what there is to say about the names. */
import { type BirthDate, compareBirthDates } from '../compare/birthDate.ts'
import { bestNameEvidence } from '../compare/compareNames.ts'
import type { PreparedName } from '../compare/prepare.ts'
import type { Reason } from '../compare/reasons.ts'
import { type Field, type FieldKind, missing, type Row } from './fields.ts'

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
    const other = evidence.givenContradicted === 2 && !evidence.givenAgrees
    if (other && isScrambled(a.name, b.name)) levels[0] = 3
    else out.otherGiven = other
    first = 3
  }
  for (let at = first; at < fields.length; at++) levels[at] = fieldLevel(a, b, at, fields[at]?.kind ?? 'text')
  return out
}

/**
 * The letters of one given name in another order, as broken tables have them: no sister's name.
 * Names that are listed are never taken for a scramble.
 */
function isScrambled(a: PreparedName, b: PreparedName): boolean {
  const one = givenSounds(a)
  const other = givenSounds(b)
  if (Math.min(one.length, other.length) < 4) return false
  let common = 0
  let left = other
  for (const sound of one) {
    const at = left.indexOf(sound)
    if (at < 0) continue
    common++
    left = left.slice(0, at) + left.slice(at + 1)
  }
  return common >= 0.75 * Math.max(one.length, other.length)
}

/** All unmarked given words as one, cut to a usual length; empty when one of them is a listed name. */
function givenSounds({ words }: PreparedName): string {
  const given = words.filter(({ word }) => word.role === 'given' || word.role === 'unknown')
  if (given.some(({ word }) => word.key !== '')) return ''
  return given
    .map(({ whole }) => whole.sounds)
    .join('')
    .slice(0, 20)
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
