/** Boarding and arrival: refused to whoever does not work there; two phones count nobody twice and settle nothing by themselves. */
import { getPerson } from '@kerege/contract/people/routes'
import { addAtDoor, getArrivals, getBoarding, makeMark } from '@kerege/contract/repatriation/boarding/routes'
import type { AtDoor, MakeMark } from '@kerege/contract/repatriation/boarding/schema'
import { boardRows, boardTotals, withoutNumber } from '@kerege/contract/repatriation/boarding/view'
import { addStaff, changeLine, getLine } from '@kerege/contract/repatriation/operations/routes'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import { type Somebody, type World, world } from '../../../testing/world.ts'
import { type Bus, bus, travellers } from '../testing/bus.ts'

let w: World
let lead: Somebody
let officer: Somebody
let here: Bus
beforeAll(async () => {
  w = await world()
  lead = await w.somebody('operationLead')
  officer = await w.somebody('receptionOfficer', await w.agency())
})
afterAll(() => w.close())
beforeEach(async () => {
  here = await bus(w, lead, {
    ...travellers,
    Сафарова: [{ given: 'Зарина', sex: 'female', birth: { precision: 'unknown' }, waits: true }],
  })
  const body = { id: newId(), accountId: officer.accountId, duty: 'reception' as const, until: '2199-01-01' }
  expect(await w.as(lead)(addStaff, { params: { id: here.id }, body })).toMatchObject({ status: 201 })
})

const minute = 60_000
/** A phone with a clock of its own. */
const phone = (ahead = 0, id = newId()) => ({
  id,
  said: (minutesAgo: number) => ({
    headers: {
      'kerege-device': id,
      'kerege-done-at': new Date(Date.now() + ahead - minutesAgo * minute).toISOString(),
      'kerege-clock': new Date(Date.now() + ahead).toISOString(),
    },
  }),
})
const tick = (given: string, over: Partial<MakeMark> = {}, who = lead, options = {}) =>
  w.as(who)(
    makeMark,
    {
      params: { id: here.id },
      body: {
        id: newId(),
        lineId: here.lines[given] ?? '',
        legId: here.legId,
        what: 'there',
        how: 'list',
        ...over,
      },
    },
    options,
  )
const arrive = (given: string, over: Partial<MakeMark> = {}, who = officer) =>
  w.as(who)(makeMark, {
    params: { id: here.id },
    body: { id: newId(), lineId: here.lines[given] ?? '', what: 'there', how: 'list', ...over },
  })
const board = async (who = lead) =>
  (await w.as(who)(getBoarding, { params: { id: here.id, legId: here.legId } })).body
const stateOf = async (given: string) =>
  (await w.as(lead)(getLine, { params: { id: here.id, lineId: here.lines[given] ?? '' } })).body
const door = (over: Partial<AtDoor> = {}): AtDoor => ({
  markId: newId(),
  lineId: newId(),
  personId: newId(),
  legId: here.legId,
  name: 'Осима',
  sex: 'female',
  age: 7,
  ...over,
})

describe('is refused', () => {
  test('to nobody, to roles without the verb, and to who does not work in the operation', async () => {
    expect(await tick('Сомон', {}, null as never)).toMatchObject({ status: 401 })
    expect(await tick('Сомон', {}, await w.somebody('caseManager'))).toMatchObject({ status: 403 })
    const stranger = await w.somebody('receptionOfficer', await w.agency())
    expect(await tick('Сомон', {}, stranger)).toMatchObject({ status: 404 })
    const strange = await w.as(stranger)(getArrivals, { params: { id: here.id } })
    const absent = await w.as(stranger)(getArrivals, { params: { id: newId() } })
    expect({ ...strange.body, reference: '' }).toEqual({ ...absent.body, reference: '' })
    expect(await w.as(stranger)(addAtDoor, { params: { id: here.id }, body: door() })).toMatchObject({
      status: 404,
    })
  })
  test('for a leg or a line of another operation', async () => {
    const other = await bus(w, lead, {
      Одинаева: [{ given: 'Лола', sex: 'female', birth: { precision: 'unknown' } }],
    })
    expect(await tick('Сомон', { legId: other.legId })).toMatchObject({ status: 404 })
    expect(await tick('Сомон', { lineId: other.lines.Лола ?? '' })).toMatchObject({ status: 404 })
  })
  test('for somebody without a consent or another basis, whole', async () => {
    expect(await tick('Зарина')).toMatchObject({
      status: 409,
      body: { code: 'line-cannot', state: 'identified' },
    })
    expect((await board()).marks).toEqual([])
  })
  test('for not being there without why, and for taking back nothing', async () => {
    expect(await tick('Сомон', { what: 'not-there' })).toMatchObject({
      body: { faults: [{ pointer: '/reason' }] },
    })
    expect(await tick('Сомон', { what: 'withdrawn' })).toMatchObject({
      body: { faults: [{ pointer: '/basedOn' }] },
    })
  })
  test('for changing or removing a mark, by the database itself', async () => {
    await tick('Сомон')
    const { rows } = await w.admin.query(
      "select privilege_type from information_schema.role_table_grants where table_schema = 'repatriation' and table_name = 'marks' and grantee like '%server%'",
    )
    expect(rows.map(row => row.privilege_type).sort()).toEqual(['INSERT', 'SELECT'])
  })
})

test('a tick counts once, however often it is sent, and takes the line on', async () => {
  const id = newId()
  for (let twice = 0; twice < 2; twice++) expect(await tick('Сомон', { id })).toMatchObject({ status: 201 })
  expect(await stateOf('Сомон')).toMatchObject({
    state: 'boarded',
    steps: [
      { to: 'identified' },
      { to: 'other-basis' },
      { to: 'boarding' },
      { to: 'boarded', legId: here.legId },
    ],
  })
  const undo = await tick('Сомон', { what: 'withdrawn', basedOn: [id] })
  expect(undo.body.line.state).toBe('boarding')
  const why = 'Taken ill, stays with the doctor'
  const stays = await tick('Сомон', {
    what: 'not-there',
    reason: why,
    basedOn: undo.body.marks.map(one => one.id),
  })
  expect(stays.body.line.state).toBe('not-boarded')
  expect((await stateOf('Сомон')).steps.at(-1)).toMatchObject({ reason: why })
})

test('two phones: the first tick counts, the second is told who and when, each by a clock set right', async () => {
  const [fast, slow] = [phone(3 * 60 * minute), phone(-20 * minute)]
  await tick('Сомон', {}, lead, fast.said(10))
  const second = await tick('Сомон', {}, lead, slow.said(30))
  const { marks } = second.body
  expect(marks.map(one => one.device)).toEqual([slow.id, fast.id])
  expect(marks[0]).toMatchObject({ by: { name: lead.name }, skewMs: expect.closeTo(-20 * minute, -4) })
  const ago = (at: string | undefined) => (Date.now() - Date.parse(at ?? '')) / minute
  expect(ago(marks[0]?.at)).toBeCloseTo(30, 0)
  expect(ago(marks[1]?.at)).toBeCloseTo(10, 0)
  // What the device said itself stays beside it.
  expect(ago(marks[1]?.deviceAt)).toBeCloseTo(10 - 180, 0)
  const now = await board()
  expect(boardTotals(now, boardRows(now, { marks: [], lines: [] })).there).toMatchObject({
    all: 1,
    children: 1,
  })
  expect((await stateOf('Сомон')).steps.filter(step => step.to === 'boarded')).toHaveLength(1)
})

test('two phones that say two things: both stand, nothing goes on, and a person settles it', async () => {
  const first = await tick('Рустам')
  const second = await tick('Рустам', { what: 'not-there', reason: 'Not at the gate' })
  expect(second.status).toBe(201)
  expect((await stateOf('Рустам')).state).toBe('boarded')
  const now = await board()
  const rows = boardRows(now, { marks: [], lines: [] })
  expect(rows.find(row => row.line.id === here.lines.Рустам)).toMatchObject({ verdict: 'contradicted' })
  expect(boardTotals(now, rows)).toMatchObject({ there: { all: 0 }, contradicted: 1 })
  const basedOn = [...first.body.marks, ...second.body.marks].map(one => one.id)
  const settled = await tick('Рустам', { what: 'not-there', reason: 'He was not at the gate', basedOn })
  expect(settled.body.line.state).toBe('not-boarded')
})

test('somebody who is on no list is registered, added and ticked at once, and once', async () => {
  const body = door({ withLineId: here.lines.Мижгона ?? '', bracelet: 'D1' })
  for (let twice = 0; twice < 2; twice++) {
    const added = await w.as(lead)(addAtDoor, { params: { id: here.id }, body })
    expect(added).toMatchObject({
      status: 201,
      body: {
        line: {
          name: 'Осима',
          door: true,
          state: 'boarded',
          bracelet: 'D1',
          familyId: here.families.Баҳорзода,
        },
        marks: [{ id: body.markId, how: 'door' }],
      },
    })
  }
  const registered = await w.as(lead)(getPerson, { params: { id: body.personId } })
  expect(registered.body.contact).toMatchObject({ sex: 'female', birth: { precision: 'estimated', age: 7 } })
  // A number that somebody wears is not given twice.
  const other = await w.as(lead)(addAtDoor, { params: { id: here.id }, body: door({ bracelet: 'D1' }) })
  expect(other.body.line).not.toHaveProperty('bracelet')
  // And every board says so, until somebody gives them one.
  const lineOf = async () => (await board()).lines.find(line => line.id === other.body.line.id)
  expect(await lineOf()).toMatchObject({ braceletAsked: 'D1' })
  expect(withoutNumber(boardRows(await board(), { marks: [], lines: [] }))).toMatchObject([
    { asked: 'D1', free: 'D2' },
  ])
  const params = { id: here.id, lineId: other.body.line.id }
  const { etag } = await w.as(lead)(getLine, { params })
  const changed = await w.as(lead)(
    changeLine,
    { params, body: { head: false, bracelet: 'D2' } },
    etag ? { ifMatch: etag } : {},
  )
  expect(changed.status).toBe(200)
  expect(await lineOf()).toMatchObject({ bracelet: 'D2' })
  expect(await lineOf()).not.toHaveProperty('braceletAsked')
})

test('reception ticks arrivals without the journey: whoever stands before them has boarded', async () => {
  await tick('Нигора')
  expect(await arrive('Нигора')).toMatchObject({ status: 201, body: { line: { state: 'arrived' } } })
  const unticked = await arrive('Парвина')
  expect(unticked.body.line.state).toBe('arrived')
  const arrivals = await w.as(officer)(getArrivals, { params: { id: here.id } })
  expect(arrivals.status).toBe(200)
  const rows = boardRows(arrivals.body, { marks: [], lines: [] })
  expect(boardTotals(arrivals.body, rows).there).toMatchObject({ all: 2, women: 2 })
  // One unknown child, at the centre's own door.
  const child = await w.as(officer)(addAtDoor, {
    params: { id: here.id },
    body: { ...door(), legId: undefined },
  })
  expect(child).toMatchObject({ status: 201, body: { line: { state: 'arrived', door: true } } })
  const back = await arrive('Парвина', { what: 'withdrawn', basedOn: unticked.body.marks.map(one => one.id) })
  expect(back.body.line.state).toBe('boarded')
})

test('the log names the line and how long the tick waited, and holds no name', async () => {
  await tick('Ҷамила', {}, lead, phone().said(90))
  const { rows } = await w.admin.query(
    "select counts, subjects, fields::text from audit.entries where action = 'boarding.marked' order by at desc limit 1",
  )
  expect(rows[0]).toMatchObject({ counts: { waitedMinutes: 90 } })
  expect(rows[0].subjects).toContain(here.lines.Ҷамила)
  expect(JSON.stringify(rows[0])).not.toContain('Ҷамила')
})

test('somebody who is erased leaves no mark', async () => {
  await tick('Рустам')
  const ids = [here.lines.Рустам]
  const marks = async () =>
    (await w.admin.query('select 1 from repatriation.marks where line_id = any ($1)', [ids])).rowCount
  expect(await marks()).toBe(1)
  // As people.erase does it.
  await w.admin.query(
    'delete from people.persons p using repatriation.lines l where l.person_id = p.id and l.id = any ($1)',
    [ids],
  )
  expect(await marks()).toBe(0)
})
