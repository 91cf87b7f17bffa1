/** Entitlements through the HTTP layer: refusals first, then a claim from the first look to what was given, deliveries, and the queue. */
import { urlOf } from '@kerege/contract/client'
import { assignCases, openCase } from '@kerege/contract/cases/routes'
import * as routes from '@kerege/contract/entitlements/routes'
import type { AddDelivery, TakeClaimStep } from '@kerege/contract/entitlements/schema'
import { askExport, askPaper, fetchExport, fetchPaper } from '@kerege/contract/exports/routes'
import { mergePeople } from '@kerege/contract/people/duplicates/routes'
import { registerPerson } from '@kerege/contract/people/routes'
import { listTasks } from '@kerege/contract/tasks/routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { dayFromNow } from '../../testing/consents.ts'
import { contact, cyrillicName, draft } from '../../testing/people.ts'
import { type Somebody, type World, world } from '../../testing/world.ts'

let w: World
let worker: Somebody
let lead: Somebody
beforeAll(async () => {
  w = await world()
  worker = await w.somebody('caseManager')
  lead = await w.somebody('supervisor')
})
afterAll(() => w.close())

async function person(named = 'Әлиева', born = '2015-04-02'): Promise<string> {
  const names = [cyrillicName(named, 'Әлия')]
  const birth = { precision: 'day', date: born } as never
  const body = draft({ contact: contact({ names, birth }) })
  expect((await w.as(lead)(registerPerson, { body })).status).toBe(201)
  const caseId = newId()
  await w.as(lead)(openCase, { body: { id: caseId, personId: body.id, origin: 'walk-in' } })
  await w.as(lead)(assignCases, { body: { ids: [caseId], workerId: worker.accountId } })
  return body.id
}
const list = (id: string, who = worker) => w.as(who)(routes.personEntitlements, { params: { id } })
const step = (over: Partial<TakeClaimStep> = {}): TakeClaimStep => ({
  ...{ id: newId(), what: 'asked', seen: 0 },
  ...over,
})
const take = (id: string, body: TakeClaimStep, code = 'school-place', who = worker) =>
  w.as(who)(routes.takeClaimStep, { params: { id, code }, body })
const rowOf = async (id: string, code = 'school-place') =>
  (await list(id)).body.rows.find(row => row.code === code)
const delivery = (over: Partial<AddDelivery> = {}): AddDelivery => ({
  ...{ id: newId(), what: 'Winter coat', amount: '2', on: dayFromNow(-1) },
  ...{ byWhom: 'Reeds Foundation', receivedBy: 'The mother' },
  ...over,
})
const add = (id: string, body: AddDelivery, who = worker) =>
  w.as(who)(routes.addDelivery, { params: { id }, body })
const codes = (reply: { body: unknown }) =>
  (reply.body as { faults?: { pointer: string; code: string }[] }).faults?.map(
    one => `${one.pointer} ${one.code}`,
  )

describe('refused', () => {
  test('to nobody, to who does not work with cases, and of a stranger as of nobody', async () => {
    const id = await person()
    expect((await w.as(null)(routes.personEntitlements, { params: { id } })).status).toBe(401)
    expect((await list(id, await w.somebody('teacher'))).status).toBe(403)
    const far = await w.somebody('supervisor', await w.agency())
    expect((await list(id, far)).status).toBe(404)
    expect((await take(id, step(), 'school-place', far)).status).toBe(404)
    expect((await add(id, delivery(), far)).status).toBe(404)
    expect((await take(id, step(), 'no-such-thing')).status).toBe(404)
  })

  test('to who does not read how the family lives: that there is a list, and nothing of it', async () => {
    const id = await person()
    await take(id, step())
    const keeper = await w.somebody('nationalCoordinator')
    expect((await list(id, keeper)).body).toMatchObject({ open: false, rows: [], deliveries: [] })
    const colleague = await w.somebody('caseManager')
    expect((await list(id, colleague)).body).toMatchObject({ open: false, rows: [] })
    expect((await take(id, step(), 'school-place', colleague)).status).toBe(404)
  })

  test('out of order, on an old version, without a reason, on days that cannot be', async () => {
    const id = await person()
    expect((await take(id, step({ what: 'appealed' }))).body.code).toBe('claim-cannot')
    expect((await take(id, step({ seen: 3 }))).body.code).toBe('stale-version')
    expect(codes(await take(id, step({ what: 'not' })))).toEqual(['/words required'])
    const wrong = step({
      ...{ on: dayFromNow(3), appealBy: dayFromNow(9) },
      next: { title: 'Ask again', due: dayFromNow(-3) },
    })
    expect(codes(await take(id, wrong))).toEqual([
      '/on day-ahead',
      '/appealBy not-asked',
      '/next/due in-the-past',
    ])
    expect(codes(await add(id, delivery({ on: dayFromNow(2), code: 'no-such-thing' })))).toEqual([
      '/on day-ahead',
      '/code not-found',
    ])
    expect(await rowOf(id)).not.toHaveProperty('claim')
  })
})

describe('a claim', () => {
  test('fits by age, and decides nothing', async () => {
    const child = (await list(await person())).body
    const fits = (code: string, of = child) => of.rows.find(row => row.code === code)?.fits
    expect([fits('school-place'), fits('old-age-pension'), fits('clinic')]).toEqual([true, false, true])
    const grown = (await list(await person('Серікова', '1960-01-01'))).body
    expect([fits('school-place', grown), fits('old-age-pension', grown)]).toEqual([false, true])
    expect(child.rows.every(row => !row.verified && !row.claim && row.title.en)).toBe(true)
  })

  test('goes from the first look to what was given, each step with who and when', async () => {
    const id = await person()
    const first = step({ what: 'applies', next: { title: 'Ask the school', due: dayFromNow(5) } })
    expect((await take(id, first)).status).toBe(200)
    // Sent again it is one step.
    expect((await take(id, first)).status).toBe(200)
    expect(await rowOf(id)).toMatchObject({ claim: { state: 'applies', version: 1, nextOn: dayFromNow(5) } })
    const tasks = (await w.as(worker)(listTasks, { query: { limit: 50 } as never })).body.rows
    expect(tasks.filter(task => task.title === 'Ask the school')).toHaveLength(1)
    await take(id, step({ seen: 1, on: dayFromNow(-40) }))
    await take(id, step({ what: 'refused', seen: 2, words: 'No room', appealBy: dayFromNow(10) }))
    expect(await rowOf(id)).toMatchObject({
      claim: { state: 'refused', appealBy: dayFromNow(10), late: false },
    })
    await take(id, step({ what: 'appealed', seen: 3 }))
    expect((await take(id, step({ what: 'given', seen: 4 }))).status).toBe(200)
    const row = await rowOf(id)
    expect(row?.claim?.steps.map(one => one.what)).toEqual([
      'given',
      'appealed',
      'refused',
      'asked',
      'applies',
    ])
    expect(row?.claim?.steps[2]).toMatchObject({ words: 'No room', by: { id: worker.accountId } })
    expect(row?.may).toEqual(['ended', 'word'])
  })

  test('of two who say something at once, the second is told first', async () => {
    const id = await person()
    const both = await Promise.all([take(id, step()), take(id, step({ what: 'given' }))])
    expect(both.map(one => one.status).sort()).toEqual([200, 412])
  })
})

describe('the queue', () => {
  test('has what was asked too long ago, for who works with the family and who leads, and leaves as a file', async () => {
    const id = await person('Қайыңова')
    await take(id, step({ on: dayFromNow(-45) }))
    await take(id, step(), 'clinic')
    const late = async (who: Somebody, of: 'mine' | 'team' | 'all') =>
      (await w.as(who)(routes.listClaims, { query: { of, late: 'yes', limit: 200 } })).body.rows.filter(
        row => row.personId === id,
      )
    expect(await late(worker, 'mine')).toMatchObject([{ code: 'school-place', late: true }])
    expect(await late(lead, 'team')).toHaveLength(1)
    expect(await late(await w.somebody('nationalCoordinator'), 'all')).toEqual([])
    expect(await late(await w.somebody('supervisor', await w.agency()), 'all')).toEqual([])
    const query = { of: 'mine', code: 'clinic' } as const
    const { rows } = (await w.as(worker)(routes.listClaims, { query: { ...query, limit: 200 } })).body
    expect((await w.as(worker)(routes.countClaims, { query: { ...query, limit: 1 } })).body.total).toBe(
      rows.length,
    )
    expect((await w.as(lead)(routes.entitlementsToday, {})).body).toMatchObject({ of: 'team' })
    expect((await w.as(worker)(routes.entitlementsToday, {})).body.rows.map(row => row.personId)).toContain(
      id,
    )

    const ticket = await w.as(lead)(askExport, {
      body: {
        ...{ of: 'entitlements', format: 'csv', query: { of: 'team' }, reason: 'For the meeting' },
        language: 'kk',
      },
    })
    const reply = await w.raw(urlOf(fetchExport, { params: { id: ticket.body.id } }), {}, lead)
    const text = Buffer.from(await reply.arrayBuffer()).toString()
    expect(text).toContain('Мектептен орын')
    expect(text).toContain('Қайыңова')
  })

  test('is on paper for the family, in their language, without a reason', async () => {
    const id = await person('Теректі')
    await take(id, step({ what: 'not', words: 'They have no need' }), 'clinic')
    const ask = (who: Somebody) =>
      w.as(who)(askPaper, {
        body: {
          ...{ of: 'entitlements-list', format: 'docx', query: { personId: id }, reason: 'For the family' },
          language: 'kk',
        },
      })
    const ticket = await ask(worker)
    expect(ticket.status).toBe(201)
    const paper = await w.raw(urlOf(fetchPaper, { params: { id: ticket.body.id } }), {}, worker)
    expect([paper.status, (await paper.arrayBuffer()).byteLength > 2000]).toEqual([200, true])
    expect((await ask(await w.somebody('teacher'))).status).toBe(403)
  })
})

describe('what was handed over', () => {
  test('is written once, and struck out with the reason', async () => {
    const id = await person()
    const body = delivery({ code: 'school-place' })
    expect((await add(id, body)).status).toBe(201)
    expect((await add(id, body)).body.deliveries).toHaveLength(1)
    const strike = (who: Somebody) =>
      w.as(who)(routes.strikeDelivery, { params: { id: body.id }, body: { reason: 'Another family' } })
    expect((await strike(await w.somebody('caseManager'))).status).toBe(404)
    expect((await strike(worker)).body.deliveries).toMatchObject([
      { what: 'Winter coat', struck: { why: 'Another family', by: { id: worker.accountId } } },
    ])
    expect((await strike(lead)).body.deliveries[0]?.struck?.by.id).toBe(worker.accountId)
  })

  test('and claims go with a record that joins another, come to stand once, and go with the person', async () => {
    const [stays, joins] = [await person(), await person()]
    await take(stays, step())
    await take(joins, step({ what: 'given' }))
    await take(joins, step(), 'clinic')
    await add(joins, delivery())
    const merged = await w.as(lead)(mergePeople, {
      body: {
        ...{ id: newId(), stays, staysVersion: 1, joins, joinsVersion: 1 },
        reason: 'One of two lists',
      },
    })
    expect(merged.status).toBe(201)
    expect(await rowOf(stays)).toMatchObject({ claim: { state: 'asked' } })
    expect(await rowOf(stays, 'clinic')).toMatchObject({ claim: { state: 'asked' } })
    expect((await list(stays)).body.deliveries).toHaveLength(1)
    await w.admin.query('delete from people.persons where id = any ($1)', [[stays, joins]])
    const left = await w.admin.query(
      `select 1 from entitlements.claims where person_id = $1 union all select 1 from entitlements.steps where person_id = $1
       union all select 1 from entitlements.deliveries where person_id = $1`,
      [stays],
    )
    expect(left.rowCount).toBe(0)
  })
})
