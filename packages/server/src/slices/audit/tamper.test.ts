/**
 * Somebody with the keys of the database, but not of the node, rewrites what happened: as superuser, with the guards
 * switched off. Each kind of it is found, and named.
 */
import { listAreas } from '@kerege/contract/access/routes'
import { registerPerson } from '@kerege/contract/people/routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPool } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { draft } from '../../testing/people.ts'
import { type World, world } from '../../testing/world.ts'
import { entryLeaf } from './entry.ts'
import { checkLog, logKey } from './index.ts'
import { append, emptyFrontier, rootOf } from './merkle.ts'
import { signCheckpoint } from './note.ts'

let w: World
let owner: ReturnType<typeof openPool>

/** Three rounds of the sequencer, so that there are checkpoints between the entries. */
beforeAll(async () => {
  w = await world()
  owner = openPool(w.database.ownerUrl, 'check', 1)
  const worker = await w.somebody('caseManager')
  for (let round = 0; round < 3; round += 1) {
    for (let count = 0; count < 3; count += 1) await w.as(worker)(registerPerson, { body: draft() })
    await w.running.sequencer.flush()
  }
})
afterAll(async () => {
  await owner.end()
  await w.close()
})

async function check(publicKey = w.running.logPublicKey) {
  const client = await owner.connect()
  try {
    return await checkLog(client, 'kerege.kz', publicKey)
  } finally {
    client.release()
  }
}
const codes = async () => [...new Set((await check()).findings.map(finding => finding.code))].sort()

/** Does it as superuser past every trigger, looks, and puts all tables back as they were. */
async function tampered(sql: string, params: unknown[] = [], then?: string): Promise<string[]> {
  const tables = ['entries', 'leaves', 'checkpoints', 'pending']
  await w.admin.query("set session_replication_role = 'replica'")
  for (const table of tables) await w.admin.query(`create table public.kept_${table} as table audit.${table}`)
  try {
    const done = await w.admin.query(sql, params)
    expect(done.rowCount, 'something was tampered with').toBeGreaterThan(0)
    if (then) await w.admin.query(then)
    return await codes()
  } finally {
    for (const table of tables) {
      await w.admin.query(`delete from audit.${table}`)
      await w.admin.query(`insert into audit.${table} select * from public.kept_${table}`)
      await w.admin.query(`drop table public.kept_${table}`)
    }
    await w.admin.query("set session_replication_role = 'origin'")
    expect(await codes()).toEqual([])
  }
}

/** The signature stays; the four bytes before it that say whose it is are those of a real note. */
function underTheNameOf(note: string, real: string): string {
  const signature = (of: string) => /^— \S+ (\S+)$/m.exec(of)?.[1] ?? ''
  const raw = Buffer.from(signature(note), 'base64')
  Buffer.from(signature(real), 'base64').copy(raw, 0, 0, 4)
  return note.replace(signature(note), raw.toString('base64'))
}

const entryAt = '(select entry_id from audit.leaves where number = 4)'

describe('without tampering', () => {
  test('the log is whole', async () => {
    const report = await check()
    expect(report).toMatchObject({ findings: [], waiting: 0, checkpoints: 3 })
    expect(report.entries).toBe(9)
  })

  test('an entry that waits for its number is no trouble', async () => {
    await w.as(await w.somebody('caseManager'))(registerPerson, { body: draft() })
    expect(await check()).toMatchObject({ findings: [], waiting: 1 })
    await w.running.sequencer.flush()
    expect(await check()).toMatchObject({ findings: [], waiting: 0 })
  })

  test('what touches nobody leaves no entry', async () => {
    const before = await check()
    await w.as(await w.somebody('caseManager'))(listAreas, {})
    expect((await check()).waiting).toBe(before.waiting)
  })
})

describe('the serving role and the owner are refused', () => {
  test.each([
    ['an entry changed', 'update audit.entries set action = $1'],
    ['an entry deleted', 'delete from audit.entries where action <> $1'],
    ['a leaf changed', 'update audit.leaves set hash = sha256($1::text::bytea)'],
    ['a checkpoint deleted', 'delete from audit.checkpoints where note <> $1'],
  ])('%s', async (_, sql) => {
    for (const pool of [w.running.node.pool, owner]) {
      await expect(pool.query(sql, ['person.read'])).rejects.toMatchObject({ code: '42501' })
    }
  })
})

describe('behind the server’s back', () => {
  test.each([
    ['who did it', `update audit.entries set account_id = '${newId()}' where id = ${entryAt}`],
    ['what was done', `update audit.entries set action = 'person.read' where id = ${entryAt}`],
    ['how it ended', `update audit.entries set outcome = 'refused' where id = ${entryAt}`],
    ['when', `update audit.entries set at = at - interval '1 day' where id = ${entryAt}`],
    ['whose record it was', `update audit.entries set subjects = '{}' where id = ${entryAt}`],
    ['which fields', `update audit.entries set fields = '{}' where id = ${entryAt}`],
    ['how many', `update audit.entries set counts = '{"rows": 1}' where id = ${entryAt}`],
    ['what history it commits to', `update audit.entries set seals = '{}' where id = ${entryAt}`],
    ['in which role', `update audit.entries set role = 'doctor' where id = ${entryAt}`],
    ['in which request', `update audit.entries set request_id = 'another' where id = ${entryAt}`],
    ['with which code', `update audit.entries set code = 'not-found' where id = ${entryAt}`],
    ['its salt', `update audit.entries set salt = sha256('x') where id = ${entryAt}`],
  ])('an entry is changed: %s', async (_, sql) => {
    expect(await tampered(sql)).toEqual(['entry-changed'])
  })

  test('an entry is deleted', async () => {
    expect(await tampered(`delete from audit.entries where id = ${entryAt}`)).toEqual(['entry-missing'])
  })

  test('an entry is deleted with its leaf', async () => {
    const sql = `with gone as (delete from audit.leaves where number = 4 returning entry_id)
      delete from audit.entries where id in (select entry_id from gone)`
    expect(await tampered(sql)).toEqual(['number-missing'])
  })

  test('the newest entries are deleted with their leaves', async () => {
    const sql = `with gone as (delete from audit.leaves where number >= 8 returning entry_id)
      delete from audit.entries where id in (select entry_id from gone)`
    // What is left is a shorter tree, and a checkpoint that speaks of a longer one.
    expect(await tampered(sql)).toEqual(expect.arrayContaining(['number-missing']))
  })

  test('an entry is inserted', async () => {
    const sql = `insert into audit.entries (id, at, request_id, action, outcome, salt)
      values ($1, now(), 'none', 'person.read', 'done', sha256('x'))`
    expect(await tampered(sql, [newId()])).toEqual(['entry-not-numbered'])
  })

  test('an entry is changed and its leaf made to fit', async () => {
    const found = await owner.query(`select * from audit.entries where id = ${entryAt}`)
    const forged = { ...found.rows[0], action: 'person.read' }
    const sql = `with leaf as (update audit.leaves set hash = $2 where entry_id = $1)
      update audit.entries set action = 'person.read' where id = $1`
    expect(await tampered(sql, [forged.id, entryLeaf(forged)])).toEqual(['checkpoint-wrong'])
  })

  test('two leaves change places', async () => {
    const found = await tampered(
      `with moved as (delete from audit.leaves where number in (4, 5) returning *)
       insert into audit.leaves select 100 + number, entry_id, hash from moved`,
      [],
      'update audit.leaves set number = 109 - number where number > 100',
    )
    expect(found).toEqual(['checkpoint-wrong'])
  })

  test('the last checkpoint is deleted', async () => {
    const sql = 'delete from audit.checkpoints where size = (select max(size) from audit.checkpoints)'
    expect(await tampered(sql)).toEqual(['checkpoint-missing'])
  })

  test.each([
    ['with a key that is not the node’s', (note: string, _real: string) => note],
    ['with such a key under the name of the node’s', underTheNameOf],
  ])('everything is forged to fit, and signed %s', async (_, named) => {
    const found = await owner.query(`select * from audit.entries where id = ${entryAt}`)
    const forged = entryLeaf({ ...found.rows[0], action: 'person.read' })
    const leaves = await owner.query<{ number: number; hash: Buffer }>(
      'select number, hash from audit.leaves order by number',
    )
    const strange = logKey('kerege.kz', Buffer.alloc(32, 7))
    let tree = emptyFrontier()
    const roots = new Map<number, Buffer>()
    for (const { number, hash } of leaves.rows) {
      tree = append(tree, number === 4 ? forged : hash)
      roots.set(tree.size, rootOf(tree))
    }
    const sizes = [...roots.keys()]
    const real = (await owner.query<{ note: string }>('select note from audit.checkpoints limit 1')).rows[0]
    const notes = sizes.map(size =>
      named(signCheckpoint(strange, size, roots.get(size) ?? Buffer.alloc(0)), real?.note ?? ''),
    )
    const sql = `with entry as (update audit.entries set action = 'person.read' where id = ${entryAt}),
      leaf as (update audit.leaves set hash = $1 where number = 4)
      update audit.checkpoints c set root = f.root, note = f.note
      from unnest($2::bigint[], $3::bytea[], $4::text[]) as f (size, root, note) where f.size = c.size`
    expect(await tampered(sql, [forged, sizes, [...roots.values()], notes])).toEqual([
      'checkpoint-not-signed',
    ])
  })

  test('the operator checks with a key that is not the node’s', async () => {
    const strange = logKey('kerege.kz', Buffer.alloc(32, 7))
    const report = await check(strange.public)
    expect(report.findings.every(finding => finding.code === 'checkpoint-not-signed')).toBe(true)
    expect(report.findings.length).toBe(report.checkpoints)
  })
})

describe('from here alone nobody sees', () => {
  test('that the newest entries went with their leaves and checkpoints: for that others keep our checkpoints', async () => {
    const kept = await check()
    const sql = `with gone as (delete from audit.leaves where number >= 9 returning entry_id),
      cut as (delete from audit.checkpoints where size > 9)
      delete from audit.entries where id in (select entry_id from gone)`
    expect(kept.entries).toBeGreaterThan(9)
    expect(await tampered(sql)).toEqual([])
  })
})
