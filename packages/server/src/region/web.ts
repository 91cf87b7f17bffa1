/** Builds the browser's part once, and again only when a source of it has changed. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { builtWebFolder } from '../platform/config.ts'

const root = resolve(import.meta.dirname, '../../../..')
const sources = ['package-lock.json', 'packages/contract/src', 'packages/web']
const made = /^(node_modules|dist.*|\..*)$/
const stamp = '.sources'

/** @param onBuild called when there is something to build, which takes some seconds */
export async function builtWeb(onBuild: () => void): Promise<string> {
  const hash = await hashOfSources()
  const built = await readFile(join(builtWebFolder, stamp), 'utf8').catch(() => '')
  if (built === hash) return builtWebFolder
  onBuild()
  const fresh = `${builtWebFolder}.${process.pid}`
  try {
    await build(fresh)
    await writeFile(join(fresh, stamp), hash)
    await swap(fresh)
  } finally {
    await rm(fresh, { recursive: true, force: true })
  }
  return builtWebFolder
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

/** A process of its own: building takes much memory, and a server keeps what it took. */
function build(folder: string): Promise<void> {
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const args = [vite, 'build', '--outDir', folder, '--emptyOutDir', '--logLevel', 'error']
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, args, {
      cwd: join(root, 'packages/web'),
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, NODE_ENV: 'production' },
    })
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
            `The web app could not be built:\n${stripVTControlCharacters(said).trim().slice(0, 2000)}`,
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
