/** Case conferences through the HTTP layer: refusals first, then one from the call to its amendment. */
import { askPaper } from '@kerege/contract/exports/routes'
import { assignCases, openCase } from '@kerege/contract/cases/routes'
import * as routes from '@kerege/contract/meetings/conferenceRoutes'
import type { PlanConference, RecordConference } from '@kerege/contract/meetings/conferences'
import { meetingsToday } from '@kerege/contract/meetings/today'
import { registerPerson } from '@kerege/contract/people/routes'
import { getTask, listTasks } from '@kerege/contract/tasks/routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import { dayFromNow } from '../../../testing/consents.ts'
import { draft } from '../../../testing/people.ts'
import { type Somebody, type World, world } from '../../../testing/world.ts'

let w: World
let lead: Somebody
let worker: Somebody
let helper: Somebody
beforeAll(async () => {
  w = await world()
  lead = await w.somebody('supervisor')
  worker = await w.somebody('caseManager')
  helper = await w.somebody('psychologist', await w.agency())
})
afterAll(() => w.close())

async function opened(): Promise<{ id: string; personId: string }> {
  const body = draft()
  await w.as(lead)(registerPerson, { body })
  const id = newId()
  await w.as(lead)(openCase, { body: { id, personId: body.id, origin: 'walk-in' } })
  await w.as(lead)(assignCases, { body: { ids: [id], workerId: worker.accountId } })
  return { id, personId: body.id }
}
const draftOf = (over: Partial<PlanConference> = {}): PlanConference => ({
  id: newId(),
  compartment: 'social',
  day: dayFromNow(1),
  time: '10:30',
  minutes: 60,
  way: 'together',
  place: 'Small hall',
  purpose: 'What school and home can do',
  agenda: [{ words: 'How does she come back to class?' }],
  participants: [
    { id: newId(), kind: 'colleague', accountId: lead.accountId },
    { id: newId(), kind: 'colleague', accountId: helper.accountId },
    { id: newId(), kind: 'outside', role: 'Teacher', agency: 'School 12' },
  ],
  ...over,
})
const plan = (caseId: string, body = draftOf(), who = worker) =>
  w.as(who)(routes.planConference, { params: { id: caseId }, body })
/** Its day has come. */
const passed = (id: string) =>
  w.admin.query("update meetings.conferences set starts_at = now() - interval '1 day' where id = $1", [id])
async function recordOf(id: string, over: Partial<RecordConference> = {}): Promise<RecordConference> {
  const { body } = await w.as(worker)(routes.getConference, { params: { id } })
  return {
    seen: body.version,
    family: { part: 'took-part', words: 'She wants to sit with her friend' },
    participants: body.participants.map((one, at) => ({
      id: one.id,
      came: 'yes',
      ...(at === 2
        ? { stand: 'dissents' as const, words: 'First the course' }
        : { stand: 'agrees' as const }),
    })),
    decisions: [
      { id: newId(), words: 'Talk to the school', ownerId: worker.accountId, due: dayFromNow(14) },
      { id: newId(), words: 'Keep a place free', who: 'School 12' },
    ],
    ...over,
  }
}
const record = (id: string, body: RecordConference, who = worker) =>
  w.as(who)(routes.recordConference, { params: { id }, body })
const told = async (who: Somebody, topic: string) =>
  (
    await w.admin.query('select payload from platform.outbox where topic = $1 and payload ->> $2 = $3', [
      topic,
      'accountId',
      who.accountId,
    ])
  ).rows

describe('a conference is refused', () => {
  test('to nobody, to roles without the verb, and to strangers like one that is not there', async () => {
    const { id } = await opened()
    const call = draftOf()
    expect(await plan(id, call)).toMatchObject({ status: 201 })
    const read = (who: Somebody | null, one = call.id) =>
      w.as(who)(routes.getConference, { params: { id: one } })
    expect(await read(null)).toMatchObject({ status: 401 })
    expect(await read(await w.somebody('ngoWorker'))).toMatchObject({ status: 403 })
    const stranger = await w.somebody('caseManager', await w.agency())
    expect(await read(stranger)).toMatchObject({ status: 404 })
    const bare = ({ body }: { body: object }) => ({ ...body, reference: undefined })
    expect(bare(await read(stranger))).toEqual(bare(await read(stranger, newId())))
    // Being asked to come opens nothing.
    expect(await read(helper)).toMatchObject({ status: 404 })
    expect(await plan(id, draftOf(), stranger)).toMatchObject({ status: 404 })
  })

  test('with all its faults at once', async () => {
    const { id } = await opened()
    const twice = { kind: 'colleague' as const, accountId: newId() }
    const reply = await plan(
      id,
      draftOf({ compartment: 'mhpss', day: dayFromNow(-2), participants: [{ ...twice, id: newId() }] }),
    )
    expect(reply).toMatchObject({
      status: 422,
      body: {
        faults: [
          { pointer: '/compartment', code: 'not-found' },
          { pointer: '/day', code: 'in-the-past' },
          { pointer: '/participants/0/accountId', code: 'not-found' },
        ],
      },
    })
    const both = draftOf({ participants: [twice, twice].map(one => ({ ...one, id: newId() })) })
    expect(await plan(id, both)).toMatchObject({
      status: 422,
      body: { faults: [{ pointer: '/participants', code: 'twice' }] },
    })
  })

  test('a record before its day, without what the family said, without who was there, or a dissent without words', async () => {
    const { id } = await opened()
    // The node's day may be the next one already.
    const call = draftOf({ day: dayFromNow(3) })
    await plan(id, call)
    expect(await record(call.id, await recordOf(call.id))).toMatchObject({
      status: 409,
      body: { code: 'conference-ahead' },
    })
    await passed(call.id)
    const whole = await recordOf(call.id)
    const [first] = whole.participants
    expect(
      await record(call.id, {
        ...whole,
        family: { part: 'not-heard', words: '' },
        participants: [{ ...first, id: first?.id ?? '', came: 'yes', stand: 'dissents' }],
      }),
    ).toMatchObject({
      status: 422,
      body: {
        faults: [
          { pointer: '/family/words', code: 'required' },
          { pointer: '/participants/0/words', code: 'required' },
        ],
      },
    })
    const shut = [{ id: newId(), words: 'See her', ownerId: helper.accountId, due: dayFromNow(3) }]
    expect(await record(call.id, { ...whole, participants: [], decisions: shut })).toMatchObject({
      status: 422,
      body: {
        faults: [
          { pointer: '/participants', code: 'not-valid' },
          { pointer: '/decisions/0/ownerId', code: 'owner-cannot-see' },
        ],
      },
    })
    expect(await record(call.id, { ...whole, seen: 9 })).toMatchObject({ body: { code: 'stale-version' } })
  })
})

describe('a conference', () => {
  test('asks colleagues without a name, and tells each when something changes', async () => {
    const { id, personId } = await opened()
    const guest = await w.somebody('psychologist', await w.agency())
    const asked = [lead, guest].map(one => ({
      id: newId(),
      kind: 'colleague' as const,
      accountId: one.accountId,
    }))
    const call = draftOf({ participants: asked })
    expect(await plan(id, call)).toMatchObject({ status: 201, body: { state: 'planned', mayChange: true } })
    // Sent again it is called once.
    expect(await plan(id, call)).toMatchObject({ status: 201 })
    expect(await told(guest, 'conference.called')).toEqual([
      { payload: { accountId: guest.accountId, conferenceId: call.id } },
    ])
    const { body: mine } = await w.as(guest)(routes.myConferences, { query: {} })
    expect(mine.rows).toMatchObject([{ id: call.id, time: '10:30', place: 'Small hall', state: 'planned' }])
    expect(JSON.stringify(mine)).not.toContain(personId)
    expect(JSON.stringify(mine)).not.toContain('caseId')
    expect((await w.as(guest)(meetingsToday, {})).body.ahead).toMatchObject([{ id: call.id }])
    const { body: ours } = await w.as(worker)(routes.myConferences, { query: {} })
    expect(ours.rows.find(one => one.id === call.id)).toMatchObject({ caseId: id })
    const { id: _, compartment: __, ...rest } = call
    const changed = await w.as(worker)(
      routes.changeConference,
      {
        params: { id: call.id },
        body: { ...rest, time: '14:00', participants: call.participants.slice(0, 1) },
      },
      { ifMatch: '"1"' },
    )
    expect(changed).toMatchObject({ status: 200, body: { version: 2, time: '14:00' } })
    expect(await told(guest, 'conference.changed')).toHaveLength(1)
    expect((await w.as(guest)(routes.myConferences, { query: {} })).body.rows).toEqual([])
    const off = await w.as(worker)(routes.callOffConference, {
      params: { id: call.id },
      body: { seen: 2, reason: 'They are away' },
    })
    expect(off).toMatchObject({ status: 200, body: { state: 'called-off', why: 'They are away' } })
    expect(await told(lead, 'conference.changed')).toHaveLength(2)
  })

  test('is recorded once with dissent and tasks, amended afterwards, and printed', async () => {
    const { id } = await opened()
    const call = draftOf()
    await plan(id, call)
    await passed(call.id)
    expect((await w.as(worker)(meetingsToday, {})).body.toRecord).toContainEqual(
      expect.objectContaining({ id: call.id, caseId: id }),
    )
    const body = await recordOf(call.id, { nextOn: dayFromNow(30) })
    const kept = await record(call.id, body)
    expect(kept).toMatchObject({
      status: 200,
      body: {
        state: 'held',
        family: { part: 'took-part' },
        participants: [
          { stand: 'agrees' },
          { stand: 'agrees' },
          { stand: 'dissents', words: 'First the course' },
        ],
        decisions: [{ task: 'open', owner: { id: worker.accountId } }, { who: 'School 12' }],
        mayChange: false,
        mayAmend: true,
      },
    })
    const task = kept.body.decisions[0]?.taskId ?? ''
    expect(await w.as(worker)(getTask, { params: { id: task } })).toMatchObject({
      body: { title: 'Talk to the school', due: dayFromNow(14) },
    })
    expect(await record(call.id, { ...body, seen: 2 })).toMatchObject({ body: { code: 'conference-over' } })
    const added = await w.as(lead)(routes.amendConference, {
      params: { id: call.id },
      body: { id: newId(), words: 'A place is free' },
    })
    expect(added).toMatchObject({ status: 201, body: { amendments: [{ words: 'A place is free' }] } })
    const { body: rows } = await w.as(lead)(routes.caseConferences, { params: { id } })
    expect(rows.rows).toMatchObject([{ decisions: 2, dissents: 1 }])
    // The database itself writes nothing over.
    const client = await w.running.node.pool.connect()
    try {
      await client.query('begin')
      await client.query('select access.wear($1)', [
        JSON.stringify({
          account: lead.accountId,
          verbs: ['casework.read', 'casework.write'],
          team: lead.teamId,
          rights: { read: { social: ['team'], contact: ['team'] }, write: { social: ['team'] } },
        }),
      ])
      const { rowCount } = await client.query("update meetings.conferences set purpose = 'x' where id = $1", [
        call.id,
      ])
      expect(rowCount).toBe(0)
      await client.query('rollback')
    } finally {
      client.release()
    }
    for (const format of ['pdf', 'docx'] as const) {
      const paper = { of: 'conference', format, language: 'kk', reason: 'For the file' } as const
      const query = { conferenceId: call.id }
      const ticket = await w.as(worker)(askPaper, { body: { ...paper, query } })
      const file = await w.raw(ticket.body.url, {}, worker)
      expect([file.status, (await file.arrayBuffer()).byteLength > 2000]).toEqual([200, true])
    }
    expect((await w.as(worker)(listTasks, { query: {} })).body.rows.map(one => one.id)).toContain(task)
  })
})
