/** The words of a register: written anew after an upgrade, counted, and shut to requests. */
import { keyVersion } from '@kerege/contract/names/index'
import { registerPerson, searchPeople } from '@kerege/contract/people/routes'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../../platform/database.ts'
import { contact, cyrillicName, draft } from '../../testing/people.ts'
import { type Somebody, type World, world } from '../../testing/world.ts'
import { candidatesOf } from './candidates.ts'
import { rewritePortion } from './wordJobs.ts'

let w: World
let worker: Somebody
beforeAll(async () => {
  w = await world()
  worker = await w.somebody('caseManager')
})
afterAll(() => w.close())

async function register(family: string, given: string, born = '2017-03-14') {
  const body = draft({
    contact: contact({
      names: [cyrillicName(family, given)],
      birth: { precision: 'day', date: born },
    }),
  })
  await w.as(worker)(registerPerson, { body })
  return body.id
}
const finds = async (q: string) =>
  (await w.as(worker)(searchPeople, { body: { q } })).body.rows.map(row => row.id)
const version = async () =>
  (await w.admin.query<{ version: number }>('select version from people.word_state')).rows[0]?.version

test('an old register is found by its words, and by its keys once they were written', async () => {
  const id = await register('Самалова', 'Гүлнәр')
  // As a release before the keys left it.
  await w.admin.query("delete from people.token_uses where kind = 'key'")
  await w.admin.query('update people.word_state set version = 0')
  expect(await finds('Самалова')).toContain(id)
  const { node } = w.running
  expect(await rewritePortion(node)).toBeGreaterThan(0)
  while ((await rewritePortion(node)) > 0);
  expect(await version()).toBe(keyVersion)
  expect(await rewritePortion(node)).toBe(0)
  const keys = await w.admin.query("select 1 from people.token_uses where kind = 'key' and person_id = $1", [
    id,
  ])
  expect(keys.rowCount).toBeGreaterThan(0)
  expect(await finds('غولنار سمالوفا')).toContain(id)
})

test('a rebuild that is cut off goes on where it was', async () => {
  const ids = [await register('Көктемова', 'Ақмарал'), await register('Көктемова', 'Айсұлу')].sort()
  await w.admin.query('update people.word_state set version = 0, reached = $1', [ids[0]])
  await w.admin.query("delete from people.token_uses where kind = 'key' and person_id = any ($1)", [ids])
  await rewritePortion(w.running.node)
  const written = await w.admin.query<{ person_id: string }>(
    "select distinct person_id from people.token_uses where kind = 'key' and person_id = any ($1)",
    [ids],
  )
  expect(written.rows.map(row => row.person_id)).toEqual([ids[1]])
})

test('words of numbers survive a rebuild, and words that nobody bears go', async () => {
  await register('Осенняя', 'Дана')
  await w.admin.query("insert into people.tokens (token) values ('nobodybearsthis')")
  await w.admin.query('update people.word_state set version = 0, reached = null')
  while ((await rewritePortion(w.running.node)) > 0);
  await w.running.node.pool.query('select people.forget_words()')
  const kept = await w.admin.query<{ token: string }>('select token from people.tokens')
  const tokens = kept.rows.map(row => row.token)
  expect(tokens).toContain('77000000417')
  expect(tokens).not.toContain('nobodybearsthis')
})

test('counts hold nothing that fewer than five bear', async () => {
  for (let n = 0; n < 5; n++) await register('Бұлақбаева', 'Мөлдір')
  await register('Жалғызова', 'Ерекше')
  await w.running.node.pool.query('select people.count_words()')
  const counts = await w.admin.query<{ token: string }>('select token from people.word_counts')
  const tokens = counts.rows.map(row => row.token)
  expect(tokens).toContain('bulakbaiva')
  expect(tokens.some(token => token.includes('jalgiz'))).toBe(false)
  expect((await finds('Moldir Bulakbayeva')).length).toBe(5)
})

test('candidates: in the background of the whole register, in a request of what is open', async () => {
  const stranger = await w.somebody('caseManager', await w.agency())
  const one = await register('Таңатова', 'Меруерт', '2011-05-06')
  const same = await register('Танатова', 'Мерует', '2011-05-06')
  await register('Таңатова', 'Ботагөз', '1970-01-02')
  const { pool } = w.running.node
  const found = await inTransaction(pool, tx => candidatesOf(tx, { personId: one }, 5))
  expect(found[0]).toBe(same)
  const asked = (who: Somebody) =>
    inTransaction(
      pool,
      async (tx, client) => {
        const actor = await w.admin.query<{ rights: unknown; agency_id: string; team_id: string }>(
          `select r.rights, h.agency_id, h.team_id from access.hats h join access.roles r on r.name = h.role where h.account_id = $1`,
          [who.accountId],
        )
        const { rights, agency_id, team_id } = actor.rows[0] ?? {}
        const session = { account: who.accountId, rights, agency: agency_id, team: team_id, areas: [] }
        await client.query('select access.wear($1)', [JSON.stringify(session)])
        return candidatesOf(tx, { personId: one }, 5)
      },
      'begin',
    )
  expect(await asked(worker)).toContain(same)
  expect(await asked(stranger)).toEqual([])
})

test.each([
  'select people.words_to_write(2, 1)',
  "select people.write_words('{}', '[]')",
  'select people.count_words()',
])('a request cannot do the work of the background: %s', async statement => {
  const work = inTransaction(w.running.node.pool, async (_, client) => {
    await client.query('select access.wear($1)', [JSON.stringify({ account: worker.accountId })])
    await client.query(statement)
  })
  await expect(work).rejects.toMatchObject({ code: '42501' })
})
