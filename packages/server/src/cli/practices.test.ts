import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../../tests/support/database.ts'
import type { PracticeContent } from '@kerege/contract/practices/content'
import { practiceSeeds } from '../demo/practiceSeeds/index.ts'
import { run } from './main.ts'

let database: TestDatabase
let folder: string
let owner: pg.Client
beforeAll(async () => {
  database = await testDatabase({ kind: 'hub', id: 'hub' })
  folder = await mkdtemp(join(tmpdir(), 'kerege-practices-'))
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await rm(folder, { recursive: true, force: true })
})

async function kerege(words: string[], more: Record<string, string> = {}) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()]
  const env = {
    KEREGE_NODE_ID: 'hub',
    KEREGE_NODE_KIND: 'hub',
    KEREGE_PROFILE: 'hub',
    KEREGE_PUBLIC_URL: 'https://kerege.example',
    KEREGE_DATA: folder,
    KEREGE_DATABASE_OWNER: database.ownerUrl,
    KEREGE_DATABASE_SERVER: database.serverUrl,
    KEREGE_DATABASE_AUTH: database.authUrl,
    KEREGE_DATABASE_JOBS: database.jobsUrl,
    ...more,
  }
  const io = {
    stdin: new PassThrough(),
    stdout,
    stderr,
    env,
    readFile: () => Promise.reject(new Error('no file is read')),
    askedToEnd: () => new Promise<void>(() => {}),
  }
  const code = await run(words, io)
  const read = (stream: PassThrough) => {
    stream.end()
    return text(stream).then(all => all.trim())
  }
  return { code, out: await read(stdout), err: await read(stderr) }
}

const seed = (email = 'secretary@example.org') => kerege(['practices', 'seed', '--as', email])
const title = ({ content }: { content: PracticeContent }) => content.texts.title.en?.text ?? ''
const invite = (email: string, role: string) =>
  kerege(['user', 'add', '--email', email, '--name', 'Somebody', '--role', role])

describe('kerege practices seed', () => {
  test.each([
    [['practices'], {}, 'Say what to do'],
    [['practices', 'seed'], {}, '--as must be the mail address'],
    [['practices', 'seed', '--as', 'nobody'], {}, '--as must be the mail address'],
    [
      ['practices', 'seed', '--as', 'a@example.org'],
      { KEREGE_NODE_ID: 'kz', KEREGE_NODE_KIND: 'national', KEREGE_PROFILE: 'kz' },
      'Only a hub',
    ],
  ] as const)('%j is refused', async (words, more, sentence) => {
    const { code, out, err } = await kerege([...words], more)
    expect(err).toContain(sentence)
    expect(code).not.toBe(0)
    expect(out).toBe('')
  })

  test('nobody brings anything who has no account here, or whose hat may not', async () => {
    await invite('observer@example.org', 'observer')
    for (const email of ['stranger@example.org', 'observer@example.org']) {
      const { code, err } = await seed(email)
      expect([code, err]).toEqual([1, expect.stringContaining('Nobody with this address')])
    }
    expect((await owner.query('select 1 from practices.practices')).rows).toEqual([])
  })

  test('all of them, as drafts that wait for their states, with their first version and step', async () => {
    await invite('secretary@example.org', 'secretariat')
    const { code, out, err } = await seed()
    expect([code, err]).toEqual([0, `${practiceSeeds.length} drafts added, 0 were there already.`])
    expect(out.split('\n')).toEqual(practiceSeeds.map(({ key }) => key))
    const { rows } = await owner.query(
      `select p.state, p.awaits_state, p.country, p.audience, v.version, s.to_state, v.content
        from practices.practices p join practices.versions v on v.practice_id = p.id
        join practices.steps s on s.practice_id = p.id`,
    )
    const byTitle = <Row extends { content: PracticeContent }>(all: readonly Row[]) =>
      all.toSorted((one, other) => title(one).localeCompare(title(other)))
    expect(byTitle(rows)).toEqual(
      byTitle(practiceSeeds).map(({ country, audience, content }) => ({
        ...{ state: 'draft', awaits_state: true, country, audience },
        ...{ version: 1, to_state: 'draft', content },
      })),
    )
    const log = await owner.query("select 1 from audit.entries where action = 'practice.made'")
    expect(log.rows).toHaveLength(1)
  })

  test('a second time adds nothing, also when a title was changed since', async () => {
    await owner.query(
      `update practices.practices set content = jsonb_set(content, '{texts,title,en,text}', '"Another"')
        where id = (select min(id::text)::uuid from practices.practices)`,
    )
    const { code, out, err } = await seed()
    expect([code, out]).toEqual([0, ''])
    expect(err).toBe(`0 drafts added, ${practiceSeeds.length} were there already.`)
  })
})
