/**
 * Fellegi and Sunter's weights: how often a level occurs among pairs of one person (m) and among
 * pairs of two (u). u is counted on random pairs, m found by expectation-maximisation on the compared
 * pairs. Assumed shares stand in while a table is too small to tell.
 * Sources: Fellegi and Sunter 1969; Winkler 1988 on the EM algorithm for linkage.
 */
import { type Field, type FieldKind, missing } from './fields.ts'

export interface FieldWeights {
  /** By level, 0 `same` to 4 `differs`. */
  m: number[]
  u: number[]
}

export interface Weights {
  fields: FieldWeights[]
  /** log2 odds that two random rows are one person. */
  priorBits: number
}

const levels = 5

const assumedM: Readonly<Record<FieldKind, number[]>> = {
  given: [0.6, 0.25, 0.08, 0.03, 0.04],
  family: [0.65, 0.15, 0.08, 0.03, 0.09],
  patronymic: [0.65, 0.2, 0.08, 0.02, 0.05],
  'birth-date': [0.8, 0.08, 0.05, 0.03, 0.04],
  sex: [0.98, 0.005, 0.005, 0.005, 0.005],
  identifier: [0.9, 0.01, 0.05, 0.01, 0.03],
  code: [0.85, 0.01, 0.05, 0.03, 0.06],
  text: [0.6, 0.1, 0.08, 0.07, 0.15],
}

const assumedU: Readonly<Record<FieldKind, number[]>> = {
  given: [0.005, 0.003, 0.006, 0.01, 0.976],
  family: [0.002, 0.001, 0.003, 0.01, 0.984],
  patronymic: [0.005, 0.003, 0.006, 0.01, 0.976],
  'birth-date': [0.0002, 0.01, 0.003, 0.02, 0.9668],
  sex: [0.5, 0.001, 0.001, 0.001, 0.497],
  identifier: [0.0001, 0.0001, 0.0001, 0.0005, 0.9992],
  code: [0.001, 0.0005, 0.0005, 0.002, 0.996],
  text: [0.02, 0.005, 0.005, 0.02, 0.95],
}

/** Pairs that the assumed shares count for against what is observed. */
const assumedPairs = { m: 20, u: 200 }

export type Patterns = ReadonlyMap<number, number>

/** Levels of all fields as one number. */
export function patternOf(found: readonly number[]): number {
  let pattern = 0
  for (const level of found) pattern = pattern * 6 + level
  return pattern
}

export function levelsOf(pattern: number, fields: number): number[] {
  const found: number[] = []
  for (let at = 0; at < fields; at++) {
    found.unshift(pattern % 6)
    pattern = Math.floor(pattern / 6)
  }
  return found
}

export function assumedWeights(fields: readonly Field[], rows: number): Weights {
  return {
    fields: fields.map(({ kind }) => ({ m: [...assumedM[kind]], u: [...assumedU[kind]] })),
    priorBits: -Math.log2(Math.max(4, rows)),
  }
}

/** Counts u on pairs drawn at random. */
export function withRandomPairs(weights: Weights, random: Patterns): Weights {
  const counts = countLevels(random, weights.fields.length, () => 1)
  return {
    ...weights,
    fields: weights.fields.map((field, at) => ({
      ...field,
      u: mixed(counts[at] ?? [], field.u, assumedPairs.u),
    })),
  }
}

/**
 * Finds m and the share of matches.
 * @param possible number of all pairs, compared or not
 */
export function estimate(weights: Weights, compared: Patterns, possible: number): Weights {
  const start = weights
  let current = weights
  for (let round = 0; round < 30; round++) {
    let expected = 0
    const counts = countLevels(compared, weights.fields.length, (pattern, times) => {
      const odds = 2 ** Math.min(60, bitsOf(current, levelsOf(pattern, weights.fields.length)))
      const share = odds / (1 + odds)
      expected += share * times
      return share
    })
    const fields = current.fields.map((field, at) => ({
      u: field.u,
      m: mixed(counts[at] ?? [], start.fields[at]?.m ?? field.m, assumedPairs.m),
    }))
    const share = Math.min(0.5, (expected + 1) / (possible + 2))
    const priorBits = Math.log2(share / (1 - share))
    const moved = Math.abs(priorBits - current.priorBits)
    current = { fields, priorBits }
    if (moved < 0.001) break
  }
  return current
}

function countLevels(
  patterns: Patterns,
  fields: number,
  shareOf: (pattern: number, times: number) => number,
): number[][] {
  const counts = Array.from({ length: fields }, () => new Array<number>(levels).fill(0))
  for (const [pattern, times] of patterns) {
    const share = shareOf(pattern, times) * times
    levelsOf(pattern, fields).forEach((level, at) => {
      const row = counts[at]
      if (row && level !== missing) row[level] = (row[level] ?? 0) + share
    })
  }
  return counts
}

function mixed(counts: readonly number[], assumed: readonly number[], weight: number): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0)
  return assumed.map((share, level) => ((counts[level] ?? 0) + share * weight) / (total + weight))
}

/** Evidence of one level in bits, for or against. A worse level never speaks for more than a better one. */
export function levelBits(field: FieldWeights | undefined, level: number): number {
  if (!field || level === missing) return 0
  const bits = Math.log2((field.m[level] ?? 1) / (field.u[level] ?? 1))
  return Math.max(-10, Math.min(16, bits))
}

export function bitsOf(weights: Weights, found: readonly number[]): number {
  let bits = weights.priorBits
  for (let at = 0; at < found.length; at++) bits += levelBits(weights.fields[at], found[at] ?? missing)
  return bits
}
