/** Decisions through HTTP on a real database: refusals first, then the clock, two at once, and what is kept. */
import { addItem } from '@kerege/contract/council/agendaRoutes'
import {
  adoptDecision,
  amendDecision,
  draftDecision,
  extendSilence,
  getDecision,
  getReceipt,
  listDecisions,
  objectToDecision,
  putDecision,
  recordOnDecision,
  reviseDecision,
  rewriteDecision,
  stateOnDecision,
  withdrawDecision,
} from '@kerege/contract/council/decisionRoutes'
import {
  changeParticipant,
  inviteParty,
  moveSession,
  registerParticipant,
} from '@kerege/contract/council/routes'
import type { Receipt } from '@kerege/contract/council/decisions'
import { mayKnock, role, roleNames } from '@kerege/contract/access/roles'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { receiptFaults } from '../../cli/receipt.ts'
import { run } from '../../cli/main.ts'
import { newId } from '../../platform/ids.ts'
import type { Somebody } from '../../testing/world.ts'
import { endSilences, remindOfSilences } from './silenceClock.ts'
import { desk } from './documents/testing/drafts.ts'
import { type Hub, hub, planned, said } from './testing/hub.ts'

const hour = 3_600_000
/** What the clock of the server shows; tests turn it. */
let clock = Date.parse('2026-11-24T12:00:00.000Z')
const expiry = '2026-11-27T12:00:00.000Z'

let h: Hub
let kg: Somebody
let uz: Somebody
let icrc: Somebody
const as = (who: Somebody | null) => h.w.as(who)
const node = () => h.w.running.node

beforeAll(async () => {
  h = await hub({ now: () => new Date(clock) })
  kg = await h.delegate('KG')
  uz = await h.delegate('UZ')
  icrc = await h.delegate('ICRC')
}, 60_000)
afterAll(() => h.w.close())
beforeEach(() => {
  clock = Date.parse('2026-11-24T12:00:00.000Z')
})

async function drafted(more: object = {}) {
  const reply = await as(h.secretariat)(draftDecision, {
    body: {
      id: newId(),
      bodyId: h.council,
      title: said('Papers of birth'),
      texts: said('No child waits.'),
      ...more,
    },
  })
  expect(reply.status).toBe(201)
  return reply.body
}
async function silent(expiresAt = expiry) {
  const { id, version } = await drafted()
  const reply = await as(h.chair)(putDecision, {
    params: { id },
    body: { way: 'silence', basedOn: version, expiresAt },
  })
  expect(reply.status).toBe(200)
  return reply.body
}
async function inRoom(more: object = {}) {
  const { id, version } = await drafted(more)
  return (await as(h.chair)(putDecision, { params: { id }, body: { way: 'room', basedOn: version } })).body
}
const object = (who: Somebody, id: string, text = 1) =>
  as(who)(objectToDecision, {
    params: { id },
    body: { text, words: 'We need other words in the second point' },
  })
const read = async (id: string, who = h.chair) => (await as(who)(getDecision, { params: { id } })).body
const stateOf = async (id: string) => (await read(id)).state

describe('refuses', () => {
  test('nobody, and a draft to whom it is not open yet, as if it were not there', async () => {
    expect((await as(null)(listDecisions, {})).status).toBe(401)
    const { id } = await drafted()
    const absent = await as(kg)(getDecision, { params: { id: newId() } })
    const hidden = await as(kg)(getDecision, { params: { id } })
    expect([hidden.status, hidden.body.code]).toEqual([absent.status, absent.body.code])
    expect(
      (await as(kg)(listDecisions, { query: { limit: 200 } })).body.rows.map(row => row.id),
    ).not.toContain(id)
  })

  test.each(roleNames.filter(name => role(name).nodes.includes('hub')))(
    'or lets %s, as the table says',
    async name => {
      const who = await h.w.somebody(name)
      const { id, version } = await silent()
      expect((await as(who)(getDecision, { params: { id } })).status === 200).toBe(
        mayKnock(name, 'council.read'),
      )
      const code = (await object(who, id)).body.code
      // Nobody of these is in a delegation: a voice by role alone is none.
      expect(code).toBe(mayKnock(name, 'council.speak') ? 'no-delegation' : 'not-allowed')
      const withdrawn = await as(who)(withdrawDecision, {
        params: { id },
        body: { basedOn: version, reason: 'Trying' },
      })
      expect(withdrawn.status === 200).toBe(mayKnock(name, 'council.decide'))
    },
  )

  test.each([
    ['an observer', 'ICRC', {}, 'not-counted'],
    ['a partner', 'UNICEF', {}, 'not-counted'],
    ['a member whose term has ended', 'TJ', { to: '2026-11-20' }, 'term-ended'],
    ['a member whose term has not begun', 'TJ', { from: '2026-12-01' }, 'term-ended'],
    ['a member without credentials', 'TM', { credentials: 'received' as const }, 'no-credentials'],
    [
      'a member whose credentials were withdrawn',
      'TM',
      { credentials: 'withdrawn' as const },
      'no-credentials',
    ],
  ])('the objection of %s', async (_, code, more, expected) => {
    const who = await h.delegate(code, more)
    const { id } = await silent()
    expect((await object(who, id)).body.code).toBe(expected)
    expect(await stateOf(id)).toBe('silence')
  })

  test('an objection in the name of another, even past the program', async () => {
    const { id } = await silent()
    const client = new pg.Client({ connectionString: h.w.database.serverUrl })
    await client.connect()
    try {
      await client.query('begin')
      await client.query('select access.wear($1)', [
        JSON.stringify({
          account: kg.accountId,
          role: 'delegate',
          verbs: ['council.read', 'council.speak'],
          rights: {},
        }),
      ])
      const write = (party: string) =>
        client.query(
          `insert into council.decision_steps (id, decision_id, kind, at, account_id, party_id, text_number, request_id, ordinal)
           values ($1, $2, 'objected', now(), $3, $4, 1, 'r', 99)`,
          [newId(), id, kg.accountId, party],
        )
      await client.query('savepoint s')
      await expect(write(h.party('UZ'))).rejects.toMatchObject({ code: '42501' })
      await client.query('rollback to savepoint s')
      await write(h.party('KG'))
    } finally {
      await client.end()
    }
  })

  test('silence that is too short, and without a checked text in every language that is asked for', async () => {
    const { id, version } = await drafted()
    const put = (expiresAt: string) =>
      as(h.chair)(putDecision, { params: { id }, body: { way: 'silence', basedOn: version, expiresAt } })
    expect((await put('2026-11-27T11:59:59.000Z')).body).toMatchObject({
      faults: [{ code: 'silence-too-short' }],
    })
    const unchecked = await drafted({ texts: { en: { text: 'Only English', state: 'checked' } } })
    const reply = await as(h.chair)(putDecision, {
      params: { id: unchecked.id },
      body: { way: 'silence', basedOn: 1, expiresAt: expiry },
    })
    expect(reply.body).toMatchObject({ code: 'languages-missing', languages: 'ru' })
  })

  test('an objection to a text that was not read', async () => {
    const { id, version } = await silent()
    await as(h.chair)(amendDecision, {
      params: { id },
      body: {
        basedOn: version,
        title: said('Other'),
        texts: said('Other'),
        expiresAt: expiry,
        reason: 'Two states asked',
      },
    })
    expect((await object(kg, id, 1)).body).toMatchObject({ code: 'text-changed', text: 2 })
    expect((await object(kg, id, 2)).body.state).toBe('broken')
  })
})

describe('the clock of silence', () => {
  test('counts an objection one second before, and refuses one a second after', async () => {
    const { id } = await silent()
    const late = await silent()
    clock = Date.parse(expiry) - 1000
    expect((await object(kg, id)).body.state).toBe('broken')
    clock = Date.parse(expiry) + 1000
    expect((await object(kg, late.id)).body.code).toBe('silence-over')
    await endSilences(node())
    expect(await stateOf(late.id)).toBe('silence')
    clock += 10_000
    await endSilences(node())
    const adopted = await read(late.id)
    expect(adopted).toMatchObject({ state: 'adopted', closedAt: expiry })
    expect(adopted.symbol).toMatch(/^REC\/2026\/DEC\.\d+$/)
    expect((await object(kg, late.id)).body.code).toBe('decision-not-open')
  })

  test('opens nothing again when it jumps back', async () => {
    const { id, version } = await silent()
    clock = Date.parse(expiry) + 20_000
    await endSilences(node())
    clock = Date.parse(expiry) - 48 * hour
    expect((await object(kg, id)).body.code).toBe('decision-not-open')
    const again = await as(h.chair)(withdrawDecision, {
      params: { id },
      body: { basedOn: version + 1, reason: 'Late' },
    })
    expect(again.body.code).toBe('decision-closed')
    await expect(
      h.w.admin.query("update council.decisions set state = 'silence', symbol = null where id = $1", [id]),
    ).rejects.toThrow('does not change')
  })

  test('jumps ahead over reminder and end by a month: adopted as of its end, and nobody is reminded any more', async () => {
    const { id } = await silent()
    clock = Date.parse(expiry) + 31 * 24 * hour
    // As the job does it, which comes to all three in this order.
    await endSilences(node())
    await remindOfSilences(node())
    expect(await read(id)).toMatchObject({ state: 'adopted', closedAt: expiry })
    const { rows } = await h.w.admin.query<{ topic: string }>(
      `select distinct topic from platform.outbox where payload ->> 'decisionId' = $1 order by topic`,
      [id],
    )
    expect(rows.map(row => row.topic)).toEqual(['decision.closed', 'decision.silence'])
  })

  test('has the last word: from the second of the end on, no chair withdraws, extends or amends', async () => {
    const { id, version } = await silent()
    const params = { id }
    clock = Date.parse(expiry)
    const later = '2026-12-20T12:00:00.000Z'
    const replies = [
      await as(h.chair)(withdrawDecision, { params, body: { basedOn: version, reason: 'Too late' } }),
      await as(h.chair)(extendSilence, {
        params,
        body: { basedOn: version, expiresAt: later, reason: 'Too late' },
      }),
      await as(h.chair)(amendDecision, {
        params,
        body: {
          basedOn: version,
          title: said('Other'),
          texts: said('Other'),
          expiresAt: later,
          reason: 'Late',
        },
      }),
    ]
    expect(replies.map(one => one.body.code)).toEqual(['silence-over', 'silence-over', 'silence-over'])
    clock += 10_000
    await endSilences(node())
    expect(await read(id)).toMatchObject({ state: 'adopted', text: { number: 1 } })
  })

  test('ends each silence once, with numbers without a gap, when two processes run it', async () => {
    const ids: string[] = []
    for (let at = 0; at < 12; at += 1) ids.push((await silent()).id)
    clock = Date.parse(expiry) + 20_000
    const counts = await Promise.all([endSilences(node()), endSilences(node()), endSilences(node())])
    expect(counts.reduce((sum, one) => sum + one)).toBeGreaterThanOrEqual(12)
    const { rows } = await h.w.admin.query<{ number: number }>(
      'select number from council.decisions where year = 2026 order by number',
    )
    expect(rows.map(row => row.number)).toEqual(rows.map((_, at) => at + 1))
    const steps = await h.w.admin.query(
      `select decision_id from council.decision_steps where kind = 'adopted' and decision_id = any ($1)`,
      [ids],
    )
    expect(steps.rowCount).toBe(12)
    const entries = await h.w.admin.query(
      `select 1 from audit.entries where action = 'decision.adopted' and account_id is null and subjects && $1`,
      [ids],
    )
    expect(entries.rowCount).toBe(12)
  })

  test('lets an objection that came in time win against the clock, whoever holds the row first', async () => {
    const { id } = await silent()
    clock = Date.parse(expiry) - 10
    const objection = object(kg, id)
    clock = Date.parse(expiry) + 20_000
    await Promise.all([objection, endSilences(node())])
    expect(['broken', 'adopted']).toContain(await stateOf(id))
    const { steps } = await read(id)
    // Exactly one end, and it is the one that is shown.
    expect(steps.filter(step => step.kind === 'broken' || step.kind === 'adopted')).toHaveLength(1)
  })

  test('is killed in the middle and does it at the next start', async () => {
    const { id } = await silent()
    clock = Date.parse(expiry) + 20_000
    // A process that dies after the adoption and before the commit: its connection is cut.
    const dying = new pg.Client({ connectionString: h.w.database.serverUrl })
    dying.on('error', () => undefined)
    await dying.connect()
    await dying.query('begin')
    const given = await dying.query<{ symbol: string }>('select council.adopt($1, $2, $3, $4) as symbol', [
      id,
      new Date(clock).toISOString(),
      newId(),
      newId(),
    ])
    expect(given.rows[0]?.symbol).toMatch(/DEC/)
    const pid = (await dying.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]?.pid
    await h.w.admin.query('select pg_terminate_backend($1)', [pid])
    expect(await stateOf(id)).toBe('silence')
    expect(await endSilences(node())).toBe(1)
    expect((await read(id)).symbol).toBe(given.rows[0]?.symbol)
    expect(await endSilences(node())).toBe(0)
  })

  const told = async (id: string, topic: string) =>
    (
      await h.w.admin.query(
        `select 1 from platform.outbox where topic = $1 and payload ->> 'decisionId' = $2`,
        [topic, id],
      )
    ).rowCount ?? 0

  test('does not remind of one that is over and only waits for the last objection', async () => {
    const { id } = await silent()
    clock = Date.parse(expiry) + 2000
    await remindOfSilences(node())
    expect(await told(id, 'decision.reminder')).toBe(0)
  })

  test('reminds once before the end, and tells everybody of the end', async () => {
    const { id } = await silent()
    const everybody = await told(id, 'decision.silence')
    expect(everybody).toBeGreaterThan(3)
    clock = Date.parse(expiry) - 25 * hour
    await remindOfSilences(node())
    expect(await told(id, 'decision.reminder')).toBe(0)
    clock = Date.parse(expiry) - 23 * hour
    await Promise.all([remindOfSilences(node()), remindOfSilences(node())])
    expect(await told(id, 'decision.reminder')).toBe(everybody)
    await object(kg, id)
    expect(await told(id, 'decision.closed')).toBe(everybody)
    const { rows } = await h.w.admin.query<{ payload: object }>(
      `select payload from platform.outbox where topic = 'decision.closed' and payload ->> 'decisionId' = $1 limit 1`,
      [id],
    )
    expect(Object.keys(rows[0]?.payload ?? {}).sort()).toEqual(['accountId', 'decisionId', 'state'])
  })

  test('shows its end on the walls of five capitals, and the server’s now', async () => {
    const decision = await silent()
    expect(decision.now).toBe(new Date(clock).toISOString())
    expect(decision.expires.map(one => one.local.slice(11))).toEqual([
      '17:00',
      '18:00',
      '17:00',
      '17:00',
      '17:00',
    ])
  })
})

describe('under silence', () => {
  test('two objections at once: one breaks it, the other hears that it is broken', async () => {
    const { id } = await silent()
    const replies = await Promise.all([object(kg, id), object(uz, id)])
    expect(replies.map(one => one.status).sort()).toEqual([200, 409])
    expect(replies.find(one => one.status === 409)?.body.code).toBe('decision-not-open')
    expect((await read(id)).steps.filter(step => step.kind === 'broken')).toHaveLength(1)
  })

  test('two chairs at once: one wins, the other is told', async () => {
    const { id, version } = await silent()
    const other = await h.w.somebody('chair')
    const replies = await Promise.all([
      as(h.chair)(withdrawDecision, {
        params: { id },
        body: { basedOn: version, reason: 'The text is not ready' },
      }),
      as(other)(extendSilence, {
        params: { id },
        body: { basedOn: version, expiresAt: '2026-11-29T12:00:00.000Z', reason: 'A holiday in one capital' },
      }),
    ])
    expect(replies.map(one => one.status).sort()).toEqual([200, 412])
    expect(replies.find(one => one.status !== 200)?.body.code).toBe('stale-version')
  })

  test('a longer term is given, a shorter one is not', async () => {
    const { id, version } = await silent()
    const extend = (expiresAt: string) =>
      as(h.chair)(extendSilence, {
        params: { id },
        body: { basedOn: version, expiresAt, reason: 'A holiday' },
      })
    expect((await extend(expiry)).body).toMatchObject({ faults: [{ code: 'silence-not-longer' }] })
    expect((await extend('2026-11-29T12:00:00.000Z')).body.expiresAt).toBe('2026-11-29T12:00:00.000Z')
    clock = Date.parse(expiry) + 20_000
    await endSilences(node())
    expect(await stateOf(id)).toBe('silence')
  })

  test('what only one language says anew leaves the others behind, unless somebody says that they still say the same', async () => {
    const first = await silent()
    const en = { text: 'Other words', state: 'checked' as const }
    const body = {
      basedOn: first.version,
      title: first.text.title,
      texts: { ...first.text.texts, en },
      expiresAt: '2026-11-29T12:00:00.000Z',
      reason: 'One word',
    }
    const amend = (more: { stillRight?: ['ru'] } = {}) =>
      as(h.chair)(amendDecision, { params: { id: first.id }, body: { ...body, ...more } })
    expect((await amend()).body).toMatchObject({ code: 'languages-missing', languages: 'ru' })
    const amended = (await amend({ stillRight: ['ru'] })).body
    expect(amended.text.texts.ru?.state).toBe('checked')
    const later = await as(h.secretariat)(draftDecision, {
      body: { id: newId(), bodyId: h.council, title: said('Papers'), texts: said('Words') },
    })
    const rewritten = await as(h.secretariat)(
      rewriteDecision,
      {
        params: { id: later.body.id },
        body: { title: later.body.text.title, texts: { ...later.body.text.texts, en } },
      },
      { ifMatch: later.etag ?? '' },
    )
    expect(rewritten.body.text.texts).toMatchObject({ en: { state: 'checked' }, ru: { state: 'stale' } })
    expect(rewritten.body.missing).toEqual(['ru'])
  })

  test('a changed translation starts the clock anew, or is refused, as the rules say', async () => {
    const change = (id: string, version: number) =>
      as(h.secretariat)(
        rewriteDecision,
        { params: { id }, body: { title: said('Papers'), texts: said('Other words') } },
        { ifMatch: `"${version}"` },
      )
    const first = await silent()
    clock += 24 * hour
    const restarted = (await change(first.id, first.version)).body
    expect(restarted.expiresAt).toBe('2026-11-28T12:00:00.000Z')
    expect(restarted.text.number).toBe(2)
    expect(restarted.steps.at(-1)?.kind).toBe('restarted')
    await h.w.admin.query(
      `update council.body_rules set rules = jsonb_set(rules, '{translationChange}', '"refuse"') where body_id = $1`,
      [h.council],
    )
    const second = await silent('2026-12-20T12:00:00.000Z')
    expect((await change(second.id, second.version)).body.code).toBe('text-under-silence')
    await h.w.admin.query(
      `update council.body_rules set rules = jsonb_set(rules, '{translationChange}', '"restart"') where body_id = $1`,
      [h.council],
    )
  })

  test('what is withdrawn is not adopted by the clock', async () => {
    const { id, version } = await silent()
    await as(h.chair)(withdrawDecision, {
      params: { id },
      body: { basedOn: version, reason: 'The text is not ready' },
    })
    clock = Date.parse(expiry) + 20_000
    expect(await endSilences(node())).toBe(0)
    expect(await stateOf(id)).toBe('withdrawn')
  })

  test('a withdrawal and an objection at once make one end, and the other hears of it', async () => {
    const { id, version } = await silent()
    const [withdrawn, objected] = await Promise.all([
      as(h.chair)(withdrawDecision, {
        params: { id },
        body: { basedOn: version, reason: 'The text is not ready' },
      }),
      object(kg, id),
    ])
    expect([withdrawn.status, objected.status].filter(status => status === 200)).toHaveLength(1)
    expect(await stateOf(id)).toBe(withdrawn.status === 200 ? 'withdrawn' : 'broken')
    expect((await object(uz, id)).body.code).toBe('decision-not-open')
    clock = Date.parse(expiry) + 20_000
    expect(await endSilences(node())).toBe(0)
  })

  test('the text is the decision’s own: a document withdrawn meanwhile takes nothing from it', async () => {
    const d = desk(h)
    const { id: sessionId } = await planned(h)
    const document = (await d.draft({ sessionId })).body
    await d.move(document.id, 'circulated')
    const draft = await drafted({ sessionId })
    await as(h.secretariat)(addItem, {
      params: { id: sessionId },
      body: { id: newId(), title: said('Papers'), decisions: [draft.id] },
    })
    await as(h.chair)(putDecision, {
      params: { id: draft.id },
      body: { way: 'silence', basedOn: draft.version, expiresAt: expiry },
    })
    const before = (await read(draft.id)).text
    expect((await d.move(document.id, 'withdrawn')).status).toBe(200)
    expect(await read(draft.id)).toMatchObject({ state: 'silence', text: before })
    clock = Date.parse(expiry) + 20_000
    await endSilences(node())
    expect(await read(draft.id)).toMatchObject({ state: 'adopted', text: before })
  })

  test('a term that ends under silence: its last day counts, the day after does not, and what was said stays', async () => {
    // The policies of the database go by its own clock, so this one begins today.
    const now = Date.now()
    const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10)
    clock = now
    const until = new Date(now + 96 * hour).toISOString()
    const [first, second] = [await silent(until), await silent(until)]
    const leaving = await h.delegate('TJ', { to: dayOf(now) })
    expect((await object(leaving, first.id)).body.state).toBe('broken')
    clock = now + 24 * hour
    expect((await object(leaving, second.id)).body.code).toBe('term-ended')
    expect(await stateOf(second.id)).toBe('silence')
    const { state, steps } = await read(first.id)
    expect(state).toBe('broken')
    expect(steps.find(step => step.kind === 'objected')?.party?.code).toBe('TJ')
  })

  test('a reservation stops nothing and stands on the record; observers may state too', async () => {
    const { id } = await silent()
    const say = (who: Somebody, kind: 'reserved' | 'interpreted') =>
      as(who)(stateOnDecision, { params: { id }, body: { kind, text: 1, words: 'As far as our law allows' } })
    expect((await say(uz, 'reserved')).body.state).toBe('silence')
    expect((await say(icrc, 'interpreted')).status).toBe(200)
    const { steps } = await read(id)
    expect(steps.filter(step => step.words).map(step => [step.party?.code, step.kind])).toEqual([
      ['UZ', 'reserved'],
      ['ICRC', 'interpreted'],
    ])
  })

  test('a letter on paper counts for the member that wrote it, and for no observer', async () => {
    const { id } = await silent()
    const record = (code: string) =>
      as(h.secretariat)(recordOnDecision, {
        params: { id },
        body: { kind: 'objected', text: 1, words: 'By note of this morning', partyId: h.party(code) },
      })
    expect((await record('CTED')).body.code).toBe('not-counted')
    expect((await record('TM')).body.state).toBe('broken')
  })

  test('broken, revised, asked again and adopted: one history', async () => {
    const { id } = await silent()
    const broken = (await object(kg, id)).body
    const revised = (
      await as(h.secretariat)(reviseDecision, { params: { id }, body: { basedOn: broken.version } })
    ).body
    const rewritten = (
      await as(h.secretariat)(
        rewriteDecision,
        { params: { id }, body: { title: said('Papers'), texts: said('Better words') } },
        { ifMatch: `"${revised.version}"` },
      )
    ).body
    await as(h.chair)(putDecision, {
      params: { id },
      body: { way: 'silence', basedOn: rewritten.version, expiresAt: expiry },
    })
    clock = Date.parse(expiry) + 20_000
    await endSilences(node())
    expect((await read(id)).steps.map(step => step.kind)).toEqual([
      ...[
        'drafted',
        'put-under-silence',
        'objected',
        'broken',
        'revised',
        'rewritten',
        'put-under-silence',
        'adopted',
      ],
    ])
  })
})

describe('in the room', () => {
  test('nobody objects, and it is adopted with its number', async () => {
    const { id, version } = await inRoom()
    const reply = await as(h.chair)(adoptDecision, { params: { id }, body: { basedOn: version } })
    expect(reply.body.symbol).toMatch(/^REC\/2026\/DEC\.\d+$/)
    expect(
      (await as(h.chair)(adoptDecision, { params: { id }, body: { basedOn: version + 1 } })).body.code,
    ).toBe('decision-closed')
  })

  test('one objects, and it is not', async () => {
    const { id, version } = await inRoom()
    expect((await object(uz, id)).body.state).toBe('broken')
    const reply = await as(h.chair)(adoptDecision, { params: { id }, body: { basedOn: version + 1 } })
    expect(reply.body.code).toBe('decision-closed')
  })

  test('too few are there', async () => {
    const session = await planned(h)
    const partyId = h.party('KZ')
    await as(h.secretariat)(inviteParty, {
      params: { id: session.id, partyId },
      body: { state: 'confirmed' },
    })
    const participant = newId()
    await as(h.secretariat)(registerParticipant, {
      params: { id: session.id },
      body: { id: participant, partyId, name: 'Invented', way: 'online' },
    })
    await as(h.secretariat)(moveSession, { params: { id: session.id }, body: { to: 'under-way' } })
    await as(h.secretariat)(
      changeParticipant,
      { params: { id: participant }, body: { name: 'Invented', way: 'online', attended: true } },
      { ifMatch: '"1"' },
    )
    const { id, version } = await inRoom({ sessionId: session.id })
    const reply = await as(h.chair)(adoptDecision, { params: { id }, body: { basedOn: version } })
    expect(reply.body).toMatchObject({ code: 'no-quorum', present: 1, needed: 3 })
  })

  test('ten are adopted at once by two chairs, and the numbers have no gap', async () => {
    const other = await h.w.somebody('chair')
    const open = []
    for (let at = 0; at < 10; at += 1) open.push(await inRoom())
    await Promise.all(
      open.map(({ id, version }, at) =>
        as(at % 2 ? h.chair : other)(adoptDecision, { params: { id }, body: { basedOn: version } }),
      ),
    )
    const { rows } = await h.w.admin.query<{ number: number }>(
      'select number from council.decisions where year = 2026 order by number',
    )
    expect(rows.map(row => row.number)).toEqual(rows.map((_, at) => at + 1))
  })
})

test('whatever is tried in whatever order, an end stays an end and only adoption has a number', async () => {
  type Act = 'object' | 'adopt' | 'withdraw' | 'revise' | 'room' | 'silence' | 'clock'
  const act = async (what: Act, id: string) => {
    const { version, text } = await read(id)
    const params = { id }
    const body = { basedOn: version }
    switch (what) {
      case 'object':
        return object(kg, id, text.number)
      case 'adopt':
        return as(h.chair)(adoptDecision, { params, body })
      case 'withdraw':
        return as(h.chair)(withdrawDecision, { params, body: { ...body, reason: 'Trying' } })
      case 'revise':
        return as(h.secretariat)(reviseDecision, { params, body })
      case 'room':
        return as(h.chair)(putDecision, { params, body: { way: 'room', ...body } })
      case 'silence': {
        const expiresAt = new Date(clock + 80 * hour).toISOString()
        return as(h.chair)(putDecision, { params, body: { way: 'silence', ...body, expiresAt } })
      }
      case 'clock':
        clock += 100 * hour
        return endSilences(node())
    }
  }
  const acts = fc.array(
    fc.constantFrom<Act>('object', 'adopt', 'withdraw', 'revise', 'room', 'silence', 'clock'),
    {
      minLength: 3,
      maxLength: 9,
    },
  )
  await fc.assert(
    fc.asyncProperty(acts, async list => {
      const { id } = await drafted()
      let ended: string | undefined
      for (const what of list) {
        await act(what, id)
        const { state, symbol } = await read(id)
        if (ended) expect(state).toBe(ended)
        if (state === 'adopted' || state === 'withdrawn') ended = state
        expect(symbol !== undefined).toBe(state === 'adopted')
      }
    }),
    { numRuns: 12 },
  )
}, 60_000)

describe('a receipt', () => {
  const receiptOf = async (who: Somebody, id: string, kind: string) => {
    const step = (await read(id)).steps.find(one => one.kind === kind)
    return as(who)(getReceipt, { params: { id, stepId: step?.id ?? '' } })
  }
  let kept: Receipt
  beforeAll(async () => {
    clock = Date.parse('2026-11-24T12:00:00.000Z')
    const { id } = await silent()
    await object(kg, id)
    const early = await receiptOf(kg, id, 'objected')
    expect(early.body.proof).toBeUndefined()
    expect(receiptFaults(early.body)).toEqual([])
    await h.w.running.sequencer.flush()
    kept = (await receiptOf(kg, id, 'objected')).body
  })

  test('proves the objection by key, path and text', () => {
    expect(kept.proof).toBeDefined()
    expect(kept.step).toMatchObject({ kind: 'objected', party: 'KG' })
    expect(receiptFaults(kept, h.w.running.logPublicKey.toString('base64'))).toEqual([])
  })

  test.each<[string, (one: Receipt) => void, string]>([
    ['another text', one => Object.assign(one.text.texts.en ?? {}, { text: 'Other words' }), 'text-differs'],
    ['another moment', one => Object.assign(one.entry, { at: '2026-01-01T00:00:00.000Z' }), 'leaf-differs'],
    [
      'another number',
      one => Object.assign(one.proof ?? {}, { number: (one.proof?.number ?? 0) - 1 }),
      'not-in-the-log',
    ],
    ['another decision', one => Object.assign(one.decision, { id: newId() }), 'decision-differs'],
    [
      'a checkpoint that nobody signed',
      one => Object.assign(one.proof ?? {}, { checkpoint: 'x\n\ny' }),
      'checkpoint-not-signed',
    ],
  ])('is refused with %s', (_, spoil, fault) => {
    const spoiled = structuredClone(kept)
    spoil(spoiled)
    expect(receiptFaults(spoiled)).toContain(fault)
  })

  test('is refused under another key', () => expect(receiptFaults(kept, 'AAAA')).toEqual(['another-key']))

  test('of what the clock did names nobody', async () => {
    const { id } = await silent()
    clock = Date.parse(expiry) + 20_000
    await endSilences(node())
    await h.w.running.sequencer.flush()
    const { body } = await receiptOf(icrc, id, 'adopted')
    expect(body.entry.accountId).toBeNull()
    expect(receiptFaults(body)).toEqual([])
  })

  test('is not there for a step of another decision', async () => {
    const one = await silent()
    const other = await silent()
    const reply = await as(kg)(getReceipt, { params: { id: other.id, stepId: one.steps[0]?.id ?? '' } })
    expect(reply.status).toBe(404)
  })

  test('is checked at home, without a node', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kerege-receipt-'))
    try {
      const file = join(folder, 'receipt.json')
      await writeFile(file, JSON.stringify(kept))
      const told: string[] = []
      const out = { write: (text: string) => told.push(text) }
      const code = await run(['log', 'verify-receipt', file], { stdout: out, stderr: out, env: {} } as never) // no input is read
      expect([code, JSON.parse(told.join(''))]).toMatchObject([0, { receipt: 'proved', step: 'objected' }])
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
})

test('what is adopted and general is open to nobody in particular, and nothing else', async () => {
  const adopted = await inRoom()
  await as(h.chair)(adoptDecision, { params: { id: adopted.id }, body: { basedOn: adopted.version } })
  const hidden = await inRoom({ restricted: true })
  await as(h.chair)(adoptDecision, { params: { id: hidden.id }, body: { basedOn: hidden.version } })
  const waiting = await silent()
  const server = new pg.Client({ connectionString: h.w.database.serverUrl })
  await server.connect()
  try {
    const { rows } = await server.query<{ id: string }>('select id from council.decisions')
    const ids = rows.map(row => row.id)
    expect(ids).toContain(adopted.id)
    expect(ids).not.toContain(hidden.id)
    expect(ids).not.toContain(waiting.id)
    expect((await server.query('select 1 from council.decision_steps')).rowCount).toBe(0)
    // The clock's own functions are for nobody: somebody who is signed in adopts nothing with them.
    await server.query('begin')
    await server.query('select access.wear($1)', [JSON.stringify({ account: kg.accountId, verbs: [] })])
    const forced = await server.query<{ symbol: string | null }>(
      "select council.adopt($1, '2030-01-01', $2, 'r') as symbol",
      [waiting.id, newId()],
    )
    expect(forced.rows[0]?.symbol).toBeNull()
    await server.query('rollback')
  } finally {
    await server.end()
  }
})
