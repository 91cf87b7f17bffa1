/** Opening from a later slice, merging two records with cases, and erasing a person who has one. */
import {
  openCase as openRoute,
  assignCases,
  getCase,
  personCases,
  takeCaseStep,
} from '@kerege/contract/cases/routes'
import { mergePeople, undoMerge } from '@kerege/contract/people/duplicates/routes'
import { askErasure, getPerson, registerPerson } from '@kerege/contract/people/routes'
import { decideApproval } from '@kerege/contract/approvals/routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Context } from '../../platform/context.ts'
import { over } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { draft } from '../../testing/people.ts'
import { type Somebody, type World, world } from '../../testing/world.ts'
import { enterSql, readActor } from '../access/index.ts'
import { openTrail } from '../audit/index.ts'
import { openCase } from './index.ts'

let w: World
let lead: Somebody
beforeAll(async () => {
  w = await world()
  lead = await w.somebody('supervisor')
})
afterAll(() => w.close())

/** As a later slice does it: inside a request of its own. */
async function acting<T>(who: Somebody, run: (ctx: Context) => Promise<T>): Promise<T> {
  const { node, signIn } = w.running
  const client = await node.pool.connect()
  try {
    const answers = (await client.query(
      `begin; ${enterSql(signIn.tokenOf(who.cookie) ?? '', 60)}`,
    )) as unknown as { rows: unknown[] }[]
    const actor = readActor(answers[1]?.rows[0])
    if (!actor) throw new Error('not signed in')
    const now = new Date()
    const trail = openTrail(node.keys, newId(), 'handover.made', now)
    const done = await run({
      node,
      requestId: newId(),
      actor,
      now,
      tx: over(client),
      client,
      trail,
      basedOn: null,
    })
    await trail.commit(client, actor)
    return done
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

async function person(who = lead): Promise<string> {
  const body = draft()
  expect(await w.as(who)(registerPerson, { body })).toMatchObject({ status: 201 })
  return body.id
}
const caseOf = async (personId: string, who = lead) => {
  const made = await w.as(who)(openRoute, { body: { id: newId(), personId, origin: 'walk-in' } })
  expect(made.status).toBe(201)
  return made.body.id
}
const read = (id: string, who = lead) => w.as(who)(getCase, { params: { id } })

describe('a handover', () => {
  test('opens a case where the family goes, and the person stands there from then on', async () => {
    const reception = await w.somebody('receptionOfficer')
    const far = await w.agency()
    const receiver = await w.somebody('supervisor', far)
    const personId = await person(reception)
    await w.admin.query('delete from access.grants where subject_id = $1', [personId])
    const operationId = newId()
    const opened = await acting(reception, ctx =>
      openCase(ctx, { id: newId(), personId, origin: 'handover', operationId, place: far }),
    )
    expect(opened.joined).toBe(false)
    expect((await read(opened.id, receiver)).body).toMatchObject({
      state: 'arrived',
      team: { id: far.teamId },
      origins: [{ origin: 'handover', operationId }],
      next: { turn: 'lead' },
    })
    // Reception has handed over, and has the person no longer.
    expect(await w.as(reception)(getPerson, { params: { id: personId } })).toMatchObject({ status: 404 })
    expect(await read(opened.id, reception)).toMatchObject({ status: 403 })
    const told = await w.admin.query(
      `select 1 from platform.outbox where topic = 'case.opened' and payload ->> 'accountId' = $1 and payload ->> 'caseId' = $2`,
      [receiver.accountId, opened.id],
    )
    expect(told.rowCount).toBe(1)
  })

  test('joins the case that is open, and leaves it where it is', async () => {
    const personId = await person()
    const id = await caseOf(personId)
    const operationId = newId()
    const opened = await acting(lead, ctx =>
      openCase(ctx, { id: newId(), personId, origin: 'handover', operationId }),
    )
    expect(opened).toEqual({ id, joined: true })
    expect((await read(id)).body).toMatchObject({
      team: { id: w.teamId },
      origins: [{ origin: 'walk-in' }, { origin: 'handover', operationId }],
    })
  })

  test('of a person who is not open, or to a team that is not there, makes nothing', async () => {
    const reception = await w.somebody('receptionOfficer', await w.agency())
    const personId = await person()
    const opening = { id: newId(), personId, origin: 'handover' } as const
    await expect(acting(reception, ctx => openCase(ctx, opening))).rejects.toMatchObject({
      code: 'not-found',
    })
    const place = { agencyId: w.agencyId, teamId: newId() }
    await expect(acting(lead, ctx => openCase(ctx, { ...opening, place }))).rejects.toMatchObject({
      code: 'invalid',
    })
    expect((await w.as(lead)(personCases, { params: { id: personId } })).body.rows).toEqual([])
  })
})

describe('two records of one person', () => {
  const merge = (stays: string, joins: string) =>
    w.as(lead)(mergePeople, {
      body: {
        id: newId(),
        stays,
        staysVersion: 1,
        joins,
        joinsVersion: 1,
        choices: {},
        reason: 'Same papers',
      },
    })

  test('with a case each: one goes on, the other is merged into it and comes back when that is undone', async () => {
    const worker = await w.somebody('caseManager')
    const [one, other] = [await person(), await person()]
    const [first, second] = [await caseOf(one), await caseOf(other)]
    await w.as(lead)(assignCases, { body: { ids: [second], workerId: worker.accountId } })
    await w.as(worker)(takeCaseStep, { params: { id: second }, body: { to: 'intake' } })
    const merged = await merge(one, other)
    expect(merged.status).toBe(201)
    expect((await read(first)).body).toMatchObject({
      state: 'arrived',
      personId: one,
      others: [{ id: second }],
    })
    expect((await read(second)).body).toMatchObject({
      state: 'merged',
      personId: one,
      mergedInto: first,
      open: [],
      mayAssign: false,
    })
    // Still one open case, for whoever opens another.
    expect(
      (await w.as(lead)(openRoute, { body: { id: newId(), personId: one, origin: 'walk-in' } })).body,
    ).toEqual({
      id: first,
      joined: true,
    })
    const undone = await w.as(lead)(undoMerge, {
      params: { id: merged.body.id },
      body: { reason: 'They are cousins', keepEdits: false },
    })
    expect(undone.status).toBe(200)
    const back = (await read(second)).body
    expect(back).toMatchObject({ state: 'intake', personId: other, others: [] })
    expect(back.mergedInto).toBeUndefined()
    expect(back.steps.map(one => one.to)).toEqual(['arrived', 'intake', 'merged', 'intake'])
    expect((await read(first)).body).toMatchObject({ state: 'arrived', personId: one, others: [] })
  })

  test('with one case between them: it goes with the person', async () => {
    const [one, other] = [await person(), await person()]
    const id = await caseOf(other)
    await merge(one, other)
    expect((await read(id)).body).toMatchObject({ state: 'arrived', personId: one })
  })
})

describe('an erased person', () => {
  test('leaves no row of their case, and no word that was said of it', async () => {
    const personId = await person()
    const id = await caseOf(personId)
    const worker = await w.somebody('caseManager')
    await w.as(lead)(assignCases, {
      body: { ids: [id], workerId: worker.accountId, reason: 'Speaks Kazymyrza' },
    })
    const asked = await w.as(lead)(askErasure, {
      params: { id: personId },
      body: { reason: 'The family asks' },
    })
    const decider = await w.somebody('supervisor')
    const decided = await w.as(decider)(
      decideApproval,
      { params: { id: asked.body.approvalId }, body: { verdict: 'approved' } },
      { ifMatch: '"1"' },
    )
    expect(decided.status).toBe(200)
    for (const table of ['cases', 'origins', 'steps', 'assignments']) {
      const column = table === 'cases' ? 'id' : 'case_id'
      const left = await w.admin.query(`select 1 from cases.${table} where ${column} = $1`, [id])
      expect([table, left.rowCount]).toEqual([table, 0])
    }
    const events = await w.admin.query(`select 1 from platform.outbox where payload::text like $1`, [
      `%${id}%`,
    ])
    expect(events.rowCount).toBe(0)
  })
})
