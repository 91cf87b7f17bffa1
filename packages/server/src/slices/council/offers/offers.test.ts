/** Voluntary offers, through HTTP: each party for itself, places that are not given twice, and both sides say how it went. */
import {
  changeOffer,
  decideTaking,
  getOffer,
  listOffers,
  makeOffer,
  reportTaking,
  takeUpOffer,
  withdrawOffer,
  withdrawTaking,
} from '@kerege/contract/council/offers/routes'
import { makeAction } from '@kerege/contract/council/actionRoutes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import type { Somebody } from '../../../testing/world.ts'
import { type Hub, hub, planned, said } from '../testing/hub.ts'

let h: Hub
let uz: Somebody
let kg: Somebody
let tj: Somebody
let observer: Somebody
const as = (who: Somebody | null) => h.w.as(who)

beforeAll(async () => {
  h = await hub({ now: () => new Date('2026-11-25T12:00:00Z') })
  uz = await h.delegate('UZ')
  kg = await h.delegate('KG')
  tj = await h.delegate('TJ')
  observer = await h.delegate('ICRC')
}, 60_000)
afterAll(() => h.w.close())

const content = (more: object = {}) => ({
  kind: 'train' as const,
  title: said('Three weeks beside our teachers'),
  domains: ['education' as const],
  from: '2027-01-10',
  until: '2027-03-31',
  places: 3,
  ...more,
})
const make = (who: Somebody | null, more: object = {}) =>
  as(who)(makeOffer, { body: { id: newId(), ...content(more) } })
const offered = async (more: object = {}) => (await make(uz, more)).body
const takeUp = (who: Somebody, id: string, more: object = {}) =>
  as(who)(takeUpOffer, {
    params: { id },
    body: { id: newId(), words: 'Two teachers would come', places: 2, ...more },
  })
const takenUp = async (who: Somebody, id: string, more: object = {}) => {
  const { takings } = (await takeUp(who, id, more)).body
  return takings.at(-1)?.id ?? ''
}
const decide = (who: Somebody, id: string, confirm: boolean, reason?: string) =>
  as(who)(decideTaking, { params: { id }, body: { confirm, ...(reason ? { reason } : {}) } })
const report = (who: Somebody, id: string, more: object = {}) =>
  as(who)(reportTaking, {
    params: { id },
    body: { id: newId(), outcome: 'as-agreed', words: 'Both came, both stayed', ...more },
  })

describe('nobody offers or takes up', () => {
  test('without a voice: nobody, secretariat, practitioner, an observer, whose term has ended or begins later', async () => {
    const { id } = await offered()
    const ended = await h.delegate('KG', { from: '2024-01-01', to: '2025-12-31' })
    const later = await h.delegate('KG', { from: '2099-01-01' })
    const awaited = await h.delegate('KG', { credentials: 'awaited' })
    const practitioner = await h.w.somebody('practitioner')
    const codes: [Somebody | null, string][] = [
      [null, 'not-signed-in'],
      [h.secretariat, 'not-allowed'],
      [practitioner, 'not-allowed'],
      [observer, 'observers-read'],
      [ended, 'term-ended'],
      [later, 'term-ended'],
      [awaited, 'no-credentials'],
    ]
    for (const [who, code] of codes) {
      expect((await make(who)).body.code).toBe(code)
      if (who) expect((await takeUp(who, id)).body.code).toBe(code)
    }
    const seen = (await as(observer)(getOffer, { params: { id } })).body
    expect(seen.mine).toMatchObject({ hindrance: 'observers-read', change: false, take: false })
  })

  test('what is not whole', async () => {
    expect((await make(uz, { until: '2026-12-01' })).body).toMatchObject({
      faults: [{ pointer: '/until', code: 'period-reversed' }],
    })
    expect((await make(uz, { from: '2026-01-01', until: '2026-02-01' })).body).toMatchObject({
      faults: [{ pointer: '/until', code: 'in-the-past' }],
    })
    expect((await make(uz, { sessionId: newId() })).body).toMatchObject({
      faults: [{ pointer: '/sessionId', code: 'not-found' }],
    })
    expect((await make(uz, { actionIds: [newId()] })).body).toMatchObject({
      faults: [{ pointer: '/actionIds/0', code: 'not-found' }],
    })
    expect((await as(uz)(getOffer, { params: { id: newId() } })).body.code).toBe('not-found')
  })

  test('somebody else’s: changing, withdrawing, answering, reporting', async () => {
    const offer = await offered()
    const taking = await takenUp(kg, offer.id)
    const change = (who: Somebody, version: number) =>
      as(who)(changeOffer, { params: { id: offer.id }, body: content() }, { ifMatch: `"${version}"` })
    expect((await change(kg, offer.version)).body.code).toBe('not-yours')
    expect((await change(uz, 99)).body.code).toBe('stale-version')
    expect(
      (await as(kg)(withdrawOffer, { params: { id: offer.id }, body: { reason: 'Not mine' } })).body.code,
    ).toBe('not-yours')
    expect((await decide(kg, taking, true)).body.code).toBe('not-yours')
    expect((await decide(tj, taking, true)).body.code).toBe('not-yours')
    expect(
      (await as(tj)(withdrawTaking, { params: { id: taking }, body: { reason: 'Not mine' } })).body.code,
    ).toBe('not-yours')
    expect((await report(tj, taking)).body.code).toBe('not-yours')
    expect((await report(kg, taking)).body.code).toBe('taking-state')
    expect((await takeUp(uz, offer.id)).body.code).toBe('own-offer')
  })
})

test('is taken up, confirmed, and reported by both sides', async () => {
  const session = await planned(h)
  const action = (
    await as(h.secretariat)(makeAction, {
      body: { id: newId(), ownerId: h.party('UZ'), title: said('Share it'), due: '2027-06-01' },
    })
  ).body
  const offer = await offered({
    sessionId: session.id,
    actionIds: [action.id],
    words: said('In a school of the city'),
    conditions: said('Travel is paid by who sends'),
  })
  expect(offer).toMatchObject({
    standing: 'open',
    session: { id: session.id },
    actions: [{ id: action.id }],
    mine: { change: true, take: false },
  })
  for (const query of [{ sessionId: session.id }, { actionId: action.id }]) {
    expect((await as(kg)(listOffers, { query })).body.rows.map(row => row.id)).toEqual([offer.id])
  }
  expect((await as(kg)(getOffer, { params: { id: offer.id } })).body.mine.take).toBe(true)
  const taking = await takenUp(kg, offer.id)
  expect((await takeUp(kg, offer.id)).body.code).toBe('taken-already')
  expect((await as(uz)(getOffer, { params: { id: offer.id } })).body.waiting).toBe(1)
  expect((await decide(uz, taking, true)).body).toMatchObject({ taken: 2, waiting: 0 })
  expect((await decide(uz, taking, false, 'Too late')).body.code).toBe('taking-state')
  await report(kg, taking)
  const whole = (await report(uz, taking, { outcome: 'partly', words: 'One week was lost to snow' })).body
  expect(whole.takings[0]?.reports.map(one => [one.party.code, one.outcome])).toEqual([
    ['KG', 'as-agreed'],
    ['UZ', 'partly'],
  ])
  await expect(h.w.admin.query(`update council.taking_reports set words = 'x'`)).rejects.toThrow('stays said')
})

test('a no has a reason, and one may ask again after it', async () => {
  const { id } = await offered()
  const waiting = async (who: Somebody) =>
    (await as(who)(listOffers, { query: { waitsForUs: 'true', limit: 200 } })).body.rows.map(row => row.id)
  expect(await waiting(uz)).not.toContain(id)
  const taking = await takenUp(kg, id)
  expect(await waiting(uz)).toContain(id)
  for (const other of [kg, observer, h.secretariat]) expect(await waiting(other)).not.toContain(id)
  expect((await decide(uz, taking, false)).body).toMatchObject({
    faults: [{ pointer: '/reason', code: 'required' }],
  })
  const declined = (await decide(uz, taking, false, 'The school is being repaired')).body
  expect(declined.takings[0]).toMatchObject({ state: 'declined', reason: 'The school is being repaired' })
  expect(await waiting(uz)).not.toContain(id)
  expect((await takeUp(kg, id)).status).toBe(201)
})

test('a place is not given twice, also by two confirmations at once', async () => {
  const { id } = await offered({ places: 3 })
  expect((await takeUp(kg, id, { places: 4 })).body).toMatchObject({
    faults: [{ pointer: '/places', code: 'too-big', params: { maximum: 3 } }],
  })
  const [one, other] = [await takenUp(kg, id), await takenUp(tj, id)]
  const answers = await Promise.all([decide(uz, one, true), decide(uz, other, true)])
  expect(answers.map(answer => answer.body.code ?? 'confirmed').sort()).toEqual(['confirmed', 'no-places'])
  // Whoever was confirmed thinks better of it: the place is free for the other.
  const confirmed = answers[0]?.body.code ? other : one
  const waiting = confirmed === one ? other : one
  const who = confirmed === one ? kg : tj
  const gone = await as(who)(withdrawTaking, {
    params: { id: confirmed },
    body: { reason: 'No visa in time' },
  })
  expect(gone.body.taken).toBe(0)
  expect((await decide(uz, waiting, true)).body.taken).toBe(2)
  const { version } = (await as(uz)(getOffer, { params: { id } })).body
  const fewer = await as(uz)(
    changeOffer,
    { params: { id }, body: content({ places: 1 }) },
    { ifMatch: `"${version}"` },
  )
  expect(fewer.body).toMatchObject({ faults: [{ pointer: '/places', code: 'too-small' }] })
})

test('what was withdrawn, is over or full is not taken up', async () => {
  const withdrawn = await offered()
  await takeUp(kg, withdrawn.id)
  await as(uz)(withdrawOffer, { params: { id: withdrawn.id }, body: { reason: 'The house was sold' } })
  const told = await h.w.admin.query(
    "select 1 from platform.outbox where topic = 'offer.moved' and payload ->> 'offerId' = $1 and payload ->> 'accountId' = $2",
    [withdrawn.id, kg.accountId],
  )
  expect(told.rowCount).toBe(1)
  expect((await takeUp(tj, withdrawn.id)).body).toMatchObject({ code: 'offer-closed', standing: 'withdrawn' })
  const over = await offered()
  await h.w.admin.query(
    "update council.offers set from_day = '2026-01-01', until_day = '2026-02-01' where id = $1",
    [over.id],
  )
  expect((await takeUp(tj, over.id)).body).toMatchObject({ code: 'offer-closed', standing: 'ended' })
  const full = await offered({ places: 1 })
  await decide(uz, await takenUp(kg, full.id, { places: 1 }), true)
  expect((await takeUp(tj, full.id, { places: 1 })).body).toMatchObject({
    code: 'offer-closed',
    standing: 'full',
  })

  const open = (await as(observer)(listOffers, { query: { open: 'true', limit: 200 } })).body.rows
  expect(open.every(row => row.standing === 'open')).toBe(true)
  const ids = open.map(row => row.id)
  for (const one of [withdrawn, over, full]) expect(ids).not.toContain(one.id)
})

test('the list is filtered by kind, domain and party', async () => {
  const mine = await offered({ kind: 'host', domains: [] })
  const find = async (query: object) =>
    (await as(kg)(listOffers, { query: { limit: 200, ...query } })).body.rows.map(row => row.id)
  expect(await find({ kind: 'host' })).toContain(mine.id)
  expect(await find({ kind: 'share' })).not.toContain(mine.id)
  expect(await find({ domain: 'health' })).toContain(mine.id)
  expect(await find({ partyId: h.party('UZ') })).toContain(mine.id)
  expect(await find({ partyId: h.party('KG') })).toEqual([])
})

test('the same command sent twice is one', async () => {
  const id = newId()
  await as(uz)(makeOffer, { body: { id, ...content() } })
  expect((await as(uz)(makeOffer, { body: { id, ...content() } })).body.id).toBe(id)
  const taking = newId()
  await takeUp(kg, id, { id: taking })
  expect((await takeUp(kg, id, { id: taking })).body.takings).toHaveLength(1)
})
