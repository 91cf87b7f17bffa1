/** What a test file calls to get a database: a fresh copy of a migrated one, in a few milliseconds. */
import { inject } from 'vitest'
import type { NodeIdentity } from '../../packages/server/src/setup.ts'
import type { TestDatabase } from './cluster.ts'
import type {} from './provided.ts'

export type { TestDatabase }

/** A migrated database of a real Kazakh node, unless `node` says otherwise. Dropped when the run ends. */
export const testDatabase = (node: Partial<NodeIdentity> = {}): Promise<TestDatabase> =>
  ask(new URLSearchParams(Object.entries(node).map(([key, value]) => [key, String(value)])))

/** A database with its roles and nothing in it, for tests of migrations. */
export const emptyDatabase = (): Promise<TestDatabase> => ask(new URLSearchParams({ empty: 'true' }))

async function ask(query: URLSearchParams): Promise<TestDatabase> {
  const response = await fetch(`${inject('databases')}/?${query}`)
  const text = await response.text()
  if (!response.ok) throw new Error(`No database for this test: ${text}`)
  return JSON.parse(text) as TestDatabase // made by engine.ts in this very run
}
