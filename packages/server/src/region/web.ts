/** Builds the browser's part once, and again only when a source of it has changed. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { constants, setPriority } from 'node:os'
import { join, resolve } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { builtWebFolder } from '../platform/config.ts'

const root = resolve(import.meta.dirname, '../../../..')
const webFolder = join(root, 'packages/web')
const sources = ['package-lock.json', 'packages/contract/src', 'packages/web']
const made = /^(node_modules|dist.*|\..*)$/
const stamp = '.sources'
const packedStamp = '.packed'

/** @param onBuild called when there is something to build, which takes some seconds */
export async function builtWeb(onBuild: () => void): Promise<string> {
  const { folder, packed } = await servableWeb(onBuild)
  await packed
  return folder
}

/** As soon as it can be served; the files are packed for slow lines meanwhile, which takes as long again. */
export async function servableWeb(onBuild: () => void): Promise<{ folder: string; packed: Promise<void> }> {
  const hash = await hashOfSources()
  if ((await stamped(stamp)) !== hash) {
    onBuild()
    const fresh = `${builtWebFolder}.${process.pid}`
    try {
      await build(fresh)
      await writeFile(join(fresh, stamp), hash)
      await swap(fresh)
    } finally {
      await rm(fresh, { recursive: true, force: true })
    }
  }
  return { folder: builtWebFolder, packed: pack(hash) }
}

const stamped = (name: string) => readFile(join(builtWebFolder, name), 'utf8').catch(() => '')

async function pack(hash: string): Promise<void> {
  if ((await stamped(packedStamp)) === hash) return
  // Nobody waits for this: its turn comes after that of a region that is just being filled.
  await run('packed', constants.priority.PRIORITY_BELOW_NORMAL, [
    join(webFolder, 'vite/compress.ts'),
    builtWebFolder,
  ])
  await writeFile(join(builtWebFolder, packedStamp), hash)
}

async function hashOfSources(): Promise<string> {
  const hash = createHash('sha256')
  for (const source of sources) {
    for (const file of await filesOf(source))
      hash
        .update(file)
        .update('\0')
        .update(await readFile(join(root, file)))
  }
  return hash.digest('hex')
}

async function filesOf(path: string): Promise<string[]> {
  const entries = await readdir(join(root, path), { withFileTypes: true }).catch(() => undefined)
  if (!entries) return [path]
  const inside = entries
    .filter(entry => !made.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(entry => (entry.isDirectory() ? filesOf(join(path, entry.name)) : [join(path, entry.name)]))
  return (await Promise.all(inside)).flat()
}

const build = (folder: string): Promise<void> =>
  run('built', constants.priority.PRIORITY_NORMAL, [
    join(root, 'node_modules/vite/bin/vite.js'),
    ...['build', '--outDir', folder, '--emptyOutDir', '--logLevel', 'error'],
  ])

/** A process of its own: building takes much memory, and a server keeps what it took. */
function run(what: string, priority: number, args: readonly string[]): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, args, {
      cwd: webFolder,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, NODE_ENV: 'production' },
    })
    if (child.pid !== undefined) setPriority(child.pid, priority)
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
    child.once('error', fail)
    child.once('close', code => {
      if (code === 0) done()
      else
        fail(
          new Error(
            `The web app could not be ${what}:\n${stripVTControlCharacters(said).trim().slice(0, 2000)}`,
          ),
        )
    })
  })
}

/** Whoever serves the old build must not find it half gone. */
async function swap(fresh: string) {
  const old = `${fresh}.old`
  if (existsSync(builtWebFolder)) await rename(builtWebFolder, old)
  await rename(fresh, builtWebFolder)
  await rm(old, { recursive: true, force: true })
}
