/**
 * A node in a test: built in process on a database of its own, with agencies, teams and accounts that a test asks for.
 * Hides every call that a refactoring might change; a test states only what matters to it.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { call, type CallOptions } from '@kerege/contract/client'
import type { NodeInfo } from '@kerege/contract/access/schema'
import type { RoleName } from '@kerege/contract/access/roles'
import { DomainError } from '@kerege/contract/errors'
import type { Input, Output, Route } from '@kerege/contract/route'
import pg from 'pg'
import { onTestFinished } from 'vitest'
import { doneWith, type TestDatabase, testDatabase } from '../../../../tests/support/database.ts'
import { buildNode, type NodeOptions, type RunningNode, startNode } from '../main.ts'
import { newId } from '../platform/ids.ts'
import { type Log, openLog } from '../platform/log.ts'
import { MailError } from '../platform/mail.ts'
import { nodeFacts } from '../platform/profile.ts'

export interface Somebody {
  accountId: string
  email: string
  name: string
  role: RoleName
  agencyId: string
  teamId: string
  cookie: string
}

export interface Reply<T> {
  status: number
  body: T
  etag: string | undefined
}

/** Where the nodes of tests stand. */
export const testZone = 'Asia/Almaty'

const info = (kind: 'national' | 'hub'): NodeInfo => ({
  id: 'kz',
  kind,
  ...(kind === 'national' ? { country: 'KZ' } : {}),
  name: { en: { text: 'Test node', state: 'checked' } },
  demo: false,
  languages: ['en', 'ru', 'kk'],
  timeZone: testZone,
})

export type World = Awaited<ReturnType<typeof world>>

/** The operator's log withholds messages; a test that hits a bug wants to read it. */
function tellingLog(logged: string[]): Log {
  const log = openLog({ write: line => logged.push(line) })
  return {
    ...log,
    error(event, thrown, fields) {
      log.error(event, thrown, fields)
      // A world without a mail server is no bug.
      if (!(thrown instanceof MailError && thrown.code === 'no-mail-server')) console.error(event, thrown)
    },
  }
}

/** One node for a test file; `close` ends it. */
export async function world(
  options: {
    kind?: 'national' | 'hub'
    now?: () => Date
    mail?: { url: string; from: string }
    mailIn?: NodeOptions['mailIn']
    background?: boolean
    pace?: number
    demo?: boolean
    trustedProxies?: readonly string[]
    liveEveryMs?: number
    hub?: NodeOptions['hub']
    hubFetcher?: typeof fetch
    memberNodes?: NodeOptions['memberNodes']
    scanner?: string
    objectStore?: NodeOptions['objectStore']
    telemetry?: string
    singleSignOn?: NodeOptions['singleSignOn']
    /** Listens for a browser, with the built web app. */
    listen?: { port: number; webDir: string }
  } = {},
) {
  const kind = options.kind ?? 'national'
  const database: TestDatabase = await testDatabase({ kind, ...(options.demo ? { demo: true } : {}) })
  const dataDir = await mkdtemp(join(tmpdir(), 'kerege-world-'))
  const logged: string[] = []
  const { listen } = options
  const port = listen?.port ?? 4999
  const nodeOptions: NodeOptions = {
    info: { ...info(kind), demo: options.demo ?? false },
    profile: nodeFacts({ id: 'kz', kind, profile: kind === 'hub' ? 'hub' : 'kz' }, false).profile,
    baseUrl: `http://localhost:${port}`,
    urls: database,
    dataDir,
    log: tellingLog(logged),
    sequencerEveryMs: 3_600_000,
    background: options.background ?? false,
    ...(options.hub ? { hub: options.hub } : {}),
    ...(options.hubFetcher ? { hubFetcher: options.hubFetcher } : {}),
    ...(options.memberNodes ? { memberNodes: options.memberNodes } : {}),
    ...(options.telemetry ? { telemetry: options.telemetry } : {}),
    ...(options.objectStore ? { objectStore: options.objectStore } : {}),
    ...(options.scanner ? { scanner: options.scanner } : {}),
    ...(options.singleSignOn ? { singleSignOn: options.singleSignOn } : {}),
    ...(options.pace ? { pace: options.pace } : {}),
    ...(options.now ? { now: options.now } : {}),
    ...(options.trustedProxies ? { trustedProxies: options.trustedProxies } : {}),
    ...(options.mail ? { mail: options.mail } : {}),
    ...(options.mailIn ? { mailIn: options.mailIn } : {}),
    ...(options.liveEveryMs ? { liveEveryMs: options.liveEveryMs } : {}),
    ...(listen ? { webDir: listen.webDir } : {}),
  }
  const running: RunningNode = listen
    ? await startNode({ ...nodeOptions, host: '127.0.0.1', port })
    : await buildNode(nodeOptions)
  const admin = new pg.Client({ connectionString: database.adminUrl })
  await admin.connect()
  const agencyId = newId()
  const teamId = newId()
  await admin.query(`insert into access.agencies (id, name, kind) values ($1, $2, 'state')`, [
    agencyId,
    JSON.stringify({ en: { text: 'Family centre', state: 'checked' } }),
  ])
  await admin.query('insert into access.teams (id, agency_id, name) values ($1, $2, $3)', [
    teamId,
    agencyId,
    'North team',
  ])
  await admin.query(
    `insert into access.areas (code, parent, name, invented) values
       ('KZ-75', null, '{"en":{"text":"Almaty","state":"checked"}}', false),
       ('KZ-75.demo-01', 'KZ-75', '{"en":{"text":"Spring district","state":"checked"}}', true),
       ('KZ-71', null, '{"en":{"text":"Astana","state":"checked"}}', false)
     on conflict do nothing`,
  )

  const raw = (path: string, init: RequestInit = {}, who?: Somebody) =>
    Promise.resolve(
      running.app.request(path, {
        ...init,
        headers: {
          'x-kerege': '1',
          ...(who ? { cookie: who.cookie } : {}),
          ...(init.headers as Record<string, string> | undefined),
        },
      }),
    )

  /** Signed in with a second factor and fresh for an hour, wearing one hat; the door itself has tests of its own. */
  async function somebody(
    role: RoleName,
    at: { agencyId?: string; teamId?: string; areas?: string[]; name?: string } = {},
  ): Promise<Somebody> {
    const accountId = newId()
    const email = `${accountId}@example.org`
    const name = at.name ?? `${role} ${accountId.slice(-4)}`
    const userId = await running.signIn.createUser(email, name)
    const agency = at.agencyId ?? agencyId
    const team = at.teamId ?? (agency === agencyId ? teamId : null)
    await admin.query(
      `insert into access.accounts (id, user_id, email, name, language, state) values ($1, $2, $3, $4, 'en', 'active')`,
      [accountId, userId, email, name],
    )
    const hatId = newId()
    await admin.query(
      'insert into access.hats (id, account_id, role, agency_id, team_id, areas) values ($1, $2, $3, $4, $5, $6)',
      [hatId, accountId, role, agency, team, at.areas ?? []],
    )
    const { token, cookie } = await running.signIn.openWithoutPassword(userId)
    await admin.query(
      `insert into access.sessions (id, token_hash, account_id, hat_id, device, opened_by, created_at, last_seen_at, expires_at, fresh_at)
       values ($1, sha256(convert_to($2, 'utf8')), $3, $4, 'test', 'second-factor', now(), now(), now() + interval '1 hour',
               now() + interval '1 hour')`,
      [newId(), token, accountId, hatId],
    )
    return {
      accountId,
      email,
      name,
      role,
      agencyId: agency,
      teamId: team ?? '',
      cookie: cookie.split(';')[0] ?? '',
    }
  }

  /** Calls a route as somebody; trouble comes back as an answer with its status and problem, never as a throw. */
  const as =
    (who: Somebody | null) =>
    async <R extends Route>(
      route: R,
      input: Input<R>,
      options: CallOptions = {},
    ): Promise<Reply<Output<R> & { code?: string }>> => {
      const fetcher = async (url: string, init: RequestInit) => raw(url, init, who ?? undefined)
      try {
        return (await call(fetcher, route, input, options)) as Reply<Output<R> & { code?: string }>
      } catch (error) {
        if (!(error instanceof DomainError)) throw error
        // The problem document, as the client received it.
        return {
          status: Number(error.details['status'] ?? 0),
          body: { ...error.details, code: error.code } as unknown as Output<R> & { code?: string },
          etag: undefined,
        }
      }
    }

  async function agency(): Promise<{ agencyId: string; teamId: string }> {
    const made = { agencyId: newId(), teamId: newId() }
    await admin.query(`insert into access.agencies (id, name, kind) values ($1, $2, 'state')`, [
      made.agencyId,
      JSON.stringify({ en: { text: 'Other centre', state: 'checked' } }),
    ])
    await admin.query('insert into access.teams (id, agency_id, name) values ($1, $2, $3)', [
      made.teamId,
      made.agencyId,
      'Other team',
    ])
    return made
  }

  /** `own`, `task` or `sitting`: as the slice of the work would write it. */
  const grant = (who: Somebody, subjectId: string, kind: 'own' | 'task' | 'sitting', until?: Date) =>
    admin.query(
      "insert into access.grants (id, account_id, subject_id, kind, valid_from, valid_to) values ($1, $2, $3, $4, now() - interval '1 minute', $5)",
      [newId(), who.accountId, subjectId, kind, until ?? null],
    )

  /** Another process of the same node, as far as one process can be two: the same database and folder, and nothing else in common. */
  const twins: RunningNode[] = []
  async function twin(): Promise<RunningNode> {
    const made = await buildNode(nodeOptions)
    twins.push(made)
    return made
  }

  async function close() {
    await admin.end()
    for (const one of twins) await one.stop()
    await running.stop()
    await rm(dataDir, { recursive: true, force: true })
    await doneWith(database)
  }

  return {
    running,
    database,
    admin,
    agencyId,
    teamId,
    dataDir,
    logged,
    raw,
    somebody,
    as,
    agency,
    grant,
    twin,
    close,
  }
}

/** A world that ends with the test that made it. */
export async function worldOfTest(options: Parameters<typeof world>[0] = {}): Promise<World> {
  const made = await world(options)
  onTestFinished(() => made.close())
  return made
}
