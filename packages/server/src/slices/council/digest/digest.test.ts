/** The digest before a session: who may not read it, what stands in it for whom, its file, and who is told when. */
import { makeAction, reportAction } from '@kerege/contract/council/actionRoutes'
import { getDigest } from '@kerege/contract/council/digestRoutes'
import { inviteParty, planSession } from '@kerege/contract/council/routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import type { Somebody } from '../../../testing/world.ts'
import { readDocx } from '../documents/formats/readDocx.ts'
import { type Desk, desk, paragraph, textOf } from '../documents/testing/drafts.ts'
import { type Hub, hub, planned, said } from '../testing/hub.ts'
import { tellOfDigests } from './clock.ts'

let now = new Date('2026-11-20T12:00:00Z')
let h: Hub
let d: Desk
let kg: Somebody
let session: string
beforeAll(async () => {
  h = await hub({ now: () => now })
  d = desk(h)
  kg = await h.delegate('KG')
  session = (await planned(h)).id
}, 60_000)
afterAll(() => h.w.close())

const read = async (who = h.secretariat, id = session) => h.w.as(who)(getDigest, { params: { id } })
const action = async (code: string, due: string, title: string) => {
  const id = newId()
  await h.w.as(h.secretariat)(makeAction, {
    body: { id, ownerId: h.party(code), title: said(title), due },
  })
  return id
}

describe('nobody reads', () => {
  test('it without an account, or without a place at the hub', async () => {
    expect((await h.w.as(null)(getDigest, { params: { id: session } })).status).toBe(401)
    const auditor = await h.w.somebody('administrator')
    expect((await read(auditor)).status).toBe(403)
  })

  test('one of a session that is not there, or of others', async () => {
    const absent = await read(h.secretariat, newId())
    const others = await h.w.as(h.secretariat)(planSession, {
      body: { id: newId(), kind: 'dialogue', title: said('A forum'), format: 'online', from: '2026-12-10' },
    })
    expect(others.status).toBe(201)
    const strange = await read(h.secretariat, others.body.id)
    expect([absent.status, strange.status]).toEqual([404, 404])
  })

  test('of a draft, or of what is for members, without the right to it', async () => {
    const icrc = await h.delegate('ICRC')
    await d.draft({ sessionId: session, text: textOf('Gadolinium draft', paragraph('a', 'Words.')) })
    const closed = (
      await d.draft({
        distribution: 'restricted',
        text: textOf('Terbium for members', paragraph('a', 'Words.')),
      })
    ).body
    await d.move(closed.id, 'circulated')
    const seen = async (who: Somebody) => JSON.stringify((await read(who)).body)
    expect(await seen(h.secretariat)).toMatch(/Gadolinium.*Terbium|Terbium.*Gadolinium/)
    expect(await seen(kg)).toContain('Terbium')
    expect(await seen(kg)).not.toContain('Gadolinium')
    expect(await seen(icrc)).not.toMatch(/Gadolinium|Terbium/)
  })
})

describe('it tells', () => {
  test('of actions by owner, what is late, due and done', async () => {
    await action('UZ', '2026-11-01', 'Late thing')
    await action('UZ', '2026-12-04', 'Due thing')
    await action('UZ', '2027-05-01', 'Far thing')
    const done = await action('KG', '2026-10-01', 'Done thing')
    await h.w.as(kg)(reportAction, {
      params: { id: done },
      body: { id: newId(), state: 'done', words: 'Done.' },
    })
    const { actions } = (await read(kg)).body
    const titles = (rows: { title: { en?: { text: string } | undefined } }[] | undefined) =>
      rows?.map(row => row.title.en?.text)
    const of = (code: string) => actions.find(one => one.owner.party?.code === code)
    expect(titles(of('UZ')?.late)).toEqual(['Late thing'])
    expect(titles(of('UZ')?.due)).toEqual(['Due thing'])
    expect(titles(of('KG')?.done)).toEqual(['Done thing'])
    expect(actions.map(one => one.owner.party?.code)).toEqual(['KG', 'UZ'])
  })

  test('of documents in circulation, with the languages that lack and those that are behind', async () => {
    const { id } = (await d.draft({ text: textOf('Dysprosium', paragraph('a', 'First.')) })).body
    const text = (await d.text(id, 'en')).body.text
    await d.save(id, 'kk', 0, { ...text, title: 'Диспрозий' }, 1)
    await d.move(id, 'circulated')
    await d.save(id, 'en', 1, { ...text, blocks: [paragraph('a', 'Other words.')] })
    const found = (await read(kg)).body.documents.find(one => one.document.id === id)
    // English and Russian by the rules of the body.
    expect(found).toMatchObject({ missing: ['ru'], stale: ['kk'] })
  })

  test('of members who cannot speak yet; of those who were asked once somebody was', async () => {
    const gaps = async () => (await read(kg)).body.credentials.map(one => [one.party.code, one.gap]).sort()
    expect(await gaps()).toEqual([
      ['KZ', 'nobody'],
      ['TJ', 'nobody'],
      ['TM', 'nobody'],
      ['UZ', 'nobody'],
    ])
    await h.delegate('TJ', { credentials: 'received' })
    await h.delegate('KZ', { to: '2026-12-01' })
    for (const code of ['TJ', 'KZ', 'KG'])
      await h.w.as(h.secretariat)(inviteParty, {
        params: { id: session, partyId: h.party(code) },
        body: { state: 'invited' },
      })
    expect(await gaps()).toEqual([
      ['KZ', 'over'],
      ['TJ', 'received'],
    ])
  })
})

test.each(['docx', 'pdf'] as const)(
  'it leaves as %s, with links to its sources and the mark of its reader',
  async format => {
    const path = `/api/council/sessions/${session}/digest/file?format=${format}&language=ru`
    const reply = await h.w.raw(path, {}, kg)
    expect(reply.status).toBe(200)
    const bytes = Buffer.from(await reply.arrayBuffer())
    if (format === 'pdf') return expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    const blocks = JSON.stringify((await readDocx(bytes)).blocks)
    expect(blocks).toContain('Late thing по-русски')
    expect(blocks).toMatch(/"href":"[^"]+\/actions\/[0-9a-f-]{36}"/)
  },
)

describe('everybody with a voice is told', () => {
  const told = async () => {
    const { rows } = await h.w.admin.query<{ payload: object }>(
      "select payload from platform.outbox where topic = 'session.digest'",
    )
    return rows.map(row => row.payload)
  }

  test('not before its day, then once, with an id and nothing else', async () => {
    const { node } = h.w.running
    expect(await tellOfDigests(node)).toBe(0)
    now = new Date('2026-11-26T04:30:00Z')
    const [one, other] = await Promise.all([tellOfDigests(node), tellOfDigests(node)])
    expect(one + other).toBe(1)
    expect(await tellOfDigests(node)).toBe(0)
    for (const payload of await told())
      expect(Object.keys(payload).sort()).toEqual(['accountId', 'sessionId'])
    expect((await told()).length).toBeGreaterThan(3)
    expect((await read()).body.toldAt).toBeDefined()
  })
})
