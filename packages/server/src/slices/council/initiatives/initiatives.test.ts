/** The matrix through HTTP: who may keep which row, what stays of it, what the grid says, what anybody may read. */
import { makeAction } from '@kerege/contract/council/actionRoutes'
import {
  addInitiative,
  addPillar,
  changeInitiative,
  changePillar,
  getInitiative,
  keepingRights,
  listInitiatives,
  listPillars,
  searchInitiatives,
  viewMatrix,
  withdrawInitiative,
} from '@kerege/contract/council/initiatives/routes'
import type { AddInitiative, ChangeInitiative } from '@kerege/contract/council/initiatives/schema'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import type { Somebody } from '../../../testing/world.ts'
import { enterSql } from '../../access/index.ts'
import { type Hub, hub, said } from '../testing/hub.ts'
import { draftOf, pillarIds } from './testing/rows.ts'

let h: Hub
let kz: Somebody
let undp: Somebody
let icrc: Somebody
let pillars: string[]
const as = (who: Somebody | null) => h.w.as(who)
const draft = (more: Partial<AddInitiative> = {}) => draftOf(h, pillars[0] ?? '', more)
const add = (who: Somebody | null, more: Partial<AddInitiative> = {}) =>
  as(who)(addInitiative, { body: draft(more) })
const read = (who: Somebody, id: string) => as(who)(getInitiative, { params: { id } })
const change = async (who: Somebody, id: string, more: Partial<ChangeInitiative>, etag?: string) => {
  const { id: _, ...body } = draft(more)
  const version = etag ?? (await read(who, id)).etag ?? ''
  return as(who)(changeInitiative, { params: { id }, body: { ...body, ...more } }, { ifMatch: version })
}

beforeAll(async () => {
  h = await hub({ now: () => new Date('2026-11-25T12:00:00Z') })
  pillars = await pillarIds(h)
  kz = await h.delegate('KZ')
  undp = await h.delegate('UNDP')
  icrc = await h.delegate('ICRC')
}, 60_000)
afterAll(() => h.w.close())

describe('is refused', () => {
  test('to nobody, and to a hub role without the verb', async () => {
    expect((await add(null)).status).toBe(401)
    expect((await as(null)(listInitiatives, {})).status).toBe(401)
    expect((await as(await h.w.somebody('administrator'))(listInitiatives, {})).status).toBe(403)
  })
  test('to observers, readers, and delegates whose credentials or term do not run', async () => {
    expect((await add(icrc, { leadId: h.party('ICRC') })).body.code).toBe('not-yours')
    expect((await add(await h.w.somebody('practitioner'))).body.code).toBe('not-yours')
    const over = await h.delegate('UNDP', { to: '2025-12-31' })
    expect((await add(over)).body.code).toBe('not-yours')
    expect((await add(await h.delegate('UNDP', { credentials: 'received' }))).body.code).toBe('not-yours')
    expect((await as(icrc)(keepingRights, {})).body).toEqual({ all: false })
  })
  test('to a partner for another, and to a delegation beyond its state', async () => {
    expect((await add(undp, { leadId: h.party('OSCE') })).body.code).toBe('not-yours')
    expect((await add(kz, { leadId: h.party('KG'), places: ['KG'] })).body.code).toBe('not-yours')
    expect((await add(kz, { leadId: h.party('KZ'), places: ['KZ', 'KG'] })).body.code).toBe('other-state')
  })
  test('by the database as well, whatever the program forgets', async () => {
    const { id } = (await add(undp)).body
    const changed = async (who: Somebody, places = '{KZ}') => {
      const client = await h.w.running.node.pool.connect()
      try {
        await client.query(`begin; ${enterSql(h.w.running.signIn.tokenOf(who.cookie) ?? '', 60)}`)
        const { rowCount } = await client.query(
          'update council.initiatives set places = $2, version = version + 1 where id = $1',
          [id, places],
        )
        return rowCount
      } finally {
        await client.query('rollback')
        client.release()
      }
    }
    expect(await changed(undp)).toBe(1)
    expect(await changed(h.secretariat)).toBe(1)
    for (const stranger of [kz, icrc, await h.w.somebody('practitioner')])
      expect(await changed(stranger)).toBe(0)
    expect((await change(kz, id, {})).body.code).toBe('not-yours')
  })
  test('with days, parties and links that do not go together, all at once', async () => {
    const reply = await add(h.secretariat, {
      pillarId: newId(),
      leadId: newId(),
      partnerIds: [newId()],
      actionIds: [newId()],
      status: 'ended',
      to: '2025-01-01',
    })
    expect(reply.body).toMatchObject({ code: 'invalid' })
    expect(
      (reply.body as unknown as { faults: { pointer: string; code: string }[] }).faults.map(
        one => one.pointer,
      ),
    ).toEqual(['/to', '/pillarId', '/leadId', '/partnerIds/0', '/actionIds/0'])
    expect((await add(h.secretariat, { places: ['DE'] })).body).toMatchObject({
      faults: [{ pointer: '/places/0', code: 'matrix-state' }],
    })
    expect((await add(h.secretariat, { status: 'stopped', to: undefined })).body).toMatchObject({
      faults: [{ pointer: '/to', code: 'end-needed' }],
    })
  })
  test('the public page to those who do not prepare the work of the Council', async () => {
    expect((await add(undp, { public: true })).body).toMatchObject({
      faults: [{ pointer: '/public', code: 'public-by-council' }],
    })
  })
})

test('a delegation keeps its state’s rows, a partner its own in any state, the secretariat all', async () => {
  expect((await add(kz, { leadId: h.party('KZ'), places: ['KZ-71'] })).status).toBe(201)
  const { id } = (await add(undp, { places: ['KG', 'TJ'] })).body
  expect((await read(kz, id)).body.mayChange).toBe(false)
  expect((await read(undp, id)).body.mayChange).toBe(true)
  expect((await change(h.secretariat, id, { places: ['KG'] })).body.places).toEqual(['KG'])
})

test('a change keeps what was said, with who and why; a stale one is told so', async () => {
  const made = await add(undp)
  const { id } = made.body
  const changed = await change(undp, id, { status: 'stopped', to: '2026-06-30', reason: 'No money' })
  expect(changed.body).toMatchObject({
    version: 2,
    revisions: [
      {
        version: 1,
        by: undp.name,
        reason: 'No money',
        fields: [
          { field: 'status', before: 'running', after: 'stopped' },
          { field: 'to', before: '2026-12-31', after: '2026-06-30' },
        ],
      },
    ],
  })
  expect((await change(undp, id, {}, made.etag)).body.code).toBe('stale-version')
  await expect(h.w.admin.query(`update council.initiative_revisions set reason = 'x'`)).rejects.toThrow(
    'stays said',
  )
})

test('the same row sent twice is one', async () => {
  const body = draft()
  await as(undp)(addInitiative, { body })
  expect((await as(undp)(addInitiative, { body })).body).toMatchObject({ version: 1, revisions: [] })
})

test('what was withdrawn is on no list and in no cell, can be read, and changes no more', async () => {
  const { id } = (await add(undp, { title: said('Entered by mistake') })).body
  expect((await as(kz)(withdrawInitiative, { params: { id }, body: { reason: 'Not ours' } })).body.code).toBe(
    'not-yours',
  )
  const gone = await as(undp)(withdrawInitiative, { params: { id }, body: { reason: 'Entered twice' } })
  expect(gone.body).toMatchObject({ stand: 'withdrawn', withdrawnBecause: 'Entered twice', mayChange: false })
  const listed = (await as(undp)(listInitiatives, { query: { limit: 200 } })).body.rows
  expect(listed.map(row => row.id)).not.toContain(id)
  expect(
    (await as(undp)(viewMatrix, { query: { year: 2026 } })).body.initiatives.map(row => row.id),
  ).not.toContain(id)
  expect((await change(undp, id, {})).body.code).toBe('initiative-withdrawn')
})

test('lists follow their filters, and a search finds words of any language from their beginning', async () => {
  const { id } = (
    await add(undp, {
      title: {
        en: { text: 'Art rooms', state: 'checked' },
        kk: { text: 'Қуыршақ театры', state: 'checked' },
      },
      places: ['TJ', 'UZ-TK'],
      kind: 'services',
      groups: ['children'],
      partnerIds: [h.party('UNICEF')],
      from: '2024-03-01',
      to: '2024-09-30',
      status: 'ended',
    })
  ).body
  const found = async (query: object) =>
    (await as(icrc)(listInitiatives, { query: { limit: 200, ...query } })).body.rows.some(
      row => row.id === id,
    )
  expect(await found({ state: 'UZ', kind: 'services', group: 'children', year: 2024 })).toBe(true)
  expect(await found({ partyId: h.party('UNICEF') })).toBe(true)
  expect(await found({ state: 'KZ' })).toBe(false)
  expect(await found({ year: 2025 })).toBe(false)
  expect(await found({ status: 'running' })).toBe(false)
  const search = async (words: string) =>
    (await as(icrc)(searchInitiatives, { body: { words } })).body.rows.map(row => row.id)
  expect(await search('куырш театр')).toEqual([id])
  expect(await search('атры')).toEqual([])
  expect(await search('%')).toEqual([])
})

test('the grid says where nothing runs and where two do the same', async () => {
  const third = pillars[2] ?? ''
  const one = (await add(undp, { pillarId: third, places: ['TM'], from: '2031-01-01', to: '2031-12-31' }))
    .body
  const two = (
    await add(h.secretariat, {
      leadId: h.party('OSCE'),
      pillarId: third,
      places: ['TM'],
      from: '2031-06-01',
      to: '2032-01-31',
    })
  ).body
  const { body } = await as(icrc)(viewMatrix, { query: { year: 2031 } })
  expect(body.cells).toHaveLength(20)
  expect(body.cells.find(cell => cell.pillarId === third && cell.state === 'TM')).toMatchObject({
    gap: false,
  })
  expect(body.cells.filter(cell => cell.gap)).toHaveLength(19)
  expect(body.overlaps).toEqual([
    { kind: 'training', group: 'professionals', places: ['TM'], ids: [one.id, two.id] },
  ])
  expect((await as(icrc)(viewMatrix, { query: { on: '2031-02-01' } })).body.overlaps).toEqual([])
  expect((await as(icrc)(viewMatrix, { query: { year: 2031, on: '2031-02-01' } })).status).toBe(422)
})

test('pillars are a setting with a source, changed by those who prepare', async () => {
  const before = (await as(kz)(listPillars, {})).body.rows
  expect(before.map(one => one.code)).toEqual(['I', 'II', 'III', 'IV'])
  expect(before[0]?.source).toContain('A/RES/60/288')
  const body = { id: newId(), code: 'V', name: said('Return and reintegration'), ordinal: 5 }
  expect((await as(kz)(addPillar, { body })).body.code).toBe('not-allowed')
  const made = await as(h.secretariat)(addPillar, { body })
  expect(made.status).toBe(201)
  expect((await as(h.secretariat)(addPillar, { body: { ...body, id: newId() } })).body).toMatchObject({
    faults: [{ pointer: '/code', code: 'code-taken' }],
  })
  const { id, ...content } = body
  const retired = await as(h.secretariat)(
    changePillar,
    { params: { id }, body: { ...content, retired: true } },
    { ifMatch: made.etag ?? '' },
  )
  expect(retired.body).toMatchObject({ version: 2, retired: true })
  expect((await add(h.secretariat, { pillarId: id })).body).toMatchObject({
    faults: [{ pointer: '/pillarId' }],
  })
})

test('leads to actions of the Council, and the list of an action leads back', async () => {
  const action = (
    await as(h.secretariat)(makeAction, {
      body: { id: newId(), ownerId: h.party('KG'), title: said('Name one contact'), due: '2026-12-31' },
    })
  ).body
  const { body } = await add(undp, { actionIds: [action.id], plans: ['Roadmap 2026'] })
  expect(body).toMatchObject({ actions: [{ id: action.id }], plans: ['Roadmap 2026'] })
  const rows = (await as(kz)(listInitiatives, { query: { actionId: action.id } })).body.rows
  expect(rows.map(row => row.id)).toEqual([body.id])
})

test('anybody reads what is marked public, without whom to ask, and nothing else', async () => {
  const page = async (query = '') => (await h.w.raw(`/public/initiatives${query}`)).text()
  const mark = (words: string) => said(words)
  await add(h.secretariat, { title: mark('Shown to everybody'), public: true, contact: 'Desk seven' })
  await add(undp, { title: mark('Kept inside') })
  const { id } = (await add(h.secretariat, { title: mark('Taken back again'), public: true })).body
  await as(h.secretariat)(withdrawInitiative, { params: { id }, body: { reason: 'An error' } })
  const text = await page('?lang=en')
  expect(text).toContain('Shown to everybody')
  expect(text).toContain('United Nations Development Programme')
  for (const hidden of ['Kept inside', 'Taken back again', 'Desk seven', '<script']) {
    expect(text).not.toContain(hidden)
  }
  expect(await page('?lang=en&year=2019')).toContain('Nothing has been made public')
  expect((await h.w.raw('/public/initiatives?year=99999')).status).toBe(200)
})
