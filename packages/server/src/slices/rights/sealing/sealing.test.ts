/** Sealing through the HTTP layer: refusals first, then one child whose records nobody reads, and who sees them: two people for some days, and the child. */
import { decideApproval, getApproval } from '@kerege/contract/approvals/routes'
import { assignCases, getCase, openCase, personCases } from '@kerege/contract/cases/routes'
import { listNotes, personConcerns, writeNote } from '@kerege/contract/casework/routes'
import { personFlags, setFlag } from '@kerege/contract/casework/flagRoutes'
import { getPerson, listPeople, registerPerson } from '@kerege/contract/people/routes'
import { receiptLetters } from '@kerege/contract/rights/complaints'
import { askFile, openFile } from '@kerege/contract/rights/fileRoutes'
import * as routes from '@kerege/contract/rights/sealingRoutes'
import { listTasks, makeTask } from '@kerege/contract/tasks/routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import { localDay } from '../../../platform/localDay.ts'
import { contact, draft } from '../../../testing/people.ts'
import { type Somebody, type World, world } from '../../../testing/world.ts'

let w: World
let lead: Somebody
let worker: Somebody
let coordinator: Somebody
const today = localDay(new Date(), 'Asia/Almaty')
beforeAll(async () => {
  w = await world()
  lead = await w.somebody('supervisor')
  worker = await w.somebody('caseManager')
  coordinator = await w.somebody('nationalCoordinator')
})
afterAll(() => w.close())

/** A child once, of age for long, whose case has ended. */
async function grown(state = 'ended'): Promise<{ id: string; caseId: string }> {
  const body = draft({ contact: contact({ birth: { precision: 'day', date: '1990-05-01' } }) })
  await w.as(lead)(registerPerson, { body })
  const caseId = newId()
  await w.as(lead)(openCase, { body: { id: caseId, personId: body.id, origin: 'walk-in' } })
  await w.as(lead)(assignCases, { body: { ids: [caseId], workerId: worker.accountId } })
  const note = { kind: 'visit' as const, heldOn: today, colleagues: [], family: [] }
  for (const compartment of ['social', 'education'] as const) {
    const written = { ...note, id: newId(), compartment, words: `Of ${compartment} life` }
    expect((await w.as(worker)(writeNote, { params: { id: body.id }, body: written })).status).toBe(201)
  }
  await w.as(worker)(setFlag, {
    params: { id: body.id },
    body: { id: newId(), code: 'interpreter', since: today },
  })
  await w.as(worker)(makeTask, {
    body: {
      id: newId(),
      title: 'Call the school',
      due: today,
      recurrence: 'none',
      ownerId: worker.accountId,
      subjectId: body.id,
      compartment: 'social',
    },
  })
  await w.admin.query("update cases.cases set state = $2, opened_at = '2003-02-01' where id = $1", [
    caseId,
    state,
  ])
  return { id: body.id, caseId }
}
const ask = (id: string, why: 'age' | 'asked' | 'court' = 'asked', who = lead) =>
  w.as(who)(routes.askSeal, { params: { id }, body: { why, reason: 'It is long ago' } })
async function decide(id: string, who = coordinator) {
  const { etag = '"1"' } = await w.as(who)(getApproval, { params: { id } })
  return w.as(who)(decideApproval, { params: { id }, body: { verdict: 'approved' } }, { ifMatch: etag })
}
async function sealed() {
  const made = await grown()
  expect((await decide((await ask(made.id)).body.approvalId)).status).toBe(200)
  return made
}
/** As a state would say it. */
function says(verified: boolean): void {
  const { profile } = w.running.node
  profile.sealing = { value: { yearsAfterMajority: 7 }, verified }
  profile.ageOfMajority = { ...profile.ageOfMajority, verified }
}
/** How much of the work with somebody is read. */
async function read(who: Somebody, { id, caseId }: { id: string; caseId: string }) {
  const notes = await w.as(who)(listNotes, { params: { id } })
  const cases = await w.as(who)(personCases, { params: { id } })
  const tasks = await w.as(who)(listTasks, { query: { of: 'anyone', subjectId: id } })
  return {
    person: (await w.as(who)(getPerson, { params: { id } })).status,
    case: (await w.as(who)(getCase, { params: { id: caseId } })).status,
    cases: cases.body.rows?.length ?? 0,
    notes: notes.body.rows?.length ?? 0,
    tasks: tasks.body.rows?.length ?? 0,
  }
}
const whole = { person: 200, case: 200, cases: 1, notes: 2, tasks: 1 }
const shut = { person: 200, case: 404, cases: 0, notes: 0, tasks: 0 }

describe('sealing is refused', () => {
  test('to who may not ask, of strangers as of nobody, and by the one who asked', async () => {
    const { id } = await grown()
    expect((await ask(id, 'asked', worker)).status).toBe(403)
    const stranger = await w.somebody('supervisor', await w.agency())
    for (const one of [id, newId()]) expect((await ask(one, 'asked', stranger)).status).toBe(404)
    const asked = await ask(id)
    expect((await decide(asked.body.approvalId, lead)).status).toBe(403)
    expect(await read(lead, { id, caseId: newId() })).toMatchObject({ notes: 2 })
  })

  test('while a case goes on, by an age that nobody has verified, and before that age', async () => {
    const open = await grown('active')
    expect(await ask(open.id)).toMatchObject({ status: 409, body: { code: 'case-goes-on' } })
    const { id } = await grown()
    says(false)
    expect(await ask(id, 'age')).toMatchObject({ status: 409, body: { code: 'rule-unverified' } })
    // It shows who would be meant all the same.
    const rows = (await w.as(coordinator)(routes.listSealable, { query: { limit: 200 } })).body.rows
    expect(rows.map(row => row.personId)).toContain(id)
    expect(rows.map(row => row.personId)).not.toContain(open.id)
    expect((await w.as(lead)(routes.sealRules, {})).body).toMatchObject({
      years: 7,
      majority: 18,
      needsReview: true,
    })
    says(true)
    const young = await grown()
    await w.admin.query('update people.persons set birth_to = current_date - 7000 where id = $1', [young.id])
    await w.admin.query("update cases.cases set opened_at = now() - interval '5 years' where id = $1", [
      young.caseId,
    ])
    expect(await ask(young.id, 'age')).toMatchObject({ status: 409, body: { code: 'seal-not-yet' } })
    expect((await ask(id, 'age')).status).toBe(201)
  })

  test('when it is decided after somebody works with the person again', async () => {
    const { id, caseId } = await grown()
    const asked = await ask(id)
    await w.admin.query("update cases.cases set state = 'active' where id = $1", [caseId])
    expect(await decide(asked.body.approvalId)).toMatchObject({ status: 409, body: { code: 'case-goes-on' } })
  })
})

describe('sealed records', () => {
  test('are read by nobody, are opened by two people for some days, and shut by themselves', async () => {
    const made = await grown()
    for (const who of [lead, worker]) expect(await read(who, made)).toEqual(whole)
    const asked = await ask(made.id)
    expect((await w.as(lead)(routes.personSeal, { params: { id: made.id } })).body).toEqual({
      approvalId: asked.body.approvalId,
    })
    expect((await decide(asked.body.approvalId)).status).toBe(200)
    for (const who of [lead, worker]) expect(await read(who, made)).toEqual(shut)
    // Nobody is entered twice: the name stays, and nothing that was written of the work.
    const person = await w.as(worker)(getPerson, { params: { id: made.id } })
    expect(JSON.stringify(person.body)).toContain('Көктемова')
    expect(person.body).not.toHaveProperty('identity')
    const listed = await w.as(lead)(listPeople, { query: { limit: 200 } })
    expect(listed.body.rows.map(row => row.id)).toContain(made.id)
    expect((await w.as(worker)(personFlags, { params: { id: made.id } })).body.rows).toEqual([])
    expect((await w.as(worker)(personConcerns, { params: { id: made.id } })).body.mayNote).toEqual([])
    expect((await w.as(coordinator)(getCase, { params: { id: made.caseId } })).status).toBe(404)
    expect(await ask(made.id)).toMatchObject({ status: 409, body: { code: 'sealed-already' } })

    const opening = (who = lead) =>
      w.as(who)(routes.askSealOpening, {
        params: { id: made.id },
        body: { days: 7, reason: 'A court asks about the school years' },
      })
    expect((await opening(worker)).status).toBe(403)
    const wanted = await opening()
    expect((await decide(wanted.body.approvalId, lead)).status).toBe(403)
    expect((await decide(wanted.body.approvalId)).status).toBe(200)
    expect(await read(worker, made)).toEqual(whole)
    expect((await w.as(lead)(routes.personSeal, { params: { id: made.id } })).body.seal).toMatchObject({
      why: 'asked',
      openUntil: expect.any(String),
    })
    await w.admin.query(
      "update rights.seals set open_until = now() - interval '1 second' where person_id = $1",
      [made.id],
    )
    expect(await read(worker, made)).toEqual(shut)
    const stays = await grown()
    expect(
      await w.as(lead)(routes.askSealOpening, {
        params: { id: stays.id },
        body: { days: 7, reason: 'Why not' },
      }),
    ).toMatchObject({
      status: 409,
      body: { code: 'not-sealed' },
    })
  })

  test('are whole for the person who asks to see their file', async () => {
    const { id } = await sealed()
    const code = Array.from({ length: 12 }, () => receiptLetters[Math.floor(Math.random() * 32)] ?? '0').join(
      '',
    )
    const request = {
      id: newId(),
      code,
      askedBy: 'self' as const,
      identity: 'document' as const,
      language: 'kk' as const,
    }
    const asked = await w.as(worker)(askFile, { params: { id }, body: { ...request, askedOn: today } })
    expect(asked.status).toBe(201)
    expect((await decide(asked.body.approvalId ?? '', lead)).status).toBe(200)
    const file = JSON.stringify((await w.as(null)(openFile, { body: { code } })).body)
    for (const word of ['Of social life', 'Of education life', '=sealing.why.asked'])
      expect(file).toContain(word)
  })

  test('go with the person who is erased', async () => {
    const { id } = await sealed()
    await w.admin.query('delete from people.persons where id = $1', [id])
    expect((await w.admin.query('select 1 from rights.seals where person_id = $1', [id])).rowCount).toBe(0)
  })
})

test('every table that is protected by section keeps to the seal, or is one of others as well', async () => {
  const { rows } = await w.admin.query<{ child: string }>(
    `select distinct p.polrelid::regclass::text as child from pg_policy p
      where p.polname like '%\\_read\\_select'
        and not exists (select 1 from pg_policy o where o.polrelid = p.polrelid and o.polname = 'sealed' and not o.polpermissive)`,
  )
  expect(rows.map(row => row.child).sort()).toEqual([
    'people.household_members',
    'people.relations',
    'rights.file_requests',
    'rights.file_withheld',
  ])
})
