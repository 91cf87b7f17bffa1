/** Plans through the HTTP layer: refusals first, then one family from a need to what came of its goals. */
import { decideApproval, getApproval } from '@kerege/contract/approvals/routes'
import { finishAssessment, startAssessment } from '@kerege/contract/assessments/routes'
import { assignCases, getCase, openCase, takeCaseStep } from '@kerege/contract/cases/routes'
import type { TakeStep } from '@kerege/contract/cases/schema'
import { askErasure, makeHousehold, registerPerson } from '@kerege/contract/people/routes'
import { casePlans } from '@kerege/contract/plans/routes'
import * as routes from '@kerege/contract/plans/routes'
import type { AgreePlan, SaveGoal } from '@kerege/contract/plans/schema'
import { finishTask, listTasks } from '@kerege/contract/tasks/routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { dispatch } from '../../platform/outbox.ts'
import { recordAnswer } from '../../testing/consents.ts'
import { draft } from '../../testing/people.ts'
import { type Somebody, type World, world } from '../../testing/world.ts'
import { planWordEvents } from '../exchange/index.ts'

let w: World
let lead: Somebody
let worker: Somebody
let practiceId: string
beforeAll(async () => {
  w = await world()
  lead = await w.somebody('supervisor')
  worker = await w.somebody('caseManager')
  practiceId = newId()
  await w.admin.query(
    `insert into exchange.practices (id, symbol, revision, state, body, domains, settings, languages, folded, came_at, changed_at, change)
     values ($1, 'GP/7', 1, 'published', '{"texts":{"title":{"en":{"text":"Class by knowledge","state":"checked"}}}}', '{education}', '{}', '{en}', '', now(), now(), 1)`,
    [practiceId],
  )
})
afterAll(() => w.close())

const read = (id: string, who = worker) => w.as(who)(casePlans, { params: { id } })
const step = (id: string, body: Partial<TakeStep> & { to: TakeStep['to'] }) =>
  w.as(worker)(takeCaseStep, { params: { id }, body })

async function opened(household = true): Promise<{ id: string; personId: string }> {
  const body = draft()
  await w.as(lead)(registerPerson, { body })
  if (household) {
    const members = [{ personId: body.id, role: 'child' as const }]
    await w.as(lead)(makeHousehold, { body: { id: newId(), name: 'Үйлер', members } })
  }
  const id = newId()
  await w.as(lead)(openCase, { body: { id, personId: body.id, origin: 'walk-in' } })
  await w.as(lead)(assignCases, { body: { ids: [id], workerId: worker.accountId } })
  return { id, personId: body.id }
}
async function begun(): Promise<{ id: string; personId: string; planId: string }> {
  const made = await opened()
  const planId = newId()
  expect(
    await w.as(worker)(routes.beginPlan, {
      params: { id: made.id },
      body: { id: planId, kind: 'individual' },
    }),
  ).toMatchObject({ status: 201 })
  return { ...made, planId }
}
const goal = (over: Partial<SaveGoal> = {}): SaveGoal => ({
  thread: newId(),
  domain: 'education',
  words: 'Әлия сыныптастарымен бірге оқысын',
  language: 'kk',
  target: 'Goes to school every day',
  due: '2027-03-01',
  actions: [],
  ...over,
})
const save = (planId: string, body: SaveGoal, who = worker) =>
  w.as(who)(routes.saveGoal, { params: { id: planId }, body })
const yes = (over: Partial<AgreePlan> = {}): AgreePlan => ({
  id: newId(),
  by: 'guardian',
  who: 'mother',
  how: 'spoken',
  on: '2026-01-10',
  child: 'agrees',
  ...over,
})
const agree = (planId: string, body: AgreePlan, who = worker) =>
  w.as(who)(routes.agreePlan, { params: { id: planId }, body })
const act = (planId: string, body: Parameters<typeof send>[1]) => send(planId, body)
const send = (
  planId: string,
  body: { act: 'ask' | 'reopen' | 'drop'; reason: string; seen?: number },
  who = worker,
) => w.as(who)(routes.actOnPlan, { params: { id: planId }, body })
async function decide(id: string, verdict: 'approved' | 'refused', comment?: string, who = lead) {
  const { etag = '"1"' } = await w.as(who)(getApproval, { params: { id } })
  const body = { verdict, ...(comment ? { comment } : {}) }
  return w.as(who)(decideApproval, { params: { id }, body }, { ifMatch: etag })
}
/** In force, with one goal about school. */
async function current(actions: SaveGoal['actions'] = []) {
  const made = await begun()
  const first = goal({ actions })
  expect(await save(made.planId, first)).toMatchObject({ status: 200 })
  expect(await agree(made.planId, yes())).toMatchObject({ status: 201 })
  const asked = await act(made.planId, { act: 'ask', reason: 'The family is waiting for it' })
  expect(asked).toMatchObject({ status: 200 })
  const approvalId = asked.body.plans[0]?.approvalId ?? ''
  expect(await decide(approvalId, 'approved')).toMatchObject({ status: 200 })
  return { ...made, thread: first.thread }
}

describe('a plan is refused', () => {
  test('to nobody, to roles without the verb, and to strangers like one that is not there', async () => {
    const { id, planId } = await begun()
    expect(await w.as(null)(casePlans, { params: { id } })).toMatchObject({ status: 401 })
    for (const role of ['nationalCoordinator', 'ngoWorker', 'ombudsperson'] as const) {
      expect(await read(id, await w.somebody(role))).toMatchObject({
        status: 403,
        body: { code: 'not-allowed' },
      })
    }
    const stranger = await w.somebody('caseManager', await w.agency())
    for (const one of [id, newId()]) expect(await read(one, stranger)).toMatchObject({ status: 404 })
    for (const one of [planId, newId()]) {
      expect(await save(one, goal(), stranger)).toMatchObject({ status: 404 })
      expect(await agree(one, yes(), stranger)).toMatchObject({ status: 404 })
      expect(await send(one, { act: 'drop', reason: 'Not needed' }, stranger)).toMatchObject({ status: 404 })
    }
  })

  test('to a colleague who does not work with the family', async () => {
    const { id, planId } = await begun()
    const colleague = await w.somebody('caseManager')
    expect(await agree(planId, yes(), colleague)).toMatchObject({ status: 403, body: { code: 'not-yours' } })
    expect(
      await w.as(colleague)(routes.beginPlan, { params: { id }, body: { id: newId(), kind: 'family' } }),
    ).toMatchObject({ status: 403 })
    expect((await read(id, colleague)).body).toMatchObject({ works: false, writable: [] })
  })

  test('a goal outside of one’s sections, of a colleague who cannot see it, or of somebody who did not see the last', async () => {
    const { planId } = await begun()
    expect(await save(planId, goal({ domain: 'psychosocial' }))).toMatchObject({
      status: 422,
      body: { faults: [{ pointer: '/domain', code: 'not-found' }] },
    })
    const other = await w.somebody('ngoWorker')
    const action = {
      thread: newId(),
      kind: 'task' as const,
      words: 'Call',
      due: '2027-01-01',
      ownerId: other.accountId,
    }
    expect(await save(planId, goal({ ownerId: other.accountId, actions: [action] }))).toMatchObject({
      status: 422,
      body: {
        faults: [
          { pointer: '/ownerId', code: 'owner-cannot-see' },
          { pointer: '/actions/0/ownerId', code: 'owner-cannot-see' },
        ],
      },
    })
    const first = goal()
    expect(await save(planId, first)).toMatchObject({ status: 200 })
    // The same again is the same.
    expect(await save(planId, first)).toMatchObject({ status: 200 })
    expect(await save(planId, { ...first, words: 'Other' })).toMatchObject({
      status: 412,
      body: { code: 'stale-version' },
    })
    expect(await save(planId, { ...first, words: 'Other', seen: 1 })).toMatchObject({ status: 200 })
    expect(await save(planId, { ...first, words: 'Third', seen: 1 })).toMatchObject({ status: 412 })
  })

  test('a yes to an empty plan, without the child, in the future, by a paper that is not there', async () => {
    const { planId } = await begun()
    expect(await agree(planId, yes())).toMatchObject({ status: 409, body: { code: 'plan-empty' } })
    await save(planId, goal())
    const faults = await agree(
      planId,
      yes({ child: undefined, on: '2099-01-01', how: 'signature', documentId: newId() }),
    )
    expect(faults).toMatchObject({
      status: 422,
      body: {
        faults: [
          { pointer: '/child', code: 'required' },
          { pointer: '/on', code: 'in-the-future' },
          { pointer: '/documentId', code: 'not-found' },
        ],
      },
    })
    expect(await agree(planId, yes({ how: 'signature' }))).toMatchObject({ status: 422 })
    expect(await agree(planId, yes({ seen: 1 }))).toMatchObject({ status: 412 })
    expect(await act(planId, { act: 'ask', reason: 'Too early' })).toMatchObject({
      status: 409,
      body: { code: 'plan-closed' },
    })
  })

  test('to approve one’s own, and what was opened again meanwhile', async () => {
    const { id, planId } = await begun()
    await save(planId, goal())
    await agree(planId, yes())
    const asked = await act(planId, { act: 'ask', reason: 'Ready' })
    const approvalId = asked.body.plans[0]?.approvalId ?? ''
    expect((await decide(approvalId, 'approved', undefined, worker)).status).toBeGreaterThanOrEqual(400)
    expect(await act(planId, { act: 'reopen', reason: 'One more goal' })).toMatchObject({
      status: 409,
      body: { code: 'approval-pending' },
    })
    expect(await save(planId, goal())).toMatchObject({ status: 409, body: { code: 'plan-closed' } })
    expect((await read(id)).body.plans[0]?.state).toBe('agreed')
  })

  test('a second version while one is being written, and a change of what is in force without a reason', async () => {
    const { id } = await begun()
    const again = { id: newId(), kind: 'individual' as const }
    expect(await w.as(worker)(routes.beginPlan, { params: { id }, body: again })).toMatchObject({
      status: 409,
      body: { code: 'plan-open' },
    })
    const made = await current()
    expect(await w.as(worker)(routes.beginPlan, { params: { id: made.id }, body: again })).toMatchObject({
      status: 422,
      body: { faults: [{ pointer: '/reason', code: 'required' }] },
    })
    const alone = await opened(false)
    const family = { id: newId(), kind: 'family' as const }
    expect(await w.as(worker)(routes.beginPlan, { params: { id: alone.id }, body: family })).toMatchObject({
      status: 422,
      body: { faults: [{ pointer: '/kind', code: 'no-household' }] },
    })
  })
})

describe('from a need to what came of it', () => {
  test('the case asks its slices: needs, the yes, the approval, the review, the goals', async () => {
    const { id, personId } = await opened()
    await step(id, { to: 'intake' })
    await recordAnswer(w, worker, personId)
    expect(await step(id, { to: 'assessment' })).toMatchObject({ status: 200 })
    const needs = newId()
    const about = { id: needs, instrument: 'needs', about: 'child' as const }
    const form = await w.as(worker)(startAssessment, { params: { id: personId }, body: about })
    // Not looked at yet: nobody can state it any more.
    expect(
      await step(id, { to: 'planning', said: [{ guard: 'needs', words: 'All is well' }] }),
    ).toMatchObject({
      status: 409,
      body: { code: 'case-guard', missing: ['needs'] },
    })
    const levels = Object.fromEntries(
      form.body.writable.map(one => [
        one,
        { level: one === 'education' ? (3 as const) : (1 as const), reason: 'Seen today' },
      ]),
    )
    await w.as(worker)(finishAssessment, { params: { id: needs }, body: { levels } }, { ifMatch: '"1"' })
    expect(await step(id, { to: 'planning' })).toMatchObject({ status: 200 })
    expect((await read(id)).body.asks).toMatchObject([{ need: 'education', domain: 'education', level: 3 }])

    const planId = newId()
    await w.as(worker)(routes.beginPlan, { params: { id }, body: { id: planId, kind: 'individual' } })
    const thread = newId()
    const actions = [
      { thread: newId(), kind: 'task' as const, words: 'Ask for a place', due: '2027-01-10' },
      { thread: newId(), kind: 'service' as const, words: 'Language course', who: 'School 12' },
    ]
    await save(planId, goal({ thread, actions }))
    expect(await step(id, { to: 'active' })).toMatchObject({
      status: 409,
      body: { missing: ['plan-agreed', 'plan-approved'] },
    })
    await agree(planId, yes())
    const asked = await act(planId, { act: 'ask', reason: 'The family is waiting' })
    // Sent back with words, it is a draft again and they stay.
    const first = asked.body.plans[0]?.approvalId ?? ''
    expect(await decide(first, 'refused', 'Who goes with the child to school?')).toMatchObject({
      status: 200,
    })
    const back = (await read(id)).body.plans[0]
    expect(back).toMatchObject({ state: 'draft', waits: false })
    expect(back?.steps.at(-1)).toMatchObject({
      to: 'draft',
      by: { id: lead.accountId },
      reason: 'Who goes with the child to school?',
    })
    await agree(planId, yes({ on: '2026-01-12' }))
    const again = await act(planId, { act: 'ask', reason: 'Grandmother goes along' })
    expect(await decide(again.body.plans[0]?.approvalId ?? '', 'approved')).toMatchObject({ status: 200 })
    expect(await step(id, { to: 'active' })).toMatchObject({ status: 200 })

    // What was promised is a task of the worker, in the section of the goal.
    const tasks = (await w.as(worker)(listTasks, { query: { subjectId: personId } })).body.rows
    expect(tasks).toMatchObject([{ title: 'Ask for a place', compartment: 'education', due: '2027-01-10' }])
    await w.as(worker)(finishTask, { params: { id: tasks[0]?.id ?? '' }, body: {} }, { ifMatch: '"1"' })
    const [plan] = (await read(id)).body.plans
    const [task, service] = plan?.goals[0]?.actions ?? []
    expect(task).toMatchObject({ task: 'done' })
    expect(
      await w.as(worker)(routes.doneAction, { params: { id: service?.id ?? '' }, body: {} }),
    ).toMatchObject({ status: 200 })

    await step(id, { to: 'review-due' })
    expect(await step(id, { to: 'active' })).toMatchObject({ status: 409, body: { missing: ['review'] } })
    const review = { id: newId(), on: '2026-01-20', goals: [{ thread, progress: 'further' as const }] }
    expect(await w.as(worker)(routes.reviewPlan, { params: { id: planId }, body: review })).toMatchObject({
      status: 201,
    })
    expect(await step(id, { to: 'active' })).toMatchObject({ status: 200 })
    const closing = { to: 'closing' as const, reason: 'Nothing is open', outcome: 'stands-alone' as const }
    expect(await step(id, closing)).toMatchObject({ status: 409, body: { missing: ['goals'] } })
    const goalId = plan?.goals[0]?.id ?? ''
    const body = {
      came: 'reached' as const,
      words: 'In class since March',
      family: 'partly' as const,
      familyWords: 'She is shy still',
    }
    expect(await w.as(worker)(routes.closeGoal, { params: { id: goalId }, body })).toMatchObject({
      status: 200,
    })
    expect(await step(id, closing)).toMatchObject({ status: 200 })
    expect((await read(id)).body.plans[0]?.goals[0]).toMatchObject({
      outcome: { came: 'reached', family: 'partly' },
      progress: [{ progress: 'further' }],
    })
  })

  test('a case that was begun without a plan goes on being stated', async () => {
    const { id } = await opened()
    await step(id, { to: 'intake' })
    await w.admin.query(`update cases.cases set state = 'active' where id = $1`, [id])
    expect((await w.as(worker)(getCase, { params: { id } })).body.open).toContainEqual({
      to: 'closing',
      reason: true,
      asks: ['goals'],
    })
  })

  test('a new version keeps what is not changed, shows the old one, and its tasks follow', async () => {
    const task = { thread: newId(), kind: 'task' as const, words: 'Ask for a place', due: '2027-01-10' }
    const gone = { thread: newId(), kind: 'task' as const, words: 'Buy a bag', due: '2027-01-11' }
    const { id, personId, thread } = await current([task, gone])
    const next = newId()
    const begin = { id: next, kind: 'individual' as const, reason: 'The school has moved' }
    const made = await w.as(worker)(routes.beginPlan, { params: { id }, body: begin })
    expect(made.body.plans.map(one => [one.number, one.state])).toEqual([
      [2, 'draft'],
      [1, 'current'],
    ])
    const copy = made.body.plans[0]?.goals[0]
    expect(copy).toMatchObject({ thread, words: 'Әлия сыныптастарымен бірге оқысын' })
    const changed = goal({
      thread,
      target: 'Goes to the new school',
      actions: [{ ...task, due: '2027-02-01' }],
    })
    await save(next, { ...changed, seen: copy?.version ?? 0 })
    await agree(next, yes())
    const asked = await act(next, { act: 'ask', reason: 'Agreed at home' })
    await decide(asked.body.plans[0]?.approvalId ?? '', 'approved')
    const { plans } = (await read(id)).body
    expect(plans.map(one => one.state)).toEqual(['current', 'replaced'])
    expect(plans.map(one => one.goals[0]?.target)).toEqual([
      'Goes to the new school',
      'Goes to school every day',
    ])
    for (const [state, title, due] of [
      ['open', 'Ask for a place', '2027-02-01'],
      ['cancelled', 'Buy a bag', '2027-01-11'],
    ] as const) {
      const { body } = await w.as(worker)(listTasks, { query: { subjectId: personId, state } })
      expect(body.rows).toMatchObject([{ title, state, due }])
    }
  })
})

describe('who sees what', () => {
  test('a goal is for those to whom its section is open, and its specialist writes it', async () => {
    const { id, personId, planId } = await begun()
    await save(planId, goal())
    const psychologist = await w.somebody('psychologist')
    await w.grant(psychologist, personId, 'task')
    expect(
      await save(planId, goal({ domain: 'psychosocial', words: 'Sleep well' }), psychologist),
    ).toMatchObject({ status: 200 })
    expect((await read(id, psychologist)).body.plans[0]?.goals.map(one => one.domain)).toEqual([
      'psychosocial',
    ])
    expect((await read(id)).body.plans[0]?.goals.map(one => one.domain)).toEqual(['education'])
    // The yes of the family is not theirs to write.
    expect(await agree(planId, yes(), psychologist)).toMatchObject({ status: 403 })
    const family = await w.somebody('familyMember')
    await w.grant(family, personId, 'own')
    expect((await read(id, family)).body).toMatchObject({ works: false, writable: [] })
    expect((await read(id, family)).body.plans[0]?.goals.map(one => one.domain)).toEqual(['education'])
    expect(await save(planId, goal(), family)).toMatchObject({ status: 403 })
  })

  test('the plan of a family stands in the cases of all of its household', async () => {
    const { id } = await begun()
    const planId = newId()
    await w.as(worker)(routes.beginPlan, { params: { id }, body: { id: planId, kind: 'family' } })
    expect(await save(planId, goal({ domain: 'housing', words: 'Өз есігіміз болса екен' }))).toMatchObject({
      status: 200,
    })
    const { body } = await read(id)
    expect(body.family).toMatchObject([{ id: planId, goals: [{ domain: 'housing' }] }])
    expect(body.plans).toHaveLength(1)
  })
})

describe('what was taken from the library', () => {
  test('is kept with the goal, and how it went', async () => {
    const { id, planId } = await current()
    const goalId = (await read(id)).body.plans[0]?.goals[0]?.id ?? ''
    const use = { id: newId(), source: 'practice' as const, sourceId: practiceId }
    const take = (body: typeof use) => w.as(worker)(routes.takePractice, { params: { id: goalId }, body })
    expect(await take({ ...use, sourceId: newId() })).toMatchObject({
      status: 422,
      body: { faults: [{ pointer: '/sourceId', code: 'not-found' }] },
    })
    expect(await take(use)).toMatchObject({ status: 201 })
    expect((await take({ ...use, id: newId() })).body.plans[0]?.goals[0]?.uses).toHaveLength(1)
    const used = await w.as(await w.somebody('teacher'))(routes.usedInPlans, { params: { id: practiceId } })
    expect(used).toMatchObject({ status: 200, body: { said: 'few' } })
    expect(used.body).not.toHaveProperty('atLeast')
    const say = (library: string) =>
      w.as(worker)(routes.sayWent, {
        params: { id: use.id },
        body: { went: 'well', words: 'She laughs again', library },
      })
    expect(await say('Call +7 700 000 04 17')).toMatchObject({ status: 422 })
    expect(await say('A test of knowledge on the first day helps')).toMatchObject({ status: 200 })
    const [kept] = (await read(id)).body.plans[0]?.goals[0]?.uses ?? []
    expect(kept).toMatchObject({ symbol: 'GP/7', went: 'well', words: 'She laughs again' })
    // For the library it is a report that waits for a coordinator, and says nothing of the family or the plan.
    await dispatch(w.running.node.pool, planWordEvents, (_, error) => {
      throw error
    })
    const { rows } = await w.admin.query('select * from exchange.reports where practice_id = $1', [
      practiceId,
    ])
    expect(rows).toMatchObject([
      {
        state: 'worked',
        words: 'A test of knowledge on the first day helps',
        shared: false,
        confirmed_at: null,
      },
    ])
    expect(JSON.stringify(rows)).not.toContain(planId)
  })
})

test('nothing of a plan is left of somebody who is erased', async () => {
  const { id, personId, planId, thread } = await current([
    { thread: newId(), kind: 'service', words: 'Language course' },
  ])
  const goalId = (await read(id)).body.plans[0]?.goals[0]?.id ?? ''
  await w.as(worker)(routes.reviewPlan, {
    params: { id: planId },
    body: { id: newId(), on: '2026-01-20', goals: [{ thread, progress: 'further' }] },
  })
  const body = {
    came: 'reached' as const,
    words: 'In class',
    family: 'reached' as const,
    familyWords: 'Good',
  }
  await w.as(worker)(routes.closeGoal, { params: { id: goalId }, body })
  const use = { id: newId(), source: 'practice' as const, sourceId: practiceId }
  await w.as(worker)(routes.takePractice, { params: { id: goalId }, body: use })
  const asked = await w.as(lead)(
    askErasure,
    { params: { id: personId }, body: { reason: 'The family asked for it' } },
    { idempotencyKey: newId() },
  )
  const second = await w.somebody('supervisor')
  expect(await decide(asked.body.approvalId, 'approved', undefined, second)).toMatchObject({ status: 200 })
  for (const table of [
    'plans',
    'steps',
    'goals',
    'actions',
    'agreements',
    'reviews',
    'progress',
    'outcomes',
    'uses',
  ]) {
    const { rows } = await w.admin.query(`select 1 from plans.${table} where person_id = $1`, [personId])
    expect([table, rows.length]).toEqual([table, 0])
  }
})
