import {
  addSeries,
  addStatement,
  changeSeries,
  changeStatement,
  getStatement,
  importStatements,
  listStatements,
  preferStatement,
  previewImport,
  unpreferStatement,
  viewFigures,
  withdrawStatement,
} from '@kerege/contract/figures/routes'
import { askExport, fetchExport } from '@kerege/contract/exports/routes'
import { urlOf } from '@kerege/contract/client'
import type { AddStatement } from '@kerege/contract/figures/schema'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { prepareDatabase } from '../../setup.ts'
import { type Somebody, type World, world, worldOfTest } from '../../testing/world.ts'

let w: World
let secretary: Somebody
let kg: string
beforeAll(async () => {
  w = await world({ kind: 'hub' })
  secretary = await w.somebody('secretariat')
  kg = await seriesId('kg-operations')
})
afterAll(() => w.close())

const seriesId = async (code: string) =>
  (await w.admin.query('select id from figures.series where code = $1', [code])).rows[0].id as string

const exact = (value: number) => ({ manner: 'exact' as const, value })
const draft = (over: Partial<AddStatement> = {}): AddStatement => ({
  id: newId(),
  seriesId: kg,
  operation: `Flight ${newId().slice(-6)}`,
  when: '2025-02',
  values: { total: exact(12) },
  sumOf: [],
  source: { publisher: 'News', url: 'https://news.example/1' },
  isPublic: false,
  ...over,
})
const add = async (over: Partial<AddStatement> = {}, who = secretary) => {
  const body = draft(over)
  const reply = await w.as(who)(addStatement, { body })
  expect(reply).toMatchObject({ status: 201 })
  return { body, etag: reply.etag ?? '' }
}

describe('figures refuse', () => {
  test('nobody in particular: the pages without sign-in are elsewhere', async () => {
    expect(await w.as(null)(viewFigures, {})).toMatchObject({ status: 401 })
    expect(await w.as(null)(addStatement, { body: draft() })).toMatchObject({ status: 401 })
  })

  test.each(['delegate', 'expert', 'observer', 'practitioner', 'hubAuditor', 'administrator'] as const)(
    'a %s who writes; reading is open',
    async role => {
      const somebody = await w.somebody(role)
      const { body } = await add()
      const params = { id: body.id }
      expect(await w.as(somebody)(addStatement, { body: draft() })).toMatchObject({ status: 403 })
      expect(await w.as(somebody)(preferStatement, { params, body: { reason: 'Because' } })).toMatchObject({
        status: 403,
      })
      expect(await w.as(somebody)(importStatements, { body: { csv: '' } })).toMatchObject({ status: 403 })
      expect(await w.as(somebody)(getStatement, { params })).toMatchObject({ status: 200 })
    },
  )

  test('a national node, which has no figures', async () => {
    const national = await worldOfTest()
    const coordinator = await national.somebody('nationalCoordinator')
    expect(await national.as(coordinator)(viewFigures, {})).toMatchObject({ status: 404 })
  })

  test('by the policies too: a hat without the verb writes nothing, and nobody sees only what is public', async () => {
    const { body } = await add()
    const client = await w.running.node.pool.connect()
    try {
      await client.query('begin')
      const seen = await client.query('select 1 from figures.statements where id = $1', [body.id])
      expect(seen.rowCount).toBe(0)
      const changed = await client.query('update figures.statements set is_public = true where id = $1', [
        body.id,
      ])
      expect(changed.rowCount).toBe(0)
      expect((await client.query('select 1 from figures.revisions')).rowCount).toBe(0)
      await expect(client.query('delete from figures.statements')).rejects.toThrow(/permission denied/)
    } finally {
      await client.query('rollback')
      client.release()
    }
  })

  test('an address that is none, a day that is none, a number that is none, a series that is none', async () => {
    const faults = async (over: Record<string, unknown>) =>
      (
        (await w.as(secretary)(addStatement, { body: { ...draft(), ...over } as AddStatement })).body as {
          faults?: { pointer: string; code: string }[]
        }
      ).faults?.map(one => [one.pointer, one.code])
    for (const url of ['javascript:alert(1)', 'news', 'ftp://news.example/1', 'https://x.example/"><b>']) {
      expect(await faults({ source: { publisher: 'News', url } })).toMatchObject([
        ['/source/url', expect.any(String)],
      ])
    }
    expect(await faults({ when: '2019-02-30' })).toEqual([['/when', 'figure-date']])
    expect(await faults({ values: { total: { manner: 'range', value: 5 } } })).toEqual([
      ['/values/total', 'figure-range'],
    ])
    expect(await faults({ values: { total: exact(-1) } })).toEqual([['/values/total/value', 'too-small']])
    expect(await faults({ seriesId: newId() })).toEqual([['/seriesId', 'not-found']])
    expect(await faults({ supersedes: newId() })).toEqual([['/supersedes', 'not-found']])
  })

  test('a change of what has changed meanwhile, and of what was withdrawn', async () => {
    const { body, etag } = await add()
    const { id, ...content } = body
    const change = (ifMatch: string) =>
      w.as(secretary)(
        changeStatement,
        { params: { id }, body: { ...content, values: { total: exact(13) }, reason: 'Misread' } },
        { ifMatch },
      )
    expect(await change(etag)).toMatchObject({ status: 200, body: { version: 2 } })
    expect(await change(etag)).toMatchObject({ status: 412 })
    await w.as(secretary)(withdrawStatement, { params: { id }, body: { reason: 'Entered twice' } })
    expect(await change('"3"')).toMatchObject({ status: 409, body: { code: 'figure-closed' } })
  })
})

describe('a statement', () => {
  test('is made once however often it is sent', async () => {
    const { body } = await add()
    expect(await w.as(secretary)(addStatement, { body })).toMatchObject({ status: 201, body: { version: 1 } })
  })

  test('keeps what it said before, and why that was changed', async () => {
    const { body, etag } = await add()
    const { id, ...content } = body
    const input = {
      params: { id },
      body: { ...content, values: { total: exact(21) }, reason: 'Digits swapped' },
    }
    await w.as(secretary)(changeStatement, input, { ifMatch: etag })
    const reply = await w.as(secretary)(getStatement, { params: { id } })
    expect(reply.body.values.total).toEqual(exact(21))
    expect(reply.body.revisions).toMatchObject([
      { version: 1, values: { total: exact(12) }, reason: 'Digits swapped', by: secretary.name },
    ])
    const entry = await w.admin.query(
      "select fields from audit.entries where action = 'figures.statement-changed' and $1 = any (subjects)",
      [id],
    )
    expect(entry.rows[0].fields).toEqual(['values'])
  })

  test('that corrects another takes its place; the other is kept', async () => {
    const first = await add({ isPublic: true })
    const second = await add({
      ...first.body,
      id: newId(),
      supersedes: first.body.id,
      values: { total: exact(14) },
    })
    const { statements } = (await w.as(secretary)(viewFigures, {})).body
    expect(statements.some(one => one.id === first.body.id)).toBe(false)
    expect(statements.some(one => one.id === second.body.id)).toBe(true)
    const old = await w.as(secretary)(getStatement, { params: { id: first.body.id } })
    expect(old.body).toMatchObject({ stand: 'superseded', values: { total: exact(12) } })
  })

  test('is preferred with a reason, one of a thing at a time; the others stay', async () => {
    const operation = `Flight ${newId().slice(-6)}`
    const one = await add({ operation, values: { total: exact(454) } })
    const other = await add({ operation, when: '2025', values: { total: exact(460) } })
    const prefer = (id: string) =>
      w.as(secretary)(preferStatement, { params: { id }, body: { reason: 'The later account' } })
    expect(await prefer(one.body.id)).toMatchObject({
      body: { preferred: { reason: 'The later account', by: secretary.name } },
    })
    await prefer(other.body.id)
    const mine = (await w.as(secretary)(viewFigures, {})).body.statements.filter(
      it => it.operation === operation,
    )
    expect(mine.map(it => [it.values.total?.value, it.preferred !== undefined]).sort()).toEqual([
      [454, false],
      [460, true],
    ])
    await w.as(secretary)(unpreferStatement, { params: { id: other.body.id }, body: {} })
    expect(
      (await w.as(secretary)(getStatement, { params: { id: other.body.id } })).body.preferred,
    ).toBeUndefined()
  })

  test('of two who prefer at once, both are answered and one stands', async () => {
    const operation = `Flight ${newId().slice(-6)}`
    const [one, other] = [await add({ operation }), await add({ operation })]
    const prefer = (id: string) =>
      w.as(secretary)(preferStatement, { params: { id }, body: { reason: 'Good reason' } })
    const replies = await Promise.all([prefer(one.body.id), prefer(other.body.id), prefer(one.body.id)])
    expect(replies.map(reply => reply.status)).toEqual([200, 200, 200])
    const found = await w.admin.query(
      'select count(*)::int as n from figures.statements where operation = $1 and preferred_reason is not null',
      [operation],
    )
    expect(found.rows[0].n).toBe(1)
  })

  test('is listed by state, the newest first, page by page', async () => {
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const { body } = await w.as(secretary)(listStatements, {
        query: { state: 'UZ', limit: 3, ...(cursor ? { cursor } : {}) },
      })
      seen.push(...body.rows.map(row => row.when ?? ''))
      cursor = body.next
    } while (cursor)
    expect(seen.length).toBeGreaterThan(8)
    expect(seen).toEqual([...seen].sort().reverse())
  })
})

describe('a series', () => {
  const series = (over = {}) => ({
    id: newId(),
    code: `measure-${newId().slice(-6)}`,
    kind: 'measure' as const,
    unit: 'percent' as const,
    title: { en: { text: 'In school', state: 'checked' as const } },
    definition: { en: { text: 'Children of school age who are enrolled', state: 'checked' as const } },
    nothingPublished: false,
    isPublic: false,
    ...over,
  })
  test('is begun and changed; a code is given once', async () => {
    const body = series()
    const made = await w.as(secretary)(addSeries, { body })
    expect(made).toMatchObject({ status: 201, body: { code: body.code, version: 1 } })
    expect(await w.as(secretary)(addSeries, { body: { ...body, id: newId() } })).toMatchObject({
      status: 409,
      body: { code: 'figure-code-taken' },
    })
    const { id, code: _, ...content } = body
    expect(
      await w.as(secretary)(
        changeSeries,
        { params: { id }, body: { ...content, isPublic: true } },
        { ifMatch: made.etag ?? '' },
      ),
    ).toMatchObject({ status: 200, body: { isPublic: true, version: 2 } })
  })
})

describe('a file', () => {
  const head = 'state,operation_name,date,total,source_url'
  const row = (name: string, total: string, rest = 'https://news.example/1') =>
    `KG,${name},2025,${total},${rest}`
  const b64 = (text: string | Uint8Array) => Buffer.from(text).toString('base64')
  const preview = async (text: string | Uint8Array) =>
    (await w.as(secretary)(previewImport, { body: { csv: b64(text) } })).body
  const taken = async (text: string | Uint8Array) =>
    (await w.as(secretary)(importStatements, { body: { csv: b64(text) } })).body
  const name = () => `Import ${newId().slice(-8)}`

  test('without a head, of nothing, or of noise is told and changes nothing', async () => {
    for (const text of ['', 'a', '\u0000\u0001', row('X', '1'), 'state;;;\n;;;']) {
      const found = await preview(text)
      expect(found).toMatchObject({ added: 0, changed: 0 })
      expect(found.faults.length).toBeGreaterThan(0)
    }
  })

  test('is previewed without a change, then taken; a second time it is there already', async () => {
    const text = [head, row(name(), '12'), row(name(), '>20')].join('\n')
    expect(await preview(text)).toEqual({
      added: 2,
      changed: 0,
      same: 0,
      leftOut: 0,
      faults: [],
      moreFaults: 0,
    })
    expect(await preview(text)).toMatchObject({ added: 2 })
    expect(await taken(text)).toMatchObject({ added: 2 })
    expect(await taken(text)).toMatchObject({ added: 0, same: 2 })
  })

  test('is read past a wrong quote, a bad number, a double and a foreign series, each told by line and column', async () => {
    const id = newId()
    const text = [
      `id,${head}`,
      `,${row(name(), '1')}`,
      `,KG,"open quote,2025,2,https://news.example/1`,
      `,${row(name(), 'many')}`,
      `${id},${row(name(), '3')}`,
      `${id},${row(name(), '4')}`,
      `,TM,${name()},2025,5,https://news.example/1`,
      `,${row(name(), '6')}`,
    ].join('\r\n')
    const found = await taken(text)
    expect(found).toMatchObject({ added: 3, leftOut: 4 })
    expect(found.faults.map(one => [one.line, one.column, one.code])).toEqual([
      [3, '3', 'csv-quoting'],
      [4, 'total', 'figure-number'],
      [6, 'id', 'twice'],
      [7, 'series', 'figure-series-unknown'],
    ])
  })

  test('in Windows-1251 and with semicolons is read, and the encoding told', async () => {
    const cyrillic = (text: string) =>
      Buffer.from([...text].map(c => (/[А-я]/.test(c) ? c.charCodeAt(0) - 0x350 : c.charCodeAt(0))))
    const text = `state;operation_name;total;source_url\nKG;Рейс ${newId().slice(-6)};7;https://news.example/1`
    const found = await taken(cyrillic(text))
    expect(found).toMatchObject({ added: 1, faults: [{ line: 2, code: 'csv-encoding' }] })
    const rows = (await w.as(secretary)(viewFigures, {})).body.statements
    expect(rows.some(one => one.operation?.startsWith('Рейс '))).toBe(true)
  })

  test('that was taken out comes back the same, by both doors', async () => {
    const evil = await add({
      operation: '=HYPERLINK("http://x")',
      note: '+1, "quoted"\nline',
      isPublic: true,
    })
    const out = await w.raw('/public/figures.csv')
    const text = await out.text()
    expect(text).toContain("'=HYPERLINK")
    const found = await preview(text)
    expect(found).toMatchObject({ added: 0, changed: 0, leftOut: 0, faults: [] })
    expect(found.same).toBeGreaterThan(40)
    const asked = await w.as(secretary)(askExport, {
      body: { of: 'figures', format: 'csv', query: {}, reason: 'For the session' },
    })
    const file = await w.raw(urlOf(fetchExport, { params: { id: asked.body.id } }), {}, secretary)
    expect(file.status).toBe(200)
    const again = await preview(new Uint8Array(await file.arrayBuffer()))
    expect(again).toMatchObject({ added: 0, changed: 0, leftOut: 0, faults: [] })
    expect(again.same).toBeGreaterThan(found.same)
    await w.as(secretary)(withdrawStatement, { params: { id: evil.body.id }, body: { reason: 'Test' } })
  })

  test('by an id changes what is there, keeps what was, and prefers', async () => {
    const { body } = await add({ when: '2025' })
    const text = `id,preferred_reason,public,${head}\n${body.id},The later account,no,${row(body.operation ?? '', '99')}`
    expect(await taken(text)).toMatchObject({ added: 0, changed: 1 })
    const reply = await w.as(secretary)(getStatement, { params: { id: body.id } })
    expect(reply.body).toMatchObject({
      values: { total: exact(99) },
      preferred: { reason: 'The later account' },
      revisions: [{ version: 1, values: { total: exact(12) } }],
    })
  })
})

test('what a hub knows at its first start: real operations, real contradictions, and who publishes nothing', async () => {
  const fresh = await worldOfTest({ kind: 'hub' })
  const observer = await fresh.somebody('observer')
  const { series, statements } = (await fresh.as(observer)(viewFigures, {})).body
  expect(series.find(one => one.state === 'TM')?.nothingPublished).toBe(true)
  expect(statements.length).toBeGreaterThan(45)
  const aikol = statements.filter(
    one => /^Aikol-\d$/.test(one.operation ?? '') && one.source.publisher !== 'Azattyk',
  )
  expect(aikol.map(one => one.values.total?.value).reduce((a = 0, b = 0) => a + b)).toBe(454)
  expect(
    statements
      .filter(one => one.operation === 'First group from Syria')
      .map(one => one.values.children?.value)
      .sort(),
  ).toEqual([102, 104, 122])
  // In the order of the files, every time: the first report stands first.
  const mehr = statements.filter(one => one.operation?.startsWith('Mehr-1'))
  expect(mehr.map(one => one.values.total?.value)).toEqual([156, 155, 148])
  // It is read once: what the secretariat makes of it stays.
  await prepareDatabase(fresh.database, { id: 'hub', kind: 'hub', demo: false })
  expect((await fresh.as(observer)(viewFigures, {})).body.statements).toHaveLength(statements.length)
})
