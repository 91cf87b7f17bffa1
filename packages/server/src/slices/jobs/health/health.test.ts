import { chmod, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { findingCodes, getHealth, type Health } from '@kerege/contract/jobs/health'
import { languages } from '@kerege/contract/common'
import { roleNames, roles } from '@kerege/contract/access/roles'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { run } from '../../../cli/main.ts'
import { over } from '../../../platform/database.ts'
import { newId } from '../../../platform/ids.ts'
import { emit } from '../../../platform/outbox.ts'
import { contact, draft } from '../../../testing/people.ts'
import { type Somebody, type World, world } from '../../../testing/world.ts'
import { registerPerson } from '@kerege/contract/people/routes'
import { recordAlone } from '../../audit/index.ts'
import { look } from './look.ts'
import { inWords } from './sentences.ts'

let w: World
let operator: Somebody
beforeAll(async () => {
  w = await world()
  operator = await w.somebody('administrator')
})
afterAll(() => w.close())

const seen = async () => (await w.as(operator)(getHealth, {})).body
const of = (health: Health, code: string) => health.findings.find(one => one.code === code)

describe('how the node stands is not told', () => {
  test('to nobody, and to no role but whoever runs it', async () => {
    expect(await w.as(null)(getHealth, {})).toMatchObject({ status: 401 })
    const others = roleNames.filter(
      name => roles[name].nodes.some(kind => kind === 'national') && name !== 'administrator',
    )
    for (const name of others) {
      const answer = await w.as(await w.somebody(name))(getHealth, {})
      expect([name, answer.status, answer.body.code]).toEqual([name, 403, 'not-allowed'])
    }
  })

  test('by the database itself to anybody else, whatever the program asks', async () => {
    const client = new pg.Client({ connectionString: w.database.serverUrl })
    await client.connect()
    await client.query('begin')
    const asked = async (verbs: string[]) => {
      await client.query('select access.wear($1)', [JSON.stringify({ account: newId(), verbs })])
      return (await client.query<{ standing: object | null }>('select platform.standing() as standing'))
        .rows[0]?.standing
    }
    expect(await asked(['people.read', 'accounts.administer'])).toBeNull()
    expect(await asked(['jobs.administer'])).toHaveProperty('databaseBytes')
    await client.end()
  })
})

describe('how the node stands', () => {
  test('is told in whole sentences, and names nobody', async () => {
    const worker = await w.somebody('caseManager')
    const person = draft({ contact: contact() })
    await w.as(worker)(registerPerson, { body: person })
    await w.running.sequencer.flush()
    const health = await seen()
    // No certificate on this machine, where there is no TLS, and no store but the folder.
    expect(health.findings.map(one => one.code)).toEqual(
      findingCodes.filter(code => code !== 'certificate' && code !== 'papers'),
    )
    for (const code of [
      'versions',
      'letters',
      'migrations',
      'clock',
      'line',
      'storage',
      'queues',
      'log',
      'key',
    ])
      expect([code, of(health, code)?.verdict]).toEqual([code, 'ok'])
    const text = JSON.stringify(health)
    for (const word of [worker.name, worker.email, worker.accountId, person.id, w.dataDir])
      expect(text).not.toContain(word)
    expect(of(health, 'mail')?.verdict).toBe('attention')
  })

  test('hears of a backup, of events that were given up, and of a log that stands still', async () => {
    expect(of(await seen(), 'backup')).toMatchObject({ verdict: 'attention' })
    const noted = (days: number) =>
      recordAlone(w.running.node.pool, {
        requestId: newId(),
        at: new Date(Date.now() - days * 86_400_000),
        actor: null,
        action: 'node.backed-up',
        outcome: 'done',
      })
    for (const [days, verdict] of [
      [9, 'wrong'],
      [3, 'attention'],
      [0, 'ok'],
    ] as const) {
      await noted(days)
      expect([days, of(await seen(), 'backup')?.verdict]).toEqual([days, verdict])
    }
    // An entry of nine days ago waits for its number.
    expect(of(await seen(), 'log')?.verdict).toBe('wrong')
    await w.running.sequencer.flush()
    expect(of(await seen(), 'log')?.verdict).toBe('ok')

    const event = newId()
    await emit(over(w.admin), 'nobody.hears', {}, event)
    await w.admin.query('update platform.outbox set due = null where id = $1', [event])
    expect(of(await seen(), 'queues')?.verdict).toBe('attention')
    await w.admin.query('delete from platform.outbox where id = $1', [event])
  })

  test('hears of a key that others can read', async () => {
    const file = join(w.dataDir, 'master.key')
    await chmod(file, 0o644)
    expect(of(await seen(), 'key')?.verdict).toBe('wrong')
    await chmod(file, 0o600)
    expect(of(await seen(), 'key')?.verdict).toBe('ok')
    expect(JSON.stringify(await seen())).not.toContain((await readFile(file, 'utf8')).trim())
  })

  test.each([
    [new Date(Date.now() + 90 * 86_400_000), 'ok'],
    [new Date(Date.now() + 5 * 86_400_000), 'attention'],
    [new Date(Date.now() - 86_400_000), 'wrong'],
    [null, 'attention'],
  ])('hears of a certificate that ends: %s', async (certificate, verdict) => {
    const found = await look({
      row: async () => undefined,
      dataDir: w.dataDir,
      masterKeyFile: join(w.dataDir, 'master.key'),
      mail: true,
      certificate,
      papers: undefined,
      givenUp: 0,
    })
    expect(found.find(one => one.code === 'certificate')?.verdict).toBe(verdict)
    for (const language of languages)
      expect(inWords(language, found).every(one => one.text.length > 10)).toBe(true)
  })

  test.each(['ok', 'away', 'refused', 'none'] as const)(
    'says how a store of papers stands: %s',
    async papers => {
      const found = await look({
        row: async () => undefined,
        dataDir: w.dataDir,
        masterKeyFile: join(w.dataDir, 'master.key'),
        mail: true,
        certificate: undefined,
        papers,
        givenUp: 0,
      })
      const one = found.filter(({ code }) => code === 'papers')
      expect(one.map(({ verdict }) => verdict)).toEqual([papers === 'ok' ? 'ok' : 'wrong'])
      for (const language of languages) expect(inWords(language, one)[0]?.text).toMatch(/^\S.{20,}\.$/)
    },
  )

  test('is what the doctor says, word for word', async () => {
    const { ownerUrl, serverUrl, authUrl, jobsUrl } = w.database
    const out: string[] = []
    const stream = { write: (chunk: string) => out.push(chunk) > 0 } as unknown as NodeJS.WritableStream // commands use `write` alone
    const code = await run(['doctor'], {
      stdin: process.stdin,
      stdout: stream,
      stderr: stream,
      readFile: async () => new Uint8Array(),
      askedToEnd: () => new Promise(() => undefined),
      env: {
        KEREGE_NODE_ID: 'kz',
        KEREGE_NODE_KIND: 'national',
        KEREGE_PROFILE: 'kz',
        KEREGE_PUBLIC_URL: 'http://localhost:4999',
        KEREGE_DATA: w.dataDir,
        KEREGE_DATABASE_OWNER: ownerUrl,
        KEREGE_DATABASE_SERVER: serverUrl,
        KEREGE_DATABASE_AUTH: authUrl,
        KEREGE_DATABASE_JOBS: jobsUrl,
      },
    })
    expect(code).toBe(0)
    const lines = out.join('').split('\n')
    for (const { verdict, text, code: about } of (await seen()).findings) {
      // Of these the numbers move from one look to the next.
      const begins = ['clock', 'log', 'storage', 'space'].includes(about) ? text.slice(0, 12) : text
      expect(
        lines.some(line => line.startsWith(`${verdict.padEnd(10)}${begins}`)),
        text,
      ).toBe(true)
    }
  })
})
