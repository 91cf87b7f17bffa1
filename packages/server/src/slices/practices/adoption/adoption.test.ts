/** Where practices are used, through HTTP: who may say so, what is counted, who hears of it, and what stays said. */
import {
  adoptPractice,
  answerAdoption,
  getAdoption,
  listAdoptions,
  reportAdoption,
  whereUsed,
  withdrawAdoption,
} from '@kerege/contract/practices/adoption/routes'
import { resultsOf, workedBound } from '@kerege/contract/practices/adoption/rules'
import { listPractices } from '@kerege/contract/practices/record/routes'
import { roleNames, role as roleOf } from '@kerege/contract/access/roles'
import { askExport } from '@kerege/contract/exports/routes'
import { listNotices } from '@kerege/contract/notifications/routes'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { over } from '../../../platform/database.ts'
import { newId } from '../../../platform/ids.ts'
import { dispatch, emit } from '../../../platform/outbox.ts'
import type { Somebody } from '../../../testing/world.ts'
import { noticeEvents } from '../../notifications/index.ts'
import { practiceEvents } from '../index.ts'
import { type Library, library } from '../testing/library.ts'

let l: Library
let author: Somebody
let uz: Somebody
let kz: Somebody
const as = (who: Somebody | null) => l.w.as(who)

beforeAll(async () => {
  l = await library({ now: () => new Date('2026-11-25T12:00:00Z') })
  author = await l.of('TJ')
  uz = await l.of('UZ')
  kz = await l.of('KZ', 'expert')
}, 60_000)
afterAll(() => l.w.close())

const body = (more: object = {}) => ({
  id: newId(),
  reportId: newId(),
  by: 'organisation' as const,
  country: 'UZ',
  place: 'Tashkent',
  since: '2026-09-01',
  words: 'Two schools have begun',
  language: 'en' as const,
  ...more,
})
const adopt = (who: Somebody | null, id: string, more: object = {}) =>
  as(who)(adoptPractice, { params: { id }, body: body(more) })
const adopted = async (who: Somebody, id: string, more: object = {}) => (await adopt(who, id, more)).body
const report = (
  who: Somebody,
  id: string,
  state: 'trying' | 'worked' | 'partly' | 'stopped',
  more: object = {},
) =>
  as(who)(reportAdoption, {
    params: { id },
    body: { id: newId(), state, words: `It ${state}`, language: 'en', ...more },
  })
const used = async (id: string, who = author) => (await as(who)(whereUsed, { params: { id } })).body
const run = () =>
  dispatch(l.w.running.node.pool, [...noticeEvents, ...practiceEvents(l.w.running.node)], (_topic, error) => {
    throw error
  })
const heard = async (who: Somebody) => {
  await run()
  return (await as(who)(listNotices, { query: { limit: 200 } })).body.rows
}

describe('nobody adopts', () => {
  test('whose role does not let them, whoever is not signed in, and an observer', async () => {
    const { id } = await l.published(author, { audience: 'public' })
    expect((await adopt(null, id)).body.code).toBe('not-signed-in')
    const hubRoles = roleNames.filter(name => roleOf(name).nodes.includes('hub'))
    for (const name of hubRoles) {
      const who = await l.of('UZ', name)
      const may = roleOf(name).verbs.includes('practices.adopt' as never)
      const reply = await adopt(who, id, { place: `Place of ${name}` })
      expect([name, reply.body.code ?? reply.status]).toEqual([name, may ? 201 : 'not-allowed'])
      if (roleOf(name).verbs.includes('practices.read' as never)) {
        expect((await used(id, who)).mine).toMatchObject(may ? {} : { as: [], hindrance: 'not-allowed' })
      }
    }
  })

  test('for another state, or for a state without a voice of it', async () => {
    const { id } = await l.published(author)
    const delegate = await l.of('UZ', 'delegate')
    const free = await l.w.somebody('practitioner', await l.w.agency())
    expect((await adopt(uz, id, { country: 'KZ' })).body.code).toBe('not-your-country')
    expect((await adopt(uz, id, { by: 'state' })).body.code).toBe('not-for-state')
    expect((await adopt(free, id, { by: 'state' })).body.code).toBe('not-for-state')
    expect((await adopt(free, id, { country: 'TM', place: 'Mary' })).status).toBe(201)
    expect((await adopt(delegate, id, { by: 'state' })).body).toMatchObject({
      by: 'state',
      standing: 'trying',
    })
    expect((await used(id, delegate)).mine).toEqual({
      as: ['state', 'organisation', 'worker'],
      country: 'UZ',
    })
    expect((await used(id, uz)).mine).toEqual({ as: ['organisation', 'worker'], country: 'UZ' })
  })

  test('what they may not read, which is not there; own work; what has no edition, is of its time, was retracted', async () => {
    const hidden = await l.published(author, { audience: 'state' })
    const strange = await adopt(uz, hidden.id)
    const absent = await adopt(uz, newId())
    expect([strange.status, strange.body.code]).toEqual([absent.status, absent.body.code])
    expect((await as(uz)(whereUsed, { params: { id: hidden.id } })).body.code).toBe('not-found')

    const own = await l.published(author)
    expect((await adopt(author, own.id, { country: 'TJ' })).body.code).toBe('own-practice')
    for (const [state, code] of [
      ['archived', 'practice-not-published'],
      ['retracted', 'practice-retracted'],
    ] as const) {
      const { id } = await l.published(author)
      await l.w.admin.query('update practices.practices set state = $2 where id = $1', [id, state])
      expect((await adopt(uz, id)).body.code).toBe(code)
      expect((await used(id, uz)).mine).toMatchObject({ hindrance: code, as: [] })
    }
  })

  test('with personal data, from a day to come, or at a place of marks only', async () => {
    const { id } = await l.published(author)
    const faults = async (more: object) => (await adopt(uz, id, more)).body as unknown as { faults: object[] }
    expect((await faults({ words: 'Ask on +998 90 123 45 67' })).faults).toMatchObject([
      { pointer: '/words', code: 'personal-phone' },
    ])
    expect((await faults({ adaptation: 'Born 12.03.2014, now in grade 4' })).faults).toMatchObject([
      { pointer: '/adaptation', code: 'personal-birth' },
    ])
    expect((await faults({ place: 'Tashkent, somebody@example.org' })).faults).toMatchObject([
      { pointer: '/place', code: 'personal-mail' },
    ])
    expect((await faults({ since: '2026-12-01' })).faults).toMatchObject([
      { pointer: '/since', code: 'in-the-future' },
    ])
    expect((await faults({ place: '...' })).faults).toMatchObject([{ pointer: '/place', code: 'required' }])
  })

  test('twice at one place at a time; after it stopped, anew; sent again it is one', async () => {
    const { id } = await l.published(author)
    const command = body()
    await as(uz)(adoptPractice, { params: { id }, body: command })
    expect((await as(uz)(adoptPractice, { params: { id }, body: command })).status).toBe(201)
    expect((await adopt(uz, id, { place: ' TASHKENT ' })).body.code).toBe('adopted-already')
    const both = await Promise.all([adopt(uz, id, { place: 'Khiva' }), adopt(uz, id, { place: 'Khiva' })])
    expect(both.map(one => one.body.code ?? 'made').sort()).toEqual(['adopted-already', 'made'])
    await report(uz, command.id, 'stopped')
    const again = await adopt(uz, id)
    expect(again.status).toBe(201)
    // The one that stopped cannot come back beside it.
    expect((await report(uz, command.id, 'trying')).body.code).toBe('adopted-already')
    expect((await used(id)).uses).toEqual({ tried: 2, trying: 2, worked: 0, partly: 0, stopped: 0 })
  })
})

describe('nobody else', () => {
  test('reports, withdraws or answers for others; nothing is changed or deleted', async () => {
    const { id } = await l.published(author)
    const one = await adopted(uz, id)
    expect((await report(kz, one.id, 'worked')).body.code).toBe('not-yours')
    const withdraw = {
      params: { id: one.id },
      body: { id: newId(), words: 'A slip', language: 'en' as const },
    }
    expect((await as(kz)(withdrawAdoption, withdraw)).body.code).toBe('not-yours')
    expect((await as(kz)(answerAdoption, withdraw)).body.code).toBe('not-yours')
    const tables = ['adoption_reports', 'adoption_answers']
    await as(author)(answerAdoption, {
      params: { id: one.id },
      body: { id: newId(), words: 'Good', language: 'en' },
    })
    for (const table of tables) {
      await expect(l.w.admin.query(`update practices.${table} set words = 'x'`)).rejects.toThrow('stays said')
      await expect(l.w.admin.query(`delete from practices.${table}`)).rejects.toThrow('stays said')
    }
  })

  test('reads an adoption of a practice that is not open to them', async () => {
    const friend = await l.of('TJ')
    const { id } = await l.published(author, { audience: 'state' })
    const one = await adopted(friend, id, { country: 'TJ', place: 'Khujand' })
    expect((await as(friend)(getAdoption, { params: { id: one.id } })).status).toBe(200)
    const strange = await as(uz)(getAdoption, { params: { id: one.id } })
    expect(strange.body.code).toBe('not-found')
    const rows = (await as(uz)(listAdoptions, { query: { practiceId: id } })).body.rows
    expect(rows).toEqual([])
  })
})

test('tried, worked, corrected: the last word stands, all are read, and the author hears of each without a word of it', async () => {
  const { id } = await l.published(author, { audience: 'public' })
  const colleague = await l.w.somebody('practitioner', { agencyId: uz.agencyId })
  const one = await adopted(uz, id, { adaptation: 'One hour instead of two' })
  expect(one).toMatchObject({
    standing: 'trying',
    place: 'Tashkent',
    practice: { id, symbol: expect.stringMatching(/^PR-\d{4}$/) },
    mine: { report: true, withdraw: true, answer: true },
  })
  await report(uz, one.id, 'worked', { words: 'Works, shortened to one hour', feedback: 'Begin with play' })
  const twice = {
    params: { id: one.id },
    body: { id: newId(), state: 'partly' as const, words: 'Half of the classes', language: 'en' as const },
  }
  await as(colleague)(reportAdoption, twice)
  const corrected = (await as(colleague)(reportAdoption, twice)).body
  expect(corrected.reports.map(row => [row.number, row.standing])).toEqual([
    [1, 'trying'],
    [2, 'worked'],
    [3, 'partly'],
  ])
  expect(corrected).toMatchObject({ standing: 'partly', words: 'Half of the classes', version: 3 })
  expect((await used(id)).uses).toEqual({ tried: 1, trying: 0, worked: 0, partly: 1, stopped: 0 })

  await as(author)(answerAdoption, {
    params: { id: one.id },
    body: { id: newId(), words: 'Which half?', language: 'en' },
  })
  const answered = (
    await as(uz)(answerAdoption, {
      params: { id: one.id },
      body: { id: newId(), words: 'The older ones', language: 'en' },
    })
  ).body
  expect(answered.answers.map(row => [row.words, row.author])).toEqual([
    ['Which half?', true],
    ['The older ones', false],
  ])
  const told = (await heard(author)).filter(row => row.params['adoptionId'] === one.id)
  expect(told.map(row => row.topic).sort()).toEqual(
    ['adoption.answered', 'adoption.made', 'adoption.reported', 'adoption.reported'].sort(),
  )
  expect(told.every(row => JSON.stringify(row.params) === JSON.stringify({ adoptionId: one.id }))).toBe(true)
  expect((await heard(uz)).filter(row => row.params['adoptionId'] === one.id).map(row => row.topic)).toEqual([
    'adoption.answered',
  ])
  const stored = await l.w.admin.query(
    'select params::text from notifications.notices union all select payload::text from platform.outbox',
  )
  expect(JSON.stringify(stored.rows)).not.toMatch(/shortened|older ones|Tashkent/)
})

test('what was withdrawn counts nowhere, is read by those who said it and those who moderate, and is over', async () => {
  const { id } = await l.published(author)
  const one = await adopted(uz, id)
  const gone = await as(uz)(withdrawAdoption, {
    params: { id: one.id },
    body: { id: newId(), words: 'It was another practice', language: 'en' },
  })
  expect(gone.body).toMatchObject({ standing: 'withdrawn', mine: { report: false, withdraw: false } })
  expect((await report(uz, one.id, 'worked')).body.code).toBe('adoption-withdrawn')
  expect(await used(id)).toMatchObject({ uses: { tried: 0 }, rows: [] })
  expect((await as(kz)(getAdoption, { params: { id: one.id } })).body.code).toBe('not-found')
  expect((await as(l.moderator)(getAdoption, { params: { id: one.id } })).status).toBe(200)
  const lists = async (who: Somebody, query: object) =>
    (await as(who)(listAdoptions, { query: { practiceId: id, ...query } })).body.rows.length
  expect([await lists(uz, { mine: 'true' }), await lists(uz, {}), await lists(kz, {})]).toEqual([1, 0, 0])
})

test('a retracted practice: everybody who took it up hears of it once, results may still come, nobody begins', async () => {
  const { id } = await l.published(author)
  const one = await adopted(uz, id)
  const other = await adopted(kz, id, { country: 'KZ', place: 'Turkistan region' })
  const gone = await adopted(kz, id, { country: 'KZ', place: 'Aktau' })
  await as(kz)(withdrawAdoption, {
    params: { id: gone.id },
    body: { id: newId(), words: 'A slip', language: 'en' },
  })
  await l.w.admin.query(
    "update practices.practices set state = 'retracted', retracted_reason = 'It did harm' where id = $1",
    [id],
  )
  await emit(over(l.w.admin), 'practices.retracted', { practiceId: id })
  await run()
  const retracted = async (who: Somebody) =>
    (await heard(who)).filter(row => row.topic === 'adoption.retracted').map(row => row.params['adoptionId'])
  expect(await retracted(uz)).toEqual([one.id])
  expect(await retracted(kz)).toEqual([other.id])
  expect((await as(uz)(getAdoption, { params: { id: one.id } })).body.practice.state).toBe('retracted')
  expect((await report(uz, one.id, 'stopped', { words: 'We ended it' })).body.standing).toBe('stopped')
  expect((await adopt(uz, id, { place: 'Nukus' })).body.code).toBe('practice-retracted')
  const rows = (await as(uz)(listAdoptions, { query: { retracted: 'true', practiceId: id } })).body.rows
  expect(rows.map(row => row.id).sort()).toEqual([one.id, other.id].sort())
})

test('the list is narrowed by standing and country, page by page', async () => {
  const { id } = await l.published(author)
  const places = ['Osh', 'Naryn', 'Talas', 'Batken']
  const free = await l.w.somebody('expert', await l.w.agency())
  for (const place of places) await adopted(free, id, { country: 'KG', place })
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const reply = await as(kz)(listAdoptions, {
      query: { practiceId: id, country: 'KG', standing: 'trying', limit: 3, ...(cursor ? { cursor } : {}) },
    })
    seen.push(...reply.body.rows.map(row => row.place))
    cursor = reply.body.next
  } while (cursor)
  expect(seen.sort()).toEqual([...places].sort())
  expect((await as(kz)(listAdoptions, { query: { practiceId: id, standing: 'worked' } })).body.rows).toEqual(
    [],
  )
})

test('practices are listed by what was adopted and worked, page by page, and the others are left out', async () => {
  const free = await l.w.somebody('expert', await l.w.agency())
  const made: Record<string, string> = {}
  for (const [name, states] of [
    ['untried', []],
    ['trying', ['trying']],
    ['once', ['worked']],
    ['twice', ['worked', 'worked']],
    ['mixed', ['worked', 'stopped']],
  ] as const) {
    const { id } = await l.published(author)
    made[name] = id
    for (const [n, state] of states.entries()) {
      const one = await adopted(free, id, { country: 'KG', place: `Place ${n}` })
      if (state !== 'trying') await report(free, one.id, state)
    }
  }
  const ids: string[] = []
  let cursor: string | undefined
  do {
    const { body: page } = await as(kz)(listPractices, {
      query: { tried: 'true', limit: 2, ...(cursor ? { cursor } : {}) },
    })
    ids.push(...page.rows.map(row => row.id))
    cursor = page.next
  } while (cursor)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids).not.toContain(made['untried'])
  const mine = ids.filter(id => Object.values(made).includes(id))
  expect(mine).toEqual([made['twice'], made['once'], made['mixed'], made['trying']])
  const [first] = (await as(kz)(listPractices, { query: { tried: 'true', limit: 200 } })).body.rows.filter(
    row => row.id === made['mixed'],
  )
  expect(first?.uses).toEqual({ tried: 2, trying: 0, worked: 1, partly: 0, stopped: 1 })
})

test('the database counts as the rule does, whatever was said in whatever order', async () => {
  const { id } = await l.published(author)
  const free = await l.w.somebody('expert', await l.w.agency())
  const state = fc.constantFrom('trying', 'worked', 'partly', 'stopped', 'withdrawn')
  const said = fc.array(fc.record({ place: fc.constantFrom('a', 'b', 'c', 'd'), state }), { maxLength: 12 })
  const client = l.w.admin
  await fc.assert(
    fc.asyncProperty(said, async steps => {
      await client.query('begin')
      const written: { place: string; standing: 'trying'; at: string }[] = []
      for (const [n, step] of steps.entries()) {
        const adoption = newId()
        const { rows } = await client.query(
          'select edition_id, agency_id from practices.practices where id = $1',
          [id],
        )
        const at = new Date(Date.UTC(2026, 0, 1, 0, n)).toISOString()
        const agency = newId()
        await client.query("insert into access.agencies (id, name, kind) values ($1, '{}', 'other')", [
          agency,
        ])
        await client.query(
          `insert into practices.adoptions (id, practice_id, edition_id, by_kind, account_id, agency_id, country, place, place_key, since, created_at, updated_at)
           values ($1, $2, $3, 'worker', $4, $5, 'KG', $6, $6, '2026-01-01', $7, $7)`,
          [adoption, id, rows[0].edition_id, free.accountId, agency, step.place, at],
        )
        await client.query(
          `insert into practices.adoption_reports (id, adoption_id, standing, words, language, account_id, at)
           values ($1, $2, $3, 'said', 'en', $4, $5)`,
          [newId(), adoption, step.state, free.accountId, at],
        )
        written.push({ place: step.place, standing: step.state as 'trying', at })
      }
      const { rows } = await client.query(
        'select tried, trying, worked, partly, stopped, bound from practices.uses where practice_id = $1',
        [id],
      )
      await client.query('rollback')
      const { bound, ...counted } = rows[0] ?? {
        tried: 0,
        trying: 0,
        worked: 0,
        partly: 0,
        stopped: 0,
        bound: 0,
      }
      expect(counted).toEqual(resultsOf(written))
      expect(bound).toBeCloseTo(workedBound(counted), 9)
    }),
    { numRuns: 30 },
  )
})

test('the list leaves as a file, as far as its reader may see, in their language', async () => {
  const { id } = await l.published(author, { audience: 'public' })
  const hidden = await l.published(author, { audience: 'state' })
  const made = await adopted(uz, id, { place: 'Fergana' })
  await report(uz, made.id, 'worked', { words: 'Shortened to one hour' })
  const gone = await adopted(kz, id, { country: 'KZ', place: 'Aktau' })
  await as(kz)(withdrawAdoption, {
    params: { id: gone.id },
    body: { id: newId(), words: 'A mistake of ours', language: 'en' },
  })
  const colleague = await l.of('TJ')
  expect((await adopt(colleague, hidden.id, { country: 'TJ', place: 'Khujand' })).status).toBe(201)
  const ask = { of: 'adoptions', format: 'csv' as const, reason: 'For the report', language: 'kk' as const }
  expect((await as(uz)(askExport, { body: ask })).body.code).toBe('not-allowed')
  const auditor = await l.w.somebody('hubAuditor')
  const fileFor = async (query: Record<string, string>) => {
    const ticket = await as(auditor)(askExport, { body: { ...ask, query } })
    return (await l.w.raw(ticket.body.url, {}, auditor)).text()
  }
  const file = await fileFor({ practiceId: id })
  expect(file).toContain('Fergana')
  expect(file).toContain('Shortened to one hour')
  expect(file).toContain('Нәтиже берді')
  expect(file).not.toContain('Aktau')
  const all = await fileFor({ country: 'TJ' })
  expect(all).not.toContain('Khujand')
  expect(all).not.toContain('Fergana')
})
