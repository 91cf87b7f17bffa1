/** Which fields of a section changed, field by field at the top level: what the history keeps and a reader sees. */
import { isDeepStrictEqual } from 'node:util'

export interface Difference {
  field: string
  before: unknown
  after: unknown
}

export function differences(before: unknown, after: unknown): Difference[] {
  const old = (before ?? {}) as Record<string, unknown>
  const fresh = (after ?? {}) as Record<string, unknown>
  return [...new Set([...Object.keys(old), ...Object.keys(fresh)])]
    .filter(field => !isDeepStrictEqual(normal(old[field]), normal(fresh[field])))
    .map(field => ({ field, before: old[field] ?? null, after: fresh[field] ?? null }))
}

// What came through JSON and what did not must compare alike.
const normal = (value: unknown): unknown => (value === undefined ? null : JSON.parse(JSON.stringify(value)))
