/**
 * Links the rows of two tables, or finds duplicates in one: prepare, block, compare, weigh, decide.
 * Works on any columns; names get the cross-script comparison. Proposes pairs, merges nothing.
 */
import { matchThreshold, scoreOf } from '../compare/compareNames.ts'
import { nameCache } from '../compare/prepare.ts'
import { explain } from '../compare/reasons.ts'
import { candidates, maxRows } from './blocking.ts'
import { type Field, fieldsOf, type LinkColumn, missing, type Row, prepareRow } from './fields.ts'
import { compareRows } from './levels.ts'
import {
  assumedWeights,
  bitsOf,
  estimate,
  levelBits,
  levelsOf,
  patternOf,
  type Weights,
  withRandomPairs,
} from './weights.ts'

export interface LinkOptions {
  threshold?: number | undefined
  /** Weights to use instead of estimating them; undefined estimates. */
  weights?: ((fields: readonly Field[]) => Weights | undefined) | undefined
  /** Pairs compared at most; by default 30 for each row and 200,000 more. */
  maxPairs?: number | undefined
}

export interface Link {
  /** Row numbers in their tables. */
  left: number
  right: number
  score: number
  decision: 'match' | 'possible'
  reasons: string[]
}

export interface LinkSummary {
  fields: Field[]
  weights: Weights
  pairs: number
  blocksLeftOut: number
}

/** Below it a pair is not worth showing. */
export const possibleThreshold = 0.5
const frequencyBits = 4

export function link(
  columns: readonly LinkColumn[],
  left: readonly (readonly string[])[],
  right: readonly (readonly string[])[] | undefined,
  options: LinkOptions = {},
): { summary: LinkSummary; links: Generator<Link> } {
  const fields = fieldsOf(columns)
  const all = right ? [...left, ...right] : left
  if (all.length > maxRows) throw new RangeError(`more than ${maxRows} rows`)
  const cache = nameCache()
  const rows = all.map(cells => prepareRow(cells, columns, fields, cache))
  const split = right ? left.length : undefined
  const budget = options.maxPairs ?? Math.min(40_000_000, rows.length * 30 + 200_000)
  const { pairs, blocksLeftOut } = candidates(rows, fields, split, budget)
  const patterns = new Uint32Array(pairs.length)
  const otherGiven = new Uint8Array(pairs.length)
  pairs.forEach((pair, at) => {
    const compared = comparePair(rows, pair, fields)
    patterns[at] = patternOf(compared.levels)
    otherGiven[at] = compared.otherGiven ? 1 : 0
  })
  const weights = options.weights?.(fields) ?? learn(rows, fields, split, patterns)
  const shares = sharesOf(rows, fields)
  return {
    summary: { fields, weights, pairs: pairs.length, blocksLeftOut },
    links: decide({ rows, fields, pairs, patterns, otherGiven, weights, shares, split: split ?? 0, options }),
  }
}

function comparePair(rows: readonly Row[], pair: number, fields: readonly Field[]) {
  const left = rows[Math.floor(pair / maxRows)] as Row // pairs are made of row numbers only
  const right = rows[pair % maxRows] as Row
  return compareRows(left, right, fields)
}

function learn(
  rows: readonly Row[],
  fields: readonly Field[],
  split: number | undefined,
  compared: Uint32Array,
): Weights {
  const random = new Map<number, number>()
  const drawn = Math.min(60_000, (rows.length * (rows.length - 1)) / 2)
  let seed = 20_240_817
  const draw = (below: number) => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((seed / 2 ** 32) * below)
  }
  for (let at = 0; at < drawn; at++) {
    const left = split === undefined ? draw(rows.length) : draw(split)
    const right = split === undefined ? draw(rows.length) : split + draw(rows.length - split)
    if (left !== right) count(random, patternOf(comparePair(rows, left * maxRows + right, fields).levels))
  }
  const patterns = new Map<number, number>()
  for (const pattern of compared) count(patterns, pattern)
  const possible = split === undefined ? (rows.length * (rows.length - 1)) / 2 : split * (rows.length - split)
  const start = withRandomPairs(assumedWeights(fields, rows.length), random)
  return estimate(start, patterns, possible)
}

const count = (counts: Map<number, number>, key: number) => counts.set(key, (counts.get(key) ?? 0) + 1)

interface FieldShares {
  shares: Map<string, number>
  /** The share that two random rows agree by chance. */
  usual: number
}

/** How frequent every value is: agreeing on a rare one tells more. */
function sharesOf(rows: readonly Row[], fields: readonly Field[]): FieldShares[] {
  return fields.map((_, at) => {
    const counts = new Map<string, number>()
    let filled = 0
    for (const { values } of rows) {
      const value = values[at] ?? ''
      if (value === '') continue
      filled++
      counts.set(value, (counts.get(value) ?? 0) + 1)
    }
    let usual = 0
    for (const [value, times] of counts) {
      counts.set(value, times / filled)
      usual += (times / filled) ** 2
    }
    return { shares: counts, usual }
  })
}

interface Work {
  rows: readonly Row[]
  fields: readonly Field[]
  pairs: Float64Array
  patterns: Uint32Array
  otherGiven: Uint8Array
  weights: Weights
  shares: FieldShares[]
  split: number
  options: LinkOptions
}

function* decide(work: Work): Generator<Link> {
  const threshold = work.options.threshold ?? matchThreshold
  const show = Math.min(threshold, possibleThreshold)
  for (let at = 0; at < work.pairs.length; at++) {
    const pair = work.pairs[at] ?? 0
    const score = scorePair(work, at, pair)
    if (score < show) continue
    yield {
      left: Math.floor(pair / maxRows),
      right: (pair % maxRows) - work.split,
      score,
      decision: score >= threshold ? 'match' : 'possible',
      reasons: reasonsOf(work, pair),
    }
  }
}

function scorePair(
  { rows, fields, patterns, otherGiven, weights, shares }: Work,
  at: number,
  pair: number,
): number {
  const levels = levelsOf(patterns[at] ?? 0, fields.length)
  let bits = bitsOf(weights, levels)
  const left = rows[Math.floor(pair / maxRows)]
  levels.forEach((level, field) => {
    const kind = fields[field]?.kind
    if (level > 1 || kind === 'birth-date' || kind === 'sex') return
    const value = left?.values[field] ?? ''
    const { shares: known, usual } = shares[field] ?? { shares: new Map<string, number>(), usual: 1 }
    const share = known.get(value)
    if (share === undefined || usual === 0) return
    bits += Math.max(-frequencyBits, Math.min(frequencyBits, Math.log2(usual / share)))
  })
  const score = scoreOf(bits)
  // Brothers and sisters share everything but the given name and a number of their own.
  const sameNumber = levels.some((level, field) => level <= 2 && fields[field]?.kind === 'identifier')
  if (sameNumber) return score
  if (otherGiven[at] === 1) return Math.min(score, 0.3)
  // A table of persons in which one has no name that can be read: a day of birth alone is many people's.
  const right = rows[pair % maxRows]
  const unnamed = left?.name && right?.name && levels.slice(0, 3).every(level => level === missing)
  return unnamed ? Math.min(score, mostUnnamed) : score
}

/** Shown as possible, never as a match. */
const mostUnnamed = 0.65

const words = ['same', 'nearly the same', 'alike', 'somewhat alike', 'other']

function reasonsOf({ rows, fields, weights }: Work, pair: number): string[] {
  const { levels, reasons } = comparePair(rows, pair, fields)
  const sentences = reasons.map(explain)
  levels.forEach((level, at) => {
    const field = fields[at]
    if (!field || field.column < 0) return
    const word = words[level]
    const bits = levelBits(weights.fields[at], level)
    sentences.push(
      word ? `${word} ${field.name} (${bits.toFixed(1)})` : `${field.name} missing on one side: no evidence`,
    )
  })
  return sentences
}
