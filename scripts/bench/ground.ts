/** The database of the benchmark: 200,000 invented people and the accounts that ask for them. Kept between runs. */
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { keyVersion } from '@kerege/contract/names/index'
import pg from 'pg'
import { copyRows } from '../../packages/server/src/demo/copy.ts'
import { type BenchFamily, benchGround, generateFamilies } from '../../packages/server/src/demo/bench.ts'
import { copyPeople, copyRelations } from '../../packages/server/src/demo/tables.ts'
import { type Engine, startEngine } from '../../packages/server/src/platform/engine.ts'
import { newId } from '../../packages/server/src/platform/ids.ts'
import { type DatabaseUrls, provisionNode } from '../../packages/server/src/platform/provision.ts'
import { readMigrations } from '../../packages/server/src/platform/migrate.ts'
import { prepareDatabase } from '../../packages/server/src/setup.ts'
import { openAuthPool, openSignIn } from '../../packages/server/src/slices/access/index.ts'
import { deriveKeys, masterKey } from '../../packages/server/src/platform/masterKey.ts'

export interface Ground {
  engine: Engine
  urls: DatabaseUrls
  dataDir: string
  /** Session cookies: case managers with a caseload each, supervisors and coordinators. */
  workers: string[]
  coordinators: string[]
  /** Leads an operation. */
  lead: string
}

const folder = join(import.meta.dirname, '../../.cache/bench')
const portion = 4000

/** @param size how many people at the least */
export async function openGround(size: number, say: (line: string) => void): Promise<Ground> {
  const stamp = JSON.stringify([size, (await readMigrations()).map(one => one.checksum)])
  const made = await readFile(join(folder, 'stamp'), 'utf8').catch(() => '')
  if (made !== stamp) await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const engine = await startEngine(join(folder, 'engine'))
  const urls = await provisionNode(engine.adminUrl, 'kerege_bench')
  await prepareDatabase(urls, { id: 'kz', kind: 'national', demo: false })
  const ground = { engine, urls, dataDir: folder }
  if (!existsSync(join(folder, 'stamp'))) {
    say(`Filling ${size} people, once.`)
    await fill(urls, size, say)
    await writeFile(join(folder, 'stamp'), stamp)
  }
  return { ...ground, ...(await openSessions(ground)) }
}

async function fill(urls: DatabaseUrls, size: number, say: (line: string) => void) {
  const client = new pg.Client({ connectionString: urls.ownerUrl })
  await client.connect()
  const today = new Date().toISOString().slice(0, 10)
  const ground = benchGround('bench', today)
  try {
    await copyRows(
      client,
      'access.agencies',
      ['id', 'name', 'kind'],
      ground.agencies.map(one => [one.id, one.name, one.kind]),
    )
    await copyRows(
      client,
      'access.teams',
      ['id', 'agency_id', 'name'],
      ground.teams.map(one => [one.id, one.agencyId, one.name]),
    )
    let waiting: BenchFamily[] = []
    let count = 0
    const write = async () => {
      await client.query('begin')
      await copyPeople(
        client,
        waiting.flatMap(family => family.people),
        waiting.map(family => family.household),
      )
      await copyRelations(
        client,
        waiting.flatMap(family => family.relations),
      )
      await client.query('commit')
      waiting = []
    }
    let inPortion = 0
    for (const family of generateFamilies('bench', size, today, ground)) {
      waiting.push(family)
      inPortion += family.people.length
      if (inPortion < portion) continue
      count += inPortion
      inPortion = 0
      await write()
      if (count % 40_000 < portion) say(`${count} people`)
    }
    await write()
    await openCases(client)
    await lookAtNeeds(client)
    await client.query('select people.count_words()')
    // Of a node in daily use: its register was compared with itself after the last upgrade.
    await client.query('update people.compare_state set version = $1, reached = null', [keyVersion])
    await client.query('vacuum analyze')
  } finally {
    await client.end()
  }
}

/** A case for everybody, spread over two years and the states of today; who works on them is said with the sessions. */
async function openCases(client: pg.Client) {
  const account = newId()
  await client.query(
    "insert into access.accounts (id, user_id, email, name, language, state) values ($1::uuid, $1::text, 'cases@example.org', 'Bench', 'en', 'active')",
    [account],
  )
  // What the triggers would derive of each step is written as it would be.
  await client.query('alter table cases.steps disable trigger user')
  await client.query(
    `insert into cases.cases (id, person_id, number, episode, state, state_since, household_id, agency_id, team_id, opened_by,
       opened_at, updated_at)
     select gen_random_uuid(), p.id, row_number() over (order by p.id), 1,
       case when hashtext(p.id::text) % 10 = 0 then 'arrived' else 'intake' end, p.created_at, m.household_id, p.agency_id,
       p.team_id, $1, p.created_at, p.created_at
     from people.persons p left join people.household_members m on m.person_id = p.id and m.valid_to is null`,
    [account],
  )
  await client.query(
    `insert into cases.steps (id, case_id, number, from_state, to_state, at, actor_id)
     select gen_random_uuid(), c.id, n, case n when 2 then 'arrived' end,
       case n when 1 then 'arrived' else 'intake' end, c.opened_at, $1
     from cases.cases c cross join generate_series(1, 2) n where n = 1 or c.state = 'intake'`,
    [account],
  )
  await client.query('alter table cases.steps enable trigger user')
  await client.query(`select setval('cases.numbers', (select max(number) from cases.cases))`)
}

/** A finished look at the needs of everybody, five domains each. */
async function lookAtNeeds(client: pg.Client) {
  await client.query(
    `insert into assessments.assessments (id, person_id, case_id, instrument, instrument_version, compartment, about, language, taken_on,
       account_id, started_at, updated_at, state, answers, finished_at)
     select gen_random_uuid(), c.person_id, c.id, 'needs', '1', 'contact', 'child', 'kk', c.opened_at::date, c.opened_by, c.opened_at, c.opened_at,
       'finished', '{}', c.opened_at from cases.cases c`,
  )
  await client.query(
    `insert into assessments.levels (assessment_id, person_id, domain, compartment, level, reason)
     select a.id, a.person_id, d.domain, d.compartment, 1 + abs(hashtext(a.id::text || d.domain)) % 4, 'bench'
     from assessments.assessments a cross join (values ('safety', 'protection'), ('family', 'kinship'), ('papers', 'identity'),
       ('health', 'health'), ('education', 'education')) as d (domain, compartment)`,
  )
}

async function openSessions({ urls, dataDir }: { urls: DatabaseUrls; dataDir: string }) {
  const client = new pg.Client({ connectionString: urls.ownerUrl })
  const pool = openAuthPool(urls.authUrl, 2)
  await client.connect()
  try {
    const keys = deriveKeys(await masterKey(join(dataDir, 'master.key')))
    const signIn = openSignIn({
      pool,
      secrets: keys.auth,
      hashes: keys.hashes,
      baseUrl: 'http://127.0.0.1',
      nodeId: 'kz',
      absoluteHours: 12,
    })
    const teams = (
      await client.query<{ id: string; agency_id: string }>(
        'select id, agency_id from access.teams order by id',
      )
    ).rows
    const open = async (role: string, at: number) => {
      const team = teams[at % teams.length]
      const accountId = newId()
      const hatId = newId()
      const token = randomBytes(24).toString('hex')
      await client.query(
        "insert into access.accounts (id, user_id, email, name, language, state) values ($1::uuid, $1::text, $2, 'Bench', 'en', 'active')",
        [accountId, `${accountId}@example.org`],
      )
      await client.query(
        'insert into access.hats (id, account_id, role, agency_id, team_id) values ($1, $2, $3, $4, $5)',
        [hatId, accountId, role, team?.agency_id, team?.id],
      )
      await client.query(
        `insert into access.sessions (id, token_hash, account_id, hat_id, device, opened_by, created_at, last_seen_at, expires_at, fresh_at)
         values ($1, sha256(convert_to($2, 'utf8')), $3, $4, 'bench', 'second-factor', now(), now(), now() + interval '12 hours',
                 now() + interval '12 hours')`,
        [newId(), token, accountId, hatId],
      )
      // A caseload: a hundred people of the team, granted as own work.
      if (role === 'caseManager') {
        await client.query(
          `insert into access.grants (id, account_id, subject_id, kind) select gen_random_uuid(), $1, id, 'own'
             from (select id from people.persons where team_id = $2 order by id offset $3 limit 100) p`,
          [accountId, team?.id, (at % 3) * 100],
        )
        await client.query(
          `update cases.cases set worker_id = $1
            where person_id in (select g.subject_id from access.grants g where g.account_id = $1)`,
          [accountId],
        )
      }
      return signIn.cookieFor(token).split(';')[0] ?? ''
    }
    const workers: string[] = []
    for (let at = 0; at < 50; at++) workers.push(await open('caseManager', at))
    const coordinators: string[] = []
    for (let at = 0; at < 10; at++) coordinators.push(await open('nationalCoordinator', at))
    const lead = await open('operationLead', 0)
    await client.query('analyze access.grants, cases.cases')
    return { workers, coordinators, lead }
  } finally {
    await pool.end()
    await client.end()
  }
}
