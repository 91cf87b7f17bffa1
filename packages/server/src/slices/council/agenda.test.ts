/** Agenda and list of speakers through HTTP; the live list as a browser reads it. */
import {
  addItem,
  askFloor,
  changeItem,
  getAgenda,
  getFloor,
  giveOutAgenda,
  leaveFloor,
  moveItem,
  nextSpeaker,
  removeItem,
  setFloor,
} from '@kerege/contract/council/agendaRoutes'
import { Floor } from '@kerege/contract/council/floor'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import type { Somebody } from '../../testing/world.ts'
import { type Hub, hub, planned, said } from './testing/hub.ts'
import { move } from './testing/past.ts'

let h: Hub
let kg: Somebody
let tj: Somebody
let icrc: Somebody
const as = (who: Somebody | null) => h.w.as(who)

beforeAll(async () => {
  h = await hub({ liveEveryMs: 200 })
  kg = await h.delegate('KG')
  tj = await h.delegate('TJ')
  icrc = await h.delegate('ICRC')
}, 60_000)
afterAll(() => h.w.close())

const add = (id: string, title: string, who = h.secretariat) =>
  as(who)(addItem, {
    params: { id },
    body: { id: newId(), title: said(title), minutes: 20, papers: ['REC/2026/SES.2/L.4'] },
  })
const titles = (agenda: { items: { title: { en?: { text: string } | undefined } }[] }) =>
  agenda.items.map(item => item.title.en?.text)

describe('the agenda', () => {
  test('is not written by a delegate, and takes no paper that is no symbol', async () => {
    const { id } = await planned(h)
    expect((await add(id, 'Opening', kg)).body.code).toBe('not-allowed')
    const reply = await as(h.secretariat)(addItem, {
      params: { id },
      body: { id: newId(), title: said('x'), papers: ['paper of yesterday'] },
    })
    expect(reply.body).toMatchObject({ faults: [{ pointer: '/papers/0', code: 'symbol-unreadable' }] })
    expect((await add(newId(), 'Nowhere')).status).toBe(404)
  })

  test('keeps its order, is given out, and stays readable as it was', async () => {
    const { id } = await planned(h)
    await add(id, 'Opening')
    await add(id, 'What became of it')
    const three = (await add(id, 'Next host')).body
    const moved = await as(h.secretariat)(moveItem, {
      params: { id, itemId: three.items[2]?.id ?? '' },
      body: { by: -1 },
    })
    expect(titles(moved.body)).toEqual(['Opening', 'Next host', 'What became of it'])
    const give = (state: 'provisional' | 'annotated' | 'adopted', basedOn: number) =>
      as(h.secretariat)(giveOutAgenda, { params: { id }, body: { state, basedOn } })
    expect((await give('adopted', 0)).body.code).toBe('agenda-state')
    expect((await give('provisional', 0)).body.revision).toBe(1)
    expect((await give('annotated', 0)).body.code).toBe('stale-version')
    await as(h.secretariat)(removeItem, { params: { id, itemId: moved.body.items[1]?.id ?? '' } })
    await as(h.secretariat)(changeItem, {
      params: { id, itemId: moved.body.items[0]?.id ?? '' },
      body: { title: said('Opening by the chair') },
    })
    await give('annotated', 1)
    expect((await give('adopted', 2)).body.code).toBe('session-not-begun')
    await move(h, id, 'under-way')
    const adopted = (await give('adopted', 2)).body
    expect(titles(adopted)).toEqual(['Opening by the chair', 'What became of it'])
    expect(adopted.revisions.map(one => [one.revision, one.state, one.titles.length])).toEqual([
      [3, 'adopted', 2],
      [2, 'annotated', 2],
      [1, 'provisional', 3],
    ])
    expect((await add(id, 'Too late')).body.code).toBe('agenda-adopted')
    expect(titles((await as(icrc)(getAgenda, { params: { id } })).body)).toHaveLength(2)
  })

  test('is not given out while it is empty', async () => {
    const { id } = await planned(h)
    const reply = await as(h.secretariat)(giveOutAgenda, {
      params: { id },
      body: { state: 'provisional', basedOn: 0 },
    })
    expect(reply.body.code).toBe('agenda-empty')
  })
})

const opened = async () => {
  const { id } = await planned(h)
  await as(h.chair)(setFloor, {
    params: { id },
    body: { open: true, seconds: 120, channelNote: 'Channel 2' },
  })
  return id
}
const ask = (who: Somebody, id: string, more: object = {}) =>
  as(who)(askFloor, { params: { id }, body: { id: newId(), ...more } })
const codes = (list: { party: { code: string } }[]) => list.map(one => one.party.code)

describe('the list of speakers', () => {
  test('is opened by the chair, not by a delegate; a closed one takes nobody', async () => {
    const { id } = await planned(h)
    expect((await ask(kg, id)).body.code).toBe('floor-closed')
    const reply = await as(kg)(setFloor, { params: { id }, body: { open: true } })
    expect(reply.body.code).toBe('not-allowed')
  })

  test('takes members first, each party once, and replies last', async () => {
    const id = await opened()
    await ask(icrc, id)
    await ask(kg, id, { kind: 'reply' })
    await ask(tj, id)
    const { body } = await ask(kg, id)
    expect(codes(body.waiting)).toEqual(['TJ', 'KG', 'ICRC', 'KG'])
    expect(body.mine?.code).toBe('KG')
    expect((await ask(kg, id)).body.code).toBe('floor-asked')
    // Nobody asks for another, unless the chair writes it down.
    expect((await ask(kg, id, { partyId: h.party('UZ') })).status).toBe(422)
    expect(codes((await ask(h.chair, id, { partyId: h.party('UZ') })).body.waiting)).toContain('UZ')
  })

  test('a delegate without a running term asks for nothing', async () => {
    const id = await opened()
    const late = await h.delegate('TM', { to: '2024-06-01' })
    expect((await ask(late, id)).body.code).toBe('term-ended')
    expect((await as(late)(getFloor, { params: { id } })).body.mine).toBeUndefined()
  })

  test('goes on by the chair, and a double click passes nobody over', async () => {
    const id = await opened()
    await ask(kg, id)
    const { version } = (await ask(tj, id)).body
    const next = (at: number) => as(h.chair)(nextSpeaker, { params: { id }, body: { version: at } })
    const both = await Promise.all([next(version), next(version)])
    expect(both.map(one => one.status).sort()).toEqual([200, 412])
    const now = (await as(icrc)(getFloor, { params: { id } })).body
    expect([now.speaking?.party.code, ...codes(now.waiting)]).toEqual(['KG', 'TJ'])
    const after = (await next(now.version)).body
    expect([codes(after.spoken), after.speaking?.party.code]).toEqual([['KG'], 'TJ'])
  })

  test('stays under the item to which each spoke, for who reads the agenda later', async () => {
    const { id } = await planned(h)
    await add(id, 'Opening')
    const items = (await add(id, 'Papers of birth')).body.items.map(item => item.id)
    const under = async (who = icrc) =>
      (await as(who)(getAgenda, { params: { id } })).body.items.map(item =>
        item.speakers.map(one => [one.party.code, one.kind, one.speaking]),
      )
    const goOn = async (itemId = '') => {
      await as(h.chair)(setFloor, { params: { id }, body: { open: true, itemId } })
      const { version } = (await as(h.chair)(getFloor, { params: { id } })).body
      await as(h.chair)(nextSpeaker, { params: { id }, body: { version } })
    }
    await as(h.chair)(setFloor, { params: { id }, body: { open: true, itemId: items[0] } })
    await ask(kg, id)
    await ask(tj, id)
    // Who waits has said nothing yet.
    expect(await under()).toEqual([[], []])
    await goOn(items[0])
    await goOn(items[1])
    await ask(kg, id, { kind: 'reply' })
    await goOn(items[1])
    await ask(tj, id)
    await goOn(items[1])
    expect(await under()).toEqual([
      [['KG', 'speech', false]],
      [
        ['TJ', 'speech', true],
        ['KG', 'reply', false],
      ],
    ])
  })

  test('one takes oneself off, and nobody else', async () => {
    const id = await opened()
    const { waiting } = (await ask(kg, id)).body
    const leave = (who: Somebody) => as(who)(leaveFloor, { params: { id, itemId: waiting[0]?.id ?? '' } })
    expect((await leave(tj)).status).toBe(404)
    expect((await leave(kg)).body.waiting).toEqual([])
  })
})

/** Reads events as a browser does, until `enough` says so. */
async function listen(who: Somebody | undefined, id: string) {
  const response = await h.w.raw(`/api/council/sessions/${id}/floor/live`, {}, who)
  const reader = response.body?.getReader()
  const decoder = new TextDecoder()
  let text = ''
  const floors = () =>
    [...text.matchAll(/event: floor\nid: \d+\ndata: (.*)\n\n/g)].map(found =>
      Floor.parse(JSON.parse(found[1] ?? '')),
    )
  return {
    response,
    floors,
    text: () => text,
    async until(enough: () => boolean) {
      const end = Date.now() + 10_000
      while (!enough()) {
        if (Date.now() > end) throw new Error(`waited in vain: ${text.slice(-400)}`)
        const chunk = await reader?.read()
        if (chunk?.done) return
        text += decoder.decode(chunk?.value)
      }
    },
    stop: () => reader?.cancel(),
  }
}

describe('the live list', () => {
  test('is shut for nobody and for who may not read, like any other way in', async () => {
    const id = await opened()
    const administrator = await h.w.somebody('administrator')
    for (const [who, status] of [
      [undefined, 401],
      [administrator, 403],
    ] as const) {
      const { response } = await listen(who, id)
      expect([response.status, response.headers.get('content-type')]).toEqual([
        status,
        'application/problem+json',
      ])
    }
    expect((await listen(kg, newId())).response.status).toBe(404)
  })

  test('says at once what stands, then what changes, and the same to everybody', async () => {
    const id = await opened()
    const [one, other] = [await listen(kg, id), await listen(icrc, id)]
    await one.until(() => one.floors().length > 0)
    expect(one.floors()[0]).toMatchObject({ open: true, seconds: 120, channelNote: 'Channel 2', waiting: [] })
    await ask(tj, id)
    for (const ear of [one, other]) {
      await ear.until(() => ear.floors().some(floor => floor.waiting.length === 1))
      expect(codes(ear.floors().at(-1)?.waiting ?? [])).toEqual(['TJ'])
      expect(ear.text()).not.toContain('"mine"')
    }
    await Promise.all([one.stop(), other.stop()])
  })

  test('hears what another process changed', async () => {
    const id = await opened()
    const ear = await listen(kg, id)
    await ear.until(() => ear.floors().length > 0)
    await h.w.admin.query(
      'update council.floors set seconds = 60, version = version + 1 where session_id = $1',
      [id],
    )
    await ear.until(() => ear.floors().some(floor => floor.seconds === 60))
    await ear.stop()
  })

  test('ends with the session of the listener, and says so', async () => {
    const id = await opened()
    const guest = await h.delegate('UZ')
    const ear = await listen(guest, id)
    await ear.until(() => ear.floors().length > 0)
    await h.w.admin.query('delete from access.sessions where account_id = $1', [guest.accountId])
    await ear.until(() => ear.text().includes('event: ended'))
  })

  test('keeps nothing for a reader who sleeps but the newest', async () => {
    const id = await opened()
    const ear = await listen(kg, id)
    await ear.until(() => ear.floors().length > 0)
    for (let seconds = 61; seconds < 75; seconds += 1) {
      await h.w.admin.query(
        'update council.floors set seconds = $2, version = version + 1 where session_id = $1',
        [id, seconds],
      )
      await new Promise(resolve => setTimeout(resolve, 320))
    }
    await ear.until(() => ear.floors().some(floor => floor.seconds === 74))
    expect(ear.floors().length).toBeLessThan(8)
    await ear.stop()
  }, 20_000)
})
