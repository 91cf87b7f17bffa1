/**
 * `npm run check`: everything about the repository that can be told without running it. Each step is printed with
 * its verdict and time; all of them run, two at a time, so that one look shows all that is wrong.
 *
 *   --tests     leaves out what the tests will run anyway
 *   --out FILE  writes the verdicts as JSON
 *   NAME ...    only these steps
 */
import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs, stripVTControlCharacters } from 'node:util'
import { asvsFaults, asvsSummary } from './check/asvs.ts'
import { allFiles, read, root } from './check/files.ts'
import { licenceFaults, licenceSummary, packagesOf } from './check/licences.ts'
import { linkFaults } from './check/links.ts'
import { lockfileFaults, readLock, readManifests } from './check/lockfile.ts'
import { messageFaults } from './check/messages.ts'
import { secretFaults } from './check/secrets.ts'
import type { Fault, Source } from './check/source.ts'

interface Verdict {
  readonly ok: boolean
  /** Shown beside the verdict when all is well, in full when it is not. */
  readonly says: string
}

interface Step {
  readonly name: string
  readonly run: () => Verdict | Promise<Verdict>
  /** The test suite runs the same. */
  readonly inTests?: boolean
}

export interface Outcome {
  readonly name: string
  readonly ok: boolean
  readonly seconds: number
}

const textFile = /\.(md|ts|tsx|mjs|js|json|jsonc|sql|css|html|svg|csv|txt|yml|yaml|sh|npmrc)$|^[^.]+$/

const texts = (wanted: RegExp): Source[] =>
  allFiles()
    .filter(path => wanted.test(path))
    .map(path => ({ path, text: read(path) }))

const found = (faults: readonly Fault[], says = ''): Verdict => ({
  ok: faults.length === 0,
  says: faults.length === 0 ? says : faults.map(tell).join('\n'),
})

/** Enough to see what is wrong; the rest is behind the same words. */
const longest = 120
const shorten = (text: string) => {
  const lines = stripVTControlCharacters(text).split('\n')
  if (lines.length <= longest) return lines.join('\n')
  return [...lines.slice(0, longest), `… and ${lines.length - longest} lines more`].join('\n')
}

const tell = ({ path, line, says }: Fault) => `${path}${line ? `:${line}` : ''}: ${says}`

/** Runs a tool of `node_modules/.bin` and keeps what it prints for the case that it fails. */
function tool(...command: readonly string[]): Promise<Verdict> {
  const [name = '', ...args] = command
  const { FORCE_COLOR: _, ...env } = process.env
  return new Promise(resolve => {
    const child = spawn(join(root, 'node_modules/.bin', name), args, {
      cwd: root,
      env: { ...env, NO_COLOR: '1' },
      shell: process.platform === 'win32',
    })
    const said: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => said.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk))
    child.on('error', error => resolve({ ok: false, says: error.message }))
    child.on('close', code =>
      resolve({ ok: code === 0, says: code === 0 ? '' : Buffer.concat(said).toString().trim() }),
    )
  })
}

const boundaryTest = 'packages/server/src/boundaries.test.ts'

const steps: readonly Step[] = [
  {
    name: 'format and lint',
    run: () => tool('biome', 'ci', '--colors=off', '--error-on-warnings', '--diagnostic-level=warn'),
  },
  // What runs in Node is read as one program: scripts and tests reach into all of it, and it would be read twice more.
  // One checker each: several would all work out the same types of the contract, which costs twice the processor time.
  { name: 'types of what runs in Node', run: () => tool('tsc', '-p', '.', '--checkers', '1') },
  { name: 'types of web', run: () => tool('tsc', '-p', 'packages/web', '--checkers', '1') },
  { name: 'unused code', run: () => tool('knip', '--no-progress', '--treat-config-hints-as-errors') },
  { name: 'boundaries', run: () => tool('vitest', 'run', '--reporter=dot', boundaryTest), inTests: true },
  {
    name: 'lockfile',
    run: () => {
      const lock = readLock()
      return found(lockfileFaults(lock, readManifests(lock)), `${Object.keys(lock).length} entries`)
    },
  },
  {
    name: 'licences',
    run: () => {
      const packages = packagesOf(readLock())
      return found(licenceFaults(packages), licenceSummary(packages))
    },
  },
  { name: 'translations', run: () => found(messageFaults(texts(/\/messages\/[^/]+\.json$/))) },
  { name: 'secrets', run: () => found(secretFaults(texts(textFile))) },
  {
    name: 'security answers',
    run: () => {
      const path = 'docs/security/asvs.md'
      const text = read(path)
      return found(asvsFaults({ path, text }, allFiles()), asvsSummary(text))
    },
  },
  { name: 'links', run: () => found(linkFaults(texts(/\.md$/), allFiles())) },
]

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { tests: { type: 'boolean' }, out: { type: 'string' } },
  })
  const unknown = positionals.filter(name => !steps.some(step => step.name === name))
  if (unknown.length > 0) {
    console.error(
      `No such step: ${unknown.join(', ')}. There are: ${steps.map(step => step.name).join(', ')}.`,
    )
    return 2
  }
  const wanted = steps.filter(({ name, inTests }) =>
    positionals.length > 0 ? positionals.includes(name) : !(values.tests && inTests),
  )
  const outcomes: Outcome[] = []
  const waiting = wanted.values()
  const goThrough = async () => {
    for (const step of waiting) outcomes.push(await take(step))
  }
  await Promise.all([goThrough(), goThrough()])
  if (values.out) {
    mkdirSync(dirname(values.out), { recursive: true })
    writeFileSync(values.out, JSON.stringify(outcomes))
  }
  return outcomes.length > 0 && outcomes.every(({ ok }) => ok) ? 0 : 1
}

async function take({ name, run }: Step): Promise<Outcome> {
  const from = performance.now()
  const { ok, says } = await Promise.resolve()
    .then(run)
    .catch((error: Error): Verdict => ({ ok: false, says: error.stack ?? error.message }))
  const seconds = (performance.now() - from) / 1000
  const verdict = `${ok ? 'ok    ' : 'FAILED'} ${seconds.toFixed(1).padStart(5)} s  ${name}`
  process.stdout.write(`${verdict}${says ? (ok ? `: ${says}` : `\n${shorten(says)}\n`) : ''}\n`)
  return { name, ok, seconds }
}

process.exitCode = await main()
