/** What is best for a child, through the HTTP layer: refusals first, then from an assessment to the decision of a panel. */
import { decideApproval, getApproval } from '@kerege/contract/approvals/routes'
import { assignCases, openCase } from '@kerege/contract/cases/routes'
import { askPaper } from '@kerege/contract/exports/routes'
import * as routes from '@kerege/contract/meetings/interestRoutes'
import type { CallPanel, Content, ProposeDecision } from '@kerege/contract/meetings/interests'
import { meetingsToday } from '@kerege/contract/meetings/today'
import { askErasure, getPerson, registerPerson } from '@kerege/contract/people/routes'
import mammoth from 'mammoth'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import { dayFromNow } from '../../../testing/consents.ts'
import { contact, draft } from '../../../testing/people.ts'
import { type Somebody, type World, world } from '../../../testing/world.ts'

let w: World
let lead: Somebody
let worker: Somebody
let members: Somebody[]
beforeAll(async () => {
  w = await world()
  lead = await w.somebody('supervisor')
  worker = await w.somebody('caseManager')
  const [one, other] = [await w.agency(), await w.agency()]
  members = [
    await w.somebody('guardianshipOfficer', one),
    await w.somebody('guardianshipOfficer', one),
    await w.somebody('guardianshipOfficer', other),
  ]
})
afterAll(() => w.close())

async function opened(birth = '2017-03-14'): Promise<{ id: string; personId: string }> {
  const body = draft({ contact: contact({ birth: { precision: 'day', date: birth } }) })
  await w.as(lead)(registerPerson, { body })
  const id = newId()
  await w.as(lead)(openCase, { body: { id, personId: body.id, origin: 'walk-in' } })
  await w.as(lead)(assignCases, { body: { ids: [id], workerId: worker.accountId } })
  return { id, personId: body.id }
}
const [first, second] = [newId(), newId()]
const side = { for: 'Close to school' }
const content: Content = {
  matter: 'Who is her guardian',
  child: { heard: 'asked', words: 'I want to stay with my grandmother' },
  views: [{ of: 'carer', words: 'I am well' }],
  options: [first, second].map(id => ({
    id,
    words: id === first ? 'Grandmother' : 'Aunt',
    safety: side,
    family: side,
    development: side,
  })),
  recommended: first,
  reasons: 'It is what she wants',
}
const read = (id: string, who: Somebody | null = worker) => w.as(who)(routes.getInterests, { params: { id } })
const begin = (caseId: string, over: Partial<Content> = {}, who = worker) =>
  w.as(who)(routes.beginInterests, {
    params: { id: caseId },
    body: { id: newId(), question: 'guardianship', content: { ...content, ...over } },
  })
const act = (id: string, what: 'ask' | 'take-back' | 'drop', seen: number, who = worker) =>
  w.as(who)(routes.actOnInterests, { params: { id }, body: { act: what, seen, reason: 'It is time' } })
async function decide(id: string, verdict: 'approved' | 'refused', who: Somebody, comment?: string) {
  const { etag = '"1"' } = await w.as(who)(getApproval, { params: { id } })
  const body = { verdict, ...(comment ? { comment } : {}) }
  return w.as(who)(decideApproval, { params: { id }, body }, { ifMatch: etag })
}
/** Read by two. */
async function reviewed(): Promise<{ id: string; caseId: string; personId: string }> {
  const made = await opened()
  const { body } = await begin(made.id)
  const asked = await act(body.id, 'ask', 1)
  expect(await decide(asked.body.approvalId ?? '', 'approved', lead)).toMatchObject({ status: 200 })
  return { id: body.id, caseId: made.id, personId: made.personId }
}
const panelOf = (seats: readonly Somebody[], over: Partial<CallPanel> = {}): CallPanel => ({
  id: newId(),
  seen: 3,
  day: dayFromNow(3),
  time: '10:00',
  members: seats.map(one => ({ id: newId(), accountId: one.accountId })),
  ...over,
})
const call = (id: string, body: CallPanel, who = lead) =>
  w.as(who)(routes.callPanel, { params: { id }, body })
const say = (panelId: string, who: Somebody, over: object = {}) =>
  w.as(who)(routes.sayOpinion, {
    params: { id: panelId },
    body: { option: first, words: 'She is at home there', ...over },
  })
const proposal = (seen: number, over: Partial<ProposeDecision> = {}): ProposeDecision => ({
  seen,
  option: first,
  words: 'She stays with her grandmother',
  reasons: 'Her own words, and two years there',
  reviewOn: dayFromNow(90),
  followUps: [
    { id: newId(), words: 'Help with the paper', ownerId: worker.accountId, due: dayFromNow(20) },
    { id: newId(), words: 'A visit each month', who: 'The centre', due: dayFromNow(30) },
  ],
  ...over,
})
const propose = (panelId: string, body: ProposeDecision, who = lead) =>
  w.as(who)(routes.proposeDecision, { params: { id: panelId }, body })
/** A panel with all opinions. */
async function heard() {
  const made = await reviewed()
  const panel = panelOf(members)
  expect(await call(made.id, panel)).toMatchObject({ status: 201 })
  let version = 1
  for (const who of members) version = (await say(panel.id, who)).body.panels[0]?.version ?? 0
  return { ...made, panelId: panel.id, version }
}

describe('an assessment is refused', () => {
  test('to nobody, to roles without the verb, and to strangers like one that is not there', async () => {
    const { id } = await opened()
    const { body } = await begin(id)
    expect(await read(body.id, null)).toMatchObject({ status: 401 })
    for (const role of ['psychologist', 'nationalCoordinator', 'ngoWorker', 'ombudsperson'] as const) {
      expect(await read(body.id, await w.somebody(role))).toMatchObject({ status: 403 })
    }
    const stranger = await w.somebody('caseManager', await w.agency())
    expect(await read(body.id, stranger)).toMatchObject({ status: 404 })
    const bare = (reply: { body: object }) => ({ ...reply.body, reference: undefined })
    expect(bare(await read(body.id, stranger))).toEqual(bare(await read(newId(), stranger)))
    expect(await begin(id, {}, stranger)).toMatchObject({ status: 404 })
  })

  test('to who sits about something else, even where the section is open by a sitting', async () => {
    const { id, personId } = await opened()
    const { body } = await begin(id)
    const elsewhere = await w.somebody('guardianshipOfficer', await w.agency())
    await w.grant(elsewhere, personId, 'sitting')
    expect(await w.as(elsewhere)(getPerson, { params: { id: personId } })).toMatchObject({ status: 200 })
    expect(await read(body.id, elsewhere)).toMatchObject({ status: 404 })
  })

  test('about somebody who is grown up, before it is whole, and by the writer as second person', async () => {
    const grown = await opened('1980-01-01')
    expect(await begin(grown.id)).toMatchObject({ status: 409, body: { code: 'not-a-child' } })
    const { id } = await opened()
    const part = await begin(id, { child: {}, views: [] })
    expect(part).toMatchObject({ status: 201, body: { state: 'draft', lacks: ['child', 'views'] } })
    expect(await act(part.body.id, 'ask', 1)).toMatchObject({
      status: 409,
      body: { code: 'interests-incomplete' },
    })
    const own = await begin(id, {}, lead)
    const asked = await act(own.body.id, 'ask', 1)
    expect(await decide(asked.body.approvalId ?? '', 'approved', lead)).toMatchObject({
      status: 403,
      body: { code: 'not-named' },
    })
  })
})

describe('an assessment', () => {
  test('is written further, read by a second person, sent back with words, and then shut', async () => {
    const { id: caseId } = await opened()
    const { body } = await begin(caseId, { reasons: undefined })
    const { id } = body
    const save = (seen: number) =>
      w.as(worker)(routes.saveInterests, {
        params: { id },
        body: { seen, question: 'guardianship', content },
      })
    expect(await save(7)).toMatchObject({ body: { code: 'stale-version' } })
    expect(await save(1)).toMatchObject({ status: 200, body: { version: 2, lacks: [] } })
    const asked = await act(id, 'ask', 2)
    expect(asked).toMatchObject({ status: 200, body: { state: 'review' } })
    expect(await save(3)).toMatchObject({ body: { code: 'interests-closed' } })
    expect(await decide(asked.body.approvalId ?? '', 'refused', lead, 'Hear the aunt')).toMatchObject({
      status: 200,
    })
    expect((await read(id)).body).toMatchObject({
      state: 'draft',
      steps: [{ to: 'draft' }, { to: 'review' }, { to: 'draft', reason: 'Hear the aunt' }],
    })
    expect((await w.as(worker)(meetingsToday, {})).body.back).toMatchObject([{ id, reason: 'Hear the aunt' }])
    const again = await act(id, 'ask', 4)
    expect(await act(id, 'take-back', 5)).toMatchObject({ status: 200, body: { state: 'draft' } })
    expect(again.status).toBe(200)
    const last = await act(id, 'ask', 6)
    await decide(last.body.approvalId ?? '', 'approved', lead)
    expect((await read(id)).body).toMatchObject({
      state: 'reviewed',
      reviewed: { by: { id: lead.accountId } },
      mayCall: true,
    })
    expect(await act(id, 'drop', 8)).toMatchObject({ body: { code: 'interests-closed' } })
    const { body: rows } = await w.as(worker)(routes.caseInterests, { params: { id: caseId } })
    expect(rows).toMatchObject({ child: true, mayBegin: true, rows: [{ id, state: 'reviewed' }] })
  })
})

describe('a panel is refused', () => {
  test('when it is too small, of one house, or holds who works with the child', async () => {
    const { id } = await reviewed()
    const faults = async (seats: readonly Somebody[], who = lead) => {
      const { body } = await call(id, panelOf(seats), who)
      return (body as unknown as { faults: { pointer: string; code: string }[] }).faults.map(
        ({ pointer, code }) => `${pointer} ${code}`,
      )
    }
    expect(await faults(members.slice(0, 2))).toEqual([
      '/members panel-too-small',
      '/members panel-one-agency',
    ])
    expect(await faults([...members.slice(1), worker])).toEqual(['/members/2/accountId panel-case-worker'])
    expect(await faults([...members.slice(1), lead])).toEqual(['/members/2/accountId panel-caller'])
    const teacher = await w.somebody('teacher')
    expect(await faults([...members.slice(1), teacher])).toEqual(['/members/2/accountId panel-cannot-sit'])
  })

  test('before the assessment was read, a second time, and to who is not a member', async () => {
    const { id: caseId } = await opened()
    const { body } = await begin(caseId)
    expect(await call(body.id, panelOf(members, { seen: 1 }))).toMatchObject({
      body: { code: 'interests-closed' },
    })
    const made = await reviewed()
    const panel = panelOf(members)
    expect(await call(made.id, panel)).toMatchObject({ status: 201 })
    expect(await call(made.id, panel)).toMatchObject({ status: 201, body: { panels: [{ id: panel.id }] } })
    expect(await call(made.id, panelOf(members))).toMatchObject({ body: { code: 'panel-there' } })
    expect(await say(panel.id, worker)).toMatchObject({ status: 403, body: { code: 'not-yours' } })
    const outsider = await w.somebody('guardianshipOfficer', await w.agency())
    expect(await say(panel.id, outsider)).toMatchObject({ status: 404 })
    expect(await propose(panel.id, proposal(1))).toMatchObject({ body: { code: 'panel-opinions-missing' } })
    const early = await say(panel.id, members[0] as Somebody, { dissents: true, dissentWords: 'No' })
    expect(early).toMatchObject({ status: 422, body: { faults: [{ code: 'panel-not-proposed' }] } })
  })
})

describe('a panel', () => {
  test('sees the file until it has decided, by more than half, with the dissent beside it', async () => {
    const { id, personId, panelId, version } = await heard()
    const [chair, other, third] = members as [Somebody, Somebody, Somebody]
    expect(await w.as(third)(getPerson, { params: { id: personId } })).toMatchObject({ status: 200 })
    expect(await propose(panelId, proposal(version), worker)).toMatchObject({ status: 403 })
    const put = await propose(panelId, proposal(version))
    expect(put).toMatchObject({ status: 200, body: { panels: [{ state: 'proposed', quorum: 2 }] } })
    const approval = put.body.panels[0]?.approvalId ?? ''
    const dissent = { dissents: true, dissentWords: 'Nobody saw the aunt' }
    expect(await say(panelId, third, { ...dissent, approvalId: newId() })).toMatchObject({
      body: { code: 'stale-version' },
    })
    const differs = await say(panelId, third, { ...dissent, approvalId: approval })
    expect(differs).toMatchObject({ status: 200 })
    expect(await decide(approval, 'approved', third)).toMatchObject({ body: { code: 'not-named' } })
    expect(await decide(approval, 'approved', lead)).toMatchObject({ status: 403 })
    expect(await decide(approval, 'approved', chair)).toMatchObject({ body: { state: 'pending' } })
    expect(await say(panelId, chair)).toMatchObject({ body: { code: 'decided-already' } })
    expect(await decide(approval, 'approved', other)).toMatchObject({ body: { state: 'approved' } })
    const told = await w.admin.query(
      "select payload from platform.outbox where topic = 'panel.decided' and payload ->> 'interestId' = $1",
      [id],
    )
    expect(told.rows).toEqual([{ payload: { accountId: worker.accountId, interestId: id } }])
    const { body } = await read(id)
    expect(body.panels[0]).toMatchObject({
      state: 'decided',
      decision: {
        words: 'She stays with her grandmother',
        followUps: [{ task: 'open' }, { who: 'The centre' }],
      },
      members: [
        { leads: true, agreed: true, dissents: false },
        { agreed: true },
        { agreed: false, dissents: true, dissentWords: 'Nobody saw the aunt' },
      ],
    })
    // The file is shut, and what they decided stays in their sight, without a name.
    for (const who of members) {
      expect(await w.as(who)(getPerson, { params: { id: personId } })).toMatchObject({ status: 404 })
      const kept = await read(id, who)
      expect(kept).toMatchObject({ status: 200, body: { panels: [{ state: 'decided' }] } })
      expect(kept.body).not.toHaveProperty('person')
    }
    expect(await say(panelId, third)).toMatchObject({ body: { code: 'panel-closed' } })
    const paper = { of: 'best-interests', format: 'docx', language: 'ru', reason: 'For the court' } as const
    const ticket = await w.as(lead)(askPaper, { body: { ...paper, query: { interestId: id } } })
    const file = await (await w.raw(ticket.body.url, {}, lead)).arrayBuffer()
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(file) })
    for (const words of ['I want to stay with my grandmother', 'Nobody saw the aunt', 'Решение комиссии']) {
      expect(value).toContain(words)
    }
  })

  test('comes back with the words of a member, is taken back by who called it, and ends without a decision', async () => {
    const { id, personId, panelId, version } = await heard()
    const [chair] = members as [Somebody]
    const put = await propose(panelId, proposal(version))
    const refused = await decide(
      put.body.panels[0]?.approvalId ?? '',
      'refused',
      chair,
      'Hear the child again',
    )
    expect(refused).toMatchObject({ status: 200 })
    const back = (await read(id)).body.panels[0]
    expect(back).toMatchObject({ state: 'called', decision: { words: 'She stays with her grandmother' } })
    expect(back?.steps.at(-1)).toMatchObject({ from: 'proposed', reason: 'Hear the child again' })
    const again = await propose(panelId, proposal(back?.version ?? 0))
    const move = (what: 'take-back' | 'drop', seen: number) =>
      w.as(lead)(routes.actOnPanel, { params: { id: panelId }, body: { act: what, seen, reason: 'Not now' } })
    const taken = await move('take-back', again.body.panels[0]?.version ?? 0)
    expect(taken).toMatchObject({ status: 200, body: { panels: [{ state: 'called' }] } })
    const ended = await move('drop', taken.body.panels[0]?.version ?? 0)
    expect(ended).toMatchObject({ status: 200, body: { mayCall: true, panels: [{ state: 'dropped' }] } })
    expect(await read(id, chair)).toMatchObject({ status: 404 })
    expect(await w.as(chair)(getPerson, { params: { id: personId } })).toMatchObject({ status: 404 })
  })

  test('asks each member on their own page of today', async () => {
    const { id } = await reviewed()
    await call(id, panelOf(members))
    const { body } = await w.as(members[0] as Somebody)(meetingsToday, {})
    expect(body.opinions.map(one => one.id)).toContain(id)
    const notice = await w.admin.query(
      "select payload from platform.outbox where topic = 'panel.called' and payload ->> 'interestId' = $1",
      [id],
    )
    expect(notice.rows).toHaveLength(3)
    for (const { payload } of notice.rows)
      expect(Object.keys(payload).sort()).toEqual(['accountId', 'interestId'])
  })
})

test('nothing of it is left of a child who is erased', async () => {
  const { personId, panelId, version } = await heard()
  await propose(panelId, proposal(version))
  const asked = await w.as(lead)(
    askErasure,
    { params: { id: personId }, body: { reason: 'The family asked for it' } },
    { idempotencyKey: newId() },
  )
  const other = await w.somebody('supervisor')
  expect(await decide(asked.body.approvalId, 'approved', other)).toMatchObject({ status: 200 })
  const tables = ['interests', 'interest_steps', 'panels', 'members', 'panel_steps', 'follow_ups']
  for (const table of [...tables, 'conferences', 'participants', 'decisions', 'amendments']) {
    const { rows } = await w.admin.query(`select 1 from meetings.${table} where person_id = $1`, [personId])
    expect([table, rows.length]).toEqual([table, 0])
  }
})
