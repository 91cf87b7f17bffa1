/** A merge taken back leaves nothing behind: every table that holds people is compared, row by row, before and after. */
import type { CallOptions } from '@kerege/contract/client'
import { decideApproval } from '@kerege/contract/approvals/routes'
import { addDocument, putContent } from '@kerege/contract/documents/routes'
import { comparePair, mergePeople, undoMerge } from '@kerege/contract/people/duplicates/routes'
import { addRelation, familyTree, lookAtCheck } from '@kerege/contract/people/kinship/routes'
import { makePaper, movePaper } from '@kerege/contract/people/papers/routes'
import {
  askErasure,
  changeHousehold,
  getPerson,
  grantPerson,
  makeHousehold,
  registerPerson,
  sayNotSame,
} from '@kerege/contract/people/routes'
import type { RegisterPerson } from '@kerege/contract/people/schema'
import { finishTask, makeTask } from '@kerege/contract/tasks/routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inTransaction } from '../../../platform/database.ts'
import { newId } from '../../../platform/ids.ts'
import { dispatch } from '../../../platform/outbox.ts'
import { contact, cyrillicName, draft } from '../../../testing/people.ts'
import { type Somebody, type World, world } from '../../../testing/world.ts'
import { noticeEvents } from '../../notifications/index.ts'
import { compareSome } from '../duplicates/comparing.ts'

let w: World
let lead: Somebody
let consul: Somebody
beforeAll(async () => {
  w = await world()
  lead = await w.somebody('supervisor')
  consul = await w.somebody('consularOfficer')
})
afterAll(() => w.close())

const key = (): CallOptions => ({ idempotencyKey: newId() })
const person = (personId: string) => ({ who: 'person' as const, personId })
const said = { basis: 'biological' as const, standing: 'claimed' as const, evidence: [] }

async function register(over: Partial<RegisterPerson> = {}) {
  const body = draft(over)
  expect(await w.as(consul)(registerPerson, { body })).toMatchObject({ status: 201 })
  return body.id
}
const ok = <T extends { status: number }>(reply: T): T => {
  expect(reply.status, JSON.stringify(reply)).toBeLessThan(300)
  return reply
}

/** Two records of one girl, each with a family, a home of today and an earlier one, papers, tasks, files, requests. */
async function twoLives() {
  const as = w.as(lead)
  const sister = await register({
    contact: contact({ names: [cyrillicName('Көктемова', 'Самал')] }),
  })
  const mother = await register({
    contact: contact({
      names: [cyrillicName('Көктемова', 'Айгүл')],
      birth: { precision: 'year', year: 2016 },
    }),
  })
  const latin = {
    family: 'Koktemova',
    given: 'Aliya',
    script: 'Latn',
    use: 'official',
    source: 'list',
  } as const
  const one = await register({ identity: papersOf('N 100') })
  const other = await register({
    area: 'KZ-71',
    contact: contact({ names: [latin], birth: { precision: 'year', year: 2017 } }),
    identity: papersOf('N 200'),
    journey: { names: [{ ...latin, use: 'former' }], birthPlace: { country: 'XX', certainty: 'stated' } },
  })
  const sides = [await life(one, sister, mother), await life(other, sister, mother)] as const
  // The second record alone has a request that was refused, and somebody who is said to be another.
  const asked = ok(await as(askErasure, { params: { id: other }, body: { reason: 'The aunt asked' } }, key()))
  const decider = await w.somebody('nationalCoordinator')
  const verdict = { verdict: 'refused' as const, comment: 'The aunt is no guardian' }
  ok(
    await w.as(decider)(
      decideApproval,
      { params: { id: asked.body.approvalId }, body: verdict },
      { ifMatch: '"1"', ...key() },
    ),
  )
  ok(await as(sayNotSame, { params: { id: other, otherId: sister }, body: { reason: 'Seen together' } }))
  await dispatch(w.running.node.pool, [...noticeEvents], (_topic, error) => {
    throw error
  })
  for (const id of [one, other, sister]) {
    await inTransaction(w.running.node.pool, tx =>
      compareSome(tx, [id], { changed: true, now: w.running.node.now() }),
    )
  }
  return { one, other, homes: sides.map(side => side.home) }
}

const papersOf = (value: string) => ({
  names: [],
  citizenships: [{ country: 'KZ', standing: 'claimed' as const }],
  identifiers: [{ system: 'passport', value }],
})

async function life(id: string, sister: string, mother: string) {
  const as = w.as(lead)
  const worker = await w.somebody('caseManager', await w.agency())
  const grant = { id: newId(), accountId: worker.accountId, kind: 'own' as const, reason: 'Her family' }
  ok(await as(grantPerson, { params: { id }, body: grant }))
  const tie = { id: newId(), kind: 'parent' as const, other: person(mother), ...said }
  ok(await as(addRelation, { params: { id }, body: tie }, key()))
  const sibling = { id: newId(), kind: 'sibling' as const, other: person(sister), ...said }
  ok(await as(addRelation, { params: { id }, body: sibling }, key()))
  const aunt = { who: 'outside' as const, outsiderId: newId(), name: 'Роза', sex: 'female' as const }
  const outside = { ...aunt, life: 'alive' as const }
  ok(
    await as(
      addRelation,
      { params: { id }, body: { id: newId(), kind: 'aunt-uncle', other: outside, ...said } },
      key(),
    ),
  )
  const { checks } = ok(await as(familyTree, { params: { id } })).body
  const check = checks.find(({ relationIds }) => relationIds.includes(tie.id))
  const looked = { id: newId(), relationIds: check?.relationIds ?? [], reason: 'The list has the year wrong' }
  ok(
    await as(lookAtCheck, { params: { id }, body: { code: check?.code ?? 'child-older', ...looked } }, key()),
  )
  for (const title of ['Call the school', 'Ask for the paper']) {
    const task = newId()
    ok(await as(makeTask, { body: { id: task, title, due: '2030-01-01', subjectId: id } }, key()))
    if (title === 'Call the school')
      ok(await as(finishTask, { params: { id: task }, body: { note: 'Called' } }, key()))
  }
  const document = { id: newId(), versionId: newId() }
  const file = { ...document, subjectId: id, compartment: 'social' as const, name: 'letter.txt' }
  ok(await as(addDocument, { body: { ...file, mediaType: 'text/plain' } }, key()))
  ok(await as(putContent, { params: document, body: new TextEncoder().encode('A letter\n') }))
  const paper = newId()
  const wanted = {
    id: paper,
    fact: 'birth' as const,
    pathway: 'court' as const,
    steps: [{ id: newId(), text: 'Ask the archive' }],
    evidence: [],
    blocks: ['school' as const],
  }
  ok(await as(makePaper, { params: { id }, body: wanted }, key()))
  ok(await as(movePaper, { params: { id: paper }, body: { to: 'filed' } }, key()))
  return { home: await homes(id) }
}

/** An earlier home, and one of today. @returns the name of that of today */
async function homes(id: string) {
  const as = w.as(lead)
  const neighbour = await register({ contact: contact({ names: [cyrillicName('Қарлы', 'Жанар')] }) })
  const member = (personId: string) => ({ personId, role: 'child' as const, since: '2025-02-01' })
  const first = { id: newId(), name: `First of ${id}`, members: [member(id), member(neighbour)] }
  const made = ok(await as(makeHousehold, { body: first }, key()))
  const left = [{ personId: id, on: '2025-06-01', why: 'placed' as const }]
  ok(
    await as(
      changeHousehold,
      { params: { id: first.id }, body: { name: first.name, members: [member(neighbour)], left } },
      { ifMatch: made.etag ?? '"1"', ...key() },
    ),
  )
  const now = { id: newId(), name: `Now of ${id}`, members: [{ ...member(id), since: '2025-06-02' }] }
  ok(await as(makeHousehold, { body: now }, key()))
  return now.name
}

/** The work of the node itself, the log of what was done, and the merge: these grow, and are not of the records. */
const growing =
  /^(platform|audit)\.|^access\.(sessions|lockouts)$|^people\.(merges|merge_moves|compare_state)$/

/** Every row of every table, each table in one order. */
async function everything() {
  const tables = await w.admin.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema)' order by 1`,
  )
  const rows: Record<string, string[]> = {}
  for (const { name } of tables.rows) {
    if (growing.test(name)) continue
    const found = await w.admin.query<{ row: Record<string, unknown> }>(
      `select to_jsonb(t) as row from ${name} t`,
    )
    rows[name] = found.rows.map(({ row }) => JSON.stringify(withoutStamps(name, row))).toSorted()
  }
  return rows
}

/** A record that was written twice is two versions on; its spellings and numbers are the same under new row ids. */
function withoutStamps(name: string, row: Record<string, unknown>) {
  if (name === 'people.persons') return { ...row, version: 0, updated_at: '' }
  if (name === 'people.names' || name === 'people.identifiers') return { ...row, id: '' }
  return row
}

const joining = (stays: string, joins: string, over: object = {}) => ({
  id: newId(),
  stays,
  staysVersion: 1,
  joins,
  joinsVersion: 1,
  choices: { area: 'joins' as const, birth: 'joins' as const },
  reason: 'The mother showed both papers',
  ...over,
})

describe('two records with two homes', () => {
  test('are not merged before somebody says which is that of today, and since when', async () => {
    const { one, other, homes } = await twoLives()
    const compared = ok(await w.as(lead)(comparePair, { params: { id: one, otherId: other } }))
    expect(compared.body.homes).toEqual({
      one: { name: homes[0], since: '2025-06-02' },
      other: { name: homes[1], since: '2025-06-02' },
    })
    const merge = (over: object) => w.as(lead)(mergePeople, { body: joining(one, other, over) })
    expect(await merge({ choices: {} })).toMatchObject({
      status: 422,
      body: { faults: [{ pointer: '/choices/area' }, { pointer: '/choices/birth' }, { pointer: '/home' }] },
    })
    expect(await merge({ home: 'stays', leftOn: '2099-01-01' })).toMatchObject({
      status: 422,
      body: { faults: [{ pointer: '/leftOn', code: 'in-the-future' }] },
    })
    expect(await merge({ home: 'stays', leftOn: '2024-01-01' })).toMatchObject({
      status: 422,
      body: { faults: [{ pointer: '/leftOn', code: 'period-reversed' }] },
    })
  })

  test.each(['stays', 'joins'] as const)(
    'with the home of the one that %s leave no trace in any table',
    async home => {
      const { one, other, homes } = await twoLives()
      const before = await everything()
      const [today, earlier] = home === 'stays' ? homes : homes.toReversed()
      const body = joining(one, other, { home, leftOn: '2026-05-01' })
      ok(await w.as(lead)(mergePeople, { body }))
      const merged = ok(await w.as(lead)(getPerson, { params: { id: one } })).body.kinship
      expect(merged?.household?.name).toBe(today)
      expect(merged?.earlier).toContainEqual(
        expect.objectContaining({ name: earlier, since: '2025-06-02', on: '2026-05-01', why: 'moved' }),
      )
      expect(merged?.earlier).toHaveLength(3)
      const between = await everything()
      for (const name of ['people.papers', 'tasks.tasks', 'documents.documents', 'people.relations']) {
        expect(between[name], name).not.toEqual(before[name])
      }
      const undo = { params: { id: body.id }, body: { reason: 'They are cousins', keepEdits: false } }
      expect(ok(await w.as(lead)(undoMerge, undo)).body).toMatchObject({ kept: [], keptElsewhere: 0 })
      expect(await everything()).toEqual(before)
    },
  )

  test('keep where somebody moved since', async () => {
    const { one, other } = await twoLives()
    const body = joining(one, other, { home: 'joins' })
    ok(await w.as(lead)(mergePeople, { body }))
    const elsewhere = {
      id: newId(),
      name: 'By the river',
      members: [{ personId: one, role: 'child' as const }],
    }
    ok(await w.as(lead)(makeHousehold, { body: elsewhere }, key()))
    ok(
      await w.as(lead)(undoMerge, { params: { id: body.id }, body: { reason: 'They are cousins' } as never }),
    )
    const now = ok(await w.as(lead)(getPerson, { params: { id: one } })).body.kinship
    expect(now?.household?.name).toBe('By the river')
  })
})
