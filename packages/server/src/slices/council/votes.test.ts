/** Voting in the room through HTTP: refused where the rules have none, counted once a party, closed by the chair. */
import {
  adoptDecision,
  draftDecision,
  getDecision,
  objectToDecision,
  putDecision,
  reviseDecision,
  voteOnDecision,
} from '@kerege/contract/council/decisionRoutes'
import type { Choice } from '@kerege/contract/council/voting'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import type { Somebody } from '../../testing/world.ts'
import { type Hub, hub, said } from './testing/hub.ts'

let h: Hub
const members: Somebody[] = []
const as = (who: Somebody | null) => h.w.as(who)
beforeAll(async () => {
  h = await hub({ now: () => new Date('2026-11-24T12:00:00Z') })
  for (const code of ['KG', 'UZ', 'TJ', 'TM']) members.push(await h.delegate(code))
}, 60_000)
afterAll(() => h.w.close())

async function drafted() {
  const { body } = await as(h.secretariat)(draftDecision, {
    body: { id: newId(), bodyId: h.council, title: said('A seat'), texts: said('Who takes the seat.') },
  })
  return body
}
const put = (one: { id: string; version: number }, way: 'room' | 'vote' = 'vote') =>
  as(h.chair)(putDecision, { params: { id: one.id }, body: { way, basedOn: one.version } })
const vote = (who: Somebody | null, id: string, choice: Choice, text = 1) =>
  as(who)(voteOnDecision, { params: { id }, body: { text, choice } })
const close = async (id: string) => {
  const { version } = (await as(h.chair)(getDecision, { params: { id } })).body
  return as(h.chair)(adoptDecision, { params: { id }, body: { basedOn: version } })
}
const rule = (voting: string) =>
  h.w.admin.query(`update council.body_rules set rules = rules || jsonb_build_object('voting', $1::text)`, [
    voting,
  ])

test('no vote where the rules have none', async () => {
  const one = await drafted()
  expect(one.voting).toBe('never')
  expect(await put(one)).toMatchObject({ status: 409, body: { code: 'no-voting' } })
  const room = await put(one, 'room')
  expect(room.status).toBe(200)
  expect(await vote(members[0] ?? null, one.id, 'for')).toMatchObject({
    status: 409,
    body: { code: 'vote-not-open' },
  })
})

test('votes are those of members, each once, and the last word of each', async () => {
  await rule('simple')
  const one = await drafted()
  await put(one)
  const [kg = null, uz = null, tj = null] = members
  expect(await vote(null, one.id, 'for')).toMatchObject({ status: 401 })
  expect(await vote(await h.delegate('ICRC'), one.id, 'for')).toMatchObject({
    status: 403,
    body: { code: 'not-counted' },
  })
  expect(await vote(kg, one.id, 'for', 2)).toMatchObject({ body: { code: 'text-changed' } })
  await vote(kg, one.id, 'against')
  await vote(kg, one.id, 'for')
  const again = await vote(kg, one.id, 'for')
  expect(again.body).toMatchObject({ tally: { for: 1, against: 0, abstain: 0 }, mine: { vote: 'for' } })
  expect(await close(one.id)).toMatchObject({ status: 409, body: { code: 'no-quorum', present: 1 } })
  await vote(uz, one.id, 'abstain')
  // Whoever is against says so by voting: one party does not stop a vote.
  const objected = await as(tj)(objectToDecision, {
    params: { id: one.id },
    body: { text: 1, words: 'We are against it' },
  })
  expect(objected).toMatchObject({ status: 409, body: { code: 'vote-open' } })
  await vote(tj, one.id, 'against')
  // A tie is no majority.
  expect((await close(one.id)).body).toMatchObject({ state: 'broken' })
  expect(await vote(kg, one.id, 'for')).toMatchObject({ body: { code: 'vote-not-open' } })
})

test('carried, it is adopted and numbered; taken up again, nobody’s earlier vote counts', async () => {
  await rule('two-thirds')
  const one = await drafted()
  await put(one)
  for (const who of members.slice(0, 2)) await vote(who, one.id, 'for')
  for (const who of members.slice(2, 4)) await vote(who, one.id, 'against')
  const lost = await close(one.id)
  expect(lost.body.state).toBe('broken')
  const revised = await as(h.secretariat)(reviseDecision, {
    params: { id: one.id },
    body: { basedOn: lost.body.version },
  })
  await put(revised.body)
  const [kg = null, uz = null, tj = null] = members
  expect((await vote(kg, one.id, 'for')).body.tally).toEqual({ for: 1, against: 0, abstain: 0 })
  await vote(uz, one.id, 'for')
  await vote(tj, one.id, 'against')
  const adopted = await close(one.id)
  expect(adopted.body).toMatchObject({ state: 'adopted', way: 'vote' })
  expect(adopted.body.symbol).toMatch(/^REC\/2026\/DEC\.\d+$/)
})
