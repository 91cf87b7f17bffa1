/** Trainings, through HTTP: who plans, who nominates, the last place, who is there. Refusals first. */
import * as events from '@kerege/contract/practices/trainings/events/routes'
import { leaveRoster } from '@kerege/contract/practices/roster/routes'
import { askExport } from '@kerege/contract/exports/routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../../platform/ids.ts'
import type { Somebody } from '../../../../testing/world.ts'
import { plan, type Region, region, said, twoDays } from '../../testing/region.ts'

const clock = { now: new Date('2026-11-26T06:00:00Z') }
let r: Region
let kz: Somebody
let kg: Somebody
let tj: Somebody
const as = (who: Somebody | null) => r.as(who)
const get = async (who: Somebody, id: string) => (await as(who)(events.getEvent, { params: { id } })).body

beforeAll(async () => {
  r = await region(clock)
  kz = await r.somebody('delegate', 'KZ')
  kg = await r.somebody('delegate', 'KG')
  tj = await r.somebody('delegate', 'TJ')
}, 60_000)
afterAll(() => r.w.close())

test('who comes leaves as a file with a reason, for who runs it; of another’s training nobody is in it', async () => {
  const who = await r.somebody('practitioner', 'KG')
  const id = await r.opened(kz)
  await r.coming(who, kg, kz, id)
  const secretariat = await r.somebody('secretariat', 'UZ')
  const take = (somebody: Somebody, eventId: string) =>
    as(somebody)(askExport, {
      body: {
        ...{ of: 'training-participants', format: 'csv', query: { eventId }, language: 'en' },
        reason: 'List at the door',
      },
    })
  expect((await take(kg, id)).body.code).toBe('not-allowed')
  const { url } = (await take(secretariat, id)).body
  const file = await (await r.w.raw(url, {}, secretariat)).text()
  expect(file).toContain(who.name)
  expect(file).toContain('Psychologist')
  expect(file).not.toContain('I see six families')
  const none = (await take(secretariat, newId())).body
  const empty = await (await r.w.raw(none.url, {}, secretariat)).text()
  const lines = (text: string) => text.trim().split('\n').length
  expect(lines(empty)).toBe(lines(file) - 1)
})

describe('nobody', () => {
  test('plans but those who hold trainings; nobody asks without being signed in', async () => {
    const body = { id: newId(), ...plan }
    expect((await as(null)(events.planEvent, { body })).status).toBe(401)
    for (const role of ['practitioner', 'observer', 'hubAuditor', 'administrator'] as const) {
      const who = await r.somebody(role, 'KZ')
      expect((await as(who)(events.planEvent, { body })).status).toBe(403)
    }
  })

  test('changes, opens or calls off what another agency holds', async () => {
    const id = await r.opened(kz)
    const params = { id }
    const other = { ifMatch: '"3"' }
    expect((await as(kg)(events.changeEvent, { params, body: plan }, other)).body.code).toBe('not-yours')
    expect((await as(kg)(events.writeProgramme, { params, body: { sessions: [] } }, other)).body.code).toBe(
      'not-yours',
    )
    const off = { to: 'called-off' as const, reason: 'No heating' }
    expect((await as(kg)(events.moveEvent, { params, body: off }, other)).body.code).toBe('not-yours')
    // The secretariat keeps the library in order.
    const secretariat = await r.somebody('secretariat', 'UZ')
    expect((await as(secretariat)(events.moveEvent, { params, body: off }, other)).body.standing).toBe(
      'called-off',
    )
  })

  test('asks before it is open, after its last day, twice, or in a language that is not spoken there', async () => {
    const who = await r.somebody('practitioner', 'KG')
    expect((await r.asked(who, await r.planned(kz))).code).toBe('registration-closed')
    expect((await r.asked(who, await r.opened(kz, { registerUntil: '2026-11-25' }))).code).toBe(
      'registration-closed',
    )
    const id = await r.opened(kz, { languages: ['kk'] })
    expect((await r.asked(who, id)).status).toBe(422)
    const open = await r.opened(kz)
    expect((await r.asked(who, open)).status).toBe(201)
    expect((await r.asked(who, open)).code).toBe('registered-already')
    const observer = await r.somebody('observer', '')
    expect((await r.asked(observer, open)).status).toBe(403)
  })

  test('nominates for another state, themselves, or as a practitioner', async () => {
    const id = await r.opened(kz)
    const who = await r.somebody('practitioner', 'KG')
    const { id: registration } = await r.asked(who, id)
    expect((await r.nominate(tj, registration)).status).toBe(404)
    expect((await r.nominate(kz, registration)).body.code).toBe('not-allowed')
    expect((await r.nominate(await r.somebody('practitioner', 'KG'), registration)).status).toBe(403)
    expect((await r.decide(kg, registration)).body.code).toBe('not-allowed')
    const own = await r.asked(kg, id)
    expect((await r.nominate(kg, own.id)).body.code).toBe('not-allowed')
    // Not before the focal point has said yes.
    expect((await r.decide(kz, registration)).body.code).toBe('registration-state')
  })

  test('sees who comes from another state, or where one goes, but those who come and the organiser', async () => {
    const id = await r.opened(kz)
    const who = await r.somebody('practitioner', 'KG')
    const { id: registration } = await r.asked(who, id)
    await r.nominate(kg, registration)
    for (const reader of [kg, who, tj]) {
      const seen = await get(reader, id)
      expect(JSON.stringify(seen)).not.toContain('meet.example')
    }
    expect(JSON.stringify(await get(tj, id))).not.toContain(who.name)
    expect((await get(kg, id)).registrations.map(one => one.name)).toEqual([who.name])
    await r.decide(kz, registration)
    expect((await get(who, id)).room).toEqual(plan.room)
    expect((await get(tj, id)).held).toBe(1)
    const file = async (reader: Somebody) =>
      (await r.w.raw(`/api/trainings/events/${id}/calendar`, {}, reader)).text()
    expect(await file(who)).toContain('meet.example')
    expect(await file(tj)).not.toContain('meet.example')
    expect(await file(tj)).toContain('DTSTART:20261210T040000Z')
  })

  test('whose account has ended is nominated or confirmed', async () => {
    const id = await r.opened(kz)
    const who = await r.somebody('practitioner', 'KG')
    const { id: registration } = await r.asked(who, id)
    await r.w.admin.query(`update access.accounts set state = 'blocked' where id = $1`, [who.accountId])
    expect((await r.nominate(kg, registration)).body.code).toBe('account-ended')
    expect((await r.nominate(kg, registration, false)).status).toBe(200)
  })
})

describe('a programme', () => {
  test('is written by the clock of the host and read by that of one’s capital', async () => {
    const id = await r.planned(kz, { country: 'AT', city: 'Vienna', zone: 'Europe/Vienna' })
    const seen = await get(kg, id)
    expect(seen.sessions[0]).toMatchObject({
      startsAt: '2026-12-10T08:00:00.000Z',
      host: { day: '2026-12-10', from: '09:00', until: '13:00' },
      reader: { day: '2026-12-10', from: '14:00', until: '18:00' },
    })
    expect(seen).toMatchObject({ hours: 8, readerZone: 'Asia/Bishkek' })
  })

  test('needs days of the training, trainers whom their state has confirmed, and sessions of its own', async () => {
    const id = await r.planned(kz)
    const put = (sessions: ReturnType<typeof twoDays>, version = 2) =>
      as(kz)(events.writeProgramme, { params: { id }, body: { sessions } }, { ifMatch: `"${version}"` })
    const [first] = twoDays()
    if (!first) throw new Error('no session')
    expect((await put([{ ...first, day: '2026-12-12' }])).status).toBe(422)
    expect((await put([{ ...first, trainerIds: [newId()] } as never])).status).toBe(422)
    const foreign = (await get(kz, await r.planned(kz))).sessions[0]?.id ?? ''
    expect((await put([{ ...first, id: foreign }])).status).toBe(422)
    const expert = await r.somebody('expert', 'KG')
    const entry = await r.trainer(expert, kg)
    const ok = await put([{ ...first, trainerIds: [entry] } as never])
    expect(ok.body.sessions[0]?.trainers.map(one => one.name)).toEqual([expert.name])
    // Whoever leaves the roster is taken off the programme with that.
    await as(expert)(leaveRoster, { params: { id: entry } })
    expect((await get(kz, id)).sessions[0]?.trainers).toEqual([])
  })

  test('is needed before anybody can ask', async () => {
    const id = newId()
    await as(kz)(events.planEvent, { body: { id, ...plan } })
    const open = await as(kz)(events.moveEvent, { params: { id }, body: { to: 'open' } }, { ifMatch: '"1"' })
    expect(open.body.code).toBe('programme-missing')
  })
})

describe('places', () => {
  const mine = async (who: Somebody, id: string) => (await get(who, id)).mineWhole?.state

  test('two who are nominated for the last place at once: one has it, the other waits and moves up', async () => {
    const id = await r.opened(kz, { places: 1 })
    const one = await r.somebody('practitioner', 'KG')
    const other = await r.somebody('practitioner', 'TJ')
    const [a, b] = [await r.asked(one, id), await r.asked(other, id)]
    const both = await Promise.all([r.nominate(kg, a.id), r.nominate(tj, b.id)])
    expect(both.map(reply => reply.status)).toEqual([200, 200])
    expect([await mine(one, id), await mine(other, id)].toSorted()).toEqual(['nominated', 'waiting'])
    const first = (await mine(one, id)) === 'nominated' ? one : other
    const second = first === one ? other : one
    const params = { id: first === one ? a.id : b.id }
    expect((await as(second)(events.withdrawRegistration, { params, body: { reason: 'Ill' } })).status).toBe(
      404,
    )
    await as(first)(events.withdrawRegistration, { params, body: { reason: 'Ill' } })
    expect(await mine(second, id)).toBe('nominated')
  })

  test('ten at once for three places: three have one, and nobody is lost', async () => {
    const id = await r.opened(kz, { places: 3 })
    const all: { id: string }[] = []
    for (let n = 0; n < 10; n += 1) all.push(await r.asked(await r.somebody('practitioner', 'KG'), id))
    await Promise.all(all.map(one => r.nominate(kg, one.id)))
    const seen = await get(kz, id)
    expect(seen.held).toBe(3)
    expect(seen.registrations.filter(one => one.state === 'waiting')).toHaveLength(7)
  })

  test('kept for a state go to nobody else, and a state has no more than its own', async () => {
    const id = await r.opened(kz, { places: 3, quotas: [{ country: 'TJ', places: 2 }] })
    const people = async (country: string, focal: Somebody, count: number) => {
      for (let n = 0; n < count; n += 1) {
        await r.nominate(focal, (await r.asked(await r.somebody('practitioner', country), id)).id)
      }
    }
    await people('KG', kg, 2)
    await people('TJ', tj, 3)
    const { placesOf } = await get(kz, id)
    expect(placesOf).toEqual([
      { country: 'TJ', kept: 2, held: 2, waiting: 1, asked: 0 },
      { country: 'KG', held: 1, waiting: 1, asked: 0 },
    ])
    const more = { ...plan, places: 5, quotas: [{ country: 'TJ', places: 2 }] }
    await as(kz)(events.changeEvent, { params: { id }, body: more }, { ifMatch: '"3"' })
    expect((await get(kz, id)).held).toBe(4)
    const fewer = await as(kz)(
      events.changeEvent,
      { params: { id }, body: { ...more, places: 3 } },
      { ifMatch: '"4"' },
    )
    expect(fewer.status).toBe(422)
  })

  test('more kept than there are is refused', async () => {
    const body = { id: newId(), ...plan, places: 2, quotas: [{ country: 'TJ', places: 3 }] }
    expect((await as(kz)(events.planEvent, { body })).status).toBe(422)
  })

  test('those of no state are nominated by the organiser; who was declined may ask again', async () => {
    const id = await r.opened(kz)
    const who = await r.somebody('practitioner', '')
    const { id: registration } = await r.asked(who, id)
    expect((await r.nominate(kg, registration)).status).toBe(404)
    expect((await r.nominate(kz, registration, false)).status).toBe(200)
    expect(await mine(who, id)).toBe('declined')
    expect((await r.asked(who, id)).status).toBe(201)
    expect((await r.nominate(kz, registration)).status).toBe(200)
    expect((await r.decide(kz, registration)).body.held).toBe(1)
  })
})

test('what waits is told to whom it waits for', async () => {
  const id = await r.opened(kz, { title: said('What waits') })
  const who = await r.somebody('practitioner', 'TJ')
  const { id: registration } = await r.asked(who, id)
  const kinds = async (reader: Somebody) =>
    (await as(reader)(events.listWaiting, {})).body.rows.filter(row => row.id === id).map(row => row.kind)
  expect(await kinds(tj)).toEqual(['nominate'])
  expect(await kinds(kg)).toEqual([])
  await r.nominate(tj, registration)
  expect(await kinds(tj)).toEqual([])
  expect(await kinds(kz)).toEqual(['confirm'])
})

test('who is there is noted by the organiser and by the trainer of that session, once it runs', async () => {
  const expert = await r.somebody('expert', 'KG')
  const entry = await r.trainer(expert, kg)
  const [first, second] = twoDays()
  if (!first || !second) throw new Error('no sessions')
  const id = await r.opened(kz, {}, [{ ...first, trainerIds: [entry] } as never, second])
  const who = await r.somebody('practitioner', 'TJ')
  const registrationId = await r.coming(who, tj, kz, id)
  const note = (by: Somebody, sessionId: string, present = true) =>
    as(by)(events.noteAttendance, { params: { id }, body: { sessionId, registrationId, present } })
  expect((await note(kz, first.id)).body.code).toBe('session-to-come')
  const before = clock.now
  clock.now = new Date('2026-12-10T05:00:00Z')
  try {
    for (const [by, session] of [
      [who, first],
      [tj, first],
      [expert, second],
    ] as const) {
      expect((await note(by, session.id)).body.code).toBe('not-yours')
    }
    expect((await get(expert, id)).registrations.map(one => one.name)).toEqual([who.name])
    expect((await note(expert, first.id)).status).toBe(200)
    const seen = await note(kz, second.id, false)
    expect(seen.body.registrations[0]).toMatchObject({ present: [first.id], absent: [second.id] })
    // A session at which somebody was noted is not taken away again.
    const drop = await as(kz)(
      events.writeProgramme,
      { params: { id }, body: { sessions: [second] } },
      { ifMatch: '"3"' },
    )
    expect(drop.body.code).toBe('session-attended')
  } finally {
    clock.now = before
  }
})
