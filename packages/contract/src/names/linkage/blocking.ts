/**
 * Finds the pairs of rows worth comparing. Every row gets keys; rows that share a key meet.
 * Small blocks go first and a budget of pairs ends the rest, so memory and time stay bounded whatever
 * the table holds; what was left out is counted, never hidden.
 */
import { skeleton } from '../skeleton.ts'
import type { Field, Row } from './fields.ts'

/** Row numbers take 20 bits of an exact double, the hash of the key the other 32. */
export const maxRows = 2 ** 20
const keysPerRow = 48
const largestBlock = 400

/** Keys of a row, as hashes: pairs of what is known, so that one slip leaves others intact. */
function keysOf(row: Row, fields: readonly Field[]): number[] {
  const parts: string[] = []
  const singles: string[] = []
  for (const word of row.name?.words ?? []) {
    if (word.word.initial) continue
    const part = word.word.key === '' ? `n${skeleton(word.word.stem)}` : `=${word.word.key}`
    parts.push(part)
    singles.push(part)
  }
  fields.forEach(({ kind }, at) => {
    const value = row.values[at] ?? ''
    if (value === '' || kind === 'given' || kind === 'family' || kind === 'patronymic') return
    if (kind === 'sex') return
    singles.push(`${at}:${value}`)
    if (kind === 'birth-date') parts.push(...dateParts(row, at))
    else parts.push(`${at}:${value.slice(0, 24)}`)
  })
  const keys = singles.map(single => hash(single))
  for (let one = 0; one < parts.length; one++) {
    for (let other = one + 1; other < parts.length && keys.length < keysPerRow; other++) {
      const first = parts[one] ?? ''
      const second = parts[other] ?? ''
      keys.push(hash(first < second ? `${first}|${second}` : `${second}|${first}`))
    }
  }
  return keys
}

/** The year, and the day and month in either order. */
function dateParts(row: Row, at: number): string[] {
  const date = row.dates[at]
  if (!date) return []
  if (date.day === 0) return [`y${date.year}`]
  return [`y${date.year}`, `d${Math.min(date.day, date.month)}.${Math.max(date.day, date.month)}`]
}

/** FNV-1a. Two keys with one hash only make more pairs. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return value >>> 0
}

export interface Candidates {
  /** left * 2^20 + right, ascending, each once; in one table left < right. */
  pairs: Float64Array
  /** Blocks that were too large to compare within the budget. */
  blocksLeftOut: number
}

/**
 * @param split number of rows of the first table when two are linked; then pairs go across only
 */
export function candidates(
  rows: readonly Row[],
  fields: readonly Field[],
  split: number | undefined,
  budget: number,
): Candidates {
  const postings = collectPostings(rows, fields)
  const blocks = blocksBySize(postings)
  const pairs = new Float64Array(budget)
  let count = 0
  let leftOut = 0
  for (const [start, end] of blocks) {
    const size = end - start
    if (size > largestBlock || count + (size * (size - 1)) / 2 > budget) {
      leftOut++
      continue
    }
    for (let one = start; one < end; one++) {
      const left = (postings[one] ?? 0) % maxRows
      for (let other = one + 1; other < end; other++) {
        const right = (postings[other] ?? 0) % maxRows
        if (left === right || (split !== undefined && left < split === right < split)) continue
        pairs[count++] = Math.min(left, right) * maxRows + Math.max(left, right)
      }
    }
  }
  return { pairs: unique(pairs.subarray(0, count).sort()), blocksLeftOut: leftOut }
}

function collectPostings(rows: readonly Row[], fields: readonly Field[]): Float64Array {
  let postings = new Float64Array(rows.length * 16 + 64)
  let count = 0
  rows.forEach((row, at) => {
    for (const key of keysOf(row, fields)) {
      if (count === postings.length) {
        const larger = new Float64Array(postings.length * 2)
        larger.set(postings)
        postings = larger
      }
      postings[count++] = key * maxRows + at
    }
  })
  return postings.subarray(0, count).sort()
}

/** Ranges of postings with one key and at least two rows, the smallest first. */
function blocksBySize(postings: Float64Array): [number, number][] {
  const blocks: [number, number][] = []
  let start = 0
  for (let at = 1; at <= postings.length; at++) {
    const key = Math.floor((postings[start] ?? 0) / maxRows)
    if (at < postings.length && Math.floor((postings[at] ?? 0) / maxRows) === key) continue
    if (at - start > 1) blocks.push([start, at])
    start = at
  }
  return blocks.sort((a, b) => a[1] - a[0] - (b[1] - b[0]))
}

function unique(sorted: Float64Array): Float64Array {
  let count = 0
  for (let at = 0; at < sorted.length; at++) {
    if (at === 0 || sorted[at] !== sorted[at - 1]) sorted[count++] = sorted[at] ?? 0
  }
  return sorted.subarray(0, count)
}
