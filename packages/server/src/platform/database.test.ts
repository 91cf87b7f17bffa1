/** What PostgreSQL writes is read as the library would read it, only quicker. */
import fc from 'fast-check'
import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { doneWith, type TestDatabase, testDatabase } from '../../../../tests/support/database.ts'
import { openPool } from './database.ts'
import { newId } from './ids.ts'

let database: TestDatabase
let pool: pg.Pool
beforeAll(async () => {
  database = await testDatabase()
  pool = openPool(database.serverUrl, 'test', 1)
})
afterAll(async () => {
  await pool.end()
  await doneWith(database)
})

test('a moment is the same moment, to the millisecond', async () => {
  const years = { min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59.999Z') }
  await fc.assert(
    fc.asyncProperty(fc.array(fc.date({ ...years, noInvalidDate: true }), { minLength: 1 }), async dates => {
      const sent = dates.map(date => date.toISOString())
      const { rows } = await pool.query<{ at: string }>('select unnest($1::timestamptz[]) as at', [sent])
      expect(rows.map(row => row.at)).toEqual(sent)
    }),
    { numRuns: 30 },
  )
  const finer = await pool.query("select '2026-11-27 04:05:06.123987+00'::timestamptz as at")
  expect(finer.rows).toEqual([{ at: '2026-11-27T04:05:06.123Z' }])
})

test('a list of ids is the same list', async () => {
  const lists = [[], [newId()], [newId(), newId(), newId()], [null], [newId(), null]]
  for (const list of lists) {
    const { rows } = await pool.query('select $1::uuid[] as ids', [list])
    expect(rows).toEqual([{ ids: list }])
  }
  const [a, b] = [newId(), newId()]
  const { rows } = await pool.query('select array[array[$1::uuid], array[$2::uuid]] as ids', [a, b])
  expect(rows).toEqual([{ ids: [[a], [b]] }])
})
