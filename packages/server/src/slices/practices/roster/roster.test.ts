/** The roster, through HTTP: by own choice, confirmed by the own state, lent by it, left at once. */
import {
  askDeployment,
  changeEntry,
  confirmEntry,
  getEntry,
  joinRoster,
  leaveRoster,
  listDeployments,
  listRoster,
  moveDeployment,
  myEntry,
} from '@kerege/contract/practices/roster/routes'
import { askExport } from '@kerege/contract/exports/routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import type { Somebody } from '../../../testing/world.ts'
import { type Region, region, said } from '../testing/region.ts'

const clock = { now: new Date('2026-11-26T06:00:00Z') }
let r: Region
let kg: Somebody
let kz: Somebody
let organisation: Somebody
let secretariat: Somebody
const as = (who: Somebody | null) => r.as(who)

beforeAll(async () => {
  r = await region(clock)
  kg = await r.somebody('delegate', 'KG')
  kz = await r.somebody('delegate', 'KZ')
  organisation = await r.somebody('expert', '')
  secretariat = await r.somebody('secretariat', 'UZ')
}, 60_000)
afterAll(() => r.w.close())

const content = (more: object = {}) => ({
  domains: ['family' as const],
  languages: ['ky', 'ru'],
  gives: ['train' as const, 'deploy' as const],
  periods: [{ id: newId(), from: '2026-12-01', until: '2027-02-28' }],
  ...more,
})
const joined = async (country = 'KG', more: object = {}) => {
  const who = await r.somebody('expert', country)
  const id = newId()
  const reply = await as(who)(joinRoster, { body: { id, ...content(more) } })
  expect(reply.status).toBe(201)
  return { who, id }
}
const confirm = (who: Somebody | null, id: string, version = 1, yes = true) =>
  as(who)(confirmEntry, { params: { id }, body: { confirm: yes } }, { ifMatch: `"${version}"` })
const confirmed = async (country = 'KG', more: object = {}) => {
  const made = await joined(country, more)
  expect((await confirm(country === 'KG' ? kg : kz, made.id)).status).toBe(200)
  return made
}
test('leaves as a file with a reason, in the words and under the filter of the list', async () => {
  const { who } = await confirmed('KG', { languages: ['ky'] })
  const other = await confirmed('KZ', { languages: ['kk'] })
  const take = (somebody: Somebody) =>
    as(somebody)(askExport, {
      body: {
        ...{ of: 'roster', format: 'csv', query: { language: 'ky' }, language: 'ru' },
        reason: 'For the programme of May',
      },
    })
  expect((await take(kg)).body.code).toBe('not-allowed')
  const { url } = (await take(secretariat)).body
  const file = await (await r.w.raw(url, {}, secretariat)).text()
  expect(file).toContain(who.name)
  expect(file).not.toContain(other.who.name)
  expect(file).not.toContain(who.email)
})

const ask = (who: Somebody | null, id: string, more: object = {}) =>
  as(who)(askDeployment, {
    params: { id },
    body: {
      id: newId(),
      gives: 'deploy',
      title: said('A month beside the centre'),
      place: 'Osh',
      from: '2027-01-10',
      until: '2027-02-10',
      words: 'We open a centre',
      ...more,
    },
  })
const move = (who: Somebody | null, id: string, to: 'offered', words?: string) =>
  as(who)(moveDeployment, { params: { id }, body: { to, ...(words ? { words } : {}) } })
// The types of the helper say one state; tests go through all of them.
const go = move as (who: Somebody | null, id: string, to: string, words?: string) => ReturnType<typeof move>

describe('nobody', () => {
  test('reads the roster who is not signed in; a practitioner stands on it, an observer does not', async () => {
    expect((await as(null)(listRoster, {})).status).toBe(401)
    const observer = await r.somebody('observer', '')
    expect((await as(observer)(joinRoster, { body: { id: newId(), ...content() } })).status).toBe(403)
    expect((await as(observer)(listDeployments, {})).status).toBe(403)
  })

  test('sees what waits, but for its holder, their state and the secretariat', async () => {
    const { who, id } = await joined()
    for (const reader of [who, kg, secretariat]) {
      expect((await as(reader)(getEntry, { params: { id } })).status).toBe(200)
    }
    const strange = await as(kz)(getEntry, { params: { id } })
    const absent = await as(kz)(getEntry, { params: { id: newId() } })
    expect(strange.status).toBe(404)
    expect(strange.body.code).toBe(absent.body.code)
    const waiting = await as(kg)(listRoster, { query: { waiting: 'true' } })
    expect(waiting.body.rows.map(row => row.id)).toContain(id)
    expect((await as(kz)(listRoster, { query: { waiting: 'true' } })).body.rows).toEqual([])
  })

  test('confirms themselves, or for another state', async () => {
    const { who, id } = await joined()
    expect((await confirm(who, id)).status).toBe(403)
    expect((await confirm(kz, id)).status).toBe(404)
    const own = newId()
    await as(kg)(joinRoster, { body: { id: own, ...content() } })
    expect((await confirm(kg, own)).body.code).toBe('not-allowed')
  })

  test('stands there twice, or changes what is another’s', async () => {
    const { who, id } = await confirmed()
    const again = await as(who)(joinRoster, { body: { id: newId(), ...content() } })
    expect(again.body.code).toBe('on-roster')
    expect((await as(who)(joinRoster, { body: { id, ...content() } })).status).toBe(201)
    const other = await as(organisation)(changeEntry, { params: { id }, body: content() }, { ifMatch: '"2"' })
    expect(other.body.code).toBe('not-yours')
    expect((await as(kz)(leaveRoster, { params: { id } })).status).toBe(403)
  })

  test('whose account is blocked is shown', async () => {
    const { who, id } = await confirmed()
    await r.w.admin.query(`update access.accounts set state = 'blocked' where id = $1`, [who.accountId])
    expect((await as(kz)(getEntry, { params: { id } })).status).toBe(404)
    expect((await ask(kz, id)).status).toBe(404)
  })
})

test('free days and words change without asking the state again; what one gives does not', async () => {
  const { who, id } = await confirmed()
  const change = (version: number, more: object) =>
    as(who)(changeEntry, { params: { id }, body: content(more) }, { ifMatch: `"${version}"` })
  expect((await change(1, {})).body.code).toBe('stale-version')
  expect((await change(2, { periods: [], about: said('Since 2015') })).body.confirmed).toBe(true)
  expect((await change(3, { gives: ['review'] })).body.confirmed).toBe(false)
})

test('is found by what somebody gives, in which language, about what, and when', async () => {
  const { id } = await confirmed('KZ', { languages: ['tk'], domains: [], gives: ['mentor'] })
  const found = async (query: Record<string, string>) =>
    (await as(organisation)(listRoster, { query: { language: 'tk', ...query } as never })).body.rows.map(
      row => row.id,
    )
  expect(await found({})).toEqual([id])
  expect(await found({ gives: 'mentor', domain: 'health', country: 'KZ', freeOn: '2027-01-01' })).toEqual([
    id,
  ])
  for (const query of [{ gives: 'train' }, { country: 'KG' }, { freeOn: '2027-06-01' }]) {
    expect(await found(query)).toEqual([])
  }
})

describe('a deployment', () => {
  test('goes from the asker over the expert and their state to a report', async () => {
    const { who, id } = await confirmed()
    expect((await ask(kz, id, { gives: 'review' })).status).toBe(422)
    expect((await ask(who, id)).body.code).toBe('own-entry')
    const asked = await ask(kz, id)
    const deployment = asked.body.id
    // Not yet for the state, and never for the asker, to say yes.
    expect((await go(kg, deployment, 'agreed')).body.code).toBe('deployment-state')
    expect((await go(kz, deployment, 'offered')).body.code).toBe('deployment-state')
    expect((await go(organisation, deployment, 'offered')).status).toBe(404)
    expect((await go(who, deployment, 'offered')).body.state).toBe('offered')
    expect((await go(who, deployment, 'agreed')).body.code).toBe('deployment-state')
    const agreed = await go(kg, deployment, 'agreed')
    expect(agreed.body.steps.map(one => [one.state, one.by])).toEqual([
      ['asked', kz.name],
      ['offered', who.name],
      ['agreed', kg.name],
    ])
    expect((await go(kz, deployment, 'under-way')).status).toBe(200)
    expect((await go(who, deployment, 'ended')).status).toBe(422)
    const ended = await go(who, deployment, 'ended', 'Four weeks, two colleagues go on alone')
    expect(ended.body).toMatchObject({ state: 'ended', may: [] })
    expect((await as(kz)(listDeployments, {})).body.rows.map(row => row.id)).toContain(deployment)
    expect((await as(organisation)(listDeployments, {})).body.rows).toEqual([])
  })

  test('tells what else lies on these days, of others’ only the days', async () => {
    const { who, id } = await confirmed()
    const first = (await ask(organisation, id, { title: said('For an organisation') })).body.id
    await go(who, first, 'offered')
    const second = await ask(kz, id, { from: '2027-02-10', until: '2027-03-10' })
    expect(second.body.clashes).toEqual([
      { kind: 'deployment', from: '2027-01-10', until: '2027-02-10' },
      { kind: 'not-free', from: '2027-02-10', until: '2027-03-10' },
    ])
    const own = (await as(who)(myEntry, {})).body.entry?.deployments ?? []
    expect(own.find(one => one.id === second.body.id)?.clashes[0]).toMatchObject({ id: first })
  })
})

test('whoever leaves is gone at once: open deployments end, past ones stay without them', async () => {
  const { who, id } = await confirmed()
  const open = (await ask(kz, id)).body.id
  const past = (await ask(kz, id)).body.id
  for (const to of ['offered', 'ended']) {
    if (to === 'offered') await go(who, past, to)
    else {
      await go(kg, past, 'agreed')
      await go(who, past, 'under-way')
      await go(who, past, to, 'Done')
    }
  }
  expect((await as(who)(leaveRoster, { params: { id } })).status).toBe(204)
  expect((await as(kz)(getEntry, { params: { id } })).status).toBe(404)
  expect((await as(who)(myEntry, {})).body).toEqual({})
  const rows = (await as(kz)(listDeployments, {})).body.rows
  const stands = (one: string) => rows.find(row => row.id === one)
  expect(stands(open)).toMatchObject({ state: 'withdrawn' })
  expect(stands(past)).toMatchObject({ state: 'ended' })
  for (const one of [open, past]) {
    expect(stands(one)).not.toHaveProperty('expert')
    expect(JSON.stringify(stands(one))).not.toContain(who.name)
  }
})
