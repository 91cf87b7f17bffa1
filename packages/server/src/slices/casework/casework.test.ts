/** Notes and concerns through the HTTP layer: refusals first, then one family with what its colleagues may see. */
import {
  changeConcern,
  changeNote,
  amendNote,
  findNotes,
  getNote,
  listNotes,
  noteConcern,
  notePeople,
  personConcerns,
  writeNote,
} from '@kerege/contract/casework/routes'
import { liftFlag, personFlags, setFlag, taskFlags } from '@kerege/contract/casework/flagRoutes'
import { flagSet, type SetFlag } from '@kerege/contract/casework/flags'
import type { WriteNote } from '@kerege/contract/casework/notes'
import { concernSet } from '@kerege/contract/casework/concerns'
import { languages } from '@kerege/contract/common'
import { assignCases, openCase } from '@kerege/contract/cases/routes'
import { mergePeople, undoMerge } from '@kerege/contract/people/duplicates/routes'
import { makeHousehold, registerPerson } from '@kerege/contract/people/routes'
import { finishTask, getTask, makeTask } from '@kerege/contract/tasks/routes'
import { addDays } from '@kerege/contract/tasks/rules'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { localDay } from '../../platform/localDay.ts'
import { draft } from '../../testing/people.ts'
import { type Somebody, type World, world } from '../../testing/world.ts'

let w: World
let lead: Somebody
let worker: Somebody
let today: string
/** The node's clock goes on by so many days. */
let later = 0
beforeAll(async () => {
  w = await world({ now: () => new Date(Date.now() + later * 86_400_000) })
  lead = await w.somebody('supervisor')
  worker = await w.somebody('caseManager')
  today = localDay(new Date(), 'Asia/Almaty')
})
afterAll(() => w.close())

/** A child of the worker, with a case, and a mother beside. */
async function family() {
  const [child, mother] = [draft(), draft()]
  for (const body of [child, mother]) await w.as(lead)(registerPerson, { body })
  const members = [
    { personId: child.id, role: 'child' as const },
    { personId: mother.id, role: 'mother' as const },
  ]
  await w.as(lead)(makeHousehold, { body: { id: newId(), name: 'Үйлер', members } })
  const caseId = newId()
  await w.as(lead)(openCase, { body: { id: caseId, personId: child.id, origin: 'walk-in' } })
  await w.as(lead)(assignCases, { body: { ids: [caseId], workerId: worker.accountId } })
  return { id: child.id, motherId: mother.id, caseId }
}
const note = (over: Partial<WriteNote> = {}): WriteNote => ({
  id: newId(),
  compartment: 'social',
  kind: 'visit',
  heldOn: today,
  colleagues: [],
  family: [],
  words: 'The roof is mended',
  ...over,
})
const write = (id: string, body: WriteNote, who = worker) => w.as(who)(writeNote, { params: { id }, body })
const notesOf = async (id: string, who = worker) => (await w.as(who)(listNotes, { params: { id } })).body

describe('a note is refused', () => {
  test.each([
    ['about nobody', {}, 404, 'stranger'],
    ['in a section that the worker does not write', { compartment: 'mhpss' }, 422, 'child'],
    ['in a section where no notes are', { compartment: 'identity' }, 422, 'child'],
    ['of a day that lies ahead', { heldOn: '2199-01-01' }, 422, 'child'],
    ['with somebody who is not there', { colleagues: [newId()] }, 422, 'child'],
    ['with a task of somebody else', { taskId: newId() }, 422, 'child'],
    ['as an incident that says nothing of it', { kind: 'incident' }, 422, 'child'],
    ['as a visit with an incident', { incident: { what: 'hurt', told: [] } }, 422, 'child'],
    ['without words', { words: '  ' }, 422, 'child'],
  ] as const)('%s', async (_, over, status, about) => {
    const { id } = await family()
    const body = note({
      ...over,
      colleagues: 'colleagues' in over ? [...over.colleagues] : [],
    } as Partial<WriteNote>)
    const answer = await write(about === 'stranger' ? newId() : id, body)
    expect(answer.status).toBe(status)
    expect((await notesOf(id)).rows).toEqual([])
  })

  test('to those who read no notes, and to strangers as to nobody', async () => {
    const { id } = await family()
    const { body: written } = await write(id, note())
    const coordinator = await w.somebody('nationalCoordinator')
    expect(await w.as(coordinator)(listNotes, { params: { id } })).toMatchObject({ status: 403 })
    const stranger = await w.somebody('supervisor', await w.agency())
    for (const noteId of [written.id, newId()]) {
      expect(await w.as(stranger)(getNote, { params: { id: noteId } })).toMatchObject({ status: 404 })
    }
    expect(await w.as(stranger)(listNotes, { params: { id } })).toMatchObject({ status: 404 })
    // A psychologist reads the sections of that work, and not those of the worker.
    const psychologist = await w.somebody('psychologist')
    await w.grant(psychologist, id, 'task')
    expect(await notesOf(id, psychologist)).toMatchObject({ rows: [], mayWrite: ['mhpss'] })
    expect(await w.as(psychologist)(getNote, { params: { id: written.id } })).toMatchObject({ status: 404 })
  })

  test('to be changed by another, blindly, from an older version, or once it is locked', async () => {
    const { id } = await family()
    const { body: written } = await write(id, note())
    const { id: noteId, ...body } = note({ words: 'The roof is not mended' })
    const change = (who: Somebody, ifMatch?: string) =>
      w.as(who)(changeNote, { params: { id: written.id }, body }, ifMatch ? { ifMatch } : {})
    expect(noteId).not.toBe(written.id)
    expect(await change(lead, '"1"')).toMatchObject({ status: 403, body: { code: 'not-yours' } })
    expect(await change(worker)).toMatchObject({ status: 428 })
    expect((await change(worker, '"1"')).status).toBe(200)
    expect(await change(worker, '"1"')).toMatchObject({ status: 412 })
    later = 60
    try {
      expect(await change(worker, '"2"')).toMatchObject({ status: 409, body: { code: 'note-locked' } })
    } finally {
      later = 0
    }
  })
})

describe('notes', () => {
  test('are written once, with who was there, and a task is done with them', async () => {
    const { id, motherId, caseId } = await family()
    await w.grant(worker, motherId, 'own')
    const task = { id: newId(), title: 'Look at the roof', due: today, subjectId: id }
    await w.as(worker)(makeTask, { body: task })
    const people = (await w.as(worker)(notePeople, { params: { id } })).body.rows
    expect(people.map(one => one.id).sort()).toEqual([id, motherId].sort())
    const body = note({
      colleagues: [lead.accountId],
      family: [motherId],
      others: 'The neighbour',
      taskId: task.id,
    })
    const [first, again] = [await write(id, body), await write(id, body)]
    expect(first).toMatchObject({
      status: 201,
      body: {
        caseId,
        colleagues: [{ id: lead.accountId, name: lead.name }],
        family: [{ id: motherId }],
        taskId: task.id,
        mayChange: true,
        mayAmend: false,
        locksOn: addDays(today, w.running.node.profile.noteLockDays),
      },
    })
    expect(again.body).toEqual(first.body)
    expect((await w.as(worker)(getTask, { params: { id: task.id } })).body.state).toBe('done')
    expect((await notesOf(id)).rows).toHaveLength(1)
    // Somebody else's id is nobody's.
    expect(await write(id, body, lead)).toMatchObject({ status: 404 })
  })

  test('that cannot finish their task are not written', async () => {
    const { id } = await family()
    const other = await w.somebody('caseManager')
    await w.grant(other, id, 'own')
    const task = {
      id: newId(),
      title: 'Somebody else’s',
      due: today,
      subjectId: id,
      compartment: 'social' as const,
    }
    await w.as(other)(makeTask, { body: task })
    expect(await w.as(worker)(finishTask, { params: { id: task.id }, body: {} })).toMatchObject({
      status: 404,
    })
    expect((await write(id, note({ taskId: task.id }))).status).toBe(422)
    expect((await notesOf(id)).rows).toEqual([])
  })

  test('are amended by colleagues of the section, with name and day, and found by words', async () => {
    const { id } = await family()
    const { body: written } = await write(id, note())
    const added = { id: newId(), words: 'Since Monday it leaks again' }
    const amend = (who: Somebody, body = added) => w.as(who)(amendNote, { params: { id: written.id }, body })
    expect(await amend(worker)).toMatchObject({ status: 409, body: { code: 'note-open' } })
    expect(await amend(lead)).toMatchObject({ status: 201 })
    const twice = (await amend(lead)).body
    expect(twice.amendments).toMatchObject([{ words: added.words, by: { id: lead.accountId } }])
    expect(twice.words).toBe('The roof is mended')
    const find = async (words: string) =>
      (await w.as(worker)(findNotes, { params: { id }, body: { words } })).body.rows.map(row => row.id)
    expect(await find('LEAKS roof')).toEqual([written.id])
    expect(await find('100%')).toEqual([])
    expect(await find('_')).toEqual([])
  })

  test('tell of an incident what was done and who was told, and go on page by page', async () => {
    const { id } = await family()
    const incident = {
      what: 'threatened' as const,
      place: 'On the way to school',
      done: 'Went along',
      told: ['school' as const],
    }
    const body = note({ kind: 'incident', compartment: 'protection', incident })
    expect((await write(id, body)).body).toMatchObject({ kind: 'incident', incident })
    await write(id, note({ heldOn: addDays(today, -3) }))
    const page = (await w.as(worker)(listNotes, { params: { id }, query: { limit: 1 } })).body
    expect(page.rows.map(row => row.id)).toEqual([body.id])
    const rest = (await w.as(worker)(listNotes, { params: { id }, query: { limit: 1, cursor: page.next } }))
      .body
    expect(rest.rows).toMatchObject([{ kind: 'visit' }])
    expect(rest.next).toBeUndefined()
    const only = (await w.as(worker)(listNotes, { params: { id }, query: { kind: 'incident' } })).body
    expect(only.rows).toHaveLength(1)
  })
})

describe('concerns', () => {
  const concern = (code = 'too-little-room') => ({
    id: newId(),
    code,
    severity: 3 as const,
    source: 'family' as const,
    why: 'Six people in one room',
  })
  const noted = (id: string, body = concern(), who = worker) =>
    w.as(who)(noteConcern, { params: { id }, body })
  const ofPerson = async (id: string, who = worker) =>
    (await w.as(who)(personConcerns, { params: { id } })).body

  test('are refused of another section, of no list, and twice while they are open', async () => {
    const { id } = await family()
    for (const code of ['sleeps-badly', 'not-on-the-list']) {
      expect(await noted(id, concern(code))).toMatchObject({
        status: 422,
        body: { faults: [{ pointer: '/code' }] },
      })
    }
    const first = concern()
    expect((await noted(id, first)).status).toBe(201)
    expect((await noted(id, first)).status).toBe(201)
    expect(await noted(id)).toMatchObject({
      status: 409,
      body: { code: 'concern-open', concernId: first.id },
    })
    const stranger = await w.somebody('supervisor', await w.agency())
    expect(await noted(id, concern(), stranger)).toMatchObject({ status: 404 })
    const { id: _, code: __, source: ___, ...now } = { ...concern(), state: 'over' as const }
    expect(
      await w.as(stranger)(changeConcern, { params: { id: first.id }, body: now }, { ifMatch: '"1"' }),
    ).toMatchObject({ status: 404 })
    expect((await ofPerson(id)).rows).toHaveLength(1)
  })

  test('ease and end by steps that say why, and can be noted anew', async () => {
    const { id } = await family()
    const first = concern()
    await noted(id, first)
    const change = (state: 'open' | 'eased' | 'over', severity: 1 | 2, version: number) =>
      w.as(worker)(
        changeConcern,
        { params: { id: first.id }, body: { state, severity, why: `Now ${state}` } },
        { ifMatch: `"${version}"` },
      )
    expect((await change('eased', 2, 1)).status).toBe(200)
    expect(await change('over', 1, 1)).toMatchObject({ status: 412 })
    expect((await change('over', 1, 2)).body.steps.map(one => one.why)).toEqual([
      'Now over',
      'Now eased',
      'Six people in one room',
    ])
    expect((await noted(id)).status).toBe(201)
    expect(await change('open', 2, 3)).toMatchObject({ status: 409, body: { code: 'concern-open' } })
  })

  test('are seen by those of their section alone', async () => {
    const { id } = await family()
    const psychologist = await w.somebody('psychologist')
    await w.grant(psychologist, id, 'task')
    await noted(id, concern('sleeps-badly'), psychologist)
    await noted(id)
    expect((await ofPerson(id)).rows.map(row => row.code)).toEqual(['too-little-room'])
    expect(await ofPerson(id, psychologist)).toMatchObject({
      rows: [{ code: 'sleeps-badly' }],
      mayNote: ['mhpss'],
    })
  })

  test('have words in every language, and none that speaks of belief or danger from anybody', () => {
    for (const one of concernSet.concerns) {
      expect(languages.filter(language => !one.text[language])).toEqual([])
      expect(Object.values(one.text).join(' ')).not.toMatch(
        /radical|extrem|terror|радикал|экстрем|террор|jihad|жихад/iu,
      )
    }
    const codes = concernSet.concerns.map(one => one.code)
    expect(new Set(codes).size).toBe(codes.length)
  })
})

test('two records of one person become one with all of it, and part again as they were', async () => {
  const [one, other] = [draft(), draft()]
  for (const body of [one, other]) await w.as(lead)(registerPerson, { body })
  const ids = [one.id, other.id]
  for (const id of ids) {
    await w.as(lead)(noteConcern, {
      params: { id },
      body: { id: newId(), code: 'debts', severity: 2, source: 'self' },
    })
  }
  await write(other.id, note(), lead)
  const merge = { id: newId(), stays: one.id, joins: other.id, staysVersion: 1, joinsVersion: 1 }
  const merged = await w.as(lead)(mergePeople, { body: { ...merge, choices: {}, reason: 'The same child' } })
  expect(merged).toMatchObject({ status: 201 })
  const states = async (id: string) =>
    (await w.as(lead)(personConcerns, { params: { id } })).body.rows.map(row => row.state)
  expect(await states(one.id)).toEqual(['open', 'over'])
  expect((await notesOf(one.id, lead)).rows).toHaveLength(1)
  expect(
    await w.as(lead)(undoMerge, { params: { id: merge.id }, body: { reason: 'They are two' } }),
  ).toMatchObject({ status: 200 })
  expect(await Promise.all(ids.map(states))).toEqual([['open'], ['open']])
  expect((await notesOf(other.id, lead)).rows).toHaveLength(1)
})

describe('what has to be minded', () => {
  const flag = (over: Partial<SetFlag> = {}): SetFlag => ({
    id: newId(),
    code: 'interpreter',
    words: 'Arabic, for the mother',
    since: today,
    ...over,
  })
  const set = (id: string, body = flag(), who = worker) => w.as(who)(setFlag, { params: { id }, body })
  const flagsOf = async (id: string, who = worker) => (await w.as(who)(personFlags, { params: { id } })).body
  const codes = async (id: string, who = worker) => (await flagsOf(id, who)).rows.map(row => row.code)

  test.each([
    ['out of no list', { code: 'dangerous' }],
    ['in a section that the worker does not write', { code: 'medicine-hours' }],
    ['from a day that lies ahead', { since: '2199-01-01' }],
    ['until a day before it began', { until: '2020-01-01' }],
    ['with a whole story', { words: 'x'.repeat(121) }],
  ])('is refused %s', async (_, over) => {
    const { id } = await family()
    expect((await set(id, flag(over))).status).toBe(422)
    expect(await codes(id)).toEqual([])
  })

  test('is refused to strangers as to nobody, to who only reads, and twice at a time', async () => {
    const { id } = await family()
    const stranger = await w.somebody('caseManager', await w.agency())
    for (const one of [id, newId()]) expect((await set(one, flag(), stranger)).status).toBe(404)
    const helper = await w.somebody('ngoWorker')
    await w.grant(helper, id, 'task')
    expect((await set(id, flag(), helper)).status).toBe(403)
    const body = flag()
    expect([(await set(id, body)).status, (await set(id, body)).status]).toEqual([201, 201])
    expect(await set(id)).toMatchObject({ status: 409, body: { code: 'flag-there' } })
    const lifted = await w.as(stranger)(liftFlag, { params: { id: body.id } })
    expect(lifted).toMatchObject({ status: 404 })
    expect((await w.as(helper)(liftFlag, { params: { id: body.id } })).status).toBe(403)
  })

  test('is read in its section by whoever gets in touch, stands with their tasks, passes by its day, and is lifted', async () => {
    const { id } = await family()
    const doctor = await w.somebody('doctor')
    const helper = await w.somebody('ngoWorker')
    for (const who of [doctor, helper]) await w.grant(who, id, 'task')
    await set(id, flag({ until: addDays(today, 3) }))
    expect(await set(id, flag({ code: 'medicine-hours', words: '8 and 20' }), doctor)).toMatchObject({
      status: 201,
      body: { maySet: ['health'] },
    })
    // A helper from outside reads what is minded in getting in touch, and nothing of health.
    expect(await codes(id, helper)).toEqual(['interpreter'])
    expect(await codes(id, doctor)).toEqual(['interpreter', 'medicine-hours'])
    const byTask = async () =>
      (await w.as(helper)(taskFlags, {})).body.rows.filter(row => row.personId === id).map(row => row.code)
    expect(await byTask()).toEqual([])
    const task = { id: newId(), title: 'Bring school things', due: today, recurrence: 'none' as const }
    const made = await w.as(worker)(makeTask, {
      body: { ...task, ownerId: helper.accountId, subjectId: id, compartment: 'contact' },
    })
    expect(made.status).toBe(201)
    expect(await byTask()).toEqual(['interpreter'])
    later = 4
    expect(await codes(id, doctor)).toEqual(['medicine-hours'])
    const again = await set(id, flag({ since: addDays(today, 4) }))
    expect(again.status).toBe(201)
    later = 0
    const row = (await flagsOf(id)).rows.find(one => one.code === 'interpreter')
    const lift = () => w.as(worker)(liftFlag, { params: { id: row?.id ?? '' } })
    expect([(await lift()).status, (await lift()).status]).toEqual([200, 200])
    expect(await codes(id, helper)).toEqual([])
  })

  test('has words in every language, and none that speaks of belief or danger from anybody', () => {
    for (const one of flagSet.flags) {
      expect(languages.filter(language => !one.text[language])).toEqual([])
      expect(Object.values(one.text).join(' ')).not.toMatch(
        /radical|extrem|terror|danger|радикал|экстрем|террор|опас|қауіп|jihad/iu,
      )
    }
  })
})
