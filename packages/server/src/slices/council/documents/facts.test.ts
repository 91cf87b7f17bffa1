/** Facts of a document on screen: who may not change them, titles as versions of their texts, and its place on an agenda. */
import { addItem, getAgenda, giveOutAgenda, removeItem } from '@kerege/contract/council/agendaRoutes'
import { changeDocument, listVersions, placeDocument } from '@kerege/contract/council/documents/routes'
import { giveSymbol } from '@kerege/contract/council/routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import type { Somebody } from '../../../testing/world.ts'
import { type Hub, hub, planned, said } from '../testing/hub.ts'
import { type Desk, desk, paragraph, textOf } from './testing/drafts.ts'

let h: Hub
let d: Desk
let kg: Somebody
let session: string
let other: string
beforeAll(async () => {
  h = await hub({ now: () => new Date('2026-11-25T12:00:00Z') })
  d = desk(h)
  kg = await h.delegate('KG')
  session = (await planned(h)).id
  other = (await planned(h, 'Fourth session')).id
  await h.w.as(h.secretariat)(giveSymbol, { params: { id: session }, body: { number: 3 } })
  await h.w.as(h.secretariat)(giveSymbol, { params: { id: other }, body: { number: 4 } })
}, 60_000)
afterAll(() => h.w.close())

const facts = (more: object = {}) => ({
  bodyId: h.council,
  kind: 'recommendation' as const,
  distribution: 'general' as const,
  ...more,
})
const change = async (id: string, more: object, who = h.secretariat) => {
  const { version } = (await d.read(id)).body
  return h.w.as(who)(changeDocument, { params: { id }, body: facts(more) }, { ifMatch: `"${version}"` })
}
const place = async (id: string, sessionId: string, itemId?: string, who = h.secretariat) => {
  const basedOn = (await d.read(id)).body.version
  return h.w.as(who)(placeDocument, {
    params: { id },
    body: { sessionId, basedOn, ...(itemId === undefined ? {} : { itemId }) },
  })
}
const item = async (sessionId: string) => {
  const id = newId()
  await h.w.as(h.secretariat)(addItem, {
    params: { id: sessionId },
    body: { id, title: said('Contacts'), papers: [], decisions: [] },
  })
  return id
}
const itemsOf = async (sessionId: string, who = h.secretariat) =>
  (await h.w.as(who)(getAgenda, { params: { id: sessionId } })).body.items

describe('nobody', () => {
  test('but those who prepare changes facts or places', async () => {
    const { id } = (await d.draft()).body
    await d.move(id, 'circulated')
    expect((await change(id, {}, kg)).status).toBe(403)
    expect((await place(id, session, undefined, kg)).status).toBe(403)
    expect(
      (await h.w.as(kg)(placeDocument, { params: { id: newId() }, body: { sessionId: session, basedOn: 1 } }))
        .status,
    ).toBe(403)
  })

  test('names an item of another session, or one that was taken off', async () => {
    const { id } = (await d.draft()).body
    const elsewhere = await item(other)
    const gone = await item(session)
    await h.w.as(h.secretariat)(removeItem, { params: { id: session, itemId: gone } })
    for (const itemId of [elsewhere, gone, newId()]) {
      for (const reply of [
        await change(id, { sessionId: session, itemId }),
        await place(id, session, itemId),
      ])
        expect(reply.body).toMatchObject({ faults: [{ pointer: '/itemId', code: 'not-found' }] })
    }
    expect((await change(id, { itemId: elsewhere })).body).toMatchObject({ faults: [{ pointer: '/itemId' }] })
  })

  test('gives a title to a language without a text, or changes facts of what is issued', async () => {
    const { id } = (await d.draft({ sessionId: session })).body
    expect((await change(id, { sessionId: session, titles: { kk: 'Атау' } })).body).toMatchObject({
      faults: [{ pointer: '/titles/kk', code: 'not-found' }],
    })
    await d.check(id, 'en', 1)
    await d.move(id, 'issued')
    expect((await change(id, { sessionId: session })).body.code).toBe('document-state')
    expect((await place(id, other)).body.code).toBe('symbol-given')
  })
})

describe('facts', () => {
  test('are changed with the day that stands on it, until the issue gives it one', async () => {
    const { id } = (await d.draft()).body
    const itemId = await item(session)
    const changed = await change(id, { kind: 'report', sessionId: session, itemId, dated: '2026-12-03' })
    expect(changed.body).toMatchObject({ kind: 'report', dated: '2026-12-03', item: { id: itemId } })
    expect((await change(id, { kind: 'report' })).body).not.toHaveProperty('dated')
  })

  test('a title is the next version of its text; a translation retitled with it keeps up', async () => {
    const { id } = (await d.draft()).body
    const text = (await d.text(id, 'en')).body.text
    await d.save(id, 'ru', 0, { ...text, title: 'Один контакт' }, 1)
    await d.save(id, 'kk', 0, { ...text, title: 'Бір байланыс' }, 1)
    const both = await change(id, {
      titles: { en: 'A contact in each state', ru: 'Контакт в каждом государстве' },
    })
    expect(both.body.title).toMatchObject({
      en: { text: 'A contact in each state' },
      ru: { text: 'Контакт в каждом государстве', state: 'draft' },
      kk: { text: 'Бір байланыс', state: 'stale' },
    })
    expect((await d.text(id, 'ru')).body).toMatchObject({
      version: 2,
      madeFrom: 2,
      text: { blocks: text.blocks },
    })
    // The same titles once more are no version.
    await change(id, { titles: { en: 'A contact in each state' } })
    const versions = await h.w.as(h.secretariat)(listVersions, { params: { id, language: 'en' } })
    expect(versions.body.rows).toHaveLength(2)
  })
})

describe('on an agenda', () => {
  test('a draft belongs to its item, is seen by those who may see it, and leaves with it by symbol', async () => {
    const itemId = await item(session)
    const { id } = (await d.draft({ text: textOf('Holmium', paragraph('a', 'Words.')) })).body
    const placed = await place(id, session, itemId)
    expect(placed.body).toMatchObject({ session: { id: session }, item: { id: itemId } })
    const own = async (who?: Somebody) =>
      (await itemsOf(session, who)).find(one => one.id === itemId)?.documents
    expect(await own()).toMatchObject([{ id, state: 'draft', title: { en: { text: 'Holmium' } } }])
    expect(await own(kg)).toEqual([])
    const closed = (await d.draft({ distribution: 'restricted', sessionId: session, itemId })).body
    for (const one of [id, closed.id]) {
      await d.check(one, 'en', 1)
      await d.move(one, 'issued')
    }
    const { symbol } = (await d.read(id)).body
    const out = await h.w.as(h.secretariat)(giveOutAgenda, {
      params: { id: session },
      body: { state: 'provisional', basedOn: 0 },
    })
    expect(out.status).toBe(200)
    const { rows } = await h.w.admin.query<{
      items: { id: string; papers: string[]; documents?: unknown }[]
    }>('select items from council.agenda_revisions where session_id = $1', [session])
    expect(rows[0]?.items.find(one => one.id === itemId)).toMatchObject({ papers: [symbol] })
    expect(JSON.stringify(rows)).not.toContain('Holmium')
  })

  test('what was issued at another session stands there by its symbol', async () => {
    const { id } = (await d.draft({ sessionId: session, kind: 'note' })).body
    await d.check(id, 'en', 1)
    await d.move(id, 'issued')
    const itemId = await item(other)
    expect((await place(id, other, itemId)).body.session?.id).toBe(session)
    await place(id, other, itemId)
    const { symbol } = (await d.read(id)).body
    expect((await itemsOf(other)).find(one => one.id === itemId)).toMatchObject({
      papers: [symbol],
      documents: [{ id, symbol }],
    })
  })
})
