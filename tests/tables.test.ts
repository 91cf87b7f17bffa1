/** The types that queries are written against are those of the migrated database, and not of yesterday's. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tableTypes } from '../scripts/tables.ts'
import { testDatabase } from './support/database.ts'

test('the types of the tables are those of the database', async () => {
  const { ownerUrl } = await testDatabase()
  const file = join(import.meta.dirname, '../packages/server/src/platform/tables.generated.ts')
  expect(await readFile(file, 'utf8')).toBe(await tableTypes(ownerUrl))
})
