import { getOpening, listOpenings, openingCounts } from '@kerege/contract/glass/routes'
import { registerPerson } from '@kerege/contract/people/routes'
import pg from 'pg'
import { expect, test } from 'vitest'
import { draft } from '../testing/people.ts'
import { type Somebody, worldOfTest } from '../testing/world.ts'
import { fillGlass } from './glass.ts'
import type { DemoAccount, DemoNode } from './types.ts'

test('the demo has an opening that was looked at and one that waits, as the node itself would have written them', async () => {
  const w = await worldOfTest({ demo: true })
  const [worker, lead, holder] = [
    await w.somebody('caseManager'),
    await w.somebody('supervisor'),
    await w.somebody('caseManager'),
  ]
  const ombudsperson = await w.somebody('ombudsperson')
  for (let count = 0; count < 2; count += 1) await w.as(holder)(registerPerson, { body: draft() })
  const account = async (who: Somebody): Promise<DemoAccount> => {
    const { rows } = await w.admin.query<{ id: string }>('select id from access.hats where account_id = $1', [
      who.accountId,
    ])
    const { accountId: id, role, name, email, agencyId } = who
    const hatId = rows[0]?.id ?? ''
    return { id, hatId, key: 'x', name, email, language: 'kk', role, agencyId, areas: [], door: false }
  }
  const accounts = [await account(worker), await account(lead)]
  const client = new pg.Client({ connectionString: w.database.ownerUrl })
  await client.connect()
  const today = new Date().toISOString().slice(0, 10)
  await fillGlass(client, w.running.node.keys, { accounts } as Partial<DemoNode> as DemoNode, 'kz', today)
  await client.end()

  expect((await w.as(ombudsperson)(openingCounts, {})).body).toMatchObject({
    waiting: 1,
    late: 0,
    justified: 1,
  })
  const { rows } = (await w.as(ombudsperson)(listOpenings, { query: { of: 'all' } })).body
  const whole = await Promise.all(
    rows.map(async ({ id }) => (await w.as(ombudsperson)(getOpening, { params: { id } })).body),
  )
  expect(whole).toHaveLength(2)
  expect(whole.find(one => one.verdict)).toMatchObject({
    verdict: 'justified',
    reason: expect.stringContaining('ауруханадан'),
    words: expect.stringContaining('Дұрыс'),
  })
  expect(whole.find(one => !one.verdict)).toMatchObject({
    reason: expect.stringContaining('Мектептен'),
    mayReview: true,
  })
})
