/** The embedded engine as a whole: real programs, real files, real processes. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { access, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import { attachEngine, type Engine, startEngine } from './engine.ts'

const patience = 60_000
const folders: string[] = []
const engines: Engine[] = []

async function emptyFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'kerege-engine-test-'))
  folders.push(folder)
  return folder
}

async function start(...args: Parameters<typeof startEngine>) {
  const engine = await startEngine(...args)
  engines.push(engine)
  return engine
}

afterAll(async () => {
  for (const engine of engines) await engine.stop()
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
}, patience)

async function ask(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows[0]
  } finally {
    await client.end()
  }
}

/** A cluster that was not made by us. */
async function foreign(version: string) {
  const folder = await emptyFolder()
  await mkdir(join(folder, 'postgres-18'), { mode: 0o700 })
  await writeFile(join(folder, 'postgres-18/PG_VERSION'), `${version}\n`)
  return folder
}

const isGone = (path: string) =>
  access(path).then(
    () => false,
    () => true,
  )

describe('an engine refuses', { timeout: patience }, () => {
  test('data whose password is missing', async () => {
    await expect(start(await foreign('18'))).rejects.toThrow(/password is missing/)
  })

  test('data of another version, with the reason of PostgreSQL itself', async () => {
    const folder = await foreign('17')
    await writeFile(join(folder, 'postgres-18/postgresql.conf'), '')
    await writeFile(join(folder, 'postgres-18.password'), 'secret\n')
    await expect(start(folder)).rejects.toThrow(/did not start: .*incompatible/)
  })

  test('whoever does not know the password', async () => {
    const engine = await start(await emptyFolder())
    const stranger = new URL(engine.adminUrl)
    stranger.password = 'guessed'
    await expect(ask(stranger.toString(), 'select 1')).rejects.toThrow(/password authentication failed/)
    await engine.stop()
  })
})

describe('an engine', { timeout: patience }, () => {
  test('is not there before its first start, and looking does not start it', async () => {
    expect(await attachEngine(await emptyFolder())).toBeUndefined()
  })

  test('keeps its rows from one start to the next', async () => {
    const folder = await emptyFolder()
    const first = await start(folder)
    expect(first).toMatchObject({ attached: false, owned: true })
    await ask(first.adminUrl, 'create table kept as select 42 as answer')
    await first.stop()
    await expect(ask(first.adminUrl, 'select 1')).rejects.toThrow()

    const second = await start(folder)
    expect(await ask(second.adminUrl, 'select answer from kept')).toEqual({ answer: 42 })
    await second.stop()
    await second.stop()
  })

  test('serves a guest, who leaves it running', async () => {
    const folder = await emptyFolder()
    const owner = await start(folder)
    const guest = await start(folder)
    expect(guest).toMatchObject({ attached: true, owned: false, adminUrl: owner.adminUrl })
    await guest.stop()
    expect(await ask(owner.adminUrl, 'select 1 as one')).toEqual({ one: 1 })
    await owner.stop()
    expect(await attachEngine(folder)).toBeUndefined()
  })

  test('tells when PostgreSQL ends by itself, and not when it is asked to', async () => {
    const folder = await emptyFolder()
    const engine = await start(folder)
    const told: string[] = []
    void engine.lost.then(() => told.push('lost'))
    process.kill(
      Number((await readFile(join(folder, 'postgres-18/postmaster.pid'), 'utf8')).split('\n')[0]),
      'SIGKILL',
    )
    await expect.poll(() => told, { timeout: 20_000 }).toEqual(['lost'])
    await engine.stop()

    const second = await start(folder)
    void second.lost.then(() => told.push('lost again'))
    await second.stop()
    expect(told).toEqual(['lost'])
  })

  test('is one, even when two start it at the same moment', async () => {
    const folder = await emptyFolder()
    const both = await Promise.all([start(folder), start(folder)])
    expect(both.map(engine => engine.owned).sort()).toEqual([false, true])
    expect(both[0].adminUrl).toBe(both[1].adminUrl)
    for (const engine of both) await engine.stop()
  })

  test('knows letters beyond Latin, in every database', async () => {
    const engine = await start(await emptyFolder())
    await ask(engine.adminUrl, 'create database another')
    const another = new URL(engine.adminUrl)
    another.pathname = '/another'
    await ask(another.toString(), 'create extension pg_trgm')
    expect(
      await ask(another.toString(), "select upper('қәғңӣҷ') as upper, 'ә' similar to '\\w' as letter"),
    ).toEqual({
      upper: 'ҚӘҒҢӢҶ',
      letter: true,
    })
    expect((await ask(another.toString(), "select show_trgm('Әсел') as found"))?.found).not.toEqual([])
    await engine.stop()
  })

  test('writes down neither its password nor what statements carried', async () => {
    const folder = await emptyFolder()
    const engine = await start(folder)
    await ask(engine.adminUrl, 'create table unique_names (name text primary key)')
    const add = () => ask(engine.adminUrl, "insert into unique_names values ('Invented Name')")
    await add()
    await expect(add()).rejects.toThrow(/duplicate/)
    await expect(ask(engine.adminUrl, "select 'Invented Name'::int")).rejects.toThrow(/invalid input/)
    await engine.stop()
    const log = await readFile(join(folder, 'postgres-18.log'), 'utf8')
    expect(log).toContain('ready to accept connections')
    expect(log).not.toContain('Invented')
    expect((await stat(join(folder, 'postgres-18.password'))).mode & 0o777).toBe(0o600)
  })

  test.each(['SIGTERM', 'SIGINT'] as const)('ends with a process that %s ends', async signal => {
    const folder = await emptyFolder()
    const script = `const { startEngine } = await import(${JSON.stringify(import.meta.resolve('./engine.ts'))})
      await startEngine(${JSON.stringify(folder)}); console.log('up'); setInterval(() => {}, 1000)`
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(child.stdout, 'data')
    child.kill(signal)
    await once(child, 'exit')
    await expect
      .poll(() => isGone(join(folder, 'postgres-18/postmaster.pid')), { timeout: 20_000 })
      .toBe(true)
  })

  // Containers give the same few process numbers again after every restart.
  test.runIf(process.platform === 'linux')('starts over a lock that names a stranger', async () => {
    const folder = await emptyFolder()
    await (await start(folder)).stop()
    const stranger = spawn('sleep', ['60'])
    await writeFile(
      join(folder, 'postgres-18/postmaster.pid'),
      `${stranger.pid}\n${join(folder, 'postgres-18')}\n1700000000\n1\n\n127.0.0.1\n\nready\n`,
    )
    const engine = await start(folder)
    expect(engine.attached).toBe(false)
    await engine.stop()
    stranger.kill()
  })
})

const works = (program: string, ...args: string[]) => spawnSync(program, [...args, 'true']).status === 0

describe.runIf(process.getuid?.() === 0)('as root an engine runs', { timeout: patience }, () => {
  const ways = {
    namespace: works('unshare', '--user', '--map-user=65534', '--map-group=65534'),
    capability: works('setpriv', '--reuid=65534', '--inh-caps=+dac_override', '--ambient-caps=+dac_override'),
    uid: true,
  }

  test.runIf(ways.namespace && ways.capability)('in each of three ways, on the same data', async () => {
    const folder = await emptyFolder()
    for (const way of ['namespace', 'uid', 'capability', 'namespace'] as const) {
      const engine = await start(folder, way)
      expect(await ask(engine.adminUrl, 'select 1 as one')).toEqual({ one: 1 })
      await engine.stop()
    }
  })

  test('as nobody, but not below a home that nobody may enter', async () => {
    const home = await emptyFolder()
    await expect(start(join(home, 'data'), 'uid')).rejects.toThrow(/no other user may enter/)
  })
})
