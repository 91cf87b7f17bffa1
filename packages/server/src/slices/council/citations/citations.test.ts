/** Citations of practices, through HTTP: who cites, what readers of either end find, and what a retraction does to them. */
import { citePractice, dropCitation, listCitations } from '@kerege/contract/council/citations/routes'
import type { CitingKind } from '@kerege/contract/council/citations/schema'
import { makeAction } from '@kerege/contract/council/actionRoutes'
import { adoptDecision, draftDecision, putDecision } from '@kerege/contract/council/decisionRoutes'
import { listNotices } from '@kerege/contract/notifications/routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import { dispatch } from '../../../platform/outbox.ts'
import type { Somebody } from '../../../testing/world.ts'
import { type Library, library, practiceContent } from '../../practices/testing/library.ts'
import { noticeEvents } from '../../notifications/index.ts'
import { type Hub, hub, planned, said } from '../testing/hub.ts'
import { tellAuthors } from './telling.ts'

let h: Hub
let l: Library
let author: Somebody
let delegate: Somebody
let practitioner: Somebody
const as = (who: Somebody | null) => h.w.as(who)

beforeAll(async () => {
  h = await hub()
  l = await library({}, h.w)
  author = await l.of('TJ')
  delegate = await h.delegate('KG')
  practitioner = await l.of('UZ')
}, 60_000)
afterAll(() => h.w.close())

const drafted = async () => {
  const body = {
    id: newId(),
    bodyId: h.council,
    title: said('Grades by what a child knows'),
    texts: said('States may'),
  }
  await as(h.secretariat)(draftDecision, { body })
  return body.id
}
const adopted = async () => {
  const id = await drafted()
  await as(h.chair)(putDecision, { params: { id }, body: { way: 'room', basedOn: 1 } })
  const { body } = await as(h.chair)(adoptDecision, { params: { id }, body: { basedOn: 2 } })
  return { id, symbol: body.symbol ?? '' }
}
const cite = (who: Somebody | null, practiceId: string, kind: CitingKind, id: string, more: object = {}) =>
  as(who)(citePractice, { body: { id: newId(), practiceId, source: { kind, id }, ...more } })
const cited = async (who: Somebody, query: object) =>
  (await as(who)(listCitations, { query })).body.rows.map(row => [row.practice.id, row.source.id])

describe('nobody cites', () => {
  test('who does not prepare the Council’s work; what is not there, twice, or retracted', async () => {
    const { id } = await l.published(author)
    const decision = await drafted()
    expect((await cite(null, id, 'decision', decision)).body.code).toBe('not-signed-in')
    for (const who of [delegate, practitioner]) {
      expect((await cite(who, id, 'decision', decision)).body.code).toBe('not-allowed')
    }
    expect((await cite(h.secretariat, id, 'decision', newId())).body).toMatchObject({
      faults: [{ pointer: '/source/id', code: 'not-found' }],
    })
    const draft = (await l.published(author, { audience: 'state' })).id
    for (const absent of [newId(), draft]) {
      expect((await cite(await h.w.somebody('chair'), absent, 'decision', decision)).status).toBe(
        absent === draft ? 201 : 422,
      )
    }
    expect((await cite(h.secretariat, id, 'decision', decision)).status).toBe(201)
    expect((await cite(h.secretariat, id, 'decision', decision)).body.code).toBe('cited-already')
    const gone = await l.published(author)
    await h.w.admin.query("update practices.practices set state = 'retracted' where id = $1", [gone.id])
    expect((await cite(h.secretariat, gone.id, 'decision', decision)).body.code).toBe('practice-retracted')
  })

  test('asks for both ends or none', async () => {
    const { id } = await l.published(author)
    for (const query of [{}, { practiceId: id, kind: 'decision', id }, { kind: 'decision' }]) {
      expect((await as(delegate)(listCitations, { query: query as never })).body).toMatchObject({
        faults: [{ pointer: '/practiceId', code: 'one-end' }],
      })
    }
  })
})

test('of a draft or a practice for few is found only by those who may read both', async () => {
  const { id } = await l.published(author)
  const draft = await drafted()
  await cite(h.secretariat, id, 'decision', draft)
  expect(await cited(h.secretariat, { practiceId: id })).toEqual([[id, draft]])
  expect(await cited(delegate, { practiceId: id })).toEqual([])
  const few = (await l.published(author, { audience: 'council' })).id
  const { id: decision } = await adopted()
  await cite(h.secretariat, few, 'decision', decision)
  expect(await cited(delegate, { kind: 'decision', id: decision })).toEqual([[few, decision]])
  expect(await cited(practitioner, { kind: 'decision', id: decision })).toEqual([])
})

test('decisions, actions and sessions cite a practice, which shows them all with their symbols', async () => {
  const { id } = await l.published(author, { audience: 'public', content: practiceContent('Bridge class') })
  const decision = await adopted()
  const session = await planned(h)
  const action = (
    await as(h.secretariat)(makeAction, {
      body: { id: newId(), ownerId: h.party('UZ'), title: said('Train teachers'), due: '2027-06-01' },
    })
  ).body
  await cite(h.secretariat, id, 'decision', decision.id, { part: 'item 4' })
  await cite(h.secretariat, id, 'session', session.id)
  const { body } = await cite(h.secretariat, id, 'action', action.id)
  expect(body).toMatchObject({ mayCite: true, rows: [{ practice: { id, state: 'published' } }] })
  const { rows, mayCite } = (await as(practitioner)(listCitations, { query: { practiceId: id } })).body
  expect(mayCite).toBe(false)
  expect(rows.map(row => [row.source.kind, row.source.symbol, row.part])).toEqual([
    ['decision', decision.symbol, 'item 4'],
    ['session', session.symbol, undefined],
    ['action', undefined, undefined],
  ])

  // On the page that everybody reads without signing in.
  const page = async () => (await h.w.raw(`/public/decisions/${decision.symbol}`)).text()
  expect(await page()).toContain('Bridge class')
  await h.w.admin.query(
    "update practices.practices set state = 'retracted', retracted_reason = 'It did harm' where id = $1",
    [id],
  )
  expect(await page()).toMatch(/Bridge class[\s\S]*retracted/)
  const seen = (await as(delegate)(listCitations, { query: { kind: 'decision', id: decision.id } })).body
  expect(seen.rows).toMatchObject([{ practice: { id, state: 'retracted' } }])

  const [first] = rows
  expect((await as(delegate)(dropCitation, { params: { id: first?.id ?? '' } })).body.code).toBe(
    'not-allowed',
  )
  expect((await as(h.secretariat)(dropCitation, { params: { id: first?.id ?? '' } })).body.rows).toEqual([])
  expect(await page()).not.toContain('Bridge class')
  expect((await as(h.secretariat)(dropCitation, { params: { id: first?.id ?? '' } })).body.code).toBe(
    'not-found',
  )
})

test('a practice that is not for everybody stays off the public page', async () => {
  const { id } = await l.published(author, {
    audience: 'practitioners',
    content: practiceContent('For colleagues'),
  })
  const decision = await adopted()
  await cite(h.secretariat, id, 'decision', decision.id)
  expect(await cited(practitioner, { kind: 'decision', id: decision.id })).toEqual([[id, decision.id]])
  expect(await (await h.w.raw(`/public/decisions/${decision.symbol}`)).text()).not.toContain('For colleagues')
})

describe('the author is told', () => {
  /** Every process of the hub looks, and every notice is written. */
  const heard = async (who: Somebody, practiceId: string) => {
    const { node } = h.w.running
    await Promise.all([tellAuthors(node), tellAuthors(node)])
    await dispatch(node.pool, noticeEvents, (_topic, error) => {
      throw error
    })
    const { rows } = (await as(who)(listNotices, { query: { limit: 200 } })).body
    return rows.filter(row => row.params['practiceId'] === practiceId)
  }

  test('once, when the recommendation is adopted and can be read; nobody else, and no word of it', async () => {
    const { id } = await l.published(author, { content: practiceContent('Letters to grandmother') })
    const decision = await drafted()
    await cite(h.secretariat, id, 'decision', decision)
    expect(await heard(author, id)).toEqual([])
    await as(h.chair)(putDecision, { params: { id: decision }, body: { way: 'room', basedOn: 1 } })
    expect(await heard(author, id)).toEqual([])
    await as(h.chair)(adoptDecision, { params: { id: decision }, body: { basedOn: 2 } })
    const told = await heard(author, id)
    expect(told.map(({ topic, params }) => [topic, params])).toEqual([['practice.cited', { practiceId: id }]])
    expect(await cited(author, { practiceId: id })).toEqual([[id, decision]])
    expect(await heard(author, id)).toHaveLength(1)
    expect(await heard(practitioner, id)).toEqual([])
    const stored = await h.w.admin.query(
      'select params::text from notifications.notices union all select payload::text from platform.outbox',
    )
    expect(JSON.stringify(stored.rows)).not.toContain('grandmother')
  })

  test('not of what was taken back before it could be read, nor of what they cite themselves', async () => {
    const { id } = await l.published(author)
    const gone = await drafted()
    const [made] = (await cite(h.secretariat, id, 'decision', gone)).body.rows
    await as(h.secretariat)(dropCitation, { params: { id: made?.id ?? '' } })
    await as(h.chair)(putDecision, { params: { id: gone }, body: { way: 'room', basedOn: 1 } })
    await as(h.chair)(adoptDecision, { params: { id: gone }, body: { basedOn: 2 } })
    expect(await heard(author, id)).toEqual([])
    const own = (await l.published(h.secretariat)).id
    await cite(h.secretariat, own, 'decision', (await adopted()).id)
    expect(await heard(h.secretariat, own)).toEqual([])
  })
})
