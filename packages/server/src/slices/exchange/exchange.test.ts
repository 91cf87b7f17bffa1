/**
 * A practice from its publication at the hub to the case worker at a node and back, over whatever the line does in between:
 * two whole nodes that meet by HTTP only.
 */
import {
  checkpointPath,
  Item,
  itemsPath,
  type Page,
  type PageItem,
  pageSize,
  reportType,
} from '@kerege/contract/exchange/feed'
import {
  confirmUse,
  exchangeSource,
  findHeld,
  getHeld,
  keepPractices,
  sayUsed,
  takeReport,
  toldOf,
} from '@kerege/contract/exchange/routes'
import { shippedAnalyser } from '@kerege/contract/analysis/thesaurus/expand'
import { domains } from '@kerege/contract/domains'
import { adoptPractice, reportAdoption, withdrawAdoption } from '@kerege/contract/practices/adoption/routes'
import { addConcept } from '@kerege/contract/practices/thesaurus/routes'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { append, emptyFrontier, type Frontier, keyText, logKey, rootOf, signBody } from '../audit/index.ts'
import { type Library, library, practiceContent } from '../practices/testing/library.ts'
import { type Somebody, type World, world, worldOfTest } from '../../testing/world.ts'
import { forget, permitRestored, publish, pull as look, verifyLog, verifyStore } from './index.ts'
import { inTransaction } from '../../platform/database.ts'
import { keyAgain, nodeAnalyser } from './thesaurus.ts'
import { itemHash, signTree } from './log/tree.ts'
import { sendReports } from './send.ts'

type Line = (path: string) => Promise<Response>

let hub: Library
let w: World
let line: Line
let asked: { url: string; init: RequestInit | undefined }[] = []
let author: Somebody
let worker: Somebody
let coordinator: Somebody
let clock = Date.parse('2026-11-26T06:00:00Z')
const now = () => new Date(clock)

const straight: Line = path => hub.w.raw(path)
const hubKey = () => logKey('kerege.kz', hub.w.running.node.keys.log)

beforeAll(async () => {
  const memberNodes: { party: string; key: string }[] = []
  hub = await library({ now, memberNodes })
  line = straight
  w = await world({
    now,
    hub: { url: 'http://hub.test', key: keyText(hubKey()), everySeconds: 300 },
    hubFetcher: (async (url: string, init?: RequestInit) => {
      asked.push({ url, init })
      const path = url.slice('http://hub.test'.length)
      return init?.method === 'POST' ? hub.w.raw(path, init) : line(path)
    }) as typeof fetch,
  })
  memberNodes.push({ party: 'KZ', key: keyText(logKey('kerege.kz', w.running.node.keys.log)) })
  author = await hub.of('TJ')
  worker = await w.somebody('caseManager')
  coordinator = await w.somebody('nationalCoordinator')
}, 120_000)
afterAll(async () => {
  await w.close()
  await hub.w.close()
})
afterEach(() => {
  line = straight
  asked = []
})

const link = () => {
  const { hub: found } = w.running.node
  if (!found) throw new Error('no hub')
  return found
}
async function pull() {
  clock += 4 * 3_600_000
  await publish(hub.w.running.node)
  return look(w.running.node, link())
}
const given = (title: string, more: object = {}) =>
  hub.published(author, { audience: 'public', content: practiceContent(title, more) })
const find = async (body: object = {}, who = worker) =>
  (await w.as(who)(findHeld, { body: { limit: 200, ...body } })).body.rows
const read = async (id: string, who = worker) => (await w.as(who)(getHeld, { params: { id } })).body
const fault = async () => (await w.as(worker)(exchangeSource, {})).body.fault
const change = (id: string, to: string, reason?: string) =>
  hub.w.admin.query('update practices.practices set state = $2, retracted_reason = $3 where id = $1', [
    id,
    to,
    reason ?? null,
  ])

/** Another history of the same hub, signed by its key: what only a hub that lies, or was put back, can have. */
function otherHistory(items: readonly PageItem[], signedAt = now().toISOString()) {
  const tree = items.reduce<Frontier>((grown, text) => append(grown, hashOf(text)), emptyFrontier())
  const note = signTree(hubKey(), { size: tree.size, root: rootOf(tree), signedAt })
  return { note, serves: serving(note, items) }
}
const serving =
  (note: string, items: readonly PageItem[]): Line =>
  async path => {
    if (path === checkpointPath) return new Response(note)
    const from = Number(path.split('/').at(-1))
    const some = items.slice(from, from + pageSize)
    return some.length === 0
      ? new Response('{}', { status: 404 })
      : Response.json({ type: 'kerege-exchange-page/1', from, items: some } satisfies Page)
  }
const hashOf = (item: PageItem) =>
  typeof item === 'string' ? itemHash(item) : Buffer.from(item.hash, 'base64')
async function hubItems(): Promise<PageItem[]> {
  const { rows } = await hub.w.admin.query('select text, hash from exchange.items order by number')
  return rows.map(row => row.text ?? { hash: row.hash.toString('base64') })
}
const hubTexts = async () => (await hubItems()).filter(item => typeof item === 'string')
const hubNote = async () => (await hub.w.raw(checkpointPath)).text()
const itemText = (title: string, id = newId()) =>
  JSON.stringify({
    type: 'kerege-exchange-item/1',
    kind: 'practice',
    id,
    revision: 1,
    at: now().toISOString(),
    body: { title },
  } satisfies Item)

/** Another node, which knows nothing yet. */
async function freshNode(serves: Line) {
  let own = serves
  const made = await worldOfTest({
    now,
    hub: { url: 'http://hub.test', key: keyText(hubKey()) },
    hubFetcher: ((url: string) => own(url.slice('http://hub.test'.length))) as typeof fetch,
  })
  const { node } = made.running
  return {
    w: made,
    look: () => look(node, node.hub ?? link(), true),
    verify: () => inTransaction(node.pool, tx => verifyStore(tx, now())),
    follow(other: Line) {
      own = other
    },
  }
}

describe('at the hub', () => {
  test('only what everybody may read is given out, with its review and without its reviewers', async () => {
    const open = await given('Open')
    const closed = await hub.published(author, { audience: 'practitioners' })
    await publish(hub.w.running.node)
    const items = (await hubTexts()).map(text => Item.parse(JSON.parse(text)))
    expect(items.find(item => item.id === open.id)?.body).toMatchObject({
      state: 'published',
      texts: { title: { en: { text: 'Open' } } },
      review: { differed: false },
    })
    expect(items.some(item => item.id === closed.id)).toBe(false)
    expect(JSON.stringify(items)).not.toContain('reviewers')
    expect(JSON.stringify(items)).not.toContain(author.name)
  })

  test('the same said twice is said once; a change is an entry of its own, and so is an end', async () => {
    const { id } = await given('Once')
    await publish(hub.w.running.node)
    const count = async () => (await hubTexts()).filter(text => text.includes(id)).length
    expect(await count()).toBe(1)
    await change(id, 'published')
    await publish(hub.w.running.node)
    expect(await count()).toBe(1)
    await change(id, 'archived')
    await publish(hub.w.running.node)
    expect(await count()).toBe(2)
    await hub.w.admin.query("update practices.practices set audience = 'council' where id = $1", [id])
    await publish(hub.w.running.node)
    const last = Item.parse(JSON.parse((await hubTexts()).findLast(text => text.includes(id)) ?? ''))
    expect(last).toMatchObject({ id, revision: 3 })
    expect(last.body).toBeUndefined()
  })

  test('the log cannot be rewritten, and what is in it is what was signed', async () => {
    for (const statement of [
      "update exchange.items set text = 'x' where number = 0",
      'delete from exchange.items where number = 0',
      "update exchange.checkpoints set note = 'x'",
    ])
      await expect(hub.w.admin.query(statement)).rejects.toThrow('stays given out')
    const client = await hub.w.running.node.pool.connect()
    try {
      expect(await verifyLog(client, hubKey())).toMatchObject({ faults: [] })
    } finally {
      client.release()
    }
    const { rows } = await hub.w.admin.query('select count(*)::int as n from exchange.items')
    expect(rows[0].n).toBeGreaterThan(2)
  })

  test('anybody fetches it, in pages that begin where pages begin', async () => {
    expect((await hub.w.raw(itemsPath(0))).status).toBe(200)
    for (const path of [
      itemsPath(1),
      itemsPath(1600),
      '/public/exchange/items/-16',
      '/public/exchange/items/x',
      '/public/exchange/items/016',
    ])
      expect((await hub.w.raw(path)).status).toBe(404)
    expect((await w.raw(checkpointPath)).status).toBe(404)
  })

  test('a signature grows old even when nothing happens: it is signed anew', async () => {
    await publish(hub.w.running.node)
    const before = await hubNote()
    clock += 7 * 3_600_000
    await publish(hub.w.running.node)
    const after = await hubNote()
    expect(after).not.toBe(before)
    expect(after.split('\n').slice(0, 3)).toEqual(before.split('\n').slice(0, 3))
  })
})

describe('a node', () => {
  test('fetches as anybody does: nothing tells who asks, and all nodes ask for the same', async () => {
    await given('Fetched')
    expect(await pull()).toBe('taken')
    for (const { url, init } of asked) {
      expect(url).toMatch(/^http:\/\/hub\.test\/public\/exchange\/(checkpoint|items\/\d+)$/)
      expect(init).toMatchObject({ credentials: 'omit', redirect: 'error' })
      expect(init?.headers).toEqual({ accept: 'application/json', 'user-agent': 'kerege' })
      expect(init?.body).toBeUndefined()
    }
  })

  test('shows it with its review, and finds it in whatever script', async () => {
    const { id } = await given('Bridge classes', {
      texts: {
        title: {
          en: { text: 'Bridge classes', state: 'checked' },
          uz: { text: 'Koʻprik sinflari', state: 'checked' },
        },
      },
      facts: { domains: ['education'], settings: ['school'], ages: { from: 7, to: 17 } },
    })
    await pull()
    expect(await read(id)).toMatchObject({
      state: 'published',
      given: {
        review: { words: [{ country: 'KZ' }] },
        licence: 'CC-BY-4.0',
        facts: { evidenceLevel: 'followed' },
      },
      reports: [],
    })
    const ids = async (body: object) => (await find(body)).map(row => row.id)
    expect(await ids({ words: 'кўприк' })).toEqual([id])
    expect(await ids({ words: 'KOPRIK sinf' })).toEqual([id])
    expect(await ids({ words: "'; drop table" })).not.toContain(id)
    expect(await ids({ domain: 'education', setting: 'school', age: 7, language: 'uz' })).toEqual([id])
    for (const no of [
      { domain: 'health' },
      { setting: 'clinic' },
      { age: 18 },
      { language: 'tk' },
      { state: 'archived' },
    ])
      expect(await ids(no)).not.toContain(id)
  })

  test('finds it by what words mean in any language, by their stems, and still by how they begin', async () => {
    const { id } = await given('Guardians prepared before a child arrives')
    const other = await given('Bread for the bakery course')
    await pull()
    for (const words of ['guardian', 'опекунов', 'vasiylik', 'қамқоршылық', 'prepare', 'guard']) {
      const found = (await find({ words })).map(row => row.id)
      expect([words, found.includes(id), found.includes(other.id)]).toEqual([words, true, false])
    }
    expect((await find({ words: 'опекунов хлеб' })).map(row => row.id)).not.toContain(id)
  })

  test('shows in how many places it was tried and worked, as soon as a place says so', async () => {
    const { id } = await given('Tried in other places')
    await pull()
    expect((await read(id)).given?.adoption).toBeUndefined()
    const uz = await hub.of('UZ')
    const adopted = await hub.w.as(uz)(adoptPractice, {
      params: { id },
      body: {
        ...{ id: newId(), reportId: newId(), by: 'organisation', country: 'UZ', place: 'Samarkand' },
        ...{ since: '2026-09-01', words: 'Two schools have begun', language: 'en' },
      },
    })
    await pull()
    expect((await read(id)).given?.adoption).toEqual({ places: 1, worked: 0 })
    const params = { id: adopted.body.id }
    const said = { id: newId(), state: 'worked' as const, words: 'It works', language: 'en' as const }
    await hub.w.as(uz)(reportAdoption, { params, body: said })
    await pull()
    expect((await read(id)).given?.adoption).toEqual({ places: 1, worked: 1 })
    const back = { id: newId(), words: 'Said by mistake', language: 'en' as const }
    await hub.w.as(uz)(withdrawAdoption, { params, body: back })
    await pull()
    expect((await read(id)).given?.adoption).toBeUndefined()
    expect((await hubTexts()).join()).not.toMatch(/Samarkand|Two schools|It works/)
  })

  test('keeps what the hub means by themes and domains', async () => {
    await pull()
    const { rows } = await w.admin.query('select id, body from exchange.definitions order by id')
    expect(rows.map(row => row.id)).toEqual(['domains', 'thesaurus'])
    expect(rows[0].body.concepts).toHaveLength(domains.length)
    const concept = rows[1].body.concepts.find((one: { id: string }) => one.id === 'guardianship')
    expect(concept).toMatchObject({
      label: { ru: { text: 'опека' } },
      words: { ru: ['опека', 'опекун', 'попечительство', 'опекунство'] },
    })
  })

  test('names its themes in the words of the hub, also those that this program does not know', async () => {
    const { id } = await given('About guardians', {
      facts: { themes: ['of-a-newer-hub', 'guardianship', 'no-such'] },
    })
    await pull()
    await w.admin.query(`update exchange.definitions set body = jsonb_set(body, '{concepts,0}',
      '{"id": "of-a-newer-hub", "label": {"en": {"text": "newer", "state": "checked"}}}') where id = 'thesaurus'`)
    expect((await read(id)).themes.map(one => one.en?.text)).toEqual(['newer', 'guardianship'])
  })

  test('finds what is here already by a word that the hub adds to its thesaurus', async () => {
    const { id } = await given('Warm porridge on the first day')
    const found = async () =>
      (await w.as(worker)(findHeld, { body: { words: 'тёплая каша' } })).body.rows.map(row => row.id)
    await pull()
    expect(await found()).toEqual([])
    const label = (text: string) => ({ text, state: 'checked' as const })
    const body = { id: 'porridge', alternatives: {}, related: [] }
    const labels = { en: label('warm porridge'), ru: label('тёплая каша') }
    await hub.w.as(hub.moderator)(addConcept, { body: { ...body, label: labels } })
    await pull()
    expect(await found()).toEqual([id])
    // Of all that is here, only what has the words of the label is looked at again.
    const { pool } = w.running.node
    expect(await inTransaction(pool, tx => keyAgain(tx, shippedAnalyser))).toBe(1)
    expect(await inTransaction(pool, async tx => keyAgain(tx, await nodeAnalyser(tx)))).toBe(0)
  })

  test('reads again what it has when its program is newer, and tells nobody of what stayed as it was', async () => {
    const { id } = await given('Read by an older program')
    await pull()
    const stands = async () =>
      (await w.admin.query('select id, change, changed_at, keys from exchange.practices order by id')).rows
    const before = await stands()
    await w.admin.query("update exchange.practices set keys = '{}' where id = $1", [id])
    await w.admin.query('update exchange.line set reader = 0')
    await pull()
    expect(await stands()).toEqual(before)
  })

  test('finds by how words begin, all of them, whatever is typed', async () => {
    const { id } = await given('Kindergarten places by bus')
    await pull()
    const finds = async (words: string) => (await find({ words })).some(row => row.id === id)
    for (const words of [
      'kind',
      'kinderg plac',
      'PLACES kindergarten',
      'ќиндерг',
      "kind'",
      'kind & plac:*',
    ]) {
      expect([words, await finds(words)]).toEqual([words, true])
    }
    for (const words of ['garten', 'kind plaza', 'kind'.repeat(30)]) {
      expect([words, await finds(words)]).toEqual([words, false])
    }
    expect(await finds(' ?! ')).toBe(true)
  })

  test('takes a word that has no end', async () => {
    const { id } = await given(`Long ${'a'.repeat(3000)}`)
    expect(await pull()).toBe('taken')
    expect((await find({ words: 'a'.repeat(70) })).map(row => row.id)).toEqual([id])
  })

  test('is open to who works with people, and to no family and no administrator', async () => {
    for (const role of ['familyMember', 'administrator'] as const) {
      const who = await w.somebody(role)
      expect((await w.as(who)(findHeld, { body: {} })).body.code).toBe('not-allowed')
    }
    expect((await w.as(null)(findHeld, { body: {} })).body.code).toBe('not-signed-in')
    expect((await w.as(worker)(getHeld, { params: { id: newId() } })).body.code).toBe('not-found')
    expect((await hub.w.raw('/api/exchange/kept', {}, hub.moderator)).status).toBe(404)
  })

  test('what was taken back says so at once, and those who used it are told', async () => {
    const { id } = await given('Taken back')
    await pull()
    await w.as(worker)(sayUsed, { params: { id }, body: { id: newId(), state: 'trying' } })
    await change(id, 'retracted', 'It did harm in a second place')
    await pull()
    expect(await read(id)).toMatchObject({
      state: 'retracted',
      given: { reason: 'It did harm in a second place' },
    })
    const { rows } = await w.admin.query(
      "select payload ->> 'accountId' as who from platform.outbox where topic = 'practice.taken-back'",
    )
    expect(new Set(rows.map(row => row.who))).toEqual(new Set([worker.accountId, coordinator.accountId]))
    expect(
      (await w.as(worker)(sayUsed, { params: { id }, body: { id: newId(), state: 'trying' } })).body.code,
    ).toBe('practice-ended')
    const stopped = { id: newId(), state: 'stopped' as const, words: 'We have ended it' }
    expect((await w.as(worker)(sayUsed, { params: { id }, body: stopped })).status).toBe(201)
  })

  test('what is no longer public is no longer kept', async () => {
    const { id } = await given('No longer public')
    await pull()
    await hub.w.admin.query("update practices.practices set audience = 'state' where id = $1", [id])
    await pull()
    expect(await read(id)).toMatchObject({ state: 'withdrawn', title: { en: { text: 'No longer public' } } })
    expect((await read(id)).given).toBeUndefined()
    expect((await find()).some(row => row.id === id)).toBe(false)
  })

  test('what a newer hub gives out and nobody here understands is kept, verified, and in nobody’s way', async () => {
    const strange = {
      type: 'kerege-exchange-item/1',
      kind: 'song',
      id: 'x',
      revision: 1,
      at: now().toISOString(),
    }
    const items = [
      ...(await hubItems()),
      JSON.stringify(strange),
      'no json at all',
      itemText('Without the rest'),
    ]
    const other = await freshNode(otherHistory(items).serves)
    expect(await other.look()).toBe('taken')
    expect(await other.verify()).toMatchObject({ items: items.length, whole: true, changed: [] })
    const changed = (
      await other.w.admin.query('update exchange.received set text = text || $1 where number = 0', [' '])
    ).rowCount
    expect(changed).toBe(1)
    expect(await other.verify()).toMatchObject({ changed: [0] })
  })

  test('drops the words that the hub had to forget, and believes nobody who only leaves them out', async () => {
    const { id } = await given('With a name in it')
    await pull()
    const drop = () => forget(hub.w.running.node, 'practice', id, 'A name stood in it')
    expect(await drop()).toEqual({ result: 'still-public' })
    await hub.w.admin.query("update practices.practices set audience = 'state' where id = $1", [id])
    await pull()
    const left = (await hubItems()).map(item =>
      typeof item === 'string' && item.includes('With a name in it')
        ? { hash: hashOf(item).toString('base64') }
        : item,
    )
    const late = await freshNode(serving(await hubNote(), left))
    expect(await late.look()).toBe('withheld')
    expect(await drop()).toEqual({ result: 'forgotten', texts: 1 })
    expect(await drop()).toEqual({ result: 'nothing' })
    expect(JSON.stringify(await hubItems())).not.toContain('With a name in it')
    await pull()
    const { rows } = await w.admin.query(
      "select count(*)::int as n from exchange.received where text like '%With a name in it%'",
    )
    expect(rows[0].n).toBe(0)
    // Who comes later never sees it, and verifies all the same.
    late.follow(straight)
    expect(await late.look()).toBe('taken')
    expect(await late.verify()).toMatchObject({ whole: true, forgotten: 1 })
    const client = await hub.w.running.node.pool.connect()
    expect(await verifyLog(client, hubKey())).toMatchObject({ faults: [], forgotten: 1 })
    client.release()
  })
})

describe('whatever the line brings, what is here stays; and it is said what was wrong', () => {
  const lies = async (serves: Line, says: string) => {
    const before = (await find()).length
    line = serves
    clock += 4 * 3_600_000
    expect(await look(w.running.node, link())).toBe(says)
    expect(await fault()).toBe(says)
    expect((await find()).length).toBe(before)
    line = straight
    expect(await pull()).toMatch(/same|taken/)
    expect(await fault()).toBeUndefined()
  }

  test('nobody there', () => lies(() => Promise.reject(new Error('nobody there')), 'hub-away'))
  test('trouble over there', () => lies(async () => new Response('', { status: 503 }), 'hub-away'))
  test('a page of somebody in between', () =>
    lies(async () => new Response('<html>Sign in to the hotel</html>'), 'not-a-feed'))
  test('another key', async () => {
    const stranger = logKey('kerege.kz', Buffer.alloc(32, 9))
    const tree = append(emptyFrontier(), itemHash('x'))
    const note = signTree(stranger, { size: 1, root: rootOf(tree), signedAt: now().toISOString() })
    await lies(serving(note, ['x']), 'wrong-signature')
  })
  test('the hub’s own signature for another tree of its', async () => {
    await hub.w.running.sequencer.flush()
    const { rows } = await hub.w.admin.query('select note from audit.checkpoints order by size desc limit 1')
    await lies(serving(rows[0].note, []), 'wrong-signature')
  })
  test('an item that was changed on the way', async () => {
    await pull()
    await given('Changed on the way')
    await publish(hub.w.running.node)
    const items = (await hubItems()).map(item =>
      typeof item === 'string' ? item.replace('Changed on the way', 'Something else') : item,
    )
    await lies(serving(await hubNote(), items), 'wrong-items')
  })
  test('less than was signed', async () => {
    await given('Withheld')
    await publish(hub.w.running.node)
    await lies(serving(await hubNote(), (await hubItems()).slice(0, -1)), 'withheld')
  })
  test('a page without an end', async () => {
    await given('Endless')
    await publish(hub.w.running.node)
    const note = await hubNote()
    const endless = () =>
      new ReadableStream<Uint8Array>({
        pull: controller => controller.enqueue(new Uint8Array(1_000_000).fill(32)),
      })
    await lies(async path => new Response(path === checkpointPath ? note : endless()), 'too-much')
  })
  test('a log of a size that no hub has', async () => {
    const note = signTree(hubKey(), {
      size: 9_000_000_000,
      root: Buffer.alloc(32),
      signedAt: now().toISOString(),
    })
    await lies(serving(note, []), 'too-much')
  })
  test('an older word, played again', async () => {
    await pull()
    const note = await hubNote()
    const items = await hubItems()
    await given('After it')
    await pull()
    await lies(serving(note, items), 'replayed')
  })
  test('an old word for days on end', async () => {
    await pull()
    const note = await hubNote()
    line = serving(note, await hubItems())
    clock += 4 * 86_400_000
    expect(await look(w.running.node, link())).toBe('silent')
    line = straight
    expect(await pull()).toBe('same')
  })
})

describe('a slow line', () => {
  test('costs one page, not all of them: the next look goes on from there', async () => {
    await pull()
    for (let at = 0; at < pageSize * 3; at++) await given(`Slow ${at}`)
    await publish(hub.w.running.node)
    let pages = 0
    line = path => {
      if (path !== checkpointPath && ++pages > 2) return Promise.reject(new Error('too slow'))
      return straight(path)
    }
    clock += 4 * 3_600_000
    expect(await look(w.running.node, link())).toBe('hub-away')
    const { rows } = await w.admin.query('select count(*)::int as n from exchange.staged')
    expect(rows[0].n).toBeGreaterThan(pageSize)
    // Not believed, not shown.
    expect((await find()).some(row => JSON.stringify(row.title).includes('Slow'))).toBe(false)
    line = straight
    asked = []
    expect(await pull()).toBe('taken')
    expect(asked.filter(one => one.url.includes('/items/')).length).toBeLessThanOrEqual(3)
    expect((await find({ words: 'slow' })).length).toBe(pageSize * 3)
  })

  test('of a liar in the middle of it, nothing stays behind: the next honest look is whole', async () => {
    for (let at = 0; at < pageSize * 2; at++) await given(`Mixed ${at}`)
    await publish(hub.w.running.node)
    let pages = 0
    line = async path => {
      if (path === checkpointPath) return straight(path)
      if (++pages > 1) throw new Error('gone')
      const page = (await (await straight(path)).json()) as Page
      return Response.json({
        ...page,
        items: page.items.map(item => (typeof item === 'string' ? item.replace('Mixed', 'Poison') : item)),
      })
    }
    clock += 4 * 3_600_000
    expect(await look(w.running.node, link())).toBe('hub-away')
    line = straight
    expect(await pull()).toBe('wrong-items')
    expect(await pull()).toBe('taken')
    expect(await find({ words: 'poison' })).toEqual([])
    const { rows } = await w.admin.query('select count(*)::int as n from exchange.evidence')
    expect(rows[0].n).toBe(0)
  })

  test('is asked again after a growing pause, and not before', async () => {
    line = () => Promise.reject(new Error('nobody there'))
    expect(await pull()).toBe('hub-away')
    clock += 200_000
    expect(await look(w.running.node, link())).toBe('not-due')
    clock += 200_000
    expect(await look(w.running.node, link())).toBe('hub-away')
    clock += 400_000
    expect(await look(w.running.node, link())).toBe('not-due')
    line = straight
    expect(await pull()).toBe('same')
  })

  test('of two processes one looks', async () => {
    clock += 4 * 3_600_000
    await publish(hub.w.running.node)
    const results = await Promise.all([look(w.running.node, link()), look(w.running.node, link())])
    expect(results.filter(one => one === 'not-due')).toHaveLength(1)
  })
})

describe('how it was used', () => {
  test('is said by a worker, confirmed by a coordinator, and leaves only where they choose', async () => {
    const { id } = await given('Used')
    await pull()
    const say = (body: object, who = worker) =>
      w.as(who)(sayUsed, {
        params: { id },
        body: { id: newId(), state: 'worked', words: 'Went well', ...body } as never,
      })
    expect((await say({ words: undefined })).body).toMatchObject({
      faults: [{ pointer: '/words', code: 'required' }],
    })
    expect((await say({ words: 'Call +7 701 123 45 67' })).body).toMatchObject({
      faults: [{ pointer: '/words', code: 'personal-phone' }],
    })
    const report = newId()
    expect((await say({ id: report })).body.reports).toMatchObject([
      { id: report, told: 'draft', state: 'worked' },
    ])
    // Sent twice by a bad line: one report.
    expect((await say({ id: report })).body.reports).toHaveLength(1)
    const colleague = await w.somebody('psychologist')
    expect((await read(id, colleague)).reports).toEqual([])
    expect((await find({ waiting: 'true' }, coordinator)).map(row => row.id)).toContain(id)
    expect((await w.as(worker)(confirmUse, { params: { id: report }, body: {} })).body.code).toBe(
      'not-allowed',
    )
    expect((await w.as(coordinator)(confirmUse, { params: { id: newId() }, body: {} })).body.code).toBe(
      'not-found',
    )
    const kept = await w.as(coordinator)(confirmUse, { params: { id: report }, body: { share: false } })
    expect(kept.body.reports).toMatchObject([{ told: 'kept' }])
    expect((await read(id, colleague)).reports).toHaveLength(1)
    asked = []
    expect(await sendReports(w.running.node, link())).toBe(0)
    expect(asked).toEqual([])
    const told = await w.as(coordinator)(confirmUse, { params: { id: report }, body: { share: true } })
    expect(told.body.reports).toMatchObject([{ told: 'waiting' }])
    expect(await sendReports(w.running.node, link())).toBe(1)
    expect((await read(id)).reports).toMatchObject([{ told: 'sent' }])
    const sent = JSON.parse(String(asked.at(-1)?.init?.body)) as { body: string }
    expect(Object.keys(JSON.parse(sent.body)).sort()).toEqual([
      'at',
      'language',
      'number',
      'practiceId',
      'state',
      'type',
      'words',
    ])
    expect((await hub.w.as(author)(toldOf, { params: { id } })).body.rows).toMatchObject([
      { party: 'KZ', state: 'worked', words: 'Went well' },
    ])
  })

  test('comes later when the hub is away, and only the last word travels', async () => {
    const { id } = await given('Later')
    await pull()
    const share = async (state: 'worked' | 'partly', words: string) => {
      const report = newId()
      await w.as(worker)(sayUsed, { params: { id }, body: { id: report, state, words } })
      await w.as(coordinator)(confirmUse, { params: { id: report }, body: { share: true } })
    }
    await share('partly', 'Half of it')
    clock += 1000
    await share('worked', 'All of it')
    expect(await sendReports(w.running.node, link())).toBe(1)
    expect((await read(id)).reports.map(one => one.told).sort()).toEqual(['overtaken', 'sent'])
  })

  test('the hub takes no word of a stranger, none twice, none that is older, none of a person, none of what it has not given out', async () => {
    const { id } = await given('Told')
    await pull()
    const key = logKey('kerege.kz', w.running.node.keys.log)
    const word = (number: number, more: object = {}) =>
      JSON.stringify({
        type: reportType,
        practiceId: id,
        number,
        state: 'worked',
        language: 'kk',
        at: now().toISOString(),
        ...more,
      })
    const tell = (body: ReturnType<typeof signBody>) => hub.w.as(null)(takeReport, { body })
    const stranger = logKey('kerege.kz', Buffer.alloc(32, 7))
    expect((await tell(signBody(stranger, reportType, word(1)))).body.code).toBe('signature-unknown')
    expect((await tell(signBody(key, 'kerege-guidance-statement/1', word(1)))).body.code).toBe(
      'signature-unknown',
    )
    const second = signBody(key, reportType, word(2))
    expect((await tell(second)).body.result).toBe('taken')
    expect((await tell(second)).body.result).toBe('known')
    expect((await tell(signBody(key, reportType, word(1)))).body.code).toBe('statement-older')
    expect((await tell(signBody(key, reportType, word(3, { words: 'a@b.example' })))).body).toMatchObject({
      faults: [{ pointer: '/body/words', code: 'personal-mail' }],
    })
    expect((await tell(signBody(key, reportType, word(4, { practiceId: newId() })))).body.code).toBe(
      'not-found',
    )
    expect((await tell(signBody(key, reportType, 'no json'))).body.code).toBe('invalid')
  })
})

test('a device keeps what is here in the order of changes, and hears of each change once', async () => {
  await pull()
  const keep = async (after: number) => (await w.as(worker)(keepPractices, { query: { after } })).body
  let after = 0
  const held = new Map<string, string>()
  for (;;) {
    const { rows, more } = await keep(after)
    for (const row of rows) held.set(row.id, row.state)
    after = rows.at(-1)?.change ?? after
    if (!more) break
  }
  expect(held.size).toBeGreaterThan(50)
  const { id } = await given('Kept on a phone')
  await pull()
  const first = await keep(after)
  expect(first.rows.map(row => row.id)).toEqual([id])
  await change(id, 'retracted', 'Not so')
  await pull()
  expect((await keep(first.rows[0]?.change ?? 0)).rows).toMatchObject([
    { id, state: 'retracted', given: { reason: 'Not so' } },
  ])
})

// Last: what the hub loses here, it has lost.
describe('a hub that contradicts itself', () => {
  test('is not believed, both its words are kept, and those who run the node are told once', async () => {
    const keeper = await w.somebody('administrator')
    await pull()
    const items = await hubItems()
    const other = otherHistory(
      [...items.slice(0, 3), itemText('Another past'), ...items.slice(4), itemText('and more')],
      new Date(clock + 8 * 3_600_000).toISOString(),
    )
    const held = (await find()).length
    line = other.serves
    for (let times = 0; times < 2; times++) {
      clock += 4 * 3_600_000
      expect(await look(w.running.node, link())).toBe('forked')
    }
    expect((await find()).length).toBe(held)
    const { rows } = await w.admin.query('select kind, number, known, shown from exchange.evidence')
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ kind: 'forked', number: '3', shown: other.note })
    expect(rows[0].known).toContain('kerege.kz/exchange')
    const told = await w.admin.query(
      "select payload ->> 'accountId' as who from platform.outbox where topic = 'exchange.alarm'",
    )
    expect(told.rows.filter(row => row.who === keeper.accountId)).toHaveLength(1)
    await expect(w.admin.query("update exchange.evidence set known = ''")).rejects.toThrow('stays given out')
    line = straight
    expect(await pull()).toBe('same')
  })

  test('and was put back to an older state: the node keeps what it has, until an operator says that this is so', async () => {
    const { id } = await given('Lost by the hub')
    await pull()
    const items = await hubItems()
    const key = { name: 'kerege.kz', public: hubKey().public }
    const permit = () => permitRestored(w.running.node, key, 'The hub was restored, said by telephone')
    // Back to before it, and quiet.
    const back = otherHistory(items.slice(0, -1), new Date(clock + 3_600_000).toISOString())
    line = back.serves
    clock += 4 * 3_600_000
    expect(await look(w.running.node, link())).toBe('restored')
    expect((await read(id)).state).toBe('published')
    // It goes on from there, with other things.
    const on = otherHistory(
      [...items.slice(0, -1), itemText('Other'), itemText('than before')],
      new Date(clock + 3_600_000).toISOString(),
    )
    line = on.serves
    clock += 4 * 3_600_000
    expect(await look(w.running.node, link())).toBe('forked')
    expect((await read(id)).state).toBe('published')
    expect(await permit()).toEqual({ size: items.length + 1, from: items.length - 1 })
    // A permit is for what was seen, and for nothing else.
    line = otherHistory(
      [...items.slice(0, -1), itemText('Nobody saw this'), itemText('x'), itemText('y')],
      new Date(clock + 7_200_000).toISOString(),
    ).serves
    clock += 4 * 3_600_000
    expect(await look(w.running.node, link())).toBe('forked')
    line = on.serves
    clock += 4 * 3_600_000
    expect(await look(w.running.node, link())).toBe('went-back')
    expect((await read(id)).state).toBe('withdrawn')
    expect(await fault()).toBeUndefined()
    expect(await permit()).toBeNull()
    expect(await inTransaction(w.running.node.pool, tx => verifyStore(tx, now()))).toMatchObject({
      whole: true,
      items: items.length + 1,
    })
    const { rows } = await w.admin.query(
      "select action, counts from audit.entries where action like 'exchange.%back' or action like 'exchange.restored%' order by at",
    )
    expect(rows.map(row => row.action)).toEqual(['exchange.restored-accepted', 'exchange.went-back'])
  })

  test('and grows past what is here again, as it was: nobody has to do anything', async () => {
    await w.admin.query(
      "delete from exchange.received; update exchange.line set size = 0, frontier = '{}', signed_at = null, note = null, reader = 0",
    )
    await pull()
    const items = await hubItems()
    line = otherHistory(items.slice(0, -2), new Date(clock + 3_600_000).toISOString()).serves
    clock += 4 * 3_600_000
    expect(await look(w.running.node, link())).toBe('restored')
    line = otherHistory([...items, itemText('Further')], new Date(clock + 7_200_000).toISOString()).serves
    clock += 4 * 3_600_000
    expect(await look(w.running.node, link())).toBe('taken')
  })
})
