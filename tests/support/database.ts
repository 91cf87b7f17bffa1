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

/** For many that are made in a run: nobody needs it any more. */
export const doneWith = async ({ name }: TestDatabase): Promise<void> => {
  await answerTo(new URLSearchParams({ done: name }))
}

const ask = async (query: URLSearchParams): Promise<TestDatabase> =>
  JSON.parse(await answerTo(query)) as TestDatabase // made by engine.ts in this very run

async function answerTo(query: URLSearchParams): Promise<string> {
  const response = await fetch(`${inject('databases')}/?${query}`)
  const text = await response.text()
  if (!response.ok) throw new Error(`No database for this test: ${text}`)
  return text
}
