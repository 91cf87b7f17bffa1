/** Complaints through the HTTP layer: who never sees them, that nothing tells whether somebody exists, and the whole way to an appeal. */
import { askPaper, fetchPaper } from '@kerege/contract/exports/routes'
import { personHistory, registerPerson } from '@kerege/contract/people/routes'
import { whoSaw } from '@kerege/contract/audit/routes'
import {
  actOnComplaint,
  appealByCode,
  askByCode,
  complain,
  complaintCounts,
  getComplaint,
  listComplaints,
  recordComplaint,
  rightsSheet,
  saveOfficer,
} from '@kerege/contract/rights/complaintRoutes'
import {
  type Complain,
  type ComplaintAct,
  receiptLetters,
  type RecordComplaint,
} from '@kerege/contract/rights/complaints'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import { draft } from '../../../testing/people.ts'
import { type Somebody, type World, world, worldOfTest } from '../../../testing/world.ts'
import { callTerms } from './terms.ts'

let w: World
let now = new Date('2026-03-02T06:00:00Z')
let worker: Somebody
let ombud: Somebody
let other: Somebody
beforeAll(async () => {
  w = await world({ now: () => now })
  worker = await w.somebody('caseManager')
  const office = await w.agency()
  ombud = await w.somebody('ombudsperson', office)
  other = await w.somebody('ombudsperson', office)
})
afterAll(() => w.close())

const code = () =>
  Array.from({ length: 12 }, () => receiptLetters[Math.floor(Math.random() * 32)] ?? '0').join('')
const said = (over: Partial<Complain> = {}): Complain => ({
  id: newId(),
  code: code(),
  kind: 'treated',
  words: 'Ол маған дауыс көтерді',
  who: 'self',
  language: 'kk',
  ...over,
})
const open = async (over: Partial<Complain> = {}) => {
  const body = said(over)
  expect(await w.as(null)(complain, { body })).toMatchObject({ status: 201 })
  return body
}
const record = (body: RecordComplaint, who = worker) => w.as(who)(recordComplaint, { body })
const read = (id: string, who = ombud) => w.as(who)(getComplaint, { params: { id } })
const act = async (id: string, over: Partial<ComplaintAct> & Pick<ComplaintAct, 'act'>, who = ombud) => {
  const { version = 1 } = (await read(id, who)).body
  return w.as(who)(actOnComplaint, { params: { id }, body: { id: newId(), seen: version, ...over } })
}
const ask = (its: string) => w.as(null)(askByCode, { body: { code: its } })

describe('a complaint is refused', () => {
  test('to be seen by everybody but who handles complaints', async () => {
    const { id } = await open()
    expect((await w.as(null)(getComplaint, { params: { id } })).status).toBe(401)
    for (const role of [
      'caseManager',
      'supervisor',
      'nationalCoordinator',
      'administrator',
      'familyMember',
    ] as const) {
      const who = await w.somebody(role)
      expect([role, (await read(id, who)).status]).toEqual([role, 403])
      expect([role, (await w.as(who)(listComplaints, {})).status]).toEqual([role, 403])
    }
    expect((await record({ ...said(), way: 'worker' }, await w.somebody('administrator'))).status).toBe(403)
  })

  test('to whoever it is about, and to who has another hat in the agency that it is about', async () => {
    const about: RecordComplaint = { ...said(), way: 'phone', aboutId: ombud.accountId }
    expect((await record(about)).status).toBe(201)
    expect((await read(about.id)).status).toBe(404)
    expect((await read(about.id, other)).status).toBe(200)
    // Looks into complaints on some days, and leads a team of the centre on others.
    const both = await w.somebody('ombudsperson', await w.agency())
    const hat = `insert into access.hats (id, account_id, role, agency_id, team_id) values ($1, $2, 'supervisor', $3, $4)`
    await w.admin.query(hat, [newId(), both.accountId, w.agencyId, w.teamId])
    const ofCentre: RecordComplaint = { ...said(), way: 'worker', aboutId: worker.accountId }
    await record(ofCentre)
    expect((await read(ofCentre.id, both)).status).toBe(404)
    const listed = await w.as(both)(listComplaints, { query: { of: 'all', limit: 200 } })
    expect(listed.body.rows.map(row => row.id)).not.toContain(ofCentre.id)
    // Nor can it be turned into one of one’s own line, and read on.
    const { id } = await open()
    expect(await act(id, { act: 'sorted', kind: 'paid', aboutId: worker.accountId }, both)).toMatchObject({
      status: 422,
      body: { faults: [{ pointer: '/aboutId', code: 'own-line' }] },
    })
  })

  test('with all its faults at once, and for a person who is not open', async () => {
    const faulty = { ...said(), code: 'AB', words: ' ', kind: 'bad' } as unknown as Complain
    const { body } = await w.as(null)(complain, { body: faulty })
    expect(
      (body as unknown as { faults: { pointer: string }[] }).faults.map(one => one.pointer).sort(),
    ).toEqual(['/code', '/kind', '/words'])
    expect(await record({ ...said(), way: 'worker', personId: newId() })).toMatchObject({ status: 404 })
  })

  test('a way on that does not follow, blindly or twice by one who answered', async () => {
    const { id } = await open()
    expect(await act(id, { act: 'answered', words: 'Already?', outcome: 'partly' })).toMatchObject({
      status: 409,
      body: { code: 'complaint-moved' },
    })
    expect(await act(id, { act: 'acknowledged', seen: 7 })).toMatchObject({
      status: 412,
      body: { code: 'stale-version' },
    })
  })

  test('when one client floods the open door', async () => {
    const quiet = await worldOfTest()
    const answers: number[] = []
    for (let n = 0; n < 61; n++) {
      answers.push((await quiet.as(null)(askByCode, { body: { code: code() } })).status)
    }
    expect(answers.filter(status => status === 404)).toHaveLength(60)
    expect(answers.at(-1)).toBe(429)
  })
})

describe('a family', () => {
  test('complains without a name, asks with the code, appeals, and somebody else answers', async () => {
    const { id, code: its } = await open()
    // Sent again is the same one; the id alone opens nothing.
    expect((await w.as(null)(complain, { body: { ...said(), id } })).status).toBe(422)
    expect((await ask(its.toLowerCase().replace(/(.{4})/g, '$1 '))).body).toMatchObject({
      state: 'received',
      due: '2026-03-05',
      mayAppeal: false,
    })
    await act(id, { act: 'acknowledged' })
    await act(id, { act: 'looking', words: 'Heard the worker' })
    expect(await act(id, { act: 'answered', words: 'Кешірім сұраймыз', outcome: 'right' })).toMatchObject({
      status: 200,
      body: { state: 'answered', due: '2026-04-01', acts: ['noted'] },
    })
    const known = await ask(its)
    expect(known.body).toMatchObject({ state: 'answered', answer: 'Кешірім сұраймыз', mayAppeal: true })
    expect(JSON.stringify(known.body)).not.toContain(ombud.accountId)

    const appealed = await w.as(null)(appealByCode, { body: { code: its, words: 'Ол әлі айқайлайды' } })
    expect(appealed.body).toMatchObject({ state: 'appealed', mayAppeal: false })
    expect((await w.as(null)(appealByCode, { body: { code: its, words: 'Again' } })).status).toBe(409)
    expect((await read(id)).body).toMatchObject({ needsOther: true, acts: ['noted'] })
    expect((await act(id, { act: 'looking' })).status).toBe(403)
    await act(id, { act: 'looking' }, other)
    const last = await act(id, { act: 'answered', words: 'Басқа қызметкер келеді', outcome: 'right' }, other)
    expect(last.body).toMatchObject({ state: 'closed', acts: [] })
    expect(last.body).not.toHaveProperty('due')
    expect(last.body.steps.map(step => step.what)).toEqual(
      ['received', 'acknowledged', 'looking', 'answered', 'appealed', 'looking', 'answered'].toReversed(),
    )
  })

  test('has it written down, and nobody of the line learns that it did', async () => {
    const person = draft()
    await w.as(worker)(registerPerson, { body: person })
    const body: RecordComplaint = {
      ...said({ words: 'Ақша сұрады', name: 'Гүлнар' }),
      way: 'worker',
      personId: person.id,
      aboutId: worker.accountId,
    }
    const first = await record(body)
    expect(first).toMatchObject({ status: 201, body: { code: body.code, answeredBy: '2026-04-01' } })
    expect((await record(body)).body).toEqual(first.body)
    const lead = await w.somebody('supervisor')
    const seen = await w.as(lead)(whoSaw, { params: { id: person.id } })
    expect(seen.status).toBe(200)
    expect(JSON.stringify(seen.body)).not.toContain('complaint')
    const history = await w.as(lead)(personHistory, { params: { id: person.id } })
    expect(JSON.stringify(history.body)).not.toContain('сұрады')
    expect((await read(body.id)).body).toMatchObject({
      words: 'Ақша сұрады',
      name: 'Гүлнар',
      about: { id: worker.accountId },
      recordedBy: { id: worker.accountId },
    })

    // The letter, in the language of the family.
    const ticket = await w.as(ombud)(askPaper, {
      body: {
        of: 'answer-to-complaint',
        format: 'docx',
        language: 'kk',
        reason: 'For the family',
        query: { complaintId: body.id },
      },
    })
    expect(ticket.status).toBe(201)
    const paper = await w.raw(`/api${fetchPaper.path.replace(':id', ticket.body.id)}`, {}, ombud)
    expect([paper.status, (await paper.arrayBuffer()).byteLength > 1000]).toEqual([200, true])

    // Erased: that somebody complained stays, no word does.
    await w.admin.query('delete from people.persons where id = $1', [person.id])
    const after = (await read(body.id)).body
    expect(after).toMatchObject({ kind: 'treated', state: 'received' })
    for (const field of ['words', 'name', 'reach']) expect(after).not.toHaveProperty(field)
    const left = await w.admin.query(
      `select c::text || coalesce((select string_agg(s::text, '') from rights.complaint_steps s where s.complaint_id = c.id), '') as row
         from rights.complaints c where id = $1`,
      [body.id],
    )
    expect(left.rows[0].row).not.toMatch(/сұрады|Гүлнар/)
  })

  test('is answered in time: who handles complaints is told before a term ends and after it, once each', async () => {
    const before = now
    now = new Date('2026-06-01T06:00:00Z')
    const { id, code: its } = await open({ kind: 'waiting' })
    const told = async () =>
      (
        await w.admin.query<{ n: number }>(
          `select count(*)::int as n from platform.outbox where topic = 'complaint.due' and payload ->> 'complaintId' = $1
            and payload ->> 'accountId' = any ($2)`,
          [id, [ombud.accountId, other.accountId]],
        )
      ).rows[0]?.n
    await callTerms(w.running.node)
    expect(await told()).toBe(0)
    now = new Date('2026-06-02T06:00:00Z')
    await callTerms(w.running.node)
    await callTerms(w.running.node)
    expect(await told()).toBe(2)
    now = new Date('2026-06-05T06:00:00Z')
    await callTerms(w.running.node)
    await callTerms(w.running.node)
    expect(await told()).toBe(4)
    expect((await read(id)).body.late).toBe(true)
    await act(id, { act: 'acknowledged' })
    await act(id, { act: 'answered', words: 'Орын табылды', outcome: 'partly' })
    now = new Date('2026-07-06T06:00:00Z')
    await callTerms(w.running.node)
    expect((await ask(its)).body).toMatchObject({ state: 'closed', answer: 'Орын табылды', mayAppeal: false })
    const counts = (await w.as(ombud)(complaintCounts, { query: { year: 2026 } })).body.rows
    expect(counts.find(row => row.kind === 'waiting')).toEqual({
      kind: 'waiting',
      received: 1,
      open: 0,
      answered: 1,
      right: 1,
      late: 1,
    })
    now = before
  })

  test('reads whom it can turn to, which only who handles complaints writes', async () => {
    const body = { name: 'Office of the ombudsperson (invented)', reach: '+7 700 000 00 00', seen: 0 }
    expect((await w.as(worker)(saveOfficer, { body })).status).toBe(403)
    expect((await w.as(ombud)(saveOfficer, { body })).status).toBe(200)
    expect((await w.as(ombud)(saveOfficer, { body })).status).toBe(412)
    expect((await w.as(ombud)(saveOfficer, { body: { ...body, hours: '9-18', seen: 1 } })).status).toBe(200)
    expect((await w.as(null)(rightsSheet, {})).body).toMatchObject({
      officer: { name: body.name, hours: '9-18', version: 2 },
      days: { acknowledge: 3, answer: 30, appeal: 30 },
    })
  })
})
