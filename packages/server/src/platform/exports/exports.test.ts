import { askExport, fetchExport } from '@kerege/contract/exports/routes'
import type { AskExport } from '@kerege/contract/exports/schema'
import { registerPerson } from '@kerege/contract/people/routes'
import { wearHat } from '@kerege/contract/access/routes'
import { urlOf } from '@kerege/contract/client'
import { setImmediate } from 'node:timers/promises'
import { parse } from 'csv-parse/sync'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { makeApp } from '../../http/app.ts'
import { contact, cyrillicName, draft } from '../../testing/people.ts'
import { type Somebody, type World, world } from '../../testing/world.ts'
import type { Context } from '../context.ts'
import { inTransaction } from '../database.ts'
import { newId } from '../ids.ts'
import { type Cells, copied } from './copied.ts'
import { fetched } from './cursor.ts'
import { exportHandlers } from './handlers.ts'
import { exportSource } from './source.ts'
import { anyText } from '@kerege/contract/testing/anyText'

let w: World
let shift = 0
let lead: Somebody
beforeAll(async () => {
  w = await world({ now: () => new Date(Date.now() + shift) })
  lead = await w.somebody('supervisor')
})
afterAll(() => w.close())

const asked = (over: Partial<AskExport> = {}): AskExport => ({
  of: 'people',
  format: 'csv',
  query: {},
  reason: 'For the review of the quarter',
  ...over,
})

async function ticket(who: Somebody, over: Partial<AskExport> = {}): Promise<string> {
  const reply = await w.as(who)(askExport, { body: asked(over) })
  expect(reply).toMatchObject({ status: 201 })
  expect(reply.body.url).toBe(`/api/exports/${reply.body.id}`)
  return reply.body.id
}

const fetchIt = (who: Somebody | undefined, id: string) =>
  w.raw(urlOf(fetchExport, { params: { id } }), {}, who)

const records = (text: string) => parse(text, { bom: true, relax_column_count: true }) as string[][]

async function exported(who: Somebody, over: Partial<AskExport> = {}): Promise<string[][]> {
  const reply = await fetchIt(who, await ticket(who, over))
  expect(reply.status).toBe(200)
  return records(Buffer.from(await reply.arrayBuffer()).toString())
}

async function register(family: string, over = {}, who = lead): Promise<string> {
  const body = draft({ contact: contact({ names: [cyrillicName(family, 'Әлия')], ...over }) })
  expect(await w.as(who)(registerPerson, { body })).toMatchObject({ status: 201 })
  return body.id
}

describe('an export is refused', () => {
  test('to somebody who is not signed in, and to a role without the verb', async () => {
    expect(await w.as(null)(askExport, { body: asked() })).toMatchObject({ status: 401 })
    const worker = await w.somebody('caseManager')
    expect(await w.as(worker)(askExport, { body: asked() })).toMatchObject({ status: 403 })
    const id = await ticket(lead)
    expect((await fetchIt(worker, id)).status).toBe(403)
    expect((await fetchIt(undefined, id)).status).toBe(401)
  })

  test('of a list that the role may not open, even with the verb', async () => {
    expect(await w.as(lead)(askExport, { body: asked({ of: 'audit' }) })).toMatchObject({
      status: 403,
      body: { code: 'not-allowed' },
    })
  })

  test('without a reason, of no such list, and with a filter that the list does not have', async () => {
    const { reason: _, ...none } = asked()
    const as = w.as(lead)
    expect(await as(askExport, { body: none as AskExport })).toMatchObject({
      status: 422,
      body: { faults: [{ pointer: '/reason', code: 'required' }] },
    })
    expect(await as(askExport, { body: asked({ reason: 'x' }) })).toMatchObject({
      body: { faults: [{ pointer: '/reason', code: 'reason-too-short' }] },
    })
    expect(await as(askExport, { body: asked({ of: 'nothing' }) })).toMatchObject({
      status: 422,
      body: { faults: [{ pointer: '/of', code: 'not-found' }] },
    })
    expect(await as(askExport, { body: asked({ query: { minAge: 'ten', shoe: 1 } }) })).toMatchObject({
      status: 422,
      body: { faults: [{ pointer: '/query/minAge' }, { pointer: '/query/shoe', code: 'unknown-field' }] },
    })
  })

  test('to another account, to another hat, a second time, too late, and when there is none: all alike', async () => {
    const other = await w.somebody('supervisor')
    const answers: { status: number; body: unknown }[] = []
    const tried = async (who: Somebody, id: string) => {
      const reply = await fetchIt(who, id)
      const { reference: _, ...body } = (await reply.json()) as { reference: string }
      answers.push({ status: reply.status, body })
    }
    const id = await ticket(lead)
    await tried(other, id)
    await w.as(lead)(wearHat, { body: { hatId: await secondHat(lead) } })
    await tried(lead, id)
    await w.as(lead)(wearHat, { body: { hatId: await firstHat(lead) } })
    await (await fetchIt(lead, id)).arrayBuffer()
    await tried(lead, id)
    const late = await ticket(lead)
    shift = 11 * 60_000
    await tried(lead, late)
    await tried(lead, newId())
    await tried(lead, 'nothing')
    for (const one of answers) {
      expect(one).toMatchObject({ status: 404, body: { code: 'not-found' } })
      expect(one).toEqual(answers[0])
    }
  })
})

const hatsOf = async (who: Somebody) =>
  (await w.admin.query('select id from access.hats where account_id = $1 order by id', [who.accountId])).rows

const firstHat = async (who: Somebody) => (await hatsOf(who))[0].id as string

async function secondHat(who: Somebody): Promise<string> {
  const id = newId()
  await w.admin.query(
    "insert into access.hats (id, account_id, role, agency_id, team_id) values ($1, $2, 'supervisor', $3, $4)",
    [id, who.accountId, who.agencyId, who.teamId],
  )
  return id
}

describe('the register leaves', () => {
  test('as CSV: who, when and why in front, Cyrillic and Arabic intact, formulas guarded', async () => {
    const team = await w.agency()
    const mine = await w.somebody('supervisor', { ...team, name: '=cmd|calc' })
    const names = [
      cyrillicName('Көктемова', 'Ўғилой'),
      { ...cyrillicName('كوكتيموفا', 'عليا'), script: 'Arab' },
    ]
    await register('', { names }, mine)
    const formula = { ...cyrillicName('x', 'y'), family: '=HYPERLINK("http://x")', given: '+1' }
    await register(
      '',
      { names: [formula], birth: { precision: 'estimated', age: 9, asOf: '2026-01-01' } },
      mine,
    )
    const [about, headings, ...rows] = await exported(mine, { language: 'ru' })
    expect(about?.[0]).toMatch(
      /^# Люди · Кто выгрузил: =cmd\|calc · Когда: \d{4}-\d\d-\d\d \d\d:\d\d \(Asia\/Almaty\) · Зачем: For the review of the quarter · /,
    )
    expect(headings).toEqual([
      'Имя',
      'Другие написания',
      'Пол',
      'Дата рождения',
      'Возраст',
      'Территория',
      'Семья',
      'Последнее изменение',
    ])
    expect(rows.map(row => row.slice(0, 4)).sort()).toEqual(
      [
        ['\'=HYPERLINK("http://x") +1', '', 'женский', 'около 9 на 2026-01-01'],
        ['Көктемова Ўғилой', 'كوكتيموفا عليا', 'женский', '2017-03-14'],
      ].sort(),
    )
    expect(rows[0]?.[5]).toContain('(KZ-75)')
  })

  test('as XLSX, in the language of the account where none is said', async () => {
    const team = await w.agency()
    const mine = await w.somebody('supervisor', team)
    await register('Самалова', {}, mine)
    const reply = await fetchIt(mine, await ticket(mine, { format: 'xlsx' }))
    expect(reply.headers.get('content-type')).toContain('spreadsheetml.sheet')
    expect(reply.headers.get('content-disposition')).toMatch(
      /^attachment; filename="people-\d{4}-\d\d-\d\d\.xlsx"$/,
    )
    expect(reply.headers.get('x-content-type-options')).toBe('nosniff')
    const book = new ExcelJS.Workbook()
    // Its types know only the Buffer of an older Node.
    await book.xlsx.load((await reply.arrayBuffer()) as unknown as Parameters<typeof book.xlsx.load>[0])
    expect(book.worksheets.map(sheet => sheet.name)).toEqual(['About this file', 'People'])
    expect(book.worksheets[0]?.getCell('B2').value).toBe(mine.name)
    expect(book.worksheets[0]?.getCell('B4').value).toBe('For the review of the quarter')
    expect(book.worksheets[1]?.getCell('A2').value).toBe('Самалова Әлия')
  })

  test('as far as the asker may see it, and under the filter of the list', async () => {
    const team = await w.agency()
    const mine = await w.somebody('supervisor', team)
    const own = await register('Біздікі', {}, mine)
    await w.admin.query(
      `insert into people.names (id, person_id, compartment, ordinal, family, script, use, source)
       values ($1, $2, 'journey', 0, 'Лагерная', 'Cyrl', 'other', 'list')`,
      [newId(), own],
    )
    await register('Басқа')
    const boy = await register('Ұл', { sex: 'male', birth: { precision: 'year', year: 2001 } }, mine)
    const all = (await exported(mine)).slice(2).map(row => row[0])
    expect(all.sort()).toEqual(['Біздікі Әлия', 'Ұл Әлия'].sort())
    // The journey's spelling is open to this reader on the screen, and does not leave in a list.
    expect(JSON.stringify(await exported(mine))).not.toContain('Лагерная')
    const boys = await exported(mine, { query: { sex: 'male', sort: 'updated', limit: 1, cursor: 'x' } })
    expect(boys.slice(2).map(row => row[0])).toEqual(['Ұл Әлия'])
    const grown = await exported(mine, { query: { minAge: 18 } })
    expect(grown.slice(2)).toHaveLength(1)
    const stranger = await w.somebody('supervisor', await w.agency())
    expect((await exported(stranger)).slice(2)).toEqual([])
    const entry = await w.admin.query(
      "select subjects, counts from audit.entries where action = 'people.exported' and $1 = any (subjects) order by at limit 1",
      [boy],
    )
    expect(entry.rows[0]).toEqual({ subjects: expect.arrayContaining([boy, own]), counts: { rows: 2 } })
  })

  test('with the reason in the log, and nothing of the filter or the rows', async () => {
    const auditor = await w.somebody('ombudsperson')
    const mine = await w.somebody('supervisor', await w.agency())
    await register('Құпиясы', {}, mine)
    const id = await ticket(mine, { reason: 'The ministry asked for it', query: { area: 'KZ-75.demo-01' } })
    const stored = await w.admin.query('select t::text as text from exports.tickets t where id = $1', [id])
    expect(stored.rows[0].text).not.toMatch(/ministry|KZ-75/)
    await (await fetchIt(mine, id)).arrayBuffer()
    const [, headings, ...rows] = await exported(auditor, {
      of: 'audit',
      query: { accountId: mine.accountId },
    })
    expect(headings).toContain('Reason')
    expect(rows.map(row => [row[4], row[10]])).toEqual([
      ['people.exported', 'The ministry asked for it'],
      ['people.export-asked', 'The ministry asked for it'],
      ['person.registered', ''],
    ])
    expect(w.logged.join('')).not.toMatch(/ministry|Құпиясы|KZ-75/)
  })
})

/** A list of any length, made by the database; it leaves through a cursor or as the database copies it. */
const numbers = (of: 'fetched' | 'copied') =>
  exportSource({
    of,
    access: 'people.read',
    query: z.strictObject({ count: z.coerce.number().int() }),
    title: () => 'Numbers',
    columns: () => [
      { heading: 'Number', width: 10 },
      { heading: 'Text', width: 60 },
    ],
    async *batches(ctx, { count }) {
      const query = sql<{ n: number; text: string }>`
        (select n, repeat('Көктемова Әлия ', 4) as text from generate_series(1, ${count}::int) as n)`
      const made = ctx.tx.selectFrom(query.as('made')).select(['made.n', 'made.text'])
      if (of === 'copied') {
        for await (const rows of copied(ctx, made)) {
          yield { shown: [], rows: rows.map(row => row.map(cell => cell ?? '')) }
        }
      } else {
        for await (const rows of fetched(ctx, made)) {
          yield { shown: [], rows: rows.map(row => [String(row.n), row.text]) }
        }
      }
    },
  })
const ways = (['csv', 'xlsx'] as const).flatMap(format => [
  { format, of: 'fetched' },
  { format, of: 'copied' },
])

describe('a long list', () => {
  const app = () =>
    makeApp({
      node: w.running.node,
      signIn: w.running.signIn,
      handlers: exportHandlers([numbers('fetched'), numbers('copied')]),
      ready: async () => true,
    })
  const request = async (of: string, query: AskExport['query'], format: 'csv' | 'xlsx') => {
    const headers = { cookie: lead.cookie, 'x-kerege': '1', 'content-type': 'application/json' }
    const body = JSON.stringify(asked({ of, query, format }))
    const made = await app().request('/api/exports', { method: 'POST', headers, body })
    const { url } = (await made.json()) as { url: string }
    return { url, get: () => Promise.resolve(app().request(url, { headers })) }
  }
  const openTransactions = async () =>
    (
      await w.admin.query(
        "select count(*)::int as open from pg_stat_activity where datname = current_database() and state <> 'idle' and query ~ '^(fetch|copy) '",
      )
    ).rows[0].open as number

  test.each(ways)('of 200,000 rows leaves as $format, $of, in flat memory', async ({ format, of }) => {
    const { get } = await request(of, { count: 200_000 }, format)
    const before = process.memoryUsage()
    let most = 0
    let bytes = 0
    let rows = 0
    const response = await get()
    for await (const chunk of response.body ?? []) {
      bytes += chunk.length
      if (format === 'csv') rows += Buffer.from(chunk).toString('latin1').split('\r\n').length - 1
      const { heapUsed, arrayBuffers } = process.memoryUsage()
      most = Math.max(most, heapUsed + arrayBuffers - before.heapUsed - before.arrayBuffers)
    }
    expect(bytes).toBeGreaterThan(format === 'csv' ? 20_000_000 : 1_000_000)
    if (format === 'csv') expect(rows).toBe(200_002)
    // Generous: what the collector has not taken yet counts too. Held whole, the rows would be ten times as much.
    expect(most).toBeLessThan(100_000_000)
    const entry = await w.admin.query(
      'select counts from audit.entries where action = $1 order by at desc, id desc limit 1',
      [`${of}.exported`],
    )
    expect(entry.rows[0].counts).toEqual({ rows: 200_000 })
  })

  test.each(ways)(
    'that nobody reads to its end ($format, $of) ends its transaction, is told as failed and may be fetched again',
    async ({ format, of }) => {
      const { get } = await request(of, { count: 100_000 }, format)
      const entries = async (outcome = 'done') =>
        (
          await w.admin.query(
            "select count(*)::int as n from audit.entries where action in ($2, 'export.fetched') and outcome = $1",
            [outcome, `${of}.exported`],
          )
        ).rows[0].n as number
      const before = await entries()
      const failed = await entries('failed')
      const reader = (await get()).body?.getReader()
      for (let i = 0; i < 20; i += 1) await reader?.read()
      expect(await openTransactions()).toBe(1)
      // Somebody else with the same address does not wait for the first.
      expect((await get()).status).toBe(404)
      await reader?.cancel()
      await expect.poll(openTransactions).toBe(0)
      expect(await entries()).toBe(before)
      await expect.poll(() => entries('failed')).toBe(failed + 1)
      const again = await get()
      expect(again.status).toBe(200)
      await again.arrayBuffer()
      expect(await entries()).toBe(before + 1)
      expect((await get()).status).toBe(404)
    },
  )
})

test('whoever hangs up at whatever moment takes nothing from who asks next', async () => {
  const app = makeApp({
    node: w.running.node,
    signIn: w.running.signIn,
    handlers: exportHandlers([numbers('fetched')]),
    ready: async () => true,
  })
  const headers = { cookie: lead.cookie, 'x-kerege': '1', 'content-type': 'application/json' }
  const ask = () =>
    Promise.resolve(
      app.request('/api/exports', {
        method: 'POST',
        headers,
        body: JSON.stringify(asked({ of: 'fetched', query: { count: 3 } })),
      }),
    )
  for (let turn = 0; turn < 24; turn += 1) {
    const { url } = (await (await ask()).json()) as { url: string }
    const reader = (await app.request(url, { headers })).body?.getReader()
    const reading = reader?.read()
    for (let at = 0; at < turn; at += 1) await setImmediate()
    // More than there are connections: one of them gets the one that the broken file had, as soon as that is given back.
    const waiting = Array.from({ length: 24 }, ask)
    const cancelled = reader?.cancel()
    for (const reply of await Promise.all(waiting)) {
      expect([turn, reply.status]).toEqual([turn, 201])
      await reply.json()
    }
    await Promise.allSettled([reading, cancelled])
  }
})

describe('what the database copies', () => {
  /** The texts as they come back, in a transaction of their own. */
  const throughCopy = (texts: (string | null)[]) =>
    inTransaction(w.running.node.pool, async (tx, client) => {
      const rows = sql.join(texts.map(text => sql`(${text}::text, 'x')`))
      const query = sql<{ t: string | null }>`(select t, x from (values ${rows}) as v (t, x))`
      // The parts of the context that are used.
      const ctx = { tx, client } as unknown as Context
      const parts: Cells[] = []
      for await (const part of copied(ctx, tx.selectFrom(query.as('made')).selectAll())) parts.push(...part)
      return parts
    })

  test('is every text as it was: tabs, lines, backslashes, quotes, blanks of statements, nothing at all', async () => {
    const texts = [
      '\\N',
      null,
      '',
      'a\tb\nc\r\n',
      '\\',
      "it's",
      '$1 $2',
      "'; drop table x; --",
      'Ғанӣ',
      '\u2028',
      '\b\f\v',
    ]
    expect(await throughCopy(texts)).toEqual(texts.map(text => [text, 'x']))
    const wild = fc.array(anyText(), { minLength: 1, maxLength: 20 })
    await fc.assert(
      fc.asyncProperty(wild, async raw => {
        const sayable = raw.map(text => text.toWellFormed().replaceAll('\0', ''))
        expect(await throughCopy(sayable)).toEqual(sayable.map(text => [text, 'x']))
      }),
      { numRuns: 60 },
    )
  })

  test('fails as any statement does, and leaves the connection whole', async () => {
    await expect(
      inTransaction(w.running.node.pool, async (tx, client) => {
        const query = sql<{ n: number }>`(select 1 / (n - 5000) as n from generate_series(1, 9000) as n)`
        const made = tx.selectFrom(query.as('made')).selectAll()
        for await (const _ of copied({ tx, client } as unknown as Context, made));
      }),
    ).rejects.toMatchObject({ code: '22012' })
    expect((await w.running.node.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  })
})
