/** Statements through HTTP: who may not file or read them, numbers without a gap, withheld and public, taken back. */
import {
  getDocument,
  listDocuments,
  moveDocument,
  searchDocuments,
} from '@kerege/contract/council/documents/routes'
import { listStatements, withdrawStatement } from '@kerege/contract/council/record/routes'
import { giveSymbol } from '@kerege/contract/council/routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import type { Somebody } from '../../../testing/world.ts'
import { desk } from '../documents/testing/drafts.ts'
import { type Hub, hub, planned } from '../testing/hub.ts'
import { file, type Meeting, meeting, move } from '../testing/past.ts'

let h: Hub
let m: Meeting
let kg: Somebody
let tj: Somebody
let icrc: Somebody
const as = (who: Somebody | null) => h.w.as(who)
const clock = new Date('2026-12-03T06:00:00Z')

beforeAll(async () => {
  h = await hub({ now: () => clock })
  kg = await h.delegate('KG')
  tj = await h.delegate('TJ')
  icrc = await h.delegate('ICRC')
  m = await meeting(h)
}, 60_000)
afterAll(() => h.w.close())

const list = (who: Somebody, id = m.id) => as(who)(listStatements, { params: { id } })
const rowOf = async (who: Somebody, id: string) => (await list(who)).body.rows.find(row => row.id === id)
const withdraw = (who: Somebody, statementId: string, id = m.id) =>
  as(who)(withdrawStatement, { params: { id, statementId }, body: { reason: 'Said otherwise meanwhile' } })
const page = async (path: string) => {
  const response = await h.w.raw(path)
  return { status: response.status, text: await response.text() }
}
const last = (rows: readonly { symbol: string }[]) => rows.at(-1)?.symbol

describe('nobody files', () => {
  test('who has no voice here: readers, delegates without credentials, after their term', async () => {
    expect((await file(h, await h.w.somebody('practitioner'), m.id, 'x')).body.code).toBe('not-allowed')
    expect((await file(h, await h.w.somebody('delegate'), m.id, 'x')).body.code).toBe('no-delegation')
    const waiting = await h.delegate('UZ', { credentials: 'received' })
    expect((await file(h, waiting, m.id, 'x')).body.code).toBe('no-credentials')
    const gone = await h.delegate('UZ', { to: '2026-11-01' })
    expect((await file(h, gone, m.id, 'x')).body.code).toBe('term-ended')
    expect((await list(gone)).body.mine).toMatchObject({ mayFile: false, hindrance: 'term-ended' })
  })

  test('for a party whose class the rules leave out, not even by the secretariat', async () => {
    await h.w.admin.query(
      `insert into council.body_rules (body_id, version, rules, at)
       select body_id, version + 1, jsonb_set(rules, '{statements}', '["member"]'), now() from council.body_rules where body_id = $1`,
      [h.council],
    )
    expect((await file(h, icrc, m.id, 'x')).body.code).toBe('statements-not-taken')
    const partyId = h.party('ICRC')
    expect((await file(h, h.secretariat, m.id, 'x', { partyId })).body.code).toBe('statements-not-taken')
    await h.w.admin.query('delete from council.body_rules where body_id = $1 and version = 2', [h.council])
  })

  test('for another party, for none, or for an item of another session', async () => {
    const wrong = await file(h, kg, m.id, 'x', { partyId: h.party('TJ') })
    expect(wrong.body).toMatchObject({ faults: [{ pointer: '/partyId' }] })
    const none = await file(h, h.secretariat, m.id, 'x')
    expect(none.body).toMatchObject({ faults: [{ pointer: '/partyId', code: 'required' }] })
    const item = await file(h, kg, m.id, 'x', { itemId: newId() })
    expect(item.body).toMatchObject({ faults: [{ pointer: '/itemId' }] })
    const empty = await file(h, kg, m.id, 'x', { text: { title: 'x', blocks: [] } })
    expect(empty.body).toMatchObject({ faults: [{ pointer: '/text/blocks', code: 'required' }] })
  })

  test('where there is no session, none that invites, none that has a symbol', async () => {
    expect((await file(h, kg, newId(), 'x')).status).toBe(404)
    const { id } = await planned(h)
    expect((await file(h, kg, id, 'x')).body.code).toBe('session-state')
    await move(h, id, 'under-way')
    expect((await file(h, kg, id, 'x')).body.code).toBe('symbol-without-base')
    await move(h, id, 'closed')
    await as(h.secretariat)(giveSymbol, { params: { id }, body: {} })
    const late = (await file(h, kg, id, 'x')).body
    expect(late.rows[0]).toMatchObject({ late: true })
  })

  test('past the program: the database asks for the same rights', async () => {
    const draft = (sql: string) => h.w.admin.query(sql)
    await expect(
      draft(`select council.file_statement(gen_random_uuid(), '${m.id}', null, '${h.party('KG')}', 'ru',
      '{}', '{}', '{}', false, false, now(), gen_random_uuid())`),
    ).rejects.toThrow('not open to the actor')
  })
})

describe('a statement', () => {
  test('has its symbol at once, gapless for its session; filed twice it is one', async () => {
    const first = await file(h, kg, m.id, 'О школах', { itemId: m.items[0], forRecord: true })
    expect(first.status).toBe(201)
    const symbol = last(first.body.rows)
    expect(symbol).toBe(`${m.symbol}/STA.1`)
    const id = newId()
    await file(h, icrc, m.id, 'Twice', { id })
    const again = await file(h, icrc, m.id, 'Twice', { id })
    expect(again.body.rows.map(row => row.symbol)).toEqual([`${m.symbol}/STA.1`, `${m.symbol}/STA.2`])
    const partyId = h.party('TJ')
    const third = await file(h, h.secretariat, m.id, 'On paper', { partyId })
    expect(third.body.rows.at(-1)).toMatchObject({ symbol: `${m.symbol}/STA.3`, party: { code: 'TJ' } })
  })

  test('of many who file at once has a number of its own, none left out', async () => {
    const { id, symbol } = await meeting(h)
    const all = await Promise.all(
      [kg, tj, icrc, kg, tj, icrc].map((who, at) => file(h, who, id, `At once ${at}`)),
    )
    expect(all.map(one => one.status)).toEqual([201, 201, 201, 201, 201, 201])
    const { rows } = (await list(kg, id)).body
    expect(rows.map(row => row.symbol)).toEqual([1, 2, 3, 4, 5, 6].map(n => `${symbol}/STA.${n}`))
  })

  test('counts on with papers of that kind that the secretariat numbered by hand', async () => {
    const { id, symbol } = await meeting(h)
    const d = desk(h)
    const made = (await d.draft({ kind: 'statement', sessionId: id })).body
    await d.check(made.id, 'en', 1)
    expect((await d.move(made.id, 'issued')).body.symbol).toBe(`${symbol}/STA.1`)
    expect(last((await file(h, kg, id, 'Next')).body.rows)).toBe(`${symbol}/STA.2`)
  })

  test('is public at its permanent address and on the page of its session, as far as it is public', async () => {
    await h.w.admin.query('update council.sessions set is_public = true where id = $1', [m.id])
    const id = newId()
    const { rows } = (await file(h, kg, m.id, 'Открыто для всех', { id })).body
    const symbol = last(rows)
    const shown = await page(`/public/documents/${symbol}`)
    expect(shown.status).toBe(200)
    expect(shown.text).toContain('Слова делегации.')
    expect(shown.text).toContain('Kyrgyz')
    expect(shown.text).toContain(`href="/public/sessions/${m.symbol}`)
    expect((await page(`/public/sessions/${m.symbol}`)).text).toContain(symbol)
  })
})

describe('a withheld statement', () => {
  const id = newId()
  let symbol = ''
  beforeAll(async () => {
    const { rows } = (await file(h, icrc, m.id, 'Zirconium withheld', { id, withheld: true })).body
    symbol = rows.at(-1)?.symbol ?? ''
  })

  test('is read by members, chair, secretariat and the party itself', async () => {
    for (const who of [kg, tj, h.chair, h.secretariat, icrc]) {
      expect(await rowOf(who, id)).toMatchObject({ symbol, withheld: true })
      expect((await as(who)(getDocument, { params: { id } })).status).toBe(200)
      expect((await as(who)(searchDocuments, { body: { words: 'zirconium' } })).body.rows).toHaveLength(1)
    }
  })

  test('does not exist for anybody else, nor on a public page', async () => {
    const strangers = [
      await h.delegate('CICA'),
      await h.delegate('TM', { to: '2026-11-01' }),
      await h.w.somebody('practitioner'),
      await h.w.somebody('hubAuditor'),
    ]
    for (const who of strangers) {
      expect(await rowOf(who, id)).toBeUndefined()
      expect((await as(who)(getDocument, { params: { id } })).status).toBe(404)
      expect((await as(who)(searchDocuments, { body: { words: 'zirconium' } })).body.rows).toEqual([])
      const { rows } = (await as(who)(listDocuments, { query: { limit: 200 } })).body
      expect(rows.map(row => row.id)).not.toContain(id)
      expect((await withdraw(who, id)).status).toBe(404)
    }
    expect((await page(`/public/documents/${symbol}`)).status).toBe(404)
    const session = (await page(`/public/sessions/${m.symbol}`)).text
    expect(session).not.toContain(symbol)
    expect(session).not.toContain('Zirconium')
    expect((await page('/public/documents')).text).not.toContain('Zirconium')
  })
})

describe('taking back', () => {
  test('is for the party itself and the secretariat; the number stays given', async () => {
    const id = newId()
    const { rows } = (await file(h, kg, m.id, 'To be taken back', { id })).body
    const symbol = last(rows)
    expect((await withdraw(tj, id)).body.code).toBe('not-yours')
    expect((await withdraw(icrc, id)).body.code).toBe('not-yours')
    expect(await rowOf(tj, id)).toMatchObject({ mayWithdraw: false })
    expect(await rowOf(kg, id)).toMatchObject({ mayWithdraw: true })
    expect((await withdraw(kg, id)).status).toBe(200)
    expect((await withdraw(h.secretariat, id)).body.code).toBe('statement-withdrawn')
    expect(await rowOf(tj, id)).toMatchObject({ withdrawnAt: clock.toISOString() })
    expect((await page(`/public/documents/${symbol}`)).status).toBe(404)
    const after = last((await file(h, kg, m.id, 'After')).body.rows)
    expect(Number(after?.split('.').at(-1))).toBe(Number(symbol?.split('.').at(-1)) + 1)
  })

  test('goes by the session only: the page of documents does not move what is bound', async () => {
    const id = newId()
    await file(h, kg, m.id, 'Bound', { id })
    const { body } = await as(h.secretariat)(getDocument, { params: { id } })
    expect(body.bound).toMatchObject({ as: 'statement', sessionId: m.id, party: { code: 'KG' } })
    const reply = await as(h.secretariat)(moveDocument, {
      params: { id },
      body: { to: 'withdrawn', basedOn: body.version, reason: 'By the other door' },
    })
    expect(reply.body.code).toBe('document-bound')
  })
})
