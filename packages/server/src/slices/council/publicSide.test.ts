/** What a reader who never signed in gets: the public record and adopted decisions, and nothing beside them. */
import { adoptDecision, draftDecision, putDecision } from '@kerege/contract/council/decisionRoutes'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { publicDecisions, publicSessions } from './index.ts'
import { type Hub, hub, planned, said } from './testing/hub.ts'

let h: Hub
beforeAll(async () => {
  h = await hub()
}, 60_000)
afterAll(() => h.w.close())

const adopt = async (restricted: boolean) => {
  const id = newId()
  const as = h.w.as(h.chair)
  await as(draftDecision, {
    body: {
      id,
      bodyId: h.council,
      title: said('Papers of birth'),
      texts: said('No child waits.'),
      restricted,
    },
  })
  await as(putDecision, { params: { id }, body: { way: 'room', basedOn: 1 } })
  await as(adoptDecision, { params: { id }, body: { basedOn: 2 } })
  return id
}

test('adopted decisions of general distribution, with their texts', async () => {
  const [open, shut] = [await adopt(false), await adopt(true)]
  const rows = await inTransaction(h.w.running.node.pool, tx => publicDecisions(tx))
  expect(rows.map(row => row.id)).toEqual([open])
  expect(rows[0]).toMatchObject({
    symbol: expect.stringMatching(/^REC\/\d{4}\/DEC\.1$/),
    title: said('Papers of birth'),
  })
  expect(rows.map(row => row.id)).not.toContain(shut)
})

test('the register with what sources say, and no session that is not public', async () => {
  const { id } = await planned(h)
  const rows = await inTransaction(h.w.running.node.pool, tx => publicSessions(tx))
  expect(rows.length).toBeGreaterThan(15)
  expect(rows.map(row => row.id)).not.toContain(id)
  const april = rows.find(row => row.from === '2025-04-30')
  expect([april?.differ, april?.reports.length]).toEqual([['participants'], 3])
})
