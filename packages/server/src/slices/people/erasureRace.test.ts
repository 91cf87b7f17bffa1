import { decideApproval } from '@kerege/contract/approvals/routes'
import { addDocument } from '@kerege/contract/documents/routes'
import { askErasure, getPerson, grantPerson, registerPerson } from '@kerege/contract/people/routes'
import { makeTask } from '@kerege/contract/tasks/routes'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { draft } from '../../testing/people.ts'
import { type Somebody, type World, world } from '../../testing/world.ts'

let w: World
let lead: Somebody
let second: Somebody
beforeAll(async () => {
  w = await world()
  lead = await w.somebody('supervisor')
  second = await w.somebody('supervisor')
})
afterAll(() => w.close())

/** A transaction that stands still where the test wants it to. */
async function beside(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: w.database.adminUrl })
  await client.connect()
  onTestFinished(() => client.end())
  await client.query('begin')
  return client
}

async function somebodyOnTheRegister(): Promise<string> {
  const body = draft()
  await w.as(lead)(registerPerson, { body })
  return body.id
}

async function erasure(personId: string): Promise<() => Promise<{ status: number }>> {
  const asked = await w.as(lead)(askErasure, {
    params: { id: personId },
    body: { reason: 'The family has asked for it' },
  })
  const params = { id: asked.body.approvalId }
  return () => w.as(second)(decideApproval, { params, body: { verdict: 'approved' } }, { ifMatch: '"1"' })
}

/** Until a request of the node stands in line behind the transaction beside it. */
async function someoneWaits(): Promise<void> {
  for (;;) {
    const { rowCount } = await w.admin.query(
      "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    )
    if (rowCount) return
    await new Promise(resolve => setTimeout(resolve, 10))
  }
}

async function leftOf(personId: string): Promise<number[]> {
  const left: number[] = []
  for (const table of ['documents.documents', 'documents.versions', 'tasks.tasks', 'access.grants']) {
    const { rows } = await w.admin.query<{ n: number }>(
      `select count(*)::int as n from ${table} where subject_id = $1`,
      [personId],
    )
    left.push(rows[0]?.n ?? -1)
  }
  return left
}

const paper = (subjectId: string) => ({
  id: newId(),
  subjectId,
  compartment: 'identity' as const,
  versionId: newId(),
  name: 'паспорт.pdf',
  mediaType: 'application/pdf' as const,
})

const writers = {
  document: (subjectId: string) => w.as(lead)(addDocument, { body: paper(subjectId) }),
  task: (subjectId: string) =>
    w.as(lead)(makeTask, {
      body: {
        id: newId(),
        ownerId: lead.accountId,
        title: 'Қоңырау шалу',
        due: '2027-01-15',
        subjectId,
        compartment: 'contact',
      },
    }),
  grant: (subjectId: string) =>
    w.as(lead)(grantPerson, {
      params: { id: subjectId },
      body: { id: newId(), accountId: second.accountId, kind: 'own', reason: 'Takes over' },
    }),
} as const

describe('in the very moment of an erasure', () => {
  test('what was written first is taken along', async () => {
    const personId = await somebodyOnTheRegister()
    const decide = await erasure(personId)
    const upload = await beside()
    const id = newId()
    await upload.query(
      `insert into documents.documents (id, subject_id, compartment, created_by, created_at, updated_at)
       values ($1, $2, 'identity', $3, now(), now())`,
      [id, personId, lead.accountId],
    )
    await upload.query(
      `insert into documents.versions
         (id, document_id, subject_id, compartment, number, name, media_type, created_by, created_at)
       values ($1, $2, $3, 'identity', 1, 'a.pdf', 'application/pdf', $4, now())`,
      [newId(), id, personId, lead.accountId],
    )
    await upload.query(
      "insert into access.grants (id, account_id, subject_id, kind) values ($1, $2, $3, 'own')",
      [newId(), second.accountId, personId],
    )
    const decided = decide()
    await someoneWaits()
    await upload.query('commit')
    expect(await decided).toMatchObject({ status: 200 })
    expect(await leftOf(personId)).toEqual([0, 0, 0, 0])
    expect(await w.as(lead)(getPerson, { params: { id: personId } })).toMatchObject({ status: 404 })
  })

  test.each(Object.keys(writers) as (keyof typeof writers)[])(
    'a %s that comes second finds nobody, as of somebody who never was',
    async kind => {
      const personId = await somebodyOnTheRegister()
      const end = await beside()
      await end.query('delete from people.persons where id = $1', [personId])
      const written = writers[kind](personId)
      await someoneWaits()
      await end.query('commit')
      expect(await written).toMatchObject({ status: 404, body: { code: 'not-found' } })
      expect(await leftOf(personId)).toEqual([0, 0, 0, 0])
    },
  )
})
