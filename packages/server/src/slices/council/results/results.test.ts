/** The results framework through HTTP: who says what of which state, what stays said, and what is not reported. */
import { makeAction } from '@kerege/contract/council/actionRoutes'
import { listPillars } from '@kerege/contract/council/initiatives/routes'
import {
  addIndicator,
  addResult,
  changeIndicator,
  changeResult,
  checkValue,
  getIndicator,
  importValues,
  indicatorsOfAction,
  previewValues,
  reportValue,
  viewFramework,
} from '@kerege/contract/council/results/routes'
import type { Indicator, ReportValue } from '@kerege/contract/council/results/schema'
import { askExport } from '@kerege/contract/exports/routes'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import type { Somebody } from '../../../testing/world.ts'
import { type Hub, hub, said } from '../testing/hub.ts'

let h: Hub
let kg: Somebody
let undp: Somebody
let outputId: string
let outcome: { id: string; etag: string | undefined }
let count = 0
const as = (who: Somebody | null) => h.w.as(who)

beforeAll(async () => {
  h = await hub({ now: () => new Date('2026-11-25T12:00:00Z') })
  kg = await h.delegate('KG')
  undp = await h.delegate('UNDP')
  const pillar = (await as(kg)(listPillars, {})).body.rows[0]?.id ?? ''
  const first = await as(h.secretariat)(addResult, {
    body: { id: newId(), kind: 'outcome', underId: pillar, code: '1', title: said('Schools are ready') },
  })
  outcome = { id: first.body.id, etag: first.etag }
  const second = await as(h.secretariat)(addResult, {
    body: {
      id: newId(),
      kind: 'output',
      underId: first.body.id,
      code: '1.1',
      title: said('Teachers know how'),
    },
  })
  outputId = second.body.id
}, 60_000)
afterAll(() => h.w.close())

const draft = (more: object = {}) => ({
  id: newId(),
  outputId,
  code: `1.1.${++count}`,
  title: said('Districts with a trained school psychologist'),
  definition: said('Districts in which at least one school psychologist has finished the course'),
  unit: 'number' as const,
  frequency: 'half-year' as const,
  actionIds: [],
  ...more,
})
const indicator = async (more: object = {}): Promise<Indicator> =>
  (await as(h.secretariat)(addIndicator, { body: draft(more) })).body
const say = (who: Somebody | null, id: string, more: Partial<ReportValue> = {}) =>
  as(who)(reportValue, {
    params: { id },
    body: { id: newId(), state: 'KG', aspect: 'actual', period: '2026-H1', basedOn: 0, value: 4, ...more },
  })

describe('is refused', () => {
  test('to nobody, to partners, to another state’s delegation, and to readers', async () => {
    const { id } = await indicator()
    expect((await say(null, id)).status).toBe(401)
    expect((await say(undp, id)).body.code).toBe('not-yours')
    expect((await say(kg, id, { state: 'KZ' })).body.code).toBe('not-yours')
    expect((await say(await h.w.somebody('practitioner'), id)).body.code).toBe('not-yours')
    expect((await as(kg)(addIndicator, { body: draft() })).body.code).toBe('not-allowed')
    expect((await as(kg)(getIndicator, { params: { id } })).body.mayReport).toEqual(['KG'])
    expect((await as(undp)(getIndicator, { params: { id } })).body.mayReport).toEqual([])
  })
  test('for a period that does not fit, a share over the whole, and a first word without a number', async () => {
    const { id } = await indicator({ unit: 'percent' })
    const faults = async (more: Partial<ReportValue>) =>
      (
        (await say(kg, id, more)).body as unknown as { faults?: { pointer: string; code: string }[] }
      ).faults?.map(one => `${one.pointer} ${one.code}`)
    expect(await faults({ period: '2026', value: 101 })).toEqual(['/period result-rhythm', '/value too-big'])
    expect(await faults({ period: '2027-H1' })).toEqual(['/period in-the-future'])
    expect(await faults({ value: undefined })).toEqual(['/value required'])
    expect((await say(kg, id, { value: -1 })).status).toBe(422)
  })
  test('a number of people: there is no unit for it', async () => {
    const reply = await as(h.secretariat)(addIndicator, { body: draft({ unit: 'people' }) })
    expect(reply.status).toBe(422)
  })
  test('to check one’s own entry, to send back without words, to check what was said anew', async () => {
    const { id } = await indicator()
    const own = (await say(h.secretariat, id, { state: 'UZ' })).body.values[0]?.id ?? ''
    const check = (who: Somebody, valueId: string, verdict: 'checked' | 'returned') =>
      as(who)(checkValue, { params: { id, valueId }, body: { verdict } })
    expect((await check(h.secretariat, own, 'checked')).body.code).toBe('own-request')
    expect((await check(kg, own, 'checked')).body.code).toBe('not-allowed')
    expect((await check(h.chair, own, 'returned')).body).toMatchObject({ faults: [{ pointer: '/words' }] })
    await say(h.secretariat, id, { state: 'UZ', basedOn: 1, value: 5, reason: 'Counted anew' })
    expect((await check(h.chair, own, 'checked')).body.code).toBe('value-said')
  })
})

test('a state that has said nothing is not reported, which is no nought', async () => {
  const { id } = await indicator()
  const { body } = await say(kg, id, { value: 0 })
  expect(body.values).toMatchObject([{ state: 'KG', value: 0 }])
  expect(body.coverage).toMatchObject({ period: '2026-H2', reported: [], open: 1 })
  expect(body.coverage.stands).toMatchObject([{ check: 'open' }])
  const second = await say(kg, id, { period: '2026-H2' })
  expect(second.body.coverage.reported).toEqual(['KG'])
})

test('a correction keeps what was said and says why; taken back, it is not reported again', async () => {
  const { id } = await indicator()
  await say(kg, id)
  expect((await say(kg, id, { basedOn: 1, value: 6 })).body).toMatchObject({
    faults: [{ pointer: '/reason', code: 'required' }],
  })
  expect((await say(kg, id, { basedOn: 0, value: 6, reason: 'Late letter' })).body.code).toBe('value-said')
  const corrected = await say(kg, id, { basedOn: 1, value: 6, reason: 'Late letter' })
  expect(corrected.body.values).toMatchObject([
    { value: 6, number: 2, reason: 'Late letter', by: kg.name, before: [{ value: 4, number: 1 }] },
  ])
  const gone = await say(kg, id, { basedOn: 2, value: undefined, reason: 'Of another year' })
  expect(gone.body.values[0]).not.toHaveProperty('value')
  expect(gone.body.coverage.open).toBe(0)
  await expect(h.w.admin.query('update council.indicator_values set value = 9')).rejects.toThrow('stays said')
})

test('the same words sent twice are said once', async () => {
  const { id } = await indicator()
  const valueId = newId()
  await say(kg, id, { id: valueId })
  expect((await say(kg, id, { id: valueId })).body.values).toMatchObject([{ number: 1, before: [] }])
})

test('the secretariat checks what a state said, or sends it back with words', async () => {
  const { id } = await indicator()
  const valueId = (await say(kg, id)).body.values[0]?.id ?? ''
  expect((await as(kg)(getIndicator, { params: { id } })).body.values[0]?.mayCheck).toBe(false)
  const back = await as(h.secretariat)(checkValue, {
    params: { id, valueId },
    body: { verdict: 'returned', words: 'Of which districts?' },
  })
  expect(back.body.values[0]?.check).toMatchObject({ verdict: 'returned', words: 'Of which districts?' })
  const anew = (await say(kg, id, { basedOn: 1, reason: 'With the list' })).body.values[0]
  expect(anew?.check).toBeUndefined()
  const done = await as(h.secretariat)(checkValue, {
    params: { id, valueId: anew?.id ?? '' },
    body: { verdict: 'checked' },
  })
  expect(done.body.coverage.open).toBe(0)
})

test('states stand in one order, whatever they say', async () => {
  const { id } = await indicator()
  for (const [state, value] of [
    ['UZ', 90],
    ['KZ', 1],
    ['TJ', 50],
  ] as const) {
    await say(h.secretariat, id, { state, value })
  }
  const { values } = (await as(kg)(getIndicator, { params: { id } })).body
  expect(values.map(one => one.state)).toEqual(['KZ', 'TJ', 'UZ'])
})

test('the framework is a tree that is kept by those who prepare', async () => {
  const { id, ...rest } = draft()
  await as(h.secretariat)(addIndicator, { body: { id, ...rest } })
  const { body } = await as(undp)(viewFramework, {})
  expect(body.results.map(one => [one.kind, one.code])).toEqual([
    ['outcome', '1'],
    ['output', '1.1'],
  ])
  expect(body.indicators.map(one => one.id)).toContain(id)
  const wrong = await as(h.secretariat)(addResult, {
    body: { id: newId(), kind: 'output', underId: outputId, code: '9', title: said('Under an output') },
  })
  expect(wrong.body).toMatchObject({ faults: [{ pointer: '/underId', code: 'not-found' }] })
  const pillar = body.pillars[1]?.id ?? ''
  const moved = await as(h.secretariat)(
    changeResult,
    {
      params: { id: outcome.id },
      body: { kind: 'outcome', underId: pillar, code: '1', title: said('Schools') },
    },
    { ifMatch: outcome.etag ?? '' },
  )
  expect(moved.body).toMatchObject({ version: 2, underId: pillar })
})

test('unit and rhythm stay once something was said; the rest may change', async () => {
  const made = await indicator()
  const said1 = await say(kg, made.id)
  const { id: _, ...content } = draft({ code: made.code })
  const change = (more: object) =>
    as(h.secretariat)(
      changeIndicator,
      { params: { id: made.id }, body: { ...content, ...more } },
      { ifMatch: said1.etag ?? '' },
    )
  expect((await change({ unit: 'days' })).body).toMatchObject({
    faults: [{ pointer: '/unit', code: 'result-said' }],
  })
  expect((await change({ frequency: 'year' })).body).toMatchObject({ faults: [{ pointer: '/frequency' }] })
  expect((await change({ title: said('In other words') })).body.version).toBe(2)
  expect((await change({})).body.code).toBe('stale-version')
})

test('an action leads to its indicators', async () => {
  const action = (
    await as(h.secretariat)(makeAction, {
      body: { id: newId(), ownerId: h.party('KG'), title: said('Train them'), due: '2026-12-31' },
    })
  ).body
  const made = await indicator({ actionIds: [action.id] })
  expect(made.actions.map(one => one.id)).toEqual([action.id])
  expect((await as(undp)(indicatorsOfAction, { query: { actionId: action.id } })).body.rows).toMatchObject([
    { id: made.id },
  ])
})

test('leaves as a file: the last word of each state, and that something is not reported', async () => {
  const { id, code } = await indicator()
  await say(kg, id)
  await say(kg, id, { basedOn: 1, value: 7.5, reason: 'Counted anew' })
  await say(kg, id, { period: '2025-H2', value: 3 })
  await say(kg, id, { period: '2025-H2', basedOn: 1, value: undefined, reason: 'An error' })
  const asked = await as(h.secretariat)(askExport, {
    body: { of: 'results', format: 'csv', query: { state: 'KG' }, reason: 'For the session', language: 'en' },
  })
  const text = await (await h.w.raw(asked.body.url, {}, h.secretariat)).text()
  const rows = (parse(text, { bom: true, relax_column_count: true }) as string[][]).filter(
    row => row[3] === code,
  )
  expect(rows.map(row => row.slice(6, 11))).toEqual([
    ['Kyrgyzstan', 'Reached', '2025-H2', 'not reported', 'not checked yet'],
    ['Kyrgyzstan', 'Reached', '2026-H1', '7.5', 'not checked yet'],
  ])
})

describe('a sheet of values', () => {
  const sheet = (...rows: readonly (readonly string[])[]) =>
    Buffer.from(
      [['Indicator', 'State', 'What it is', 'Period', 'Value', 'Note', 'Why it is corrected'], ...rows]
        .map(row => row.join(';'))
        .join('\n'),
    )
  const look = (who: Somebody | null, body: Buffer<ArrayBuffer>) => as(who)(previewValues, { body })

  test('is refused to nobody, and row by row where it says what it may not', async () => {
    const { code } = await indicator({ unit: 'percent' })
    expect((await look(null, sheet())).status).toBe(401)
    const { body } = await look(
      kg,
      sheet(
        [code, 'Kazakhstan', 'Reached', '2026-H1', '4'],
        [code, 'KG', 'Reached', '2026', '4'],
        [code, 'KG', 'Reached', '2026-H1', 'many'],
        [code, 'KG', 'Reached', '2026-H2', '101'],
        ['9.9', 'Nowhere', 'Hoped', 'soon', '4'],
        [code, 'KG', 'Target', '2030', '80'],
        [code, 'кыргызстан', 'цель', '2030', '81'],
      ),
    )
    expect(body).toMatchObject({ added: 1, changed: 0, same: 0, leftOut: 6 })
    expect(body.faults.map(one => `${one.row}${one.column} ${one.code}`)).toEqual([
      '2B not-yours',
      '3D result-rhythm',
      '4E wrong-type',
      '5E too-big',
      '6A sheet-unknown-word',
      '6B sheet-unknown-word',
      '6C sheet-unknown-word',
      '6D result-period',
      '8A twice',
    ])
  })

  test('is written once it was seen; a correction in it says why; what leaves comes back unchanged', async () => {
    const { id, code } = await indicator()
    const first = sheet([code, 'KG', 'Reached', '2026-H1', '4,5', 'Letter'])
    const seen = (await look(kg, first)).body
    expect((await as(kg)(getIndicator, { params: { id } })).body.values).toEqual([])
    const take = (body: Buffer<ArrayBuffer>, { seen: digest }: { seen: string }) =>
      as(kg)(importValues, { query: { seen: digest }, body })
    expect((await take(first, seen)).body).toMatchObject({ added: 1 })
    expect((await take(first, seen)).body.code).toBe('import-changed')
    expect((await look(kg, first)).body).toMatchObject({ same: 1, added: 0 })
    const wordless = sheet([code, 'KG', 'Reached', '2026-H1', '6', 'Letter'])
    expect((await look(kg, wordless)).body.faults).toMatchObject([{ field: 'reason', code: 'required' }])
    const why = sheet([code, 'KG', 'Reached', '2026-H1', 'not reported', '', 'Of another year'])
    await take(why, (await look(kg, why)).body)
    expect((await as(kg)(getIndicator, { params: { id } })).body.values).toMatchObject([
      { number: 2, reason: 'Of another year', before: [{ value: 4.5, note: 'Letter' }] },
    ])
    for (const language of ['en', 'kk'] as const) {
      const asked = await as(h.secretariat)(askExport, {
        body: { of: 'results', format: 'xlsx', query: {}, reason: 'To look at together', language },
      })
      const reply = await h.w.raw(asked.body.url, {}, h.secretariat)
      const { body } = await look(h.secretariat, Buffer.from(await reply.arrayBuffer()))
      expect(body).toMatchObject({ added: 0, changed: 0, leftOut: 0, faults: [], unread: [] })
      expect(body.same).toBeGreaterThan(5)
    }
  })
})
