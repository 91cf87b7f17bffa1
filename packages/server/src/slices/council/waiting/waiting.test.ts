/** What waits at the Council, through HTTP: who hears of nothing, then records in their term and papers that owe a language. */
import { proposeAmendment } from '@kerege/contract/council/documents/routes'
import { circulateRecord, draftRecord, getRecord } from '@kerege/contract/council/record/routes'
import { listWaiting } from '@kerege/contract/council/waiting/routes'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import type { Somebody } from '../../../testing/world.ts'
import { type Desk, desk, paragraph, textOf } from '../documents/testing/drafts.ts'
import { type Hub, hub } from '../testing/hub.ts'
import { meeting, move } from '../testing/past.ts'

const start = Date.parse('2026-12-03T06:00:00Z')
const day = 86_400_000
let clock = start
let h: Hub
let d: Desk
let kg: Somebody
let icrc: Somebody

beforeAll(async () => {
  h = await hub({ now: () => new Date(clock) })
  d = desk(h)
  kg = await h.delegate('KG')
  icrc = await h.delegate('ICRC')
}, 60_000)
afterAll(() => h.w.close())

const waiting = async (who: Somebody) => (await h.w.as(who)(listWaiting, {})).body
const papersOf = async (who = h.secretariat) =>
  (await waiting(who)).papers.map(({ document, missing, stale }) => ({ id: document.id, missing, stale }))

test('nobody hears of it who has not signed in, and a draft of a record waits for nobody', async () => {
  expect((await h.w.as(null)(listWaiting, {})).status).toBe(401)
  const m = await meeting(h)
  await move(h, m.id, 'closed')
  await h.w.as(h.secretariat)(draftRecord, {
    params: { id: m.id },
    body: { documentId: newId(), language: 'en' },
  })
  for (const who of [kg, h.secretariat, h.chair]) expect((await waiting(who)).records).toEqual([])
})

test('a circulated record waits for members while its term runs, for an answer, then for a later session', async () => {
  const m = await meeting(h)
  await move(h, m.id, 'closed')
  const documentId = newId()
  const as = h.w.as(h.secretariat)
  await as(draftRecord, { params: { id: m.id }, body: { documentId, language: 'en' } })
  const basedOn = (await as(getRecord, { params: { id: m.id } })).body.record?.version ?? 0
  await as(circulateRecord, { params: { id: m.id }, body: { basedOn } })
  const stands = async (who: Somebody) =>
    (await waiting(who)).records.find(one => one.documentId === documentId)?.waits
  expect(await stands(kg)).toBe('correct')
  expect(await stands(icrc)).toBe('read')
  expect(await stands(h.secretariat)).toBe('read')

  const { text, version } = (await d.text(documentId, 'en')).body
  const block = text.blocks.find(one => one.id === 'popening')
  const corrected = await h.w.as(kg)(proposeAmendment, {
    params: { id: documentId },
    body: {
      id: newId(),
      action: 'replace',
      blockId: 'popening',
      sourceNumber: version,
      after: {
        ...paragraph('popening', 'Corrected.'),
        number: block && 'number' in block ? block.number : undefined,
      } as never,
      reason: 'The day was another one',
    },
  })
  expect(corrected.status).toBe(201)
  expect(await stands(h.secretariat)).toBe('settle')
  expect(await stands(kg)).toBe('correct')
  clock = start + 15 * day
  expect(await stands(kg)).toBe('approve')
  expect(await stands(h.secretariat)).toBe('settle')
  clock = start
})

test('a paper waits for a language that the rules ask for once it is circulated, and for one that fell behind', async () => {
  const id = (await d.draft()).body.id
  const find = async (who = h.secretariat) => (await papersOf(who)).find(one => one.id === id)
  expect(await find()).toBeUndefined()
  await d.check(id, 'en', 1)
  expect((await d.move(id, 'circulated')).status).toBe(200)
  expect(await find()).toEqual({ id, missing: ['ru'], stale: [] })
  expect((await waiting(kg)).papers).toEqual([])

  const russian = textOf('Один контакт', paragraph('a', 'Первые слова.'), paragraph('b', 'Вторые слова.'))
  await d.save(id, 'ru', 0, russian, 1)
  expect(await find()).toBeUndefined()
  const changed = textOf('One contact', paragraph('a', 'Other words.'), paragraph('b', 'Second words.'))
  expect((await d.save(id, 'en', 1, changed)).status).toBe(200)
  expect(await find()).toEqual({ id, missing: [], stale: ['ru'] })
  await d.move(id, 'withdrawn')
  expect(await find()).toBeUndefined()
})
