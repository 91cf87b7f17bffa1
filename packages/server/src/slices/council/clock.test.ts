/** One clock: what a term allows follows the moment of the program, whatever the database's machine believes. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { enterSql } from '../access/index.ts'
import { type Hub, hub } from './testing/hub.ts'

const day = 86_400_000
let h: Hub
beforeAll(async () => {
  h = await hub()
}, 60_000)
afterAll(() => h.w.close())

test.each([
  ['before its term', -1, 0],
  ['in its term', 0, 1],
  ['on its last day', 9, 1],
  ['after its term', 10, 0],
] as const)('a delegate speaks %s', async (_, days, parties) => {
  const from = new Date()
  const last = new Date(from.getTime() + 9 * day)
  const who = await h.delegate('KG', { from: plain(from), to: plain(last) })
  const at = new Date(from.getTime() + days * day)
  const client = await h.w.running.node.pool.connect()
  try {
    await client.query(`begin; ${enterSql(h.w.running.signIn.tokenOf(who.cookie) ?? '', 60, at)}`)
    expect((await client.query('select council.my_parties()')).rows).toHaveLength(parties)
  } finally {
    await client.query('rollback')
    client.release()
  }
})

const plain = (moment: Date) => moment.toISOString().slice(0, 10)
