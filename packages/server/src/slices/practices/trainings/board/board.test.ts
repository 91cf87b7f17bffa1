/** The board, the catalogue and the survey, through HTTP: each agency for itself. */
import * as board from '@kerege/contract/practices/trainings/board/routes'
import * as catalogue from '@kerege/contract/practices/trainings/catalogue/routes'
import * as needs from '@kerege/contract/practices/trainings/needs/routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../../platform/ids.ts'
import type { Somebody } from '../../../../testing/world.ts'
import { type Region, region, said } from '../../testing/region.ts'

const clock = { now: new Date('2026-11-26T06:00:00Z') }
let r: Region
let kz: Somebody
let kg: Somebody
let practitioner: Somebody
const as = (who: Somebody | null) => r.as(who)

beforeAll(async () => {
  r = await region(clock)
  kz = await r.somebody('delegate', 'KZ')
  kg = await r.somebody('delegate', 'KG')
  practitioner = await r.somebody('practitioner', 'KG')
}, 60_000)
afterAll(() => r.w.close())

const wish = (who: Somebody | null, kind: 'request' | 'offer', more: object = {}) => {
  const facts = { title: said('Papers'), domains: ['papers' as const], professions: [], languages: ['ru'] }
  const days = { from: '2027-01-01', until: '2027-06-30' }
  return as(who)(board.addWish, { body: { id: newId(), kind, ...facts, ...days, ...more } })
}
const answer = (who: Somebody | null, id: string) =>
  as(who)(board.answerWish, { params: { id }, body: { id: newId(), words: 'Three days in spring' } })

describe('the board', () => {
  test('takes requests of practitioners, and offers only of those who hold trainings', async () => {
    expect((await wish(null, 'request')).status).toBe(401)
    expect((await wish(practitioner, 'offer')).body.code).toBe('not-allowed')
    expect((await wish(practitioner, 'request', { until: '2026-01-01' })).status).toBe(422)
    expect((await wish(practitioner, 'request', { curriculumId: newId() })).status).toBe(422)
    expect((await wish(practitioner, 'request')).status).toBe(201)
  })

  test('shows what fits, lets another agency take it up, and opens again when that falls through', async () => {
    const offer = (await wish(kz, 'offer', { title: said('We teach papers') })).body
    const request = (await wish(practitioner, 'request')).body
    expect(request.fitting.map(row => row.id)).toContain(offer.id)
    expect((await answer(practitioner, request.id)).body.code).toBe('own-wish')
    const answered = await answer(kz, request.id)
    expect((await answer(kz, request.id)).body.code).toBe('answered-already')
    const id = answered.body.answers[0]?.id ?? ''
    const decide = (who: Somebody) => as(who)(board.decideAnswer, { params: { id }, body: { agree: true } })
    expect((await decide(kz)).body.code).toBe('not-yours')
    expect((await decide(practitioner)).body.state).toBe('taken-up')
    const undo = (who: Somebody) =>
      as(who)(board.withdrawAnswer, { params: { id }, body: { reason: 'No room' } })
    expect((await undo(practitioner)).body.code).toBe('not-yours')
    expect((await undo(kz)).body.state).toBe('open')
    const off = await as(practitioner)(
      board.withdrawWish,
      { params: { id: request.id }, body: { reason: 'Solved' } },
      { ifMatch: '"1"' },
    )
    expect(off.body.state).toBe('withdrawn')
    expect((await answer(kz, request.id)).body.code).toBe('wish-closed')
  })
})

describe('the catalogue', () => {
  const content = (hours: number) => ({
    ...{ title: said('Papers'), aims: said('Finds the door'), domains: [], professions: [] },
    ...{
      languages: ['ru'],
      hours,
      modules: [],
      materials: [],
      licence: 'CC-BY-4.0' as const,
      practiceIds: [],
    },
  })

  test('keeps every version; another agency changes nothing', async () => {
    const id = newId()
    const add = (who: Somebody) => as(who)(catalogue.addCurriculum, { body: { id, content: content(4) } })
    expect((await add(practitioner)).status).toBe(403)
    expect((await add(kz)).status).toBe(201)
    const change = (who: Somebody, version: number) =>
      as(who)(
        catalogue.changeCurriculum,
        { params: { id }, body: { content: content(6) } },
        { ifMatch: `"${version}"` },
      )
    expect((await change(kg, 1)).body.code).toBe('not-yours')
    expect((await change(kz, 1)).body).toMatchObject({ number: 2, current: 2 })
    expect((await change(kz, 1)).body.code).toBe('stale-version')
    const old = await as(practitioner)(catalogue.getCurriculum, { params: { id }, query: { number: '1' } })
    expect(old.body).toMatchObject({ number: 1, current: 2, content: { hours: 4 } })
    const params = { id }
    const reason = { reason: 'The law has changed' }
    await as(kz)(catalogue.withdrawCurriculum, { params, body: reason }, { ifMatch: '"2"' })
    expect((await change(kz, 3)).body.code).toBe('curriculum-withdrawn')
  })
})

describe('the survey', () => {
  const row = (people: number) => ({
    ...{ profession: 'teacher' as const, domain: 'education' as const, language: 'ky' },
    ...{ people, by: '2027-06-01' },
  })
  const say = (who: Somebody, asOf: string, people: number) =>
    as(who)(needs.answerNeeds, { body: { id: newId(), asOf, rows: people > 0 ? [row(people)] : [] } })

  test('is answered by those who hold trainings of an agency; the last answer counts, all stay', async () => {
    expect((await say(practitioner, '2026-11-01', 5)).status).toBe(403)
    const observer = await r.somebody('observer', '')
    expect((await as(observer)(needs.listNeeds, {})).status).toBe(403)
    expect((await say(kg, '2026-12-01', 5)).status).toBe(422)
    await say(kg, '2026-11-01', 30)
    expect((await say(kg, '2026-10-01', 5)).status).toBe(422)
    const twice = { id: newId(), asOf: '2026-11-02', rows: [row(1), row(2)] }
    expect((await as(kg)(needs.answerNeeds, { body: twice })).status).toBe(422)
    const told = (await say(kg, '2026-11-20', 25)).body
    expect(told.agencies[0]?.answers.map(one => [one.number, one.rows[0]?.people])).toEqual([
      [2, 25],
      [1, 30],
    ])
    expect((await as(practitioner)(needs.listGaps, { query: { country: 'KG' } })).body.rows).toMatchObject([
      { needed: 25, trained: 0, missing: 25 },
    ])
  })
})
