/** From a lesson written at a node to a draft in the library of the hub: two whole nodes that meet by HTTP only. */
import { decideApproval } from '@kerege/contract/approvals/routes'
import { lessonPath, lessonType } from '@kerege/contract/exchange/lesson'
import { takeLesson } from '@kerege/contract/exchange/routes'
import { practiceNeeds, takeOver } from '@kerege/contract/practices/review/routes'
import { getPractice } from '@kerege/contract/practices/record/routes'
import { assignCases, openCase } from '@kerege/contract/cases/routes'
import {
  caseLessons,
  lessonOffer,
  lessonOffers,
  offerCaseLesson,
  offerLessons,
} from '@kerege/contract/lessons/routes'
import { makeHousehold, registerPerson } from '@kerege/contract/people/routes'
import { makeOperation, writeLeg } from '@kerege/contract/repatriation/operations/routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { contact, cyrillicName, draft } from '../../testing/people.ts'
import { type Somebody, type World, world } from '../../testing/world.ts'
import { keyText, logKey, signBody } from '../audit/index.ts'
import { sendLessons } from '../exchange/index.ts'
import { type Library, library } from '../practices/testing/library.ts'

let hub: Library
let w: World
let lead: Somebody
let coordinator: Somebody
let away = false
const sent: string[] = []
// The database counts the term of a request by its own clock.
let clock = Date.now()
const now = () => new Date(clock)
const id = newId()
const params = { id }

beforeAll(async () => {
  const memberNodes: { party: string; key: string }[] = []
  hub = await library({ now, memberNodes })
  w = await world({
    now,
    hub: {
      url: 'http://hub.test',
      key: keyText(logKey('kerege.kz', hub.w.running.node.keys.log)),
      everySeconds: 300,
    },
    hubFetcher: (async (url: string, init?: RequestInit) => {
      if (away) throw new Error('no line')
      sent.push(String(init?.body))
      return hub.w.raw(url.slice('http://hub.test'.length), init)
    }) as typeof fetch,
  })
  memberNodes.push({ party: 'KZ', key: keyText(nodeKey()) })
  lead = await w.somebody('operationLead')
  coordinator = await w.somebody('nationalCoordinator')
  await w.as(lead)(makeOperation, { body: { id, name: 'Көктем самалы', fromCountry: 'SY' } })
  const leg = { ordinal: 1, kind: 'land' as const, fromPlace: 'Қамысты', toPlace: 'Centre', vehicle: 'Bus 1' }
  await w.as(lead)(writeLeg, { params: { ...params, legId: newId() }, body: leg })
}, 120_000)
afterAll(async () => {
  await w.close()
  await hub.w.close()
})

const nodeKey = () => logKey('kerege.kz', w.running.node.keys.log)
const texts = {
  title: 'Interpreters on every bus',
  summary: 'Two interpreters a bus let families ask before they are asked.',
  problem: 'People were led past each other for hours.',
  steps: 'Ask for languages a week before.\nName one interpreter a bus.',
}
const body = (over: object = {}) => ({
  id: newId(),
  language: 'en' as const,
  texts,
  reason: 'Other states prepare the same journey',
  ...over,
})
const offers = async (who = lead) => (await w.as(who)(lessonOffers, { params })).body.rows
async function send() {
  const { node } = w.running
  if (!node.hub) throw new Error('no hub')
  return sendLessons(node, node.hub)
}

describe('is refused', () => {
  test('to who does not lead, and for an operation that is not open', async () => {
    const officer = await w.somebody('receptionOfficer')
    expect(await w.as(officer)(offerLessons, { params, body: body() })).toMatchObject({ status: 403 })
    const far = await w.somebody('operationLead', await w.agency())
    for (const one of [id, newId()]) {
      const reply = await w.as(far)(offerLessons, { params: { id: one }, body: body() })
      expect(reply).toMatchObject({ status: 404, body: { code: 'not-found' } })
    }
  })

  test('with the name of the operation or of a place, a number of a person, or a word that labels', async () => {
    const reply = await w.as(lead)(offerLessons, {
      params,
      body: body({
        texts: {
          title: 'After Көктем самалы',
          summary: 'What terrorist wives need first',
          problem: 'In Қамысты the bus waited.',
          steps: 'Call +7 701 000 00 11.',
        },
      }),
    })
    expect(reply.status).toBe(422)
    const { faults } = reply.body as unknown as { faults: { pointer: string }[] }
    expect(faults.map(one => one.pointer)).toEqual(['/texts/steps'])
    const rest = body({
      texts: {
        ...texts,
        title: 'After Көктем самалы',
        summary: 'What terrorist wives need first',
        problem: 'In Қамысты the bus waited.',
      },
    })
    expect((await w.as(lead)(offerLessons, { params, body: rest })).body).toMatchObject({
      faults: [
        { pointer: '/texts/title', code: 'names-operation' },
        { pointer: '/texts/summary', code: 'kept-back' },
        { pointer: '/texts/problem', code: 'names-operation' },
      ],
    })
    expect(await offers()).toEqual([])
  })

  test('by the hub, when nobody signed it or a node did not look', async () => {
    const lesson = { type: lessonType, id: newId(), language: 'en', texts, on: '2026-11-26' }
    const stranger = logKey('kerege.kz', Buffer.alloc(32, 7))
    const labels = { ...lesson, texts: { ...texts, summary: 'What terrorist wives need first' } }
    const tell = (key: typeof stranger, what: object) =>
      hub.w.as(null)(takeLesson, { body: signBody(key, lessonType, JSON.stringify(what)) })
    expect(await tell(stranger, lesson)).toMatchObject({ status: 403, body: { code: 'signature-unknown' } })
    expect(await tell(nodeKey(), labels)).toMatchObject({ status: 422 })
  })
})

test('is let go by a second person, waits for the hub, and is a draft of that state', async () => {
  const offered = body()
  const reply = await w.as(lead)(offerLessons, { params, body: offered })
  expect(reply).toMatchObject({ status: 201, body: { rows: [{ state: 'asked', texts }] } })
  // Sent again, it is one offer; and nothing leaves while nobody has agreed.
  await w.as(lead)(offerLessons, { params, body: offered })
  const [one] = await offers(coordinator)
  expect(await send()).toBe(0)
  expect(sent).toEqual([])
  const decide = (who: Somebody) =>
    w.as(who)(
      decideApproval,
      { params: { id: one?.approvalId ?? '' }, body: { verdict: 'approved' } },
      { ifMatch: '"1"' },
    )
  expect((await decide(lead)).status).toBe(403)
  expect((await decide(coordinator)).status).toBe(200)
  expect(await offers()).toMatchObject([{ state: 'on-its-way' }])

  away = true
  expect(await send()).toBe(0)
  away = false
  clock += 2 * 3_600_000
  expect(await send()).toBe(1)
  expect(await send()).toBe(0)
  expect(await offers()).toMatchObject([{ state: 'at-the-hub' }])
  // Nothing of the operation is in what left.
  const wire = sent.join()
  expect(sent).toHaveLength(1)
  expect(wire).toContain('Interpreters on every bus')
  for (const word of ['Көктем', 'Қамысты', id, lead.accountId, lead.name, 'Other states prepare']) {
    expect(wire).not.toContain(word)
  }

  const delegate = await hub.of('KZ', 'delegate')
  const other = await hub.of('UZ', 'delegate')
  const needs = await hub.w.as(delegate)(practiceNeeds, {})
  expect(JSON.stringify(needs.body)).toContain(offered.id)
  const read = (who: Somebody) => hub.w.as(who)(getPractice, { params: { id: offered.id } })
  expect((await read(other)).status).toBe(404)
  expect((await read(delegate)).body).toMatchObject({
    state: 'draft',
    country: 'KZ',
    origin: 'operation-lesson',
    awaitsState: true,
    working: { texts: { title: { en: { text: texts.title } }, steps: { en: { text: texts.steps } } } },
  })
  const over = await hub.w.as(delegate)(takeOver, { params: { id: offered.id } })
  expect(over.body).toMatchObject({ mine: true, origin: 'operation-lesson' })
  // The same word again is known, whatever became of the draft.
  const again = JSON.parse(sent[0] ?? '{}') as Parameters<typeof signBody>
  const raw = await hub.w.raw(`/api${lessonPath}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-kerege': '1' },
    body: JSON.stringify(again),
  })
  expect([raw.status, await raw.json()]).toEqual([201, { result: 'known' }])
})

describe('of a closed case', () => {
  const family = newId()
  const sibling = newId()
  let worker: Somebody
  let supervisor: Somebody
  const caseId = newId()
  const about = { id: caseId }
  const told = {
    ...texts,
    title: 'A place in class before the summer',
    problem: 'The school had no place in the middle of the year.',
    steps: 'Ask two schools.\nSit in on one lesson.',
    results: 'School began on the first day of the next term.',
  }
  const facts = { domains: ['education' as const], settings: ['school' as const], ages: { from: 7, to: 12 } }
  const lesson = (over: object = {}) => ({ ...body(), texts: told, facts, ...over })
  const stands = (state: string) =>
    w.admin.query('update cases.cases set state = $2 where id = $1', [caseId, state])

  beforeAll(async () => {
    worker = await w.somebody('caseManager')
    supervisor = await w.somebody('supervisor')
    for (const [id, name] of [
      [family, ['Мөлдірова', 'Айсәуле']],
      [sibling, ['Мөлдірова', 'Ержігіт']],
    ] as const) {
      const one = { ...draft(), id, contact: contact({ names: [cyrillicName(name[0], name[1])] }) }
      expect((await w.as(supervisor)(registerPerson, { body: one })).status).toBe(201)
    }
    const members = [family, sibling].map(personId => ({ personId, role: 'child' as const }))
    await w.as(supervisor)(makeHousehold, { body: { id: newId(), name: 'Мөлдіровтар', members } })
    await w.as(supervisor)(openCase, { body: { id: caseId, personId: family, origin: 'walk-in' } })
    await w.as(supervisor)(assignCases, { body: { ids: [caseId], workerId: worker.accountId } })
  })

  test('is refused while the case goes on, to who does not work with the family, and for a case that is not open', async () => {
    const early = await w.as(worker)(offerCaseLesson, { params: about, body: lesson() })
    expect(early).toMatchObject({ status: 409, body: { code: 'case-cannot' } })
    await stands('follow-up')
    const far = await w.somebody('caseManager', await w.agency())
    for (const id of [caseId, newId()]) {
      const reply = await w.as(far)(offerCaseLesson, { params: { id }, body: lesson() })
      expect(reply).toMatchObject({ status: 404, body: { code: 'not-found' } })
    }
    const near = await w.somebody('caseManager')
    expect(await w.as(near)(offerCaseLesson, { params: about, body: lesson() })).toMatchObject({
      status: 403,
      body: { code: 'not-yours' },
    })
    expect((await w.as(coordinator)(offerCaseLesson, { params: about, body: lesson() })).status).toBe(403)
  })

  test('is kept back with a name of the family in any letters, a place, a label, or without what it is about', async () => {
    const reply = await w.as(worker)(offerCaseLesson, {
      params: about,
      body: lesson({
        texts: {
          ...told,
          summary: 'Айсәулеге сыныптан орын керек болды.',
          problem: 'We called on Moldirova at home.',
          results: 'Nobody said terrorist wives any more.',
        },
      }),
    })
    expect(reply.body).toMatchObject({
      faults: [
        { pointer: '/texts/summary', code: 'names-family' },
        { pointer: '/texts/problem', code: 'names-family' },
        { pointer: '/texts/results', code: 'kept-back' },
      ],
    })
    const bare = lesson({ facts: { ...facts, domains: [] } })
    expect((await w.as(worker)(offerCaseLesson, { params: about, body: bare })).body).toMatchObject({
      faults: [{ pointer: '/facts/domains' }],
    })
    expect((await w.as(worker)(caseLessons, { params: about })).body).toEqual({ rows: [], mayOffer: true })
  })

  test('is let go by a second person, who reads the texts and not whose they are, and is a draft with what it is about', async () => {
    const offered = lesson()
    const reply = await w.as(worker)(offerCaseLesson, { params: about, body: offered })
    expect(reply).toMatchObject({ status: 201, body: { rows: [{ state: 'asked', texts: told, facts }] } })
    expect(await send()).toBe(0)
    const seen = await w.as(coordinator)(lessonOffer, { params: { id: offered.id } })
    expect(seen.body).toMatchObject({ texts: told, facts })
    expect(JSON.stringify(seen.body)).not.toContain(caseId)
    const stranger = await w.somebody('caseManager', await w.agency())
    expect((await w.as(stranger)(lessonOffer, { params: { id: offered.id } })).status).toBe(404)
    const decided = await w.as(coordinator)(
      decideApproval,
      { params: { id: seen.body.approvalId ?? '' }, body: { verdict: 'approved' } },
      { ifMatch: '"1"' },
    )
    expect(decided.status).toBe(200)
    const before = sent.length
    expect(await send()).toBe(1)
    for (const word of [caseId, family, worker.accountId, worker.name, 'Мөлдір', 'Other states prepare']) {
      expect(sent.slice(before).join()).not.toContain(word)
    }
    const delegate = await hub.of('KZ', 'delegate')
    expect((await hub.w.as(delegate)(getPractice, { params: { id: offered.id } })).body).toMatchObject({
      state: 'draft',
      origin: 'case-lesson',
      awaitsState: true,
      working: {
        texts: { title: { en: { text: told.title } }, results: { en: { text: told.results } } },
        facts: { domains: ['education'], settings: ['school'], ages: { from: 7, to: 12 } },
      },
    })
    // What is kept here goes with the case; the draft stays.
    await w.admin.query('delete from cases.cases where id = $1', [caseId])
    expect((await w.admin.query('select 1 from lessons.offers where id = $1', [offered.id])).rowCount).toBe(0)
  })
})
