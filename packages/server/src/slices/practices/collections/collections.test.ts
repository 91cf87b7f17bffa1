/** Collections and reading lists, through HTTP: what is for all, what is for colleagues, and what is nobody else's business. */
import {
  changeCollection,
  dropKept,
  getCollection,
  keepPractice,
  listCollections,
  listKept,
  makeCollection,
  orderKept,
  removeCollection,
} from '@kerege/contract/practices/collections/routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import type { Somebody } from '../../../testing/world.ts'
import { type Library, library } from '../testing/library.ts'

let l: Library
let author: Somebody
let reader: Somebody
let observer: Somebody
const as = (who: Somebody | null) => l.w.as(who)
const published = async (more: Parameters<Library['published']>[1] = {}) =>
  (await l.published(author, more)).id

beforeAll(async () => {
  l = await library()
  author = await l.of('TJ')
  reader = await l.of('UZ')
  observer = await l.w.somebody('observer')
}, 60_000)
afterAll(() => l.w.close())

const content = (practiceIds: string[], more: object = {}) => ({
  title: { en: { text: 'First days at school', state: 'checked' as const } },
  domains: ['education' as const],
  shared: true,
  practiceIds,
  ...more,
})
const make = (who: Somebody | null, practiceIds: string[], more: object = {}) =>
  as(who)(makeCollection, { body: { id: newId(), curated: false, ...content(practiceIds, more) } })
const get = (who: Somebody, id: string) => as(who)(getCollection, { params: { id } })
const listed = async (who: Somebody, query: object = {}) =>
  (await as(who)(listCollections, { query: { limit: 200, ...query } })).body.rows.map(row => row.id)

describe('a collection', () => {
  test('is not made by nobody, by an observer, nor curated by who does not moderate', async () => {
    const id = await published()
    expect((await make(null, [id])).body.code).toBe('not-signed-in')
    expect((await make(observer, [id])).body.code).toBe('not-allowed')
    expect((await make(author, [id], { curated: true })).body.code).toBe('moderators-curate')
    expect((await make(l.moderator, [id], { curated: true })).body).toMatchObject({ curated: true, size: 1 })
  })

  test('does not take what its maker may not read, twice the same, or personal data', async () => {
    const [id, hidden] = [await published(), await published({ audience: 'state' })]
    expect((await make(reader, [id, hidden])).body).toMatchObject({
      faults: [{ pointer: '/practiceIds/1', code: 'not-found' }],
    })
    expect((await make(reader, [id, id])).body).toMatchObject({
      faults: [{ pointer: '/practiceIds', code: 'twice' }],
    })
    const about = { en: { text: 'Write to somebody@example.org', state: 'checked' } }
    expect((await make(reader, [id], { about })).body).toMatchObject({
      faults: [{ pointer: '/about/en/text', code: 'personal-mail' }],
    })
  })

  test('keeps its order; each reader finds in it what is open to them', async () => {
    const friend = await l.of('TJ')
    const [one, two, hidden] = [await published(), await published(), await published({ audience: 'state' })]
    const { body } = await make(friend, [two, hidden, one], { group: 'WG.PSS' })
    expect(body.items.map(row => row.practice.id)).toEqual([two, hidden, one])
    const seen = (await get(reader, body.id)).body
    expect(seen.items.map(row => row.practice.id)).toEqual([two, one])
    expect(seen).toMatchObject({ size: 2, mayChange: false, group: 'WG.PSS' })
    expect(await listed(reader, { group: 'WG.PSS' })).toEqual([body.id])
    expect(await listed(observer, { domain: 'health' })).not.toContain(body.id)
  })

  test('that is not shared is its maker’s own, also to those who moderate; others do not change what is shared', async () => {
    const id = await published()
    const own = (await make(author, [id], { shared: false })).body
    expect((await get(reader, own.id)).body.code).toBe('not-found')
    expect((await get(l.moderator, own.id)).body.code).toBe('not-found')
    const shared = (await make(author, [id])).body
    const change = (who: Somebody, version: number) =>
      as(who)(changeCollection, { params: { id: shared.id }, body: content([]) }, { ifMatch: `"${version}"` })
    expect((await change(reader, 1)).body.code).toBe('not-yours')
    expect(await as(reader)(removeCollection, { params: { id: shared.id } })).toMatchObject({
      body: { code: 'not-yours' },
    })
    expect((await change(author, 7)).body.code).toBe('stale-version')
    expect((await change(author, 1)).body).toMatchObject({ version: 2, items: [] })
    expect((await as(l.moderator)(removeCollection, { params: { id: shared.id } })).status).toBe(204)
    expect((await get(author, shared.id)).body.code).toBe('not-found')
    expect(await listed(author, { mine: 'true' })).toEqual([own.id])
  })
})

describe('what one keeps', () => {
  const keep = (who: Somebody | null, id: string, body: object = {}) =>
    as(who)(keepPractice, { params: { id }, body })
  const kept = async (who: Somebody, query: object = {}) => (await as(who)(listKept, { query })).body.rows

  test('is not what one may not read, and carries no personal data', async () => {
    const [id, hidden] = [await published(), await published({ audience: 'state' })]
    expect((await keep(null, id)).body.code).toBe('not-signed-in')
    expect((await keep(reader, hidden)).body.code).toBe('not-found')
    expect((await keep(reader, id, { note: 'Ask on +998 90 123 45 67' })).body).toMatchObject({
      faults: [{ pointer: '/note', code: 'personal-phone' }],
    })
  })

  test('is one’s own, once, in one’s own order, apart for each session', async () => {
    const who = await l.of('KZ')
    const sessionId = newId()
    const [one, two, three] = [await published(), await published(), await published()]
    for (const id of [one, two, three, two]) await keep(who, id)
    expect((await kept(who)).map(row => row.practice.id)).toEqual([one, two, three])
    await as(who)(orderKept, { body: { practiceIds: [three, one] } })
    expect((await kept(who)).map(row => row.practice.id)).toEqual([three, one, two])
    await keep(who, two, { sessionId, note: 'Ask for the costs' })
    expect(await kept(who, { sessionId })).toMatchObject([
      { practice: { id: two }, note: 'Ask for the costs' },
    ])
    expect((await kept(who)).find(row => row.practice.id === two)).not.toHaveProperty('note')
    for (const other of [reader, l.moderator]) {
      expect(await kept(other, { sessionId })).toEqual([])
      await as(other)(dropKept, { params: { id: two }, query: { sessionId } })
    }
    expect(await kept(who, { sessionId })).toHaveLength(1)
    expect((await as(who)(dropKept, { params: { id: two }, query: { sessionId } })).body.rows).toEqual([])
    expect(await kept(who)).toHaveLength(3)
  })
})
