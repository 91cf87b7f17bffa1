/** Forms through the HTTP layer: refusals first, then a first talk by two people, a correction, and who is at work on what. */
import { giveBackLease, takeLease, takeOverLease } from '@kerege/contract/cases/leases'
import { assignCases, getCase, openCase, takeCaseStep } from '@kerege/contract/cases/routes'
import { makeAppointment } from '@kerege/contract/casework/appointmentRoutes'
import type { Answers } from '@kerege/contract/forms/answers'
import {
  beginForm,
  correctPage,
  discardForm,
  formDrafts,
  formSheet,
  getForm,
  handInForm,
  handOverForm,
  personForms,
  savePage,
} from '@kerege/contract/forms/routes'
import type { BeginForm } from '@kerege/contract/forms/schema'
import { askPaper } from '@kerege/contract/exports/routes'
import { mergePeople } from '@kerege/contract/people/duplicates/routes'
import { listNotices } from '@kerege/contract/notifications/routes'
import { registerPerson } from '@kerege/contract/people/routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { dispatch } from '../../platform/outbox.ts'
import { dayFromNow } from '../../testing/consents.ts'
import { draft } from '../../testing/people.ts'
import { type Somebody, type World, world } from '../../testing/world.ts'
import { noticeEvents } from '../notifications/index.ts'

let w: World
let worker: Somebody
let lead: Somebody
let doctor: Somebody
let now = new Date()
beforeAll(async () => {
  w = await world({ now: () => now })
  worker = await w.somebody('caseManager')
  lead = await w.somebody('supervisor')
  doctor = await w.somebody('doctor')
})
afterAll(() => w.close())

/** A child of the worker, with whom the doctor works for now. */
async function child(): Promise<string> {
  const body = draft()
  expect(await w.as(worker)(registerPerson, { body })).toMatchObject({ status: 201 })
  await w.grant(doctor, body.id, 'task')
  return body.id
}
const begin = (who: Somebody, personId: string, over: Partial<BeginForm> = {}) =>
  w.as(who)(beginForm, { params: { id: personId }, body: { id: newId(), step: 'intake', ...over } })
const read = (who: Somebody, id: string) => w.as(who)(getForm, { params: { id } })
const list = (who: Somebody, id: string) => w.as(who)(personForms, { params: { id } })
const save = (who: Somebody, id: string, page: string, answers: Answers, seen = 0) =>
  w.as(who)(savePage, { params: { id, page }, body: { answers, seen } })
const handIn = (who: Somebody, id: string, seen: number) =>
  w.as(who)(handInForm, { params: { id }, body: { seen } })
const correct = (who: Somebody, id: string, page: string, answers: Answers, seen: number) =>
  w.as(who)(correctPage, {
    params: { id, page },
    body: { answers, seen, reason: 'The mother told it otherwise today' },
  })
const pageIn = (body: Awaited<ReturnType<typeof read>>['body'], page: string) =>
  body.pages.find(one => one.page === page)

const whole: Readonly<Record<string, Answers>> = {
  arrival: { told: 'Үйге келді', stay: 'relatives', needs: ['clothes'] },
  household: { livesWith: ['mother', 'siblings'], members: [{ who: 'Апа', kin: 'grandparent', age: 61 }] },
  child: { asked: 'with-carer', wants: 'Мектепке барғысы келеді', safe: 'yes' },
  school: { place: 'no-place', hinders: ['papers'] },
  papers: { missing: ['birth-certificate'] },
  sharing: { explained: 'yes' },
}
/** A first talk with all pages of the worker, not yet handed in. */
async function filled(personId: string) {
  const { body } = await begin(worker, personId)
  let version = body.version
  for (const [page, answers] of Object.entries(whole)) {
    const saved = await save(worker, body.id, page, answers)
    expect(saved).toMatchObject({ status: 200 })
    version = saved.body.version
  }
  return { id: body.id, version }
}

describe('forms are refused', () => {
  test('to nobody, and to roles without the verb', async () => {
    const personId = await child()
    expect(await w.as(null)(personForms, { params: { id: personId } })).toMatchObject({ status: 401 })
    for (const role of ['nationalCoordinator', 'ngoWorker', 'ombudsperson', 'familyMember'] as const) {
      const who = await w.somebody(role)
      await w.grant(who, personId, 'task')
      expect(await list(who, personId)).toMatchObject({ status: 403, body: { code: 'not-allowed' } })
    }
  })

  test('a stranger’s like one that is not there', async () => {
    const { id, version } = await filled(await child())
    const other = await w.somebody('caseManager', await w.agency())
    const desk = { desk: newId() }
    for (const one of [id, newId()]) {
      expect(await read(other, one)).toMatchObject({ status: 404, body: { code: 'not-found' } })
      expect(await save(other, one, 'arrival', {})).toMatchObject({ status: 404 })
      expect(await handIn(other, one, version)).toMatchObject({ status: 404 })
      expect(await correct(other, one, 'arrival', {}, 1)).toMatchObject({ status: 404 })
      expect(await w.as(other)(discardForm, { params: { id: one } })).toMatchObject({ status: 404 })
      expect(await w.as(other)(takeLease, { params: { kind: 'form', id: one }, body: desk })).toMatchObject({
        status: 404,
        body: { code: 'not-found' },
      })
    }
    expect(await begin(other, await child())).toMatchObject({ status: 404 })
    // Their own form with an id that is somebody else's: as if it could not be seen.
    const theirs = draft()
    expect(await w.as(other)(registerPerson, { body: theirs })).toMatchObject({ status: 201 })
    expect(await begin(other, theirs.id, { id })).toMatchObject({ status: 404 })
  })

  test('pages of sections that are shut, and pages that no form has', async () => {
    const personId = await child()
    const { id } = await filled(personId)
    const seen = (await read(doctor, id)).body
    // The doctor reads how to reach the family, and health.
    expect(seen.pages.map(one => one.page)).toEqual(['health', 'sharing'])
    expect(JSON.stringify(seen)).not.toContain('Мектепке')
    expect(seen).not.toHaveProperty('caseId')
    expect(await save(doctor, id, 'child', { wants: 'x' })).toMatchObject({ status: 404 })
    expect(await save(doctor, id, 'sharing', {}, 1)).toMatchObject({
      status: 403,
      body: { code: 'not-yours' },
    })
    expect(await save(worker, id, 'health', {})).toMatchObject({ status: 403 })
    expect(await save(worker, id, 'none', {})).toMatchObject({ status: 404 })
    const psychologist = await w.somebody('psychologist')
    await w.grant(psychologist, personId, 'task')
    expect((await list(psychologist, personId)).body).toMatchObject({ mayBegin: [] })
    expect(await begin(psychologist, personId)).toMatchObject({
      status: 422,
      body: { faults: [{ pointer: '/step', code: 'not-found' }] },
    })
  })

  test('what does not fit at once, and what is missing only when it is handed in', async () => {
    const { body } = await begin(worker, await child())
    expect(await save(worker, body.id, 'arrival', { stay: 'castle', none: 'x' })).toMatchObject({
      status: 422,
      body: {
        faults: [
          { pointer: '/answers/none', code: 'not-found' },
          { pointer: '/answers/stay', code: 'not-valid' },
        ],
      },
    })
    const kept = await save(worker, body.id, 'arrival', { stay: 'nowhere' })
    expect(kept).toMatchObject({ status: 200, body: { state: 'draft', version: 2 } })
    expect(await handIn(worker, body.id, 1)).toMatchObject({ status: 412, body: { code: 'stale-version' } })
    const refused = await handIn(worker, body.id, 2)
    expect(refused).toMatchObject({ status: 422 })
    const { faults } = refused.body as unknown as { faults: { pointer: string }[] }
    expect(faults.map(one => one.pointer)).toEqual([
      '/arrival/told',
      '/arrival/tonight',
      '/arrival/needs',
      '/household/livesWith',
      '/child/asked',
      '/child/safe',
      '/school/place',
      '/papers/missing',
      '/sharing/explained',
    ])
  })
})

describe('a form', () => {
  test('is told in every language, in versions that are asked no more', async () => {
    const sheet = (language: 'kk' | 'uz', version: number) =>
      w.as(worker)(formSheet, { params: { form: 'visit', version }, query: { language } })
    expect((await sheet('kk', 2)).body).toMatchObject({ title: 'Үйге бару', version: 2 })
    expect((await sheet('uz', 1)).body.pages).toHaveLength(2)
    expect(await sheet('kk', 9)).toMatchObject({ status: 404 })
  })

  test('is handed in by one, gets its page of health from another, and is corrected beside what stood there', async () => {
    const personId = await child()
    const { id, version } = await filled(personId)
    expect(await correct(worker, id, 'child', whole['child'] ?? {}, 1)).toMatchObject({
      status: 409,
      body: { code: 'form-open' },
    })
    expect(await handIn(worker, id, version)).toMatchObject({ status: 200, body: { state: 'handed-in' } })
    expect(await handIn(worker, id, 1)).toMatchObject({ status: 200, body: { state: 'handed-in' } })
    expect(await save(worker, id, 'child', {}, 1)).toMatchObject({
      status: 409,
      body: { code: 'form-handed-in' },
    })
    expect(await w.as(worker)(discardForm, { params: { id } })).toMatchObject({ status: 409 })
    expect(await save(doctor, id, 'health', {})).toMatchObject({ status: 422 })
    expect(await save(doctor, id, 'health', { urgent: 'yes', urgentWords: 'Teeth' })).toMatchObject({
      status: 200,
    })
    const { body } = await correct(
      worker,
      id,
      'child',
      { asked: 'alone', wants: 'Достарын', safe: 'no', safeWords: 'Есік' },
      1,
    )
    expect(body).toMatchObject({ state: 'corrected', handedBy: { id: worker.accountId } })
    expect(pageIn(body, 'child')).toMatchObject({
      version: 2,
      now: { edition: 2, answers: { wants: 'Достарын' }, reason: 'The mother told it otherwise today' },
      earlier: [{ edition: 1, answers: { wants: 'Мектепке барғысы келеді' } }],
    })
    expect(await correct(worker, id, 'child', {}, 2)).toMatchObject({ status: 422 })
    expect(await correct(worker, id, 'child', whole['child'] ?? {}, 1)).toMatchObject({
      status: 412,
      body: { code: 'stale-version' },
    })
    expect(pageIn((await read(worker, id)).body, 'health')).toMatchObject({
      mayWrite: false,
      now: { answers: { urgentWords: 'Teeth' } },
    })
  })

  test('of two who save one page the second is told, and loses nothing', async () => {
    const personId = await child()
    const { id } = await filled(personId)
    await w.grant(lead, personId, 'own')
    const both = await Promise.all([
      save(worker, id, 'arrival', { ...whole['arrival'], told: 'Бірінші' }, 1),
      save(lead, id, 'arrival', { ...whole['arrival'], told: 'Екінші' }, 1),
    ])
    expect(both.map(one => one.status).toSorted()).toEqual([200, 412])
    expect(pageIn((await read(worker, id)).body, 'arrival')?.version).toBe(2)
    // On other pages they do not meet.
    expect(await save(lead, id, 'household', whole['household'] ?? {}, 1)).toMatchObject({ status: 200 })
    // A colleague wrote on it: whoever began it does not throw it away any more.
    expect(await w.as(worker)(discardForm, { params: { id } })).toMatchObject({ status: 403 })
  })

  test('is handed to a colleague who writes there, is found by them, and opens nothing to anybody', async () => {
    const personId = await child()
    const { id, version } = await filled(personId)
    const give = (who: Somebody, accountId: string, seen = version, one = id) =>
      w.as(who)(handOverForm, { params: { id: one }, body: { accountId, seen } })
    const drafts = async (who: Somebody) => (await w.as(who)(formDrafts, {})).body.rows.map(row => row.id)
    const colleague = await w.somebody('caseManager')
    const stranger = await w.somebody('caseManager', await w.agency())
    const psychologist = await w.somebody('psychologist')
    await w.grant(psychologist, personId, 'task')
    // Without the verb; unseen; to somebody who reads how to reach the family, and none of what is asked; to nobody.
    expect((await give(await w.somebody('nationalCoordinator'), worker.accountId)).status).toBe(403)
    for (const one of [id, newId()])
      expect((await give(stranger, worker.accountId, version, one)).status).toBe(404)
    expect((await give(worker, doctor.accountId, 1)).body.code).toBe('stale-version')
    for (const whom of [colleague.accountId, stranger.accountId, psychologist.accountId, newId()])
      expect(await give(worker, whom)).toMatchObject({
        status: 422,
        body: { faults: [{ pointer: '/accountId', code: 'owner-cannot-see' }] },
      })
    expect(await drafts(colleague)).toEqual([])

    await w.grant(colleague, personId, 'own')
    const given = await give(worker, colleague.accountId)
    expect(given.body).toMatchObject({
      with: { id: colleague.accountId },
      given: { by: { id: worker.accountId } },
      mayDiscard: false,
    })
    expect((await give(worker, colleague.accountId)).body.version).toBe(given.body.version)
    expect(await drafts(colleague)).toContain(id)
    expect(await drafts(worker)).not.toContain(id)
    await dispatch(w.running.node.pool, noticeEvents, (_, error) => {
      throw error
    })
    const { rows } = (await w.as(colleague)(listNotices, { query: { limit: 50 } as never })).body
    expect(rows.filter(row => row.topic === 'form.handed-over').map(row => row.params)).toEqual([
      { formId: id, personId },
    ])
    expect(await w.as(worker)(discardForm, { params: { id } })).toMatchObject({ status: 403 })
    // What the file opens decides, and not with whom the draft lies.
    await w.admin.query('update access.grants set valid_to = now() where account_id = $1', [
      colleague.accountId,
    ])
    expect(await drafts(colleague)).toEqual([])
    // Of the team's own, how to reach the family is all that they read still.
    expect((await read(colleague, id)).body.pages.map(one => one.page)).toEqual(['sharing'])
    const done = await handIn(worker, id, given.body.version)
    expect(done.body).toMatchObject({ state: 'handed-in' })
    expect(done.body).not.toHaveProperty('with')
    expect((await give(worker, doctor.accountId, done.body.version)).body.code).toBe('form-handed-in')
  })

  test('is begun once, and thrown away by who began it', async () => {
    const personId = await child()
    const body = { id: newId(), step: 'intake' as const }
    const first = await begin(worker, personId, body)
    expect(first).toMatchObject({ status: 201, body: { id: body.id, form: 'intake', formVersion: 1 } })
    expect(await begin(worker, personId, body)).toMatchObject({ status: 201, body: { id: body.id } })
    expect((await begin(worker, personId)).body.id).toBe(body.id)
    expect((await begin(worker, personId, { step: 'visit' })).body.id).not.toBe(
      (await begin(worker, personId, { step: 'visit' })).body.id,
    )
    expect(await w.as(worker)(discardForm, { params: { id: body.id } })).toMatchObject({ status: 200 })
    expect((await list(worker, personId)).body.rows).toHaveLength(2)
  })

  test('belongs to a visit of the same person', async () => {
    const [personId, other] = [await child(), await child()]
    const appointment = {
      id: newId(),
      compartment: 'social' as const,
      kind: 'visit' as const,
      day: dayFromNow(0),
      time: '09:30',
      minutes: 60,
    }
    expect(
      await w.as(worker)(makeAppointment, { params: { id: personId }, body: appointment }),
    ).toMatchObject({ status: 201 })
    const about = { kind: 'appointment' as const, id: appointment.id }
    expect((await list(worker, personId)).body.abouts).toMatchObject([about])
    expect(await begin(worker, personId, { step: 'visit', about })).toMatchObject({
      status: 201,
      body: { about },
    })
    for (const [id, step] of [
      [other, 'visit'],
      [personId, 'review'],
    ] as const)
      expect(await begin(worker, id, { step, about })).toMatchObject({
        status: 422,
        body: { faults: [{ pointer: '/about/id', code: 'not-found' }] },
      })
  })

  test('of the first talk is advised before the needs are looked at, and holds nobody up', async () => {
    const personId = await child()
    const caseId = newId()
    expect(await w.as(worker)(openCase, { body: { id: caseId, personId, origin: 'walk-in' } })).toMatchObject(
      { status: 201 },
    )
    await w.as(lead)(assignCases, { body: { ids: [caseId], workerId: worker.accountId } })
    const one = () => w.as(worker)(getCase, { params: { id: caseId } })
    expect(
      await w.as(worker)(takeCaseStep, { params: { id: caseId }, body: { to: 'intake' } }),
    ).toMatchObject({
      status: 200,
      body: { next: { advised: [{ guard: 'intake-form', answer: 'missing' }] } },
    })
    expect((await list(worker, personId)).body).toMatchObject({ next: 'intake' })
    const { id, version } = await filled(personId)
    await handIn(worker, id, version)
    expect((await one()).body.next?.advised).toEqual([{ guard: 'intake-form', answer: 'met' }])
    expect((await list(worker, personId)).body).toMatchObject({
      next: 'visit',
      rows: [{ state: 'handed-in' }],
    })
  })

  test('is printed as it was answered, and empty in another language', async () => {
    const { id } = await filled(await child())
    for (const [of, query] of [
      ['form', { formId: id }],
      ['form-empty', { step: 'review' }],
    ] as const) {
      const paper = { of, format: 'docx', language: 'tg', reason: 'The family asked for it' } as const
      const ticket = await w.as(worker)(askPaper, { body: { ...paper, query } })
      const file = await w.raw(ticket.body.url, {}, worker)
      expect([file.status, (await file.arrayBuffer()).byteLength > 2000]).toEqual([200, true])
    }
    // The doctor prints what is open to them.
    const asked = await w.as(doctor)(askPaper, {
      body: { of: 'form', format: 'pdf', language: 'kk', reason: 'For the file', query: { formId: newId() } },
    })
    const none = await w.raw(asked.body.url, {}, doctor)
    await none.arrayBuffer()
    expect(none.status).toBe(404)
  })

  test('moves when two records become one, and goes when the person is erased', async () => {
    const [stays, joins] = [await child(), await child()]
    const { id } = await filled(joins)
    await w.as(worker)(takeLease, { params: { kind: 'form', id }, body: { desk: newId() } })
    const merger = await w.somebody('supervisor')
    for (const one of [stays, joins]) await w.grant(merger, one, 'own')
    const merged = await w.as(merger)(mergePeople, {
      body: {
        ...{ id: newId(), stays, joins, staysVersion: 1, joinsVersion: 1 },
        ...{ choices: {}, reason: 'The same birth certificate' },
      },
    })
    expect(merged).toMatchObject({ status: 201 })
    expect((await list(worker, stays)).body.rows.map(row => row.id)).toContain(id)
    expect(pageIn((await read(worker, id)).body, 'arrival')?.now?.answers).toMatchObject({
      stay: 'relatives',
    })
    await w.admin.query('delete from people.persons where id = any ($1)', [[stays, joins]])
    for (const table of ['forms.forms', 'forms.pages', 'cases.leases']) {
      const left = await w.admin.query(`select 1 from ${table} where person_id = any ($1)`, [[stays, joins]])
      expect(left.rowCount).toBe(0)
    }
  })
})

describe('who is at work', () => {
  const at = (who: Somebody, id: string, desk: string) =>
    w.as(who)(takeLease, { params: { kind: 'form', id }, body: { desk } })

  test('is said to the others, ends by itself, and is taken over with a click', async () => {
    const personId = await child()
    const { id } = await filled(personId)
    await w.grant(lead, personId, 'own')
    const [one, two, three] = [newId(), newId(), newId()]
    expect((await at(worker, id, one)).body).toEqual({ mine: true })
    const since = now.toISOString()
    expect((await at(lead, id, two)).body).toEqual({
      mine: false,
      holder: { name: worker.name, since, self: false },
    })
    // On another page of one's own, too.
    expect((await at(worker, id, three)).body).toMatchObject({ mine: false, holder: { self: true } })
    const over = await w.as(lead)(takeOverLease, { params: { kind: 'form', id }, body: { desk: two } })
    expect(over.body).toEqual({ mine: true })
    // The other is told when they say that they are still there.
    expect((await at(worker, id, one)).body).toMatchObject({ mine: false, holder: { name: lead.name } })
    await w.as(worker)(giveBackLease, { params: { kind: 'form', id }, body: { desk: one } })
    expect((await at(worker, id, one)).body).toMatchObject({ mine: false })
    const before = now
    now = new Date(now.getTime() + 6 * 60_000)
    expect((await at(worker, id, one)).body).toEqual({ mine: true })
    await w.as(worker)(giveBackLease, { params: { kind: 'form', id }, body: { desk: one } })
    expect((await at(lead, id, two)).body).toEqual({ mine: true })
    now = before
  })
})
