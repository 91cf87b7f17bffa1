/** Bodies, parties and the register of sessions, through HTTP on a real database. */
import { getApproval, decideApproval } from '@kerege/contract/approvals/routes'
import { askExport } from '@kerege/contract/exports/routes'
import { mayKnock, roleNames, role } from '@kerege/contract/access/roles'
import {
  addDelegate,
  addReport,
  answerInvitation,
  changeDelegate,
  changeParticipant,
  changeParty,
  changeSession,
  getBody,
  getParty,
  getSession,
  giveSymbol,
  handOverChair,
  inviteParty,
  listParties,
  listSessions,
  moveSession,
  planSession,
  proposeRules,
  registerParticipant,
  removeParticipant,
} from '@kerege/contract/council/routes'
import {
  councilCalendarState,
  openCouncilCalendar,
  shutCouncilCalendar,
} from '@kerege/contract/council/calendarRoutes'
import { listWaiting } from '@kerege/contract/council/waiting/routes'
import type { Participant } from '@kerege/contract/council/schema'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import type { Somebody } from '../../testing/world.ts'
import { capitalTimes } from '../../platform/capitalTimes.ts'
import { type Hub, hub, planned, said } from './testing/hub.ts'

let h: Hub
const as = (who: Somebody | null) => h.w.as(who)
const invited = (id: string, code: string) =>
  as(h.secretariat)(inviteParty, { params: { id, partyId: h.party(code) }, body: { state: 'invited' } })
beforeAll(async () => {
  h = await hub()
}, 60_000)
afterAll(() => h.w.close())

describe('refuses', () => {
  test('nobody, and whoever has no business here', async () => {
    expect((await as(null)(listSessions, {})).status).toBe(401)
    const administrator = await h.w.somebody('administrator')
    expect((await as(administrator)(listSessions, {})).body.code).toBe('not-allowed')
  })

  test.each(roleNames.filter(name => role(name).nodes.includes('hub')))(
    'or lets %s, as the table says',
    async name => {
      const who = await h.w.somebody(name)
      const { id } = await planned(h, `For ${name}`)
      expect((await as(who)(getSession, { params: { id } })).status === 200).toBe(
        mayKnock(name, 'council.read'),
      )
      const moved = await as(who)(moveSession, { params: { id }, body: { to: 'under-way' } })
      expect(moved.status === 200).toBe(mayKnock(name, 'council.prepare'))
    },
  )

  test('a day after the end, a host that is none, a city of three lines', async () => {
    const reply = await as(h.secretariat)(planSession, {
      body: {
        id: newId(),
        kind: 'session',
        title: said('x'),
        format: 'online',
        startsAt: '2026-12-04T11:00:00Z',
        endsAt: '2026-12-03T11:00:00Z',
      },
    })
    expect(reply.body).toMatchObject({
      code: 'invalid',
      faults: [{ pointer: '/endsAt', code: 'period-reversed' }],
    })
  })

  test('a step that does not follow, and calling off without a reason', async () => {
    const { id } = await planned(h)
    const to = (state: 'closed' | 'called-off', reason?: string) =>
      as(h.secretariat)(moveSession, { params: { id }, body: { to: state, ...(reason ? { reason } : {}) } })
    expect((await to('closed')).body.code).toBe('session-state')
    expect((await to('called-off')).body.code).toBe('invalid')
    expect((await to('called-off', 'The host asked for it')).body.state).toBe('called-off')
  })

  test('another classification without a reason', async () => {
    const { body, etag } = await as(h.secretariat)(getParty, { params: { id: h.party('ICRC') } })
    const change = (reason?: string) =>
      as(h.secretariat)(
        changeParty,
        {
          params: { id: body.id },
          body: { name: body.name, classification: 'partner', ...(reason ? { reason } : {}) },
        },
        { ifMatch: etag ?? '' },
      )
    expect((await change()).body.code).toBe('invalid')
    const changed = await change('Agreed at the session of May')
    expect(changed.body).toMatchObject({
      classification: 'partner',
      changes: [{ from: 'observer', to: 'partner', reason: 'Agreed at the session of May' }],
    })
  })

  test('a delegation that registers for another, and one that attests to itself', async () => {
    const { id } = await planned(h)
    const kg = await h.delegate('KG')
    for (const code of ['KG', 'TJ']) {
      await as(h.secretariat)(inviteParty, {
        params: { id, partyId: h.party(code) },
        body: { state: 'invited' },
      })
    }
    const register = (code: string) =>
      as(kg)(registerParticipant, {
        params: { id },
        body: { id: newId(), partyId: h.party(code), name: 'Invented Colleague', way: 'in-person' },
      })
    expect((await register('TJ')).status).toBe(404)
    const own = await register('KG')
    expect(own.body.participants.map(one => one.name)).toEqual(['Invented Colleague'])
    const [{ id: participant = '', version = 0 } = {}] = own.body.participants
    const attest = await as(kg)(
      changeParticipant,
      { params: { id: participant }, body: { name: 'Invented Colleague', way: 'in-person', attended: true } },
      { ifMatch: `"${version}"` },
    )
    expect(attest.body.code).toBe('not-allowed')
    // Others see how many come, and no name.
    const tj = await h.delegate('TJ')
    const seen = await as(tj)(getSession, { params: { id } })
    expect(seen.body.participants).toEqual([])
    expect(seen.body.invitations.find(one => one.party.code === 'KG')?.people).toBe(1)
  })

  test('an answer for another party, of one that was not invited, and of nobody with a voice', async () => {
    const { id } = await planned(h)
    const kg = await h.delegate('KG')
    const late = await h.delegate('KG', { from: '2024-01-01', to: '2024-12-31' })
    const answer = (who: Somebody | null, code: string) =>
      as(who)(answerInvitation, { params: { id, partyId: h.party(code) }, body: { state: 'confirmed' } })
    expect((await answer(null, 'KG')).status).toBe(401)
    expect((await answer(kg, 'KG')).status).toBe(404)
    for (const code of ['KG', 'TJ']) await invited(id, code)
    expect((await answer(kg, 'TJ')).status).toBe(404)
    expect((await answer(late, 'KG')).status).toBe(404)
    expect((await answer(h.secretariat, 'KG')).body.code).toBe('not-allowed')
    // Past the program: the database lets a party answer, and not take the answer back to none.
    const client = new pg.Client({ connectionString: h.w.database.serverUrl })
    await client.connect()
    try {
      const verbs = ['council.read', 'council.speak']
      const actor = { account: kg.accountId, role: 'delegate', verbs, rights: {} }
      await client.query('begin')
      await client.query('select access.wear($1)', [JSON.stringify(actor)])
      const set = (state: string) =>
        client.query('update council.invitations set state = $2 where session_id = $1', [id, state])
      // Of two invitations its own.
      expect((await set('confirmed')).rowCount).toBe(1)
      await expect(set('invited')).rejects.toMatchObject({ code: '42501' })
    } finally {
      await client.end()
    }
    await as(h.secretariat)(moveSession, { params: { id }, body: { to: 'under-way' } })
    expect((await answer(kg, 'KG')).body).toMatchObject({ code: 'session-state', state: 'under-way' })
  })

  test('a delegate without credentials for their party', async () => {
    const { id } = await planned(h)
    const uz = await h.delegate('UZ', { credentials: 'received' })
    await as(h.secretariat)(inviteParty, {
      params: { id, partyId: h.party('UZ') },
      body: { state: 'invited' },
    })
    const reply = await as(uz)(registerParticipant, {
      params: { id },
      body: { id: newId(), partyId: h.party('UZ'), name: 'Invented', way: 'online' },
    })
    expect(reply.status).toBe(404)
  })
})

describe('the register of a new hub', () => {
  test('has the public record with every contradiction beside its sources', async () => {
    const { rows } = (await as(h.chair)(listSessions, { query: { limit: 200 } })).body
    const november = rows.find(row => row.from === '2024-11-27')
    const april = rows.find(row => row.from === '2025-04-30')
    expect(november?.differ).toEqual(['number'])
    expect(april?.differ).toEqual(['participants'])
    const whole = (await as(h.chair)(getSession, { params: { id: april?.id ?? '' } })).body
    expect(whole.reports.map(one => one.participants)).toEqual([
      'more than 50',
      'more than 100',
      'about 100, from over 20 countries and organisations',
    ])
    expect(rows.some(row => row.state === 'planned' && row.city === 'Astana' && !row.from)).toBe(true)
    expect(rows.find(row => row.month === '2025-05')?.from).toBeUndefined()
    expect(rows.filter(row => row.body).length).toBeLessThan(rows.length)
  })

  test('has five members, one of which reports no cases', async () => {
    const { rows } = (await as(h.chair)(listParties, {})).body
    const members = rows.filter(row => row.classification === 'member')
    expect(members.map(row => row.code).sort()).toEqual(['KG', 'KZ', 'TJ', 'TM', 'UZ'])
    expect(members.filter(row => !row.reportsCases).map(row => row.code)).toEqual(['TM'])
  })

  test('is open to nobody in particular where it is public, and only there', async () => {
    const hidden = await planned(h, 'Not yet public')
    const server = new pg.Client({ connectionString: h.w.database.serverUrl })
    await server.connect()
    try {
      const { rows } = await server.query<{ id: string }>('select id from council.sessions')
      expect(rows.length).toBeGreaterThan(15)
      expect(rows.map(row => row.id)).not.toContain(hidden.id)
      expect((await server.query('select 1 from council.delegates')).rowCount).toBe(0)
      expect((await server.query('select 1 from council.participants')).rowCount).toBe(0)
    } finally {
      await server.end()
    }
  })
})

describe('a session', () => {
  test('gets its symbol once, the next one the next number, and two at once two numbers', async () => {
    const group = async () => {
      const { id } = await planned(h)
      return id
    }
    const ids = [await group(), await group(), await group(), await group()]
    const first = await as(h.secretariat)(giveSymbol, { params: { id: ids[0] ?? '' }, body: { number: 2 } })
    expect(first.body.symbol).toBe('REC/2026/SES.2')
    expect((await as(h.chair)(giveSymbol, { params: { id: ids[0] ?? '' }, body: {} })).body.code).toBe(
      'symbol-given',
    )
    expect(
      (await as(h.chair)(giveSymbol, { params: { id: ids[1] ?? '' }, body: { number: 2 } })).body.code,
    ).toBe('symbol-taken')
    const both = await Promise.all(
      [1, 2].map(at => as(h.chair)(giveSymbol, { params: { id: ids[at] ?? '' }, body: {} })),
    )
    expect(both.map(one => one.body.symbol).sort()).toEqual(['REC/2026/SES.3', 'REC/2026/SES.4'])
    await expect(
      h.w.admin.query(`update council.sessions set symbol = 'REC/2026/SES.9' where id = $1`, [ids[0]]),
    ).rejects.toThrow('given once')
  })

  test('shows its beginning on the wall of each capital', async () => {
    const { starts } = await planned(h)
    expect(starts.map(one => [one.city, one.local, one.offsetMinutes])).toEqual([
      ['astana', '2026-12-03T09:30', 300],
      ['bishkek', '2026-12-03T10:30', 360],
      ['dushanbe', '2026-12-03T09:30', 300],
      ['ashgabat', '2026-12-03T09:30', 300],
      ['tashkent', '2026-12-03T09:30', 300],
    ])
  })

  test('before March 2024 Astana had the clock of Bishkek', () =>
    expect(capitalTimes('2024-02-01T00:00:00Z')[0]).toEqual({
      city: 'astana',
      local: '2024-02-01T06:00',
      offsetMinutes: 360,
    }))

  test('is invited to, attended once it has begun, and counted', async () => {
    const { id } = await planned(h)
    const tick = (one: Participant | undefined, attended: boolean) =>
      as(h.secretariat)(
        changeParticipant,
        { params: { id: one?.id ?? '' }, body: { name: one?.name ?? '', way: 'in-person', attended } },
        { ifMatch: `"${one?.version}"` },
      )
    for (const code of ['KZ', 'KG', 'TJ', 'UNICEF']) {
      const partyId = h.party(code)
      const invited = await as(h.secretariat)(inviteParty, {
        params: { id, partyId },
        body: { state: 'confirmed' },
      })
      expect(invited.body.state).toBe('invited')
      const added = await as(h.secretariat)(registerParticipant, {
        params: { id },
        body: {
          id: newId(),
          partyId,
          name: `Invented of ${code}`,
          way: 'in-person',
          visa: code === 'UNICEF',
        },
      })
      const one = added.body.participants.find(who => who.partyId === partyId)
      const early = await tick(one, true)
      expect(early.body).toMatchObject({ code: 'session-state', state: 'invited' })
    }
    await as(h.secretariat)(moveSession, { params: { id }, body: { to: 'under-way' } })
    const coming = (await as(h.secretariat)(getSession, { params: { id } })).body.participants
    for (const one of coming) {
      expect((await tick(one, one.partyId !== h.party('TJ'))).status).toBe(200)
    }
    const { quorum } = (await as(h.chair)(getSession, { params: { id } })).body
    expect(quorum).toEqual({ present: 2, needed: 3, reached: false })
    const ticket = await as(h.secretariat)(askExport, {
      body: { of: 'participants', format: 'csv', query: { sessionId: id }, reason: 'Badges for the hosts' },
    })
    const file = await (await h.w.raw(`/api/exports/${ticket.body.id}`, {}, h.secretariat)).text()
    expect(file).toContain('Invented of KZ')
  })

  test('is told to whom it is for, who answer for themselves and say who does not come', async () => {
    const { id, version } = await planned(h)
    const kg = await h.delegate('KG')
    const ended = await h.delegate('KG', { from: '2024-01-01', to: '2024-12-31' })
    const tj = await h.delegate('TJ')
    const told = async () => {
      const { rows } = await h.w.admin.query<{ topic: string; payload: Record<string, string> }>(
        "select topic, payload from platform.outbox where payload ->> 'sessionId' = $1 order by id",
        [id],
      )
      return rows.map(({ topic, payload }) => {
        const { accountId, sessionId: _, ...rest } = payload
        const who = Object.entries({ kg, tj, ended }).find(([, one]) => one.accountId === accountId)
        return who ? [topic, who[0], rest] : []
      })
    }
    const since = async (n: number) => (await told()).slice(n).filter(one => one.length > 0)
    await invited(id, 'KG')
    await invited(id, 'KG')
    expect(await since(0)).toEqual([['session.invited', 'kg', {}]])
    const waits = async (who: Somebody) =>
      (await as(who)(listWaiting, {})).body.invitations.filter(one => one.session.id === id)
    expect(await waits(kg)).toMatchObject([{ party: { code: 'KG' } }])
    for (const who of [ended, tj]) expect(await waits(who)).toEqual([])

    const partyId = h.party('KG')
    const answer = (state: 'confirmed' | 'declined') =>
      as(kg)(answerInvitation, { params: { id, partyId }, body: { state } })
    const confirmed = await answer('confirmed')
    expect(confirmed.body.mine).toEqual([partyId])
    expect(confirmed.body.invitations).toMatchObject([{ state: 'confirmed' }])
    expect(await waits(kg)).toEqual([])

    const comes = await as(kg)(registerParticipant, {
      params: { id },
      body: { id: newId(), partyId, name: 'Invented Traveller', way: 'in-person', visa: true },
    })
    expect((await answer('declined')).body.code).toBe('people-registered')
    const [{ id: traveller = '' } = {}] = comes.body.participants
    expect((await as(tj)(removeParticipant, { params: { id: traveller } })).status).toBe(404)
    expect((await as(kg)(removeParticipant, { params: { id: traveller } })).body.participants).toEqual([])

    // Another place is told to whom was invited and has not declined; other words of a title are not.
    const count = (await told()).length
    const change = (basedOn: number, more: object) =>
      as(h.secretariat)(
        changeSession,
        {
          params: { id },
          body: {
            ...{ bodyId: h.council, kind: 'session', title: said('Other words'), format: 'hybrid' },
            ...{ startsAt: '2026-12-03T04:30:00Z', endsAt: '2026-12-04T11:00:00Z', country: 'KZ' },
            ...more,
          } as never,
        },
        { ifMatch: `"${basedOn}"` },
      )
    const { body: now } = await as(kg)(getSession, { params: { id } })
    const renamed = await change(now.version, { city: 'Astana' })
    expect(renamed.status).toBe(200)
    expect(now.version).toBeGreaterThan(version)
    await change(renamed.body.version, { city: 'Almaty' })
    await as(h.secretariat)(moveSession, { params: { id }, body: { to: 'called-off', reason: 'No hall' } })
    await as(h.secretariat)(moveSession, { params: { id }, body: { to: 'planned', reason: 'A hall' } })
    await answer('declined')
    await as(h.secretariat)(moveSession, { params: { id }, body: { to: 'called-off', reason: 'Again' } })
    expect(await since(count)).toEqual([
      ['session.moved', 'kg', { state: 'changed' }],
      ['session.moved', 'kg', { state: 'called-off' }],
      ['session.moved', 'kg', { state: 'planned' }],
    ])
  })

  test('keeps on its list who was written down as there', async () => {
    const { id } = await planned(h)
    await invited(id, 'TJ')
    const tj = await h.delegate('TJ')
    const added = await as(tj)(registerParticipant, {
      params: { id },
      body: { id: newId(), partyId: h.party('TJ'), name: 'Invented', way: 'online' },
    })
    const [{ id: one = '' } = {}] = added.body.participants
    await as(h.secretariat)(moveSession, { params: { id }, body: { to: 'under-way' } })
    expect((await as(tj)(removeParticipant, { params: { id: one } })).body.code).toBe('session-state')
  })

  test('is changed by one of two at once', async () => {
    const { id, version } = await planned(h)
    const change = (city: string) =>
      as(h.secretariat)(
        changeSession,
        {
          params: { id },
          body: { bodyId: h.council, kind: 'session', title: said('Changed'), format: 'online', city },
        },
        { ifMatch: `"${version}"` },
      )
    const replies = await Promise.all([change('Astana'), change('Bishkek')])
    expect(replies.map(one => one.status).sort()).toEqual([200, 412])
  })

  test('takes another report, and says where it differs', async () => {
    const { id } = await planned(h)
    const report = (source: string, participants: string) =>
      as(h.secretariat)(addReport, { params: { id }, body: { id: newId(), source, participants } })
    await report('One paper', '40')
    expect((await report('Another paper', 'over 60')).body.differ).toEqual(['participants'])
  })

  test('stands in the calendar, whole days and hours alike', async () => {
    await planned(h, 'In the calendar')
    const response = await h.w.raw('/api/council/sessions.ics', {}, h.chair)
    const text = await response.text()
    expect(response.headers.get('content-type')).toContain('text/calendar')
    expect(text).toContain('SUMMARY:In the calendar')
    expect(text).toContain('DTSTART:20261203T043000Z')
    expect(text).toContain('DTSTART;VALUE=DATE:20240514')
  })

  test('stands in a calendar elsewhere by a secret address, until that is made anew, taken back or its owner may not read', async () => {
    const inner = await planned(h, 'Behind closed doors', {
      practicalNote: said('The door is behind the yard'),
    })
    const reader = await h.w.somebody('observer')
    const read = async (address: string) => {
      const response = await h.w.raw(new URL(address).pathname)
      return {
        status: response.status,
        type: response.headers.get('content-type'),
        text: await response.text(),
      }
    }
    expect((await as(null)(openCouncilCalendar, {})).body.code).toBe('not-signed-in')
    expect((await as(reader)(councilCalendarState, {})).body).toEqual({})
    const { address } = (await as(reader)(openCouncilCalendar, {})).body
    const feed = await read(address)
    expect(feed).toMatchObject({ status: 200, type: 'text/calendar; charset=utf-8' })
    expect(feed.text).toContain('SUMMARY:Behind closed doors')
    expect(feed.text).toContain(`UID:${inner.id}@`)
    expect(feed.text).toContain('DTSTART;VALUE=DATE:20240514')
    expect(feed.text).not.toContain('behind the yard')
    // The secret is nowhere to be read, neither as it is nor as bytes.
    const { rows } = await h.w.admin.query(
      `select encode(secret_hash, 'escape') as kept from council.calendars`,
    )
    expect(rows).toHaveLength(1)
    expect(rows[0].kept).not.toContain(address.split('/').at(-1))
    const { address: fresh } = (await as(reader)(openCouncilCalendar, {})).body
    expect((await read(address)).status).toBe(404)
    expect((await read(fresh)).status).toBe(200)
    await h.w.admin.query('update access.hats set ended_at = now() where account_id = $1', [reader.accountId])
    expect((await read(fresh)).status).toBe(404)
    await h.w.admin.query('update access.hats set ended_at = null where account_id = $1', [reader.accountId])
    expect((await as(reader)(shutCouncilCalendar, {})).body).toEqual({})
    expect((await read(fresh)).status).toBe(404)
  })
})

describe('a body', () => {
  const propose = async (silenceHours: number, who = h.secretariat) => {
    const { rules, version } = (await as(who)(getBody, { params: { id: h.council } })).body
    const id = newId()
    const reply = await as(who)(proposeRules, {
      params: { id: h.council },
      body: { id, basedOn: version, rules: { ...rules, silenceHours }, reason: 'Agreed with the members' },
    })
    return { id, reply }
  }

  test('changes its rules by two persons, and keeps the old ones', async () => {
    const { reply } = await propose(96)
    expect(reply.status).toBe(201)
    expect(reply.body.rules.silenceHours).toBe(72)
    expect((await propose(48, h.chair)).reply.body.code).toBe('approval-pending')
    const { rows } = await h.w.admin.query<{ id: string }>(
      `select id from approvals.approvals where kind = 'council-rules' and state = 'pending'`,
    )
    const decide = async (who: Somebody) => {
      const { etag } = await as(who)(getApproval, { params: { id: rows[0]?.id ?? '' } })
      return as(who)(
        decideApproval,
        { params: { id: rows[0]?.id ?? '' }, body: { verdict: 'approved' } },
        { ifMatch: etag ?? '' },
      )
    }
    expect((await decide(h.secretariat)).body.code).toBe('own-request')
    expect((await decide(h.chair)).status).toBe(200)
    const after = (await as(h.chair)(getBody, { params: { id: h.council } })).body
    expect([after.version, after.rules.silenceHours]).toEqual([2, 96])
    expect(after.rulesHistory.map(one => one.version)).toEqual([2, 1])
  })

  test('refuses a pattern that makes no symbol, and a state it does not know', async () => {
    const { rules, version } = (await as(h.secretariat)(getBody, { params: { id: h.council } })).body
    const send = (change: object) =>
      as(h.secretariat)(proposeRules, {
        params: { id: h.council },
        body: { id: newId(), basedOn: version, rules: { ...rules, ...change }, reason: 'Trying it out' },
      })
    expect((await send({ decisionPattern: 'DEC {n}' })).body).toMatchObject({
      faults: [{ code: 'pattern-unfit' }],
    })
    expect((await send({ rotation: ['UZ', 'XX'] })).body).toMatchObject({
      faults: [{ pointer: '/rules/rotation/1', code: 'not-found' }],
    })
  })

  test('passes the chair on, and the old term ends the day before', async () => {
    const hand = (partyId: string, from: string) =>
      as(h.chair)(handOverChair, {
        params: { id: h.council },
        body: { id: newId(), partyId, from, handover: ['report', 'papers'] },
      })
    expect((await hand(h.party('UNICEF'), '2026-01-01')).body).toMatchObject({
      faults: [{ code: 'not-a-member' }],
    })
    const first = await hand(h.party('KG'), '2026-01-01')
    expect([first.body.chair?.code, first.body.next?.code]).toEqual(['KG', 'TJ'])
    expect((await hand(h.party('TJ'), '2026-01-01')).body).toMatchObject({ faults: [{ code: 'term-taken' }] })
    const second = await hand(h.party('TJ'), '2026-07-01')
    expect(second.body.terms.slice(0, 2).map(term => [term.party.code, term.from, term.to])).toEqual([
      ['TJ', '2026-07-01', undefined],
      ['KG', '2026-01-01', '2026-06-30'],
    ])
  })
})

test('credentials are accepted by name, and by whom is kept', async () => {
  const id = newId()
  const party = await as(h.secretariat)(addDelegate, {
    params: { id: h.party('TM') },
    body: { id, name: 'Invented Head', head: true, from: '2026-01-01', credentials: 'received' },
  })
  expect(party.body.head).toBe('Invented Head')
  const changed = await as(h.secretariat)(
    changeDelegate,
    {
      params: { id },
      body: { name: 'Invented Head', head: true, from: '2026-01-01', credentials: 'accepted' },
    },
    { ifMatch: '"1"' },
  )
  expect(changed.body).toMatchObject({
    credentials: 'accepted',
    credentialsBy: h.secretariat.name,
    version: 2,
  })
})
