/**
 * What was acknowledged is there after the worst: the process and its PostgreSQL are killed amid writes, and the
 * next start attaches or recovers.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import { attachEngine, type Engine, startEngine } from '../packages/server/src/platform/engine.ts'

const patience = 120_000
const folders: string[] = []
const engines: Engine[] = []

async function emptyFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'kerege-kill-test-'))
  folders.push(folder)
  return folder
}

async function start(folder: string) {
  const engine = await startEngine(folder)
  engines.push(engine)
  return engine
}

afterAll(async () => {
  for (const engine of engines) await engine.stop()
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
}, patience)

/** Writes as fast as it can from several connections, and says each number after its commit was acknowledged. */
const writer = (folder: string) => `
  const { startEngine } = await import(${JSON.stringify(import.meta.resolve('../packages/server/src/platform/engine.ts'))})
  const { default: pg } = await import(${JSON.stringify(import.meta.resolve('pg'))})
  const engine = await startEngine(${JSON.stringify(folder)})
  const pool = new pg.Pool({ connectionString: engine.adminUrl, max: 4 })
  pool.on('error', () => {})
  await pool.query('create table if not exists written (number int primary key, filler text)')
  let next = 0
  const write = async () => {
    for (;;) {
      const number = ++next
      await pool.query('insert into written values ($1, repeat($2, 200))', [number, 'x'])
      process.stdout.write(number + '\\n')
    }
  }
  await Promise.all([write(), write(), write(), write()]).catch(() => {})
  setInterval(() => {}, 1000)
`

interface Writer {
  child: ChildProcess
  acknowledged: Set<number>
}

async function startWriter(folder: string): Promise<Writer> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', writer(folder)], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const acknowledged = new Set<number>()
  if (child.stdout)
    createInterface({ input: child.stdout }).on('line', text => acknowledged.add(Number(text)))
  await expect.poll(() => acknowledged.size, { timeout: 60_000 }).toBeGreaterThan(300)
  return { child, acknowledged }
}

async function kill(child: ChildProcess) {
  const ended = once(child, 'close')
  child.kill('SIGKILL')
  await ended
}

const postmasterOf = async (folder: string) =>
  Number((await readFile(join(folder, 'postgres-18/postmaster.pid'), 'utf8')).split('\n')[0])

async function written(engine: Engine) {
  const client = new pg.Client({ connectionString: engine.adminUrl })
  await client.connect()
  try {
    const found = await client.query<{ number: number }>('select number from written')
    return new Set(found.rows.map(row => row.number))
  } finally {
    await client.end()
  }
}

const lost = (acknowledged: Set<number>, found: Set<number>) =>
  [...acknowledged].filter(number => !found.has(number))

describe('after kill -9 amid writes', { timeout: patience }, () => {
  test('of the process alone, the next one attaches to its PostgreSQL and loses nothing', async () => {
    const folder = await emptyFolder()
    const { child, acknowledged } = await startWriter(folder)
    const postmaster = await postmasterOf(folder)
    await kill(child)

    const engine = await start(folder)
    expect(engine).toMatchObject({ attached: true, owned: true })
    expect(await postmasterOf(folder)).toBe(postmaster)
    expect(lost(acknowledged, await written(engine))).toEqual([])

    // It was inherited, so it ends with its new owner.
    await engine.stop()
    expect(await attachEngine(folder)).toBeUndefined()
  })

  test('of the process and its PostgreSQL, the next one recovers and loses nothing', async () => {
    const folder = await emptyFolder()
    const { child, acknowledged } = await startWriter(folder)
    process.kill(await postmasterOf(folder), 'SIGKILL')
    await kill(child)

    const engine = await start(folder)
    expect(engine).toMatchObject({ attached: false, owned: true })
    expect(lost(acknowledged, await written(engine))).toEqual([])
    await engine.stop()
  })

  test('of PostgreSQL three times over, nothing is lost in any of them', async () => {
    const folder = await emptyFolder()
    for (let round = 0; round < 3; round += 1) {
      const engine = await start(folder)
      const client = new pg.Client({ connectionString: engine.adminUrl })
      client.on('error', () => undefined)
      await client.connect()
      await client.query('create table if not exists rounds (round int primary key)')
      await client.query('insert into rounds values ($1)', [round])
      process.kill(await postmasterOf(folder), 'SIGKILL')
      await engine.stop()
      await client.end().catch(() => undefined)
    }
    const engine = await start(folder)
    const client = new pg.Client({ connectionString: engine.adminUrl })
    await client.connect()
    expect((await client.query('select round from rounds order by round')).rows).toHaveLength(3)
    await client.end()
    await engine.stop()
  })
})
