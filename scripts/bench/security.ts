/**
 * What security costs, each time beside the same without it, in turns, so that a drifting machine drifts for both: the entry in the log, the
 * sealed history of a save, opening what is sealed, a sign-in and a proof before a grave act.
 */
import { randomBytes } from 'node:crypto'
import { performance } from 'node:perf_hooks'
import { getSession, passSecondFactor } from '@kerege/contract/access/routes'
import { prove } from '@kerege/contract/access/proofRoutes'
import pg from 'pg'
import { buildNode } from '../../packages/server/src/main.ts'
import { newId } from '../../packages/server/src/platform/ids.ts'
import { openLog } from '../../packages/server/src/platform/log.ts'
import { nodeFacts } from '../../packages/server/src/platform/profile.ts'
import { hashPassword } from '../../packages/server/src/slices/access/passwordHash.ts'
import {
  type Browser,
  browser,
  enrol,
  password,
} from '../../packages/server/src/slices/access/testing/browser.ts'
import { openValue, sealValue } from '../../packages/server/src/slices/audit/index.ts'
import type { Ground } from './ground.ts'

interface Row {
  what: string
  figure: string
  budget: string
}

const median = (numbers: number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

/** Milliseconds. */
async function timed(work: () => unknown): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/** Both in turns, the first round for warming up. @returns medians in milliseconds, and how much longer the one takes */
async function beside(rounds: number, ours: () => unknown, plain: () => unknown) {
  const [with_, without, ratios]: [number[], number[], number[]] = [[], [], []]
  for (let round = 0; round <= rounds; round += 1) {
    const [one, other] = [await timed(ours), await timed(plain)]
    if (round === 0) continue
    with_.push(one)
    without.push(other)
    ratios.push(one / other)
  }
  return { with: median(with_), without: median(without), ratio: median(ratios) }
}

export async function measureSecurity(ground: Ground, quick: boolean, say: (line: string) => void) {
  const rounds = quick ? 5 : 15
  const raw: Record<string, unknown> = {}
  const rows: Row[] = []
  const tell = (what: string, found: Awaited<ReturnType<typeof beside>>, per: number) => {
    raw[what] = found
    const each = (ms: number) => `${((ms * 1000) / per).toFixed(0)}`
    const figure = `${found.ratio.toFixed(2)} times (${each(found.with)} / ${each(found.without)} µs)`
    rows.push({ what, figure, budget: '' })
    say(`${what}: ${figure}`)
  }
  const client = new pg.Client({ connectionString: ground.urls.ownerUrl })
  await client.connect()
  try {
    const save = savesOf(client, await somePeople(client))
    tell(
      'save with its entry in the log, against without',
      await beside(
        rounds,
        () => save(true, false),
        () => save(false, false),
      ),
      50,
    )
    tell(
      'save with entry and sealed history, against neither',
      await beside(
        rounds,
        () => save(true, true),
        () => save(false, false),
      ),
      50,
    )
    const list = listsOf(client)
    tell(
      'list of 50 with its entry in the log, against without',
      await beside(
        rounds,
        () => list(true),
        () => list(false),
      ),
      50,
    )
    const { sealed, plain } = values()
    tell('opening a sealed value, against reading a plain one', await beside(rounds, sealed, plain), 1000)
  } finally {
    await client.end()
  }
  rows.push(...(await doorRows(ground, quick ? 5 : 9, raw, say)))
  return { rows, raw: { security: raw } }
}

async function somePeople(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>('select id from people.persons order by id limit 50')
  return rows.map(row => row.id)
}

const entry = `insert into audit.entries (id, at, request_id, action, outcome, subjects, seals, salt)
  values ($1, now(), 'bench', 'person.changed', 'done', $2, $3, $4)`

/** Fifty saves, a transaction each: a section of a person, as the node writes it. */
function savesOf(client: pg.Client, people: readonly string[]) {
  const key = randomBytes(32)
  return async (logged: boolean, sealed: boolean) => {
    for (const person of people) {
      const [id, change] = [newId(), [{ field: 'contacts', before: person, after: 'another number' }]]
      const value = sealed ? sealValue(key, id, change) : null
      await client.query('begin')
      await client.query({
        name: 'save',
        text: 'update people.persons set updated_at = now() where id = $1',
        values: [person],
      })
      if (logged)
        await client.query({
          name: 'entry',
          text: entry,
          values: [id, [person], value ? [value.hash] : [], randomBytes(16)],
        })
      if (value)
        await client.query({
          name: 'history',
          text: `insert into audit.history (id, entry_id, person_id, subject_id, compartment, kind, version, at, fields, sealed, seal)
            values ($1, $1, $2, $2, 'contact', 'updated', 1, now(), '{contacts}', $3, $4)`,
          values: [id, person, value.sealed, value.hash],
        })
      await client.query('commit')
    }
  }
}

/** Fifty lists, a transaction each. */
function listsOf(client: pg.Client) {
  return async (logged: boolean) => {
    for (let count = 0; count < 50; count += 1) {
      await client.query('begin')
      const { rows } = await client.query<{ id: string }>({
        name: 'list',
        text: 'select id, label, sex, birth, area_code, updated_at, sort_key from people.persons order by sort_key, id limit 50',
      })
      const ids = rows.map(row => row.id)
      if (logged)
        await client.query({ name: 'entry', text: entry, values: [newId(), ids, [], randomBytes(16)] })
      await client.query('commit')
    }
  }
}

/** A thousand values as a history has them. */
function values() {
  const key = randomBytes(32)
  const all = Array.from({ length: 1000 }, (_, at) => {
    const [id, value] = [newId(), [{ field: 'contacts', before: null, after: `+7 700 000 ${1000 + at}` }]]
    return { id, sealed: sealValue(key, id, value).sealed, text: Buffer.from(JSON.stringify(value)) }
  })
  return {
    sealed: () => all.map(one => openValue(key, one.id, one.sealed)),
    plain: () => all.map(one => JSON.parse(one.text.toString()) as unknown),
  }
}

/** Signing in by password and code, and a proof, through the node; beside a question that costs next to nothing. */
async function doorRows(
  ground: Ground,
  times: number,
  raw: Record<string, unknown>,
  say: (line: string) => void,
) {
  const running = await buildNode({
    info: {
      ...{ id: 'kz', kind: 'national', demo: false, languages: ['en'], timeZone: 'Asia/Almaty' },
      name: { en: { text: 'Bench', state: 'checked' } },
    },
    profile: nodeFacts({ id: 'kz', kind: 'national', profile: 'kz' }, false).profile,
    baseUrl: 'http://127.0.0.1',
    urls: ground.urls,
    dataDir: ground.dataDir,
    log: openLog({ requests: false }),
    sequencerEveryMs: 3_600_000,
    background: false,
  })
  try {
    const who = await newcomer(ground, running.signIn)
    const app = await enrol(browser(running), who)
    const codes = [...app.recoveryCodes]
    const at = browser(running)
    const signIn = async () => {
      await at.signIn(who.email, password)
      await proof(at, passSecondFactor, codes)
    }
    const found = {
      hash: await medianOf(times, () => hashPassword(password)),
      signIn: await medianOf(3, signIn),
      proof: await medianOf(3, () => proof(at, prove, codes)),
      question: await medianOf(times * 4, () => at.call(getSession, {})),
    }
    raw['door'] = found
    const ratio = (ms: number) => `${ms.toFixed(0)} ms, ${(ms / found.question).toFixed(0)} times a question`
    const rows: Row[] = [
      { what: 'hashing a password (argon2id)', figure: `${found.hash.toFixed(0)} ms`, budget: '' },
      { what: 'signing in by password and code', figure: ratio(found.signIn), budget: '' },
      { what: 'a proof before a grave act (step-up)', figure: ratio(found.proof), budget: '' },
      { what: 'a question of a session that is open', figure: `${found.question.toFixed(1)} ms`, budget: '' },
    ]
    for (const { what, figure } of rows) say(`${what}: ${figure}`)
    return rows
  } finally {
    await running.stop()
  }
}

async function medianOf(times: number, work: () => unknown): Promise<number> {
  await work()
  const found: number[] = []
  for (let count = 0; count < times; count += 1) found.push(await timed(work))
  return median(found)
}

/** Recovery codes, since a code of an authenticator is good once in half a minute. */
async function proof(at: Browser, way: typeof prove | typeof passSecondFactor, codes: string[]) {
  const { status } = await at.call(way, { body: { kind: 'recovery', code: codes.pop() ?? '' } })
  if (status >= 300) throw new Error(`A proof was answered with ${status}.`)
}

async function newcomer({ urls }: Ground, signIn: Awaited<ReturnType<typeof buildNode>>['signIn']) {
  const [accountId, name] = [newId(), 'Bench']
  const email = `${accountId}@example.org`
  const userId = await signIn.createUser(email, name)
  await signIn.setPassword(userId, password)
  const client = new pg.Client({ connectionString: urls.ownerUrl })
  await client.connect()
  await client.query(
    `insert into access.accounts (id, user_id, email, name, language, state) values ($1, $2, $3, $4, 'en', 'active')`,
    [accountId, userId, email, name],
  )
  await client.query(
    `insert into access.hats (id, account_id, role, agency_id) select $1, $2, 'supervisor', id from access.agencies order by id limit 1`,
    [newId(), accountId],
  )
  await client.end()
  return { accountId, userId, email, name }
}
