/** Assessments through the HTTP layer: refusals first, then needs, a screening with its safety task, and a second look. */
import {
  discardAssessment,
  finishAssessment,
  getAssessment,
  getInstrumentText,
  listInstruments,
  personAssessments,
  putInstrumentText,
  saveAssessment,
  setCutOff,
  startAssessment,
} from '@kerege/contract/assessments/routes'
import type { SaveAssessment, StartAssessment } from '@kerege/contract/assessments/schema'
import { decideApproval } from '@kerege/contract/approvals/routes'
import { openCase } from '@kerege/contract/cases/routes'
import { mergePeople } from '@kerege/contract/people/duplicates/routes'
import { askErasure, registerPerson } from '@kerege/contract/people/routes'
import { listTasks } from '@kerege/contract/tasks/routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { contact, draft } from '../../testing/people.ts'
import { type Somebody, type World, world } from '../../testing/world.ts'

let w: World
let worker: Somebody
let psychologist: Somebody
let admin: Somebody
beforeAll(async () => {
  w = await world()
  worker = await w.somebody('caseManager')
  psychologist = await w.somebody('psychologist')
  admin = await w.somebody('administrator')
})
afterAll(() => w.close())

/** A child of the worker, with whom the psychologist works for now. */
async function child(): Promise<string> {
  const body = draft()
  expect(await w.as(worker)(registerPerson, { body })).toMatchObject({ status: 201 })
  await w.grant(psychologist, body.id, 'task')
  return body.id
}
const begin = (who: Somebody, personId: string, over: Partial<StartAssessment> = {}) =>
  w.as(who)(startAssessment, {
    params: { id: personId },
    body: { id: newId(), instrument: 'phq-9', about: 'adult', agreed: 'self', ...over },
  })
const needs = (who: Somebody, personId: string, over: Partial<StartAssessment> = {}) =>
  begin(who, personId, { instrument: 'needs', about: 'child', agreed: undefined, ...over })
const read = (who: Somebody, id: string) => w.as(who)(getAssessment, { params: { id } })
const list = (who: Somebody, id: string) => w.as(who)(personAssessments, { params: { id } })
const save = (who: Somebody, id: string, body: SaveAssessment, version = 1) =>
  w.as(who)(saveAssessment, { params: { id }, body }, { ifMatch: `"${version}"` })
const finish = (who: Somebody, id: string, body: SaveAssessment, version = 1) =>
  w.as(who)(finishAssessment, { params: { id }, body }, { ifMatch: `"${version}"` })

const phq = (...values: number[]) =>
  Object.fromEntries(Array.from({ length: 9 }, (_, at) => [String(at + 1), values[at] ?? 0]))
const allDomains = (writable: readonly string[], level: 1 | 2 | 3 | 4, reason = 'Seen at home today') =>
  Object.fromEntries(writable.map(domain => [domain, { level, reason }]))
async function taken(who: Somebody, personId: string, answers: Record<string, number>, over = {}) {
  const made = await begin(who, personId, over)
  expect(made).toMatchObject({ status: 201 })
  const done = await finish(who, made.body.id, { answers })
  expect(done).toMatchObject({ status: 200, body: { state: 'finished' } })
  return done.body
}

describe('assessments are refused', () => {
  test('to nobody, and to roles without the verb', async () => {
    const personId = await child()
    expect(await w.as(null)(personAssessments, { params: { id: personId } })).toMatchObject({ status: 401 })
    for (const role of ['nationalCoordinator', 'ngoWorker', 'ombudsperson', 'administrator'] as const) {
      const who = await w.somebody(role)
      await w.grant(who, personId, 'task')
      expect(await list(who, personId)).toMatchObject({ status: 403, body: { code: 'not-allowed' } })
    }
  })

  test('a stranger’s like one that does not exist', async () => {
    const personId = await child()
    const { id } = await taken(psychologist, personId, phq(1))
    const other = await w.somebody('psychologist', await w.agency())
    for (const one of [id, newId()]) {
      expect(await read(other, one)).toMatchObject({ status: 404, body: { code: 'not-found' } })
      expect(await save(other, one, { answers: {} })).toMatchObject({ status: 404 })
    }
    for (const one of [personId, newId()]) {
      expect(await list(other, one)).toMatchObject({ status: 404 })
      expect(await begin(other, one)).toMatchObject({ status: 404 })
    }
    expect(await begin(psychologist, await child(), { id })).toMatchObject({ status: 404 })
  })

  test('an instrument outside of one’s section, unknown, or without a yes', async () => {
    const personId = await child()
    for (const instrument of ['phq-9', 'wg-ss', 'sdq']) {
      expect(await begin(worker, personId, { instrument })).toMatchObject({
        status: 422,
        body: { faults: [{ pointer: '/instrument', code: 'not-found' }] },
      })
    }
    expect(await begin(psychologist, personId, { agreed: undefined })).toMatchObject({
      status: 422,
      body: { faults: [{ pointer: '/agreed', code: 'required' }] },
    })
    expect((await list(worker, personId)).body.mayTake).toEqual(['needs'])
    expect((await list(psychologist, personId)).body.mayTake).toEqual(
      expect.arrayContaining(['needs', 'phq-9', 'cries-8']),
    )
    expect((await list(psychologist, personId)).body.mayTake).not.toContain('wg-ss')
  })

  test('what is screened, to everybody outside of its section', async () => {
    const personId = await child()
    const { id } = await taken(psychologist, personId, phq(3, 3, 3))
    const doctor = await w.somebody('doctor')
    await w.grant(doctor, personId, 'task')
    const supervisor = await w.somebody('supervisor')
    for (const who of [worker, doctor, supervisor]) {
      expect(await read(who, id)).toMatchObject({ status: 404 })
      expect((await list(who, personId)).body.rows).toEqual([])
    }
  })

  test('answers that are none, levels of another’s section, both or neither', async () => {
    const personId = await child()
    const form = await begin(psychologist, personId)
    expect(await save(psychologist, form.body.id, { answers: { '1': 4, '77': 1 } })).toMatchObject({
      status: 422,
      body: { faults: expect.arrayContaining([{ pointer: '/answers/1', code: 'not-an-answer' }]) },
    })
    for (const body of [{}, { answers: {}, levels: {} }, { levels: {} }])
      expect(await save(psychologist, form.body.id, body)).toMatchObject({ status: 422 })
    const own = await needs(worker, personId)
    expect(await save(worker, own.body.id, { levels: { mhpss: { level: 4 } } })).toMatchObject({
      status: 422,
      body: { faults: [{ pointer: '/levels/mhpss', code: 'not-found' }] },
    })
  })

  test('a stale version, somebody else’s draft, and what is finished', async () => {
    const personId = await child()
    const { body } = await begin(psychologist, personId)
    expect(await save(psychologist, body.id, { answers: { '1': 1 } })).toMatchObject({
      status: 200,
      body: { version: 2, answers: { '1': 1 }, state: 'draft' },
    })
    expect(await save(psychologist, body.id, { answers: { '1': 2 } })).toMatchObject({
      status: 412,
      body: { code: 'stale-version' },
    })
    const colleague = await w.somebody('psychologist')
    await w.grant(colleague, personId, 'task')
    expect(await read(colleague, body.id)).toMatchObject({ status: 404 })
    await finish(psychologist, body.id, { answers: phq(1) }, 2)
    expect((await read(colleague, body.id)).body).toMatchObject({ state: 'finished', mayChange: false })
    expect(await save(psychologist, body.id, { answers: phq(2) }, 3)).toMatchObject({
      status: 409,
      body: { code: 'assessment-finished' },
    })
    expect(await finish(colleague, body.id, { answers: phq(2) }, 3)).toMatchObject({ status: 403 })
    expect(await w.as(psychologist)(discardAssessment, { params: { id: body.id } })).toMatchObject({
      status: 409,
    })
    // Below the routes, too.
    await expect(
      w.admin.query(`update assessments.assessments set state = 'draft' where id = $1`, [body.id]),
    ).rejects.toThrow('violates check constraint')
  })
})

describe('needs', () => {
  test('each domain with its reason, by who writes its section; read by who reads it', async () => {
    const personId = await child()
    await w.as(worker)(openCase, { body: { id: newId(), personId, origin: 'walk-in' } })
    const form = await needs(worker, personId)
    expect(form).toMatchObject({ status: 201, body: { caseId: expect.any(String), mayChange: true } })
    const { writable, id } = form.body
    expect(writable).toEqual(expect.arrayContaining(['safety', 'family', 'papers', 'education', 'community']))
    for (const domain of ['health', 'mhpss', 'nationality', 'housing']) expect(writable).not.toContain(domain)
    const torn = await finish(worker, id, { levels: { safety: { level: 2 } } })
    expect(torn).toMatchObject({ status: 422 })
    expect(torn.body).toMatchObject({
      faults: expect.arrayContaining([
        { pointer: '/levels/safety/reason', code: 'required' },
        { pointer: '/levels/papers/level', code: 'required' },
      ]),
    })
    const done = await finish(worker, id, { levels: allDomains(writable, 3) })
    expect(done.body).toMatchObject({ state: 'finished' })
    expect(done.body.outcome).toBeUndefined()
    expect(done.body.levels).toHaveLength(writable.length)

    const teacher = await w.somebody('teacher')
    await w.grant(teacher, personId, 'task')
    expect((await read(teacher, id)).body.levels?.map(one => one.domain)).toEqual(['education'])
    // The psychologist reads none of these domains: for them nothing was assessed.
    expect(await read(psychologist, id)).toMatchObject({ status: 404 })
    const own = await needs(psychologist, personId)
    expect(own.body.writable).toEqual(['mhpss'])
    await finish(psychologist, own.body.id, { levels: allDomains(['mhpss'], 2) })
    expect(await read(worker, own.body.id)).toMatchObject({ status: 404 })
  })

  test('the last level of each domain stands beside the new one', async () => {
    const personId = await child()
    const first = await needs(worker, personId)
    await finish(worker, first.body.id, { levels: allDomains(first.body.writable, 4) })
    const next = await needs(worker, personId)
    expect(next.body.previous?.levels).toHaveLength(first.body.writable.length)
    expect(next.body.previous?.levels[0]).toMatchObject({ level: 4, reason: 'Seen at home today' })
  })

  test('a draft survives, and goes when it is thrown away', async () => {
    const personId = await child()
    const { body } = await needs(worker, personId)
    await save(worker, body.id, { levels: { papers: { level: 3 } } })
    expect((await read(worker, body.id)).body.draft).toEqual({ papers: { level: 3 } })
    expect(await w.as(worker)(discardAssessment, { params: { id: body.id } })).toMatchObject({ status: 200 })
    expect(await read(worker, body.id)).toMatchObject({ status: 404 })
  })
})

describe('a screening', () => {
  test('is counted by its version, and the one before stands beside it', async () => {
    const personId = await child()
    await taken(psychologist, personId, phq(3, 3, 3, 3))
    const next = await taken(psychologist, personId, phq(2, 2, 1))
    expect(next).toMatchObject({
      instrumentVersion: '1',
      outcome: { total: 5, band: 'mild', complete: true, flags: ['provisional-other-depressive-syndrome'] },
      previous: { outcome: { total: 12 } },
      compared: [],
    })
    expect((await list(psychologist, personId)).body.rows.map(row => row.outcome?.total)).toEqual([5, 12])
  })

  test('with an answer to item 9 opens a safety task at once, before it is finished, once for each who works there', async () => {
    const personId = await child()
    const colleague = await w.somebody('psychologist')
    await w.grant(colleague, personId, 'task')
    const { body } = await begin(psychologist, personId)
    await save(psychologist, body.id, { answers: { '9': 1 } })
    const tasksOf = async (who: Somebody) =>
      (await w.as(who)(listTasks, { query: { subjectId: personId } })).body.rows
    for (const who of [psychologist, colleague]) {
      expect(await tasksOf(who)).toMatchObject([
        { kind: 'safety-follow-up', compartment: 'mhpss', owner: { id: who.accountId }, state: 'open' },
      ])
    }
    await finish(psychologist, body.id, { answers: phq(0, 0, 0, 0, 0, 0, 0, 0, 2) }, 2)
    expect(await tasksOf(psychologist)).toHaveLength(1)
    // Nobody outside of the section learns that there is one.
    expect(await tasksOf(worker)).toEqual([])
  })

  test('is looked at by a second assessor, who sees the first when done', async () => {
    const personId = await child()
    const first = await taken(psychologist, personId, phq(1, 1, 1))
    expect(await begin(psychologist, personId, { besideId: first.id })).toMatchObject({
      status: 422,
      body: { faults: [{ pointer: '/besideId', code: 'own-work' }] },
    })
    const colleague = await w.somebody('psychologist')
    await w.grant(colleague, personId, 'task')
    const second = await begin(colleague, personId, { besideId: first.id })
    expect(second.body).toMatchObject({ compared: [] })
    expect(second.body.previous).toBeUndefined()
    const done = await finish(colleague, second.body.id, { answers: phq(2, 2, 1) })
    expect(done.body.compared).toMatchObject([{ id: first.id, outcome: { total: 3 }, answers: { '1': 1 } }])
    expect((await read(psychologist, first.id)).body.compared).toMatchObject([{ id: second.body.id }])
  })
})

describe('what an administrator sets', () => {
  const text = {
    language: 'ru',
    items: Object.fromEntries(Array.from({ length: 9 }, (_, at) => [String(at + 1), `Пункт ${at + 1}`])),
    answers: { '0': 'а', '1': 'б', '2': 'в', '3': 'г' },
    source: 'Official Russian version, publisher’s page',
    licence: 'No permission required',
  }
  test('is refused to others, half, and for what there is not', async () => {
    const put = (who: Somebody, instrument: string, body: typeof text) =>
      w.as(who)(putInstrumentText, { params: { instrument }, body })
    expect(await put(psychologist, 'phq-9', text)).toMatchObject({ status: 403 })
    expect(await put(admin, 'sdq', text)).toMatchObject({ status: 404 })
    expect(await put(admin, 'phq-9', { ...text, items: { '1': 'One' } })).toMatchObject({ status: 422 })
    const none = w.as(psychologist)(getInstrumentText, { params: { instrument: 'phq-9', language: 'kk' } })
    expect(await none).toMatchObject({ status: 404 })
    for (const value of [-1, 28])
      expect(
        await w.as(admin)(setCutOff, {
          params: { instrument: 'phq-9' },
          body: { cutOff: 'look-further', language: 'ru', value, source: 'A study' },
        }),
      ).toMatchObject({ status: 422 })
  })

  test('counts from then on: a text with its licence, a cut-off for its language alone', async () => {
    await w.as(admin)(putInstrumentText, { params: { instrument: 'phq-9' }, body: text })
    expect(
      (await w.as(psychologist)(getInstrumentText, { params: { instrument: 'phq-9', language: 'ru' } })).body,
    ).toEqual(text)
    await w.as(admin)(setCutOff, {
      params: { instrument: 'phq-9' },
      body: { cutOff: 'look-further', language: 'ru', value: 7, source: 'A study' },
    })
    const { rows } = (await w.as(psychologist)(listInstruments, {})).body
    expect(rows.find(row => row.id === 'phq-9')).toMatchObject({
      texts: [{ language: 'ru', licence: 'No permission required' }],
      cutOffs: [{ published: 10, own: [{ language: 'ru', value: 7 }] }],
    })
    const personId = await child()
    const russian = await taken(psychologist, personId, phq(3, 1, 3), { language: 'ru' })
    expect(russian).toMatchObject({ cutOffs: { 'look-further': 7 } })
    expect(russian.outcome?.flags).toContain('look-further')
    const kazakh = await taken(psychologist, personId, phq(3, 1, 3), { language: 'kk' })
    expect(kazakh.outcome?.flags).not.toContain('look-further')
  })
})

test('two records of one person become one, with all that was assessed; and an erasure leaves nothing of it', async () => {
  const lead = await w.somebody('supervisor')
  const both = contact()
  const [one, other] = [draft({ contact: both }), draft({ contact: both })]
  for (const body of [one, other]) await w.as(lead)(registerPerson, { body })
  await w.grant(psychologist, other.id, 'task')
  await taken(psychologist, other.id, phq(1))
  const look = await needs(lead, other.id)
  await finish(lead, look.body.id, { levels: allDomains(look.body.writable, 1) })
  const merged = await w.as(lead)(mergePeople, {
    body: {
      ...{ id: newId(), stays: one.id, joins: other.id, staysVersion: 1, joinsVersion: 1 },
      ...{ choices: {}, reason: 'The same child' },
    },
  })
  expect(merged).toMatchObject({ status: 201 })
  const count = async (table: string) => {
    const found = await w.admin.query<{ n: number }>(
      `select count(*)::int as n from assessments.${table} where person_id = $1`,
      [one.id],
    )
    return found.rows[0]?.n
  }
  expect(await count('assessments')).toBe(2)
  expect(await count('levels')).toBe(look.body.writable.length)

  const asked = await w.as(lead)(
    askErasure,
    { params: { id: one.id }, body: { reason: 'The family has asked for it' } },
    { idempotencyKey: newId() },
  )
  const second = await w.somebody('supervisor')
  expect(
    await w.as(second)(
      decideApproval,
      { params: { id: asked.body.approvalId }, body: { verdict: 'approved' } },
      { ifMatch: '"1"', idempotencyKey: newId() },
    ),
  ).toMatchObject({ status: 200 })
  for (const table of ['assessments', 'levels']) expect(await count(table)).toBe(0)
  const left = await w.admin.query('select id from assessments.assessments where id = $1', [look.body.id])
  expect(left.rows).toEqual([])
})
