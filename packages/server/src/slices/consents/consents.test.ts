/** Answers about sharing through the HTTP layer: refusals first, then what stops them, who is called, and what never depends on them. */
import { decideApproval } from '@kerege/contract/approvals/routes'
import { assignCases, getCase, openCase, takeCaseStep } from '@kerege/contract/cases/routes'
import { personConsents, withdrawConsent } from '@kerege/contract/consents/routes'
import { recipientKinds, tellable, widest } from '@kerege/contract/consents/recipients'
import type { RecordConsent } from '@kerege/contract/consents/schema'
import { mergePeople } from '@kerege/contract/people/duplicates/routes'
import { addRelation, endRelation } from '@kerege/contract/people/kinship/routes'
import { termsOf } from '@kerege/contract/profile/schema'
import { askErasure, makeHousehold, registerPerson } from '@kerege/contract/people/routes'
import { listTasks } from '@kerege/contract/tasks/routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { answer, dayFromNow, recordAnswer } from '../../testing/consents.ts'
import { contact, draft } from '../../testing/people.ts'
import { type Somebody, type World, world } from '../../testing/world.ts'
import { callAgain } from './calling.ts'

let w: World
let worker: Somebody
let lead: Somebody
let clock: Date | undefined
beforeAll(async () => {
  w = await world({ now: () => clock ?? new Date() })
  worker = await w.somebody('caseManager')
  lead = await w.somebody('supervisor')
})
afterAll(() => w.close())

const yearsAgo = (years: number, days = 0) => {
  const day = dayFromNow(days)
  return `${Number(day.slice(0, 4)) - years}${day.slice(4)}`
}
/** A person of the worker, a child of some years unless said otherwise. */
async function person(birth = yearsAgo(9, -40)): Promise<string> {
  const body = draft({ contact: contact({ birth: { precision: 'day', date: birth } }) })
  expect(await w.as(worker)(registerPerson, { body })).toMatchObject({ status: 201 })
  return body.id
}
const record = (personId: string, over: Partial<RecordConsent> = {}, who = worker) =>
  recordAnswer(w, who, personId, over)
const read = (personId: string, who = worker) => w.as(who)(personConsents, { params: { id: personId } })
const takeBack = (id: string, who = worker) =>
  w.as(who)(withdrawConsent, { params: { id }, body: { who: 'parent', why: 'She moved to another school' } })
const tasks = async (who = worker) =>
  (await w.as(who)(listTasks, { query: { of: 'mine', state: 'open', limit: 200 } })).body.rows
const codes = (reply: { body: unknown }) =>
  (reply.body as { faults?: { pointer: string; code: string }[] }).faults?.map(
    one => `${one.pointer} ${one.code}`,
  )

describe('an answer is refused', () => {
  test('to nobody, to roles without the verb, and to strangers as of nobody', async () => {
    const id = await person()
    expect(await w.as(null)(personConsents, { params: { id } })).toMatchObject({ status: 401 })
    for (const role of ['teacher', 'ngoWorker', 'administrator', 'receptionOfficer'] as const) {
      const who = await w.somebody(role)
      await w.grant(who, id, 'task')
      expect(await read(id, who)).toMatchObject({ status: 403, body: { code: 'not-allowed' } })
    }
    for (const role of ['nationalCoordinator', 'doctor', 'ombudsperson'] as const) {
      const who = await w.somebody(role)
      await w.grant(who, id, 'task')
      expect((await record(id, {}, who)).status).toBe(403)
      expect((await read(id, who)).status).toBe(200)
    }
    const stranger = await w.somebody('caseManager', await w.agency())
    for (const one of [id, newId()]) {
      expect(await read(one, stranger)).toMatchObject({ status: 404 })
      expect(await record(one, {}, stranger)).toMatchObject({ status: 404 })
    }
    // A colleague of the team hears how to reach the family; an answer is for who works with it.
    const colleague = await w.somebody('caseManager')
    expect((await record(id, {}, colleague)).status).toBe(404)
  })

  test('with all its faults at once', async () => {
    const id = await person()
    const bare = { purposes: [], recipients: [], classes: [], until: undefined, language: undefined }
    expect(codes(await record(id, bare))).toEqual(
      expect.arrayContaining([
        '/purposes required',
        '/recipients required',
        '/classes required',
        '/until required',
      ]),
    )
    expect(codes(await record(id, { classes: ['journey' as never] }))).toEqual(['/classes/0 not-valid'])
    expect(
      codes(
        await record(id, {
          givenBy: 'self',
          since: dayFromNow(3),
          until: dayFromNow(500),
          contacts: [newId()],
          documentId: newId(),
        }),
      ),
    ).toEqual(
      expect.arrayContaining([
        '/givenBy too-young-alone',
        '/since in-future',
        '/until too-long',
        '/contacts/0 not-found',
        '/documentId not-found',
      ]),
    )
    expect(codes(await record(id, { giver: { relationId: newId() } }))).toEqual([
      '/giver/relationId not-found',
    ])
    expect(codes(await record(await person('1990-01-05')))).toEqual(['/givenBy decides-alone'])
    expect(codes(await record(id, { kind: 'other-basis', givenBy: undefined }))).toEqual([
      '/basis required',
      '/basisWords required',
    ])
  })

  test('when it is taken back by a stranger, or by somebody who only reads', async () => {
    const id = await person()
    const made = await record(id)
    const stranger = await w.somebody('supervisor', await w.agency())
    expect((await takeBack(made.body.id, stranger)).status).toBe(404)
    expect((await takeBack(newId(), stranger)).status).toBe(404)
    expect((await takeBack(made.body.id, await w.somebody('nationalCoordinator'))).status).toBe(403)
    expect((await read(id)).body.rows).toMatchObject([{ effect: 'in-effect' }])
  })
})

describe('an answer', () => {
  test('is kept with what stands behind it, once however often it is sent, and its words by their sections', async () => {
    const id = await person()
    const one = answer({
      explainedWords: 'Түсіндірілген сөз',
      view: 'Баланың өз сөзі',
      evidenceNote: 'Folder 3',
    })
    for (let n = 0; n < 2; n += 1) {
      expect(await recordAnswer(w, worker, id, one)).toMatchObject({
        status: 201,
        body: { effect: 'in-effect' },
      })
    }
    expect((await read(id)).body).toMatchObject({
      rows: [{ id: one.id, explainedWords: 'Түсіндірілген сөз', view: 'Баланың өз сөзі', told: 0 }],
      word: 'carer',
      asked: true,
      longestMonths: 12,
      mayRecord: true,
    })
    // The child's view is not for the family's account, nor for who only opens the contact section.
    const family = await w.somebody('familyMember')
    await w.grant(family, id, 'own')
    const seen = (await read(id, family)).body.rows[0]
    expect(seen).toMatchObject({ explainedWords: 'Түсіндірілген сөз' })
    expect(seen).not.toHaveProperty('view')
    const oversight = await w.somebody('ombudsperson')
    await w.grant(oversight, id, 'task')
    expect(JSON.stringify((await read(id, oversight)).body)).not.toContain('сөз')
  })

  test('that is taken back stays readable, counts no more, and is taken back once', async () => {
    const id = await person()
    const made = await record(id)
    expect(await takeBack(made.body.id)).toMatchObject({
      status: 200,
      body: {
        effect: 'withdrawn',
        version: 2,
        withdrawn: { who: 'parent', why: 'She moved to another school' },
      },
    })
    expect(await takeBack(made.body.id)).toMatchObject({ status: 200, body: { version: 2 } })
  })

  test('never decides about help: a no answers the guard of the case as well as a yes', async () => {
    const id = await person()
    const caseId = newId()
    await w.as(worker)(openCase, { body: { id: caseId, personId: id, origin: 'walk-in' } })
    await w.as(lead)(assignCases, { body: { ids: [caseId], workerId: worker.accountId } })
    const home = { id: newId(), name: 'Үйлер', members: [{ personId: id, role: 'child' as const }] }
    await w.as(worker)(makeHousehold, { body: home })
    const step = (to: 'intake' | 'assessment') =>
      w.as(worker)(takeCaseStep, { params: { id: caseId }, body: { to } })
    expect((await step('intake')).status).toBe(200)
    expect(await step('assessment')).toMatchObject({ status: 409, body: { missing: ['consent'] } })
    await record(id, { kind: 'refusal', purposes: [], recipients: [], classes: [], until: undefined })
    expect((await w.as(worker)(getCase, { params: { id: caseId } })).body.next?.guards).toContainEqual({
      guard: 'consent',
      answer: 'met',
    })
    expect((await step('assessment')).status).toBe(200)
  })
})

describe('what stops an answer', () => {
  test('coming of age: it ends that day, and the worker is called in the morning, once', async () => {
    const id = await person(yearsAgo(18, 1))
    await record(id, { view: undefined })
    expect((await read(id)).body).toMatchObject({
      word: 'carer',
      adultFrom: dayFromNow(1),
      rows: [{ effect: 'in-effect' }],
    })
    await callAgain(w.running.node)
    expect((await tasks()).filter(one => one.subjectId === id)).toEqual([])
    clock = new Date(Date.now() + 36 * 3_600_000)
    try {
      // Before the program has called anybody it counts no more.
      expect((await read(id)).body).toMatchObject({ word: 'own', rows: [{ effect: 'came-of-age' }] })
      expect(await callAgain(w.running.node)).toBeGreaterThan(0)
      expect(await callAgain(w.running.node)).toBe(0)
    } finally {
      clock = undefined
    }
    expect((await tasks()).filter(one => one.subjectId === id)).toMatchObject([
      { kind: 'consent-came-of-age', owner: { id: worker.accountId } },
    ])
  })

  test('running out: asked again two weeks before, unless somebody asked already', async () => {
    const [id, again] = [await person(), await person()]
    await record(id, { until: dayFromNow(10) })
    await record(again, { until: dayFromNow(10) })
    await record(again)
    const { node } = w.running
    // Where a state asks again later, nobody is called yet.
    const caseTerms = { value: { ...termsOf(node.profile), askAgainDays: 5 }, verified: false }
    await callAgain({ ...node, profile: { ...node.profile, caseTerms } })
    expect((await tasks()).filter(one => one.subjectId === id)).toEqual([])
    await callAgain(node)
    await callAgain(node)
    const made = await tasks()
    expect(made.filter(one => one.subjectId === id).map(one => one.kind)).toEqual(['consent-runs-out'])
    expect(made.filter(one => one.subjectId === again)).toEqual([])
  })

  test('a guardian who decides for the child no longer', async () => {
    const id = await person()
    const relation = {
      id: newId(),
      kind: 'guardian' as const,
      basis: 'legal' as const,
      standing: 'claimed' as const,
      evidence: [],
      other: {
        who: 'outside' as const,
        outsiderId: newId(),
        name: 'Сәуле Көктемова',
        sex: 'female' as const,
        life: 'alive' as const,
      },
    }
    expect(await w.as(worker)(addRelation, { params: { id }, body: relation })).toMatchObject({ status: 201 })
    expect((await read(id)).body.carers).toMatchObject([{ relationId: relation.id, name: 'Сәуле Көктемова' }])
    const made = await record(id, { givenBy: 'guardian', giver: { relationId: relation.id } })
    expect(made.body).toMatchObject({ giverName: 'Сәуле Көктемова', effect: 'in-effect' })
    const other = await record(id, { givenBy: 'parent', giver: { name: 'Гүлнар' } })
    const ended = await w.as(worker)(
      endRelation,
      { params: { id, relationId: relation.id } as never, body: { why: 'guardianship-ended' } },
      { ifMatch: '"1"' },
    )
    expect(ended.status).toBe(200)
    const after = (await read(id)).body
    expect(after.rows.find(row => row.id === made.body.id)).toMatchObject({ effect: 'custody-ended' })
    expect(after.rows.find(row => row.id === other.body.id)).toMatchObject({ effect: 'in-effect' })
    expect(after.carers).toEqual([])
    expect((await tasks()).filter(one => one.subjectId === id).map(one => one.kind)).toEqual([
      'consent-custody-ended',
    ])
  })
})

test('two records that become one keep their answers, and an erased person leaves none', async () => {
  const [stays, joins] = [await person(), await person()]
  await record(joins, { explainedWords: 'Қосылғансөз' })
  const merged = await w.as(lead)(mergePeople, {
    body: { id: newId(), stays, staysVersion: 1, joins, joinsVersion: 1, reason: 'One of two lists' },
  })
  expect(merged.status).toBe(201)
  expect((await read(stays, lead)).body.rows).toMatchObject([{ explainedWords: 'Қосылғансөз' }])
  const asked = await w.as(lead)(askErasure, { params: { id: stays }, body: { reason: 'The family asked' } })
  const second = await w.somebody('supervisor')
  expect(
    await w.as(second)(
      decideApproval,
      { params: { id: asked.body.approvalId }, body: { verdict: 'approved' } },
      { ifMatch: '"1"' },
    ),
  ).toMatchObject({ status: 200 })
  for (const table of ['consents', 'words', 'calls']) {
    const left = await w.admin.query(`select 1 from consents.${table} where person_id = any ($1)`, [
      [stays, joins],
    ])
    expect(left.rowCount).toBe(0)
  }
})

test('the database draws the widest limits where the contract does', async () => {
  for (const kind of recipientKinds) {
    for (const part of [...tellable, 'journey'] as const) {
      const { rows } = await w.admin.query('select consents.may_tell($1, $2) as may', [kind, part])
      expect([kind, part, rows[0].may]).toEqual([
        kind,
        part,
        (widest[kind] as readonly string[]).includes(part),
      ])
    }
  }
})
