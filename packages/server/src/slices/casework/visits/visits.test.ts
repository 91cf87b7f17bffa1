/** Appointments through the HTTP layer: refusals first, then one from making to its end, its reminder, and the calendar elsewhere. */
import {
  calendarState,
  changeAppointment,
  endAppointment,
  listAppointments,
  makeAppointment,
  openCalendar,
  personAppointments,
  shutCalendar,
} from '@kerege/contract/casework/appointmentRoutes'
import type { MakeAppointment } from '@kerege/contract/casework/appointments'
import { caseworkToday } from '@kerege/contract/casework/today'
import { listNotices } from '@kerege/contract/notifications/routes'
import { assignCases, openCase } from '@kerege/contract/cases/routes'
import { planConference } from '@kerege/contract/meetings/conferenceRoutes'
import { registerPerson } from '@kerege/contract/people/routes'
import { addDays } from '@kerege/contract/tasks/rules'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import { localDay } from '../../../platform/localDay.ts'
import { dispatch } from '../../../platform/outbox.ts'
import { draft } from '../../../testing/people.ts'
import { type Somebody, type World, world } from '../../../testing/world.ts'
import { noticeEvents } from '../../notifications/index.ts'
import { remind } from './reminding.ts'

let w: World
let lead: Somebody
let worker: Somebody
let today: string
/** The node's clock goes on by so many hours. */
let later = 0
beforeAll(async () => {
  w = await world({ now: () => new Date(Date.now() + later * 3_600_000) })
  lead = await w.somebody('supervisor')
  worker = await w.somebody('caseManager')
  today = localDay(new Date(), 'Asia/Almaty')
})
afterAll(() => w.close())

async function child(): Promise<string> {
  const body = draft()
  await w.as(lead)(registerPerson, { body })
  await w.grant(worker, body.id, 'own')
  return body.id
}
const visit = (over: Partial<MakeAppointment> = {}): MakeAppointment => ({
  id: newId(),
  compartment: 'social',
  kind: 'visit',
  day: addDays(today, 2),
  time: '10:30',
  minutes: 60,
  withWhom: 'The mother',
  place: 'At home',
  remind: 'day',
  ...over,
})
const make = (id: string, body = visit(), who = worker) =>
  w.as(who)(makeAppointment, { params: { id }, body })
/** The same at another time, as a change says it. */
const other = () => {
  const { id: _, ...content } = visit({ time: '11:00' })
  return content
}

describe('an appointment is refused', () => {
  test.each([
    ['on a day that has passed', { day: '2020-01-01' }],
    ['at no time', { time: '25:00' }],
    ['in a section that the worker does not write', { compartment: 'mhpss' }],
    ['without an end', { minutes: 100_000 }],
  ] as const)('%s', async (_name, over) => {
    expect((await make(await child(), visit(over))).status).toBe(422)
  })

  test('to strangers as to nobody, to be changed by a colleague, from an older version, and once it is over', async () => {
    const id = await child()
    const { body: made } = await make(id)
    const stranger = await w.somebody('supervisor', await w.agency())
    expect((await make(id, visit(), stranger)).status).toBe(404)
    const change = (one: string, who: Somebody, version = 1) =>
      w.as(who)(changeAppointment, { params: { id: one }, body: other() }, { ifMatch: `"${version}"` })
    for (const one of [made.id, newId()]) expect(await change(one, stranger)).toMatchObject({ status: 404 })
    expect(await change(made.id, lead)).toMatchObject({ status: 403, body: { code: 'not-yours' } })
    expect(await change(made.id, worker, 7)).toMatchObject({ status: 412 })
    const end = (state: 'kept' | 'called-off', why?: string) =>
      w.as(worker)(endAppointment, {
        params: { id: made.id },
        body: { state, seen: 1, ...(why ? { why } : {}) },
      })
    expect(await end('kept')).toMatchObject({ status: 422, body: { faults: [{ code: 'day-ahead' }] } })
    expect(await end('called-off')).toMatchObject({ status: 422 })
    expect(await end('called-off', 'The child is ill')).toMatchObject({ status: 200 })
    expect(await change(made.id, worker, 2)).toMatchObject({
      status: 409,
      body: { code: 'appointment-ended' },
    })
  })
})

describe('an appointment', () => {
  test('is made once, moved, listed by days, seen by the team, and said how it went', async () => {
    const id = await child()
    const body = visit()
    const [first, again] = [await make(id, body), await make(id, body)]
    expect(first).toMatchObject({ status: 201, body: { day: body.day, time: '10:30', mayChange: true } })
    expect(again.body).toEqual(first.body)
    const moved = await w.as(worker)(
      changeAppointment,
      { params: { id: body.id }, body: { ...other(), day: today, time: '00:01' } },
      { ifMatch: '"1"' },
    )
    expect(moved.body).toMatchObject({ day: today, time: '00:01', version: 2 })
    const days = { from: today, to: today }
    const ids = async (who: Somebody, of: 'mine' | 'team') =>
      (await w.as(who)(listAppointments, { query: { of, ...days } })).body.rows.map(row => row.id)
    expect(await ids(worker, 'mine')).toEqual([body.id])
    expect(await ids(lead, 'mine')).toEqual([])
    expect(await ids(lead, 'team')).toContain(body.id)
    // A colleague does not hear of families that are not theirs.
    expect(await ids(await w.somebody('caseManager'), 'team')).toEqual([])
    expect((await w.as(worker)(caseworkToday, {})).body.visits.map(row => row.id)).toEqual([body.id])
    const ended = await w.as(worker)(endAppointment, {
      params: { id: body.id },
      body: { state: 'kept', seen: 2 },
    })
    expect(ended.body).toMatchObject({ state: 'kept', mayChange: false })
    expect((await w.as(worker)(personAppointments, { params: { id } })).body).toMatchObject({ mayMake: true })
    const wide = { from: today, to: addDays(today, 400) }
    expect((await w.as(worker)(listAppointments, { query: wide })).status).toBe(422)
  })

  test('is reminded of once, by ids alone', async () => {
    const id = await child()
    const { body: made } = await make(id, visit({ day: addDays(today, 3), time: '12:00', remind: 'hour' }))
    expect(await remind(w.running.node)).toBe(0)
    later = Math.floor((Date.parse(made.startsAt) - Date.now()) / 3_600_000)
    try {
      expect(await remind(w.running.node)).toBeGreaterThanOrEqual(1)
      expect(await remind(w.running.node)).toBe(0)
    } finally {
      later = 0
    }
    await dispatch(w.running.node.pool, noticeEvents, (_topic, error) => {
      throw error
    })
    const told = (await w.as(worker)(listNotices, {})).body.rows.filter(
      row => row.params['appointmentId'] === made.id,
    )
    expect(told).toHaveLength(1)
    expect(Object.keys(told[0]?.params ?? {}).sort()).toEqual(['appointmentId', 'personId'])
  })
})

describe('the calendar elsewhere', () => {
  const read = async (address: string) => {
    const response = await w.raw(new URL(address).pathname)
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      text: await response.text(),
    }
  }

  test('holds times and nothing else, until its address is made anew or taken back', async () => {
    const id = await child()
    const { body: made } = await make(id)
    expect((await w.as(worker)(calendarState, {})).body).toEqual({})
    const { address } = (await w.as(worker)(openCalendar, {})).body
    const feed = await read(address)
    expect(feed).toMatchObject({ status: 200, type: 'text/calendar; charset=utf-8' })
    expect(feed.text).toContain(`UID:${made.id}@`)
    for (const word of ['mother', 'home', 'Көктемова', worker.name, id]) expect(feed.text).not.toContain(word)
    // The secret is nowhere to be read, and somebody else's times are not in it.
    const kept = await w.admin.query('select t::text as row from casework.calendars t')
    expect(JSON.stringify(kept.rows)).not.toContain(address.split('/').at(-1))
    const { address: fresh } = (await w.as(worker)(openCalendar, {})).body
    expect((await read(address)).status).toBe(404)
    expect((await read(fresh)).status).toBe(200)
    expect((await w.as(worker)(shutCalendar, {})).body).toEqual({})
    expect((await read(fresh)).status).toBe(404)
    const nobody = `${new URL(address).origin}/api/calendars/${'a'.repeat(43)}`
    expect((await read(nobody)).text.replaceAll(/"reference":"[^"]*"/g, '')).toBe(
      (await read(fresh)).text.replaceAll(/"reference":"[^"]*"/g, ''),
    )
  })

  test('is empty of families that are somebody else’s by now', async () => {
    const body = draft()
    await w.as(lead)(registerPerson, { body })
    const colleague = await w.somebody('caseManager')
    await w.grant(colleague, body.id, 'own')
    const { body: made } = await make(body.id, visit(), colleague)
    const { address } = (await w.as(colleague)(openCalendar, {})).body
    expect((await read(address)).text).toContain(made.id)
    await w.admin.query('update access.grants set valid_to = now() where account_id = $1', [
      colleague.accountId,
    ])
    expect((await read(address)).text).not.toContain(made.id)
    await w.admin.query(`update access.accounts set state = 'blocked' where id = $1`, [colleague.accountId])
    expect((await read(address)).status).toBe(404)
  })
})

describe('one that comes again', () => {
  test('is refused without an end, with two ends, or once', async () => {
    const id = await child()
    for (const repeat of [
      { every: 'weekly' as const },
      { every: 'weekly' as const, times: 3, until: addDays(today, 30) },
      { every: 'weekly' as const, times: 1 },
    ]) {
      expect((await make(id, visit({ repeat }))).status).toBe(422)
    }
  })

  test('stands each by itself: one is moved, one is called off, and the rest of them together', async () => {
    const id = await child()
    const body = visit({ repeat: { every: 'weekly', times: 4 } })
    await make(id, body)
    await make(id, body)
    const ahead = async () => (await w.as(worker)(personAppointments, { params: { id } })).body.rows
    const first = await ahead()
    expect(first.map(row => row.day)).toEqual([2, 9, 16, 23].map(n => addDays(today, n)))
    expect(first.map(row => row.following)).toEqual([3, 2, 1, 0])
    const [, second, third] = first.map(row => row.id)
    const moved = { ...other(), day: addDays(today, 10) }
    await w.as(worker)(changeAppointment, { params: { id: second ?? '' }, body: moved }, { ifMatch: '"1"' })
    expect((await ahead()).map(row => row.day)).toEqual([2, 10, 16, 23].map(n => addDays(today, n)))
    const off = (one = '', rest = false) =>
      w.as(worker)(endAppointment, {
        params: { id: one },
        body: { state: 'called-off', seen: 1, why: 'They travel', rest },
      })
    expect(await off(third, true)).toMatchObject({ status: 200, body: { state: 'called-off' } })
    expect((await ahead()).map(row => row.state)).toEqual(['planned', 'planned', 'called-off', 'called-off'])
    // Until a day, and by the month: the last day of a shorter month.
    const until = visit({ repeat: { every: 'fortnightly', until: addDays(today, 30) } })
    const other2 = await child()
    await make(other2, until)
    const rows = (await w.as(worker)(personAppointments, { params: { id: other2 } })).body.rows
    expect(rows.map(row => row.day)).toEqual([2, 16, 30].map(n => addDays(today, n)))
  })
})

test('the calendar elsewhere knows of conferences, panels and days in court, and says no more than that one is away', async () => {
  const body = draft()
  await w.as(lead)(registerPerson, { body })
  const caseId = newId()
  await w.as(lead)(openCase, { body: { id: caseId, personId: body.id, origin: 'walk-in' } })
  await w.as(lead)(assignCases, { body: { ids: [caseId], workerId: worker.accountId } })
  const called = await w.as(worker)(planConference, {
    params: { id: caseId },
    body: {
      id: newId(),
      compartment: 'social',
      day: addDays(today, 3),
      time: '14:00',
      minutes: 45,
      way: 'together',
      place: 'Small hall',
      purpose: 'What school and home can do',
      agenda: [{ words: 'How does she come back to class?' }],
      participants: [
        { id: newId(), kind: 'colleague', accountId: lead.accountId },
        { id: newId(), kind: 'outside', role: 'Teacher', agency: 'School 12' },
      ],
    },
  })
  expect(called.status).toBe(201)
  const [matter, court, hourless, interest, panel] = [newId(), newId(), newId(), newId(), newId()]
  const entry = (id: string, kind: string, content: object, parent: string | null) =>
    w.admin.query(
      `insert into situation.entries (id, person_id, parent_id, kind, compartment, source, content, content_version, account_id, made_at, updated_at)
       values ($1, $2, $3, $4, 'legal', 'worker', $5, 1, $6, now(), now())`,
      [id, body.id, parent, kind, JSON.stringify({ kind, ...content }), worker.accountId],
    )
  await entry(matter, 'legal', { matter: 'guardianship' }, null)
  await entry(court, 'hearing', { day: addDays(today, 5), time: '10:00', place: 'District court' }, matter)
  await entry(hourless, 'hearing', { day: addDays(today, 6) }, matter)
  await w.admin.query(
    `insert into meetings.interests (id, case_id, person_id, question, content, written_by, written_at, updated_at)
     values ($1, $2, $3, 'placement', '{}', $4, now(), now())`,
    [interest, caseId, body.id, worker.accountId],
  )
  await w.admin.query(
    `insert into meetings.panels (id, interest_id, person_id, sits_at, quorum, called_by, called_at, updated_at)
     values ($1, $2, $3, now() + interval '8 days', 2, $4, now(), now())`,
    [panel, interest, body.id, lead.accountId],
  )
  const feed = async (who: Somebody) => {
    const { address } = (await w.as(who)(openCalendar, {})).body
    return (await w.raw(new URL(address).pathname)).text()
  }
  const mine = await feed(worker)
  for (const id of [called.body.id, court, hourless]) expect(mine).toContain(`UID:${id}@`)
  expect(mine).not.toContain(panel)
  const day = addDays(today, 6).replaceAll('-', '')
  expect(mine).toContain(`DTSTART;VALUE=DATE:${day}`)
  for (const word of ['Small hall', 'school and home', 'court', 'Көктемова', body.id, caseId]) {
    expect(mine).not.toContain(word)
  }
  const theirs = await feed(lead)
  for (const id of [called.body.id, panel]) expect(theirs).toContain(`UID:${id}@`)
  // Of families that are somebody else's by now a day in court is not told; what one is asked to is.
  const next = await w.somebody('caseManager')
  await w.as(lead)(assignCases, { body: { ids: [caseId], workerId: next.accountId } })
  const after = await feed(worker)
  expect(after).not.toContain(court)
  expect(after).toContain(called.body.id)
})
