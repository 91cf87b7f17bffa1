/**
 * Checks, builds, tests, walks through the browser, and counts honestly: every check and every test is one, what
 * was not run is skipped and never passed, and a stage that says nothing has failed. The last line is the total.
 */
import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs'
import { constants, freemem, setPriority, tmpdir } from 'node:os'
import { delimiter, join, relative, resolve } from 'node:path'
import type { Outcome } from './check.ts'

interface Tally {
  passed: number
  failed: number
  skipped: number
  /** Seconds by file, and what went wrong, each once. */
  readonly files: { name: string; seconds: number }[]
  readonly trouble: string[]
  readonly notRun: string[]
}

/** As much of Vitest's JSON report as we count. */
interface Report {
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly startTime: number
    readonly endTime: number
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[]
  }[]
}

const root = resolve(import.meta.dirname, '..')
const reports = join(root, '.cache/test')
// Against a stage that hangs: a slow machine gets to its end.
const stageLimitMs = 20 * 60_000
// Every test file loads the server anew: stripped and compiled once, that is a second less of work for each.
const compileCache = join(root, '.cache/compile')

/** Bytes that nobody needs just now. */
function freeMemory(): number {
  // What Node calls free on Linux leaves out what the system gives back when it is asked.
  const available = existsSync('/proc/meminfo')
    ? /^MemAvailable:\s+(\d+) kB$/m.exec(readFileSync('/proc/meminfo', 'utf8'))?.[1]
    : undefined
  return available === undefined ? freemem() : Number(available) * 1024
}

/**
 * Where tests keep databases, regions and browsers for minutes: in memory, where the machine has a disk there with room. A copy of a
 * database is a thousand files, and those who wait for them are everybody.
 */
function roomForTests(): string {
  const inMemory = '/dev/shm'
  const [leastOnDisk, leastInMemory] = [4e9, 8e9]
  try {
    const { bavail, bsize } = statfsSync(inMemory)
    if (bavail * bsize < leastOnDisk || freeMemory() < leastInMemory) return tmpdir()
    const made = mkdtempSync(join(inMemory, 'kerege-tests-'))
    // Where we are root PostgreSQL is somebody else, who goes through it.
    chmodSync(made, 0o711)
    return made
  } catch {
    // No such disk here, or not for us.
    return tmpdir()
  }
}
const room = roomForTests()
// What the compilers of the checks take on top of the tests, with room to spare.
const besideTests = freeMemory() >= 12e9
// Nothing of it outlives us, however we are ended.
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const) {
  process.once(signal, () => process.exit(code))
}
process.on('exit', () => {
  if (room !== tmpdir()) rmSync(room, { recursive: true, force: true })
})

const total: Tally = { passed: 0, failed: 0, skipped: 0, files: [], trouble: [], notRun: [] }

/** Runs a program to its end, or to the limit; our tools and our Node come first. */
const run = (...command: readonly string[]) => start(command)
/** The same of one that takes what others leave of the processors, and is printed under its name when it has ended. */
const runAside = (name: string, ...command: readonly string[]) => start(command, name)

function start(command: readonly string[], aside?: string): Promise<boolean> {
  const [program = '', ...args] = command
  const bin = join(root, 'node_modules/.bin')
  return new Promise(done => {
    const child = spawn(program, args, {
      cwd: root,
      stdio: aside !== undefined ? ['inherit', 'pipe', 'pipe'] : 'inherit',
      env: {
        NODE_COMPILE_CACHE: compileCache,
        ...process.env,
        TMPDIR: room,
        PATH: `${bin}${delimiter}${process.env.PATH}`,
      },
      shell: process.platform === 'win32',
    })
    const said: Buffer[] = []
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => said.push(part))
    // Those that it starts are as patient as it is.
    if (aside !== undefined && child.pid !== undefined)
      setPriority(child.pid, constants.priority.PRIORITY_LOW)
    const limit = setTimeout(() => {
      total.trouble.push(`${command.join(' ')} was stopped after ${stageLimitMs / 60_000} minutes`)
      child.kill('SIGKILL')
    }, stageLimitMs)
    child.on('error', error => total.trouble.push(`${program}: ${error.message}`))
    child.on('close', code => {
      clearTimeout(limit)
      if (aside !== undefined) heading(aside)
      process.stdout.write(Buffer.concat(said))
      done(code === 0)
    })
  })
}

const heading = (name: string) => process.stdout.write(`\n== ${name}\n`)

async function stage(name: string, work: () => Promise<void>) {
  const from = performance.now()
  await work()
  times.push(`${name} ${((performance.now() - from) / 1000).toFixed(1)} s`)
}

const times: string[] = []

function fail(what: string) {
  total.failed += 1
  total.trouble.push(what)
}

function readReport<T>(file: string): T | undefined {
  // A stage that broke off leaves nothing or half a report; both mean that it did not pass.
  try {
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : undefined
  } catch {
    return undefined
  }
}

async function checks() {
  const file = join(reports, 'checks.json')
  const command = ['node', 'scripts/check.ts', '--tests', '--out', file]
  if (!besideTests) heading('checks')
  const ok = await (besideTests ? runAside('checks', ...command) : run(...command))
  const outcomes = readReport<Outcome[]>(file) ?? []
  for (const one of outcomes) {
    if (one.ok) total.passed += 1
    else fail(`check: ${one.name}`)
  }
  if (outcomes.length === 0 || (!ok && outcomes.every(one => one.ok))) fail('the checks broke off')
}

async function build() {
  heading('web build')
  // Whether a browser is there is told by the journeys.
  const unpacked = run('node', 'tests/support/browser-unpack.ts')
  if (await run('node', 'scripts/buildWeb.ts')) total.passed += 1
  else fail('build of the web app')
  await unpacked
}

const isJourney = (path: string) => path.startsWith('tests/journeys/')

async function tests() {
  heading('tests')
  const file = join(reports, 'tests.json')
  const report = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const ok = await run('vitest', 'run', '--allowOnly=false', ...report)
  const results = readReport<Report>(file)?.testResults ?? []
  for (const result of results) countFile(result)
  const ran = (journeys: boolean) =>
    results.some(
      ({ name, assertionResults }) =>
        isJourney(relative(root, name)) === journeys &&
        // Without a browser journeys are not run, and said to be so.
        assertionResults.some(({ status }) => status === 'passed' || (journeys && isSkipped(status))),
    )
  if (!ran(false)) fail('tests: nothing ran')
  if (!ran(true)) fail('journeys: nothing ran')
  if (!ok && results.every(({ status }) => status !== 'failed'))
    fail('the run of the tests itself failed, outside of any test')
}

const isSkipped = (status: string) => status !== 'passed' && status !== 'failed'

function countFile({ name, status, startTime, endTime, assertionResults }: Report['testResults'][number]) {
  const file = relative(root, name)
  total.files.push({ name: file, seconds: (endTime - startTime) / 1000 })
  let skipped = 0
  for (const one of assertionResults) {
    if (one.status === 'passed') total.passed += 1
    else if (one.status === 'failed') fail(`${file}: ${one.fullName}`)
    else skipped += 1
  }
  total.skipped += skipped
  if (skipped > 0) total.notRun.push(`${file}: ${skipped} of ${assertionResults.length} tests`)
  // A file that could not be loaded, or whose set-up failed, has no failing test to show for it.
  if (status === 'failed' && !assertionResults.some(one => one.status === 'failed')) fail(`${file} itself`)
}

rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })
const from = performance.now()
// Nothing waits for the checks, and tests wait for each other now and then: where there is memory for both, what these leave is for those.
const checked = stage('checks', checks)
if (!besideTests) await checked
await stage('web build', build)
await stage('tests', tests)
await checked

const slowest = total.files.sort((a, b) => b.seconds - a.seconds).slice(0, 8)
const seconds = ((performance.now() - from) / 1000).toFixed(1)
const lines = [
  '',
  'Slowest files:',
  ...slowest.map(file => `${file.seconds.toFixed(1).padStart(7)} s  ${file.name}`),
  `Time: ${seconds} s (${times.join(', ')})`,
  ...(total.trouble.length > 0 ? ['Not passed:', ...total.trouble.map(one => `  ${one}`)] : []),
  ...(total.notRun.length > 0 ? ['Not run:', ...total.notRun.map(one => `  ${one}`)] : []),
  [
    `${total.passed} passed`,
    `${total.failed} failed`,
    ...(total.skipped > 0 ? [`${total.skipped} skipped`] : []),
  ].join(', '),
]
process.stdout.write(`${lines.join('\n')}\n`)
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0
