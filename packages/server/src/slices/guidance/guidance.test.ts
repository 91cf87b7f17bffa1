/**
 * From an adopted decision at the hub to the case worker at a node and back: fetched as anybody fetches it, verified by the pinned
 * key, put into practice, told to the hub only where somebody chose that. Two whole nodes that meet by HTTP only.
 */
import {
  decisionGuidance,
  markGuidance,
  changeGuidance,
  takeStatement,
  withdrawGuidance,
} from '@kerege/contract/council/guidance/routes'
import { adoptDecision, draftDecision, putDecision } from '@kerege/contract/council/decisionRoutes'
import { exchangeSource } from '@kerege/contract/exchange/routes'
import { statementType } from '@kerege/contract/guidance/feed'
import { getGuidance, listGuidance, sayUse } from '@kerege/contract/guidance/routes'
import type { Input } from '@kerege/contract/route'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { keyText, logKey, signBody } from '../audit/index.ts'
import { type Hub, hub, said } from '../council/testing/hub.ts'
import { type Somebody, type World, world } from '../../testing/world.ts'
import { publish, pull as look } from '../exchange/index.ts'
import { sendStatements } from './send.ts'

/** What the line does to what travels on it; as it is, unless a test says otherwise. */
type Line = (url: string, init: RequestInit | undefined) => Promise<Response>

let h: Hub
let w: World
let line: Line
let asked: { url: string; init: RequestInit | undefined }[]
let worker: Somebody
let coordinator: Somebody
let clock = Date.parse('2026-11-25T12:00:00Z')
const now = () => new Date(clock)

const straight: Line = (url, init) => h.w.raw(url.slice('http://hub.test'.length), init)
const away: Line = () => Promise.reject(new Error('nobody there'))

beforeAll(async () => {
  // The national node of a test makes its key when it starts; the hub is told it afterwards, as an operator would.
  const memberNodes: { party: string; key: string }[] = []
  h = await hub({ now, memberNodes })
  const hubKey = keyText(logKey('kerege.kz', h.w.running.node.keys.log))
  line = straight
  asked = []
  w = await world({
    now,
    hub: { url: 'http://hub.test', key: hubKey, everySeconds: 300 },
    hubFetcher: (async (url: string, init?: RequestInit) => {
      asked.push({ url, init })
      return line(url, init)
    }) as typeof fetch,
  })
  memberNodes.push({ party: 'KZ', key: keyText(logKey('kerege.kz', w.running.node.keys.log)) })
  worker = await w.somebody('caseManager')
  coordinator = await w.somebody('nationalCoordinator')
}, 120_000)
afterAll(async () => {
  await w.close()
  await h.w.close()
})
afterEach(() => {
  line = straight
})

const link = () => {
  const { hub: found } = w.running.node
  if (!found) throw new Error('no hub')
  return found
}
/** The hub gives out what has changed, and the node looks, whatever the pause was. */
async function pull() {
  clock += 4 * 3_600_000
  await publish(h.w.running.node)
  return look(w.running.node, link())
}

async function adopted(title = 'Birth documents', more: { restricted?: boolean } = {}) {
  const id = newId()
  const body = { id, bodyId: h.council, title: said(title), texts: said(`${title}: the text`), ...more }
  const drafted = await h.w.as(h.secretariat)(draftDecision, {
    body: body as Input<typeof draftDecision>['body'],
  })
  expect(drafted.status).toBe(201)
  await h.w.as(h.chair)(putDecision, { params: { id }, body: { way: 'room', basedOn: 1 } })
  const done = await h.w.as(h.chair)(adoptDecision, { params: { id }, body: { basedOn: 2 } })
  expect(done.body.state).toBe('adopted')
  return id
}
const mark = (decisionId: string, more: object = {}, who = h.secretariat) =>
  h.w.as(who)(markGuidance, {
    params: { id: decisionId },
    body: { id: newId(), domains: ['papers'], ages: { from: 0, to: 17 }, ...more },
  })
async function marked(title?: string, more: object = {}) {
  const decisionId = await adopted(title)
  const { mark: made } = (await mark(decisionId, more)).body
  if (!made) throw new Error('not marked')
  return { decisionId, id: made.id, version: made.version }
}
const list = async (query: object = {}, who = worker) =>
  (await w.as(who)(listGuidance, { query: { limit: 200, ...query } })).body.rows
const stateOf = async (id: string) => (await list()).find(row => row.id === id)?.state
const use = (id: string, body: object, who = coordinator) =>
  w.as(who)(sayUse, { params: { id }, body: { id: newId(), state: 'in-use', ...body } })
const atHub = async (decisionId: string) =>
  (await h.w.as(h.secretariat)(decisionGuidance, { params: { id: decisionId } })).body

describe('at the hub', () => {
  test('is marked by those who prepare, once, and only what everybody may read', async () => {
    const decisionId = await adopted()
    const kg = await h.delegate('KG')
    expect((await mark(decisionId, {}, kg)).body.code).toBe('not-allowed')
    expect((await mark(decisionId, { ages: { from: 9, to: 3 } })).body).toMatchObject({
      faults: [{ pointer: '/ages/to', code: 'period-reversed' }],
    })
    expect((await mark(decisionId, { domains: ['papers', 'papers'] })).body).toMatchObject({
      faults: [{ pointer: '/domains', code: 'twice' }],
    })
    expect((await mark(decisionId, { replacesId: newId() })).body).toMatchObject({
      faults: [{ pointer: '/replacesId', code: 'not-found' }],
    })
    expect((await mark(decisionId)).status).toBe(201)
    expect((await mark(decisionId)).body.code).toBe('guidance-marked')
    expect((await mark(await adopted('Restricted', { restricted: true }))).body.code).toBe(
      'guidance-not-public',
    )
    expect((await mark(newId())).body.code).toBe('not-found')
  })

  test('a second change on an old copy is refused, and what has ended does not change', async () => {
    const { decisionId, version } = await marked('Two at once')
    const change = (v: number) =>
      h.w.as(h.secretariat)(changeGuidance, {
        params: { id: decisionId },
        body: { version: v, domains: [], ages: {} },
      })
    expect((await change(version)).body.mark?.domains).toEqual([])
    expect((await change(version)).body.code).toBe('stale-version')
    const withdrawn = await h.w.as(h.secretariat)(withdrawGuidance, {
      params: { id: decisionId },
      body: { reason: 'Written anew' },
    })
    expect(withdrawn.body.mark?.state).toBe('withdrawn')
    expect((await change(version + 2)).body.code).toBe('guidance-ended')
  })
})

describe('a node', () => {
  test('takes what is in force, and the hub does not learn of it', async () => {
    const { id } = await marked('Fetched')
    expect(await pull()).toBe('taken')
    expect(await stateOf(id)).toBe('in-force')
    const { rows } = await h.w.admin.query(
      "select count(*)::int as n from audit.entries where action like 'guidance.%' and at > $1",
      [new Date(clock - 1000)],
    )
    expect(rows[0].n).toBe(0)
  })

  test('shows where it applies, and filters by domain and age', async () => {
    const school = await marked('School', { domains: ['education'], ages: { from: 6, to: 17 } })
    const everybody = await marked('Everybody', { domains: [], ages: {} })
    await pull()
    const ids = async (query: object) => (await list(query)).map(row => row.id)
    expect(await ids({ domain: 'education' })).toContain(school.id)
    expect(await ids({ domain: 'health' })).not.toContain(school.id)
    expect(await ids({ domain: 'health' })).toContain(everybody.id)
    expect(await ids({ age: 6 })).toContain(school.id)
    expect(await ids({ age: 18 })).not.toContain(school.id)
    expect(await ids({ age: 18 })).toContain(everybody.id)
    expect((await w.as(worker)(getGuidance, { params: { id: school.id } })).body).toMatchObject({
      texts: said('School: the text'),
      ages: { from: 6, to: 17 },
      uses: [],
    })
  })

  test('goes on with what it has while the hub is away', async () => {
    const { id } = await marked('Kept')
    await pull()
    line = away
    expect(await pull()).toBe('hub-away')
    expect(await stateOf(id)).toBe('in-force')
    expect((await w.as(worker)(exchangeSource, {})).body.fault).toBe('hub-away')
    line = straight
    expect(await pull()).toBe('same')
  })

  test('shows why guidance was taken back, and what has taken its place', async () => {
    const first = await marked('First version')
    await pull()
    const second = await marked('Second version', { replacesId: first.id })
    await pull()
    const one = (await w.as(worker)(getGuidance, { params: { id: first.id } })).body
    expect(one).toMatchObject({ state: 'superseded', replacedBy: { id: second.id } })
    expect((await use(first.id, {})).body.code).toBe('guidance-ended')
    await h.w.as(h.secretariat)(withdrawGuidance, {
      params: { id: second.decisionId },
      body: { reason: 'A law has changed' },
    })
    await pull()
    expect((await w.as(worker)(getGuidance, { params: { id: second.id } })).body).toMatchObject({
      state: 'withdrawn',
      reason: 'A law has changed',
      replaces: { id: first.id },
    })
  })

  test('what is restricted later leaves the feed and the node', async () => {
    const { decisionId, id } = await marked('Restricted later')
    await pull()
    await h.w.admin.query('update council.decisions set restricted = true where id = $1', [decisionId])
    expect(await pull()).toBe('taken')
    expect(await stateOf(id)).toBe('withdrawn')
  })

  test('is open to who works with people, and to no family and no administrator', async () => {
    for (const role of ['familyMember', 'administrator'] as const) {
      const who = await w.somebody(role)
      expect((await w.as(who)(listGuidance, {})).body.code).toBe('not-allowed')
    }
    expect((await w.as(null)(listGuidance, {})).body.code).toBe('not-signed-in')
    expect((await w.as(worker)(getGuidance, { params: { id: newId() } })).body.code).toBe('not-found')
    expect((await h.w.raw('/api/guidance', {}, h.secretariat)).status).toBe(404)
  })

  test('tells coordinators that something came', async () => {
    await marked('News')
    await pull()
    const { rows } = await w.admin.query(
      "select payload from platform.outbox where topic = 'guidance.came' and payload ->> 'accountId' = $1",
      [coordinator.accountId],
    )
    expect(rows.length).toBeGreaterThan(0)
    expect(Object.keys(rows[0].payload)).toEqual(['accountId'])
  })
})

describe('how it is put into practice', () => {
  test('is said by coordinators, with a reason where it does not apply, and without data of a person', async () => {
    const { id } = await marked('In practice')
    await pull()
    expect((await use(id, {}, worker)).body.code).toBe('not-allowed')
    expect((await use(newId(), {})).body.code).toBe('not-found')
    expect((await use(id, { state: 'not-applicable' })).body).toMatchObject({
      faults: [{ pointer: '/words', code: 'required' }],
    })
    expect((await use(id, { words: 'Aigul, ИИН 041231500123' })).body).toMatchObject({
      faults: [{ pointer: '/words', code: 'personal-document', params: { line: 1, column: 12 } }],
    })
    const said = await use(id, { state: 'planned', words: 'From January' })
    expect(said.body.uses).toMatchObject([{ state: 'planned', told: 'kept', by: coordinator.name }])
    expect((await list()).find(row => row.id === id)?.use).toBe('planned')
  })

  test('leaves the node only where somebody chose that, and then as state and words', async () => {
    const { decisionId, id } = await marked('Told')
    await pull()
    await use(id, { state: 'planned', words: 'Kept at home' })
    asked = []
    expect(await sendStatements(w.running.node, link())).toBe(0)
    expect(asked).toEqual([])
    await use(id, { state: 'in-use', words: 'In all districts', share: true })
    line = away
    expect(await sendStatements(w.running.node, link())).toBe(0)
    expect((await w.as(worker)(getGuidance, { params: { id } })).body.uses[0]?.told).toBe('waiting')
    line = straight
    clock += 3_600_000
    asked = []
    expect(await sendStatements(w.running.node, link())).toBe(1)
    const sent = JSON.parse(String(asked[0]?.init?.body)) as { body: string }
    expect(Object.keys(JSON.parse(sent.body) as object).sort()).toEqual(
      ['at', 'guidanceId', 'language', 'number', 'state', 'type', 'words'].sort(),
    )
    expect((await w.as(worker)(getGuidance, { params: { id } })).body.uses.map(one => one.told)).toEqual([
      'sent',
      'kept',
    ])
    expect((await atHub(decisionId)).statements).toMatchObject([
      { party: { code: 'KZ' }, state: 'in-use', words: 'In all districts' },
    ])
    const page = await (await h.w.raw(`/public/decisions/${encodeURI(await symbolOf(decisionId))}`)).text()
    expect(page).toContain('In all districts')
    expect(page).not.toContain('Kept at home')
  })

  test('of several words only the last one travels', async () => {
    const { decisionId, id } = await marked('Twice told')
    await pull()
    await use(id, { state: 'planned', share: true })
    await use(id, { state: 'in-use', share: true })
    asked = []
    expect(await sendStatements(w.running.node, link())).toBe(1)
    expect(asked).toHaveLength(1)
    expect((await atHub(decisionId)).statements).toMatchObject([{ state: 'in-use' }])
    expect((await w.as(worker)(getGuidance, { params: { id } })).body.uses.map(one => one.told)).toEqual([
      'sent',
      'overtaken',
    ])
  })

  test('the hub takes no word that no node of a member has signed, and no older one again', async () => {
    const { decisionId, id } = await marked('Replayed word')
    const key = logKey('kerege.kz', w.running.node.keys.log)
    const word = (number: number, more: object = {}) =>
      JSON.stringify({
        type: statementType,
        guidanceId: id,
        number,
        state: 'in-use',
        language: 'ru',
        at: now().toISOString(),
        ...more,
      })
    const tell = (signed: { note: string; body: string }) => h.w.as(null)(takeStatement, { body: signed })
    const stranger = logKey('kerege.kz', Buffer.alloc(32, 9))
    expect((await tell(signBody(stranger, statementType, word(1)))).body.code).toBe('signature-unknown')
    expect((await tell(signBody(key, 'kerege-practice-report/1', word(1)))).body.code).toBe(
      'signature-unknown',
    )
    const second = signBody(key, statementType, word(2))
    expect((await tell(second)).body.result).toBe('taken')
    expect((await tell(second)).body.result).toBe('known')
    expect((await tell(signBody(key, statementType, word(1, { state: 'planned' })))).body.code).toBe(
      'statement-older',
    )
    expect(
      (await tell(signBody(key, statementType, word(3, { words: '+7 701 123 45 67' })))).body,
    ).toMatchObject({
      faults: [{ pointer: '/body/words', code: 'personal-phone' }],
    })
    expect((await tell(signBody(key, statementType, word(4, { guidanceId: newId() })))).body.code).toBe(
      'not-found',
    )
    expect((await tell(signBody(key, statementType, 'no json'))).body.code).toBe('invalid')
    expect((await atHub(decisionId)).statements).toMatchObject([{ state: 'in-use' }])
    await expect(h.w.admin.query(`update council.guidance_statements set words = 'x'`)).rejects.toThrow(
      'stays said',
    )
  })

  test('a word that the hub refuses is not sent again, and that is shown', async () => {
    const { decisionId, id } = await marked('Refused')
    await pull()
    await use(id, { share: true })
    await h.w.admin.query('update council.decisions set restricted = true where id = $1', [decisionId])
    expect(await sendStatements(w.running.node, link())).toBe(0)
    expect((await w.as(worker)(getGuidance, { params: { id } })).body.uses[0]?.told).toBe('refused')
    asked = []
    clock += 4 * 3_600_000
    await sendStatements(w.running.node, link())
    expect(asked).toEqual([])
  })
})

async function symbolOf(decisionId: string): Promise<string> {
  const { rows } = await h.w.admin.query('select symbol from council.decisions where id = $1', [decisionId])
  return rows[0].symbol
}
