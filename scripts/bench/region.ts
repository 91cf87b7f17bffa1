/** Start time and memory of the region in a box, as a newcomer meets it: a new folder, the web app built already. */
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'

const root = join(import.meta.dirname, '../..')

export async function measureRegion(say: (line: string) => void) {
  const folder = await mkdtemp(join(tmpdir(), 'kerege-bench-region-'))
  const began = performance.now()
  const child = spawn(process.execPath, [join(root, 'scripts/kerege.mjs'), 'demo', '--port', '4920'], {
    env: { ...process.env, KEREGE_DATA: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let out = ''
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString()
  })
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString()
  })
  try {
    const url = await until(() => /hub\s+(http:\S+)/.exec(out)?.[1], 120_000)
    await until(async () => (await fetch(url).catch(() => null))?.ok, 30_000)
    const firstPage = performance.now() - began
    await until(() => errors.includes('Everything is in place'), 300_000)
    const filled = performance.now() - began
    await pause(5000)
    const memory = await memoryOf(child.pid ?? 0)
    say(
      `region: first page ${(firstPage / 1000).toFixed(1)} s, filled ${(filled / 1000).toFixed(1)} s, ${memory} MB`,
    )
    return [
      {
        what: 'region: start to the first page',
        figure: `${(firstPage / 1000).toFixed(1)} s`,
        budget: '10 s',
      },
      { what: 'region: everything filled', figure: `${(filled / 1000).toFixed(1)} s`, budget: '' },
      { what: 'region: memory in all, PostgreSQL included', figure: `${memory} MB`, budget: '1500 MB' },
    ]
  } finally {
    child.kill('SIGTERM')
    await new Promise(done => child.once('exit', done))
    await rm(folder, { recursive: true, force: true })
  }
}

async function until<T>(ask: () => T | Promise<T>, patienceMs: number): Promise<NonNullable<T>> {
  const end = performance.now() + patienceMs
  while (performance.now() < end) {
    const answer = await ask()
    if (answer) return answer
    await pause(50)
  }
  throw new Error('The region did not come up in time.')
}

/** Proportional share of the process and all it started, so that memory shared by PostgreSQL's processes counts once. */
async function memoryOf(pid: number): Promise<number> {
  let total = 0
  for (const one of await tree(pid)) {
    const rollup = await readFile(`/proc/${one}/smaps_rollup`, 'utf8').catch(() => '')
    total += Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0)
  }
  return Math.round(total / 1024)
}

async function tree(pid: number): Promise<number[]> {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '')
  const below = await Promise.all(
    children
      .trim()
      .split(/\s+/)
      .filter(Boolean)
      .map(child => tree(Number(child))),
  )
  return [pid, ...below.flat()]
}
